-- What the store holds of these reports: the run that coded each, and its record.
select id, run, record::text from report where id in (select unnest($ids::text[]))
