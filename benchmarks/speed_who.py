"""Print how many phrases a second `dragoman.who` answers, no whole answer remembered.

Usage: python benchmarks/speed_who.py DATA [--rounds N]

The phrases are those of `score_actors.py` (visits and journeys of the US Office of the Historian)
and of tests/stages/actor_cases.tsv, each with its day, each pair once. The first pass meets words
that the process has not seen; the later ones find their words, not their answers, remembered.
Counted is the time of the processor.
"""

from __future__ import annotations

import argparse
import re
import statistics
import sys
import time
from datetime import date
from pathlib import Path

from score_actors import asked

from dragoman.errors import DragomanError
from dragoman.knowledge.base import Knowledge
from dragoman.lexicon import read_table
from dragoman.stages import who as asking

CASES = Path(__file__).parent.parent / "tests" / "stages" / "actor_cases.tsv"
COLUMNS = ("text", "words", "published", "country", "sector", "name", "office", "chain_with")
Phrase = tuple[str, date | None]


def phrases(data: Path) -> list[Phrase]:
    """Return the phrases with their days, each once."""
    found: dict[Phrase, None] = {}
    for one in asked(data):
        titled = f"{one.title} {one.name}"
        for words in (f"{titled} of {one.country}", titled, f"the {one.title} of {one.country}"):
            found[words.strip(), one.day] = None
    for row in read_table(CASES, COLUMNS):
        day = date.fromisoformat(row["published"]) if row["published"] else None
        found[re.sub(r"#\d$", "", row["words"]), day] = None
    return [phrase for phrase in found if phrase[0]]


def rate(wanted: list[Phrase]) -> float:
    """Return phrases a second of processor time, beginning with no answer remembered."""
    asking._who.cache_clear()
    start = time.process_time()
    for words, day in wanted:
        asking.who(words, day)
    return len(wanted) / (time.process_time() - start)


def main() -> None:
    """Ask all phrases some times over and print the rates."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("data", type=Path, help="folder of development data")
    parser.add_argument("--rounds", type=int, default=7)
    given = parser.parse_args()
    wanted = phrases(given.data)
    Knowledge.load().find("Warm the finder.")
    first = rate(wanted)
    warm = [rate(wanted) for _ in range(given.rounds)]
    print(f"phrases                       {len(wanted):,}")
    print(f"a second, words unseen        {first:,.0f}")
    print(f"a second, warm: median, best  {statistics.median(warm):,.0f}, {max(warm):,.0f}")


if __name__ == "__main__":
    try:
        main()
    except (DragomanError, FileNotFoundError) as error:
        sys.exit(f"speed_who: {error}")
