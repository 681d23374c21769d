"""Coded events against marked acts: type, mode, status, parties, false facts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.record import Event, Party, Span, Status
from dragoman.scoring.markup import MarkedAct, MarkedParty, MarkedSentence

__all__ = ["EventScore", "Fault", "right_events", "score_sentence"]

Code = tuple[str | None, str | None]


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing found wrong, for a person to read."""

    kind: str
    type: str
    marked: str
    found: str
    text: str
    where: str


@dataclass(slots=True)
class EventScore:
    """Counts that add up over sentences, and the faults behind them."""

    counts: Counter[str] = field(default_factory=Counter)
    confusion: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: list[Fault] = field(default_factory=list)

    def __add__(self, other: EventScore) -> EventScore:
        """Return the counts of both."""
        return EventScore(
            self.counts + other.counts,
            self.confusion + other.confusion,
            [*self.faults, *other.faults],
        )

    def f1(self, right: str) -> float:
        """Return the F1 of what is counted as right among the acts marked and found."""
        both = self.counts["marked"] + self.counts["found"]
        return 2 * self.counts[right] / both if both else 0.0

    def share(self, right: str, of: str) -> float:
        """Return one count over another, 0 where there is nothing to count."""
        return self.counts[right] / self.counts[of] if self.counts[of] else 0.0

    def by_type(self) -> list[tuple[str, int, int, int]]:
        """Return for each type how many acts were marked, found, and both."""
        names = sorted({name for pair in self.confusion for name in pair} - {"-"})
        pairs = self.confusion.items()
        return [
            (
                name,
                sum(n for (one, _), n in pairs if one == name),
                sum(n for (_, other), n in pairs if other == name),
                self.confusion[name, name],
            )
            for name in names
        ]

    @property
    def figures(self) -> dict[str, float]:
        """The figures by name.

        `anchor`, `type`, `mode`, `parties`: F1 of acts whose anchor overlaps; that have the type;
        also the mode; whose actors and recipients have type, countries and sectors right. `status`:
        share right among acts whose type is right. `false facts`: share of what is marked as not
        done (acts and what acts are about) that is told as done.
        """
        return {
            "anchor": self.f1("anchor"),
            "type": self.f1("type"),
            "type precision": self.share("type", "found"),
            "type recall": self.share("type", "marked"),
            "mode": self.f1("mode"),
            "actors": self.f1("actors"),
            "recipients": self.f1("recipients"),
            "parties": self.f1("parties"),
            "status": self.share("status", "type"),
            "false facts": self.share("told as done", "not done"),
        }


def score_sentence(marked: MarkedSentence, events: Sequence[Event]) -> EventScore:
    """Return the score of the events coded from a marked sentence."""
    score = EventScore()
    score.counts.update(marked=len(marked.acts), found=len(events))
    score.counts["anchor"] = len(_pairs(marked.acts, events, _overlaps))
    pairs = _pairs(marked.acts, events, _same_type)
    for act, event in pairs:
        _count_pair(act, event, marked, score)
    left = [a for a in marked.acts if not any(a is b for b, _ in pairs)]
    over = [e for e in events if not any(e is f for _, f in pairs)]
    _count_left(left, over, marked, score)
    _count_false_facts(marked, events, score)
    return score


def right_events(marked: MarkedSentence, events: Sequence[Event]) -> list[Event]:
    """Return the events whose type a marked act has, one to one."""
    return [event for _, event in _pairs(marked.acts, events, _same_type)]


def _spans(act: MarkedAct | Event) -> tuple[Span, ...]:
    return (act.anchor, *act.mentions)


def _overlaps(act: MarkedAct, event: Event) -> bool:
    return any(
        one.start < other.end and other.start < one.end
        for one in _spans(act)
        for other in _spans(event)
    )


def _same_type(act: MarkedAct, event: Event) -> bool:
    return act.type == event.type


def _pairs(
    acts: Sequence[MarkedAct],
    events: Sequence[Event],
    fit: Callable[[MarkedAct, Event], bool],
) -> list[tuple[MarkedAct, Event]]:
    """Return acts and events that fit, one to one, those with overlapping or near words first."""
    fitting = [
        (not _overlaps(act, event), abs(act.anchor.start - event.anchor.start), n, k)
        for n, act in enumerate(acts)
        for k, event in enumerate(events)
        if fit(act, event)
    ]
    taken_acts: set[int] = set()
    taken: set[int] = set()
    pairs = []
    for _, _, n, k in sorted(fitting):
        if n not in taken_acts and k not in taken:
            taken_acts.add(n)
            taken.add(k)
            pairs.append((acts[n], events[k]))
    return pairs


