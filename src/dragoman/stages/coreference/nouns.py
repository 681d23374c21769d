"""Titles and nouns for actors named before: "the minister", "its troops", "both sides"."""

from __future__ import annotations

import msgspec

from dragoman.models.view import Sentence, Word
from dragoman.record import Basis, Mention, MentionKind
from dragoman.stages.actors.words import words as word_classes
from dragoman.stages.coreference.collectives import Call, call_of, several
from dragoman.stages.coreference.descriptions import (
    described_body,
    described_people,
    described_person,
    titles_in,
)
from dragoman.stages.coreference.entities import Entity
from dragoman.stages.coreference.reading import NOBODY, PERSONS, Reading, again
from dragoman.stages.coreference.sides import the_sides

__all__ = ["read_mention", "read_noun"]

_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_BETWEEN = frozenset(("JJ", "JJR", "JJS", "CD", "VBN", "VBG", "NN", "RB", "HYPH", "NNP"))
_KIND_OF_CALL = {"state": MentionKind.COUNTRY}
# What an armed group's people are called does not change what the group is.
_GROUP_DECIDES = frozenset((None, "GOV", "REB", "MIL", "UAF"))
_OFFICIAL = frozenset(("GOV", "LEG", "MIL", "ELI"))


def read_mention(reading: Reading, mention: Mention) -> None:
    """Keep a mention of the actor stage, linked to whom it means if it is no name."""
    head = reading.sentence.at(mention.head.start)
    counterpart = "counterpart" in reading.report.words(mention.span)
    known = bool(mention.actor.id) and not counterpart
    if head is None or mention.members or known or _is_member(reading, mention):
        reading.keep(mention)
        return
    if _is_predicate(head) and not mention.actor.name:
        reading.keep_apart(mention)  # "was named as prime minister" tells of somebody else
        return
    mention = _of_last_state(reading, mention, head)
    states = _states_after(reading, mention, head)
    if states:
        _in_each(reading, mention, states)
        return
    owner = reading.entity(_owner(reading, mention))
    if counterpart:
        _counterpart(reading, mention, owner)
    elif owner is not None:
        _owned(reading, mention, owner, head)
    elif (linked := _linked(reading, mention, head)) is not None:
        reading.keep(linked)
    elif _are_sides(reading, mention, head):
        why = "it is not clear who the sides are"
        reading.keep_apart(msgspec.structs.replace(mention, actor=NOBODY, reason=why))
    else:
        reading.keep(mention)


def _of_last_state(reading: Reading, mention: Mention, head: Word) -> Mention:
    """Return a minister unknown to the tables with the state that the sentence before told of.

    "The Netherlands criticised the plan. Foreign Minister X said that ...": unless the tables know
    another holder of the office there.
    """
    actor, last = mention.actor, reading.last_state
    if actor.country or not (actor.name and actor.office) or actor.sector not in ("GOV", "MIL"):
        return mention
    if last is None or reading.sentence.number - last[0] != 1 or head.dep != "nsubj":
        return mention
    others = {m.actor.country for m in reading.here} - {None, last[1]}
    codes = {code for _, code in titles_in(reading.sentence, mention) if code}
    if others or reading.resolver.holder_of(last[1], codes) is not None:
        return mention
    if not codes and not (actor.sector == last[2] == "MIL"):
        return mention  # an officer, but only after the army that he belongs to
    why = f"the state of the subject of the sentence before; {actor.reason}"
    actor = msgspec.structs.replace(actor, country=last[1], basis=Basis.COREFERENCE, reason=why)
    return msgspec.structs.replace(mention, actor=actor, reason=why)


def _are_sides(reading: Reading, mention: Mention, head: Word) -> bool:
    """Tell whether a noun means the sides of something, whoever they are ("both parties")."""
    call = call_of(head, reading.sentence)
    known = mention.actor.country or mention.actor.name or mention.members
    return call is not None and not known and word_classes().among("side_noun", call.noun)


def _is_predicate(head: Word) -> bool:
    """Tell whether a title is said of somebody, so that it is nobody of its own."""
    if head.dep in ("attr", "oprd"):
        return True
    return head.dep == "pobj" and head.head.lower == "as"


