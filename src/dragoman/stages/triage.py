"""Decide cheaply which sentences are worth parsing."""

from __future__ import annotations

from functools import cache

from ahocorasick_rs import AhoCorasick, MatchKind

from dragoman.languages.en.predicates import load_predicates
from dragoman.languages.en.speech import load_speech

__all__ = ["worth_parsing"]


@cache
def _automaton(further: frozenset[str]) -> AhoCorasick:
    words = load_predicates().words | load_speech().words | further
    return AhoCorasick(sorted(words), matchkind=MatchKind.LeftmostLongest)


def worth_parsing(sentence: str, further: frozenset[str] = frozenset()) -> bool:
    """Tell whether a sentence can hold an event or an attribution.

    It needs a form of the predicate table or of the tables of saying, and a capital letter or a
    pronoun after its first word is not asked for: a lower-case role noun can act. `further` are
    words that count as well.
    """
    lowered = sentence.lower()
    for _, start, end in _automaton(further).find_matches_as_indexes(lowered):
        before = lowered[start - 1] if start else " "
        after = lowered[end] if end < len(lowered) else " "
        if not before.isalnum() and not after.isalnum():
            return True
    return False
