"""Turn settled drafts into events."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from dragoman.languages.en.predicates import Predicate
from dragoman.models.learned.calibration import calibrated
from dragoman.record import (
    Event,
    Evidence,
    Place,
    Precision,
    Span,
    Time,
    TimeBasis,
    TimeKind,
    When,
)
from dragoman.stages.events.anchors import Found
from dragoman.stages.events.dates import when_of
from dragoman.stages.events.desk import Desk
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.sources import claimed_by, said_by

__all__ = ["assemble"]

# Of the tables alone: a ranking, not a calibrated share: (strong row, both sides or content) down
# to (weak row, one side). Two places are more than it deserves.
_CONFIDENCE = {(True, True): 0.85, (True, False): 0.65, (False, True): 0.6, (False, False): 0.4}
_ACTORLESS = 0.2


_ZONES = timedelta(days=1)  # it may be tomorrow already where it was done


def assemble(drafts: list[Draft], desk: Desk) -> tuple[Event, ...]:
    """Return the events of a report in text order, numbered in that order."""
    ordered = sorted(drafts, key=_place_in_text)
    by_found = {d.found: d for d in ordered}
    return tuple(
        _event(draft, number, by_found, desk) for number, draft in enumerate(ordered, start=1)
    )


def _place_in_text(draft: Draft) -> tuple[Span, tuple[Span, ...], str]:
    return draft.anchor, tuple(p.span for p in draft.parties), draft.type


def _event(draft: Draft, number: int, by_found: dict[Found, Draft], desk: Desk) -> Event:
    frame = by_found.get(draft.frame) if draft.frame else None
    draft = _not_to_come(draft, desk)
    when, where = _when(draft, frame), _where(draft, frame)
    return Event(
        id=f"{desk.report.id}-{number}",
        type=draft.type,
        mode=_mode(draft),
        status=draft.reading.status,
        anchor=draft.anchor,
        mentions=draft.mentions,
        actors=draft.actors,
        recipients=draft.recipients,
        mediators=draft.mediators,
        when=when,
        where=where,
        places=draft.places,
        concerns=draft.concerns,
        dead=draft.dead,
        injured=draft.injured,
        size=draft.size,
        said_by=(
            *claimed_by(draft.claims, desk.report),
            *said_by(draft.anchor, draft.type, draft.actors, desk.report),
        ),
        hedges=draft.hedges,
        confidence=_confidence(draft),
        rule=_rule(draft.found.predicate),
        evidence=_evidence(draft),
    )


def _rule(predicate: Predicate) -> str:
    """Return the name of a predicate row that stays when lines move: its words."""
    return f"{predicate.rule.partition(':')[0]}: {predicate.phrase} ({predicate.pos})"


def _mode(draft: Draft) -> str | None:
    if draft.type != "CONSULT" or draft.mode:
        return draft.mode
    if draft.mediators:
        return "third-party"
    countries = {p.country for p in draft.actors if p.country}
    return "multilateral" if len(countries) > 2 else None


def _not_to_come(draft: Draft, desk: Desk) -> Draft:
    """Drop days after the report's own from what is told as done: they belong to something else."""
    published = desk.report.published
    if published is None or draft.reading.effect != "actual":
        return draft
    last = published + _ZONES
    late = tuple(t for t in draft.times if t.first is not None and t.first > last)
    if not late:
        return draft
    kept = tuple(t for t in draft.times if t not in late)
    reason = "left out: the day comes after the report's own"
    evidence = Evidence(field="when", spans=tuple(t.span for t in late), reason=reason)
    return replace(draft, times=kept, evidence=(*draft.evidence, evidence))


def _when(draft: Draft, frame: Draft | None) -> When | None:
    if draft.times:
        return when_of(min(draft.times, key=_exactness))
    if frame is not None and frame.times:
        time = frame.times[0]
        return When(
            value=time.value,
            first=time.first,
            last=time.last,
            basis=TimeBasis.FRAME,
            span=time.span,
        )
    return None


def _exactness(time: Time) -> tuple[bool, bool, int, Span]:
    """Rank times: dates before lengths, known ends, then the fewest days, then the first words."""
    known = time.first is not None and time.last is not None
    days = (time.last - time.first).days if time.first and time.last else 0
    return time.kind is TimeKind.DURATION, not known, days, time.span


def _where(draft: Draft, frame: Draft | None) -> Place | None:
    for source in (draft, frame):
        for place in source.places if source else ():
            if place.precision is not Precision.REGION:
                return place
    return None


def _confidence(draft: Draft) -> float:
    if not draft.actors:
        return _ACTORLESS
    if draft.share is not None:
        return calibrated(draft.share, proposed=not draft.found.is_learned)
    strong = "weak" not in draft.found.predicate.notes
    complete = bool(draft.recipients or draft.concerns) or len(draft.actors) > 1
    return _CONFIDENCE[strong, complete]


def _type_reason(draft: Draft) -> str:
    rule = _rule(draft.found.predicate)
    if draft.share is None:
        return rule
    other = f", read as {draft.type} by the learned coder" if draft.retyped else ""
    return f"{rule}{other}; share {draft.share:.2f}"


def _evidence(draft: Draft) -> tuple[Evidence, ...]:
    found = draft.found
    words: list[Span] = sorted({w.span for w in found.own})
    typed = Evidence(field="type", spans=tuple(words), reason=_type_reason(draft))
    extra = []
    if draft.frame is not None and not draft.times:
        extra.append(
            Evidence(field="when", spans=(draft.frame.anchor,), reason="done in this meeting")
        )
    return (typed, draft.reading.evidence, *draft.evidence, *extra)
