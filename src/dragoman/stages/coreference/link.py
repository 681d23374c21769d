"""The coreference stage: gives mentions of one actor one chain, and adds pronouns and the like."""

from __future__ import annotations

import msgspec

from dragoman.models.view import Parse, Sentence, Word
from dragoman.record import Actor, Mention, Report, Span
from dragoman.stages.coreference.apposition import apposed
from dragoman.stages.coreference.body_heads import with_body_heads
from dragoman.stages.coreference.nouns import read_mention, read_noun
from dragoman.stages.coreference.only_state import (
    home_of_dateline,
    home_of_title,
    of_home,
    only_state,
    with_state,
)
from dragoman.stages.coreference.pronouns import read_pronoun
from dragoman.stages.coreference.reading import Reading, again

__all__ = ["link_mentions"]


def link_mentions(report: Report, parse: Parse) -> Report:
    """Return the report with its mentions in chains; pronouns and "both sides" become mentions."""
    reading = Reading(report)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in report.mentions:
        sentence = parse.sentence_at(mention.span.start)
        if sentence is not None:
            by_sentence.setdefault(sentence.number, []).append(mention)
    for sentence in parse.sentences:
        if sentence.parsed:
            _read(reading, sentence, by_sentence.get(sentence.number, []))
    linked = with_body_heads(msgspec.structs.replace(report, mentions=reading.mentions()))
    state = only_state(linked, len(parse.sentences))
    if state is not None:
        whole = (Span(0, len(report.text)),)
        why = "the only state the report tells of"
        return msgspec.structs.replace(linked, mentions=with_state(linked, state, whole, why))
    issuing = home_of_title(linked)
    if issuing is not None:
        why = "the state whose paper it is, by its title"
        linked = msgspec.structs.replace(linked, mentions=of_home(linked, issuing, why))
    home = home_of_dateline(linked)
    if home is None:
        return linked
    why = "the state of the dateline, which its paragraph tells of"
    return msgspec.structs.replace(linked, mentions=with_state(linked, *home, why))


def _read(reading: Reading, sentence: Sentence, mentions: list[Mention]) -> None:
    """Link the mentions of a sentence, word by word."""
    _join_appositions(reading, sentence, mentions)
    reading.begin(sentence, mentions)
    starts: dict[int, list[Mention]] = {}
    for mention in mentions:
        starts.setdefault(mention.span.start, []).append(mention)
    covered = 0
    for word in sentence.words:
        for mention in _starting(word, starts):
            read_mention(reading, mention)
            covered = max(covered, mention.span.end)
        if word.start >= covered and not read_pronoun(reading, word):
            read_noun(reading, word)
    reading.end()


def _starting(word: Word, starts: dict[int, list[Mention]]) -> list[Mention]:
    """Return the mentions that start at a word, or within it ("U.S.-China")."""
    found = starts.get(word.start, [])
    if "-" in word.text or "–" in word.text:
        inside = range(word.start + 1, word.end)
        return [*found, *(m for at in inside for m in starts.get(at, ()))]
    return found


def _join_appositions(reading: Reading, sentence: Sentence, mentions: list[Mention]) -> None:
    """Give a name and the office beside it one chain, and each what the other tells."""
    for name, office in apposed(sentence, mentions):
        named, titled = mentions[name], mentions[office]
        reading.join(named.chain, titled.chain)
        actor = _merged(named.actor, titled.actor)
        mentions[name] = msgspec.structs.replace(named, actor=actor)
        mentions[office] = msgspec.structs.replace(
            titled,
            actor=again(actor, titled.actor, "apposition"),
            reason=f"apposition to {reading.report.words(named.span)!r}",
        )


def _merged(named: Actor, titled: Actor) -> Actor:
    """Return what a name and the office beside it say together; the name says who it is."""
    if named.id:
        return named
    return msgspec.structs.replace(
        named,
        country=named.country or titled.country,
        sector=named.sector or titled.sector,
        office=named.office or titled.office,
        reason="; ".join(r for r in (named.reason, titled.reason) if r),
    )
