-- The runs that coded what is in the store, with the number of their reports.
select run.*, (select count(*) from report where report.run = run.id) as reports
from run
order by run.id
