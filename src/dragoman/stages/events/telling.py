"""Whether a draft says enough to be an event of its own."""

from __future__ import annotations

from dragoman.languages.en.speech import load_speech
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.reading import UNREAL

__all__ = ["is_told"]

_SURE = 0.6  # the share from which the learned coder is taken at its word


def is_told(draft: Draft) -> bool:
    """Tell whether a draft is an event of its own: somebody takes part, and it is really told.

    A false event costs more than a missed one: what is only wished, only an object, or named by an
    ambiguous word with one side missing is left out.
    """
    if not draft.actors:
        return _names_victims(draft)
    if draft.found.is_learned or _is_believed(draft):
        return True
    if _is_condition(draft) or _is_only_object(draft) or _lacks_what_its_row_needs(draft):
        return False
    if any(reason.startswith(UNREAL) for reason in draft.reading.reasons):
        return False
    if _is_background(draft):
        return False
    if draft.reading.effect in ("possible", "called"):
        return _is_held_possible(draft)
    return draft.found.is_verb or _noun_is_told(draft)


def _is_believed(draft: Draft) -> bool:
    """Tell whether the learned coder is so sure that an ambiguous word or a bare noun will do.

    What the row says it cannot do without is asked for all the same.
    """
    if draft.share is None or draft.share < _SURE:
        return False
    return not _lacks_a_party_or_place(draft)


def _is_background(draft: Draft) -> bool:
    """Tell whether an act only describes somebody: "the army, backed by mercenaries, ..."."""
    head = draft.found.head
    described = head.dep == "acl" and head.tag == "VBN" and draft.type == "SUPPORT"
    signed = draft.found.predicate.frame.name == "joint"
    return described and not signed and not draft.times and not draft.places


def _names_victims(draft: Draft) -> bool:
    """Tell whether an act without an actor is kept: violence with victims, arrests."""
    if draft.reading.effect != "actual" or draft.by_thing:
        return False  # a train or a flood that kills does no act
    counted = draft.dead is not None or draft.injured is not None
    suffered = draft.type == "ASSAULT" or draft.mode in ("arrest", "deport")
    return suffered and (counted or (draft.found.is_verb and bool(draft.recipients)))


def _is_condition(draft: Draft) -> bool:
    """Tell whether it is a negated condition: "if they do not leave" tells nothing."""
    conditions = any(reason.startswith("condition") for reason in draft.reading.reasons)
    return draft.reading.effect == "negated" and conditions


def _is_only_object(draft: Draft) -> bool:
    """Tell whether a nominal act is just the object of some verb: it need not have been done.

    Who "paused the aid" or "eyes a deal" does not give it; but "the attack", "their meeting" as
    the object of a verb that the tables do not know happened.
    """
    found = draft.found
    if found.is_verb or found.light is not None or found.head.dep not in ("dobj", "nsubjpass"):
        return False
    if draft.reading.effect == "negated":
        return False  # "foiled an attack by the group": who would have done it is said
    told = draft.type == "CONSULT" and found.head.head.lower in load_speech().verbs
    # "told the summit that ...": who is told, not what was done
    return told or not (draft.definite and draft.type in ("CONSULT", "ASSAULT", "PROTEST"))


def _lacks_what_its_row_needs(draft: Draft) -> bool:
    if _lacks_a_party_or_place(draft):
        return True
    carried = draft.found.light is not None and draft.led
    if "weak" not in draft.found.predicate.notes or carried:
        return False
    return not (draft.recipients or draft.concerns or len(draft.actors) > 1)


def _lacks_a_party_or_place(draft: Draft) -> bool:
    notes = draft.found.predicate.notes
    if "needs-two" in notes and len(draft.parties) < 2 and not draft.several:
        return True
    both = draft.found.predicate.frame.kind == "reciprocal" and len(draft.actors) > 1
    if "needs-recipient" in notes and not draft.recipients and not both:
        return True
    return "needs-place" in notes and not draft.on_place


def _is_held_possible(draft: Draft) -> bool:
    """Tell whether somebody holds an act possible, and of whom.

    A bare purpose or "the right to strike" says of nobody that he may; "efforts to end the war"
    name no one who may end it.
    """
    if all(reason.startswith(("purpose", "infinitive")) for reason in draft.reading.reasons):
        return False
    return draft.led if draft.found.is_verb else len(draft.parties) > 1


def _noun_is_told(draft: Draft) -> bool:
    """Tell whether a nominal act is told: carried by a verb, known, dated, or between parties."""
    head = draft.found.head
    if head.dep == "conj" and head.head.tag.startswith("VB"):
        return False  # the parser lost what it belongs to
    carried = draft.found.light is not None or draft.definite or bool(draft.times)
    return carried or len(draft.parties) > 1
