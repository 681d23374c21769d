from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from dragoman.lexicon import read_table
from dragoman.models.parser import Parser
from dragoman.record import Mention, Report
from dragoman.stages.actors import find_actors
from dragoman.stages.coreference import link_mentions

COLUMNS = ("text", "words", "published", "country", "sector", "name", "office", "chain_with")


@dataclass(frozen=True)
class Case:
    rule: str
    text: str
    words: str
    published: str
    country: str
    sector: str
    name: str
    office: str
    chain_with: str


def cases() -> list[Case]:
    path = Path(__file__).with_name("actor_cases.tsv")
    return [Case(row.rule, *(row[c] for c in COLUMNS)) for row in read_table(path, COLUMNS)]


@cache
def parser() -> Parser:
    return Parser()


@cache
def linked(text: str, published: str) -> Report:
    on = date.fromisoformat(published) if published else None
    report = Report(id="case", text=text, published=on)
    parse = parser().read(text, lambda sentence: True)
    return link_mentions(find_actors(report, parse), parse)


def mention(report: Report, words: str) -> Mention | None:
    wanted, _, number = words.partition("#")
    found = [m for m in report.mentions if report.words(m.span) == wanted]
    if number and not found[:1]:
        return None
    position = int(number) - 1 if number else 0
    return found[position] if position < len(found) else None
