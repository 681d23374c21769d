"""Words that are parts of persons' names in a report, and so mostly no places in it."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.knowledge.gazetteer import fold
from dragoman.languages.en.placing import PlaceWords
from dragoman.record import MentionKind, Report
from dragoman.stages.toponyms.tokens import Token
from dragoman.stages.toponyms.windows import Window

__all__ = ["person_names"]


def person_names(
    report: Report, tokens: list[Token], windows: dict[int, list[Window]], words: PlaceWords
) -> frozenset[str]:
    """Return the folded words of the persons a report names.

    "Houston" after "Sam Houston" is the man, unless "in" stands before it.
    """
    mentioned = (m for m in report.mentions if m.kind is MentionKind.PERSON)
    names = {fold(word) for m in mentioned for word in report.words(m.span).split()}
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
