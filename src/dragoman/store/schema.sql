-- The tables of a store. Every row belongs to one report; `number` and `position` count from 0 in
-- the order of the record. Spans are `begins` and `ends`: code points of report.text, end exclusive;
-- the macro cut(text, begins, ends) gives their words. What is not known is null.
-- report.record holds the whole coded report as JSON; all tables below it can be made again from it.

create table store (
    version integer not null,           -- of these tables
    made_by text not null               -- the version of Dragoman that made the file
);

create table run (                      -- one state of program, model and tables
    id text primary key,
    dragoman text not null,
    code_digest text not null,
    parser text not null,
    parser_digest text not null,
    tables_digest text not null,
    gazetteer text not null
);

create table report (
    id text primary key,
    run text not null,                  -- the run that coded it last
    text text not null,
    title text,
    url text,
    publisher text,
    publisher_country text,
    published date,
    published_basis text not null,
    language text not null,
    record json not null
);

create table sentence (
    report text not null,
    number integer not null,
    begins integer not null,
    ends integer not null
);

create table mention (
    report text not null,
    number integer not null,
    begins integer not null,
    ends integer not null,
    head_begins integer not null,
    head_ends integer not null,
    kind text not null,
    chain integer not null,             -- mentions of one report with one chain are one actor
    members integer[] not null,
    reason text,
    actor_id text,
    name text,
    country text,
    sector text,
    sectors text[] not null,
    office text,
    basis text not null,
    wikidata text,
    actor_reason text
);

create table "time" (
    report text not null,
    number integer not null,
    begins integer not null,
    ends integer not null,
    kind text not null,
    value text not null,
    first_day date,
    last_day date,
    basis text not null,
    mod text,
    reason text
);

create table place (                    -- words that name a place, whether or not an event was there
    report text not null,
    number integer not null,
    begins integer,
    ends integer,
    name text not null,
    precision text not null,
    geonames_id bigint,
    country text,
    admin1 text,
    latitude double,
    longitude double,
    basis text,
    reason text
);

create table attribution (
    report text not null,
    number integer not null,
    cue_begins integer not null,
    cue_ends integer not null,
    kind text not null,
    verb text not null,
    parent integer,
    reason text,
    has_actor boolean not null,
    actor_id text,
    name text,
    country text,
    sector text,
    sectors text[],
    office text,
    basis text,
    wikidata text,
    actor_reason text,
    source_kind text                    -- named official, institution, media, ...; null: not known
);

create table attribution_span (
    report text not null,
    attribution integer not null,
    part text not null,                 -- source or content
    position integer not null,
    begins integer not null,
    ends integer not null
);

create table event (
    id text primary key,
    report text not null,
    number integer not null,
    type text not null,
    mode text,
    status text not null,
    begins integer not null,            -- the anchor
    ends integer not null,
    when_value text,
    first_day date,                     -- both days inclusive; null is open or not known
    last_day date,
    when_basis text,
    when_begins integer,
    when_ends integer,
    confidence double not null,
    rule text not null
);

create table event_party (
    report text not null,
    event text not null,
    role text not null,                 -- actor, recipient or mediator
    position integer not null,
    begins integer not null,
    ends integer not null,
    actor_id text,
    name text,
    country text,
    sector text,
    sectors text[] not null,
    office text,
    basis text not null,
    wikidata text,
    actor_reason text
);

create table event_place (
    report text not null,
    event text not null,
    role text not null,                 -- where: the place of the event; named: also named with it
    position integer not null,
    begins integer,
    ends integer,
    name text not null,
    precision text not null,
    geonames_id bigint,
    country text,
    admin1 text,
    latitude double,
    longitude double,
    basis text,
    reason text
);

create table event_topic (
    report text not null,
    event text not null,
    position integer not null,
    begins integer not null,
    ends integer not null,
    topic_id text,
    label text not null,
    countries text[] not null
);

create table event_context (
    report text not null,
    event text not null,
    position integer not null,
    context text not null
);

create table event_said_by (            -- outermost source first
    report text not null,
    event text not null,
    position integer not null,
    attribution integer not null,
    cue_begins integer not null,
    cue_ends integer not null,
    begins integer,                     -- null where the source is left unsaid
    ends integer,
    actor_id text,
    name text,
    country text,
    sector text,
    sectors text[],
    office text,
    basis text,
    wikidata text,
    actor_reason text
);

create table event_span (               -- other mentions of the event, and words of doubt
    report text not null,
    event text not null,
    part text not null,                 -- mention or hedge
    position integer not null,
    begins integer not null,
    ends integer not null
);

