-- The records of the reports with these ids, or of all, oldest first.
select record::text
from report
where $ids::text[] is null or id in (select unnest($ids::text[]))
order by published nulls last, id
