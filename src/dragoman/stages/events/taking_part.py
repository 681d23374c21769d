"""Who takes part in an act, when and where, where the learned coder fills what grammar leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.models.learned.labels import ROLES
from dragoman.models.learned.network import Floats
from dragoman.models.view import Word
from dragoman.record import Party, Place, Time
from dragoman.stages.events.casting import one_each, same_party
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.homes import settled_party
from dragoman.stages.events.shares import Weighing

__all__ = ["RECIPROCAL", "with_parties"]

# Shares, found on the dev part of the annotated sentences.
_ROLE = 0.3
_SETTING = 0.45  # when and where: what an act is about has days and places too
_UNNAMED = 0.45  # of words that no mention heads
_ROLE_DROPPED = 0.03
_TELLING = frozenset("tell tells told telling".split())
_SPOKEN = frozenset("CONSULT AGREE CONCEDE REQUEST REJECT THREATEN ACCUSE SUPPORT".split())
RECIPROCAL = frozenset({"CONSULT", "COOPERATE"})


def with_parties(draft: Draft, word: Word, weighing: Weighing) -> Draft:
    """Return a draft with who takes part: the network fills the roles that the grammar leaves open.

    "The conversation" is spoken of as known: who took part is told where it is told first.
    """
    roles = weighing.scores.roles(word.index)
    known = draft.definite and not draft.found.is_verb
    full = known or len(draft.actors) > (draft.type in RECIPROCAL and not draft.recipients)
    actors = _role(draft.actors, "actor", roles, weighing, fill=not full)
    met = draft.type in RECIPROCAL and len(draft.actors) > 1
    fill = not known and not met and not draft.recipients
    recipients = _role(draft.recipients, "recipient", roles, weighing, fill=fill)
    mediators = _role(draft.mediators, "mediator", roles, weighing, fill=not known)
    within = {c.anchor.start for c in draft.concerns} | {f.head.start for f in draft.told}
    if fill and within:
        recipients = tuple(r for r in recipients if not _suffers(r, within, weighing))
    recipients = tuple(
        r
        for r in recipients
        if not any(same_party(r, a) or _is_state_of(r, a) for a in actors)
        and not _is_audience(r, weighing)
    )
    mediators = tuple(m for m in mediators if not any(same_party(m, a) for a in actors))
    return replace(
        draft,
        actors=actors,
        recipients=recipients,
        mediators=mediators,
        times=draft.times or tuple(_times(roles, weighing)),
        places=draft.places or tuple(_places(roles, draft, weighing)),
    )


def _is_audience(party: Party, weighing: Weighing) -> bool:
    """Tell whether somebody of the press only hears it: "told reporters that it would close"."""
    word = weighing.sentence.head_of(party.span) if party.sector == "JRN" else None
    return word is not None and not word.is_root and word.head.lower in _TELLING


def _suffers(party: Party, within: set[int], weighing: Weighing) -> bool:
    """Tell whether somebody is only the object of the act that is asked for, promised or judged.

    "Demanded the release of the drivers" is addressed to who holds them.
    """
    word = weighing.sentence.head_of(party.span)
    while word is not None and not word.is_root and word.start not in within:
        if word.head.start in within:
            return word.dep not in ("nsubj", "agent", "poss")
        word = word.head
    return False


def _is_state_of(party: Party, actor: Party) -> bool:
    """Tell whether a party is the bare state that an actor acts for: "Fidan told of Türkiye's"."""
    own = party.id is not None and party.id == party.country == actor.country
    return own and actor.sector == "GOV"


def _role(
    known: tuple[Party, ...], name: str, roles: Floats, weighing: Weighing, *, fill: bool
) -> tuple[Party, ...]:
    """Return who has a role: whom the tables name and the network allows; to `fill`, its own."""
    column = ROLES.index(name)
    kept: list[Party] = []
    for party in known:
        word = weighing.sentence.head_of(party.span)
        inside = word is not None and weighing.sentence.start <= party.span.start
        if inside and word is not None and float(roles[word.index][column]) < _ROLE_DROPPED:
            continue
        kept.append(settled_party(party, word if inside else None, weighing))
    for word in weighing.sentence.words if fill else ():
        share = float(roles[word.index][column])
        if share >= (_ROLE if weighing.desk.cast.parties(word) else _UNNAMED):
            kept.extend(_named(word, weighing))
    return one_each(tuple(kept))


def _named(word: Word, weighing: Weighing) -> Iterator[Party]:
    """Yield who is named at a word: by a mention that it heads, or else by a plain noun."""
    parties = weighing.desk.cast.parties(word)
    for party in parties:
        yield settled_party(party, word, weighing)
    if parties or word.tag not in ("NN", "NNS") or _inside_a_name(word, weighing):
        return
    party = settled_party(Party(span=word.span), word, weighing)
    if party.sector:
        yield party


def _inside_a_name(word: Word, weighing: Weighing) -> bool:
    """Tell whether a mention holds a word: its own head speaks for it."""
    return any(m.span.start <= word.start < m.span.end for m in weighing.desk.cast.mentions)


def _times(roles: Floats, weighing: Weighing) -> Iterator[Time]:
    column = ROLES.index("time")
    for word in weighing.sentence.words:
        if float(roles[word.index][column]) >= _SETTING:
            for time in weighing.desk.report.times:
                if time.span.start <= word.start < time.span.end:
                    yield time


def _places(roles: Floats, draft: Draft, weighing: Weighing) -> Iterator[Place]:
    column = ROLES.index("place")
    for word in weighing.sentence.words:
        if float(roles[word.index][column]) >= _SETTING and not _is_subject_matter(word, draft):
            place = weighing.desk.cast.place_at(word)
            if place is not None:
                yield place


def _is_subject_matter(word: Word, draft: Draft) -> bool:
    """Tell whether a place is only spoken of: "discussed the situation in Syria"."""
    if draft.type not in _SPOKEN:
        return False
    while not word.is_root and word.head is not draft.found.head:
        word = word.head
    return word.dep in ("dobj", "ccomp", "xcomp")
