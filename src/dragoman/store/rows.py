"""A coded report as the rows of the store's tables, in the order of their columns."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from dragoman.record import (
    Actor,
    Attribution,
    Concern,
    Event,
    Evidence,
    Mention,
    Party,
    Place,
    Report,
    SaidBy,
    Span,
    Statement,
    Time,
    Topic,
    When,
)
from dragoman.stages.observations import Observation, observations

__all__ = ["Row", "rows"]

Row = tuple[str, tuple[object, ...]]


def rows(report: Report, run: str, record: str) -> Iterator[Row]:
    """Yield table and values of every row of a report; `record` is the report as JSON."""
    yield "report", _report(report, run, record)
    for number, span in enumerate(report.sentences):
        yield "sentence", (report.id, number, *_span(span))
    for number, mention in enumerate(report.mentions):
        yield "mention", (report.id, number, *_mention(mention))
    for number, time in enumerate(report.times):
        yield "time", (report.id, number, *_time(time))
    for number, place in enumerate(report.places):
        yield "place", (report.id, number, *_place(place))
    for number, attribution in enumerate(report.attributions):
        yield from _attribution(report.id, number, attribution)
    for number, event in enumerate(report.events):
        yield from _event(report.id, number, event)
    for number, statement in enumerate(report.statements):
        yield from _statement(report.id, number, statement)
    for number, seen in enumerate(observations(report)):
        yield "observation", (report.id, number, *_observation(seen))


def _observation(seen: Observation) -> tuple[object, ...]:
    return (
        *_span(seen.span),
        seen.name,
        seen.actor,
        seen.role,
        seen.title,
        seen.country,
        seen.day,
        seen.against,
    )


def _report(report: Report, run: str, record: str) -> tuple[object, ...]:
    return (
        report.id,
        run,
        report.text,
        report.title,
        report.url,
        report.publisher,
        report.publisher_country,
        report.published,
        report.published_basis.value,
        report.language,
        record,
    )


def _span(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _actor(actor: Actor | None) -> tuple[object, ...]:
    if actor is None:
        return (None,) * 9
    return (
        actor.id,
        actor.name,
        actor.country,
        actor.sector,
        list(actor.sectors),
        actor.office,
        actor.basis.value,
        actor.wikidata,
        actor.reason,
    )


def _party(party: Party) -> tuple[object, ...]:
    return (*_span(party.span), *_actor(party))


def _mention(mention: Mention) -> tuple[object, ...]:
    return (
        *_span(mention.span),
        *_span(mention.head),
        mention.kind.value,
        mention.chain,
        list(mention.members),
        mention.reason,
        *_actor(mention.actor),
    )


def _time(time: Time) -> tuple[object, ...]:
    return (
        *_span(time.span),
        time.kind.value,
        time.value,
        time.first,
        time.last,
        time.basis.value,
        time.mod,
        time.reason,
    )


def _when(when: When | None) -> tuple[object, ...]:
    if when is None:
        return (None,) * 6
    return (when.value, when.first, when.last, when.basis.value, *_span(when.span))


def _place(place: Place) -> tuple[object, ...]:
    return (
        *_span(place.span),
        place.name,
        place.precision.value,
        place.geonames_id,
        place.country,
        place.admin1,
        place.latitude,
        place.longitude,
        place.basis,
        place.reason,
    )


def _topic(topic: Topic) -> tuple[object, ...]:
    return (*_span(topic.span), topic.id, topic.label, list(topic.countries))


def _attribution(report: str, number: int, attribution: Attribution) -> Iterator[Row]:
    yield (
        "attribution",
        (
            report,
            number,
            *_span(attribution.cue),
            attribution.kind.value,
            attribution.verb.value,
            attribution.parent,
            attribution.reason,
            attribution.actor is not None,
            *_actor(attribution.actor),
            attribution.source_kind.value if attribution.source_kind else None,
        ),
    )
    for part, spans in (("source", attribution.source), ("content", attribution.content)):
        for position, span in enumerate(spans):
            yield "attribution_span", (report, number, part, position, *_span(span))


def _event(report: str, number: int, event: Event) -> Iterator[Row]:
    key = (report, event.id)
    yield (
        "event",
        (
            event.id,
            report,
            number,
            event.type,
            event.mode,
            event.status.value,
            *_span(event.anchor),
            *_when(event.when),
            event.confidence,
            event.rule,
        ),
    )
    yield from _parties("event_party", key, event)
    for position, party in enumerate(event.mediators):
        yield "event_party", (*key, "mediator", position, *_party(party))
    yield from _event_places(key, event)
    yield from _topics("event_topic", key, event.about)
    for position, context in enumerate(event.contexts):
        yield "event_context", (*key, position, context)
    for position, said in enumerate(event.said_by):
        yield "event_said_by", (*key, position, *_said_by(said))
    yield from _event_spans(key, event)
    yield from _quantities(key, event)
    for position, evidence in enumerate(event.evidence):
        yield from _evidence(key, position, evidence)
    for position, concern in enumerate(event.concerns):
        yield from _concern(key, position, concern)


def _parties(table: str, key: tuple[object, ...], act: Event | Concern) -> Iterator[Row]:
    for role, parties in (("actor", act.actors), ("recipient", act.recipients)):
        for position, party in enumerate(parties):
            yield table, (*key, role, position, *_party(party))


def _event_places(key: tuple[str, str], event: Event) -> Iterator[Row]:
    if event.where is not None:
        yield "event_place", (*key, "where", 0, *_place(event.where))
    for position, place in enumerate(event.places):
        yield "event_place", (*key, "named", position, *_place(place))


def _topics(table: str, key: tuple[str, str], topics: Sequence[Topic]) -> Iterator[Row]:
    for position, topic in enumerate(topics):
        yield table, (*key, position, *_topic(topic))


def _said_by(said: SaidBy) -> tuple[object, ...]:
    source = _party(said.source) if said.source else (None,) * 11
    return (said.attribution, *_span(said.cue), *source)


def _event_spans(key: tuple[str, str], event: Event) -> Iterator[Row]:
    for part, spans in (("mention", event.mentions), ("hedge", event.hedges)):
        for position, span in enumerate(spans):
            yield "event_span", (*key, part, position, *_span(span))


def _quantities(key: tuple[str, str], event: Event) -> Iterator[Row]:
    for part in ("dead", "injured", "size"):
        quantity = getattr(event, part)
        if quantity is not None:
            values = (quantity.value, quantity.bound, *_span(quantity.span))
            yield "event_quantity", (*key, part, *values)


def _evidence(key: tuple[str, str], number: int, evidence: Evidence) -> Iterator[Row]:
    shared = (*key, number, evidence.field, evidence.reason)
    for position, span in enumerate(evidence.spans):
        yield "event_evidence", (*shared, position, *_span(span))
    if not evidence.spans:
        yield "event_evidence", (*shared, None, None, None)


def _concern(key: tuple[str, str], number: int, concern: Concern) -> Iterator[Row]:
    anchor = _span(concern.anchor)
    yield "concern", (*key, number, concern.type, concern.mode, *anchor, *_when(concern.when))
    yield from _parties("concern_party", (*key, number), concern)
    if concern.where is not None:
        yield "concern_place", (*key, number, *_place(concern.where))


def _statement(report: str, number: int, statement: Statement) -> Iterator[Row]:
    yield "statement", (statement.id, report, number, statement.attribution)
    key = (report, statement.id)
    for position, party in enumerate(statement.addressee):
        yield "statement_addressee", (*key, position, *_party(party))
    yield from _topics("statement_topic", key, statement.about)
