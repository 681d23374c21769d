"""Print the cost of coding as a ratio: its time over that of the bare default parser pipeline.

Usage: python benchmarks/speed.py [DATA] [--documents N]

Both run over the same texts in the same process, turn about, several times; the median ratio is
printed, also over the pipeline called text by text as coding is (which saves it the paging of a
whole batch, dear on some machines), with peak memory and the time from start to the first record of
a short report. DATA is the folder of development data (its `text/` holds Security Council texts);
without it the example reports are used.
"""

from __future__ import annotations

import argparse
import gzip
import json
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

from dragoman.models.parser import MODEL

ROUNDS = 3
EXAMPLES = Path(__file__).parent.parent / "examples"


def texts(data: Path | None, documents: int) -> list[str]:
    """Return the texts to time: every n-th of the corpus, so that all years are in."""
    if data is None:
        return [p.read_text() for p in sorted(EXAMPLES.glob("[0-9]*.md"))]
    with gzip.open(data / "text" / "unsc_2000_2014.jsonl.gz", "rt", encoding="utf-8") as lines:
        found = [json.loads(line)["text"] for line in lines]
    return found[:: max(1, len(found) // documents)][:documents]


def seconds(work: Callable[[], object]) -> float:
    """Return the processor time that some work takes, in seconds."""
    start = time.process_time()
    work()
    return time.process_time() - start


def first_record() -> float:
    """Return the wall time from starting Python to the first record of a short report, in s."""
    program = (
        "import dragoman; dragoman.Coder().code('Turkish Foreign Minister Hakan Fidan met U.S. "
        "Secretary of State Marco Rubio in Ankara on Monday.', published='2025-08-19').to_json()"
    )
    start = time.perf_counter()
    subprocess.run([sys.executable, "-c", program], check=True)
    return time.perf_counter() - start


def memory_alone(sample: list[str]) -> float:
    """Return the most memory that a process of its own holds while it codes the texts, in MB."""
    program = (
        "import dragoman, json, sys; coder = dragoman.Coder()\n"
        "for text in json.load(sys.stdin): coder.code(text)"
    )
    command = [sys.executable, "-c", program]
    subprocess.run(command, input=json.dumps(sample), text=True, check=True)
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024


def main() -> None:
    """Time both and print one table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("data", nargs="?", type=Path)
    arguments.add_argument("--documents", type=int, default=60)
    given = arguments.parse_args()
    import spacy

    import dragoman

    sample = texts(given.data, given.documents)
    words = sum(len(text.split()) for text in sample)
    alone = memory_alone(sample)
    coder, bare = dragoman.Coder(), spacy.load(MODEL)
    coder.code(sample[0])
    list(bare.pipe(sample[:1]))
    rounds = []
    for _ in range(ROUNDS):
        plain = seconds(lambda: list(bare.pipe(sample)))
        coding = seconds(lambda: [coder.code(text) for text in sample])
        single = seconds(lambda: [len(bare(text)) for text in sample])
        rounds.append((coding, plain, single))
    ratio = statistics.median(coding / plain for coding, plain, _ in rounds)
    singly = statistics.median(coding / single for coding, _, single in rounds)
    both = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"documents, words               {len(sample)}, {words}")
    for coding, plain, _ in rounds:
        print(f"coding / bare pipeline, s      {coding:.2f} / {plain:.2f} = {coding / plain:.2f}")
    print(f"median ratio                   {ratio:.2f}")
    print(f"median ratio, text by text     {singly:.2f}")
    print(f"words a second, coding         {words / min(c for c, _, _ in rounds):,.0f}")
    print(f"peak memory, coding, MB        {alone:,.0f}")
    # The bare pipeline holds a whole batch of parsed texts: most of this is its own.
    print(f"peak memory, both run, MB      {both:,.0f}")
    print(f"start to first record, s       {first_record():.2f}")


main()
