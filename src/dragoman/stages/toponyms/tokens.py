"""The words of a text as the search for places sees them, parsed or not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from dragoman.record import Span

__all__ = ["Token", "tokens_of"]

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|W\.Va\.|[^\W_]+(?:[-'’‘ʿʼ`][^\W_]+)*",
)
_POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
_ARTICLED = re.compile(r"(?:al|el|as|ash|ad|an|ar|at|az|ez)-[A-ZÀ-Þ]")
_STOPPED = frozenset({"St", "Ste", "Ft", "Mt"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word: where it stands, without a possessive ending, and how it joins the word before.

    `linked` tells that only one blank parts it from the word before; `opens` that it opens a
    sentence or a line.
    """

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    possessive: bool
    linked: bool
    opens: bool

    @property
    def span(self) -> Span:
        """The characters of the word."""
        return Span(self.start, self.end)


def tokens_of(text: str, starts: frozenset[int]) -> list[Token]:
    """Return the words of a text; `starts` are the offsets at which sentences begin."""
    found: list[Token] = []
    for match in _TOKEN.finditer(text):
        words = match.group()
        ending = _POSSESSIVE.search(words)
        bare = words[: ending.start()] if ending else words
        last = found[-1] if found else None
        linked = last is not None and not last.possessive and _joins(text, last, match.start())
        found.append(
            Token(
                start=match.start(),
                end=match.start() + len(bare),
                text=bare,
                lower=bare.lower(),
                capital=bare[0].isupper() or bool(_ARTICLED.match(bare)),
                possessive=bool(ending) or _plural_possessive(text, match.end(), bare),
                linked=linked,
                opens=match.start() in starts or not found,
            )
        )
    return found


def _plural_possessive(text: str, end: int, word: str) -> bool:
    """Tell whether an apostrophe after a final s makes it a possessive ("the Philippines' ")."""
    return (
        word.endswith("s") and text[end : end + 1] in ("'", "’") and text[end + 1 : end + 2] == " "
    )


def _joins(text: str, last: Token, start: int) -> bool:
    between = text[last.end : start]
    return between in (" ", "\u00a0") or (between == ". " and last.text in _STOPPED)
