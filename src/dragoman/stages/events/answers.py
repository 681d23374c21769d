"""To whom an answer goes: who made the offer that is accepted, the charge that is rejected."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dragoman.languages.en.predicates import answer_nouns
from dragoman.models.view import Word
from dragoman.record import Evidence, Party
from dragoman.stages.actors.words import words as word_classes
from dragoman.stages.events.anchors import objects
from dragoman.stages.events.casting import same_party
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.telling import is_told

__all__ = ["address_answers"]

_ANSWERS = frozenset(("REJECT", "AGREE", "CONCEDE"))
_ANSWERED = ("AGREE", "REQUEST", "ACCUSE", "THREATEN")
_THIS = frozenset(("it", "this", "that", "them", "so"))
_REACH = 2  # sentences back, for what a noun names; one less for what a pronoun means


def address_answers(drafts: Sequence[Draft]) -> list[Draft]:
    """Address refusals and assents without a recipient to who made what they answer.

    "Angola offered to host talks. Kinshasa accepted the offer." What is answered is the last act of
    a fitting type, by somebody else, that was addressed to the one who answers, or to nobody named.
    """
    told = [d for d in drafts if is_told(d) and d.type in _ANSWERED and d.actors]
    return [_addressed(draft, told) for draft in drafts]


def _addressed(draft: Draft, told: Sequence[Draft]) -> Draft:
    if draft.recipients or draft.type not in _ANSWERS or not draft.found.is_verb:
        return draft
    types, reach = _answered_by(draft.found.head)
    here = draft.found.sentence.number
    fitting = [
        d
        for d in told
        if d.type in types
        and d.anchor < draft.anchor
        and here - d.found.sentence.number <= reach
        and not _meet(d.actors, draft.actors)
        and (not d.recipients or _meet(d.recipients, draft.actors))
    ]
    if not fitting or not draft.actors:
        return draft
    answered = max(fitting, key=lambda d: d.anchor)
    evidence = Evidence(field="recipients", spans=(answered.anchor,), reason="who is answered")
    return replace(draft, recipients=answered.actors, evidence=(*draft.evidence, evidence))


def _answered_by(verb: Word) -> tuple[tuple[str, ...], int]:
    """Return the types of act a verb may answer by its object, and how many sentences back."""
    taken = objects(verb)
    for noun in taken:
        owned = noun.child("poss") is not None  # "his own offer", "Iran's demand"
        if noun.lower in answer_nouns() and not owned:
            return answer_nouns()[noun.lower], _REACH
    this = verb.dep != "relcl" and any(word.lower in _THIS for word in taken)
    if this or _answers_alone(verb, taken):
        return _ANSWERED, _REACH - 1
    return (), 0


def _answers_alone(verb: Word, taken: Sequence[Word]) -> bool:
    """Tell whether a verb answers without saying what: "accepted", "agreed to do so"."""
    if taken or not word_classes().among("answer_verb", verb.lower):
        return False
    clause = verb.child("xcomp")
    if clause is not None:
        return clause.lower == "do" and any(word.lower == "so" for word in clause.children)
    return verb.child("ccomp", "prep", "advcl") is None


def _meet(some: Sequence[Party], others: Sequence[Party]) -> bool:
    return any(same_party(p, q) or _alike(p, q) for p in some for q in others)


def _alike(one: Party, other: Party) -> bool:
    """Tell whether two parties are of the same state, and of one sort where that is known."""
    sectors = {one.sector, other.sector} - {None}
    return one.country is not None and one.country == other.country and len(sectors) < 2
