"""Make drafts of the acts of one sentence, and settle which of them stand on their own."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.languages.en.predicates import Predicates
from dragoman.models.view import Sentence, Word
from dragoman.ontology import Ontology
from dragoman.record import Concern, Evidence, Party, Place, Precision, Report, Span
from dragoman.stages.events.anchors import Found, find_anchors, objects
from dragoman.stages.events.casting import Roles, cast_roles, one_each, same_party
from dragoman.stages.events.dates import bind_times, when_of
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.modality import Reading, read_modality
from dragoman.stages.events.numbers import people_count
from dragoman.stages.events.parties import Cast
from dragoman.stages.events.placing import places_of
from dragoman.stages.events.sources import speaker_of

__all__ = ["Desk", "draft_sentence"]

_HEDGES = frozenset("reportedly apparently purportedly seemingly".split())
_ALLEGED = frozenset("allegedly supposedly".split())
_DEATH = frozenset("kill massacre execute assassinate murder behead shoot".split())
_INJURY = frozenset("wound injure".split())
_CLAIMS = frozenset(
    "claim claims accusation accusations allegation allegations charge charges report reports "
    "suggestion suggestions".split()
)
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
_HOSTILE = frozenset("ASSAULT COERCE SANCTION MOBILIZE REJECT THREATEN PROTEST".split())
# Who condemns, praises or refuses an act takes it for granted; who asks for one does not.
_PRESUPPOSING = frozenset({"SUPPORT", "ACCUSE"})


@dataclass(frozen=True)
class Desk:
    """What lies ready while the events of a report are coded."""

    report: Report
    cast: Cast
    predicates: Predicates
    ontology: Ontology
    cues: frozenset[int]  # offsets of the verbs of saying


def draft_sentence(sentence: Sentence, desk: Desk) -> list[Draft]:
    """Return the acts of a parsed sentence as drafts, in text order.

    Acts that stand in the content of another ("called for a ceasefire") are folded into it as
    concerns; what is planned takes the type PLOVER gives to plans.
    """
    founds = [f for f in find_anchors(sentence, desk.predicates) if not _in_a_name(f, desk.cast)]
    acts = {word: f for f in founds for word in (f.head, f.noun) if word is not None}
    founds = [f for f in founds if not _only_mediates(f, acts)]
    times = bind_times(desk.report, sentence, founds, desk.cues)
    drafts = [
        draft
        for found in founds
        for draft in _drafts(found, read_modality(found, acts, desk.predicates), acts, desk)
    ]
    drafts = [replace(d, times=tuple(times.get(d.found, ()))) for d in drafts]
    drafts = [_stopped(d) for d in drafts]
    drafts = [replace(d, frame=_frame(d.found, founds)) for d in drafts]
    return list(_settle(drafts, desk))


def _only_mediates(found: Found, acts: dict[Word, Found]) -> bool:
    """Tell whether a verb of mediation only adds a mediator to an act that is named itself."""
    if found.predicate.frame.kind != "mediated" or not found.is_verb:
        return False
    return any(word in acts and acts[word] is not found for word in objects(found.head))


def _in_a_name(found: Found, cast: Cast) -> bool:
    """Tell whether the anchor is part of a name ("the Peace Talks Initiative")."""
    if found.is_verb or not found.head.text[0].isupper():
        return False
    return any(m.span.covers(found.anchor) and m.span != found.anchor for m in cast.mentions)


def _drafts(found: Found, reading: Reading, acts: dict[Word, Found], desk: Desk) -> Iterator[Draft]:
    definite = found.definite
    row = found.light_row
    if row is not None and row.effect == "presupposed" and not definite and found.light:
        reading = reading.under("possible", found.light, "only discussed")
    for roles in cast_roles(found, desk.cast):
        places = _own_places(found, roles, acts, desk)
        draft = replace(_draft(found, reading, roles, definite), places=places)
        yield _with_numbers(draft, roles, desk)


def _draft(found: Found, reading: Reading, roles: Roles, definite: bool) -> Draft:
    hedges, alleged = _hedges(found)
    for word in alleged:
        reading = reading.under("possible", word, "hedge")
    return Draft(
        found=found,
        type=found.predicate.type,
        mode=found.predicate.mode,
        reading=reading,
        actors=roles.actors,
        recipients=roles.recipients,
        mediators=roles.mediators,
        content=roles.content,
        topics=roles.topics,
        hedges=hedges,
        definite=definite,
        led=roles.led,
    )


def _own_places(
    found: Found, roles: Roles, acts: dict[Word, Found], desk: Desk
) -> tuple[Place, ...]:
    """Return where an act took place; a state that is asked or helped is a party, not a place."""
    parties = [] if found.predicate.mode == "visit" else [p.span for p in roles.all]
    return tuple(
        place
        for place in places_of(found, desk.report, acts)
        if place.span is not None and not any(place.span.overlaps(span) for span in parties)
    )


def _hedges(found: Found) -> tuple[tuple[Span, ...], list[Word]]:
    near = [c for w in found.own for c in w.children if c.dep == "advmod"]
    hedges = tuple(c.span for c in near if c.lower in _HEDGES)
    return hedges, [c for c in near if c.lower in _ALLEGED]


def _with_numbers(draft: Draft, roles: Roles, desk: Desk) -> Draft:
    """Add the numbers of dead or injured (of the object) or the size of a crowd (of the actors)."""
    text = desk.report.text
    # "shot down 71 missiles" counts no dead: only a bare verb of killing does
    lemma = draft.found.predicate.lemma if not draft.found.predicate.parts else ""
    counts = [c for c in (people_count(text, w) for w in roles.counted) if c is not None]
    if not counts:
        return draft
    if draft.type == "PROTEST":
        return replace(draft, size=counts[0])
    if lemma in _DEATH and draft.found.is_verb:
        return replace(draft, dead=counts[-1])
    if lemma in _INJURY:
        return replace(draft, injured=counts[-1])
    return draft


def _frame(found: Found, founds: list[Found]) -> Found | None:
    """Return the meeting an act was done in: "during his conversation with Rubio, he said"."""
    for other in founds:
        preposition = other.head.head
        if other is found or other.predicate.type != "CONSULT" or other.head.dep != "pobj":
            continue
        if preposition.lower in ("during", "in", "at") and preposition.head in found.own:
            return other
    return None


def _settle(drafts: list[Draft], desk: Desk) -> Iterator[Draft]:
    """Yield the drafts that stand on their own, with the others folded into them."""
    inner = {id(d): d.reading.outer for d in drafts if d.reading.outer is not None}
    for draft in drafts:
        outer = inner.get(id(draft))
        if outer is not None and not _presupposed(draft, outer):
            continue
        mine = [d for d in drafts if inner.get(id(d)) is draft.found]
        settled = _with_content(draft, mine, desk)
        if settled is not None:
            told = _demand(_official(_joint(_threat(_future(settled, desk), desk))), desk)
            if told is not None:
                yield told


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
        concerns=(_concern(draft),),
        times=(),
        places=(),
        dead=None,
        injured=None,
        evidence=(*draft.evidence, evidence),
    )


def _threat(draft: Draft, desk: Desk) -> Draft:
    """Code a vow of hostile acts as a threat; so an attack that the speaker says will come."""
    vow = draft.type == "AGREE" and draft.found.predicate.lemma in _VOWS
    if not vow or not draft.concerns or not all(c.type in _HOSTILE for c in draft.concerns):
        return _announced_attack(draft, desk)
    first = draft.concerns[0]
    evidence = Evidence(field="type", spans=(draft.anchor,), reason="a vow of a hostile act")
    return replace(
        draft,
        type="THREATEN",
        mode=desk.ontology.outer_mode("THREATEN", first.type, first.mode),
        recipients=draft.recipients or first.recipients,
        evidence=(*draft.evidence, evidence),
    )


def _announced_attack(draft: Draft, desk: Desk) -> Draft:
    if draft.type != "ASSAULT" or draft.reading.effect != "planned":
        return draft
    speaker = speaker_of(draft.anchor, desk.report)
    own = speaker is not None and any(
        same_party(speaker, a) or (a.country is not None and a.country == speaker.country)
        for a in draft.actors
    )
    if not own or speaker is None:
        return draft
    evidence = Evidence(field="type", spans=draft.reading.cues, reason="announced by its doer")
    return replace(
        draft,
        type="THREATEN",
        mode="violence",
        reading=Reading(reasons=("the threat is told as a fact",), cues=draft.reading.cues),
        concerns=(_concern(draft),),
        times=(),
        places=(),
        evidence=(*draft.evidence, evidence),
    )


def _stopped(draft: Draft) -> Draft:
    """Code what somebody stopped doing: "stopped supplying arms" is SANCTION, not no AID."""
    reading = draft.reading
    ended = (
        reading.effect == "negated"
        and len(reading.reasons) == 1
        and (reading.reasons[0].partition("'")[2].lower().startswith(_STOPS))
    )
    turned = _ENDED.get(draft.type)
    if not ended or turned is None:
        return draft
    evidence = Evidence(field="type", spans=reading.cues, reason=f"{draft.type} that was stopped")
    return replace(
        draft,
        type=turned[0],
        mode=turned[1],
        reading=replace(reading, effect="actual", reasons=()),
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


def _presupposed(draft: Draft, outer: Found) -> bool:
    """Tell whether an act under another is told as a fact ("condemned the attack")."""
    if outer.predicate.type == "REJECT" or outer.predicate.mode == "allege":
        return False
    return outer.predicate.type in _PRESUPPOSING and not draft.found.is_verb


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
        return replace(draft, concerns=tuple(_concern(d) for d in inner), recipients=())
    concerns = tuple(_concern(d) for d in asked)
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
    return own and inner.type in _HOSTILE


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
        found = [p for d in inner for p in d.recipients]
    else:
        found = [p for d in inner for p in d.actors]
        if presupposing and draft.type == "ACCUSE":
            found = [p for d in inner for p in d.actors]
    return one_each(tuple(p for p in found if not any(same_party(p, a) for a in draft.actors)))


def _outer_mode(draft: Draft, inner: Draft, desk: Desk) -> str | None:
    if draft.type not in ("REQUEST", "REJECT", "THREATEN", "ACCUSE"):
        return None
    if inner.type == "STRESS":
        return None
    ending = inner.reading.effect == "negated"
    return desk.ontology.outer_mode(draft.type, inner.type, inner.mode, ending=ending)


def _concern(draft: Draft) -> Concern:
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
        concerns=(_concern(draft), *draft.concerns),
        times=(),
        places=(),
        evidence=(*draft.evidence, evidence),
    )
