"""Make drafts of the acts of one sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.models.view import Sentence, Word
from dragoman.record import Place, Span
from dragoman.stages.events.anchors import Found, find_anchors, is_bare_claim, objects
from dragoman.stages.events.casting import Roles, cast_roles
from dragoman.stages.events.claimed import judged_verb
from dragoman.stages.events.content import settle
from dragoman.stages.events.conversions import stopped
from dragoman.stages.events.dates import bind_times
from dragoman.stages.events.desk import Desk
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.imprisonment import with_imprisonment
from dragoman.stages.events.modality import read_modality
from dragoman.stages.events.numbers import people_count
from dragoman.stages.events.parties import Cast
from dragoman.stages.events.placing import places_of
from dragoman.stages.events.reading import Reading
from dragoman.stages.events.weighing import weigh

__all__ = ["draft_sentence"]

_HEDGES = frozenset("reportedly apparently purportedly seemingly".split())
_ALLEGED = frozenset("allegedly supposedly".split())
_LONG = 40  # words
_DEATH = frozenset("kill massacre execute assassinate murder behead shoot".split())
_INJURY = frozenset("wound injure".split())


def draft_sentence(sentence: Sentence, desk: Desk) -> list[Draft]:
    """Return the acts of a parsed sentence as drafts, in text order.

    Acts that stand in the content of another ("called for a ceasefire") are folded into it as
    concerns; what is planned takes the type PLOVER gives to plans.
    """
    all_founds = find_anchors(sentence, desk.predicates)
    founds = [
        f for f in all_founds if not _in_a_name(f, desk.cast) and not _only_judges(f, all_founds)
    ]
    acts = {word: f for f in founds for word in (f.head, f.noun) if word is not None}
    founds = [f for f in founds if not _only_mediates(f, acts)]
    times = bind_times(desk.report, sentence, founds, desk.cues)
    drafts = [
        draft
        for found in founds
        for draft in _drafts(found, read_modality(found, acts, desk.predicates), acts, desk)
    ]
    drafts = [replace(d, times=tuple(times.get(d.found, ()))) for d in drafts]
    drafts = [stopped(d) for d in drafts]
    drafts = [replace(d, frame=_frame(d.found, founds)) for d in drafts]
    settled = list(settle(drafts, desk))
    if desk.learned is None or not _is_worth_weighing(sentence, settled, desk):
        return with_imprisonment(settled)
    return with_imprisonment(weigh(settled, all_founds, sentence, desk, desk.learned))


def _is_worth_weighing(sentence: Sentence, drafts: list[Draft], desk: Desk) -> bool:
    """Tell whether a sentence is worth the network: somebody in it, and an act or few words.

    The network is the dearest step, and dearer the longer a sentence is; long ones without any act
    of the tables are preambles and descriptions.
    """
    if not drafts and len(sentence.words) > _LONG:
        return False
    return any(word.start in desk.cast.by_head for word in sentence.words)


def _only_mediates(found: Found, acts: dict[Word, Found]) -> bool:
    """Tell whether a verb of mediation only adds a mediator to an act that is named itself."""
    if found.predicate.frame.kind != "mediated" or not found.is_verb:
        return False
    return any(word in acts and acts[word] is not found for word in objects(found.head))


def _only_judges(found: Found, founds: list[Found]) -> bool:
    """Tell whether a verb only denies or confirms what others claim: "dismissed reports that".

    What they claim is the act, not done or done; the verb says who says so.
    """
    if not found.is_verb:
        return False
    claims = (c for o in found.head.all("dobj", "nsubjpass", "prep") for c in (o, *o.all("pobj")))
    acts = {f.head for f in founds}
    told = (c for c in claims if _tells(c, acts))
    return any((v := judged_verb(claim)) and v.word is found.head for claim in told)


def _tells(claim: Word, acts: set[Word]) -> bool:
    """Tell whether an act is what a claim is of: "reports that they fled", "of shelling"."""
    if any(a.child("mark") for a in claim.all("acl")):
        return True
    return any(o in acts for p in claim.all("prep") if p.lower == "of" for o in p.all("pobj"))


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
        draft = replace(draft, on_place=any(desk.cast.place_at(w) for w in objects(found.head)))
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
        by_thing=roles.by_thing,
        several=roles.several,
        claims=_claims(found),
        led=roles.led,
    )


def _claims(found: Found) -> tuple[Span, ...]:
    """Return the verb by which the doer claims the act, if one does."""
    row = found.light_row
    if row is not None and row.effect == "claimed" and found.light is not None:
        return (found.light.span,)
    return (found.anchor,) if is_bare_claim(found) else ()


def _own_places(
    found: Found, roles: Roles, acts: dict[Word, Found], desk: Desk
) -> tuple[Place, ...]:
    """Return where an act took place; a state that is asked or helped is a party, not a place."""
    parties = [] if found.predicate.mode == "visit" else [p.span for p in roles.all]
    return places_of(found, desk.report, acts, parties)


def _hedges(found: Found) -> tuple[tuple[Span, ...], list[Word]]:
    near = [c for w in found.own for c in w.children if c.dep == "advmod"]
    hedges = tuple(c.span for c in near if c.lower in _HEDGES)
    return hedges, [c for c in near if c.lower in _ALLEGED]


def _with_numbers(draft: Draft, roles: Roles, desk: Desk) -> Draft:
    """Add the numbers of dead or injured (of the object) or the size of a crowd (of the actors)."""
    text = desk.report.text
    # "shot down 71 missiles" counts no dead: only a bare verb of killing does
    particle = any(part.sign == "+" for part in draft.found.predicate.parts)
    lemma = "" if particle else draft.found.predicate.lemma
    nouns = roles.sized if draft.type == "PROTEST" else roles.counted
    counts = [c for c in (people_count(text, w) for w in nouns) if c is not None]
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
