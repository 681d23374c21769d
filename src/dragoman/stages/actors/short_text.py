"""A few words without a parse: their rough tags, and the pieces they are cut into."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from dragoman.knowledge.names import NameHit
from dragoman.languages.en.roles import load_roles
from dragoman.models.view import Sentence, Word
from dragoman.stages.actors.kinds import Kind
from dragoman.stages.actors.pieces import Piece, cut, cut_plain, may_act, name_piece
from dragoman.stages.actors.words import words as word_classes

__all__ = ["read_short"]

_TOKEN = re.compile(r"['’]s\b|(?:[A-Z]\.)+|Mr\.|Mrs\.|Ms\.|Dr\.|St\.|[^\W_]+(?:['’][^\W_]+)?|\S")
_TAGS = {
    "of": "IN",
    "in": "IN",
    "from": "IN",
    "to": "IN",
    "for": "IN",
    "on": "IN",
    "at": "IN",
    "and": "CC",
    "or": "CC",
    "the": "DT",
    "a": "DT",
    "an": "DT",
    "then": "RB",
}
_ADJECTIVAL = re.compile(r"(?:al|ic|ous|ive|ish|ary|ern|ed|ing|ful|less|ible|able)$")
_BEFORE = Word(0, ".", ".", "dep", 0)  # stands for words that are of no account


def read_short(text: str, hits: Sequence[NameHit]) -> tuple[Sentence, list[Piece]]:
    """Return the words of a short text as a sentence, tagged well enough for one noun phrase.

    `hits` are the known names in it, in order. The pieces are those of `cut`; words that hold no
    marks are cut part by part, as what stands between names ("the President of") recurs.
    """
    if "  " not in text and text.replace(" ", "").isalnum():
        parts = _by_parts(text, hits)
        if parts is not None:
            return Sentence(0, 0, len(text), tuple(parts[0])), parts[1]
    found = enumerate(_TOKEN.finditer(text))
    words = tuple([Word(n, t[0], _tag(t[0]), "dep", t.start()) for n, t in found])
    return Sentence(0, 0, len(text), words), cut(words, hits)


def _by_parts(text: str, hits: Sequence[NameHit]) -> tuple[list[Word], list[Piece]] | None:
    """Return words and pieces, names and what is between them in turn; None to cut as a whole."""
    words: list[Word] = []
    pieces: list[Piece] = []
    at = 0
    for hit in hits:
        start, end = hit.span.start, hit.span.end
        if start > at and not _add_between(text[at : start - 1], at, words, pieces):
            return None
        number = len(words)
        named = _run(text[start:end], number, start)
        if named[0].lower == "the":
            return None
        words += named
        pieces.append(name_piece(words, number, len(words) - 1, hit))
        at = end + 1
    if at < len(text) and not _add_between(text[at:], at, words, pieces):
        return None
    return words, pieces


def _add_between(text: str, start: int, words: list[Word], pieces: list[Piece]) -> bool:
    """Add the words between names; return False where what they are hangs on the name before."""
    more, cut_more = _between(text, len(words), start)
    if words and cut_more[0].kind is Kind.ROLE:
        before = words[-1]
        if not may_act(cut_more[0].lower, before.lower, before.tag):
            return False
    words += more
    pieces += cut_more
    return True


@lru_cache(maxsize=1 << 14)
def _between(text: str, number: int, start: int) -> tuple[tuple[Word, ...], tuple[Piece, ...]]:
    words = _run(text, number, start)
    sequence = (*(_BEFORE,) * number, *words)
    return words, tuple(cut_plain(sequence, number, len(sequence)))


@lru_cache(maxsize=1 << 15)
def _run(text: str, number: int, start: int) -> tuple[Word, ...]:
    """Return words that stand from a number and an offset on; phrases share them."""
    made = []
    for word in text.split(" "):
        made.append(Word(number, word, _tag(word), "dep", start))
        number, start = number + 1, start + len(word) + 1
    return tuple(made)


@lru_cache(maxsize=8192)
def _tag(word: str) -> str:
    lower = word.lower()
    if lower in ("'s", "’s"):
        return "POS"
    if lower in _TAGS:
        return _TAGS[lower]
    if word[0].isdigit():
        return "CD"
    if not word[0].isalnum():
        return "HYPH" if word in "-–" else ","
    if word[0].isupper() or word_classes().among("particle", lower):
        return "NNP"
    if load_roles().match((lower,), 1) is not None:
        return "NN"
    return "JJ" if _ADJECTIVAL.search(lower) else "NN"
