"""Short forms that a report makes for itself: "the Arakan Army (AA)", "EAM" for a minister."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import msgspec

from dragoman.knowledge.names import NameEntry, NameHit
from dragoman.models.view import Sentence
from dragoman.record import MentionKind, Span
from dragoman.stages.actors.people import Answer
from dragoman.stages.actors.phrases import Phrase

__all__ = ["Abbreviations"]

_SHORT = re.compile(r"\b[A-Z][A-Za-z]{0,2}[A-Z]{1,6}\b")
_IN_BRACKETS = re.compile(r"\s?\((?:the |hereafter )?[\"“']?([A-Z][A-Za-z]{0,2}[A-Z]{1,6})\b")
_LINKING = frozenset("of and for the in on to at de du des la le &".split())
_LEAST = 3  # initials; two letters ("PM", "AA") stand for too much unless brackets say for what


class Abbreviations:
    """The short forms of one report; they are learned as the names they stand for are read."""

    def __init__(self, text: str, hits: Iterable[NameHit]) -> None:
        """Find what may be a short form: words in capitals that no table knows."""
        self._text = text
        known = {at for hit in hits for at in range(hit.span.start, hit.span.end)}
        self._places: dict[str, list[int]] = {}
        for found in _SHORT.finditer(text):
            if found.start() not in known and text[found.start() - 1 : found.start()] != "(":
                self._places.setdefault(found.group(), []).append(found.start())
        self._entries: dict[str, NameEntry] = {}
        self._answers: dict[str, Answer] = {}

    def __bool__(self) -> bool:
        """Tell whether the report has any words in capitals that may be short forms."""
        return bool(self._places)

    def hits_in(self, sentence: Sentence) -> Iterator[NameHit]:
        """Yield the short forms of a sentence whose meaning has been told."""
        for short, entry in self._entries.items():
            for at in self._places[short]:
                if sentence.start <= at < sentence.end:
                    yield NameHit(Span(at, at + len(short)), (entry,))

    def answer(self, entry: NameEntry) -> Answer | None:
        """Return who is meant by a short form, if the entry is of one."""
        return self._answers.get(entry.id)

    def learn(self, phrase: Phrase, answer: Answer) -> None:
        """Take up the short form of a name just read, where the report uses one."""
        short = self._bracketed(phrase.span.end) or self._initials(phrase)
        if short is None or short in self._entries:
            return
        actor = answer.actor
        words = self._text[phrase.span.start : phrase.span.end]
        reason = f"{short!r} is short for {words!r}: {actor.reason}"
        self._answers[f"short:{short}"] = answer._replace(
            actor=msgspec.structs.replace(actor, reason=reason)
        )
        sectors = (actor.sector, *actor.sectors) if actor.sector else ()
        self._entries[short] = NameEntry(
            kind="group" if answer.kind is MentionKind.GROUP else "organization",
            id=f"short:{short}",
            alias=short,
            rule=reason,
            country=actor.country,
            sectors=sectors,
        )

    def _bracketed(self, end: int) -> str | None:
        found = _IN_BRACKETS.match(self._text, end)
        return found[1] if found and found[1] in self._places else None

    def _initials(self, phrase: Phrase) -> str | None:
        """Return the initials of a title or a body's name that is written out in capitals."""
        if phrase.plural or not phrase.roles:
            return None
        role = phrase.roles[-1]
        titled = phrase.sentence.words[role.first : role.last + 1]
        for words in (titled, phrase.words):
            main = [w.text for w in words if w.lower not in _LINKING]
            initials = "".join(word[0] for word in main)
            capitals = all(word[0].isupper() for word in main)
            if len(initials) >= _LEAST and capitals and initials in self._places:
                return initials
        return None
