-- Events that match every filter that is not null, oldest first, undated last.
select
    id,
    report,
    publisher,
    published,
    type,
    mode,
    status,
    when_value,
    first_day,
    last_day,
    actors,
    recipients,
    mediators,
    place,
    place_country,
    words,
    sentence,
    said_by,
    confidence
from chronology
where ($type is null or type = $type)
and ($mode is null or lower(mode) = lower($mode))
and ($status is null or status = $status)
and ($country is null or place_country = $country)
-- a day that is null is open, unless both are: then there is no date, and no period holds it
and (
    ($since is null and $until is null)
    or (
        (first_day is not null or last_day is not null)
        and ($since is null or last_day is null or last_day >= $since)
        and ($until is null or first_day is null or first_day <= $until)
    )
)
and ($actor is null or id in (
    select event from event_party
    where role = 'actor' and names($actor, actor_id, name, country, sector)
))
and ($recipient is null or id in (
    select event from event_party
    where role = 'recipient' and names($recipient, actor_id, name, country, sector)
))
order by coalesce(first_day, last_day) nulls last, last_day nulls last, published nulls last,
    report, number
limit $limit
