"""What the words say of whether an act happened: its effect, with the words and reasons for it."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.models.view import Word
from dragoman.record import Evidence, Span, Status
from dragoman.stages.events.anchors import Found

__all__ = ["AHEAD", "CALLED_OFF", "UNREAL", "Reading", "called_off"]

UNREAL = "unreal"  # "would have condemned": it did not come to it
CALLED_OFF = "did not go ahead:"
AHEAD = frozenset("before ahead until".split())
_ORDER = {"actual": 0, "planned": 1, "called": 2, "possible": 2, "negated": 3}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words say of an act: its effect, the cue words, and the outer act it stands under.

    `outer` is the act whose content this one is ("called for a ceasefire"), `position` how it
    hangs there.
    """

    effect: str = "actual"
    cues: tuple[Span, ...] = ()
    reasons: tuple[str, ...] = ()
    outer: Found | None = None
    position: str = ""

    def under(self, effect: str, cue: Word, reason: str) -> Reading:
        """Return the reading with one more cue; the stronger effect stays.

        What only confirms ("managed to") is kept as a reason, unless the act is undone anyway.
        """
        if effect == "actual" and self.effect != "actual":
            return self
        stronger = effect if _ORDER[effect] > _ORDER[self.effect] else self.effect
        return replace(
            self,
            effect=stronger,
            cues=(*self.cues, cue.span),
            reasons=(*self.reasons, f"{reason} {cue.text!r}"),
        )

    @property
    def status(self) -> Status:
        """The status that the effect amounts to; what is only called for is possible."""
        return Status.POSSIBLE if self.effect == "called" else Status(self.effect)

    @property
    def evidence(self) -> Evidence:
        """The words and reasons behind the status."""
        reason = "; ".join(self.reasons) or "told as a fact"
        return Evidence(field="status", spans=self.cues, reason=reason)


def called_off(reading: Reading) -> list[Span]:
    """Return the words that say that an act was called off."""
    pairs = zip(reading.cues, reading.reasons, strict=False)
    return [cue for cue, reason in pairs if reason.startswith(CALLED_OFF)]
