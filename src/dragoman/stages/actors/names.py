"""The personal names of one report: who was introduced, and whom a surname alone means."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.facts import Person, Term
from dragoman.knowledge.names import NameHit
from dragoman.record import Actor
from dragoman.stages.actors.words import words as word_classes

__all__ = ["Names", "Stranger", "fold"]

_LONG = 4  # letters; shorter last words ("Un") are other words as well
_LEADING = frozenset({"HOS", "HOG"})
# Family names that are words, months or given names as well.
_WORDS_TOO = frozenset(
    "may brown major king park rice long young hope day love bush grant ford carter johnson".split()
)
# In these states the family name stands first.
_FAMILY_FIRST = frozenset(("CHN", "KOR", "PRK", "TWN", "VNM", "KHM", "HUN", "SGP", "MMR"))


@dataclass(frozen=True, slots=True)
class Stranger:
    """A person whom no table knows, as the report introduced him or her."""

    name: str
    actor: Actor


@lru_cache(maxsize=1 << 16)
def fold(text: str) -> str:
    """Return a name without case, accents, apostrophes and the Arabic article."""
    decomposed = unicodedata.normalize("NFKD", text.lower().replace("ı", "i"))
    plain = "".join(c for c in decomposed if not unicodedata.combining(c) and c not in "'’`ʻʼ")
    for article in ("al-", "el-", "al ", "el "):
        if plain.startswith(article) and len(plain) > len(article) + 2:
            return plain[len(article) :]
    return plain


@lru_cache(maxsize=1 << 15)
def _used_alone(family: str, alias: str) -> tuple[str, ...]:
    """Return, folded, the words that mean a person alone after the report gave the full name."""
    written = [word for word in alias.split()[-1:] if len(word) >= _LONG]
    last = family.rsplit(maxsplit=1)[-1]
    return tuple(dict.fromkeys(fold(word) for word in (family, last, *written)))


class Names:
    """Answers whom a name of the report means; people are added as the report introduces them."""

    def __init__(self, knowledge: Knowledge, on: date | None) -> None:
        """Start with nobody introduced; `on` is the date of the report."""
        self._knowledge = knowledge
        self._on = on
        # Those introduced, filed under what may mean them when first a name is asked for.
        self._met: list[tuple[Person, str, str]] = []
        self._people: dict[str, list[Person]] = {}
        self._strangers: dict[str, Stranger] = {}
        self._current: dict[str, Person | None] = {}

    def introduce_known(self, hits: Iterable[NameHit]) -> None:
        """Add the people whose full names the text gives."""
        for hit in hits:
            if any(entry.kind != "person" for entry in hit.entries):
                continue
            for entry in hit.entries:
                self.introduce(self._knowledge.person(entry.id), entry.alias)

    def introduce(self, person: Person | None, alias: str = "") -> None:
        """Add one person of the tables: the family name alone means him or her from here on.

        So does the last word of the name as the report has it, if it is not too short.
        """
        if person is not None and person.family:
            self._met.append((person, person.family, alias))

    def _file(self, person: Person, family: str, alias: str) -> None:
        for folded in _used_alone(family, alias):
            known = self._people.get(folded)
            if known is None:
                self._people[folded] = [person]
            elif person not in known:
                known.append(person)

    def introduce_stranger(self, name: str, actor: Actor) -> None:
        """Add a person whom the tables do not know."""
        parts = [w for w in name.split() if not word_classes().among("suffix", w.lower())]
        if not parts:
            return
        stranger = Stranger(name, actor)
        self._strangers.setdefault(fold(name), stranger)
        self._strangers.setdefault(fold(parts[-1]), stranger)
        if actor.country in _FAMILY_FIRST and len(parts) > 1:
            self._strangers.setdefault(fold(parts[0]), stranger)
        for number in range(1, len(parts)):
            if word_classes().among("particle", parts[number].lower().split("-")[0]):
                self._strangers.setdefault(fold(" ".join(parts[number:])), stranger)
                break

    def knows(self, name: str) -> bool:
        """Tell whether a name written alone means somebody."""
        return self.stranger(name) is not None or self.person(name) is not None

    def person(self, name: str) -> Person | None:
        """Return the person of the tables whom a name alone means: introduced, or in office."""
        key = fold(name)
        introduced = self._introduced(key)
        if introduced:
            return introduced[-1] if len(introduced) == 1 else self._in_office(introduced)
        if key in self._strangers:
            return None
        if key not in self._current:
            self._current[key] = self._only_holder(name)
        return self._current[key]

    def stranger(self, name: str) -> Stranger | None:
        """Return the person the report introduced under this name, unless the tables know it."""
        key = fold(name)
        return None if self._introduced(key) else self._strangers.get(key)

    def _introduced(self, key: str) -> list[Person] | None:
        """Return the people of the tables whom the report introduced under a folded name."""
        for person, family, alias in self._met:
            self._file(person, family, alias)
        self._met.clear()
        return self._people.get(key)

    def _only_holder(self, name: str) -> Person | None:
        """Return the one current holder of an office with this family name."""
        if len(name) < 2 or not name[:1].isupper():
            return None
        found = {p.id: p for p in self._knowledge.people_by_family(name)}.values()
        if self._on is None:
            return self._only_leader(name, list(found))
        holding = [p for p in found if self._knowledge.office_at(p.id, self._on) is not None]
        return holding[0] if len(holding) == 1 else None

    def _only_leader(self, name: str, people: list[Person]) -> Person | None:
        """Return the one person of this family name who ever led a state, where no day is known.

        "Putin" names him in any year; "Bush" and names that are words are left open, and so are
        those of whom the tables know no more than the family name: too little to know somebody by.
        """
        if name.lower() in _WORDS_TOO:
            return None
        leading = [p for p in people if any(t.role in _LEADING for t in self._terms(p))]
        if len(leading) != 1:
            return None
        leader = leading[0]
        return leader if " " in leader.name or leader.aliases else None

    def _terms(self, person: Person) -> tuple[Term, ...]:
        return self._knowledge.terms_of(person.id)

    def _in_office(self, people: list[Person]) -> Person | None:
        if self._on is None:
            return None
        holding = [p for p in people if self._knowledge.office_at(p.id, self._on) is not None]
        return holding[0] if len(holding) == 1 else None
