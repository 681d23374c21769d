"""What belongs to somebody named before: "its troops", "his counterpart", "their ministers"."""

from __future__ import annotations

import msgspec

from dragoman.models.view import Sentence, Word
from dragoman.record import Actor, Mention, MentionKind
from dragoman.stages.actors.words import words as word_classes
from dragoman.stages.coreference.collectives import Call, call_of, several
from dragoman.stages.coreference.descriptions import titles_in
from dragoman.stages.coreference.entities import Entity
from dragoman.stages.coreference.reading import Reading, again
from dragoman.stages.coreference.sides import the_sides

__all__ = [
    "determiner",
    "owner_of",
    "read_counterpart",
    "read_in_each",
    "read_owned",
    "same_as",
    "several_of",
    "states_after",
]

_BETWEEN = frozenset(("JJ", "JJR", "JJS", "CD", "VBN", "VBG", "NN", "RB", "HYPH", "NNP"))
# What an armed group's people are called does not change what the group is.
_GROUP_DECIDES = frozenset((None, "GOV", "REB", "MIL", "UAF"))
_SIDE = frozenset(("side", "sides"))
_OFFICIAL = frozenset(("GOV", "LEG", "MIL", "ELI"))
# Bodies whose presidents and spokesmen are not of the government.
_OWN_SECTOR = frozenset("LAB PTY OPP BUS EDU MED REL JRN AGR CVL".split())


def owner_of(reading: Reading, mention: Mention) -> int | None:
    """Return the chain of the possessive pronoun or noun before a mention."""
    before = determiner(reading.sentence, mention)
    if before is not None and before.start in reading.meant:
        return reading.meant[before.start]
    mark = _mark_before(reading.sentence, mention)
    if mark is None:
        return None
    ending = (m.chain for m in reading.here[-3:] if m.span.end == mark.start)
    return next(ending, None)


def read_owned(reading: Reading, mention: Mention, owner: Entity, head: Word) -> None:
    """Keep "its troops" and "his spokesman" with the state of the one they belong to."""
    known, country = word_classes(), owner.actor.country
    if mention.actor.country is None and owner.members:
        _offices(reading, mention, owner)
        return
    leads = _leads(mention, owner)
    if mention.actor.country or (country is None and not leads):
        reading.keep(mention)
        return
    if known.among("other_side", head.lower):
        reading.keep(mention)
        return
    if country and known.value("state_noun_alone", head.lower) == "state":
        state = reading.state(country)
        why = f"the state of {owner.actor.name}"
        reading.keep(same_as(mention, state, why) if state is not None else mention)
        return
    held = _office_held(reading, mention, country) if country and not leads else None
    if held is not None:
        reading.keep(same_as(mention, held, f"the office in {owner.actor.name or country}"))
        return
    why = "belongs to " + (owner.actor.name or "the one named before")
    actor = msgspec.structs.replace(
        mention.actor, country=country, sector=_sector(mention, owner, head), reason=why
    )
    reading.keep(msgspec.structs.replace(mention, actor=actor, reason=why))


def _office_held(reading: Reading, mention: Mention, country: str) -> Entity | None:
    """Return who holds the office of "its foreign minister", unless a name says it."""
    if mention.kind is not MentionKind.OFFICE or mention.actor.office is None:
        return None
    codes = {code for _, code in titles_in(reading.sentence, mention) if code}
    return reading.holder(country, codes)


def _sector(mention: Mention, owner: Entity, head: Word) -> str | None:
    if word_classes().among("relative", head.lower):
        return "ELI" if owner.actor.sector in _OFFICIAL else "CVL"
    if owner.kind is MentionKind.GROUP and mention.actor.sector in _GROUP_DECIDES:
        return owner.actor.sector
    return owner.actor.sector if _leads(mention, owner) else mention.actor.sector


def _leads(mention: Mention, owner: Entity) -> bool:
    """Tell whether "its president" is that of a union, a party, a company, not of a state."""
    return (
        owner.kind is MentionKind.ORGANIZATION
        and owner.actor.sector in _OWN_SECTOR
        and mention.actor.sector in (None, "GOV")
        and mention.actor.id is None
    )


def states_after(reading: Reading, mention: Mention, head: Word) -> tuple[int, ...]:
    """Return the states of "the ministers of both countries", which were named before."""
    if mention.actor.country or mention.actor.name or mention.kind is not MentionKind.PEOPLE:
        return ()
    for preposition in head.all("prep"):
        for word in preposition.all("pobj") if preposition.lower == "of" else ():
            call = call_of(word, reading.sentence)
            chosen = several_of(reading, call, mention.span.start) if call is not None else None
            if call is not None and call.kind == "state" and chosen is not None:
                return chosen[0]
    return ()


