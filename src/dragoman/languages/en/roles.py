"""Role nouns of English: what "foreign minister", "gunmen" and "the ministry" say of an actor."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cache
from pathlib import Path
from types import MappingProxyType

from dragoman.lexicon import Row, read_table

__all__ = ["ROLES", "RoleKind", "RoleNoun", "Roles", "load_roles"]

COLUMNS = ("noun", "plural", "sector", "kind", "role", "rank")

ROLES = frozenset(
    (
        *("HOS", "HOG", "VICE_HOS", "DEPUTY_HOG", "MONARCH"),
        *("FM", "DM", "INTERIOR", "FINANCE", "NSA", "INTEL", "CHOD"),
        *("AMB", "UNREP", "ENVOY", "SPOX", "ORGHEAD", "PARTYHEAD", "SPEAKER"),
    )
)

# In a noun with such a word the plural is formed on what stands before it: "ministers of state".
_JOINT = re.compile(r" (?:of|for|to|in|on|at) ")
# The parser gives a hyphen and a possessive as words of their own.
_TOKEN = re.compile(r"-|'s\b|'(?=\s|$)|(?:[^\s'-]|'(?!s\b|\s|$))+")


class RoleKind(StrEnum):
    """What sort of actor a role noun names."""

    PERSON = "person"  # the holder of an office or trade
    PEOPLE = "people"  # persons in number, seldom named
    BODY = "body"  # an institution, a force, a group


@dataclass(frozen=True, slots=True)
class RoleNoun:
    """A noun that names an actor by what it is, in one of its forms.

    `sector` is None where the words beside it decide; `sectors` holds those after the first.
    `role` is one of ROLES where the noun is an office. Of two nouns that fit, the one with the
    higher `rank` is meant. `words` is the form as the parser cuts it, `plural` its number.
    """

    noun: str
    sector: str | None
    sectors: tuple[str, ...]
    kind: RoleKind
    role: str | None
    rank: int
    rule: str
    words: tuple[str, ...]
    plural: bool

    @property
    def length(self) -> int:
        """The number of words of this form."""
        return len(self.words)


@dataclass(frozen=True, slots=True)
class Roles:
    """All role nouns as the table gives them, and every form by last word, longest first."""

    nouns: tuple[RoleNoun, ...]
    forms: Mapping[str, tuple[RoleNoun, ...]]
    _by_words: Mapping[tuple[str, ...], RoleNoun] = field(repr=False)

    def match(self, lower_words: Sequence[str], end: int) -> RoleNoun | None:
        """Return the longest role noun whose last word stands just before `end`, or None.

        The words are those of the parser in lower case; `lower_words[end - length:end]` are those
        of the noun. A hyphen may be a word of its own or not.
        """
        if not 0 < end <= len(lower_words):
            return None
        held = self.forms.get(_plain(lower_words[end - 1]))
        if held is None:
            return None
        words = tuple(map(_plain, lower_words[max(0, end - held[0].length) : end]))
        sizes = range(len(words))
        return next((form for n in sizes if (form := self._by_words.get(words[n:]))), None)


@cache
def load_roles() -> Roles:
    """Return the role nouns of the English table.

    Raises BadTable for a noun given twice and for an unknown kind or role.
    """
    return read_roles(Path(__file__).with_name("role_nouns.tsv"))


def read_roles(path: Path) -> Roles:
    """Return the role nouns of a table; raises BadTable as `load_roles` does."""
    nouns: dict[str, RoleNoun] = {}
    plurals: list[RoleNoun] = []
    for row in read_table(path, COLUMNS):
        noun = _noun(row)
        if noun.noun in nouns:
            raise row.fault(f"{noun.noun!r} is already at {nouns[noun.noun].rule}")
        nouns[noun.noun] = noun
        plurals.extend(_plurals(noun, row.many("plural")))
    singulars = [form for noun in nouns.values() if not noun.plural for form in _forms(noun)]
    # The last one stays. A noun of its own outweighs what is only the plural of another.
    by_themselves = [form for noun in nouns.values() if noun.plural for form in _forms(noun)]
    forms = {form.words: form for form in (*plurals, *singulars, *by_themselves)}
    return Roles(tuple(nouns.values()), _by_last_word(forms.values()), MappingProxyType(forms))


def _by_last_word(forms: Iterable[RoleNoun]) -> Mapping[str, tuple[RoleNoun, ...]]:
    under: dict[str, list[RoleNoun]] = {}
    for form in sorted(forms, key=lambda form: (-form.length, form.words)):
        under.setdefault(form.words[-1], []).append(form)
    return MappingProxyType({last: tuple(held) for last, held in under.items()})


def _noun(row: Row) -> RoleNoun:
    noun, role = row["noun"], row["role"]
    if not noun or noun != noun.lower():
        raise row.fault(f"a role noun is written in lower case, not {noun!r}")
    if row["kind"] not in set(RoleKind):
        raise row.fault(f"kind {row['kind']!r}; it should be one of {', '.join(RoleKind)}")
    if role and role not in ROLES:
        raise row.fault(f"role {role!r}; it should be empty or one of {', '.join(sorted(ROLES))}")
    if not row["rank"].isdigit():
        raise row.fault(f"rank {row['rank']!r} is not a number")
    first, *others = row.many("sector") or ("",)
    return RoleNoun(
        noun=noun,
        sector=first or None,
        sectors=tuple(others),
        kind=RoleKind(row["kind"]),
        role=role or None,
        rank=int(row["rank"]),
        rule=row.rule,
        words=_cut(noun),
        plural=noun in row.many("plural"),
    )


def _plurals(noun: RoleNoun, given: tuple[str, ...]) -> Iterator[RoleNoun]:
    for text in given or (_regular_plural(noun.noun),):
        yield from _forms(replace(noun, words=_cut(text), plural=True))


def _forms(noun: RoleNoun) -> Iterator[RoleNoun]:
    """Yield the form as cut at hyphens and as it is written in one."""
    yield noun
    if "-" in noun.words:
        yield replace(noun, words=tuple(" ".join(noun.words).replace(" - ", "-").split()))


def _cut(text: str) -> tuple[str, ...]:
    return tuple(_TOKEN.findall(text))


def _regular_plural(noun: str) -> str:
    joint = _JOINT.search(noun)
    if joint:
        return _plural_word(noun[: joint.start()]) + noun[joint.start() :]
    return _plural_word(noun)


def _plural_word(text: str) -> str:
    if text.endswith("man"):
        return text[:-2] + "en"
    if text.endswith("arch"):  # a monarch, an oligarch: the "ch" is a k
        return text + "s"
    if text.endswith(("s", "x", "z", "ch", "sh")):
        return text + "es"
    if re.search(r"[^aeiou]y$", text):
        return text[:-1] + "ies"
    return text + "s"


def _plain(word: str) -> str:
    return word.replace("’", "'")
