"""The words of a text as the search for places sees them, parsed or not."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dragoman.record import Span

__all__ = ["Token", "tokens_of"]

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|W\.Va\.|[^\W_]+(?:[-'’‘ʿʼ`][^\W_]+)*",
)
_ENDING = re.compile(
    r"(?:['’]s|-(?:based|born|area|bound|led|backed|brokered|mediated|funded|sponsored|trained|"
    r"made|built|run|owned|registered|flagged|style|wide|educated|hosted|supplied))$",
    re.IGNORECASE,
)
# Names set side by side, or one name in two words: "Egypt-Israel talks", "Guinea-Bissau".
_PAIR = re.compile(r"[A-ZÀ-Þ][^\W\d_'’]*(?:-[A-ZÀ-Þ][^\W\d_]*)+(?:['’]s)?")
_ARTICLED = re.compile(r"(?:al|el|as|ash|ad|an|ar|at|az|ez)-[A-ZÀ-Þ]")
_AFTER_PLURAL = ("' ", "’ ")  # "the Philippines' navy"
_STOPPED = frozenset({"St", "Ste", "Ft", "Mt"})


class Token(msgspec.Struct, frozen=True, gc=False):
    """A word: where it stands, without endings like "'s", and how it joins the word before.

    `linked` tells that only one blank parts it from the word before, `hyphen` that a hyphen does;
    `opens` that it opens a sentence or a line.
    """

    start: int
    end: int
    text: str
    lower: str
    capital: bool
    possessive: bool
    linked: bool
    opens: bool
    hyphen: bool = False

    @property
    def span(self) -> Span:
        """The characters of the word."""
        return Span(self.start, self.end)


def tokens_of(text: str, starts: frozenset[int]) -> list[Token]:
    """Return the words of a text; `starts` are the offsets at which sentences begin."""
    found: list[Token] = []
    last: Token | None = None
    for start, end in _words(text):
        bare, possessive = _without_ending(text[start:end])
        if bare[-1] == "s" and text[end : end + 2] in _AFTER_PLURAL:
            possessive = True
        last = Token(
            start=start,
            end=start + len(bare),
            text=bare,
            lower=bare.lower(),
            capital=bare[0].isupper() or ("-" in bare and bool(_ARTICLED.match(bare))),
            possessive=possessive,
            linked=last is not None and not last.possessive and _joins(text, last, start),
            opens=last is None or start in starts,
            hyphen=last is not None and start == last.end + 1 and text[last.end] == "-",
        )
        found.append(last)
    return found


def _words(text: str) -> Iterator[tuple[int, int]]:
    """Yield start and end of each word; names joined by hyphens are words of their own."""
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if "-" in match.group() and _PAIR.fullmatch(match.group()):
            for part in match.group().split("-"):
                yield start, start + len(part)
                start += len(part) + 1
        else:
            yield start, end


def _without_ending(words: str) -> tuple[str, bool]:
    """Return a word without its ending, and whether that made it a possessive."""
    if words.isalpha():
        return words, False
    ending = _ENDING.search(words)
    if ending is None:
        return words, False
    return words[: ending.start()], ending.group()[0] != "-"


def _joins(text: str, last: Token, start: int) -> bool:
    if start == last.end + 1:
        return text[last.end] in " \u00a0"
    return start == last.end + 2 and last.text in _STOPPED and text[last.end] == "."
