-- One row if the report was coded by this run from data that agree with what is now given.
select 1
from report
where id = $id
and run = $run
and ($title is null or title = $title)
and ($publisher_country is null or publisher_country = $publisher_country)
and ($published is null or published = $published)
and language = $language
