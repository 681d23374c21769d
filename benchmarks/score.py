"""Print scores against marked data, with 95% bootstrap intervals over documents.

Usage: python benchmarks/score.py DATA [--check | --update [--allow-lower]]

DATA is the folder of development data. `--check` fails when a figure is below its floor in
`floors.json` or the gold is not that of the floor; `--update` raises the floors to what is measured
and never lowers one without `--allow-lower`. A scorer is a function of SCORERS: DATA -> Result; one
whose data is not there is left out, which `--check` counts as a fault.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.models.parser import Parser
from dragoman.record import Report
from dragoman.scoring.floors import Floor, digest, faults, raised, read_floors, write_floors
from dragoman.scoring.timeml import GoldTime, TimeScore, score_document, timex_marks
from dragoman.stages.times import find_times

FLOORS = Path(__file__).with_name("floors.json")
ROUNDS = 1000  # bootstrap samples; a fixed seed makes the intervals repeatable
SEED = 1


@dataclass(frozen=True)
class Result:
    """What a scorer found: lines to print, figures with floors, and the files of gold."""

    lines: list[str]
    figures: dict[str, float]
    gold: list[Path]


def interval(scores: Sequence[TimeScore], figure: Callable[[TimeScore], float]) -> tuple:
    """Return the bounds that 95% of the samples of documents lie in."""
    drawn, sample = random.Random(SEED), []
    for _ in range(ROUNDS):
        some = drawn.choices(scores, k=len(scores))
        sample.append(figure(sum(some, TimeScore())))
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
    lines.append("both: TimeBank and AQUAINT. alike: value, a gold 196X or 2000-W7 read as meant.")
    return Result(lines, figures, list(paths.values()))


SCORERS: dict[str, Callable[[Path], Result]] = {"times": times}


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
