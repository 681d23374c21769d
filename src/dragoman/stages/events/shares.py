"""A sentence under the learned coder: what it says of each word."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.models.learned.labels import TYPES
from dragoman.models.learned.network import Scores
from dragoman.models.view import Sentence, Word
from dragoman.stages.events.desk import Desk

__all__ = ["Weighing"]


@dataclass(frozen=True)
class Weighing:
    """One sentence under the network: its scores, and the desk it is coded at."""

    sentence: Sentence
    scores: Scores
    desk: Desk

    def type_share(self, word: Word, name: str) -> float:
        """Return how likely a word names an act of a type."""
        return float(self.scores.types[word.index][TYPES.index(name)])

    def concern_share(self, word: Word, name: str) -> float:
        """Return how likely a word names an act of a type that another act is only about."""
        return float(self.scores.concerns[word.index][TYPES.index(name)])

    def nothing(self, word: Word) -> float:
        """Return how likely a word names no act."""
        return float(self.scores.types[word.index][0])

    def best_type(self, word: Word) -> tuple[str, float]:
        """Return the likeliest type of the act a word names, and its share."""
        row = self.scores.types[word.index]
        best = int(row[1:].argmax()) + 1
        return TYPES[best], float(row[best])