def _codes(parties: Iterable[Party | MarkedParty]) -> set[Code]:
    return {(p.country, p.sector) for p in parties}


def _count_pair(act: MarkedAct, event: Event, marked: MarkedSentence, score: EventScore) -> None:
    actors = _codes(act.actors) == _codes(event.actors)
    recipients = _codes(act.recipients) == _codes(event.recipients)
    rights = {
        "type": True,
        "mode": act.mode == event.mode,
        "status": act.status == event.status.value,
        "actors": actors,
        "recipients": recipients,
        "parties": actors and recipients,
    }
    score.confusion[act.type, event.type] += 1
    for name, right in rights.items():
        score.counts[name] += right
        if not right and name != "parties":
            score.faults.append(_fault(name, act, event, marked))


def _count_left(
    left: list[MarkedAct], over: list[Event], marked: MarkedSentence, score: EventScore
) -> None:
    crossed = _pairs(left, over, _overlaps)
    for act, event in crossed:
        score.confusion[act.type, event.type] += 1
        score.faults.append(_fault("type", act, event, marked))
    for act in left:
        if not any(act is a for a, _ in crossed):
            score.confusion[act.type, "-"] += 1
            score.faults.append(_fault("missed", act, None, marked))
    for event in over:
        if not any(event is e for _, e in crossed):
            score.confusion["-", event.type] += 1
            score.faults.append(_fault("false", None, event, marked))


def _count_false_facts(marked: MarkedSentence, events: Sequence[Event], score: EventScore) -> None:
    told = [e for e in events if e.status is Status.ACTUAL]
    not_done = [(a.type, a.anchor) for a in marked.acts if a.status != "actual"]
    not_done += [(kind, span) for a in marked.acts for kind, _, span in a.concerns]
    score.counts["not done"] += len(not_done)
    for kind, span in not_done:
        for event in told:
            if (
                event.type == kind
                and any(s.start < span.end and span.start < s.end for s in _spans(event))
                and not _is_marked_done(marked, kind, span)
            ):
                score.counts["told as done"] += 1
                score.faults.append(
                    Fault("told as done", kind, "not done", _tell(event, marked), marked.text,
                          f"{marked.file}:{marked.line}")
                )  # fmt: skip
                break


def _is_marked_done(marked: MarkedSentence, kind: str, span: Span) -> bool:
    """Tell whether the same words are also marked as an act of the type that was done."""
    return any(a.type == kind and a.status == "actual" and a.anchor == span for a in marked.acts)


def _fault(kind: str, act: MarkedAct | None, event: Event | None, marked: MarkedSentence) -> Fault:
    return Fault(
        kind=kind,
        type=act.type if act else event.type if event else "",
        marked=_tell_marked(act, marked) if act else "-",
        found=_tell(event, marked) if event else "-",
        text=marked.text,
        where=f"{marked.file}:{marked.line}",
    )


def _tell_marked(act: MarkedAct, marked: MarkedSentence) -> str:
    return _line(
        act.type, act.mode, act.status, act.anchor, act.actors, act.recipients, marked.text
    )


def _tell(event: Event, marked: MarkedSentence) -> str:
    return _line(
        event.type, event.mode, event.status.value, event.anchor, event.actors, event.recipients,
        marked.text,
    )  # fmt: skip


def _line(
    kind: str,
    mode: str | None,
    status: str,
    anchor: Span,
    actors: Sequence[Party | MarkedParty],
    recipients: Sequence[Party | MarkedParty],
    text: str,
) -> str:
    def who(parties: Sequence[Party | MarkedParty]) -> str:
        return "+".join(f"{p.country or '?'}.{p.sector or '?'}" for p in parties)

    name = f"{kind}.{mode}" if mode else kind
    told = "" if status == "actual" else f"!{status}"
    words = text[anchor.start : anchor.end]
    return f"{name}{told} {words!r} {who(actors)} > {who(recipients)}"
