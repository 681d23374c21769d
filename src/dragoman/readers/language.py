"""Which language a text is in, told from its commonest words or its letters."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from pkgutil import iter_modules

import dragoman.languages
from dragoman.errors import BadInput
from dragoman.lexicon import read_table

__all__ = ["guess_language", "installed_languages", "language_of"]

_SAMPLE = 20_000  # characters: enough for thousands of words, and the same time for any text
_FEWEST_WORDS = 40  # below this the shares say little
_FEWEST_LETTERS = 80  # for writing without blanks between words
_CLEAR_SHARE = 0.15  # running text of the listed languages has 0.25 and more
_CLEAR_LEAD = 2.0  # times the share of the second: words common to two languages do not decide

_MANY_WORDS = 200  # so many words with next to none of the listed ones are no listed language
_NO_SHARE = 0.05

_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Known:
    """A language the table knows: code, English name, script or commonest words."""

    code: str
    name: str
    script: str
    words: frozenset[str]


_UNLISTED = Known("und", "in a language this reader has no words of", "", frozenset())


def language_of(text: str, stated: str | None = None) -> str:
    """Return the code of the language of a text, `stated` deciding where the text does not.

    Raises BadInput where that language is not installed.
    """
    installed = installed_languages()
    seen = guess_language(text)
    if seen and seen.code not in installed:
        raise BadInput(f"seems to be {seen.name}; installed languages: {', '.join(installed)}")
    if seen or not stated:
        return seen.code if seen else "en"
    code = _code(stated)
    if code not in installed:
        raise BadInput(f"language is {stated!r}; installed languages: {', '.join(installed)}")
    return code


def guess_language(text: str) -> Known | None:
    """Return the language of a text that is long enough and clear, else None."""
    sample = text[:_SAMPLE]
    return _by_script(sample) or _by_words(sample)


@cache
def installed_languages() -> tuple[str, ...]:
    """Return the codes of the languages that can be coded, sorted."""
    found = iter_modules(dragoman.languages.__path__)
    return tuple(sorted(module.name for module in found if module.ispkg))


def _by_script(sample: str) -> Known | None:
    if sample.isascii():
        return None
    letters = Counter(_script(character) for character in sample if character.isalpha())
    if letters.total() < _FEWEST_LETTERS or letters["LATIN"] > letters.total() / 2:
        return None
    script = max(letters, key=lambda name: (letters[name], name))
    listed = {known.script: known for known in _languages() if known.script}
    return listed.get(script) or Known("und", f"in {script.title()} letters", script, frozenset())


def _by_words(sample: str) -> Known | None:
    words = Counter(_WORD.findall(sample.lower()))
    if words.total() < _FEWEST_WORDS:
        return None
    shares = {known: _share(known, words) for known in _languages() if known.words}
    best, second = sorted(shares, key=lambda known: (-shares[known], known.code))[:2]
    if shares[best] >= _CLEAR_SHARE and shares[best] >= _CLEAR_LEAD * shares[second]:
        return best
    return _UNLISTED if words.total() >= _MANY_WORDS and shares[best] < _NO_SHARE else None


def _share(known: Known, words: Counter[str]) -> float:
    return sum(words[word] for word in words.keys() & known.words) / words.total()


def _script(character: str) -> str:
    return "LATIN" if character.isascii() else unicodedata.name(character, "").partition(" ")[0]


def _code(stated: str) -> str:
    named = {known.name.lower(): known.code for known in _languages()}
    words = stated.strip().lower()
    return named.get(words) or re.split("[-_]", words)[0]


@cache
def _languages() -> tuple[Known, ...]:
    path = Path(__file__).with_name("languages.tsv")
    rows = read_table(path, ("code", "name", "script", "words"))
    return tuple(
        Known(row["code"], row["name"], row["script"], frozenset(row.many("words", " ")))
        for row in rows
    )
