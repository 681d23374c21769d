"""Titles and nouns for actors named before: "the minister", "its troops", "both sides"."""

from __future__ import annotations

import msgspec

from dragoman.models.view import Word
from dragoman.record import Basis, Mention, MentionKind
from dragoman.stages.actors.words import words as word_classes
from dragoman.stages.coreference.collectives import Call, call_of
from dragoman.stages.coreference.descriptions import (
    described_body,
    described_people,
    described_person,
    titles_in,
)
from dragoman.stages.coreference.entities import Entity
from dragoman.stages.coreference.owned import (
    determiner,
    owner_of,
    read_counterpart,
    read_in_each,
    read_owned,
    same_as,
    several_of,
    states_after,
)
from dragoman.stages.coreference.reading import NOBODY, PERSONS, Reading

__all__ = ["read_mention", "read_noun"]

_DEFINITE = frozenset(("the", "this", "that", "these", "those"))
_KIND_OF_CALL = {"state": MentionKind.COUNTRY}


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
    states = states_after(reading, mention, head)
    if states:
        read_in_each(reading, mention, states)
        return
    owner = reading.entity(owner_of(reading, mention))
    if counterpart:
        read_counterpart(reading, mention, owner)
    elif owner is not None:
        read_owned(reading, mention, owner, head)
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
    before = determiner(reading.sentence, mention)
    if before is None or before.lower not in _DEFINITE:
        return None
    entity = _described(reading, mention, head)
    why = f"{head.lower!r} fits the one named before"
    return same_as(mention, entity, why) if entity is not None else None


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


# Several at once


def _called(reading: Reading, mention: Mention, call: Call) -> Mention | None:
    chosen = several_of(reading, call, mention.span.start)
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
        reading.keep(same_as(_mention(word, entity.kind, reading), entity, why))


def _mention(word: Word, kind: MentionKind, reading: Reading) -> Mention:
    return Mention(
        span=word.span, head=word.span, kind=kind, actor=NOBODY, chain=reading.new_chain()
    )
