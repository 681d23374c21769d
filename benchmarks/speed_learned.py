"""Print how many sentences a second the learned coder reads on one core.

Usage: python benchmarks/speed_learned.py

The sentences are those of the test part of `data/annotated`, one a call as in coding, cutting into
pieces included; CPU seconds, median of five rounds. The parse is not counted.
"""

from __future__ import annotations

import statistics
import time
from pathlib import Path

from dragoman.languages.en.predicates import load_predicates
from dragoman.models.learned.features import features_of
from dragoman.models.learned.network import Learned
from dragoman.models.parser import Parser
from dragoman.scoring.markup import read_marked
from dragoman.stages.events.anchors import find_anchors

ANNOTATED = Path(__file__).parents[1] / "data" / "annotated"
ROUNDS = 5


def main() -> None:
    """Measure and print."""
    parser, learned, table = Parser(), Learned.shipped(), load_predicates()
    asked = []
    for path in sorted(ANNOTATED.glob("test-*.txt")):
        for marked in read_marked(path):
            for sentence in parser.read(marked.text, lambda _: True).sentences:
                acts = {f.head.index: f.predicate.type for f in find_anchors(sentence, table)}
                words = [(w.start - sentence.start, w.end - sentence.start) for w in sentence.words]
                text = marked.text[sentence.start : sentence.end]
                asked.append((text, words, features_of(sentence, acts)))
    rates = []
    for _ in range(ROUNDS + 1):
        begun = time.process_time()
        for text, words, features in asked:
            learned.read(text, words, features)
        rates.append(len(asked) / (time.process_time() - begun))
    mean = statistics.fmean(len(words) for _, words, _ in asked)
    print(
        f"learned coder: {statistics.median(rates[1:]):.0f} sentences a CPU second "
        f"(best {max(rates):.0f}), {len(asked)} sentences of {mean:.1f} words"
    )


if __name__ == "__main__":
    main()
