"""Print how coded events and relations come out against marked sentences.

Usage: python benchmarks/score_events.py [DATA] [--part dev|test] [--coder learned|tables]
           [--check | --update [--allow-lower]] [--errors FILE]

The project's own sentences (`data/annotated`) are always read; `--part` says which part of them.
With DATA, the folder of development data, relations are scored on `events/plv_train.jsonl` (through
Coder.relation, each item answered, nothing of it trained on) and types on
`events/petrarch_unit.jsonl`. `--errors` writes each fault, by kind and type, for a person to read.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from pathlib import Path

from dragoman.coder import CODERS, Coder
from dragoman.errors import DragomanError
from dragoman.ontology import load_ontology
from dragoman.scoring.events import EventScore, score_sentence
from dragoman.scoring.floors import digest, held
from dragoman.scoring.markup import read_marked
from dragoman.scoring.relations import score_relations

FLOORS = Path(__file__).with_name("floors_events.json")
ANNOTATED = Path(__file__).parents[1] / "data" / "annotated"


def own_files(part: str) -> list[Path]:
    """Return the files of a part of the own sentences."""
    files = sorted(ANNOTATED.glob("*.txt"))
    named = [f for f in files if f.name.startswith(f"{part}-")]
    others = [f for f in files if not f.name.startswith(("dev-", "test-"))]
    return others if part == "train" else named


def own_score(files: list[Path], coder: Coder) -> EventScore:
    """Return the score of all sentences of the files."""
    score = EventScore()
    for path in files:
        for marked in read_marked(path):
            score = score + score_sentence(marked, coder.code(marked.text).events)
    return score


def plv(data: Path, coder: Coder) -> dict[str, float]:
    """Return root, quad and binary macro-F1 of relations between given parties."""
    pairs = []
    for row in rows(data / "events" / "plv_train.jsonl"):
        source = row["source"][0] if row["source"] else {"start": 0, "end": 1}
        target = row["target"][0] if row["target"] else None
        given = (target["start"], target["end"]) if target else None
        found = coder.relation(row["text"], (source["start"], source["end"]), given)
        pairs.append((row["root"], found.root))
    score = score_relations(pairs)
    print("relations by root: " + ", ".join(f"{k} {v:.2f}" for k, v in score.by_root.items()))
    return {"plv root": score.root, "plv quad": score.quad, "plv binary": score.binary}


def petrarch(data: Path, coder: Coder) -> dict[str, float]:
    """Return precision and recall of the types of the PETRARCH sentences, parties left aside."""
    cameo = load_ontology().cameo
    roots = {code.root: code.type for code in cameo.values() if code.code == f"{code.root}0"}
    right = found = gold = 0
    for row in rows(data / "events" / "petrarch_unit.jsonl"):
        marked = Counter(roots[e["code"][:2]] for e in row["events"] if e["code"][:2] in roots)
        coded = Counter(event.type for event in coder.code(row["text"]).events)
        right += sum((marked & coded).values())
        found, gold = found + sum(coded.values()), gold + sum(marked.values())
    return {"petrarch precision": right / found, "petrarch recall": right / gold}


def rows(path: Path) -> list[dict]:
    """Return the rows of a file of JSON lines."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def write_errors(score: EventScore, path: Path) -> None:
    """Write the faults by kind and type, one a line."""
    ordered = sorted(score.faults, key=lambda f: (f.kind, f.type, f.where))
    lines = (f"{f.kind}\t{f.type}\t{f.where}\t{f.marked}\t{f.found}\t{f.text}" for f in ordered)
    path.write_text("kind\ttype\twhere\tmarked\tfound\ttext\n" + "\n".join(lines) + "\n", "utf-8")


def show(score: EventScore) -> None:
    """Print figures by type and the commonest confusions."""
    for name, marked, found, right in score.by_type():
        f1 = 2 * right / (marked + found) if marked + found else 0.0
        print(f"  {name:<10} marked {marked:>4}  found {found:>4}  F1 {f1:.3f}")
    wrong = [(pair, n) for pair, n in score.confusion.most_common() if pair[0] != pair[1]]
    print("  " + ", ".join(f"{one}>{other} {n}" for (one, other), n in wrong[:20]))


def main() -> int:
    """Measure, print, and keep or check the floors."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("data", nargs="?", type=Path)
    parser.add_argument("--part", default="test", choices=("train", "dev", "test"))
    parser.add_argument("--coder", default=CODERS[0], choices=CODERS)
    parser.add_argument("--errors", type=Path)
    parser.add_argument("--check", action="store_true")
    parser.add_argument("--update", action="store_true")
    parser.add_argument("--allow-lower", action="store_true")
    options = parser.parse_args()
    coder = Coder(coder=options.coder)
    files = own_files(options.part)
    score = own_score(files, coder)
    figures = {f"{options.part} {name}": value for name, value in score.figures.items()}
    show(score)
    if options.data:
        figures |= plv(options.data, coder) | petrarch(options.data, coder)
        files += [options.data / "events" / n for n in ("plv_train.jsonl", "petrarch_unit.jsonl")]
    for name, value in figures.items():
        print(f"{name:<24} {value:.4f}")
    if options.errors:
        write_errors(score, options.errors)
    # a floor says the least; of false facts the rest is kept
    kept = {n: 1 - v if n.endswith("false facts") else v for n, v in figures.items()}
    return _floors(options, kept, digest(files))


def _floors(options: argparse.Namespace, figures: dict[str, float], gold: str) -> int:
    name = f"events {options.part} {options.coder}" + (" and data" if options.data else "")
    found = held(
        FLOORS,
        name,
        gold,
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
        sys.exit(f"score_events: {error}")
