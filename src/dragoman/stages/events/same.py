"""Which mentions of a report are one event: the fullest is kept, the others are its mentions."""

from __future__ import annotations

from dataclasses import replace

from dragoman.models.view import Word
from dragoman.record import Party, Quantity, Status
from dragoman.stages.events.anchors import is_bare_claim
from dragoman.stages.events.casting import one_each, same_party
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.placing import meet

__all__ = ["merge_in_sentence", "merge_report"]

_STOPS = frozenset('.!?"”')


def merge_in_sentence(drafts: list[Draft]) -> list[Draft]:
    """Join what one sentence tells twice: "a strike killed three" is one ASSAULT."""
    kept: list[Draft] = []
    for draft in drafts:
        for index, known in enumerate(kept):
            if _one_act(known, draft):
                kept[index] = _joined(known, draft)
                break
        else:
            kept.append(draft)
    return kept


def _one_act(known: Draft, other: Draft) -> bool:
    """Tell whether one is the violence and the other its effect or means, tied by the grammar."""
    if known.type != other.type or known.found is other.found:
        return False
    if known.reading.status != other.reading.status:
        return False
    if known.type == "CONSULT":
        return _setting_of(known, other) or _setting_of(other, known)
    if known.type != "ASSAULT":
        return False
    if _toll(known) and _toll(other) and not known.actors and not other.actors:
        return True  # "two were killed and eleven injured"
    return _tied(known.found.head, other.found.head) or _tied(other.found.head, known.found.head)


def _setting_of(verb: Draft, noun: Draft) -> bool:
    """Tell whether a talk without parties is the meeting itself: "met in talks hosted by X"."""
    head = noun.found.head
    if not verb.found.is_verb or noun.found.is_verb or noun.parties:
        return False
    return (
        head.dep == "pobj"
        and head.head.lower in ("in", "at", "during", "for")
        and (head.head.head is verb.found.head)
    )


def _toll(draft: Draft) -> bool:
    return draft.found.is_verb and draft.found.predicate.lemma in ("kill", "wound", "injure")


def _effect_of(verb: Word, other: Word) -> bool:
    """Tell whether one of two coordinated verbs is the effect: "shelled a town and killed 12"."""
    effects = ("kill", "wound", "injur")
    return verb.lower.startswith(effects) or other.lower.startswith(effects)


def _tied(verb: Word, other: Word) -> bool:
    """Tell whether a word is subject, agent or adverbial of a verb, or its coordinated twin."""
    if not verb.tag.startswith("VB"):
        return False
    if other.dep in ("nsubj", "nsubjpass") and other.head is verb:
        return True
    if other.dep == "pobj" and other.head.dep in ("prep", "agent"):
        holder = other.head.head
        if holder is verb or holder in verb.conjuncts() or verb in holder.conjuncts():
            return other.head.lower in ("in", "by", "during")
    if other.dep in ("acl", "relcl") and other.head.dep == "nsubj" and other.head.head is verb:
        return True  # "a bomb planted by rebels killed two"
    if other.dep == "conj" and other.head is verb and other.tag.startswith("VB"):
        # "killed 12 and wounded 30": one attack
        own = other.child("nsubj")
        return (own is None or own.tag == "CD") and _effect_of(verb, other)
    if other.dep == "conj" and other.head.dep in ("nsubj", "pobj"):
        return _tied(verb, other.head)
    if other.dep != "advcl" or (other.head is not verb and verb not in other.head.conjuncts()):
        return False
    if other.child("nsubj") is None:
        return True  # "..., killing three"
    # "were killed when militants attacked": the clause tells who did it
    when = [c.lower for c in other.all("mark", "advmod")]
    return _effect_of(verb, verb) and bool({"when", "after", "as"} & set(when))


def _joined(one: Draft, other: Draft) -> Draft:
    """Return the fuller of two mentions with what only the other knows."""
    full, rest = (one, other) if _fullness(one) >= _fullness(other) else (other, one)
    return replace(
        full,
        mode=full.mode or rest.mode,
        actors=full.actors or rest.actors,
        recipients=_victims(full, rest),
        mediators=full.mediators or rest.mediators,
        times=full.times or rest.times,
        places=full.places or rest.places,
        concerns=full.concerns or rest.concerns,
        dead=_number(full.dead, rest.dead),
        injured=_number(full.injured, rest.injured),
        size=_number(full.size, rest.size),
        topics=(*full.topics, *rest.topics),
        hedges=full.hedges or rest.hedges,
        mentions=tuple(sorted({*full.mentions, *rest.mentions, rest.anchor} - {full.anchor})),
        frame=full.frame or rest.frame,
        claims=(*full.claims, *rest.claims),
    )


