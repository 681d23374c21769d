"""Names of feasts and holidays in English, and the rules for their days."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import ahocorasick_rs

from dragoman.lexicon import read_table

__all__ = ["Feast", "feast_names", "feasts_named", "may_name_feast"]

_COLUMNS = ("name", "countries", "of", "rule", "days")


@dataclass(frozen=True, slots=True)
class Feast:
    """A feast by one name: whose it is, the rule for its first day, how many days it lasts."""

    name: str
    countries: frozenset[str]  # ISO-3; empty: kept wherever the name is used
    of: frozenset[str]  # words beside the name that say whose it is: "Ukraine's", "Ukrainian"
    rule: str
    days: str  # a number, or `ramadan`: up to the feast that ends it


@cache
def _feasts() -> dict[str, tuple[Feast, ...]]:
    found: dict[str, list[Feast]] = {}
    for row in read_table(Path(__file__).with_name("time_feasts.tsv"), _COLUMNS):
        names = row.many("name")
        countries, of = frozenset(row.many("countries")), frozenset(row.many("of"))
        feast = Feast(names[0], countries, of, row["rule"], row["days"])
        for name in names:
            found.setdefault(_plain(name), []).append(feast)
    return {name: tuple(feasts) for name, feasts in found.items()}


def _plain(name: str) -> str:
    """Return a name without the differences of hyphens, apostrophes and line breaks."""
    return " ".join(re.sub(r"['’.]", "", name).replace("-", " ").lower().split())


def feasts_named(name: str) -> tuple[Feast, ...]:
    """Return the feasts that a name as written in a text can mean; empty for none."""
    return _feasts().get(_plain(name), ())


@cache
def feast_names() -> str:
    """Return a regular expression, as text, of all names; each begins with a capital letter."""
    by_letter: dict[str, list[str]] = {}
    for name in sorted(_written(), key=lambda name: (-len(name), name)):
        by_letter.setdefault(name[0], []).append(_flexible(name[1:]))
    # Grouped by the first letter, so that most words are passed over at one look.
    ways = "|".join(f"{letter}(?:{'|'.join(rest)})" for letter, rest in sorted(by_letter.items()))
    return rf"(?=[{''.join(sorted(by_letter))}])(?:{ways})(?!\w)"


@cache
def _marks() -> ahocorasick_rs.AhoCorasick:
    words = {max(re.findall(r"[^\W\d_]+", name), key=len) for name in _written()}
    return ahocorasick_rs.AhoCorasick(sorted(words))


def may_name_feast(text: str) -> bool:
    """Tell whether any name of a feast can be in a text; most have none, and cost no more."""
    return bool(_marks().find_matches_as_indexes(text))


def _written() -> set[str]:
    rows = read_table(Path(__file__).with_name("time_feasts.tsv"), _COLUMNS)
    return {name for row in rows for name in row.many("name")}


def _flexible(name: str) -> str:
    ways = {" ": r"\s", "-": r"[-\s]", "'": "['’]"}
    return "".join(ways.get(letter) or re.escape(letter) for letter in name)
