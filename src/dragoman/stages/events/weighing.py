"""Let the learned coder weigh what the tables found: keep, drop, retype, add.

The tables propose with a reason; the network has read the whole sentence. A draft that it does not
believe is dropped, a word that it takes for an act is added, and both say who takes part.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import islice

from dragoman.models.learned.features import features_of
from dragoman.models.learned.network import Learned
from dragoman.models.view import Sentence, Word
from dragoman.stages.events.anchors import Found
from dragoman.stages.events.believed import own_reading, with_status
from dragoman.stages.events.conversions import concern
from dragoman.stages.events.desk import Desk
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.further import TYPED, further
from dragoman.stages.events.reading import Reading, called_off
from dragoman.stages.events.shares import Weighing
from dragoman.stages.events.taking_part import with_parties

__all__ = ["weigh"]

# Shares, found on the dev part of the annotated sentences.
_KEPT = 0.5  # a table's draft of this share or more stands as it is
_DROPPED = 0.55  # a table's draft is dropped where no act is this likely
_PASSED_OVER = (
    0.97  # violence is also told in passing ("the attack on the town"), which is marked less
)
_WELL_FOUNDED = 0.9  # the same, of a row with many conditions, of a meeting dated and placed
_CONDITIONS = 2
_RETYPED = 0.7
_RETYPED_ANYWAY = 0.95  # a row with many conditions
_MODE = 0.6
_MODE_OVER_TABLE = 0.9

_PROMISES = frozenset({"AGREE", "CONCEDE"})
_SAID = ("ccomp", "xcomp")
_ABOVE = 2  # words up the tree
_BY_NUMBER = frozenset({"third-party", "multilateral"})  # who takes part decides on these


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
    return [*kept, *further(kept, founds, weighing)]


def _weighed(draft: Draft, weighing: Weighing) -> Draft | None:
    refused = _refused(draft, weighing) or _disagreed(draft, weighing)
    if refused is not None:
        return refused
    word = max(draft.found.own, key=lambda own: weighing.type_share(own, draft.type))
    share = weighing.type_share(word, draft.type)
    if share < _KEPT:
        above = _share_above(draft, weighing)
        if above is not None:
            return replace(draft, share=above)
        if _unseen(draft, weighing) >= _enough(draft):
            return None
        word = draft.found.head
        name, other = weighing.best_type(word)
        conditions = len(draft.found.predicate.parts)
        surely = _RETYPED if conditions < _CONDITIONS else _RETYPED_ANYWAY
        weak = "weak" in draft.found.predicate.notes and other >= _WELL_FOUNDED
        if other < surely or (_takes_back(draft, name) and not weak):
            return replace(draft, share=share)  # the network has no better reading
        mode = weighing.scores.mode_of(word.index, name)
        draft = replace(draft, type=name, mode=mode, retyped=True)
        draft, share = replace(draft, reading=own_reading(draft, word, weighing)), other
    else:
        draft = _with_mode(draft, word, weighing)
    draft = with_status(draft, word, weighing)
    return replace(with_parties(draft, word, weighing), share=share)


def _share_above(draft: Draft, weighing: Weighing) -> float | None:
    """Return the share of a promise that the network sees in the verb above, where it is made.

    "Announced that Blinken would travel": the tables read it at "travel", with who will go where.
    """
    if draft.type not in _PROMISES:
        return None
    for word in islice(draft.found.head.ancestors(), _ABOVE):
        name, share = weighing.best_type(word)
        if name == draft.type and share >= _KEPT:
            return share
    return None


def _unseen(draft: Draft, weighing: Weighing) -> float:
    """Return how sure the network is that no word of a draft names an act.

    Torn between the verb of saying and what is said ("announced that it had restored ties"), it
    sees one act in two places: both shares count.
    """
    nothing = min(map(weighing.nothing, draft.found.own))
    above = draft.found.clause.head
    torn = draft.found.clause.dep in _SAID and above not in draft.found.own
    if torn and weighing.best_type(above)[1] < TYPED:
        nothing -= 1 - weighing.nothing(above)
    return nothing


def _disagreed(draft: Draft, weighing: Weighing) -> Draft | None:
    """Return the refusal that the network sees where two "could not agree"; who fails refuses."""
    if draft.type not in _PROMISES or draft.reading.effect != "negated":
        return None
    failing = [w for w in weighing.sentence.words if w.span in draft.reading.cues]
    word = max((*draft.found.own, *failing), key=lambda w: weighing.type_share(w, "REJECT"))
    share = weighing.type_share(word, "REJECT")
    if share < _RETYPED:
        return None
    mode = weighing.scores.mode_of(word.index, "REJECT")
    done = Reading(reasons=("who does not agree refuses",), cues=draft.reading.cues)
    return replace(draft, type="REJECT", mode=mode, reading=done, share=share, retyped=True)


def _refused(draft: Draft, weighing: Weighing) -> Draft | None:
    """Return the refusal that the network sees in a verb of calling off: "cancelled a loan".

    The tables read there only that the loan was not given.
    """
    spans = called_off(draft.reading)
    for word in weighing.sentence.words if spans else ():
        if word.span not in spans:
            continue
        share = weighing.type_share(word, "REJECT")
        if share >= _RETYPED:
            mode = weighing.scores.mode_of(word.index, "REJECT")
            done = Reading(reasons=("who calls it off refuses it",), cues=(word.span,))
            return replace(
                draft,
                type="REJECT",
                mode=mode,
                reading=done,
                concerns=(concern(draft),),
                share=share,
                times=(),
                places=(),
            )
    return None


def _enough(draft: Draft) -> float:
    """Return how sure the network must be that there is no act, to drop one of the tables."""
    if draft.type == "ASSAULT":
        return _PASSED_OVER
    row = draft.found.predicate
    met = row.frame.kind == "reciprocal" and len(draft.actors) > 1
    told_fully = met and bool(draft.times) and bool(draft.places)
    by_content = row.type == "STRESS"  # "underscored the importance of the integrity of Syria"
    founded = told_fully or by_content or len(row.parts) >= _CONDITIONS
    return _WELL_FOUNDED if founded else _DROPPED


def _takes_back(draft: Draft, name: str) -> bool:
    """Tell whether another type would lose what the tables read of the act's content."""
    own = draft.found.predicate.type
    if draft.concerns and {name, draft.type} != _PROMISES:
        return True  # the tables took the type from what the act is about
    return name == own and draft.type != own


def _with_mode(draft: Draft, word: Word, weighing: Weighing) -> Draft:
    mode, share = weighing.scores.mode_share(word.index, draft.type)
    if mode in _BY_NUMBER or (mode is None and draft.concerns):
        return draft
    if mode != draft.mode and share >= (_MODE if draft.mode is None else _MODE_OVER_TABLE):
        return replace(draft, mode=mode)
    return draft