def read_in_each(reading: Reading, mention: Mention, states: tuple[int, ...]) -> None:
    """Keep the people of several states as the holders of their office, or as the states."""
    found: list[Entity] = []
    for chain in states:
        met = _holder_in(reading, mention, chain) or reading.entity(chain)
        found += [met] if met is not None else []
    members = tuple(e.chain for e in found)
    why = "those of each of the states named before"
    everyone = reading.all_of(members, why)
    actor = msgspec.structs.replace(everyone, sector=mention.actor.sector)
    _keep_all(reading, mention, members, actor)
    for entity in found:
        if not any(s.sentence <= reading.sentence.number for s in entity.seen):
            reading.keep(same_as(mention, entity, why))  # so that each has words in the report


def _offices(reading: Reading, mention: Mention, owner: Entity) -> None:
    """Keep "their foreign ministers" with the holders of the office in each state."""
    holders: list[Entity] = []
    for chain in owner.members:
        holder = _holder_in(reading, mention, chain)
        if holder is None:
            reading.keep(mention)
            return
        holders.append(holder)
    members = tuple(holder.chain for holder in holders)
    why = "the office in each of the states named before"
    _keep_all(reading, mention, members, reading.all_of(members, why))
    for holder in holders:  # so that each member has words in the report
        reading.keep(same_as(mention, holder, why))


def _holder_in(reading: Reading, mention: Mention, chain: int) -> Entity | None:
    """Return who holds the office that a mention names in the state of a chain."""
    codes = {code for _, code in titles_in(reading.sentence, mention) if code}
    state = reading.entity(chain)
    country = state.actor.country if state is not None else None
    return reading.holder(country, codes) if country and codes else None


def _keep_all(reading: Reading, mention: Mention, members: tuple[int, ...], actor: Actor) -> None:
    """Keep a mention as that of several at once."""
    chain = reading.set_chain(members)
    reading.keep(
        msgspec.structs.replace(
            mention, chain=chain, members=members, actor=actor, reason=actor.reason
        )
    )


def read_counterpart(reading: Reading, mention: Mention, owner: Entity | None) -> None:
    """Keep "his Greek counterpart": the same office in the other state."""
    like = owner or _nearest_person(reading, mention)
    if like is None:
        reading.keep(mention)
        return
    why = f"the counterpart of {like.actor.name or 'the one named before'}"
    actor = mention.actor
    holder = None
    if not actor.name and actor.country:
        holder = reading.holder(actor.country, like.codes)
    if holder is not None:
        told = msgspec.structs.replace(holder.actor, reason=f"{holder.actor.reason}; {why}")
        kind = MentionKind.OFFICE
        reading.keep(
            msgspec.structs.replace(mention, chain=holder.chain, kind=kind, actor=told, reason=why)
        )
        return
    actor = msgspec.structs.replace(
        actor,
        sector=actor.sector or like.actor.sector,
        office=actor.office if actor.id else like.actor.office,
        reason=why,
    )
    entity = reading.keep(msgspec.structs.replace(mention, actor=actor, reason=why))
    if entity is not None:
        entity.titles |= like.titles
        entity.codes |= like.codes


def _nearest_person(reading: Reading, mention: Mention) -> Entity | None:
    near = reading.discourse.near(reading.sentence.number, mention.span.start, 0)
    return next((entity for _, entity in near if entity.is_person), None)


def same_as(mention: Mention, entity: Entity, why: str) -> Mention:
    """Return a mention as one more of an actor named before."""
    return msgspec.structs.replace(
        mention,
        kind=mention.kind if entity.is_person else entity.kind,
        chain=entity.chain,
        actor=again(entity.actor, mention.actor, why),
        reason=why,
    )


def several_of(reading: Reading, call: Call, before: int) -> tuple[tuple[int, ...], str] | None:
    """Return the chains that "both sides", "the two ministers" mean, and why; None if unclear."""
    number = reading.sentence.number
    if call.kind == "any" and word_classes().among("side_noun", call.noun):
        both = call.noun in _SIDE and call.number in (None, 2)
        of_the_paper = reading.two_parties() if both else None
        if of_the_paper is not None:
            return of_the_paper
        return the_sides(reading.opposed(before), call.number, number, before)
    return several(call, reading.sets(before), reading.discourse, number, before)


# Words that the actor stage left alone


def determiner(sentence: Sentence, mention: Mention) -> Word | None:
    """Return the article or possessive pronoun before a mention."""
    first = sentence.at(mention.span.start)
    for word in reversed(sentence.words[: first.index if first else 0]):
        if word.tag in ("DT", "PRP$", "PDT"):
            return word
        if word.tag not in _BETWEEN:
            return None
    return None


def _mark_before(sentence: Sentence, mention: Mention) -> Word | None:
    """Return the possessive mark before a mention, adjectives between them left aside."""
    first = sentence.at(mention.span.start)
    for word in reversed(sentence.words[: first.index if first else 0]):
        if word.tag == "POS":
            return word
        if word.tag not in ("JJ", "JJR", "JJS", "CD", "VBN", "NN"):
            return None
    return None