def _is_member(reading: Reading, mention: Mention) -> bool:
    """Tell whether a mention is a part of one that names several."""
    return any(m.members and m.span.covers(mention.span) for m in reading.here)


def _linked(reading: Reading, mention: Mention, head: Word) -> Mention | None:
    """Return a title or general noun as a mention of the one it means."""
    if mention.actor.name:
        return None
    call = call_of(head, reading.sentence)
    if call is not None and not mention.actor.country:
        return _called(reading, mention, call)
    before = _determiner(reading.sentence, mention)
    if before is None or before.lower not in _DEFINITE:
        return None
    entity = _described(reading, mention, head)
    why = f"{head.lower!r} fits the one named before"
    return _same(mention, entity, why) if entity is not None else None


def _described(reading: Reading, mention: Mention, head: Word) -> Entity | None:
    number, before = reading.sentence.number, mention.span.start
    if mention.kind in PERSONS:
        titles = list(titles_in(reading.sentence, mention))
        return described_person(reading.discourse, mention, titles, number)
    if mention.kind is not MentionKind.PEOPLE:
        return _body(reading, head, before, mention.actor.country)
    if mention.actor.country is None:
        return described_people(reading.discourse, head.lower, number, before)
    return None


def _body(reading: Reading, word: Word, before: int, country: str | None) -> Entity | None:
    """Return the state, body or group a noun means; a state also by its people's titles."""
    if any(word_classes().among("other_one", c.lower) for c in word.all("amod", "compound")):
        return None  # "the former Yugoslav republic", "the neighbouring country"
    if word_classes().value("state_noun_alone", word.lower) == "state":
        here = [m for m in reversed(reading.here) if m.span.start < before]
        for mention in here:
            if mention.kind is MentionKind.COUNTRY and not mention.members:
                return reading.entity(mention.chain)
        for mention in here:
            told = mention.actor.country if mention.kind is not MentionKind.PRONOUN else None
            state = reading.state(told) if told else None
            if state is not None:
                return state
    pointed = any(c.lower == "that" for c in word.all("det"))
    number = reading.sentence.number
    return described_body(reading.discourse, word.lower, number, before, country, pointed=pointed)


def _same(mention: Mention, entity: Entity, why: str) -> Mention:
    return msgspec.structs.replace(
        mention,
        kind=mention.kind if entity.is_person else entity.kind,
        chain=entity.chain,
        actor=again(entity.actor, mention.actor, why),
        reason=why,
    )


# What belongs to somebody


def _owner(reading: Reading, mention: Mention) -> int | None:
    """Return the chain of the possessive pronoun or noun before a mention."""
    before = _determiner(reading.sentence, mention)
    if before is not None and before.start in reading.meant:
        return reading.meant[before.start]
    mark = _mark_before(reading.sentence, mention)
    if mark is None:
        return None
    ending = (m.chain for m in reading.here[-3:] if m.span.end == mark.start)
    return next(ending, None)


def _owned(reading: Reading, mention: Mention, owner: Entity, head: Word) -> None:
    """Keep "its troops" and "his spokesman" with the state of the one they belong to."""
    known, country = word_classes(), owner.actor.country
    if mention.actor.country is None and owner.members:
        _offices(reading, mention, owner)
        return
    if mention.actor.country or country is None or known.among("other_side", head.lower):
        reading.keep(mention)
        return
    if known.value("state_noun_alone", head.lower) == "state":
        state = reading.state(country)
        why = f"the state of {owner.actor.name}"
        reading.keep(_same(mention, state, why) if state is not None else mention)
        return
    held = _office_held(reading, mention, country)
    if held is not None:
        reading.keep(_same(mention, held, f"the office in {owner.actor.name or country}"))
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
    return mention.actor.sector


def _states_after(reading: Reading, mention: Mention, head: Word) -> tuple[int, ...]:
    """Return the states of "the ministers of both countries", which were named before."""
    if mention.actor.country or mention.actor.name or mention.kind is not MentionKind.PEOPLE:
        return ()
    for preposition in head.all("prep"):
        for word in preposition.all("pobj") if preposition.lower == "of" else ():
            call = call_of(word, reading.sentence)
            chosen = _several(reading, call, mention.span.start) if call is not None else None
            if call is not None and call.kind == "state" and chosen is not None:
                return chosen[0]
    return ()