def _victims(full: Draft, rest: Draft) -> tuple[Party, ...]:
    """Return to whom it was done: who was killed or hurt before the building that was struck."""
    for draft in (rest, full):
        if draft.type == "ASSAULT" and _toll(draft) and draft.recipients:
            return draft.recipients
    return one_each((*full.recipients, *_new(rest.recipients, full)))


def _number(one: Quantity | None, other: Quantity | None) -> Quantity | None:
    return one or other


def _new(parties: tuple[Party, ...], full: Draft) -> tuple[Party, ...]:
    if full.recipients:
        return ()
    return tuple(p for p in parties if not any(same_party(p, a) for a in full.actors))


def _fullness(draft: Draft) -> tuple[int, int, int, int]:
    """Rank mentions: both sides named, then dated and placed, then detail, then the verb."""
    sides = 2 * bool(draft.actors) + bool(draft.recipients) + len(draft.actors)
    return (
        sides,
        bool(draft.times) + bool(draft.places),
        len(draft.parties) + len(draft.concerns),
        int(draft.found.is_verb),
    )


def merge_report(drafts: list[Draft]) -> list[Draft]:
    """Join the mentions of one event over the report; what nobody takes part in is dropped.

    A later mention joins an earlier event when type and status agree, nothing it says contradicts,
    and it adds no party: the same participants again, or an anaphoric noun ("the talks").
    """
    kept: list[Draft] = []
    for draft in drafts:
        if is_bare_claim(draft.found):
            _give_to_claimant(kept, draft)
            continue
        matches = [i for i, known in enumerate(kept) if _same_event(known, draft)]
        if matches:
            best = max(matches, key=lambda i: (_shared(kept[i], draft), i))
            kept[best] = _joined(kept[best], draft)
        else:
            kept.append(draft)
    return kept


def _give_to_claimant(kept: list[Draft], claim: Draft) -> None:
    """Give the last violence told without a known doer to who claims responsibility."""
    for index in range(len(kept) - 1, -1, -1):
        known = kept[index]
        nameless = not any(p.id or p.country for p in known.actors)
        if known.type == "ASSAULT" and known.reading.status == Status.ACTUAL and nameless:
            kept[index] = replace(
                known,
                actors=claim.actors,
                mentions=tuple(sorted({*known.mentions, claim.anchor})),
                claims=(*known.claims, *claim.claims),
            )
            return


def _same_event(known: Draft, later: Draft) -> bool:
    if known.type != later.type or known.reading.status != later.reading.status:
        return False
    if known.mode and later.mode and known.mode != later.mode:
        return False
    if "visit" in (known.mode, later.mode) and known.mode != later.mode and not _anaphoric(later):
        return False  # "travelled to Kabul and met the minister": two acts
    if known.found is later.found:  # one anchor, several acts: "separate calls with A and B"
        return False
    if _apart(known, later):
        return False
    if _is_headline(known) and known.actors and (_covered(known, later) or _covered(later, known)):
        return bool(known.recipients or later.recipients or known.concerns == later.concerns)
    if later.times and not known.times and later.found.is_verb and known.found.is_verb:
        return False  # "had agreed on a truce in 2003" is not today's agreement
    if later.type in ("REQUEST", "AGREE", "REJECT", "ACCUSE", "THREATEN", "SUPPORT", "CONCEDE"):
        return _same_speech(known, later)
    if not later.parties:
        return _anaphoric(later) and bool(known.parties) and _names_again(known, later)
    if later.type != "CONSULT" and _told_apart(known, later):
        return False
    if not later.found.is_verb and not later.definite and len(later.parties) < 2:
        return False  # "the decision to hold talks" is not the call told before
    return _covered(later, known) or (_covered(known, later) and len(known.parties) > 1)


def _is_headline(draft: Draft) -> bool:
    """Tell whether a draft stands in a first line without a full stop: the text retells it."""
    sentence = draft.found.sentence
    return sentence.number == 0 and sentence.words[-1].text not in _STOPS


