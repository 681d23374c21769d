"""Whether an act was done, where the learned coder has a say in it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.models.learned.labels import STATUSES
from dragoman.models.view import Word
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.reading import Reading
from dragoman.stages.events.shares import Weighing

__all__ = ["own_reading", "with_status"]

_STATUS = 0.7  # the share from which a status is taken
_UTTERED = frozenset("AGREE REJECT THREATEN CONCEDE REQUEST".split())


def own_reading(draft: Draft, word: Word, weighing: Weighing) -> Reading:
    """Return the reading of an act whose type the network gave.

    A promise, a refusal, a threat is made of the very words that say that something is not done
    ("will take part", "unable to accept"): there the network's status counts, not those words.
    """
    if draft.type not in _UTTERED or draft.reading.effect == "actual":
        return draft.reading
    status = STATUSES[int(weighing.scores.statuses[word.index].argmax())]
    if status != "actual":
        return draft.reading
    reason = f"these words make it {draft.type}"
    return Reading(cues=draft.reading.cues, reasons=(reason,))


def with_status(draft: Draft, word: Word, weighing: Weighing) -> Draft:
    """Let the network only take back: what the words around mark as not done stays so.

    Nor does it take back what they mark as done ("bore out reports that", "managed to").
    """
    if draft.reading.effect != "actual" or draft.reading.reasons:
        return draft
    row = weighing.scores.statuses[word.index]
    best = int(row.argmax())
    if best == 0 or float(row[best]) < _STATUS:
        return draft
    return replace(draft, reading=draft.reading.under(STATUSES[best], word, "learned"))
