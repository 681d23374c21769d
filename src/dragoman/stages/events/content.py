"""Fold the acts in the content of another into it: "called for a truce" is one REQUEST."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.record import Concern, Party
from dragoman.stages.events.anchors import Found
from dragoman.stages.events.casting import one_each, same_party
from dragoman.stages.events.conversions import HOSTILE, as_coded, concern
from dragoman.stages.events.desk import Desk
from dragoman.stages.events.draft import Draft

__all__ = ["settle"]

_CLAIMS = frozenset(
    "claim claims accusation accusations allegation allegations charge charges report reports "
    "suggestion suggestions".split()
)
# Who condemns, praises or refuses an act takes it for granted; who asks for one does not.
_PRESUPPOSING = frozenset({"SUPPORT", "ACCUSE"})


def settle(drafts: list[Draft], desk: Desk) -> Iterator[Draft]:
    """Yield the drafts that stand on their own, with the others folded into them."""
    inner = {id(d): d.reading.outer for d in drafts if d.reading.outer is not None}
    for draft in drafts:
        outer = inner.get(id(draft))
        if outer is not None and not _presupposed(draft, outer):
            continue
        mine = [d for d in drafts if inner.get(id(d)) is draft.found]
        settled = _with_content(draft, mine, desk)
        if settled is not None:
            told = as_coded(settled, desk)
            if told is not None:
                yield told


def _with_content(draft: Draft, inner: list[Draft], desk: Desk) -> Draft | None:
    """Return a draft with its concerns, and with mode and recipients read off them."""
    notes = draft.found.predicate.notes
    inner = [d for d in inner if _holds_up(d)]
    if draft.type == "STRESS" or "needs-content" in notes:
        if not inner:
            return None
        if draft.type == "THREATEN" and not any(_threatens(draft, d) for d in inner):
            return None
        draft = _stressed(draft, inner[0]) if draft.type == "STRESS" else draft
    if not inner:
        return draft
    presupposing = draft.type in _PRESUPPOSING and draft.mode != "allege"
    # Of "stressed the importance of keeping the peace" the content gave the type itself.
    told = [d for d in inner if (presupposing and not d.found.is_verb) or d.type == draft.type]
    asked = [d for d in inner if d not in told]
    recipients = draft.recipients or _doers(inner, draft, presupposing)
    if draft.type == "REJECT" and draft.found.noun and draft.found.noun.lower in _CLAIMS:
        # "rejected claims that it had jailed protesters": the act is alleged, not refused
        return replace(draft, concerns=tuple(concern(d) for d in inner), recipients=())
    concerns = _one_of_each(tuple(concern(d) for d in asked))
    mode = draft.mode or _outer_mode(draft, inner[0], desk)
    return replace(
        draft,
        concerns=concerns,
        recipients=recipients,
        mode=mode,
        told=tuple(d.found for d in told),
    )


def _holds_up(inner: Draft) -> bool:
    """Tell whether a verb in the content of another act meets the conditions of its own row."""
    if not inner.found.is_verb:
        return True
    notes = inner.found.predicate.notes
    if "needs-place" in notes:
        return inner.on_place
    if "needs-two" in notes:
        return len(inner.parties) > 1
    if "needs-recipient" in notes:
        return bool(inner.recipients)
    return "weak" not in notes or bool(inner.parties or inner.content or inner.places)


def _threatens(draft: Draft, inner: Draft) -> bool:
    """Tell whether a warning is a threat: of a hostile act, by the one who warns."""
    own = any(
        same_party(a, b) or a.country == b.country for a in draft.actors for b in inner.actors
    )
    return (own or not inner.actors) and inner.type in HOSTILE


def _stressed(draft: Draft, inner: Draft) -> Draft:
    """Give "stressed the importance of" the type its content asks for."""
    if inner.type == "SUPPORT":
        return replace(draft, type="SUPPORT", recipients=inner.recipients or _owners(inner))
    return replace(draft, type="REQUEST")


def _owners(inner: Draft) -> tuple[Party, ...]:
    return inner.recipients


def _doers(inner: list[Draft], draft: Draft, presupposing: bool) -> tuple[Party, ...]:
    """Return who does or is to do the inner act, as the one the outer act is addressed to."""
    if draft.type in ("AGREE", "CONCEDE", "THREATEN", "REJECT"):
        found = [p for d in inner for p in d.recipients or _between(d)]
    else:
        found = [p for d in inner for p in d.actors]
        if presupposing and draft.type == "ACCUSE":
            found = [p for d in inner for p in d.actors]
    return one_each(tuple(p for p in found if not any(same_party(p, a) for a in draft.actors)))


def _one_of_each(concerns: tuple[Concern, ...]) -> tuple[Concern, ...]:
    """Return the concerns without a second telling: "stop attacking" is one ceasefire."""
    kept: dict[tuple[str, str | None], Concern] = {}
    for one in concerns:
        known = kept.get((one.type, one.mode))
        same = known is not None and known.actors == one.actors
        if known is None or (same and len(one.recipients) > len(known.recipients)):
            kept[one.type, one.mode] = one
        elif known.actors != one.actors or (one.recipients and one.recipients != known.recipients):
            kept[one.type, f"{one.mode} {one.anchor.start}"] = one
    return tuple(kept.values())


def _between(inner: Draft) -> tuple[Party, ...]:
    """Return the others of an act that takes several: "ruled out talks with X"."""
    return inner.actors if inner.found.predicate.frame.kind != "directed" else ()


def _outer_mode(draft: Draft, inner: Draft, desk: Desk) -> str | None:
    if draft.type not in ("REQUEST", "REJECT", "THREATEN", "ACCUSE"):
        return None
    if inner.type == "STRESS":
        return None
    ending = inner.reading.effect == "negated"
    return desk.ontology.outer_mode(draft.type, inner.type, inner.mode, ending=ending)


def _presupposed(draft: Draft, outer: Found) -> bool:
    """Tell whether an act under another is told as a fact ("condemned the attack")."""
    if outer.predicate.type == "REJECT" or outer.predicate.mode == "allege":
        return False
    return outer.predicate.type in _PRESUPPOSING and not draft.found.is_verb
