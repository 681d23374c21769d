"""The command that measures: `score`."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated

import typer

from dragoman.coder import LEARNED, Coder
from dragoman.errors import BadInput
from dragoman.scoring.events import EventScore, Fault, score_sentence
from dragoman.scoring.markup import MarkedSentence, read_marked
from dragoman.service.options import Coding, check_coder
from dragoman.service.terminal import meter

__all__ = ["score"]

_MEANING = {
    "anchor": "F1 of acts whose words were found",
    "type": "F1 of acts with the right type",
    "type precision": "of the acts found, those with a marked type",
    "type recall": "of the acts marked, those whose type was found",
    "mode": "F1 of acts with type and mode right",
    "actors": "F1 of acts with type and all actors right (country and sector)",
    "recipients": "F1 of acts with type and all recipients right",
    "parties": "F1 of acts with type, actors and recipients right",
    "status": "of the types found, those whose status is right",
    "false facts": "of what is marked as not done, what was told as done",
}


def score(
    gold: Annotated[
        list[Path], typer.Argument(metavar="GOLD", help="Files or folders of marked sentences.")
    ],
    *,
    coder: Coding = LEARNED,
    errors: Annotated[
        Path | None, typer.Option(metavar="FILE", help="Write what came out wrong to this file.")
    ] = None,
) -> None:
    """Code marked sentences and tell how far the record agrees with the marks."""
    how = check_coder(coder)
    sentences = list(_read(gold))
    total = EventScore()
    made = Coder(coder=how)
    with meter(len(sentences), drawn=sys.stderr.isatty()) as bar:
        for marked in sentences:
            total = total + score_sentence(marked, made.code(marked.text).events)
            bar.advance()
    _tell(len(sentences), total)
    if errors is not None:
        errors.write_text("".join(_lines(total.faults)), encoding="utf-8")


def _read(gold: Iterable[Path]) -> Iterator[MarkedSentence]:
    """Yield the sentences of files, and of the .txt files of folders; raises BadInput for none."""
    for path in gold:
        if not path.exists():
            raise BadInput(f"{path}: there is no such file or folder")
        files = sorted(path.glob("*.txt")) if path.is_dir() else [path]
        if not files:
            raise BadInput(f"{path}: no .txt file of marked sentences in this folder")
        for file in files:
            yield from read_marked(file)


def _tell(sentences: int, total: EventScore) -> None:
    counts = total.counts
    sys.stdout.write(
        f"{sentences} sentences, {counts['marked']} acts marked, {counts['found']} found\n\n"
    )
    for name, value in total.figures.items():
        sys.stdout.write(f"{name:<15} {value:6.3f}  {_MEANING[name]}\n")
    sys.stdout.write("\ntype        marked  found  right     F1\n")
    for name, marked, found, right in total.by_type():
        f1 = 2 * right / (marked + found) if marked + found else 0.0
        sys.stdout.write(f"{name:<11} {marked:>6} {found:>6} {right:>6} {f1:6.3f}\n")
    wrong = [(pair, n) for pair, n in total.confusion.most_common() if pair[0] != pair[1]]
    if wrong:
        told = ", ".join(f"{one} as {other} {n}" for (one, other), n in wrong[:12])
        sys.stdout.write(f"\nmost often wrong (- is none): {told}\n")


def _lines(faults: Iterable[Fault]) -> Iterator[str]:
    yield "kind\ttype\twhere\tmarked\tfound\ttext\n"
    for f in sorted(faults, key=lambda f: (f.kind, f.type, f.where)):
        yield f"{f.kind}\t{f.type}\t{f.where}\t{f.marked}\t{f.found}\t{f.text}\n"
