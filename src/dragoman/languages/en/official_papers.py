"""How official papers in English are titled and laid out: the table `official_papers.tsv`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.lexicon import read_table

__all__ = ["OfficialPapers", "official_papers"]

_FILE = Path(__file__).parent / "official_papers.tsv"


@dataclass(frozen=True, slots=True)
class OfficialPapers:
    """The words by their use; `issuer` matches the line of a body above what it decides."""

    title: re.Pattern[str]
    joint: re.Pattern[str]
    about: frozenset[str]
    own: re.Pattern[str]
    issuer: re.Pattern[str]


@cache
def official_papers() -> OfficialPapers:
    """Return the table, read once; raises BadTable for a bad line, KeyError for a lost use."""
    rows = {row["use"]: row.many("words") for row in read_table(_FILE, ("use", "words"))}
    bodies = rf"(?:\w+ )*(?:{_any(rows['assembled'])})|{_any(rows['heads'])}"
    return OfficialPapers(
        title=re.compile(rf"\b(?:{_any(rows['title'])})\b", re.IGNORECASE),
        joint=re.compile(rf"\b(?:{_any(rows['joint'])})\b", re.IGNORECASE),
        about=frozenset(rows["about"]),
        own=re.compile(rf"\b(?:{_any([*rows['own'], *_capitalised(rows['own'])])})\b"),
        issuer=re.compile(rf"^[ \t]*The (?P<name>{bodies})\b[^\n]*[,:][ \t]*$", re.MULTILINE),
    )


def _any(words: list[str] | tuple[str, ...]) -> str:
    """Return a pattern of any of the words, longer ones first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _capitalised(words: tuple[str, ...]) -> list[str]:
    return [word.capitalize() for word in words]
