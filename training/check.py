"""Check annotated sentences: marks, codes, codebook rules; print counts.

python -m training.check data/annotated/*.txt
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from dragoman.errors import DragomanError
from dragoman.knowledge.base import Knowledge
from dragoman.ontology import load_ontology
from dragoman.scoring.markup import MarkedAct, MarkedSentence, read_sentence

WHOLE = frozenset("IGO UNO EUR NGO MNC IMG ISM".split())


def faults(sentence: MarkedSentence, countries: frozenset[str]) -> Iterator[str]:
    """Yield what breaks the codebook in one sentence."""
    ontology = load_ontology()
    for party in sentence.parties:
        if party.country and party.country not in countries | WHOLE:
            yield f"unknown country {party.country}"
        if party.sector and party.sector not in ontology.sectors:
            yield f"unknown sector {party.sector}"
    for act in sentence.acts:
        yield from _act_faults(act)


def _act_faults(act: MarkedAct) -> Iterator[str]:
    ontology = load_ontology()
    for kind, mode in ((act.type, act.mode), *((t, m) for t, m, _ in act.concerns)):
        if kind not in ontology.types:
            yield f"unknown type {kind}"
        elif mode and (kind, mode) not in ontology.modes:
            yield f"{kind} has no mode {mode}; it has {', '.join(ontology.modes_of(kind))}"
    needs = ontology.types.get(act.type)
    if needs and not act.actors and act.status == "actual" and act.type != "ASSAULT":
        yield f"act {act.number} ({act.type}) has no actor"


def main(paths: list[str]) -> int:
    """Print the faults of the files, then the counts; return 1 if there are faults."""
    countries = frozenset(Knowledge.load().countries)
    wrong = 0
    types: Counter[str] = Counter()
    modes: Counter[str] = Counter()
    statuses: Counter[str] = Counter()
    texts: Counter[str] = Counter()
    empty = total = 0
    for path in map(Path, paths):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if not line.strip() or line.startswith("#"):
                continue
            try:
                sentence = read_sentence(line.strip(), file=path.name, line=number)
            except DragomanError as fault:
                print(fault)
                wrong += 1
                continue
            total += 1
            for problem in faults(sentence, countries):
                print(f"{path.name}:{number}: {problem}")
                wrong += 1
            texts[sentence.text] += 1
            empty += not sentence.acts
            types.update(act.type for act in sentence.acts)
            modes.update(f"{act.type}.{act.mode}" for act in sentence.acts if act.mode)
            statuses.update(act.status for act in sentence.acts)
    for text, times in texts.items():
        if times > 1:
            print(f"written {times} times: {text}")
            wrong += 1
    print(f"{total} sentences, {empty} without an act, {sum(types.values())} acts, {wrong} faults")
    for title, counts in (("types", types), ("status", statuses), ("modes", modes)):
        print(f"{title}: " + ", ".join(f"{name} {n}" for name, n in counts.most_common()))
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
