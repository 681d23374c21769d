"""Scores of a network on marked sentences, as one line of figures."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import torch

from dragoman.models.learned.labels import MODES, ROLES
from dragoman.models.learned.pieces import Marked
from training.batches import Tagged, relation_batch, tagging_batch
from training.examples import IGNORED, RelationExample
from training.network import Network


@torch.no_grad()
def measure(
    network: Network,
    words: Sequence[Tagged],
    pairs: Sequence[tuple[Marked, RelationExample]],
) -> dict[str, float]:
    """Return F1 of acts, types and roles, shares right of mode and status, and so on."""
    counts: Counter[str] = Counter()
    for start in range(0, len(words), 32):
        _count_words(network, words[start : start + 32], counts)
    linked = [p for p in pairs if p[1].type != 0]
    right: list[tuple[int, int]] = []
    for start in range(0, len(linked), 32):
        batch = relation_batch(linked[start : start + 32])
        states = network.states(batch.pieces, batch.mask)
        types, _, _ = network.relation(states, batch.mask, batch.marks)
        types[:, 0] = -1e9
        right += list(zip(batch.types.tolist(), types.argmax(-1).tolist(), strict=True))
    return {
        "act": _f1(counts, "act"),
        "type": _f1(counts, "type"),
        "mode": _share(counts, "mode"),
        "status": _share(counts, "status"),
        "sector": _share(counts, "sector"),
        "home": _f1(counts, "home"),
        **{role: _f1(counts, role) for role in ROLES[1:]},
        "relation": round(macro_f1(right), 4),
        "relation_share": round(sum(a == b for a, b in right) / max(1, len(right)), 4),
    }


def _count_words(network: Network, items: Sequence[Tagged], counts: Counter[str]) -> None:
    batch = tagging_batch(items)
    states = network.states(batch.pieces, batch.mask)
    wide = network.words(states, batch.first, batch.tags, batch.deps, batch.heads, batch.table)
    types, modes, statuses, _, sectors = network.tagging(wide)
    guess, gold = types.argmax(-1), batch.types
    seen = gold != IGNORED
    counts["act found"] += int(((guess > 0) & seen).sum())
    counts["act gold"] += int((gold > 0).sum())
    counts["act right"] += int(((guess > 0) & (gold > 0)).sum())
    counts["type found"] += int(((guess > 0) & seen).sum())
    counts["type gold"] += int((gold > 0).sum())
    counts["type right"] += int(((guess == gold) & (gold > 0)).sum())
    of_act = batch.modes != IGNORED
    best = _mode_of_type(modes[of_act], gold[of_act])
    counts["mode right"] += int((best == batch.modes[of_act]).sum())
    counts["mode all"] += int(of_act.sum())
    counts["status right"] += int((statuses.argmax(-1)[of_act] == batch.statuses[of_act]).sum())
    counts["status all"] += int(of_act.sum())
    if len(batch.parties):
        known = batch.sectors != IGNORED
        counts["sector all"] += int(known.sum())
        counts["sector right"] += int((sectors.argmax(-1) == batch.sectors)[known].sum())
        parties = wide[batch.parties[:, 0], batch.parties[:, 1]]
        homes = network.homes(parties, wide[batch.parties[:, 0]], batch.ways).argmax(-1)
        counts["home found"] += int(((homes == 1) & (batch.homes != IGNORED)).sum())
        counts["home gold"] += int((batch.homes == 1).sum())
        counts["home right"] += int(((homes == 1) & (batch.homes == 1)).sum())
    if not len(batch.rows):
        return
    acts = wide[batch.rows[:, 0], batch.rows[:, 1]]
    roles = network.roles(acts, wide[batch.rows[:, 0]], batch.paths).argmax(-1)
    seen = batch.roles != IGNORED
    for number, role in enumerate(ROLES[1:], start=1):
        counts[f"{role} found"] += int(((roles == number) & seen).sum())
        counts[f"{role} gold"] += int((batch.roles == number).sum())
        counts[f"{role} right"] += int(((roles == number) & (batch.roles == number)).sum())


def _mode_of_type(modes: torch.Tensor, types: torch.Tensor) -> torch.Tensor:
    from dragoman.models.learned.labels import TYPES

    owner = torch.tensor([TYPES.index(name) for name, _ in MODES])
    allowed = owner.unsqueeze(0) == types.unsqueeze(1)
    return modes.masked_fill(~allowed, -1e9).argmax(-1)


def _f1(counts: Counter[str], name: str) -> float:
    right = counts[f"{name} right"]
    total = counts[f"{name} found"] + counts[f"{name} gold"]
    return round(2 * right / total, 4) if total else 0.0


def _share(counts: Counter[str], name: str) -> float:
    return round(counts[f"{name} right"] / max(1, counts[f"{name} all"]), 4)


def macro_f1(pairs: Sequence[tuple[int, int]]) -> float:
    """Return the mean F1 over the classes that occur as gold, of pairs (gold, found)."""
    scores = []
    for label in sorted({gold for gold, _ in pairs}):
        right = sum(g == f == label for g, f in pairs)
        total = sum(g == label for g, _ in pairs) + sum(f == label for _, f in pairs)
        scores.append(2 * right / total)
    return sum(scores) / max(1, len(scores))
