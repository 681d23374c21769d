"""Names and offices side by side: "Lavrov, the Russian foreign minister, ..."."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from dragoman.models.view import Sentence, Word
from dragoman.record import Mention, MentionKind

__all__ = ["apposed"]

_PERSONS = (MentionKind.PERSON, MentionKind.OFFICE)
_BETWEEN = frozenset(("DT", "PRP$", "JJ", "NN", "VBN", "RB", "NNP", "POS"))


def apposed(sentence: Sentence, mentions: Sequence[Mention]) -> list[tuple[int, int]]:
    """Return pairs of mention numbers, name first, that stand in apposition or are equated."""
    found: list[tuple[int, int]] = []
    for left, right in _neighbours(sentence, mentions):
        pair = _name_and_office(mentions, left, right)
        if pair is not None and _side_by_side(sentence, mentions[left], mentions[right]):
            found.append(pair)
    return found


def _neighbours(sentence: Sentence, mentions: Sequence[Mention]) -> Iterator[tuple[int, int]]:
    """Yield pairs of mentions with none between them but an owner ("A, the bloc's envoy")."""
    yield from pairwise(range(len(mentions)))
    for left in range(len(mentions) - 2):
        owner = sentence.at(mentions[left + 1].head.start)
        if owner is not None and owner.dep == "poss" and _within(owner.head, mentions[left + 2]):
            yield left, left + 2


def _name_and_office(mentions: Sequence[Mention], left: int, right: int) -> tuple[int, int] | None:
    one, other = mentions[left], mentions[right]
    if one.kind not in _PERSONS or other.kind not in _PERSONS:
        return None
    if _named(one) and not _named(other):
        return left, right
    if _named(other) and not _named(one):
        return right, left
    return None


def _named(mention: Mention) -> bool:
    return mention.kind is MentionKind.PERSON and mention.actor.name is not None


def _side_by_side(sentence: Sentence, one: Mention, other: Mention) -> bool:
    first, second = sentence.at(one.head.start), sentence.at(other.head.start)
    if first is None or second is None:
        return False
    if second.dep == "attr" and first.dep == "nsubj" and first.head is second.head:
        return second.head.lower in ("is", "'s", "remains", "became")
    between = [w for w in sentence.words if one.span.end <= w.start < other.span.start]
    if not between or between[0].text not in (",", "(", "–", "—"):
        return False
    if any(w.tag not in _BETWEEN for w in between[1:]):
        return False
    if second.dep == "appos" and _within(second.head, one):
        return True
    return second.dep != "conj" and _closed(sentence, other)


def _within(word: Word, mention: Mention) -> bool:
    return mention.span.start <= word.start < mention.span.end


def _closed(sentence: Sentence, mention: Mention) -> bool:
    """Tell whether a comma, a bracket or the end follows, and no further list member."""
    after = [w for w in sentence.words if w.start >= mention.span.end]
    if not after or after[0].text in (".", ")", "–", "—", ";"):
        return True
    if after[0].text != ",":
        return False
    return len(after) < 2 or after[1].lower not in ("and", "or")
