"""Which of several actors a pronoun means most likely: a ranker with few weights.

Each candidate has traits: how it stood where it was last named, how far back, how it stands to the
pronoun. A trait has a weight, learned from marked reports (`training/antecedents.py`), one for he
and she and one for it; the worth of a candidate is the sum, and its share is e to the worth, over
those of all (a conditional logit, as rankers of antecedents are; Denis and Baldridge, 2008).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path

from dragoman.lexicon import read_table
from dragoman.models.view import Sentence, Word
from dragoman.record import MentionKind
from dragoman.stages.coreference.clauses import first_of_list, is_subject, subject_above
from dragoman.stages.coreference.entities import Entity, Sighting

__all__ = ["candidates", "shares"]

_FILE = Path(__file__).with_name("antecedents.tsv")
_FUNCTIONS = frozenset(("nsubj", "nsubjpass", "dobj", "pobj", "poss", "agent", "appos"))
_WITHIN_NAMES = frozenset(("compound", "nmod", "amod"))
_OFTEN = 3
_SENTENCE = 10  # of salience, which falls by so much with each sentence
_PRONOUN_TAGS = ("PRP", "PRP$")


def shares(weighed: Sequence[Mapping[str, float]], *, person: bool) -> list[float]:
    """Return how likely each candidate is meant, given the traits of each; they sum to one."""
    weights = _weights()[person]
    worths = [sum(weights.get(t, 0.0) * found[t] for t in sorted(found)) for found in weighed]
    highest = max(worths, default=0.0)
    powers = [math.exp(worth - highest) for worth in worths]
    whole = sum(powers)
    return [power / whole for power in powers]


def candidates(
    word: Word, sentence: Sentence, fitting: Sequence[Entity], governor: Entity | None
) -> list[dict[str, float]]:
    """Return the traits of each candidate for a pronoun, all named before it.

    All are there (1) or not, but for "salience", which is a measure in sentences.
    `governor` is the candidate that is subject of the nearest clause above.
    """
    found = []
    for entity in fitting:
        own = ["speaks here"] if entity is governor else []
        last = entity.last_before(word.start)
        if last is not None:
            own += _of_last(last, sentence.number)
            own += _of_entity(entity, word, sentence.number)
            own += _of_both(word, last, sentence.number)
        near = entity.salience(sentence.number, word.start) or 0
        found.append(dict.fromkeys(own, 1.0) | {"salience": near / _SENTENCE})
    return found


def _of_last(last: Sighting, number: int) -> Iterator[str]:
    """Yield how and where an entity was last named."""
    yield f"last named {number - last.sentence} back"
    first = first_of_list(last.head)
    if first is not last.head:
        yield "last in a list"
    if first.dep in _WITHIN_NAMES:
        yield "last within a name"
    elif first.dep in _FUNCTIONS:
        yield f"last as {first.dep}"
    if is_subject(first) and first.head.is_root:
        yield "last as subject of the sentence"
    if last.head.tag in _PRONOUN_TAGS:
        yield "last as pronoun"


def _of_entity(entity: Entity, word: Word, number: int) -> Iterator[str]:
    """Yield what an entity is, and how the report has spoken of it so far."""
    before = [s for s in entity.seen if s.position < word.start]
    yield f"named {min(_OFTEN, len(before))} times"
    yield f"is a {entity.kind.value}"
    if entity.kind is MentionKind.PERSON and entity.gender is not None:
        yield "of known gender"
    if any(is_subject(s.head) for s in before if s.sentence == number - 1):
        yield "subject in the sentence before"
    if any(is_subject(s.head) for s in before if s.sentence == number):
        yield "subject in this sentence"
    if before[0].sentence == 0 and is_subject(before[0].head):
        yield "subject of the report"


def _of_both(word: Word, last: Sighting, number: int) -> Iterator[str]:
    """Yield how the pronoun stands to where an entity was last named."""
    subject = subject_above(word)
    if subject is last.head:
        yield "subject of its clause"
    elif subject is not None and last.sentence == number and last.position > subject.start:
        yield "after the subject of its clause"
    function = "possessive" if word.tag == "PRP$" else "subject" if is_subject(word) else "object"
    yield f"{function} {'here' if last.sentence == number else 'after'}"
    if is_subject(word) and is_subject(last.head):
        yield "both subjects" if last.sentence == number else "both subjects, a sentence apart"
    if last.head.head is word.head and not word.head.is_root:
        yield "under the same word"


@cache
def _weights() -> dict[bool, dict[str, float]]:
    """Return the weights by trait, for persons (True) and bodies; BadTable for a faulty line."""
    rows = list(read_table(_FILE, ("trait", "person", "body")))
    try:
        return {
            True: {row["trait"]: float(row["person"]) for row in rows},
            False: {row["trait"]: float(row["body"]) for row in rows},
        }
    except ValueError as fault:
        raise rows[0].fault(f"a weight is no number: {fault}") from fault
