select version, made_by from store order by version desc limit 1
