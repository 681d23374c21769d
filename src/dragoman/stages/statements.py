"""Attributed words that are no event: what foreign desks read."""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec

from dragoman.languages.en.speech import load_speech
from dragoman.models.view import Parse, Word
from dragoman.record import Attribution, Mention, Party, Report, Span, Statement, VerbClass
from dragoman.stages.attribution.sources import addressee, hears
from dragoman.stages.topics import known_topics, topics_in

__all__ = ["find_statements"]

_UNSAID = re.compile(r"\bnot\b|n['’]t\b|\bnever\b|\bdeclined\b|\brefused\b")


def find_statements(report: Report, parse: Parse) -> Report:
    """Return the report with a statement for each attribution whose main words are no event.

    What is said by telling an event is in the event's `said_by`; the rest of what is said is here.
    """
    anchors = frozenset(
        span.start for event in report.events for span in (event.anchor, *event.mentions)
    )
    known = known_topics(report)
    heads = {mention.head.start: mention for mention in report.mentions}
    found: list[Statement] = []
    for index, attribution in enumerate(report.attributions):
        # A cue that is itself an act ("demanded") is told as the act.
        if any(attribution.cue.start <= at < attribution.cue.end for at in anchors):
            continue
        if _is_part(attribution, report) or not _is_said(attribution, report):
            continue
        if _tells_an_event(attribution, parse, anchors):
            continue
        statement = Statement(
            id=f"{report.id}-s{len(found) + 1}",
            attribution=index,
            addressee=tuple(_addressee(attribution, parse, heads)),
            about=tuple(t for span in attribution.content for t in topics_in(span, known)),
        )
        found.append(statement)
    return msgspec.structs.replace(report, statements=tuple(found))


def _is_said(attribution: Attribution, report: Report) -> bool:
    """Tell whether words were said, by somebody: not only wanted, backed or named by nobody."""
    how = attribution.reason or ""
    if _UNSAID.search(report.words(attribution.cue)):
        return False  # "did not mention", "declined to say"
    if any(report.words(span).startswith(("No ", "Neither ")) for span in attribution.source):
        return False  # "no group has claimed"
    if not attribution.source and not how.startswith(("adverb", "according")):
        return False
    wanted = how.endswith(", infinitive") and attribution.verb is VerbClass.ASSERTS
    return not wanted and not how.endswith(", by")


def _is_part(attribution: Attribution, report: Report) -> bool:
    """Tell whether the same source says it within a longer statement: "said he hoped"."""
    if attribution.parent is None or attribution.actor is None:
        return False
    other = report.attributions[attribution.parent].actor
    if other is None or other.id is None:
        return other == attribution.actor
    return other.id == attribution.actor.id


def _addressee(
    attribution: Attribution, parse: Parse, heads: dict[int, Mention]
) -> Iterator[Party]:
    """Yield who is told: the object of a verb of telling, who is asked, "said to X"."""
    sentence = parse.sentence_at(attribution.cue.start)
    cue = sentence.within(attribution.cue) if sentence is not None else []
    for verb in cue:
        heard = addressee(verb) if verb.tag[:2] == "VB" and hears(verb, load_speech()) else None
        for word in heard.conjuncts() if heard is not None else ():
            if not any(span.covers(word.span) for span in attribution.content):
                yield _party(word, heads)


def _party(word: Word, heads: dict[int, Mention]) -> Party:
    mention = heads.get(word.start)
    if mention is None:
        return Party(span=word.span)
    actor = msgspec.structs.asdict(mention.actor)
    return Party(span=mention.span, **actor)


def _tells_an_event(attribution: Attribution, parse: Parse, anchors: frozenset[int]) -> bool:
    """Tell whether the main verb of the content, or its subject or object, is an event's anchor."""
    return any(
        word.start in anchors for span in attribution.content for word in _main_words(span, parse)
    )


def _main_words(span: Span, parse: Parse) -> list[Word]:
    head = parse.head_of(span)
    if head is None:
        return []
    if head.tag.startswith("NN") and not head.is_root and head.head.tag.startswith("VB"):
        # a content of several pieces: its verb may stand in another
        return [head, *head.children]
    words = [head, *head.all("dobj", "nsubj", "nsubjpass", "xcomp", "conj", "attr", "prep")]
    for word in list(words):
        words.extend(word.all("conj", "pobj", "xcomp", "dobj", "acl"))
    return words
