"""What talks and statements are about: topic and context tables, found by their cues."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.lexicon import read_table
from dragoman.record import Span

__all__ = [
    "ContextCue",
    "KnownTopic",
    "Phrases",
    "load_context_cues",
    "load_topic_cues",
]

_FOLDER = Path(__file__).parent


class Phrases:
    """Cue phrases, found longest first, whatever the case, on word boundaries."""

    def __init__(self, phrases: tuple[str, ...]) -> None:
        """Build the automaton; phrases are lower case."""
        self._automaton = AhoCorasick(list(phrases), matchkind=MatchKind.LeftmostLongest)

    def find(self, text: str) -> Iterator[tuple[int, Span]]:
        """Yield the number of each phrase found, and where."""
        lowered = text.lower()
        if len(lowered) != len(text):  # a letter whose lower case is two: keep offsets true
            lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
        for number, start, end in self._automaton.find_matches_as_indexes(lowered):
            before = lowered[start - 1] if start else " "
            after = lowered[end] if end < len(lowered) else " "
            if not before.isalnum() and not after.isalnum():
                yield number, Span(start, end)


@dataclass(frozen=True, slots=True)
class KnownTopic:
    """One row of the topic table; dates are year, month or day as written, empty if open."""

    id: str
    label: str
    countries: tuple[str, ...]
    start: str
    end: str


@dataclass(frozen=True, slots=True)
class ContextCue:
    """One row of the context table: its scope is the clause of the event or its sentence."""

    context: str
    scope: str


@cache
def load_topic_cues() -> tuple[Phrases, tuple[tuple[KnownTopic, ...], ...]]:
    """Return the cues of topics, and by their numbers the topics each may mean."""
    owners: dict[str, list[KnownTopic]] = {}
    columns = ("id", "label", "kind", "countries", "from", "to", "cues", "source")
    for row in read_table(_FOLDER / "topics.tsv", columns):
        topic = KnownTopic(row["id"], row["label"], row.many("countries"), row["from"], row["to"])
        for cue in row.many("cues"):
            owners.setdefault(cue.lower(), []).append(topic)
    return Phrases(tuple(owners)), tuple(tuple(topics) for topics in owners.values())


@cache
def load_context_cues() -> tuple[Phrases, tuple[tuple[ContextCue, ...], ...]]:
    """Return the cues of contexts, and by their numbers what each stands for."""
    owners: dict[str, list[ContextCue]] = {}
    for row in read_table(_FOLDER / "contexts.tsv", ("cue", "context", "scope")):
        owners.setdefault(row["cue"], []).append(ContextCue(row["context"], row["scope"]))
    return Phrases(tuple(owners)), tuple(tuple(cues) for cues in owners.values())
