"""Who says so: the attributions that hold an act."""

from __future__ import annotations

import re

from dragoman.record import Attribution, Party, Report, SaidBy, Span
from dragoman.stages.events.casting import same_party
from dragoman.stages.events.parties import party_at

__all__ = ["claimed_by", "said_by", "speaker_of"]

# "refused to comment on reports": he says nothing of them.
_UNSAID = re.compile(r"\bnot\b|n['’]t\b|\bnever\b|\bdeclined\b|\brefused\b")
_SPEECH_ACTS = frozenset("AGREE SUPPORT CONCEDE REQUEST ACCUSE REJECT THREATEN".split())


def said_by(
    anchor: Span, type_name: str, actors: tuple[Party, ...], report: Report
) -> tuple[SaidBy, ...]:
    """Return the sources whose words hold an act, outermost first.

    A speaker is no source of his own speech act when he alone is its actor; of his own deeds he is.
    """
    found = []
    for index, attribution in _holding(anchor, report):
        source = _party(attribution)
        alone = source is not None and len(actors) == 1 and same_party(source, actors[0])
        own = alone and type_name in _SPEECH_ACTS
        if not own:
            found.append(SaidBy(source=source, cue=attribution.cue, attribution=index))
    return tuple(found)


def claimed_by(claims: tuple[Span, ...], report: Report) -> tuple[SaidBy, ...]:
    """Return the claimants of an act as its sources: they alone say that they did it."""
    return tuple(
        SaidBy(source=_party(attribution), cue=attribution.cue, attribution=index)
        for index, attribution in enumerate(report.attributions)
        if any(attribution.cue.covers(claim) for claim in claims)
    )


def speaker_of(anchor: Span, report: Report) -> Party | None:
    """Return the innermost known source whose words hold an act."""
    for _, attribution in reversed(_holding(anchor, report)):
        speaker = _party(attribution)
        if speaker is not None:
            return speaker
    return None


def _holding(anchor: Span, report: Report) -> list[tuple[int, Attribution]]:
    """Return the attributions whose content holds an anchor, the widest first."""
    holding = [
        (index, a)
        for index, a in enumerate(report.attributions)
        if any(content.covers(anchor) for content in a.content)
        and not _UNSAID.search(report.words(a.cue))
        # "condemned the attack", "agreed to carry out the treaty they signed": the reporter
        # tells the attack and the signing himself
        and not (a.reason or "").endswith((", object", ", infinitive"))
    ]
    return sorted(holding, key=lambda pair: (-_extent(pair[1]), pair[0]))


def _extent(attribution: Attribution) -> int:
    return sum(span.end - span.start for span in attribution.content)


def _party(attribution: Attribution) -> Party | None:
    """Return the source of an attribution as a party at its own words."""
    actor, spans = attribution.actor, attribution.source
    if actor is None or not spans:
        return None
    return party_at(actor, spans[0])
