"""A hand-made record of an invented report, and parts to make others."""

from datetime import date
from typing import Any

from dragoman.record import (
    Actor,
    Attribution,
    Concern,
    Event,
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
    TimeBasis,
    Topic,
    VerbClass,
    When,
)

TEXT = """Foreign Minister Hakan Fidan spoke by phone with Marco Rubio on Tuesday in Ankara, \
Turkish sources said. Fidan agreed to visit Paris in September and called on Israel to cease \
fire. The ministry denied that troops had attacked Kobani, where more than 1,200 people \
reportedly died. Rubio was hopeful, Tommy Pigott told | reporters."""


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def party(words: str, name: str | None = None, codes: str = "", **more: Any) -> Party:
    country, _, sector = codes.partition(" ")
    identity = name.lower().replace(" ", "-") if name else None
    return Party(
        id=identity,
        name=name,
        country=country or None,
        sector=sector or None,
        span=span(words),
        **more,
    )


FIDAN = party("Hakan Fidan", "Hakan Fidan", "TUR GOV")
RUBIO = party("Marco Rubio", "Marco Rubio", "USA GOV")
ISRAEL = party("Israel", "Israel", "ISR GOV")
FRANCE = party("Paris", "France", "FRA GOV")
SOURCES = party("Turkish sources", None, "TUR GOV")
MINISTRY = party("The ministry", "Turkish Foreign Ministry", "TUR GOV")
TROOPS = party("troops", None, "TUR MIL")
PEOPLE = party("people", None, "SYR CVL")

TUESDAY = When(
    value="2025-08-19",
    first=date(2025, 8, 19),
    last=date(2025, 8, 19),
    basis=TimeBasis.RELATIVE,
    span=span("Tuesday"),
)
SEPTEMBER = When(
    value="2025-09",
    first=date(2025, 9, 1),
    last=date(2025, 9, 30),
    basis=TimeBasis.WORDS,
    span=span("September"),
)
ANKARA = Place(span=span("Ankara"), name="Ankara", precision=Precision.CITY, country="TUR")

SAID_SOURCES = SaidBy(source=SOURCES, cue=span("said"), attribution=0)
SAID_MINISTRY = SaidBy(source=MINISTRY, cue=span("denied"), attribution=1)
REPORTEDLY = SaidBy(source=None, cue=span("reportedly"), attribution=2)


def event(type_: str, mode: str | None = None, words: str = "spoke", **fields: Any) -> Event:
    given = {"status": Status.ACTUAL, "anchor": span(words), "confidence": 0.5, "rule": "hand:1"}
    return Event(id="e", type=type_, mode=mode, **{**given, **fields})


def concern(type_: str, mode: str | None = None, words: str = "visit", **fields: Any) -> Concern:
    return Concern(type=type_, mode=mode, anchor=span(words), **fields)


CALL = event(
    "CONSULT",
    "phone",
    actors=(FIDAN, RUBIO),
    when=TUESDAY,
    where=ANKARA,
    said_by=(SAID_SOURCES,),
)
PLAN = event(
    "AGREE",
    words="agreed",
    rule="en/predicates.tsv: agree ~to (v)",
    actors=(FIDAN,),
    recipients=(FRANCE,),
    concerns=(concern("CONSULT", "visit", actors=(FIDAN,), recipients=(FRANCE,), when=SEPTEMBER),),
)
CALL_FOR = event(
    "REQUEST",
    "yield",
    words="called on",
    actors=(FIDAN,),
    recipients=(ISRAEL,),
    concerns=(concern("RETREAT", "ceasefire", words="cease fire", actors=(ISRAEL,)),),
)
DENIAL = event(
    "ASSAULT",
    words="attacked",
    status=Status.NEGATED,
    actors=(TROOPS,),
    recipients=(PEOPLE,),
    dead=Quantity(value=1200, bound="more than", span=span("more than 1,200")),
    said_by=(SAID_MINISTRY, REPORTEDLY),
    about=(Topic(id=None, label="the fighting at Kobani", span=span("Kobani")),),
)


def attribution(source: str, cue: str, content: str, verb: VerbClass, codes: str = ""):
    return Attribution(
        source=(span(source),) if source else (),
        actor=Actor(country=codes[:3], sector=codes[4:]) if codes else None,
        cue=span(cue),
        content=(span(content),),
        kind=Speech.INDIRECT,
        verb=verb,
    )


REPORT = Report(
    id="0123456789abcdef",
    text=TEXT,
    title="A call, and a denial",
    publisher="Example Wire",
    publisher_country="TUR",
    published=date(2025, 8, 20),
    published_basis=PublishedBasis.GIVEN,
    attributions=(
        attribution("Turkish sources", "said", "spoke by phone", VerbClass.ASSERTS, "TUR GOV"),
        attribution("The ministry", "denied", "troops had attacked", VerbClass.DENIES, "TUR GOV"),
        attribution("", "reportedly", "died", VerbClass.ASSERTS),
        attribution("Tommy Pigott", "told", "Rubio was hopeful", VerbClass.ASSERTS, "USA GOV"),
    ),
    events=(CALL, PLAN, CALL_FOR, DENIAL),
    statements=(Statement(id="s", attribution=3, addressee=(party("reporters"),)),),
)
