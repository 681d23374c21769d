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
    report_id,
)
from dragoman.store.run import make_run

words = st.text(
    st.characters(exclude_categories=("Cs",)) | st.sampled_from("aé\u0000\"'\\\n"), max_size=8
)
maybe = st.none() | words
days = st.none() | st.dates()


def tuples(strategy):
    return st.lists(strategy, max_size=2).map(tuple)


spans = st.tuples(st.integers(0, 500), st.integers(1, 60)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)
_actor = {
    "id": maybe,
    "name": maybe,
    "country": maybe,
    "sector": maybe,
    "sectors": tuples(words),
    "office": maybe,
    "basis": st.sampled_from(Basis),
    "wikidata": maybe,
    "reason": maybe,
}
actors = st.builds(Actor, **_actor)
parties = st.builds(Party, span=spans, **_actor)
mentions = st.builds(
    Mention,
    span=spans,
    head=spans,
    kind=st.sampled_from(MentionKind),
    actor=actors,
    chain=st.integers(0, 99),
    members=tuples(st.integers(0, 99)),
    reason=maybe,
)
times = st.builds(
    Time,
    span=spans,
    kind=st.sampled_from(TimeKind),
    value=words,
    first=days,
    last=days,
    basis=st.sampled_from(TimeBasis),
    mod=maybe,
    reason=maybe,
)
whens = st.none() | st.builds(
    When, value=words, first=days, last=days, basis=st.sampled_from(TimeBasis), span=spans
)
degrees = st.none() | st.floats(-180, 180)
places = st.builds(
    Place,
    span=st.none() | spans,
    name=words,
    precision=st.sampled_from(Precision),
    geonames_id=st.none() | st.integers(0, 2**40),
    country=maybe,
    admin1=maybe,
    latitude=degrees,
    longitude=degrees,
    basis=maybe,
    reason=maybe,
)
topics = st.builds(Topic, id=maybe, label=words, countries=tuples(words), span=spans)
attributions = st.builds(
    Attribution,
    source=tuples(spans),
    actor=st.none() | actors,
    cue=spans,
    content=tuples(spans),
    kind=st.sampled_from(Speech),
    verb=st.sampled_from(VerbClass),
    parent=st.none() | st.integers(0, 9),
    reason=maybe,
)
quantities = st.none() | st.builds(Quantity, value=st.integers(0, 2**62), bound=words, span=spans)
evidences = st.builds(Evidence, field=words, spans=tuples(spans), reason=words)
concerns = st.builds(
    Concern,
    type=words,
    mode=maybe,
    anchor=spans,
    actors=tuples(parties),
    recipients=tuples(parties),
    when=whens,
    where=st.none() | places,
)
said_bys = st.builds(SaidBy, source=st.none() | parties, cue=spans, attribution=st.integers(0, 9))
events = st.builds(
    Event,
    id=words,
    type=words,
    mode=maybe,
    status=st.sampled_from(Status),
    anchor=spans,
    mentions=tuples(spans),
    actors=tuples(parties),
    recipients=tuples(parties),
    mediators=tuples(parties),
    when=whens,
    where=st.none() | places,
    places=tuples(places),
    contexts=tuples(words),
    about=tuples(topics),
    concerns=tuples(concerns),
    dead=quantities,
    injured=quantities,
    size=quantities,
    said_by=tuples(said_bys),
    hedges=tuples(spans),
    confidence=st.floats(0, 1),
    rule=words,
    evidence=tuples(evidences),
)
statements = st.builds(
    Statement,
    id=words,
    attribution=st.integers(0, 9),
    addressee=tuples(parties),
    about=tuples(topics),
)


def _named(report):
    """Give the nouns that have ids the ids that coding would give: unique in the store."""
    made = [
        (name, tuple(_renamed(item, f"{report.id}:{name}{n}") for n, item in enumerate(items)))
        for name, items in (("events", report.events), ("statements", report.statements))
    ]
    return replace(report, **dict(made))


def _renamed(item, identity):
    return replace(item, id=identity)


def replace(value, **changes):
    fields = {name: getattr(value, name) for name in value.__struct_fields__}
    return type(value)(**{**fields, **changes})


reports = st.builds(
    Report,
    id=st.integers(0, 2**63).map(lambda n: f"{n:016x}"),
    text=words,
    title=maybe,
    url=maybe,
    publisher=maybe,
    publisher_country=maybe,
    published=days,
    published_basis=st.sampled_from(PublishedBasis),
    language=words,
    sentences=tuples(spans),
    mentions=tuples(mentions),
    times=tuples(times),
    places=tuples(places),
    attributions=tuples(attributions),
    events=tuples(events),
    statements=tuples(statements),
).map(_named)


def run(number=1):
    return make_run(
        dragoman=f"0.{number}",
        code_digest="c0",
        parser="model 3.8.0",
        parser_digest="abc",
        tables_digest="def",
        gazetteer="places 1",
    )


def span_of(text, part):
    start = text.index(part)
    return Span(start, start + len(part))


def party(text, part, **known):
    return Party(span=span_of(text, part), **known)


def event(report, number, text, anchor, **fields):
    given = {"type": "CONSULT", "mode": "visit", "status": Status.ACTUAL, "confidence": 0.9}
    return Event(
        id=f"{report}-{number}",
        anchor=span_of(text, anchor),
        rule="predicates.tsv:1",
        **{**given, **fields},
    )


def when(text, part, first, last):
    value = first or last
    return When(
        value=value,
        first=date.fromisoformat(first) if first else None,
        last=date.fromisoformat(last) if last else None,
        basis=TimeBasis.WORDS,
        span=span_of(text, part),
    )


def report(text, *, publisher="Test Press", published=None, **fields):
    return Report(
        id=report_id(publisher, None, text),
        text=text,
        publisher=publisher,
        published=date.fromisoformat(published) if published else None,
        **fields,
    )
