"""A text as time tokens: one letter a token, so that patterns run at the speed of `re`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from dragoman.languages.en.feasts import feast_names, may_name_feast
from dragoman.languages.en.times import OTHER, TimeGrammar, TimePattern, time_grammar

__all__ = ["Found", "Token", "Tokens", "pieces"]

_PIECE = 200_000  # characters: what a long text costs in memory at a time

_TOKEN = re.compile(
    r"\d{1,2}:\d\d(?::\d\d)?(?!\d)"  # 14:30
    r"|\d{1,3}(?:,\d{3})+(?!\d)|\d+(?:st|nd|rd|th|s)\b"  # 62,000   15th   1990s
    r"|(?<=\d\.)\d+|\d+(?:\.\d++(?!\.\d))?"  # 15   1.5, but not in 15.08.2025
    r"|[AaPp]\.\s?[Mm]\b\.?|[Oo]['’]clock"
    r"|FY\s?\d{4}|Q[1-4](?!\w)"
    r"|(?<!\w)['’]\d\d(?!\w)"  # '82
    r"|['’]s\b|[^\W\d_]+|\n\s*\n|[^\s\w]"
)
# Eid al-Fitr and New Year's Eve are one token each.
_TOKEN_OR_FEAST = re.compile(rf"(?P<feast>{feast_names()})|{_TOKEN.pattern}")
_DECADE = re.compile(r"(?:1\d|20)?\d0s")
_SAME_WORD = re.compile(r"[\w$£€%]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word or mark that a pattern matched: its class, and its value in the table."""

    kind: str
    word: str
    value: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Tokens:
    """A text cut into tokens, and the letters of their classes."""

    text: str
    marks: list[re.Match[str]]
    letters: str
    grammar: TimeGrammar

    def word(self, index: int) -> str:
        """Return a token in lower case; empty outside the text."""
        return self.marks[index][0].lower() if 0 <= index < len(self.marks) else ""

    def written(self, index: int) -> str:
        """Return a token as written; empty outside the text."""
        return self.marks[index][0] if 0 <= index < len(self.marks) else ""

    def token(self, index: int) -> Token:
        """Return a token with its class and value."""
        mark = self.marks[index]
        word = mark[0]
        kind = self.grammar.classes.get(self.letters[index], "")
        value = self.grammar.values.get(word, word)
        return Token(kind, word.lower(), value, mark.start(), mark.end())

    def joined(self, index: int) -> bool:
        """Tell whether a token follows the one before without a blank."""
        return (
            0 < index < len(self.marks) and self.marks[index - 1].end() == self.marks[index].start()
        )


@dataclass(frozen=True, slots=True)
class Found:
    """A pattern that fits at a place in the text."""

    tokens: Tokens
    pattern: TimePattern
    match: re.Match[str] = field(repr=False)

    @property
    def first(self) -> int:
        """Index of the first token."""
        return self.match.start()

    @property
    def end(self) -> int:
        """Index after the last token."""
        return self.match.end()

    def all(self, name: str) -> list[Token]:
        """Return the tokens of a named part; empty if the pattern has no such part here."""
        if name not in self.match.re.groupindex:
            return []
        first, end = self.match.span(name)
        return [self.tokens.token(index) for index in range(first, end)]

    def one(self, name: str) -> Token | None:
        """Return the first token of a named part."""
        found = self.all(name)
        return found[0] if found else None

    def has(self, name: str) -> bool:
        """Tell whether a named part is there."""
        return name in self.match.re.groupindex and self.match.start(name) < self.match.end(name)

    def before(self, count: int = 1) -> str:
        """Return the word some places before the pattern, in lower case."""
        return self.tokens.word(self.first - count)

    def after(self, count: int = 1) -> str:
        """Return the word some places after the pattern, in lower case."""
        return self.tokens.word(self.end + count - 1)

    def whole(self) -> bool:
        """Tell whether the tokens stand without blanks between ("2025-08-15")."""
        return all(self.tokens.joined(index) for index in range(self.first + 1, self.end))


def pieces(text: str) -> Iterator[Tokens]:
    """Yield a text as tokens with the letters of their classes, a long one piece by piece.

    Offsets count from the start of the text. A piece ends at a line break where there is one.
    """
    start = 0
    while start < len(text):
        end = _piece_end(text, start)
        yield _cut(text, start, end)
        start = end


def _piece_end(text: str, start: int) -> int:
    limit = start + _PIECE
    if limit >= len(text):
        return len(text)
    for mark in ("\n", " "):
        place = text.rfind(mark, start + 1, limit)
        if place > 0:
            return place
    return limit


def _cut(text: str, start: int, end: int) -> Tokens:
    grammar = time_grammar()
    form = _TOKEN_OR_FEAST if may_name_feast(text[start:end]) else _TOKEN
    marks = list(form.finditer(text, start, end))
    known = grammar.letters.get
    letters = "".join([known(mark[0]) or _letter(mark, grammar.codes) for mark in marks])
    return Tokens(text, marks, letters, grammar)


def _letter(mark: re.Match[str], codes: dict[str, str]) -> str:
    """Return the letter of a token that is in no table of words, by its form."""
    if mark.lastgroup:
        return codes["holiday"]
    word = mark[0]
    first = word[0]
    if first == "\n":
        return codes["break"]
    if first in "'’" and word[-1].isdecimal():
        return codes["short_year"]
    if first.isascii() and first.isdigit():
        return codes[_form(word)]
    if first == "F" and word[-1].isdecimal():
        return codes["fiscal_code"]
    if first == "Q" and word[-1].isdecimal():
        return codes["quarter_code"]
    if word[-1] in ".mM" and word[1:2] == ".":
        return codes["half_day"]
    return OTHER


def _form(word: str) -> str:
    if ":" in word:
        return "clock"
    if word[-1] == "s":
        return "decade" if _DECADE.fullmatch(word) else "break"
    if word[-1].isalpha():
        return "nth"
    return "number"
