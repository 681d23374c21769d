"""Who is meant: actors, and the words that name them."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from dragoman.record.span import Span

__all__ = ["Actor", "Basis", "Mention", "MentionKind", "Party"]


class Basis(StrEnum):
    """Why an actor is believed to be who the record says."""

    KNOWLEDGE = "knowledge"  # a row of a knowledge table names it
    WORDS = "words"  # country and sector are read off the words; no identity is claimed
    COREFERENCE = "coreference"  # an earlier mention of the report says who it is


class MentionKind(StrEnum):
    """What sort of words name the actor."""

    PERSON = "person"
    OFFICE = "office"
    ORGANIZATION = "organization"
    GROUP = "group"
    COUNTRY = "country"
    PEOPLE = "people"
    PRONOUN = "pronoun"


class Actor(msgspec.Struct, frozen=True, kw_only=True):
    """Somebody who acts: a person in an office, a state, an organization, a group, a people.

    `country` is ISO 3166-1 alpha-3 or one of PLOVER's IGO, UNO, EUR, NGO, MNC, IMG, ISM; `sector`
    a PLOVER sector. What is not known is None. `id` is empty where no identity is claimed.
    `reason` names the table row or the words behind the answer.
    """

    id: str | None = None
    name: str | None = None
    country: str | None = None
    sector: str | None = None
    sectors: tuple[str, ...] = ()
    office: str | None = None
    basis: Basis = Basis.WORDS
    wikidata: str | None = None
    reason: str | None = None


class Party(Actor, frozen=True, kw_only=True):
    """An actor as it takes part in one event, with the words that name it there."""

    span: Span


class Mention(msgspec.Struct, frozen=True, kw_only=True):
    """Words that name one or more actors; mentions with one `chain` number are one actor.

    `span` is the whole name with its title, `head` the one word the grammar hangs on. A mention of
    several ("both officials", "the Turkish and American foreign ministers") lists them in
    `members` as chain numbers and has itself no identity.
    """

    span: Span
    head: Span
    kind: MentionKind
    actor: Actor
    chain: int
    members: tuple[int, ...] = ()
    reason: str | None = None
