"""Attributed words that are no event: what foreign desks read."""

from __future__ import annotations

import msgspec

from dragoman.models.view import Parse, Word
from dragoman.record import Attribution, Report, Span, Statement
from dragoman.stages.topics import known_topics, topics_in

__all__ = ["find_statements"]


def find_statements(report: Report, parse: Parse) -> Report:
    """Return the report with a statement for each attribution whose main words are no event.

    What is said by telling an event is in the event's `said_by`; the rest of what is said is here.
    """
    anchors = frozenset(
        span.start for event in report.events for span in (event.anchor, *event.mentions)
    )
    known = known_topics(report)
    found: list[Statement] = []
    for index, attribution in enumerate(report.attributions):
        # A cue that is itself an act ("demanded") is told as the act.
        if attribution.cue.start in anchors:
            continue
        if not _tells_an_event(attribution, parse, anchors):
            about = tuple(t for span in attribution.content for t in topics_in(span, known))
            found.append(
                Statement(id=f"{report.id}-s{len(found) + 1}", attribution=index, about=about)
            )
    return msgspec.structs.replace(report, statements=tuple(found))


def _tells_an_event(
    attribution: Attribution, parse: Parse, anchors: frozenset[int]
) -> bool:
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
