"""What English says about places: the words around a name, and names that are also words."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.lexicon import read_table

__all__ = ["PlaceWords", "place_words"]

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class PlaceWords:
    """The words by their use, as the table `place_words.tsv` gives them.

    `folk` are the places smaller than states by the words for their people: "Gazans", "Texan".
    """

    uses: dict[str, frozenset[str]]
    ambiguous: frozenset[str]
    given: frozenset[str]
    never: frozenset[str]
    folk: dict[str, str]

    def has(self, use: str, word: str) -> bool:
        """Tell whether a word, whatever its case, has a use."""
        return word.lower() in self.uses[use]


@cache
def place_words() -> PlaceWords:
    """Return the tables, read once a process; raises BadTable for a use given twice."""
    uses: dict[str, frozenset[str]] = {}
    for row in read_table(_HERE / "place_words.tsv", ("use", "words")):
        if row["use"] in uses:
            raise row.fault(f"the use {row['use']!r} is given twice")
        uses[row["use"]] = frozenset(word.lower() for word in row.many("words"))
    rows = list(read_table(_HERE / "place_ambiguous.tsv", ("name", "kind")))
    kinds = {
        kind: frozenset(row["name"] for row in rows if row["kind"] == kind)
        for kind in ("word", "given", "surname", "never")
    }
    persons = read_table(_HERE / "given_names.tsv", ("name", "gender"))
    kinds["given"] |= {row["name"].lower() for row in persons}
    ambiguous = frozenset(row["name"] for row in rows)
    folk = {
        row["word"].lower(): row["place"]
        for row in read_table(_HERE / "place_folk.tsv", ("word", "place"))
    }
    return PlaceWords(uses, ambiguous, kinds["given"], kinds["never"], folk)
