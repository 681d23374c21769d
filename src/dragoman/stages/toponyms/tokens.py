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
    for start, word in _words(text):
        bare, possessive = (word, False) if word.isalpha() else _without_ending(word)
        end = start + len(bare)
        if bare[-1] == "s" and text[start + len(word) : start + len(word) + 2] in _AFTER_PLURAL:
            possessive = True
        capital = bare[0].isupper() or ("-" in bare and bool(_ARTICLED.match(bare)))
        linked = hyphen = False
        if last is not None and not last.possessive:
            linked = _joins(text, last, start)
            hyphen = not linked and start == last.end + 1 and text[last.end] == "-"
        opens = last is None or start in starts
        # by position: this is the most frequent call of the whole search
        last = Token(start, end, bare, bare.lower(), capital, possessive, linked, opens, hyphen)
        found.append(last)
    return found


def _words(text: str) -> Iterator[tuple[int, str]]:
    """Yield each word and where it starts; names joined by hyphens are words of their own."""
    for match in _TOKEN.finditer(text):
        word, start = match.group(), match.start()
        if "-" in word and _PAIR.fullmatch(word):
            for part in word.split("-"):
                yield start, part
                start += len(part) + 1
        else:
            yield start, word


def _without_ending(words: str) -> tuple[str, bool]:
    """Return a word without its ending, and whether that made it a possessive."""
    ending = _ENDING.search(words)
    if ending is None:
        return words, False
    return words[: ending.start()], ending.group()[0] != "-"


def _joins(text: str, last: Token, start: int) -> bool:
    if start == last.end + 1:
        return text[last.end] in " \u00a0"
    return start == last.end + 2 and last.text in _STOPPED and text[last.end] == "."
