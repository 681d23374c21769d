"""Gathering pieces: what of a phrase is read so far, and closing it to a phrase."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.models.view import Sentence
from dragoman.stages.actors.kinds import NAMES, Kind
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.pieces import Piece
from dragoman.stages.actors.scan import Scan, is_listed_adjective, same_country

__all__ = ["Gathering"]


class Gathering(Scan):
    """What has been read of the phrase at hand, and the phrases found before it."""

    def __init__(
        self, sentence: Sentence, pieces: list[Piece], is_name: Callable[[str], bool]
    ) -> None:
        """Begin with nothing read."""
        super().__init__(sentence, pieces, is_name)
        self.found: list[Phrase] = []
        self._named: Phrase | None = None  # the last phrase with a personal name ...
        self._named_at = -1  # ... and the piece after it
        self._reset()

    def _reset(self) -> None:
        self.start = -1
        self.end = -1
        self.owners: list[Piece] = []
        self.parts: list[Piece] = []
        self.roles: list[Piece] = []
        self.flags: set[str] = set()
        self.holder: Phrase | None = None
        self.rank: str | None = None
        self.possessive = False
        self.of_owner = False
        self.of_role = False

    def _begin(self, piece: Piece) -> None:
        if self.start < 0:
            self.start = piece.first
        self.end = max(self.end, piece.last)

    def _phrase(self, first: int, last: int) -> Phrase:
        phrase = Phrase(self.sentence, first, last)
        self.found.append(phrase)
        return phrase

    def _close(self, last: int) -> Phrase:
        """Make the phrase that was read, its end given, and start afresh."""
        phrase = self._phrase(self.start, last)
        phrase.owners, phrase.roles, phrase.parts = self.owners, self.roles, self.parts
        phrase.flags, phrase.holder, phrase.rank = self.flags, self.holder, self.rank
        self._reset()
        return phrase

    def _flush(self, at: int, *, modifier: bool = False) -> Phrase | None:
        """Close what was read before a piece that does not belong to it."""
        if self.roles:
            phrase = self._close(max(self.end, self.roles[-1].last))
            phrase.modifier = modifier
            return phrase
        owners, possessive = [*self.owners, *self.parts], self.possessive
        self._reset()
        if not owners:
            return None
        last = owners[-1]
        same = [o for o in owners if o is last or same_country(o, last)]
        phrase = self._phrase(same[0].first, last.last)
        phrase.owners = same
        phrase.modifier = possessive or self._before_noun(at)
        return phrase

    def _before_noun(self, at: int) -> bool:
        """Tell whether a name stands before a noun, alone or in a list of adjectives."""
        follow = self.after_conjunction(at)
        if follow and is_listed_adjective(self.pieces[follow]):
            at = follow + 1
        nominal = (Kind.NOUN, Kind.MODIFIER, Kind.PROPER, Kind.ROLE, *NAMES)
        return self.kind(at) in nominal