def _in_each(reading: Reading, mention: Mention, states: tuple[int, ...]) -> None:
    """Keep the people of several states as the holders of their office, or as the states."""
    codes = {code for _, code in titles_in(reading.sentence, mention) if code}
    found: list[Entity] = []
    for chain in states:
        state = reading.entity(chain)
        country = state.actor.country if state is not None else None
        holder = reading.holder(country, codes) if country and codes else None
        found += [e for e in (holder or state,) if e is not None]
    members = tuple(e.chain for e in found)
    why = "those of each of the states named before"
    reading.keep(
        msgspec.structs.replace(
            mention,
            chain=reading.set_chain(members),
            members=members,
            actor=msgspec.structs.replace(
                reading.all_of(members, why), sector=mention.actor.sector
            ),
            reason=why,
        )
    )
    for entity in found:
        if not any(s.sentence <= reading.sentence.number for s in entity.seen):
            reading.keep(_same(mention, entity, why))  # so that each has words in the report


def _offices(reading: Reading, mention: Mention, owner: Entity) -> None:
    """Keep "their foreign ministers" with the holders of the office in each state."""
    codes = {code for _, code in titles_in(reading.sentence, mention) if code}
    holders: list[Entity] = []
    for chain in owner.members:
        state = reading.entity(chain)
        country = state.actor.country if state is not None else None
        holder = reading.holder(country, codes) if country and codes else None
        if holder is None:
            reading.keep(mention)
            return
        holders.append(holder)
    members = tuple(holder.chain for holder in holders)
    why = "the office in each of the states named before"
    reading.keep(
        msgspec.structs.replace(
            mention,
            chain=reading.set_chain(members),
            members=members,
            actor=reading.all_of(members, why),
            reason=why,
        )
    )
    for holder in holders:  # so that each member has words in the report
        reading.keep(_same(mention, holder, why))


def _counterpart(reading: Reading, mention: Mention, owner: Entity | None) -> None:
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


# Several at once


def _called(reading: Reading, mention: Mention, call: Call) -> Mention | None:
    chosen = _several(reading, call, mention.span.start)
    if chosen is None:
        return None
    members, why = chosen
    return msgspec.structs.replace(
        mention,
        kind=_KIND_OF_CALL.get(call.kind, MentionKind.PEOPLE),
        chain=reading.set_chain(members),
        members=members,
        actor=reading.all_of(members, why),
        reason=why,
    )


def _several(reading: Reading, call: Call, before: int) -> tuple[tuple[int, ...], str] | None:
    number = reading.sentence.number
    if call.kind == "any" and word_classes().among("side_noun", call.noun):
        return the_sides(reading.opposed(before), call.number, number, before)
    return several(call, reading.sets(before), reading.discourse, number, before)


# Words that the actor stage left alone


def read_noun(reading: Reading, word: Word) -> None:
    """Add the mention of a noun that is no name, if it means actors: "the country", "the pair"."""
    call = call_of(word, reading.sentence)
    if call is not None:
        mention = _called(reading, _mention(word, MentionKind.PEOPLE, reading), call)
        if mention is not None:
            reading.keep(mention)
        return
    if word.tag != "NN" or not word_classes().among("state_noun_alone", word.lower):
        return
    if not any(c.lower in ("the", "this") for c in word.all("det")) or word.all("prep"):
        return
    entity = _body(reading, word, word.start, None)
    if entity is not None:
        why = f"{word.lower!r} fits the one named before"
        reading.keep(_same(_mention(word, entity.kind, reading), entity, why))


def _mention(word: Word, kind: MentionKind, reading: Reading) -> Mention:
    return Mention(
        span=word.span, head=word.span, kind=kind, actor=NOBODY, chain=reading.new_chain()
    )


def _determiner(sentence: Sentence, mention: Mention) -> Word | None:
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
