"""What a share of the network is worth: how often an act with such a share is right."""

from __future__ import annotations

import json
from bisect import bisect_right
from functools import cache

from dragoman.models.learned.network import WEIGHTS

__all__ = ["calibrated"]


@cache
def _steps(proposed: bool) -> tuple[list[float], list[float]]:
    """Return shares and the parts right there, both rising; measured on the dev sentences."""
    steps = json.loads((WEIGHTS / "calibration.json").read_text(encoding="utf-8"))
    pairs = steps["proposed" if proposed else "added"]
    return [share for share, _ in pairs], [part for _, part in pairs]


def calibrated(share: float, *, proposed: bool) -> float:
    """Return the part right at a share, between two measured ones by a straight line.

    `proposed` tells whether a row of the tables proposed the act. Two places: more than some
    hundred sentences can tell.
    """
    shares, parts = _steps(proposed)
    at = bisect_right(shares, share)
    if at == 0:
        return round(parts[0], 2)
    if at == len(shares):
        return round(parts[-1], 2)
    low, high = shares[at - 1], shares[at]
    along = (share - low) / (high - low)
    return round(parts[at - 1] + along * (parts[at] - parts[at - 1]), 2)
