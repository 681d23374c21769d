"""Words that are parts of persons' names in a report, and so mostly no places in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from dragoman.knowledge.gazetteer import fold
from dragoman.knowledge.places import KnownPlaces
from dragoman.languages.en.placing import PlaceWords
from dragoman.record import Mention, MentionKind, Report, Span
from dragoman.stages.toponyms.tokens import Token
from dragoman.stages.toponyms.windows import Window

__all__ = ["own_names", "person_names"]

_RUN = re.compile(r"(?:[A-ZÀ-Þ][\w.'’-]*[ ]){0,2}[A-ZÀ-Þ][\w'’-]*$")
_WORD = re.compile(r"[^\s]+")


def own_names(report: Report, known: KnownPlaces, words: PlaceWords) -> tuple[Span, ...]:
    """Return what of the mentions of persons is the person's own name.

    A mention takes in the office and its country ("former US ambassador to Egypt Ann Lee"), and is
    often no name at all ("an Ohio man"): at most its last three words in capitals are.
    """
    spans = (_own_name(report, m.span, known, words) for m in _persons(report))
    return tuple(span for span in spans if span is not None)


def _persons(report: Report) -> Iterable[Mention]:
    return (m for m in report.mentions if m.kind is MentionKind.PERSON)


def _own_name(report: Report, span: Span, known: KnownPlaces, words: PlaceWords) -> Span | None:
    run = _RUN.search(report.words(span))
    if run is None:
        return None
    parts = list(_WORD.finditer(run.group()))
    while parts and _leads(parts[0].group(), known, words):
        parts.pop(0)
    if not parts or any(words.has("body", part.group()) for part in parts):
        return None
    start = span.start + run.start()
    return Span(start + parts[0].start(), start + parts[-1].end())


def _leads(word: str, known: KnownPlaces, words: PlaceWords) -> bool:
    """Tell whether a word before a name is a title, a state or a division, and none of it."""
    key = fold(word.removesuffix("'s").removesuffix("’s"))
    if words.has("person", key) or words.has("title", key):
        return True
    return key not in words.given and known.in_tables(key)


def person_names(
    report: Report,
    own: Iterable[Span],
    tokens: list[Token],
    windows: dict[int, list[Window]],
    words: PlaceWords,
) -> frozenset[str]:
    """Return the folded words of the persons a report names.

    "Houston" after "Sam Houston" is the man, unless "in" stands before it.
    """
    names = {fold(word) for span in own for word in report.words(span).split()}
    return frozenset(names | set(_after_given_names(tokens, windows, words)))


def _after_given_names(
    tokens: list[Token], windows: dict[int, list[Window]], words: PlaceWords
) -> Iterator[str]:
    """Yield the last words of runs like "Paris Hilton" of which the whole is no place."""
    for index in range(1, len(tokens)):
        first, second = tokens[index - 1], tokens[index]
        if not (second.capital and second.linked and first.capital) or first.text.isupper():
            continue
        if index + 1 < len(tokens) and tokens[index + 1].linked and tokens[index + 1].capital:
            continue
        known = any(window.end > index for window in windows.get(index - 1, ()))
        if first.lower in words.given and not words.has("opener", first.lower) and not known:
            yield fold(second.text)
