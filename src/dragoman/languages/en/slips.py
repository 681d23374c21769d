"""Slips of the keyboard in function words: "ine" for "in"."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from dragoman.lexicon import read_table

__all__ = ["load_slips"]


@cache
def load_slips() -> dict[str, str]:
    """Return the word meant by each slip; slips are lower case and no words themselves."""
    path = Path(__file__).parent / "slips.tsv"
    return {row["slip"]: row["word"] for row in read_table(path, ("slip", "word"))}
