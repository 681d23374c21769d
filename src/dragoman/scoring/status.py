"""Twins on status: two sentences nearly alike, in one of which the act is not done."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from dragoman.errors import BadTable
from dragoman.record import Event
from dragoman.scoring.events import score_sentence
from dragoman.scoring.markup import MarkedSentence, read_sentence

__all__ = ["Twins", "coded_alike", "is_right", "read_twins", "typed_and_right"]

_HEADING = re.compile(r"# PAIR (?P<number>\d+) (?P<kind>\S+)")


@dataclass(frozen=True, slots=True)
class Twins:
    """Two sentences of one kind (negated, denied, planned ...), the one not done first."""

    number: int
    kind: str
    undone: MarkedSentence
    done: MarkedSentence


def read_twins(path: Path) -> Iterator[Twins]:
    """Yield the pairs of a file; raises BadTable, naming file and line, for one that is not whole.

    A line `# PAIR number kind` stands before the two sentences.
    """
    lines = path.read_text(encoding="utf-8").splitlines()
    for number, line in enumerate(lines, start=1):
        if heading := _HEADING.match(line):
            pair = lines[number : number + 2]
            if len(pair) < 2 or any(not s.strip() or s.startswith("#") for s in pair):
                raise BadTable(f"{path.name}:{number}: two sentences must follow this line")
            undone, done = (
                read_sentence(s.strip(), file=path.name, line=number + n)
                for n, s in enumerate(pair, start=1)
            )
            yield Twins(int(heading["number"]), heading["kind"], undone, done)


def is_right(marked: MarkedSentence, events: Sequence[Event]) -> bool:
    """Tell whether each act is coded with type and status, and nothing not done is told as done."""
    wanted = Counter((act.type, act.status) for act in marked.acts)
    coded = Counter((event.type, event.status.value) for event in events)
    score = score_sentence(marked, events)
    return not wanted - coded and not score.counts["told as done"]


def typed_and_right(marked: MarkedSentence, events: Sequence[Event]) -> tuple[int, int]:
    """Return how many marked acts are coded with their type, and how many with their status too."""
    types = Counter(act.type for act in marked.acts) & Counter(event.type for event in events)
    wanted = Counter((act.type, act.status) for act in marked.acts)
    coded = Counter((event.type, event.status.value) for event in events)
    return types.total(), (wanted & coded).total()


def coded_alike(one: Sequence[Event], other: Sequence[Event]) -> bool:
    """Tell whether two codings have the same types and statuses."""
    first, second = (sorted((e.type, e.status.value) for e in events) for events in (one, other))
    return first == second
