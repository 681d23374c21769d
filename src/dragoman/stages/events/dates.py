"""Which time belongs to which act."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.models.view import Sentence, Word
from dragoman.record import Report, Time, TimeKind, When
from dragoman.stages.events.anchors import Found

__all__ = ["bind_times", "when_of"]

_SET = frozenset("planned scheduled set slated due expected called arranged".split())
_SPEECH = ("REQUEST", "AGREE", "REJECT", "THREATEN", "ACCUSE", "CONCEDE", "STRESS")
_PROMISING = ("REQUEST", "AGREE", "THREATEN", "CONCEDE")
_DAYS = 7
# A time under one of these dates the saying, not the act.
_SAYINGS = frozenset(
    "statement interview letter speech report post article communique communiqué briefing remarks "
    "tweet message address conference".split()
)


def when_of(time: Time) -> When:
    """Return a time expression as the date of an event."""
    return When(
        value=time.value, first=time.first, last=time.last, basis=time.basis, span=time.span
    )


def bind_times(
    report: Report, sentence: Sentence, founds: Iterable[Found], cues: frozenset[int]
) -> dict[Found, list[Time]]:
    """Return the times of each act of a sentence, nearest in the grammar first.

    A time belongs to the first act met on the way from it to the root; a verb of saying (`cues`
    are their offsets) on that way takes it away from the acts.
    """
    owners: dict[Word, list[Found]] = {}
    for found in founds:
        for word in found.own:
            owners.setdefault(word, []).append(found)
    bound: dict[Found, list[Time]] = {}
    for time in report.times:
        if time.first is None and time.last is None:
            continue  # "Monday" without a publication date dates nothing
        if time.kind is TimeKind.SET or time.value.endswith("_REF"):
            continue
        if not sentence.start <= time.span.start < sentence.end:
            continue
        for found in _owners(sentence, time, owners, cues):
            if _still_ahead(time, found, report) or _of_what_is_promised(time, found):
                continue
            bound.setdefault(found, []).append(time)
    return bound


def _still_ahead(time: Time, found: Found, report: Report) -> bool:
    """Tell whether a time after publication stands with an act of speech: it dates the content."""
    published = report.published
    ahead = published is not None and time.first is not None and time.first > published
    return ahead and found.type_is(*_SPEECH)


def _of_what_is_promised(time: Time, found: Found) -> bool:
    """Tell whether a long time after whom or what an act of speech names dates its content.

    "Invited her to Chișinău in the autumn" says when she should come; "agreed in 2003 to leave"
    says when they agreed.
    """
    if not found.type_is(*_PROMISING) or time.first is None or time.last is None:
        return False
    phrases = found.head.all("dobj", "dative", "prep")
    named = [c.end for c in phrases if c.lower != "in" and c.start > found.head.start]
    after = bool(named) and min(named) < time.span.start
    return after and (time.last - time.first).days > _DAYS


def _owners(
    sentence: Sentence, time: Time, owners: dict[Word, list[Found]], cues: frozenset[int]
) -> list[Found]:
    word = sentence.head_of(time.span)
    if word is None:
        return []
    if word.dep in ("nummod", "compound", "amod", "poss", "nmod") and word.head.tag[:2] == "NN":
        # "suspended a 2018 pact": the year is the pact's
        return [f for f in owners.get(word.head, []) if f.head is word.head]
    path = [word, *word.ancestors()]
    for step in path:
        if step in owners:
            between = path[: path.index(step)]
            return [f for f in owners[step] if not _in_content(f, between)]
        if step.start in cues or step.lower in _SAYINGS:
            return []
        if step.tag == "VBG" and step.dep == "pcomp":
            continue  # "signed an agreement on sharing water in Entebbe on Friday"
        if step.tag.startswith("VB") and step.dep not in ("aux", "auxpass"):
            return _under_verb(step, owners)
    return []


def _in_content(found: Found, between: list[Word]) -> bool:
    """Tell whether a time hangs on what is asked or planned: "called for a vote in 2027"."""
    if any(w.dep == "prep" and w.lower == "for" and w.head.lower not in _SET for w in between):
        return True  # "signed a plan for 2026"; but "talks set for Monday"
    return found.type_is(*_SPEECH) and any(w.tag in ("NN", "NNS") for w in between[1:])


def _under_verb(verb: Word, owners: dict[Word, list[Found]]) -> list[Found]:
    """Return the one act that hangs directly on a verb of no act of its own, if there is one."""
    nearest = [
        found
        for word, found in owners.items()
        if word.head is verb and word.dep in ("dobj", "nsubj", "nsubjpass", "xcomp")
    ]
    return nearest[0] if len(nearest) == 1 else []