create table event_quantity (
    report text not null,
    event text not null,
    part text not null,                 -- dead, injured or size
    value bigint not null,
    bound text not null,
    begins integer not null,
    ends integer not null
);

create table event_evidence (           -- one row a span; evidence without a span has one row
    report text not null,
    event text not null,
    number integer not null,
    field text not null,
    reason text not null,
    position integer,
    begins integer,
    ends integer
);

create table concern (                  -- acts promised, asked for, refused, threatened: never done
    report text not null,
    event text not null,
    number integer not null,
    type text not null,
    mode text,
    begins integer not null,
    ends integer not null,
    when_value text,
    first_day date,
    last_day date,
    when_basis text,
    when_begins integer,
    when_ends integer
);

create table concern_party (
    report text not null,
    event text not null,
    concern integer not null,
    role text not null,                 -- actor or recipient
    position integer not null,
    begins integer not null,
    ends integer not null,
    actor_id text,
    name text,
    country text,
    sector text,
    sectors text[] not null,
    office text,
    basis text not null,
    wikidata text,
    actor_reason text
);

create table concern_place (
    report text not null,
    event text not null,
    concern integer not null,
    begins integer,
    ends integer,
    name text not null,
    precision text not null,
    geonames_id bigint,
    country text,
    admin1 text,
    latitude double,
    longitude double,
    basis text,
    reason text
);

create table statement (
    id text not null,
    report text not null,
    number integer not null,
    attribution integer not null
);

create table statement_addressee (
    report text not null,
    statement text not null,
    position integer not null,
    begins integer not null,
    ends integer not null,
    actor_id text,
    name text,
    country text,
    sector text,
    sectors text[] not null,
    office text,
    basis text not null,
    wikidata text,
    actor_reason text
);

create table statement_topic (
    report text not null,
    statement text not null,
    position integer not null,
    begins integer not null,
    ends integer not null,
    topic_id text,
    label text not null,
    countries text[] not null
);

-- Who holds which office, as the words of a report have it: a name beside an office of a country.
create table observation (
    report text not null,
    number integer not null,
    begins integer not null,            -- the words that say it
    ends integer not null,
    name text not null,
    actor_id text,                      -- of the knowledge tables, if they know the name
    role text not null,                 -- HOS, HOG, FM, ... as the tables have them
    title text not null,
    country text not null,
    day date not null,                  -- when the report was published
    against text                        -- the row that says another held it
);

create macro cut(words, begins, ends) as substring(words, begins + 1, ends - begins);

-- Whether words a person asks with mean this actor: its id, its country, its country and sector
-- ("TUR GOV"), or whole words of its name.
create macro names(wanted, actor_id, name, country, sector) as
    wanted = actor_id
    or upper(wanted) = country
    or upper(wanted) = country || ' ' || sector
    or contains(' ' || lower(name) || ' ', ' ' || lower(wanted) || ' ');

-- The view to start from: an event a row, its parties as lists, its words cut from the report.
create view chronology as
select
    event.id,
    event.report,
    event.number,
    report.publisher,
    report.published,
    event.type,
    event.mode,
    event.status,
    event.when_value,
    event.first_day,
    event.last_day,
    parties.actors,
    parties.recipients,
    parties.mediators,
    place.name as place,
    place.country as place_country,
    cut(report.text, event.begins, event.ends) as words,
    cut(
        report.text,
        coalesce(sentence.begins, event.begins),
        coalesce(sentence.ends, event.ends)
    ) as sentence,
    sources.said_by,
    event.confidence,
    event.rule
from event
join report on report.id = event.report
left join sentence
    on sentence.report = event.report
    and sentence.begins <= event.begins and event.ends <= sentence.ends
left join event_place as place
    on place.event = event.id and place.role = 'where'
left join (
    select
        event,
        list(party order by position) filter (role = 'actor') as actors,
        list(party order by position) filter (role = 'recipient') as recipients,
        list(party order by position) filter (role = 'mediator') as mediators
    from (
        select
            event_party.event,
            role,
            position,
            {
                'id': actor_id,
                'name': coalesce(name, cut(report.text, begins, ends)),
                'country': country,
                'sector': sector
            } as party
        from event_party
        join report on report.id = event_party.report
    )
    group by event
) as parties on parties.event = event.id
left join (
    select
        event,
        list(coalesce(name, cut(report.text, begins, ends)) order by position)
            filter (begins is not null) as said_by
    from event_said_by
    join report on report.id = event_said_by.report
    group by event
) as sources on sources.event = event.id;
