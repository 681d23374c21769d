-- The record of the report with this id, or of the report of the event with this id.
select record::text
from report
where id = $id or id in (select report from event where id = $id)
