"""How each act is told: the tables of phrases."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

from dragoman.lexicon import Row, read_table

__all__ = ["FORMS", "Phrase", "Speaking", "phrase", "phrases", "speaking", "speakings"]

FORMS = ("done", "act", "noun")
_OWNED = re.compile(r"\[([^\]]*)\]")
_Told = TypeVar("_Told")
# An act by type and mode (empty for a type as a whole), and how the predicate behind it begins.
Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Phrase:
    """The words for an act in one form, with a recipient and without."""

    directed: str
    alone: str

    def tell(self, whom: str, *, people: bool = False) -> str:
        """Return the words with the recipient in its place; `whom` is empty where none is told.

        `people` leaves out what is said only of a state or a body ("[people of ]Ukraine").
        """
        if not whom:
            return self.alone
        words = _OWNED.sub("" if people else r"\1", self.directed)
        return words.replace("{whom}", whom)


@dataclass(frozen=True, slots=True)
class Speaking:
    """The verb of an act of speech, past and bare, and the word that links it to what is spoken of.

    After the link "to" stands a verb, after any other (or none) a noun.
    """

    done: str
    act: str
    link: str

    def verb(self, form: str) -> str:
        """Return the verb in the form `act`, or in the past for any other."""
        return self.act if form == "act" else self.done


def phrase(type_: str, mode: str | None, predicate: str) -> dict[str, Phrase] | None:
    """Return the forms of an act made by a predicate; None for a type the table does not know."""
    return _fitting(phrases(), type_, mode or "", predicate)


def speaking(type_: str, mode: str | None, predicate: str) -> Speaking | None:
    """Return how an act of speech is told with its content; None for other acts."""
    return _fitting(speakings(), type_, mode or "", predicate)


@cache
def phrases() -> dict[Key, dict[str, Phrase]]:
    """Return the forms of each act.

    Raises BadTable for a line without its two phrases, and for an act told twice.
    """
    told: dict[Key, dict[str, Phrase]] = {}
    for row in _rows("phrases.tsv", ("type", "mode", "predicates", *FORMS)):
        forms = {form: _phrase(row, form) for form in FORMS}
        for key in _keys(row, told):
            told[key] = forms
    return told


@cache
def speakings() -> dict[Key, Speaking]:
    """Return the verbs of the acts of speech; raises BadTable for one given twice."""
    told: dict[Key, Speaking] = {}
    for row in _rows("speaking.tsv", ("type", "mode", "predicates", "done", "act", "link")):
        for key in _keys(row, told):
            told[key] = Speaking(row["done"], row["act"], row["link"])
    return told


def _rows(name: str, columns: tuple[str, ...]) -> Iterable[Row]:
    return read_table(Path(__file__).with_name(name), columns)


def _keys(row: Row, told: dict[Key, _Told]) -> Iterable[Key]:
    for beginning in row.many("predicates") or ("",):
        key = (row["type"], row["mode"], beginning)
        if key in told:
            raise row.fault(f"{' '.join(key).strip()} is told already")
        yield key


def _fitting(told: dict[Key, _Told], type_: str, mode: str, predicate: str) -> _Told | None:
    """Return what is told of a mode, or else of its type, by the longest beginning that fits."""
    words = predicate.split()
    for known in dict.fromkeys((mode, "")):
        for count in range(len(words), -1, -1):
            found = told.get((type_, known, " ".join(words[:count])))
            if found is not None:
                return found
    return None


def _phrase(row: Row, form: str) -> Phrase:
    parts = row.many(form)
    if len(parts) != 2 or "{whom}" not in parts[0] or "{whom}" in parts[1]:
        raise row.fault(f"{form} is two phrases, 'with {{whom}} | without', not {row[form]!r}")
    return Phrase(*parts)
