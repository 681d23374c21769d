-- Offices that at least two independent reports give to one person: reports of different publishers
-- or with different texts. One text that one publisher printed twice is one report.
select
    arg_min(observation.name, (observation.day, report.id)) as name,
    any_value(actor_id) as actor_id,
    role,
    arg_min(observation.title, (observation.day, report.id)) as title,
    country,
    min(day) as since,
    max(day) as seen,
    list(distinct report.id order by report.id) as reports
from observation
join report on report.id = observation.report
group by lower(strip_accents(observation.name)), role, country
having count(distinct coalesce(publisher, '') || chr(31) || md5(text)) >= 2
order by since, country, role, name
