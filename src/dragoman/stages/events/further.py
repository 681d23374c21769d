"""Acts that no table proposes and only the learned coder sees."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from dragoman.languages.en.predicates import Frame, Predicate
from dragoman.models.view import Word
from dragoman.stages.events.anchors import Found, is_no_act
from dragoman.stages.events.believed import own_reading, with_status
from dragoman.stages.events.conversions import HOSTILE
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.modality import read_modality
from dragoman.stages.events.reading import Reading, called_off
from dragoman.stages.events.shares import Weighing
from dragoman.stages.events.taking_part import RECIPROCAL, with_parties
from dragoman.stages.events.telling import is_told

__all__ = ["TYPED", "further"]

# Shares, found on the dev part of the annotated sentences.
_ADDED = 0.5  # a word is an act of some type
TYPED = 0.55  # and of this one
_CONCERN = 0.4

_NAMING = frozenset("VB VBD VBG VBN VBP VBZ NN NNS".split())
_NO_ACT = 0.9  # what a row says is no act must be as sure as this
_AUXILIARIES = frozenset("be am is are was were been being 's 're have has had do does did".split())
_SPOKEN = frozenset("AGREE CONCEDE REQUEST REJECT THREATEN ACCUSE SUPPORT".split())
_APART = frozenset("conj advcl relcl acl appos parataxis".split())
_OPENING = frozenset("VBZ VBP VB NNS VBG".split())
_NEAR = 3  # steps in the tree


def further(kept: list[Draft], founds: list[Found], weighing: Weighing) -> Iterator[Draft]:
    """Yield the acts that only the network sees.

    A draft of the tables that says too little to be told does not stand in the way of one that
    does, unless it was only spoken of.
    """
    kept = [draft for draft in kept if is_told(draft) or draft.reading.effect != "actual"]
    taken = {w.index for d in kept for w in d.found.own}
    taken |= {f.head.index for d in kept for f in founds if _is_concern(f, d)}
    undoing = {span for d in kept for span in called_off(d.reading)}
    acts = {w: f for f in founds for w in (f.head, f.noun) if w is not None}
    for word in weighing.sentence.words:
        if word.index in taken or word.span in undoing or not _can_name_an_act(word):
            continue
        if 1 - weighing.nothing(word) < _ADDED:
            continue
        name, share = weighing.best_type(word)
        if share < TYPED or weighing.concern_share(word, name) >= _CONCERN:
            continue
        if any(_belongs_to(word, name, d) for d in kept):
            continue
        if share < _NO_ACT and is_no_act(word, weighing.sentence, weighing.desk.predicates):
            continue
        mode = weighing.scores.mode_of(word.index, name)
        found = Found(_learned_row(word, name, mode), weighing.sentence, word)
        reading = read_modality(found, acts, weighing.desk.predicates)
        draft = Draft(found=found, type=name, mode=mode, reading=replace(reading, outer=None))
        draft = replace(draft, reading=own_reading(draft, word, weighing))
        draft = _if_only_content(with_status(draft, word, weighing), reading)
        if draft.reading.effect == "called":  # "must return": asked for, by somebody not told
            continue
        draft = replace(with_parties(draft, word, weighing), share=share)
        issuers = weighing.desk.cast.issuer(word.start) if _opens_paragraph(word) else ()
        draft = replace(draft, actors=issuers or draft.actors)
        if draft.actors or (draft.type == "ASSAULT" and draft.recipients):
            yield draft


def _if_only_content(draft: Draft, reading: Reading) -> Draft:
    """Return an act that another is about ("plans to close it were dropped") as not told as done.

    The network sees it without the other; a finite verb or a noun may still tell it.
    """
    clause, outer = draft.found.clause, reading.outer
    if outer is None or draft.reading.effect != "actual":
        return draft
    if clause.tag != "VBG" and not _is_infinitive(clause):
        return draft
    return replace(draft, reading=draft.reading.under("possible", outer.head, "content of"))


def _opens_paragraph(word: Word) -> bool:
    """Tell whether a verb opens a paragraph of a resolution: "8. Requests the Council to"."""
    return word.is_root and word.tag in _OPENING and word.child("nsubj", "nsubjpass") is None


def _belongs_to(word: Word, name: str, draft: Draft) -> bool:
    """Tell whether a word is part of an act told already.

    It may lead to it ("announced that it would release") or be what it is about ("agreed to
    reopen", "urged them to leave"), which is not done by being spoken of.
    """
    if draft.type in _SPOKEN and any(_leads(word, own) for own in draft.found.own):
        return True
    threatened = name == "THREATEN" and draft.type in HOSTILE and draft.reading.effect != "actual"
    return (draft.type == name or threatened) and any(
        _leads(word, own) or _leads(own, word) for own in draft.found.own
    )


def _leads(word: Word, other: Word) -> bool:
    """Tell whether a word hangs in the clause or object of another, nothing coordinated between."""
    for _ in range(_NEAR):
        if word is other:
            return True
        apart = word.dep in _APART and not (word.dep == "acl" and _is_infinitive(word))
        if apart or word.is_root:
            return False
        word = word.head
    return word is other


def _is_infinitive(word: Word) -> bool:
    return any(c.lower == "to" for c in word.all("aux"))


def _can_name_an_act(word: Word) -> bool:
    """Tell whether a word is a full verb or a common noun; particles and "was" name nothing."""
    return word.tag in _NAMING and word.lower not in _AUXILIARIES


def _is_concern(found: Found, draft: Draft) -> bool:
    return any(c.anchor == found.anchor for c in draft.concerns)


def _learned_row(word: Word, name: str, mode: str | None) -> Predicate:
    """Return a row for an act that no table names."""
    kind = "reciprocal" if name in RECIPROCAL else "directed"
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
