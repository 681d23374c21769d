"""What the parse and the predicate table say of each word, as numbers for the network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from dragoman.models.learned.labels import TYPES
from dragoman.models.view import Sentence

__all__ = ["DEPS", "PATHS", "TAGS", "Features", "features_of", "paths", "paths_from"]

TAGS = (
    "other NN NNS NNP NNPS VB VBD VBG VBN VBP VBZ MD JJ RB IN TO DT PRP PRP$ CD CC WDT WP , . : "
    "`` '' POS RP"
).split()
DEPS = (
    "other ROOT nsubj nsubjpass dobj pobj prep amod compound det poss aux auxpass neg advcl relcl "
    "acl ccomp xcomp conj cc mark agent appos attr dative advmod npadvmod nummod nmod prt punct "
    "pcomp oprd csubj case"
).split()
_TAG = {name: n for n, name in enumerate(TAGS)}
_TYPE = {name: n for n, name in enumerate(TYPES)}
_DEP = {name: n for n, name in enumerate(DEPS)}


_FAR = 3  # steps up or down the tree that are told apart
PATHS = 2 * (_FAR + 1) ** 2
"""How many ways from one word to another are told apart."""


@dataclass(frozen=True, slots=True)
class Features:
    """One number a word for each question.

    `tags`, `deps` index TAGS and DEPS; `heads` is the index of the word it hangs on; `table` is
    the type (index in TYPES) of the predicate row that names an act here, 0 for none.
    """

    tags: tuple[int, ...]
    deps: tuple[int, ...]
    heads: tuple[int, ...]
    table: tuple[int, ...]

    @classmethod
    def joined(cls, parts: Sequence[Features]) -> Features:
        """Return the features of sentences that are read as one."""
        tags: list[int] = []
        deps: list[int] = []
        heads: list[int] = []
        table: list[int] = []
        for part in parts:
            before = len(tags)
            tags += part.tags
            deps += part.deps
            heads += [before + head for head in part.heads]
            table += part.table
        return cls(tuple(tags), tuple(deps), tuple(heads), tuple(table))


def paths(heads: Sequence[int]) -> list[list[int]]:
    """Return for each pair of words the way from the one to the other in the tree, as a number.

    It counts the steps up and the steps down, each up to three, and tells whether the other stands
    before or after.
    """
    return [paths_from(n, heads) for n in range(len(heads))]


def paths_from(word: int, heads: Sequence[int]) -> list[int]:
    """Return the way from one word to each word, as a number: a row of `paths`."""
    lines = _lines(tuple(heads))
    return [_path(lines[word], word, line, k) for k, line in enumerate(lines)]


@lru_cache(maxsize=1)
def _lines(heads: tuple[int, ...]) -> list[list[int]]:
    """Return the line of each word; kept, as the acts of a sentence ask one after another."""
    return [_line(k, heads) for k in range(len(heads))]


def _line(word: int, heads: Sequence[int]) -> list[int]:
    """Return a word and those above it, up to the furthest step that counts."""
    line = [word]
    while len(line) <= _FAR and heads[line[-1]] != line[-1]:
        line.append(heads[line[-1]])
    return line


def _path(one: list[int], n: int, other: list[int], k: int) -> int:
    up, down = _FAR, _FAR
    for steps, word in enumerate(one):
        if word in other:
            up, down = min(steps, _FAR), min(other.index(word), _FAR)
            break
    return (up * (_FAR + 1) + down) * 2 + (k > n)


def features_of(sentence: Sentence, acts: Mapping[int, str]) -> Features:
    """Return what is known of the words of a parsed sentence before the network runs.

    `acts` gives the type of the predicate row by the index of the word that names the act.
    """
    words = sentence.words
    return Features(
        tags=tuple(_TAG.get(word.tag, 0) for word in words),
        deps=tuple(_DEP.get(word.dep, 0) for word in words),
        heads=tuple(word.head.index for word in words),
        table=tuple(_TYPE.get(acts.get(n, ""), 0) for n in range(len(words))),
    )
