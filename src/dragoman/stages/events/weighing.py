"""Let the learned coder weigh what the tables found: keep, drop, retype, add.

The tables propose with a reason; the network has read the whole sentence. A draft that it does not
believe is dropped, a word that it takes for an act is added, and both say who takes part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.languages.en.predicates import Frame, Predicate
from dragoman.models.learned.features import features_of
from dragoman.models.learned.labels import ROLES, STATUSES, TYPES
from dragoman.models.learned.network import Floats, Learned, Scores
from dragoman.models.view import Sentence, Word
from dragoman.record import Party, Place, Time
from dragoman.stages.events.anchors import Found
from dragoman.stages.events.casting import one_each, same_party
from dragoman.stages.events.desk import Desk
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.homes import settled_party
from dragoman.stages.events.modality import read_modality

__all__ = ["weigh"]

# Shares, found on the dev part of the annotated sentences (training/thresholds.py).
_KEPT = 0.25  # a table's draft of this share or more stands as it is
_DROPPED = 0.8  # a table's draft is dropped where no act is this likely
_RETYPED = 0.5
_ADDED = 0.6
_ROLE = 0.5
_ROLE_DROPPED = 0.1
_STATUS = 0.7
_MODE = 0.6

_RECIPROCAL = frozenset({"CONSULT", "COOPERATE"})


@dataclass(frozen=True)
class Weighing:
    """One sentence under the network: its scores, and the desk it is coded at."""

    sentence: Sentence
    scores: Scores
    desk: Desk

    def type_share(self, word: Word, name: str) -> float:
        """Return how likely a word names an act of a type."""
        return float(self.scores.types[word.index][TYPES.index(name)])

    def nothing(self, word: Word) -> float:
        """Return how likely a word names no act."""
        return float(self.scores.types[word.index][0])

    def best_type(self, word: Word) -> tuple[str, float]:
        """Return the likeliest type of the act a word names, and its share."""
        row = self.scores.types[word.index]
        best = int(row[1:].argmax()) + 1
        return TYPES[best], float(row[best])


def weigh(
    drafts: list[Draft], founds: list[Found], sentence: Sentence, desk: Desk, learned: Learned
) -> list[Draft]:
    """Return the drafts of a sentence as the learned coder sees them, those it adds at the end."""
    text = desk.report.text[sentence.start : sentence.end]
    words = [(w.start - sentence.start, w.end - sentence.start) for w in sentence.words]
    acts = {found.head.index: found.predicate.type for found in founds}
    scores = learned.read(text, words, features_of(sentence, acts))
    weighing = Weighing(sentence, scores, desk)
    kept = [d for draft in drafts if (d := _weighed(draft, weighing)) is not None]
    return [*kept, *_further(kept, founds, weighing)]


def _weighed(draft: Draft, weighing: Weighing) -> Draft | None:
    word = min(draft.found.own, key=weighing.nothing)
    share = weighing.type_share(word, draft.type)
    if share < _KEPT:
        if weighing.nothing(word) >= _DROPPED:
            return None
        name, other = weighing.best_type(word)
        if other < _RETYPED:
            return replace(_with_parties(draft, word, weighing), share=share)
        mode = weighing.scores.mode_of(word.index, name)
        draft, share = replace(draft, type=name, mode=mode, retyped=True), other
    else:
        draft = _with_mode(draft, word, weighing)
    draft = _with_status(draft, word, weighing)
    return replace(_with_parties(draft, word, weighing), share=share)


def _with_mode(draft: Draft, word: Word, weighing: Weighing) -> Draft:
    mode, share = weighing.scores.mode_share(word.index, draft.type)
    if mode != draft.mode and share >= _MODE and not (mode is None and draft.concerns):
        return replace(draft, mode=mode)
    return draft


def _with_status(draft: Draft, word: Word, weighing: Weighing) -> Draft:
    """Let the network only take back: what the words around mark as not done stays so."""
    if draft.reading.effect != "actual":
        return draft
    row = weighing.scores.statuses[word.index]
    best = int(row.argmax())
    if best == 0 or float(row[best]) < _STATUS:
        return draft
    return replace(draft, reading=draft.reading.under(STATUSES[best], word, "learned"))


def _with_parties(draft: Draft, word: Word, weighing: Weighing) -> Draft:
    roles = weighing.scores.roles(word.index)
    actors = _role(draft.actors, "actor", roles, weighing)
    recipients = _role(draft.recipients, "recipient", roles, weighing)
    mediators = _role(draft.mediators, "mediator", roles, weighing)
    recipients = tuple(r for r in recipients if not any(same_party(r, a) for a in actors))
    mediators = tuple(m for m in mediators if not any(same_party(m, a) for a in actors))
    return replace(
        draft,
        actors=actors,
        recipients=recipients,
        mediators=mediators,
        times=draft.times or tuple(_times(roles, weighing)),
        places=draft.places or tuple(_places(roles, weighing)),
    )


def _role(
    known: tuple[Party, ...], name: str, roles: Floats, weighing: Weighing
) -> tuple[Party, ...]:
    """Return who has a role: whom the network names, and whom the tables name and it allows."""
    column = ROLES.index(name)
    kept: list[Party] = []
    for party in known:
        word = weighing.sentence.head_of(party.span)
        inside = word is not None and weighing.sentence.start <= party.span.start
        if inside and word is not None and float(roles[word.index][column]) < _ROLE_DROPPED:
            continue
        kept.append(settled_party(party, word if inside else None, weighing))
    for word in weighing.sentence.words:
        if float(roles[word.index][column]) >= _ROLE:
            kept.extend(_named(word, weighing))
    return one_each(tuple(kept))


def _named(word: Word, weighing: Weighing) -> Iterator[Party]:
    parties = weighing.desk.cast.parties(word)
    for party in parties:
        yield settled_party(party, word, weighing)
    if not parties:
        party = settled_party(Party(span=word.span), word, weighing)
        if party.country or party.sector:
            yield party


def _times(roles: Floats, weighing: Weighing) -> Iterator[Time]:
    column = ROLES.index("time")
    for word in weighing.sentence.words:
        if float(roles[word.index][column]) >= _ROLE:
            for time in weighing.desk.report.times:
                if time.span.start <= word.start < time.span.end:
                    yield time


def _places(roles: Floats, weighing: Weighing) -> Iterator[Place]:
    column = ROLES.index("place")
    for word in weighing.sentence.words:
        if float(roles[word.index][column]) >= _ROLE:
            place = weighing.desk.cast.place_at(word)
            if place is not None:
                yield place


def _further(kept: list[Draft], founds: list[Found], weighing: Weighing) -> Iterator[Draft]:
    """Yield the acts that only the network sees."""
    taken = {w.index for d in kept for w in d.found.own}
    taken |= {f.head.index for d in kept for f in founds if _is_concern(f, d)}
    acts = {w: f for f in founds for w in (f.head, f.noun) if w is not None}
    for word in weighing.sentence.words:
        if word.index in taken or 1 - weighing.nothing(word) < _ADDED:
            continue
        name, share = weighing.best_type(word)
        if share < _RETYPED:
            continue
        mode = weighing.scores.mode_of(word.index, name)
        found = Found(_learned_row(word, name, mode), weighing.sentence, word)
        reading = read_modality(found, acts, weighing.desk.predicates)
        draft = Draft(found=found, type=name, mode=mode, reading=replace(reading, outer=None))
        draft = _with_status(draft, word, weighing)
        draft = replace(_with_parties(draft, word, weighing), share=share)
        if draft.actors:
            yield draft


def _is_concern(found: Found, draft: Draft) -> bool:
    return any(c.anchor == found.anchor for c in draft.concerns)


def _learned_row(word: Word, name: str, mode: str | None) -> Predicate:
    """Return a row for an act that no table names."""
    kind = "reciprocal" if name in _RECIPROCAL else "directed"
    verb = word.tag.startswith("VB")
    return Predicate(
        phrase=word.lower,
        lemma=word.lower,
        pos="v" if verb else "n",
        parts=(),
        type=name,
        mode=mode,
        frame=Frame("learned", kind, {}),
        notes=frozenset(),
        rule="learned:0",
    )
