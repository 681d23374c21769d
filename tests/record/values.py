"""Strategies that make reports of any shape, for property tests."""

from __future__ import annotations

from datetime import date

from hypothesis import strategies as st

from dragoman.record import (
    Actor,
    Attribution,
    Basis,
    Concern,
    Event,
    Evidence,
    Mention,
    MentionKind,
    Party,
    Place,
    Precision,
    PublishedBasis,
    Quantity,
    Report,
    SaidBy,
    Span,
    Speech,
    Statement,
    Status,
    Time,
    TimeBasis,
    TimeKind,
    Topic,
    VerbClass,
    When,
)

words = st.text(min_size=1, max_size=12)
maybe_words = st.none() | words
days = st.none() | st.dates(date(1900, 1, 1), date(2100, 1, 1))
spans = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda p: Span(p[0], p[0] + p[1]))
short = {"max_size": 2}

_actor = {
    "id": maybe_words,
    "name": maybe_words,
    "country": maybe_words,
    "sector": maybe_words,
    "sectors": st.lists(words, **short).map(tuple),
    "office": maybe_words,
    "basis": st.sampled_from(Basis),
    "wikidata": maybe_words,
    "reason": maybe_words,
}
actors = st.builds(Actor, **_actor)
parties = st.builds(Party, span=spans, **_actor)
whens = st.builds(
    When, value=words, first=days, last=days, basis=st.sampled_from(TimeBasis), span=spans
)
places = st.builds(
    Place,
    span=st.none() | spans,
    name=words,
    precision=st.sampled_from(Precision),
    geonames_id=st.none() | st.integers(1, 10**7),
    country=maybe_words,
    admin1=maybe_words,
    latitude=st.none() | st.floats(-90, 90),
    longitude=st.none() | st.floats(-180, 180),
)
topics = st.builds(
    Topic, id=maybe_words, label=words, countries=st.lists(words, **short).map(tuple), span=spans
)
quantities = st.none() | st.builds(
    Quantity,
    value=st.integers(1, 10**6),
    bound=st.sampled_from(["exactly", "at least"]),
    span=spans,
)
several_parties = st.lists(parties, **short).map(tuple)
concerns = st.builds(
    Concern,
    type=words,
    mode=maybe_words,
    anchor=spans,
    actors=several_parties,
    recipients=several_parties,
    when=st.none() | whens,
    where=st.none() | places,
)
said_by = st.builds(SaidBy, source=st.none() | parties, cue=spans, attribution=st.integers(0, 9))
evidence = st.builds(Evidence, field=words, spans=st.lists(spans, **short).map(tuple), reason=words)
events = st.builds(
    Event,
    id=words,
    type=words,
    mode=maybe_words,
    status=st.sampled_from(Status),
    anchor=spans,
    mentions=st.lists(spans, **short).map(tuple),
    actors=several_parties,
    recipients=several_parties,
    mediators=several_parties,
    when=st.none() | whens,
    where=st.none() | places,
    places=st.lists(places, **short).map(tuple),
    contexts=st.lists(words, **short).map(tuple),
    about=st.lists(topics, **short).map(tuple),
    concerns=st.lists(concerns, **short).map(tuple),
    dead=quantities,
    injured=quantities,
    size=quantities,
    said_by=st.lists(said_by, **short).map(tuple),
    hedges=st.lists(spans, **short).map(tuple),
    confidence=st.floats(0, 1),
    rule=words,
    evidence=st.lists(evidence, **short).map(tuple),
)
mentions = st.builds(
    Mention,
    span=spans,
    head=spans,
    kind=st.sampled_from(MentionKind),
    actor=actors,
    chain=st.integers(0, 9),
    members=st.lists(st.integers(0, 9), **short).map(tuple),
    reason=maybe_words,
)
times = st.builds(
    Time,
    span=spans,
    kind=st.sampled_from(TimeKind),
    value=words,
    first=days,
    last=days,
    basis=st.sampled_from(TimeBasis),
)
attributions = st.builds(
    Attribution,
    source=st.lists(spans, **short).map(tuple),
    actor=st.none() | actors,
    cue=spans,
    content=st.lists(spans, **short).map(tuple),
    kind=st.sampled_from(Speech),
    verb=st.sampled_from(VerbClass),
    parent=st.none() | st.integers(0, 9),
)
statements = st.builds(
    Statement,
    id=words,
    attribution=st.integers(0, 9),
    addressee=several_parties,
    about=st.lists(topics, **short).map(tuple),
)
reports = st.builds(
    Report,
    id=words,
    text=st.text(max_size=80),
    title=maybe_words,
    url=maybe_words,
    publisher=maybe_words,
    publisher_country=maybe_words,
    published=days,
    published_basis=st.sampled_from(PublishedBasis),
    sentences=st.lists(spans, **short).map(tuple),
    mentions=st.lists(mentions, **short).map(tuple),
    times=st.lists(times, **short).map(tuple),
    places=st.lists(places, **short).map(tuple),
    attributions=st.lists(attributions, **short).map(tuple),
    events=st.lists(events, **short).map(tuple),
    statements=st.lists(statements, **short).map(tuple),
)
