"""The closed classes of English words that the actor stage reads, by use."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import dragoman.languages.en as english
from dragoman.languages.en.inflection import forms
from dragoman.lexicon import read_table

__all__ = ["Words", "gender_of_given_name", "words"]

_FOLDER = Path(english.__file__).parent


class Words:
    """Tells which words belong to a use of the table `titles.tsv`, and with which value."""

    __slots__ = ("_uses",)

    def __init__(self, uses: dict[str, dict[str, tuple[str, ...]]]) -> None:
        """Keep the words of each use with their values."""
        self._uses = uses

    def among(self, use: str, word: str) -> bool:
        """Tell whether a lower-case word belongs to a use."""
        return word in self._uses[use]

    def values(self, use: str, word: str) -> tuple[str, ...]:
        """Return the values of a word in a use; none where it does not belong."""
        return self._uses[use].get(word, ())

    def value(self, use: str, word: str) -> str | None:
        """Return the first value of a word in a use, or None where it does not belong."""
        found = self._uses[use].get(word)
        return found[0] if found else None


@cache
def words() -> Words:
    """Return the word classes, read once."""
    uses: dict[str, dict[str, list[str]]] = {}
    for row in read_table(_FOLDER / "titles.tsv", ("word", "use", "pos", "value")):
        use = uses.setdefault(row["use"], {})
        for form in forms(row["word"], row["pos"]) if row["pos"] else (row["word"],):
            use.setdefault(form, []).append(row["value"])
    return Words({use: {w: tuple(v) for w, v in found.items()} for use, found in uses.items()})


@cache
def _given_names() -> dict[str, str]:
    rows = read_table(_FOLDER / "given_names.tsv", ("name", "gender"))
    return {row["name"].lower(): row["gender"] for row in rows}


def gender_of_given_name(name: str) -> str | None:
    """Return m or f for a given name that is nearly always one of them, else None."""
    return _given_names().get(name.lower())
