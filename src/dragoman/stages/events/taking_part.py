"""Who takes part in an act, when and where, where the learned coder fills what grammar leaves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.knowledge.base import Knowledge
from dragoman.models.learned.labels import ROLES
from dragoman.models.learned.network import Floats
from dragoman.models.view import Word
from dragoman.record import Party, Place, Span, Time
from dragoman.stages.actors.words import words as word_classes
from dragoman.stages.events.casting import one_each, same_party
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.homes import settled_party
from dragoman.stages.events.shares import Weighing

__all__ = ["RECIPROCAL", "with_parties"]

# Shares, found on the dev part of the annotated sentences.
_ROLE = 0.3
_RECIPIENT = 0.35
_SETTING = 0.45  # when and where: what an act is about has days and places too
_CLEARLY = 0.85  # of the object of what is promised or threatened
_SECTOR = 0.7  # of a noun that says nothing else
_UNNAMED = 0.3  # of words that no mention heads
_ROLE_DROPPED = 0.03
_TELLING = frozenset("tell tells told telling".split())
_DONE_TO_PEOPLE = ("ASSAULT", "COERCE", "AID", "RETREAT")
_STANDING = frozenset(("dobj", "nsubjpass", "pobj", "nsubj"))
_ADDRESSED = frozenset(("REQUEST", "ACCUSE", "REJECT"))
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
    counted = draft.type in _DONE_TO_PEOPLE
    recipients = _role(draft.recipients, "recipient", roles, weighing, fill=fill, counted=counted)
    mediators = _role(draft.mediators, "mediator", roles, weighing, fill=not known)
    within = {c.anchor.start for c in draft.concerns} | {f.head.start for f in draft.told}
    if fill and within:
        clear = 1.0 if draft.type in _ADDRESSED else _CLEARLY
        recipients = tuple(
            r
            for r in recipients
            if _share_of(r, roles, weighing) >= clear or not _suffers(r, within, weighing)
        )
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


def _share_of(party: Party, roles: Floats, weighing: Weighing) -> float:
    """Return how likely somebody is the recipient; 0 for words outside the sentence."""
    word = weighing.sentence.head_of(party.span)
    return float(roles[word.index][ROLES.index("recipient")]) if word is not None else 0.0


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
    known: tuple[Party, ...],
    name: str,
    roles: Floats,
    weighing: Weighing,
    *,
    fill: bool,
    counted: bool = False,
) -> tuple[Party, ...]:
    """Return who has a role: whom the tables name and the network allows; to `fill`, its own.

    `counted`: a number alone counts people.
    """
    column = ROLES.index(name)
    kept: list[Party] = []
    for party in known:
        word = weighing.sentence.head_of(party.span)
        inside = word is not None and weighing.sentence.start <= party.span.start
        if inside and word is not None and float(roles[word.index][column]) < _ROLE_DROPPED:
            continue
        kept.append(settled_party(party, word if inside else None, weighing))
    enough = _RECIPIENT if name == "recipient" else _ROLE
    for word in weighing.sentence.words if fill else ():
        share = float(roles[word.index][column])
        likely = share >= min(enough, _UNNAMED)  # most are not, and are not looked up
        if likely and share >= (enough if weighing.desk.cast.parties(word) else _UNNAMED):
            kept.extend(_named(word, weighing, counted=counted))
    return one_each(tuple(kept))


def _named(word: Word, weighing: Weighing, *, counted: bool) -> Iterator[Party]:
    """Yield who is named at a word: by a mention that it heads, a capital, or a plain noun."""
    parties = weighing.desk.cast.parties(word)
    for party in parties:
        yield settled_party(party, word, weighing)
    capital = () if parties else tuple(_government_at(word, weighing))
    yield from capital
    if parties or capital or _inside_a_name(word, weighing):
        return
    if word.tag in ("NN", "NNS"):
        yield from _common(word, weighing)
    elif counted and word.tag == "CD" and word.dep in _STANDING:
        reason = f"{word.text!r}: a number of people"
        yield settled_party(Party(span=word.span, sector="CVL", reason=reason), word, weighing)


def _common(word: Word, weighing: Weighing) -> Iterator[Party]:
    """Yield who a common noun means, if the network reads its sector; "sides" are of no sector."""
    mention = weighing.desk.cast.by_head.get(word.start)
    if mention is not None:
        several = word_classes().among("side_noun", word.lower) or bool(mention.members)
        if several or weighing.scores.sector_of(word.index)[1] < _SECTOR:
            return
    span = mention.span if mention is not None else word.span
    party = settled_party(Party(span=span), word, weighing)
    if party.sector:
        yield party


def _government_at(word: Word, weighing: Weighing) -> Iterator[Party]:
    """Yield the government that a capital stands for: "downgraded its mission in Minsk"."""
    if not word.tag.startswith("NNP"):
        return
    first = min((c.start for c in word.all("compound") if c.end < word.start), default=word.start)
    span = Span(first, word.end)
    named = Knowledge.load().named(span.cut(weighing.desk.report.text))
    capital = next((e for e in named if e.kind == "capital"), None)
    place = weighing.desk.cast.place_at(word)
    if capital is None or (place is not None and place.country != capital.country):
        return
    reason = f"learned: the capital stands for its government; {capital.rule}"
    yield Party(span=span, country=capital.country, sector="GOV", reason=reason)


def _inside_a_name(word: Word, weighing: Weighing) -> bool:
    """Tell whether a word stands in a mention that another word heads, and which speaks for it."""
    return any(m.head.start != word.start for m in weighing.desk.cast.holding(word))


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
