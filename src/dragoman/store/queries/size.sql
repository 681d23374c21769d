select (select count(*) from report) as reports, (select count(*) from event) as events
