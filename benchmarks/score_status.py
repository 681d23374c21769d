"""Print how the status of acts comes out: own twins, and the factuality set of other makers.

Usage: python benchmarks/score_status.py [DATA] [--coder learned|tables] [--wrong]
           [--check | --update [--allow-lower]]

The twins (`tests/stages/status_probe.txt`, many in rare idioms; `status_probe_plain.txt`, plain;
`status_probe_news.txt`, as agencies, ministries, the UN and newspapers write): pairs of sentences
nearly alike, in one of which the act is denied, planned, called for, conditional, failed, cancelled
or plainly negated. A sentence is right when each marked act is coded with type and status and
nothing not done is told as done. Of the acts coded with their type, the share with the right status
is printed too.

Factuality (`DATA/factuality/uw_dev.jsonl`): each event word has a mean judgement from -3 (certainly
did not happen) to 3 (certainly did). The words around it are read as for an act of the tables, and
the status is put on the scale as SCALE says. Nothing is trained or tuned on that set.
"""

from __future__ import annotations

import argparse
import json
import statistics
import sys
from collections import Counter
from pathlib import Path

from dragoman.coder import CODERS, Coder
from dragoman.errors import DragomanError
from dragoman.languages.en.predicates import Frame, Predicate, load_predicates
from dragoman.models.parser import Parser
from dragoman.models.view import Word
from dragoman.scoring.floors import digest, held
from dragoman.scoring.status import coded_alike, is_right, read_twins, typed_and_right
from dragoman.stages.events.anchors import Found
from dragoman.stages.events.modality import read_modality

FLOORS = Path(__file__).with_name("floors_status.json")
STAGES = Path(__file__).parents[1] / "tests" / "stages"
PROBES = {
    "twins": STAGES / "status_probe.txt",
    "plain twins": STAGES / "status_probe_plain.txt",
    "news twins": STAGES / "status_probe_news.txt",
}
# A status as a degree of belief: what is told as a fact is all but certain; a plan or a call leaves
# it open, a little likelier than not; what is denied or refused all but certainly did not happen.
SCALE = {"actual": 3.0, "planned": 1.0, "called": 0.5, "possible": 0.5, "negated": -2.5}


def twins(coder: Coder, name: str, *, wrong: bool) -> dict[str, float]:
    """Return the share of sentences right, by kind and in all, and the pairs coded alike."""
    right: Counter[str] = Counter()
    asked: Counter[str] = Counter()
    alike = typed = of_these = 0
    for pair in read_twins(PROBES[name]):
        coded = [coder.code(marked.text).events for marked in (pair.undone, pair.done)]
        alike += coded_alike(*coded)
        for marked, events in zip((pair.undone, pair.done), coded, strict=True):
            good = is_right(marked, events)
            right.update({pair.kind: good, "all": good})
            seen, held_right = typed_and_right(marked, events)
            typed, of_these = typed + seen, of_these + held_right
            asked.update((pair.kind, "all"))
            if wrong and not good:
                told = [f"{e.type}!{e.status.value}" for e in events]
                print(f"{pair.number} {pair.kind}: {' '.join(told) or '-'} | {marked.text}")
    shares = {f"{name} {kind}": right[kind] / asked[kind] for kind in asked}
    shares[f"{name} status of typed acts"] = of_these / typed
    return {**shares, f"{name} told apart": 1 - alike / (asked["all"] / 2)}


def factuality(path: Path) -> dict[str, float]:
    """Return mean absolute error and correlation of the mapped status, and of always saying 3."""
    parser, gold, found = Parser(), [], []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        parse = parser.read(row["text"], lambda _: True)
        for event in row["events"]:
            word = parse.word_at(event["start"])
            gold.append(event["score"])
            found.append(SCALE[effect(word, parse)] if word else SCALE["actual"])
    off = [abs(g - f) for g, f in zip(gold, found, strict=True)]
    constant = [abs(g - SCALE["actual"]) for g in gold]
    return {
        "factuality error": statistics.fmean(off),
        "factuality error of always 3": statistics.fmean(constant),
        "factuality correlation": statistics.correlation(gold, found),
    }


def effect(word: Word, parse: object) -> str:
    """Return what the words around make of an act that a word names."""
    sentence = parse.sentence_at(word.start)  # type: ignore[attr-defined]
    found = Found(_row(word), sentence, word)
    reading = read_modality(found, {word: found}, load_predicates())
    return "negated" if reading.effect == "unreal" else reading.effect


def _row(word: Word) -> Predicate:
    frame = Frame("any", "directed", {})
    pos = "v" if word.tag.startswith("VB") else "n"
    return Predicate(word.lower, word.lower, pos, (), "SUPPORT", None, frame, frozenset(), "any:0")


def main() -> int:
    """Measure, print, and keep or check the floors."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", nargs="?", type=Path)
    arguments.add_argument("--coder", default=CODERS[0], choices=CODERS)
    arguments.add_argument("--wrong", action="store_true")
    arguments.add_argument("--check", action="store_true")
    arguments.add_argument("--update", action="store_true")
    arguments.add_argument("--allow-lower", action="store_true")
    options = arguments.parse_args()
    coder = Coder(coder=options.coder)
    figures = {k: v for name in PROBES for k, v in twins(coder, name, wrong=options.wrong).items()}
    for name, value in figures.items():
        print(f"{name:<30} {value:.4f}")
    if options.data:
        for name, value in factuality(options.data / "factuality" / "uw_dev.jsonl").items():
            print(f"{name:<30} {value:.4f}")
    found = held(
        FLOORS,
        f"status {options.coder}",
        digest(list(PROBES.values())),
        figures,
        check=options.check,
        update=options.update,
        allow_lower=options.allow_lower,
    )
    for fault in found:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except DragomanError as error:
        sys.exit(f"score_status: {error}")
