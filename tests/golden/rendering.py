"""A record as lines a person can check: every field of every noun, with the words it rests on."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.record import (
    Actor,
    Attribution,
    Concern,
    Event,
    Mention,
    Party,
    Place,
    Quantity,
    Report,
    Span,
    Statement,
    Time,
    Topic,
    When,
)


class Rendering:
    """Writes one report as text."""

    def __init__(self, report: Report) -> None:
        self.report = report

    def text(self) -> str:
        """Return the whole record, one fact a line."""
        return "\n".join(self.lines()) + "\n"

    def lines(self) -> Iterator[str]:
        report = self.report
        yield f"published {report.published} ({report.published_basis}), {report.publisher_country}"
        for number, event in enumerate(report.events, start=1):
            yield ""
            yield from self.event(number, event)
        yield ""
        for statement in report.statements:
            yield from self.statement(statement)
        yield ""
        for index, attribution in enumerate(report.attributions):
            yield self.attribution(index, attribution)
        yield ""
        yield from (self.time(t) for t in report.times)
        yield ""
        yield from (f"place {self.place(p)}" for p in report.places)
        yield ""
        yield from (self.mention(m) for m in report.mentions)

    def cut(self, span: Span) -> str:
        words = " ".join(self.report.words(span).split())
        return f"“{words}”" if len(words) < 60 else f"“{words[:28]} … {words[-28:]}”"

    def event(self, number: int, event: Event) -> Iterator[str]:
        mode = f" {event.mode}" if event.mode else ""
        words = " ".join(self.cut(m) for m in (event.anchor, *event.mentions))
        yield f"{number}. {event.type}{mode} {event.status} {words}"
        for role in ("actors", "recipients", "mediators"):
            for party in getattr(event, role):
                yield f"   {role[:-1]}: {self.party(party)}"
        if event.when:
            yield f"   when: {self.when(event.when)}"
        if event.where:
            yield f"   where: {self.place(event.where)}"
        for name in ("dead", "injured", "size"):
            quantity: Quantity | None = getattr(event, name)
            if quantity:
                yield f"   {name}: {quantity.bound} {quantity.value} {self.cut(quantity.span)}"
        yield from (f"   concern: {self.concern(c)}" for c in event.concerns)
        for said in event.said_by:
            source = self.party(said.source) if said.source else "unsaid"
            yield f"   said by: {source}, {self.cut(said.cue)} [{said.attribution}]"
        yield from (f"   about: {self.topic(t)}" for t in event.about)
        if event.contexts:
            yield f"   contexts: {', '.join(event.contexts)}"
        if event.hedges:
            yield f"   hedged: {' '.join(self.cut(h) for h in event.hedges)}"
        for evidence in event.evidence:
            words = " ".join(self.cut(s) for s in evidence.spans)
            yield f"   {evidence.field} from: {evidence.reason} {words}".rstrip()
        yield f"   confidence: {event.confidence}"

    def statement(self, statement: Statement) -> Iterator[str]:
        attribution = self.report.attributions[statement.attribution]
        content = " ".join(self.cut(c) for c in attribution.content)
        yield f"statement [{statement.attribution}]: {content}"
        yield from (f"   to: {self.party(p)}" for p in statement.addressee)
        yield from (f"   about: {self.topic(t)}" for t in statement.about)

    def attribution(self, index: int, one: Attribution) -> str:
        source = " ".join(self.cut(s) for s in one.source) or "unsaid"
        actor = self.actor(one.actor) if one.actor else "?"
        inside = f" in [{one.parent}]" if one.parent is not None else ""
        content = " ".join(self.cut(c) for c in one.content)
        sort = f" by {one.source_kind}" if one.source_kind else ""
        cue = self.cut(one.cue)
        return f"[{index}] {one.kind} {one.verb}{sort}{inside}: {source} ({actor}) {cue}: {content}"

    def time(self, time: Time) -> str:
        days = f"{time.first or ''}..{time.last or ''}"
        mod = f" {time.mod}" if time.mod else ""
        return f"time {self.cut(time.span)} {time.kind} {time.value}{mod} {days} ({time.basis})"

    def mention(self, mention: Mention) -> str:
        members = f" members {mention.members}" if mention.members else ""
        return (
            f"mention {self.cut(mention.span)} {mention.kind} #{mention.chain}{members} "
            f"{self.actor(mention.actor)}"
        )

    def actor(self, actor: Actor) -> str:
        office = f", {actor.office}" if actor.office else ""
        named = actor.name or "-"
        return f"{named} {actor.country or '?'}.{actor.sector or '?'}{office} ({actor.basis})"

    def party(self, party: Party) -> str:
        return f"{self.cut(party.span)} {self.actor(party)}"

    def when(self, when: When) -> str:
        return f"{when.value} {when.first or ''}..{when.last or ''} ({when.basis}) " + self.cut(
            when.span
        )

    def place(self, place: Place) -> str:
        span = self.cut(place.span) if place.span else ""
        where = f"{place.latitude}, {place.longitude}"
        return f"{span} {place.name}, {place.country}, {place.precision} ({where})"

    def topic(self, topic: Topic) -> str:
        return f"{topic.label} ({topic.id or 'words'}) {self.cut(topic.span)}"

    def concern(self, concern: Concern) -> str:
        mode = f" {concern.mode}" if concern.mode else ""
        actors = " + ".join(self.party(p) for p in concern.actors)
        recipients = " + ".join(self.party(p) for p in concern.recipients)
        when = f" @ {concern.when.value}" if concern.when else ""
        where = f" in {concern.where.name}" if concern.where else ""
        return (
            f"{concern.type}{mode} {self.cut(concern.anchor)} {actors} > {recipients}{when}{where}"
        )
