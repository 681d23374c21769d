"""The state that a report is at home in: whose police "the police" are, where none is said.

A report is at home where its places lie, if it tells of that state far more than of any other, and
its dateline, its title or most of its places say so. The people of a paragraph that names no other
state are then of that state.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import msgspec

from dragoman.knowledge.base import Knowledge
from dragoman.languages.en.placing import place_words
from dragoman.models.view import Parse
from dragoman.record import Place, Precision, Report, Span
from dragoman.stages.coreference.only_state import (
    dateline_end,
    paragraphs,
    states_named,
    states_within,
    with_state,
)

__all__ = ["find_home_state", "home_state"]

_MOST = 0.5  # of all that names a state, and
_TWICE = 2  # as much as any other state
_PLACES = 0.7  # of all places that lie in one
_IN_TITLE = 2  # a name in the title says more than one in the text
_FEWEST = 3
# Those who are mostly of the land they act in, beside those of every state.
_LOCAL = frozenset(("REB", "UAF", "CRM", "REF"))


def find_home_state(report: Report, parse: Parse) -> Report:
    """Return the report with the state it is at home in given to its people without one."""
    del parse
    home = home_state(report)
    if home is None:
        return report
    why = "the state the report is at home in"
    mentions = with_state(report, home, tuple(_at_home(report, home)), why, further=_LOCAL)
    return msgspec.structs.replace(report, mentions=mentions)


def home_state(report: Report) -> str | None:
    """Return the code of the state that a report is at home in, or None."""
    hits = Knowledge.load().find(report.text)
    lying = Counter(p.country for p in _places(report) if p.country)
    told = states_named(hits) + lying
    titled = _titled(report.title or "", told)
    for state in titled:
        told[state] += _IN_TITLE
    if not told:
        return None
    (home, times), *others = told.most_common(2)
    second = others[0][1] if others else 0
    if times < _FEWEST or times < _MOST * told.total() or times < _TWICE * second:
        return None
    mostly_there = lying[home] >= _PLACES * lying.total()
    opened = dateline_end(report.text)
    if mostly_there and len(_in_text(report, home, opened)) > 1:
        return home
    if titled == {home} and lying[home]:
        return home
    return home if _filed(report, opened) == {home} else None


def _filed(report: Report, opened: int) -> set[str]:
    """Return the states of the dateline, none where it is the seat of a body of states."""
    hits = [hit for hit in Knowledge.load().find(report.text) if hit.span.start < opened]
    places = [p for p in report.places if _opens(p.span, opened)]
    words = {hit.span.cut(report.text) for hit in hits}
    words |= {p.span.cut(report.text) for p in places if p.span is not None}
    if any(place_words().has("of_bodies", word) for word in words):
        return set()
    return set(states_named(hits)) | {p.country for p in places if p.country}


def _places(report: Report) -> list[Place]:
    """Return the places that are no states."""
    return [place for place in report.places if place.precision is not Precision.COUNTRY]


def _in_text(report: Report, home: str, opened: int) -> set[str]:
    """Return the names of the places in a state, those of the dateline left out."""
    return {p.name for p in _places(report) if p.country == home and not _opens(p.span, opened)}


def _titled(title: str, told: Counter[str]) -> set[str]:
    """Return the states that a title names; of namesakes that of which the text tells most."""
    titled = set()
    for hit in Knowledge.load().find(title):
        named = states_named([hit])
        if named:
            titled.add(max(sorted(named), key=lambda state: told[state]))
    return titled


def _opens(span: Span | None, opened: int) -> bool:
    return span is not None and span.start < opened


def _at_home(report: Report, home: str) -> Iterator[Span]:
    """Yield the paragraphs that name no other state."""
    hits = Knowledge.load().find(report.text)
    for paragraph in paragraphs(report.text):
        if states_within(report, hits, paragraph) <= {home}:
            yield paragraph
