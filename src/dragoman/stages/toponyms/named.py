"""Names of a text that the tables of knowledge have: bodies, persons, and words for peoples."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.knowledge.base import Knowledge
from dragoman.languages.en.placing import place_words
from dragoman.record import Span
from dragoman.stages.toponyms.tokens import Token

__all__ = ["Named", "named_in"]


@dataclass(slots=True)
class Named:
    """What was found in one text.

    `persons` and `bodies` are names of people and of organizations or groups. `adjectives` are
    the countries of adjectives by where these end; `peoples` the countries of all words for a
    people, and `folk` the names of the smaller places whose people a word is for.
    """

    persons: list[Span] = field(default_factory=list)
    bodies: list[Span] = field(default_factory=list)
    adjectives: dict[int, str] = field(default_factory=dict)
    peoples: list[tuple[Span, str]] = field(default_factory=list)
    folk: list[tuple[Span, str]] = field(default_factory=list)


def named_in(text: str, tokens: list[Token]) -> Named:
    """Return the names of a text that no gazetteer has."""
    named = Named()
    folk = place_words().folk
    taken = set()
    for token in tokens:
        if token.capital and (place := folk.get(token.lower)):
            named.folk.append((token.span, place))
            taken.add(token.start)
    for hit in Knowledge.load().find(text):
        kinds = {entry.kind for entry in hit.entries}
        if kinds and kinds <= _BODIES:
            (named.persons if kinds == {"person"} else named.bodies).append(hit.span)
        elif kinds & _PEOPLE and not kinds & _STATES:
            _add_people(named, hit.span, {entry.id for entry in hit.entries}, kinds, taken)
    return named


_BODIES = frozenset({"person", "organization", "group"})
_PEOPLE = frozenset({"adjective", "demonym", "demonym_plural"})
_STATES = frozenset({"name", "official", "abbreviation"})


def _add_people(
    named: Named, span: Span, countries: set[str], kinds: set[str], taken: set[int]
) -> None:
    if len(countries) != 1:
        return
    country = countries.pop()
    if "adjective" in kinds:
        named.adjectives[span.end] = country
    if span.start not in taken:
        named.peoples.append((span, country))
