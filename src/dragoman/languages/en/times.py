"""Time words of English and the patterns they make, compiled from two tables."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from dragoman.lexicon import Row, read_table

__all__ = [
    "OTHER",
    "TimeGrammar",
    "TimePattern",
    "cues",
    "fiscal_years",
    "known_year",
    "time_grammar",
]

_HERE = Path(__file__).parent
# Classes that come from the form of a token, not from the table.
_FORMS = (
    "int",
    "nth",
    "year",
    "decade",
    "number",
    "clock",
    "quarter_code",
    "fiscal_code",
    "holiday",
    "short_year",
    "break",
)
# Each class is one character, so that a pattern over words is a regular expression over characters.
_FIRST_LETTER = 0xE000
OTHER = "o"
_PART = re.compile(r"(?:(?P<name>\w+)=)?(?P<body>\(|\$?[\w|]+)(?P<many>[?*]?)")
_GROUP = re.compile(r"\(\?P<\w+>")


@dataclass(frozen=True, slots=True)
class TimePattern:
    """One row of the pattern table: what it matches, and the reading that gives it a value."""

    name: str
    reading: str
    expression: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """The tables, ready to run: words and classes to letters, patterns over letters."""

    letters: dict[str, str]
    codes: dict[str, str]
    values: dict[str, str]
    classes: dict[str, str]
    patterns: tuple[TimePattern, ...]
    stretch: re.Pattern[str]  # a run of time words
    core: re.Pattern[str]  # a word that a run must hold to be an expression
    possible: re.Pattern[str]  # whether any pattern starts here


@cache
def time_grammar() -> TimeGrammar:
    """Return the grammar of English time expressions; raises BadTable for a faulty row."""
    rows = list(read_table(_HERE / "time_words.tsv", ("word", "class", "value", "case")))
    names = sorted({row["class"] for row in rows} | set(_FORMS))
    codes = {name: chr(_FIRST_LETTER + number) for number, name in enumerate(names)}
    patterns, glue = _patterns(codes)
    core = "".join(code for name, code in codes.items() if name not in glue)
    everything = "".join(codes.values()).replace(codes["break"], "")
    core = core.replace(codes["break"], "")
    letters, values = _words(rows, codes)
    return TimeGrammar(
        letters=letters,
        codes=codes,
        values=values,
        classes={code: name for name, code in codes.items()},
        patterns=patterns,
        stretch=re.compile(f"[{everything}]+"),
        core=re.compile(f"[{core}]"),
        possible=re.compile(
            "|".join(f"(?:{_GROUP.sub('(?:', p.expression.pattern)})" for p in patterns)
        ),
    )


@cache
def _cues() -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for row in read_table(_HERE / "time_cues.tsv", ("word", "cue")):
        found.setdefault(row["cue"], set()).add(row["word"])
    return {cue: frozenset(words) for cue, words in found.items()}


def cues(name: str) -> frozenset[str]:
    """Return the words that settle one question beside a time, such as `ahead` for the future."""
    return _cues()[name]


@cache
def _known_years() -> dict[tuple[str, str], int]:
    return {
        (row["day"], noun): int(row["year"])
        for row in read_table(_HERE / "time_known.tsv", ("day", "nouns", "year"))
        for noun in row.many("nouns")
    }


@cache
def fiscal_years() -> dict[str, tuple[int, bool]]:
    """Return, by country, the first month of its fiscal year and whether it is named by its end."""
    return {
        row["country"]: (int(row["month"]), row["ends"] == "1")
        for row in read_table(_HERE / "time_fiscal.tsv", ("country", "month", "ends"))
    }


def known_year(month: int, number: int, noun: str) -> int | None:
    """Return the year of a day known without it, by the word after: 11 September, "attacks"."""
    return _known_years().get((f"{month:02}-{number:02}", noun))


def _words(rows: list[Row], codes: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """Return letter and value of each written form of each word, numbers in digits included."""
    letters: dict[str, str] = {}
    values: dict[str, str] = {}
    for row in rows:
        word = row["word"]
        forms = {word.capitalize(), word.upper()}
        if row["case"] != "capital":
            forms.add(word)
        for form in forms:
            letters[form] = codes[row["class"]]
            values[form] = row["value"]
    letters |= {f"{number:0{width}}": codes["int"] for width in (1, 2) for number in range(100)}
    letters |= {str(number): codes["year"] for number in range(1000, 3000)}
    return letters, values


def _patterns(codes: dict[str, str]) -> tuple[tuple[TimePattern, ...], frozenset[str]]:
    macros: dict[str, str] = {}
    found: list[TimePattern] = []
    glue: frozenset[str] = frozenset()
    for row in read_table(_HERE / "time_patterns.tsv", ("name", "pattern", "reading")):
        if row["reading"] == "glue":
            glue = frozenset(row.many("pattern"))
            continue
        written = _expression(row, codes, macros)
        if row["reading"] == "macro":
            macros[row["name"]] = written
        else:
            found.append(TimePattern(row["name"], row["reading"], _compiled(row, written)))
    return tuple(found), glue


def _compiled(row: Row, written: str) -> re.Pattern[str]:
    try:
        return re.compile(written)
    except re.error as error:
        raise row.fault(f"the pattern is wrong: {error}") from error


def _expression(row: Row, codes: dict[str, str], macros: dict[str, str]) -> str:
    """Return the regular expression over letters that a row of the table writes in class names."""
    parts: list[str] = []
    for part in row["pattern"].split():
        if part in ("|", ")", ")?", ")*"):
            # A bound, so that a page of number words costs no more than its length.
            parts.append("){0,6}" if part == ")*" else part)
            continue
        match = _PART.fullmatch(part)
        if match is None:
            raise row.fault(f"cannot read {part!r}")
        parts.append(_part(row, match, codes, macros))
    return "".join(parts)


def _part(row: Row, match: re.Match[str], codes: dict[str, str], macros: dict[str, str]) -> str:
    name, body, many = match["name"], match["body"], match["many"]
    opening = f"(?P<{name}>" if name else "(?:"
    if body == "(":
        return opening
    if body.startswith("$"):
        if body[1:] not in macros:
            raise row.fault(f"no macro {body!r} above this line")
        return f"{opening}{macros[body[1:]]}){many}"
    unknown = [cls for cls in body.split("|") if cls not in codes]
    if unknown:
        raise row.fault(f"no class {unknown[0]!r} in time_words.tsv")
    letters = f"[{''.join(codes[cls] for cls in body.split('|'))}]"
    # An optional part is optional inside its name: `y=year?` is then always a group.
    return f"{opening}{letters}{many})" if name else f"{letters}{many}"
