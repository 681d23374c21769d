"""The kinds of pieces that a sentence is cut into."""

from __future__ import annotations

from typing import ClassVar

__all__ = ["COUNTRY_NOUNS", "NAMES", "OWNERS", "Kind"]


class Kind:
    """What a piece is good for in a noun phrase; each kind is one object, compared by `is`.

    Not an Enum: a phrase asks for kinds a hundred times, and a member of an Enum costs five times
    what an attribute does. Of several kinds that a name may have, the one with least `rank` counts.
    """

    __slots__ = ("name", "rank")

    STATE: ClassVar[Kind]  # a country by name, adjective or demonym
    PEOPLE: ClassVar[Kind]  # a demonym in the plural
    CAPITAL: ClassVar[Kind]
    SEAT: ClassVar[Kind]
    ORGANIZATION: ClassVar[Kind]
    GROUP: ClassVar[Kind]
    PERSON: ClassVar[Kind]  # a full name of the tables
    ROLE: ClassVar[Kind]
    PROPER: ClassVar[Kind]  # a capitalised word no table knows
    NOUN: ClassVar[Kind]
    MODIFIER: ClassVar[Kind]
    POSSESSIVE: ClassVar[Kind]
    HYPHEN: ClassVar[Kind]
    BREAK: ClassVar[Kind]

    def __init__(self, name: str, rank: int) -> None:
        """Make a kind; only this module does."""
        self.name = name
        self.rank = rank

    def __repr__(self) -> str:
        """Show the name, for people who debug."""
        return self.name


for _rank, _name in enumerate(Kind.__annotations__):
    setattr(Kind, _name, Kind(_name, _rank))

# Kinds of entries that name a state by a noun, not by an adjective.
COUNTRY_NOUNS = frozenset(("name", "official", "former", "abbreviation", "part"))
# What may stand before a role noun and say whose it is.
OWNERS = frozenset((Kind.STATE, Kind.CAPITAL, Kind.SEAT, Kind.ORGANIZATION, Kind.GROUP))
NAMES = OWNERS | {Kind.PERSON, Kind.PEOPLE}
