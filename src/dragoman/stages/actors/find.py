"""The actor stage: marks the words that name actors, and says who they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable, Iterator

import msgspec

from dragoman.knowledge import Knowledge, NameHit
from dragoman.models.view import Parse, Sentence, Word
from dragoman.record import Actor, Mention, MentionKind, Report, Span
from dragoman.stages.actors.members import member_answers
from dragoman.stages.actors.phrases import Phrase, read_phrases
from dragoman.stages.actors.pieces import OWNERS, Kind, Piece, cut
from dragoman.stages.actors.places import capital_acts, seat_acts
from dragoman.stages.actors.resolve import Answer, Resolver

__all__ = ["find_actors"]

_CONTAINING = frozenset(("in", "from", "across", "inside", "throughout"))


def find_actors(report: Report, parse: Parse) -> Report:
    """Return the report with the mentions of its parsed sentences, in text order."""
    knowledge = Knowledge.load()
    hits = knowledge.find(report.text)
    finder = _Finder(report, Resolver(knowledge, report.published, hits), hits)
    for sentence in parse.sentences:
        if sentence.parsed:
            finder.read(sentence)
    return msgspec.structs.replace(report, mentions=finder.mentions())


class _Finder:
    """Gathers the mentions of one report, sentence by sentence."""

    def __init__(self, report: Report, resolver: Resolver, hits: tuple[NameHit, ...]) -> None:
        self._resolver = resolver
        self._hits = hits
        self._starts = [hit.span.start for hit in hits]
        self._places = {place.span.start: place for place in report.places if place.span}
        self._found: list[Mention] = []
        self._chains: dict[Hashable, int] = {}

    def mentions(self) -> tuple[Mention, ...]:
        """Return all mentions in text order, the wider first."""
        return tuple(sorted(self._found, key=lambda m: (m.span.start, -m.span.end)))

    def read(self, sentence: Sentence) -> None:
        """Add the mentions of a sentence."""
        low = bisect_left(self._starts, sentence.start)
        high = bisect_left(self._starts, sentence.end)
        pieces = cut(sentence.words, self._hits[low:high])
        phrases = read_phrases(sentence, pieces, self._resolver.names.knows)
        _contain(phrases, pieces)
        for phrase in phrases:
            if phrase.parts and phrase.roles:
                self._several(phrase)
            elif _names_actor(phrase):
                self._one(phrase)

    def _one(self, phrase: Phrase) -> None:
        answer = self._resolver.answer(phrase)
        if answer is not None:
            self._add(phrase, answer)

    def _several(self, phrase: Phrase) -> None:
        """Add the mention of all and, inside it, one of each state that shares the role."""
        members = member_answers(self._resolver, phrase)
        chains = tuple(self._add(alone, answer).chain for alone, answer in members)
        actors = [answer.actor for _, answer in members]
        words = " + ".join(p.lower for p in phrase.parts)
        actor = Actor(
            country=_common(a.country for a in actors),
            sector=_common(a.sector for a in actors),
            reason=f"words: {words} + {phrase.roles[-1].lower}",
        )
        everyone = Answer(actor, MentionKind.PEOPLE, ("words", phrase.span.start, "all"))
        self._add(phrase, everyone, members=chains)

    def _add(self, phrase: Phrase, answer: Answer, members: tuple[int, ...] = ()) -> Mention:
        chain = self._chains.setdefault(answer.key, len(self._chains))
        mention = Mention(
            span=phrase.span,
            head=_head(phrase),
            kind=answer.kind,
            actor=answer.actor,
            chain=chain,
            members=members,
            reason=answer.actor.reason,
        )
        self._found.append(mention)
        return mention


def _common(values: Iterator[str | None]) -> str | None:
    """Return the value all share, or None."""
    different = set(values)
    return different.pop() if len(different) == 1 else None


def _contain(phrases: list[Phrase], pieces: list[Piece]) -> None:
    """Give role phrases without a state the country of the place after them ("in Tbilisi")."""
    at_word = {piece.first: number for number, piece in enumerate(pieces)}
    for phrase in phrases:
        if not phrase.roles or phrase.owners or phrase.parts or phrase.name_words:
            continue
        number = at_word.get(phrase.last + 1)
        if number is None or pieces[number].lower not in _CONTAINING:
            continue
        for piece in pieces[number + 1 : number + 4]:
            if piece.kind in OWNERS and piece.kind is not Kind.SEAT:
                phrase.containment = piece
            if piece.kind is not Kind.MODIFIER and piece.lower != "the":
                break


def _names_actor(phrase: Phrase) -> bool:
    """Tell whether a phrase is an actor where it stands, not a place or a mere attribute."""
    if phrase.name_words:
        return True
    if phrase.roles:
        return not phrase.modifier or _modifying_body(phrase)
    piece = phrase.owners[-1]
    head = phrase.sentence.words[piece.last]
    if piece.kind is Kind.CAPITAL:
        return _paired(phrase) or capital_acts(head)
    if piece.kind is Kind.SEAT:
        return seat_acts(head)
    return phrase.modifier or piece.kind is not Kind.STATE or _nominal(phrase, piece)
