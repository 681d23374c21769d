"""What the tables say, as values: countries, people, terms of office, organizations, groups."""

from __future__ import annotations

from datetime import date

import msgspec

__all__ = ["Country", "Group", "GroupStatus", "Organization", "Person", "Term"]


class Country(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A state or a territory; `code` is what its actors get: a territory gets its state's."""

    iso3: str
    iso2: str
    name: str
    official: str | None
    wikidata: str | None
    state: bool
    parent: str | None
    rule: str

    @property
    def code(self) -> str:
        """The PLOVER country code of actors from here."""
        return self.parent or self.iso3


class Person(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """Somebody known by name; `family` is what later mentions use alone, None where none does."""

    id: str
    name: str
    family: str | None
    aliases: tuple[str, ...]
    gender: str | None
    wikidata: str | None
    rule: str


class Term(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An office somebody held, from the first to the last day it can have lasted.

    `begun` and `ended` are the dates as the table has them (a day, a month or a year); `ended` is
    None where no end is known. `checked` is the day up to which the row is known to be right.
    """

    person: str
    country: str | None
    organization: str | None
    role: str
    title: str
    begun: str
    ended: str | None
    first: date
    last: date
    precision: str
    acting: bool
    sectors: tuple[str, ...]
    checked: date
    source: str
    rule: str

    @property
    def sector(self) -> str | None:
        """The main sector; None for offices of international bodies."""
        return self.sectors[0] if self.sectors else None

    def covers(self, on: date) -> bool:
        """Tell whether the office can have been held on that day."""
        return self.first <= on <= self.last

    def stale(self, on: date) -> bool:
        """Tell whether the answer for that day rests on nothing newer than an older check."""
        return self.ended is None and on > self.checked


class Organization(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A body with a name of its own; `code` is a PLOVER country code, None for a collective."""

    id: str
    name: str
    aliases: tuple[str, ...]
    code: str | None
    sectors: tuple[str, ...]
    kind: str
    wikidata: str | None
    rule: str

    @property
    def sector(self) -> str | None:
        """The main sector; None for international bodies."""
        return self.sectors[0] if self.sectors else None


class Group(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An armed group or a movement; `sectors` is what it is today or was at its end."""

    id: str
    name: str
    aliases: tuple[str, ...]
    country: str
    sectors: tuple[str, ...]
    wikidata: str | None
    rule: str

    @property
    def sector(self) -> str | None:
        """The main sector."""
        return self.sectors[0] if self.sectors else None


class GroupStatus(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a group, or a party that once fought, was for a time; `last` is the last day of it."""

    group: str
    sectors: tuple[str, ...]
    first: date
    last: date
    note: str | None
    rule: str

    @property
    def sector(self) -> str | None:
        """The main sector of that time."""
        return self.sectors[0] if self.sectors else None
