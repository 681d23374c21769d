-- The reports of the store with the number of their events and statements, oldest first.
select
    report.id,
    report.publisher,
    report.publisher_country,
    report.published,
    report.title,
    report.url,
    report.language,
    (select count(*) from event where event.report = report.id) as events,
    (select count(*) from statement where statement.report = report.id) as statements,
    report.run
from report
order by report.published nulls last, report.id
