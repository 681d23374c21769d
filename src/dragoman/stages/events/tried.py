"""What became of an attempt or a plan: in vain, beaten back, dropped."""

from __future__ import annotations

from dragoman.models.view import Word
from dragoman.stages.events.beside import Beside

__all__ = ["Tried"]

_VAIN = frozenset({("in", "vain"), ("without", "success"), ("to", "avail")})
_OPEN = ("planned", "possible")


class Tried(Beside):
    """Adds to what stands at an act how the attempt at it ended."""

    def _vain(self, attempt: Word) -> None:
        vain = _in_vain(attempt)
        if vain is not None:
            self.reading = self.reading.under("negated", vain, "to no avail:")

    def _beaten_back(self, attempt: Word) -> None:
        """Read "tried to storm the base but were driven off"."""
        for other in attempt.all("conj"):
            if any(c.lower == "but" for c in attempt.all("cc")):
                self._table(other, "v", "attempt:", "attempt")

    def _plan_dropped(self, plan: Word) -> None:
        """Read "drops its plan for a curfew", "shelved a proposal to deport them"."""
        rows = self.tables.modal.get((plan.lower, "n"), ())
        if plan.dep in ("dobj", "nsubjpass") and any(row.effect in _OPEN for row in rows):
            self._table(plan.head, "v", "attempt:", "attempt")


def _in_vain(verb: Word) -> Word | None:
    """Return the word that says that an attempt failed: "tried in vain", "unsuccessfully"."""
    for child in verb.all("advmod", "prep"):
        if child.lower == "unsuccessfully":
            return child
        for noun in child.all("pobj", "amod", "pcomp"):
            if (child.lower, noun.lower) in _VAIN:
                return noun
    return None
