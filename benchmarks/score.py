"""Print scores against marked data, with 95% bootstrap intervals over documents.

Usage: python benchmarks/score.py DATA [--check | --update [--allow-lower]]

DATA is the folder of development data. `--check` fails when a figure is below its floor in
`floors.json` or the gold is not that of the floor; `--update` raises the floors to what is measured
and never lowers one without `--allow-lower`. A scorer is a function of SCORERS: DATA -> Result; one
whose data is not there is left out, which `--check` counts as a fault.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TypeVar

from dragoman.errors import DragomanError
from dragoman.languages.en.predicates import speech_verbs
from dragoman.languages.en.slips import load_slips
from dragoman.models.parser import Parser
from dragoman.pipeline import worth_parsing
from dragoman.record import Report, Span
from dragoman.scoring.attribution import (
    AttributionScore,
    Counts,
    GoldAttribution,
    score_attributions,
    score_spans,
)
from dragoman.scoring.floors import Floor, digest, faults, raised, read_floors, write_floors
from dragoman.scoring.places import GoldPlace, PlaceScore, score_places
from dragoman.scoring.speech import read_marked_texts
from dragoman.scoring.timeml import GoldTime, TimeScore, score_document, timex_marks
from dragoman.stages.actors import find_actors
from dragoman.stages.attribution import find_attributions
from dragoman.stages.places import toponyms
from dragoman.stages.times import find_times

FLOORS = Path(__file__).with_name("floors.json")
OWN = Path(__file__).parent.parent / "tests" / "stages" / "attribution_gold.txt"
Score = TypeVar("Score", TimeScore, PlaceScore, AttributionScore)  # what adds up over documents
ROUNDS = 1000  # bootstrap samples; a fixed seed makes the intervals repeatable
SEED = 1


@dataclass(frozen=True)
class Result:
    """What a scorer found: lines to print, figures with floors, and the files of gold."""

    lines: list[str]
    figures: dict[str, float]
    gold: list[Path]


def interval(scores: Sequence[Score], figure: Callable[[Score], float]) -> tuple:
    """Return the bounds that 95% of the samples of documents lie in."""
    drawn, sample = random.Random(SEED), []
    for _ in range(ROUNDS):
        some = drawn.choices(scores, k=len(scores))
        sample.append(figure(sum(some, type(some[0])())))
    sample.sort()
    return sample[int(ROUNDS * 0.025)], sample[int(ROUNDS * 0.975)]


def time_scores(path: Path, parser: Parser) -> list[TimeScore]:
    """Return the score of each document of a file of marked times, read at its own date."""
    scores = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        text = row["text"]
        report = Report(id=row["id"], text=text, published=date.fromisoformat(row["dct"][:10]))
        found = find_times(report, parser.read(text, lambda sentence: True)).times
        marks = [mark for time in found for mark in timex_marks(time, text)]
        gold = [GoldTime(g["start"], g["end"], g["type"], g["value"]) for g in row["timexes"]]
        scores.append(score_document(marks, gold))
    return scores


TIME_FIGURES: dict[str, Callable[[TimeScore], float]] = {
    "strict": lambda score: score.strict,
    "relaxed": lambda score: score.relaxed,
    "type": lambda score: score.kind,
    "value": lambda score: score.value,
    "alike": lambda score: score.value_alike,
}


def times(data: Path) -> Result:
    """Score times against TimeBank, AQUAINT (TempEval-3 training part) and MEANTIME."""
    parser = Parser()
    paths = {name: data / "dates" / f"{name}.jsonl" for name in ("timebank", "aquaint", "meantime")}
    scores = {name: time_scores(path, parser) for name, path in paths.items()}
    scores["both"] = scores["timebank"] + scores["aquaint"]
    head = "".join(f"{name:>21}" for name in TIME_FIGURES)
    lines = [f"{'times: F1':<10}{head}   documents, marked"]
    figures = {}
    for name in ("timebank", "aquaint", "both", "meantime"):
        total, cells = sum(scores[name], TimeScore()), []
        for label, figure in TIME_FIGURES.items():
            low, high = interval(scores[name], figure)
            cells.append(f"{figure(total):9.1%} {low:5.1%}-{high:5.1%}".replace("%", ""))
            figures[f"{name} {label}"] = figure(total)
        row = "".join(f"{cell:>21}" for cell in cells)
        lines.append(f"{name:<10}{row}   {len(scores[name])}, {total.gold}")
    lines.append("both: TimeBank and AQUAINT. value: as written. alike: 196X is 196, P2Q is P6M.")
    return Result(lines, figures, list(paths.values()))


PLACE_FIGURES: dict[str, Callable[[PlaceScore], float]] = {
    "recall": lambda score: score.recall,
    "accuracy": lambda score: score.accuracy,
    "precision": lambda score: score.precision,
}


def place_scores(path: Path) -> dict[str, PlaceScore]:
    """Return the score of each document of a file of marked places, by its id."""
    parser, scores = Parser(), {}
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        row = json.loads(line)
        parse = parser.read(row["text"], worth_parsing)
        report = find_actors(Report(id=row["id"], text=row["text"]), parse)
        gold = [
            GoldPlace(Span(g["start"], g["end"]), g.get("lat"), g.get("lon"))
            for g in row["toponyms"]
        ]
        scores[row["id"]] = score_places(toponyms(report, parse), gold)
    return scores


def places(data: Path) -> Result:
    """Score names of places against the Local-Global Lexicon; rules were tuned on half of it."""
    path = data / "places" / "lgl.jsonl"
    scores = place_scores(path)
    parts: dict[str, list[PlaceScore]] = {"tuned on": [], "not tuned": [], "lgl": []}
    for name, score in scores.items():
        odd = int(hashlib.sha256(name.encode()).hexdigest(), 16) % 2
        parts["not tuned" if odd else "tuned on"].append(score)
        parts["lgl"].append(score)
    head = "".join(f"{name:>21}" for name in PLACE_FIGURES)
    lines = [f"{'places':<10}{head}{'median km':>12}   documents, marked"]
    figures = {}
    for name, some in parts.items():
        total, cells = sum(some, PlaceScore()), []
        counts = [replace(score, errors=()) for score in some]
        for label, figure in PLACE_FIGURES.items():
            low, high = interval(counts, figure)
            cells.append(f"{figure(total):9.1%} {low:5.1%}-{high:5.1%}".replace("%", ""))
            figures[f"{name} {label}"] = figure(total)
        row = "".join(f"{cell:>21}" for cell in cells)
        lines.append(f"{name:<10}{row}{total.median_error:12.2f}   {len(some)}, {total.marked}")
    lines.append(
        "accuracy: of those recognised, within 161 km. precision: found names marked at all."
    )
    return Result(lines, figures, [path])


ATTRIBUTION_PARTS: dict[str, Callable[[AttributionScore], Counts]] = {
    "source": lambda score: score.source,
    "cue": lambda score: score.cue,
    "content": lambda score: score.content,
}


def attributed(text: str, published: date | None, parser: Parser) -> Report:
    """Return a text with its actors and attributions, found as the pipeline finds them."""
    parse = parser.read(text, worth_parsing)
    report = find_times(Report(id="text", text=text, published=published), parse)
    return find_attributions(find_actors(report, parse), parse)


def polnear_scores(path: Path, parser: Parser) -> list[AttributionScore]:
    """Return the score of each document of a file of PolNeAR, in words."""
    scores = []
    for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n"):
        row = json.loads(line)
        found = attributed(row["text"], date.fromisoformat(row["date"]), parser).attributions
        gold = [
            GoldAttribution(*(marked_spans(g[part]) for part in ATTRIBUTION_PARTS))
            for g in row["attributions"]
        ]
        unread = marked_spans(row["discard"])
        scores.append(score_attributions(row["text"], found, gold, unread=unread))
    return scores


def marked_spans(spans: Sequence[dict[str, int]]) -> tuple[Span, ...]:
    """Return spans as they stand in a file of marks."""
    return tuple(Span(span["start"], span["end"]) for span in spans)


def attribution_lines(name: str, scores: Sequence[AttributionScore]) -> Result:
    """Return the F1 of the three parts of one set, as a line and as figures."""
    total, cells, figures = sum(scores, AttributionScore()), [], {}
    for label, part in ATTRIBUTION_PARTS.items():
        low, high = interval(scores, lambda score, part=part: part(score).f1)
        cells.append(f"{part(total).f1:9.1%} {low:5.1%}-{high:5.1%}".replace("%", ""))
        figures[f"{name} {label}"] = part(total).f1
    row = "".join(f"{cell:>21}" for cell in cells)
    return Result([f"{name:<13}{row}   {len(scores)}"], figures, [])


def attributions(data: Path) -> Result:
    """Score attributions: PolNeAR dev in words (nothing trained on it), own marks in spans."""
    parser = Parser(load_slips(), speech_verbs())
    polnear = data / "attribution" / "polnear_dev.jsonl"
    own = [
        (marked, attributed(marked.text, None, parser).attributions)
        for marked in read_marked_texts(OWN)
    ]
    spans = [score_spans(m.text, found, m.attributions) for m, found in own]
    words = [score_attributions(m.text, found, m.attributions) for m, found in own]
    parts = [
        attribution_lines("polnear words", polnear_scores(polnear, parser)),
        attribution_lines("own words", words),
        attribution_lines("own spans", spans),
    ]
    head = "".join(f"{name:>21}" for name in ATTRIBUTION_PARTS)
    lines = [
        f"{'attributions':<13}{head}   texts",
        *(line for part in parts for line in part.lines),
    ]
    figures = {name: value for part in parts for name, value in part.figures.items()}
    return Result(lines, figures, [polnear, OWN])


SCORERS: dict[str, Callable[[Path], Result]] = {
    "times": times,
    "places": places,
    "attributions": attributions,
}


def checked(results: dict[str, Result]) -> list[str]:
    """Return the faults of all scorers against their floors."""
    floors = read_floors(FLOORS)
    found = [f"{name}: not measured" for name in floors if name not in results]
    for name, result in results.items():
        found += faults(name, floors.get(name), digest(result.gold), result.figures)
    return found


def updated(results: dict[str, Result], *, allow_lower: bool) -> dict[str, Floor]:
    """Return all floors, those of the scorers that ran raised to what they found."""
    floors = read_floors(FLOORS)
    for name, result in results.items():
        gold = digest(result.gold)
        floors[name] = raised(floors.get(name), gold, result.figures, allow_lower=allow_lower)
    return floors


def arguments() -> argparse.Namespace:
    """Return the command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, nargs="?", help="folder of development data")
    parser.add_argument("--only", choices=sorted(SCORERS), help="run one scorer")
    parser.add_argument("--check", action="store_true", help="fail below a floor")
    parser.add_argument("--update", action="store_true", help="raise the floors")
    parser.add_argument("--allow-lower", action="store_true", help="let --update lower them too")
    given = parser.parse_args()
    if given.data is None:
        parser.error("say where the development data is: make score DATA=folder")
    if not given.data.is_dir():
        parser.error(f"{given.data}: no such folder")
    return given


def main() -> int:
    """Run the scorers, print their lines, keep or check the floors."""
    given = arguments()
    results = {}
    for name, scorer in SCORERS.items():
        if given.only not in (None, name):
            continue
        try:
            results[name] = scorer(given.data)
        except FileNotFoundError as error:
            print(f"{name}: left out, there is no {error.filename}", file=sys.stderr)
            continue
        print("\n".join(results[name].lines))
    if given.update:
        write_floors(FLOORS, updated(results, allow_lower=given.allow_lower))
    found = checked(results) if given.check else []
    if given.only:
        found = [fault for fault in found if not fault.endswith(": not measured")]
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except DragomanError as error:
        sys.exit(f"score: {error}")
