insert into store values ($version, $made_by)
