"""The roots that data sets of relations count by: those of CAMEO, under the names of PLOVER."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping

from dragoman.languages.en.cameo_roots import load_root_rules
from dragoman.models.learned.labels import NOTHING, PROMISED

__all__ = ["Routes", "by_root"]

# Verbal and done yielding are one root in CAMEO (08), and to say that one will yield (035) is of
# the root of promises.
_USUAL = {PROMISED: "AGREE", "CONCEDE": "YIELD", "RETREAT": "YIELD"}
_NAMES = {
    "02": "REQUEST", "03": "AGREE", "04": "CONSULT", "05": "SUPPORT", "06": "COOPERATE",
    "07": "AID", "08": "YIELD", "09": "ACCUSE", "10": "REQUEST", "11": "ACCUSE", "12": "REJECT",
    "13": "THREATEN", "14": "PROTEST", "15": "MOBILIZE", "16": "SANCTION", "17": "COERCE",
    "18": "ASSAULT", "19": "ASSAULT", "20": "ASSAULT",
}  # fmt: skip


class Routes:
    """What share of each kind of act goes to which root, by the words that name it."""

    def __init__(self) -> None:
        """Begin with no act seen."""
        self._weights: defaultdict[str, Counter[str]] = defaultdict(Counter)

    def see(self, kind: str, mode: str | None, words: Collection[str], weight: float) -> None:
        """Count an act of a kind that is told in lower-case words."""
        for rule in load_root_rules():
            if rule.fits(kind, mode, words):
                root = _NAMES[rule.code[:2]]
                break
        else:
            root = _USUAL.get(kind, kind)
        self._weights[kind][root] += weight  # type: ignore[assignment]

    def of(self, kind: str) -> dict[str, float]:
        """Return the share of each root for a kind of act; the usual one where none was seen."""
        seen = self._weights.get(kind)
        whole = sum(seen.values()) if seen else 0.0
        if not seen or not whole:
            return {_USUAL.get(kind, kind): 1.0}
        return {root: weight / whole for root, weight in seen.items()}


def by_root(kinds: Mapping[str, float], routes: Routes) -> dict[str, float]:
    """Return the share of each root among those that there are, nothing left out."""
    sums: Counter[str] = Counter(dict.fromkeys(_NAMES.values(), 0))
    sums["YIELD"] = sums.pop("YIELD", 0)
    for name, share in kinds.items():
        if name != NOTHING:
            for root, part in routes.of(name).items():
                sums[root] += share * part  # type: ignore[assignment]
    whole = sum(sums.values())
    return {name: sums[name] / whole for name in sorted(sums)}
