"""Learn what the shares of the network are worth: of acts coded with this share, so many are right.

python -m training.calibrate

Reads the dev part of the annotated sentences, codes it, and writes `calibration.json` beside the
weights: the share and the part right there, rising together (isotonic regression by pooling).
"""

from __future__ import annotations

import json
from pathlib import Path

from dragoman.coder import Coder
from dragoman.models.learned.network import WEIGHTS
from dragoman.scoring.events import right_events
from training.examples import read_all, split_of

_FEWEST = 25  # acts behind a step


def main(folder: Path = Path("data/annotated")) -> None:
    """Write the steps and print them."""
    coder = Coder()
    seen: dict[str, list[tuple[float, bool]]] = {"proposed": [], "added": []}
    for marked in read_all(folder):
        if split_of(marked.theme) == "dev":
            events = coder.code(marked.text).events
            right = {id(event) for event in right_events(marked, events)}
            for event in events:
                share = share_of(event)
                if share is not None:
                    origin = "added" if event.rule.startswith("learned") else "proposed"
                    seen[origin].append((share, id(event) in right))
    steps = {origin: pooled(sorted(acts)) for origin, acts in seen.items()}
    path = WEIGHTS / "calibration.json"
    path.write_text(json.dumps(steps) + "\n", encoding="utf-8")
    for origin, pairs in steps.items():
        told = ", ".join(f"{share:.2f} {part:.2f}" for share, part in pairs)
        print(f"{origin}: {len(seen[origin])} acts: {told}")


def share_of(event) -> float | None:  # type: ignore[no-untyped-def]
    """Return the share the network gave the type of an event, as its evidence tells."""
    told = [e.reason for e in event.evidence if e.field == "type" and "share " in e.reason]
    return float(told[0].rpartition("share ")[2]) if told else None


def pooled(seen: list[tuple[float, bool]]) -> list[tuple[float, float]]:
    """Return steps (share, part right) that rise: groups join until each is above the last."""
    groups = [seen[n : n + _FEWEST] for n in range(0, len(seen), _FEWEST)]
    if len(groups) > 1 and len(groups[-1]) < _FEWEST:
        groups[-2:] = [groups[-2] + groups[-1]]
    stack: list[list[tuple[float, bool]]] = []
    for group in groups:
        stack.append(group)
        while len(stack) > 1 and _part(stack[-2]) >= _part(stack[-1]):
            stack[-2:] = [stack[-2] + stack[-1]]
    return [(round(sum(s for s, _ in g) / len(g), 4), round(_part(g), 4)) for g in stack]


def _part(group: list[tuple[float, bool]]) -> float:
    """Return the part right, with one right and one wrong act added: no group is sure."""
    return (sum(right for _, right in group) + 1) / (len(group) + 2)


if __name__ == "__main__":
    main()
