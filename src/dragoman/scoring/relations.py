"""Relations between given parties: root, class and side, as event data sets score them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["RelationScore", "macro_f1", "score_relations"]

# 1 verbal and 2 material co-operation, 3 verbal and 4 material conflict, as those data sets count.
QUADS = {
    "AGREE": 1, "CONSULT": 1, "SUPPORT": 1, "COOPERATE": 2, "AID": 2, "YIELD": 2, "REQUEST": 3,
    "ACCUSE": 3, "REJECT": 3, "THREATEN": 3, "PROTEST": 4, "SANCTION": 4, "MOBILIZE": 4,
    "COERCE": 4, "ASSAULT": 4,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class RelationScore:
    """Macro-F1 over roots, over the four classes, over co-operation and conflict."""

    root: float
    quad: float
    binary: float
    by_root: dict[str, float]


def score_relations(pairs: Sequence[tuple[str, str]]) -> RelationScore:
    """Return the score of pairs of roots, marked and found."""
    quads = [(str(QUADS[gold]), str(QUADS[found])) for gold, found in pairs]
    sides = [(str(int(g) > 2), str(int(f) > 2)) for g, f in quads]
    return RelationScore(macro_f1(pairs), macro_f1(quads), macro_f1(sides), _by_label(pairs))


def macro_f1(pairs: Sequence[tuple[str, str]]) -> float:
    """Return the mean F1 over the labels that are marked."""
    scores = _by_label(pairs)
    return sum(scores.values()) / len(scores) if scores else 0.0


def _by_label(pairs: Sequence[tuple[str, str]]) -> dict[str, float]:
    gold = Counter(one for one, _ in pairs)
    found = Counter(other for _, other in pairs)
    right = Counter(one for one, other in pairs if one == other)
    return {name: 2 * right[name] / (gold[name] + found[name]) for name in sorted(gold)}
