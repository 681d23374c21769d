"""Turn a draft into what the codebook makes of it: plans, threats, demands, stopped acts.

What is promised is AGREE, what is vowed in hostility THREATEN, what a source says must be done
REQUEST; an exercise of several states is COOPERATE, the protest of a government ACCUSE.
"""

from __future__ import annotations

from dataclasses import replace

from dragoman.record import Concern, Evidence, Place, Precision
from dragoman.stages.events.casting import same_party
from dragoman.stages.events.dates import when_of
from dragoman.stages.events.desk import Desk
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.reading import Reading
from dragoman.stages.events.sources import speaker_of

__all__ = ["HOSTILE", "as_coded", "concern", "stopped"]

_STOPS = ("stop", "ceas", "halt", "end", "suspend", "quit", "paus")
_VOWS = frozenset("vow swear promise pledge".split())
# What it is to stop an act, by the type of the act.
_ENDED = {
    "ASSAULT": ("RETREAT", "ceasefire"),
    "AID": ("SANCTION", "discontinue"),
    "COOPERATE": ("SANCTION", "discontinue"),
    "CONSULT": ("SANCTION", "withdraw"),
    "SUPPORT": ("SANCTION", "withdraw"),
}
_EXERCISES = frozenset(
    "exercise exercises drill drills maneuver maneuvers manoeuvre manoeuvres patrol patrols".split()
)
# Hostile acts that a state announces beforehand.
_MEASURES = ("SANCTION", "COERCE", "ASSAULT")
# Acts that a vow of makes a threat.
HOSTILE = frozenset("ASSAULT COERCE SANCTION MOBILIZE REJECT THREATEN PROTEST".split())


def as_coded(draft: Draft, desk: Desk) -> Draft | None:
    """Return a settled draft as PLOVER codes it; None for what is only the reporter's wish."""
    return _demand(_official(_joint(_threat(_future(draft, desk), desk))), desk)


def concern(draft: Draft) -> Concern:
    """Return an act as what another act is about."""
    dated = draft.times[0] if draft.times else None
    return Concern(
        type=draft.type if draft.type != "STRESS" else "REQUEST",
        mode=draft.mode,
        anchor=draft.anchor,
        actors=draft.actors,
        recipients=draft.recipients,
        when=when_of(dated) if dated else None,
        where=_event_place(draft),
    )


def _event_place(draft: Draft) -> Place | None:
    fitting = [p for p in draft.places if p.precision is not Precision.REGION]
    return fitting[0] if fitting else None


def _future(draft: Draft, desk: Desk) -> Draft:
    """Code a planned act as PLOVER does: a promised visit is AGREE, about the visit."""
    if draft.reading.effect != "planned" or draft.type in ("AGREE", "CONCEDE"):
        return draft
    light = draft.found.light
    if light is not None and light.lower.startswith("order") and draft.found.light_row:
        return _ordered(draft, desk)
    outer = desk.ontology.future_type(draft.type)
    if outer is None or outer == draft.type:
        return draft
    reason = f"a planned {draft.type} is {outer} in PLOVER"
    evidence = Evidence(field="type", spans=draft.reading.cues, reason=reason)
    return replace(
        draft,
        type=outer,
        mode=None,
        reading=Reading(reasons=("the plan is told as a fact",), cues=draft.reading.cues),
        concerns=(concern(draft), *draft.concerns),
        times=(),
        places=(),
        evidence=(*draft.evidence, evidence),
    )


def stopped(draft: Draft) -> Draft:
    """Code what somebody stopped doing: "stopped supplying arms" is SANCTION, not no AID."""
    reading = draft.reading
    stops = [r for r in reading.reasons if r.partition("'")[2].lower().startswith(_STOPS)]
    asked = [r for r in reading.reasons if r.startswith(("modal 'should'", "modal 'must'"))]
    alone = len(stops) + len(asked) == len(reading.reasons)
    ended = reading.effect == "negated" and bool(stops) and alone
    turned = _ENDED.get(draft.type)
    if not ended or turned is None:
        return draft
    evidence = Evidence(field="type", spans=reading.cues, reason=f"{draft.type} that was stopped")
    return replace(
        draft,
        type=turned[0],
        mode=turned[1],
        # "should stop supplying" asks for the end of it
        reading=replace(reading, effect="called" if asked else "actual", reasons=tuple(asked)),
        evidence=(*draft.evidence, evidence),
    )


def _ordered(draft: Draft, desk: Desk) -> Draft:
    """Code an act that was ordered, and not yet done, as the request it is."""
    evidence = Evidence(field="type", spans=draft.reading.cues, reason="ordered, not yet done")
    return replace(
        draft,
        type="REQUEST",
        mode=desk.ontology.outer_mode("REQUEST", draft.type, draft.mode),
        reading=Reading(reasons=("the order is told as a fact",), cues=draft.reading.cues),
        concerns=(concern(draft), *draft.concerns),
        evidence=(*draft.evidence, evidence),
    )


