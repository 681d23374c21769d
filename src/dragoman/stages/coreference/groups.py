"""Who took part together: sets of actors that "both", "the two" and "they" may mean."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from dragoman.models.view import Sentence, Word
from dragoman.record import Mention, MentionKind
from dragoman.stages.actors.words import words as word_classes
from dragoman.stages.coreference.entities import weight

__all__ = ["Together", "together"]

_JOINED = ("conj", "appos")
_STRONG, _WEAK = 2, 1
_ENCOUNTER, _ACT = 8, 3  # salience of those who take part, in the units of entities.weight


@dataclass(frozen=True, slots=True)
class Together:
    """Chains that one clause, list or pair names together.

    `strength` is 2 for encounters and lists, 1 for other clauses and mere pairs.
    """

    members: tuple[int, ...]
    sentence: int
    position: int
    strength: int
    weight: int
    why: str


def together(
    sentence: Sentence, mentions: Sequence[Mention], chain_of: Callable[[Mention], int]
) -> list[Together]:
    """Return the sets of actors a sentence names together, in text order."""
    heads: dict[int, Mention] = {}
    several = [m for m in mentions if m.members]
    for mention in mentions:
        word = sentence.at(mention.head.start)
        inside = any(m.span.covers(mention.span) for m in several)
        if word is not None and not mention.members and not inside:
            heads.setdefault(word.index, mention)
    found = _members(sentence, mentions)
    found += _listed(sentence, heads, chain_of)
    found += _hyphened(sentence, mentions, chain_of)
    found += _met(sentence, heads, chain_of)
    found.sort(key=lambda t: (t.position, t.strength))
    return found


def _make(
    chains: Sequence[int],
    sentence: Sentence,
    position: int,
    strength: int,
    salience: int,
    why: str,
) -> list[Together]:
    members = tuple(dict.fromkeys(chains))
    if len(members) < 2:
        return []
    return [Together(members, sentence.number, position, strength, salience, why)]


def _members(sentence: Sentence, mentions: Sequence[Mention]) -> list[Together]:
    found: list[Together] = []
    for mention in mentions:
        word = sentence.at(mention.head.start)
        if len(mention.members) > 1 and word is not None:
            found += _make(
                mention.members,
                sentence,
                mention.span.start,
                _STRONG,
                weight(word),
                "named by one phrase",
            )
    return found


def _listed(
    sentence: Sentence, heads: dict[int, Mention], chain_of: Callable[[Mention], int]
) -> list[Together]:
    found: list[Together] = []
    for index in heads:
        word = sentence.words[index]
        if word.dep in _JOINED and word.head.index in heads:
            continue
        listed = [heads[w.index] for w in _list(word, heads) if w.index in heads]
        position = max(m.span.start for m in listed)
        found += _make(
            [chain_of(m) for m in listed], sentence, position, _STRONG, weight(word), "in one list"
        )
    return found


def _list(word: Word, heads: dict[int, Mention]) -> list[Word]:
    """Return a word and those listed after it; the parser takes some lists for appositions."""
    # The parser hangs the first of two long names on the second: "President A and President B met".
    found = [c for c in word.all("nmod") if c.child("cc") is not None and c.index in heads]
    found.append(word)
    for member in found:
        whole = heads.get(member.index)
        for child in member.all(*_JOINED):
            named = child.index in heads and heads[child.index].kind is MentionKind.PERSON
            inside = whole is not None and whole.span.start <= child.start < whole.span.end
            if child.dep == "conj" or named or inside:
                found.append(child)
    return found


def _hyphened(
    sentence: Sentence, mentions: Sequence[Mention], chain_of: Callable[[Mention], int]
) -> list[Together]:
    found: list[Together] = []
    for left, right in pairwise(mentions):
        if right.span.start - left.span.end != 1:
            continue
        dash = sentence.at(left.span.end)
        if dash is not None and dash.text[left.span.end - dash.start] in "-–—/":
            found += _make(
                [chain_of(left), chain_of(right)],
                sentence,
                right.span.start,
                _WEAK,
                0,
                "joined by a hyphen",
            )
    return found


def _met(
    sentence: Sentence, heads: dict[int, Mention], chain_of: Callable[[Mention], int]
) -> list[Together]:
    """Return those who meet, call or fight each other in a clause or under a noun."""
    found: list[Together] = []
    known = word_classes()
    for word in sentence.words:
        verb = word.tag.startswith("VB")
        if not verb and not word.tag.startswith("NN"):
            continue
        encounter = known.among("encounter", word.lower)
        if not verb and not encounter:
            continue
        subjects = _subjects(word)
        others = [w for w in _others(word) if w not in subjects]
        chosen = [heads[w.index] for w in (*subjects, *others) if w.index in heads]
        if not any(w.index in heads for w in subjects) or len(chosen) < 2:
            continue
        position = max(m.span.start for m in chosen)
        encounter = encounter or any(known.among("encounter", c.lower) for c in word.all("dobj"))
        found += _make(
            [chain_of(m) for m in chosen],
            sentence,
            position,
            _STRONG if encounter else _WEAK,
            _ENCOUNTER if encounter else _ACT,
            f"the two sides of {word.lower!r}",
        )
    return found


def _subjects(word: Word) -> list[Word]:
    own = word.child("nsubj", "nsubjpass", "poss")
    if own is None:
        for above in word.ancestors():
            own = above.child("nsubj", "nsubjpass")
            if own is not None and own is not word:
                break
    return own.conjuncts() if own is not None else []


def _others(word: Word) -> list[Word]:
    """Return the words of the other side: objects, and what follows "with"."""
    found: list[Word] = []
    for child in word.children:
        if child.dep in ("dobj", "dative") and child.tag.startswith("VB") is False:
            found += child.conjuncts()
            found += [w for p in child.all("prep") if p.lower == "with" for w in _below(p)]
        elif child.dep == "prep" and child.lower in ("with", "between", "to"):
            found += _below(child)
    return found


def _below(preposition: Word) -> list[Word]:
    return [w for c in preposition.all("pobj") for w in c.conjuncts()]
