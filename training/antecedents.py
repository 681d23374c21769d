"""Fit the weights by which pronouns choose among actors (stages/coreference/antecedents.tsv).

python -m training.antecedents REPORT_FILE... [--meantime FILE] [--held FILE] [--out FILE]

Report files hold reports with marked mentions (`data/coreference/`, the format of the tests). The
reports are read as always; wherever a pronoun has several candidates, their traits are noted and
who of them is marked; the pronoun is then given the right one, so that later pronouns see what a
reader knows. The weights maximise the likelihood of the marked candidates, less a penalty on large
weights (a conditional logit). Nothing is drawn by chance: the same files give the same weights.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from dragoman.languages.en.predicates import speech_verbs
from dragoman.languages.en.slips import load_slips
from dragoman.models.parser import Parser
from dragoman.models.view import Sentence, Word
from dragoman.record import Report, Span
from dragoman.scoring.coreference import MarkedMention, MarkedReport, read_marked
from dragoman.stages.actors import find_actors
from dragoman.stages.coreference import antecedents, link_mentions
from dragoman.stages.coreference.entities import Entity
from dragoman.stages.coreference.ranking import candidates

Choosing = Callable[[Word, Sentence, Sequence[Entity]], Entity | None]

OUT = "src/dragoman/stages/coreference/antecedents.tsv"
PENALTY = 4.0  # on the squares of the weights
STEPS = 3000
RATE = 0.5
LEAST = 3  # a trait met in fewer choices gets no weight

HEADER = """\
# How much each trait of an actor speaks for its being whom a pronoun means (CC BY 4.0): person
# for he and she, body for it; more is likelier. Learned by training/antecedents.py from the marked
# reports of data/coreference/ and from MEANTIME (CC BY 4.0, NewsReader project); the traits are
# those of ranking.py.
trait\tperson\tbody
"""


@dataclass(frozen=True, slots=True)
class Asked:
    """A pronoun with the traits of its candidates, and the number of the one meant."""

    person: bool
    candidates: tuple[dict[str, float], ...]
    meant: int


def asked_in(reports: Iterable[MarkedReport]) -> list[Asked]:
    """Return all choices that the pronouns of marked reports pose."""
    parser = Parser(load_slips(), speech_verbs())
    noted: list[Asked] = []
    usual = antecedents.likeliest
    try:
        for marked in reports:
            antecedents.likeliest = _noting(marked, noted, usual)  # the choice itself is watched
            report = Report(id=marked.name, text=marked.text, published=marked.published)
            parse = parser.read(report.text, lambda _: True)
            link_mentions(find_actors(report, parse), parse)
    finally:
        antecedents.likeliest = usual
    return noted


def _noting(marked: MarkedReport, noted: list[Asked], usual: Choosing) -> Choosing:
    def choose(word: Word, sentence: Sentence, fitting: Sequence[Entity]) -> Entity | None:
        key = _key_at(marked, word)
        if key is None:
            return usual(word, sentence, fitting)
        right = [n for n, e in enumerate(fitting) if _key_of(marked, e, word.start) == key]
        if not right:
            return None
        if len(fitting) > 1:
            found = candidates(word, sentence, fitting, antecedents.governor(word, fitting))
            noted.append(Asked(word.lower in antecedents.GENDER, tuple(found), right[0]))
        return fitting[right[0]]

    return choose


def _key_of(marked: MarkedReport, entity: Entity, before: int) -> tuple[str, ...] | None:
    """Return who is marked where an entity was last named before a place."""
    last = entity.last_before(before)
    return _key_at(marked, last.head) if last is not None else None


def _key_at(marked: MarkedReport, word: Word) -> tuple[str, ...] | None:
    """Return the keys of the shortest mention that ends with a word, or else that holds it."""
    holding = [m for m in marked.mentions if m.span.covers(word.span)]
    ending = [m for m in holding if m.span.end == word.end] or holding
    shortest = min(ending, key=lambda m: m.span.end - m.span.start, default=None)
    return shortest.keys if shortest is not None else None


def meantime(path: Path) -> list[MarkedReport]:
    """Return the documents of MEANTIME as marked reports."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        mentions = tuple(
            MarkedMention(Span(m["start"], m["end"]), (m["cluster"],))
            for m in row["mentions"]
            if m["kind"] == "entity"
        )
        day = date.fromisoformat(row["dct"][:10])
        found.append(MarkedReport(row["id"], day, row["text"], mentions))
    return found


def fit(asked: Sequence[Asked]) -> dict[str, float]:
    """Return the weights of the traits that make what is meant likeliest."""
    met = sorted({t for one in asked for found in one.candidates for t in found})
    counts = {t: sum(any(t in found for found in one.candidates) for one in asked) for t in met}
    names = [t for t in met if counts[t] >= LEAST]
    tables = [
        np.array([[found.get(t, 0.0) for t in names] for found in one.candidates]) for one in asked
    ]
    weights = np.zeros(len(names))
    for _ in range(STEPS):
        slope = -PENALTY * weights
        for table, one in zip(tables, asked, strict=True):
            worths = table @ weights
            powers = np.exp(worths - worths.max())
            slope += table[one.meant] - (powers / powers.sum()) @ table
        weights += RATE * slope / len(asked)
    return {name: round(float(w), 3) for name, w in zip(names, weights, strict=True)}


def right(asked: Sequence[Asked], weights: dict[str, float]) -> float:
    """Return the share of choices in which what is meant comes first."""
    good = 0
    for one in asked:
        worths = [sum(weights.get(t, 0.0) * found[t] for t in found) for found in one.candidates]
        good += worths.index(max(worths)) == one.meant
    return good / len(asked) if asked else 0.0


def main() -> None:
    """Fit both columns and write the table; print how often what is meant comes first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--meantime", type=Path)
    parser.add_argument("--held", type=Path, help="marked reports to measure with only")
    parser.add_argument("--out", type=Path, default=Path(OUT))
    options = parser.parse_args()
    marked = [report for path in options.reports for report in read_marked(path)]
    learned = asked_in(marked + (meantime(options.meantime) if options.meantime else []))
    held = asked_in(read_marked(options.held)) if options.held else []
    columns = []
    for person in (True, False):
        mine, other = ([a for a in part if a.person is person] for part in (learned, held))
        columns.append(fit(mine))
        print(
            f"{'he, she' if person else 'it'}: {len(mine)} choices, {right(mine, columns[-1]):.3f}"
            f" right; held {len(other)}, {right(other, columns[-1]):.3f} right"
        )
    names = sorted(set().union(*columns))
    lines = ("\t".join([n, *(f"{c.get(n, 0):g}" for c in columns)]) for n in names)
    options.out.write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