def _threat(draft: Draft, desk: Desk) -> Draft:
    """Code a vow of hostile acts as a threat; so are measures that their doer says will come."""
    if _is_conditional_measure(draft):
        return _threatened(draft, desk, "measures on a condition")
    vow = draft.type == "AGREE" and draft.found.predicate.lemma in _VOWS
    if not vow or not draft.concerns or not all(c.type in HOSTILE for c in draft.concerns):
        return _announced(draft, desk)
    first = draft.concerns[0]
    evidence = Evidence(field="type", spans=(draft.anchor,), reason="a vow of a hostile act")
    return replace(
        draft,
        type="THREATEN",
        mode=desk.ontology.outer_mode("THREATEN", first.type, first.mode),
        recipients=draft.recipients or first.recipients,
        evidence=(*draft.evidence, evidence),
    )


def _is_conditional_measure(draft: Draft) -> bool:
    """Tell whether measures hang on a condition: "if it does not comply, we will impose them"."""
    planned = draft.reading.effect == "planned" and draft.type in _MEASURES
    clauses = draft.found.clause.all("advcl")
    return planned and any(c.lower == "if" for clause in clauses for c in clause.all("mark"))


def _threatened(draft: Draft, desk: Desk, reason: str) -> Draft:
    evidence = Evidence(field="type", spans=draft.reading.cues, reason=reason)
    return replace(
        draft,
        type="THREATEN",
        mode=desk.ontology.outer_mode("THREATEN", draft.type, draft.mode),
        reading=Reading(reasons=("the threat is told as a fact",), cues=draft.reading.cues),
        concerns=(concern(draft),),
        times=(),
        places=(),
        evidence=(*draft.evidence, evidence),
    )


def _announced(draft: Draft, desk: Desk) -> Draft:
    willed = any(reason.startswith("modal") for reason in draft.reading.reasons)
    expected = draft.type == "ASSAULT" or (willed and draft.type in _MEASURES)
    if draft.reading.effect != "planned" or not expected:
        return draft
    speaker = speaker_of(draft.anchor, desk.report)
    own = speaker is not None and any(
        same_party(speaker, a) or (a.country is not None and a.country == speaker.country)
        for a in draft.actors
    )
    if not own or speaker is None:
        return draft
    return _threatened(draft, desk, "announced by its doer")


def _demand(draft: Draft, desk: Desk) -> Draft | None:
    """Code what a source says must or should be done as the source's request.

    The reporter's own "should" is an opinion and no event.
    """
    if draft.reading.effect != "called" or draft.type in ("REQUEST", "STRESS"):
        return draft
    speaker = speaker_of(draft.anchor, desk.report)
    if speaker is None:
        return None
    recipients = tuple(p for p in draft.actors if not same_party(p, speaker))
    mode = desk.ontology.outer_mode("REQUEST", draft.type, draft.mode)
    evidence = Evidence(field="type", spans=draft.reading.cues, reason="said to be called for")
    return replace(
        draft,
        type="REQUEST",
        mode=mode,
        reading=Reading(reasons=("the call is told as a fact",), cues=draft.reading.cues),
        actors=(speaker,),
        recipients=recipients,
        mediators=(),
        concerns=(concern(draft),),
        times=(),
        places=(),
        dead=None,
        injured=None,
        evidence=(*draft.evidence, evidence),
    )


def _joint(draft: Draft) -> Draft:
    """Code an exercise of several states together as COOPERATE, as the codebook says."""
    lemmas = {draft.found.predicate.lemma, draft.found.noun.lower if draft.found.noun else ""}
    countries = {p.country for p in draft.actors if p.country}
    if draft.type != "MOBILIZE" or len(countries) < 2 or not lemmas & _EXERCISES:
        return draft
    reason = "an exercise of several states is COOPERATE in PLOVER"
    evidence = Evidence(field="type", spans=(draft.anchor,), reason=reason)
    return replace(draft, type="COOPERATE", mode=None, evidence=(*draft.evidence, evidence))


def _official(draft: Draft) -> Draft:
    """Code the protest of a government as ACCUSE, as the codebook says of diplomatic protests."""
    if draft.type != "PROTEST" or draft.mode != "demo" or not draft.actors:
        return draft
    if any(p.sector not in ("GOV", "MIL", None) or p.country is None for p in draft.actors):
        return draft
    evidence = Evidence(field="type", spans=(draft.anchor,), reason="protest of a government")
    return replace(draft, type="ACCUSE", mode="disapprove", evidence=(*draft.evidence, evidence))