def _same_speech(known: Draft, later: Draft) -> bool:
    """Tell whether two speech acts say the same: same speakers and the same content."""
    if not known.actors or not later.actors:
        return (
            not later.found.is_verb
            and later.definite
            and later.found.predicate.lemma == known.found.predicate.lemma
            and (_covered(later, known) if later.parties else True)
        )
    if _signed_again(known, later):
        return True
    if not _equal(known.actors, later.actors):
        return False
    if known.type == "SUPPORT" and known.found.predicate.frame.name == "joint":
        return later.found.predicate.frame.name == "joint"
    if known.found.sentence is later.found.sentence and not (known.concerns or later.concerns):
        # "praised and thanked Qatar": one act of one party to one other
        return (
            bool(known.recipients)
            and _equal(known.recipients, later.recipients)
            and (known.mode == later.mode)
        )
    mine = {(c.type, c.mode) for c in known.concerns}
    other = {(c.type, c.mode) for c in later.concerns}
    return (
        bool(mine & other)
        and known.mode == later.mode
        and (
            not known.recipients
            or not later.recipients
            or _equal(known.recipients, later.recipients)
        )
    )


def _told_apart(known: Draft, later: Draft) -> bool:
    """Tell whether two verbs tell two acts: "stormed the residence", "set fire to his house"."""
    one, other = known.found, later.found
    if not (one.is_verb and other.is_verb) or _stem(one.predicate.lemma) == _stem(
        other.predicate.lemma
    ):
        return False
    return not (known.recipients and _equal(known.recipients, later.recipients))


def _signed_again(known: Draft, later: Draft) -> bool:
    """Tell whether two signings are one: the persons who sign are the states they sign for."""
    joint = [d.found.predicate.frame.name == "joint" for d in (known, later)]
    one, other = ({p.country for p in d.actors} for d in (known, later))
    return all(joint) and one == other and len(one) > 1 and None not in one


def _equal(one: tuple[Party, ...], other: tuple[Party, ...]) -> bool:
    return _within(one, other) and _within(other, one)


def _apart(known: Draft, later: Draft) -> bool:
    """Tell whether dates or places of two mentions exclude each other."""
    if known.times and later.times:
        one, other = known.times[0], later.times[0]
        if one.first and other.first:
            last_one, last_other = one.last or one.first, other.last or other.first
            if last_one < other.first or last_other < one.first:
                return True
    if known.places and later.places:
        return not meet(known.places, later.places)
    return False


def _covered(part: Draft, whole: Draft) -> bool:
    """Tell whether all parties of one mention take part in the other, in fitting roles."""
    if part.found.predicate.frame.kind == "reciprocal":
        return _within(part.parties, whole.parties)
    return _within(part.actors, whole.actors) and (
        not part.recipients or _within(part.recipients, whole.recipients)
    )


def _within(parts: tuple[Party, ...], whole: tuple[Party, ...]) -> bool:
    return all(any(_counts_as(p, w) for w in whole) for p in parts)


def _counts_as(part: Party, whole: Party) -> bool:
    """Tell whether a party again is one named before: the same, or its bare state."""
    if same_party(part, whole):
        return True
    bare = part.id is None or part.id == part.country or part.office is None
    return (
        bare
        and part.country is not None
        and part.country == whole.country
        and (
            part.sector == whole.sector
            and (part.name is None or whole.name is None or part.id is None)
        )
    )


def _anaphoric(draft: Draft) -> bool:
    return not draft.found.is_verb and draft.definite


def _names_again(known: Draft, later: Draft) -> bool:
    """Tell whether a noun without parties can mean an event: same noun or verb, or same place."""
    shared = {p.name for p in known.places} & {p.name for p in later.places}
    if shared:
        return True
    if later.places:
        return False
    one, other = known.found.predicate, later.found.predicate
    if known.mode is not None and known.mode == later.mode:
        return True
    return one.lemma == other.lemma or _stem(one.lemma) == _stem(other.lemma)


def _stem(lemma: str) -> str:
    for ending in ("ation", "ing", "ion", "ment", "al", "e"):
        if lemma.endswith(ending) and len(lemma) - len(ending) >= 4:
            return lemma[: -len(ending)]
    return lemma


def _shared(known: Draft, later: Draft) -> int:
    return sum(any(_counts_as(p, w) for w in known.parties) for p in later.parties)
