"""How far two readers of the same sentences agree.

python -m training.agreement

The first reading is the files of data/annotated, the second those of its folder `second`.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

from dragoman.scoring.markup import MarkedAct, MarkedParty, MarkedSentence
from training.examples import read_all

ANNOTATED = Path("data/annotated")


def main(folder: Path = ANNOTATED) -> int:
    """Print F1 of acts, types, modes, parties, and shares of status, between the two readings."""
    first = {s.text: s for s in read_all(folder)}
    second = {s.text: s for s in read_all(folder / "second")}
    counts: Counter[str] = Counter()
    for text, other in second.items():
        if text in first:
            _count(first[text], other, counts)
    both = counts["first"] + counts["second"]
    print(f"{counts['sentences']} sentences, {counts['first']} and {counts['second']} acts")
    print(f"act or none, by sentence: {counts['same empty'] / counts['sentences']:.3f}")
    for name in ("act", "type", "mode", "actors", "recipients", "parties"):
        print(f"{name:<11} F1 {2 * counts[name] / both:.3f}")
    print(f"status      share {counts['status'] / max(1, counts['type']):.3f}")
    return 0


def _count(one: MarkedSentence, other: MarkedSentence, counts: Counter[str]) -> None:
    counts["sentences"] += 1
    counts["same empty"] += bool(one.acts) == bool(other.acts)
    counts["first"] += len(one.acts)
    counts["second"] += len(other.acts)
    left = list(other.acts)
    for act in sorted(one.acts, key=lambda a: a.anchor):
        near = [b for b in left if _overlap(act, b)]
        counts["act"] += bool(near)
        same = [b for b in left if b.type == act.type]
        if not same:
            continue
        twin = min(
            same, key=lambda b: (not _overlap(act, b), abs(b.anchor.start - act.anchor.start))
        )
        left.remove(twin)
        actors = _codes(act.actors) == _codes(twin.actors)
        recipients = _codes(act.recipients) == _codes(twin.recipients)
        counts.update(
            type=1,
            mode=act.mode == twin.mode,
            status=act.status == twin.status,
            actors=actors,
            recipients=recipients,
            parties=actors and recipients,
        )


def _overlap(one: MarkedAct, other: MarkedAct) -> bool:
    return any(
        a.start < b.end and b.start < a.end
        for a in (one.anchor, *one.mentions)
        for b in (other.anchor, *other.mentions)
    )


def _codes(parties: tuple[MarkedParty, ...]) -> set[tuple[str | None, str | None]]:
    return {(party.country, party.sector) for party in parties}


if __name__ == "__main__":
    sys.exit(main())
