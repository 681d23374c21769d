"""Which places belong to which act."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dragoman.models.view import Word
from dragoman.record import Place, Precision, Report, Span
from dragoman.stages.events.anchors import Found
from dragoman.stages.events.ties import Act, Tie

__all__ = ["meet", "places_of"]

_WIDE = (Precision.COUNTRY, Precision.ADMIN)


def places_of(
    found: Found, report: Report, acts: Mapping[Word, Found], parties: Collection[Span]
) -> tuple[Place, ...]:
    """Return the places where an act took place, the nearest in the grammar first.

    A place counts when a locative preposition ties it to the act's own words ("met in Alaska"),
    when it stands directly before a nominal act ("the Alaska meeting"), is its visited or attacked
    object, or is what a "where" clause hangs on. `acts` are all acts of the sentence by their
    words: a place tied to another act ("called for a truce in Gaza") is that act's. A state that
    is one of the `parties` is asked or helped, and no place unless it was visited or attacked.
    """
    act, ranked, before = Act(found, acts), [], None
    for place in report.places:
        word = _word(place, found)
        if word is None or place.span is None:
            continue
        tie = None if _holds(place, before) else act.tie(word, place)
        before = place
        party = tie is not Tie.TARGET and any(place.span.overlaps(span) for span in parties)
        if tie is not None and not party:
            ranked.append((tie, place))
    nearest = [(t, p) for t, p in ranked if t is not Tie.SHARED] or ranked
    return tuple(place for _, place in sorted(nearest, key=lambda pair: pair[0]))


def _word(place: Place, found: Found) -> Word | None:
    sentence, span = found.sentence, place.span
    if span is None or not sentence.start <= span.start < sentence.end:
        return None
    return sentence.head_of(span)


def _holds(place: Place, before: Place | None) -> bool:
    """Tell whether a place is only said to hold the one before it: "Mogadishu, Somalia"."""
    if before is None or before.span is None or place.span is None:
        return False
    follows = 0 < place.span.start - before.span.end <= len(", ")
    return follows and place.basis == "containment" and place.precision in _WIDE


def meet(some: Collection[Place], others: Collection[Place]) -> bool:
    """Tell whether two sets of places have ground in common: a town and the state it lies in."""
    return any(_same_ground(one, other) for one in some for other in others)


def _same_ground(one: Place, other: Place) -> bool:
    wide = Precision.COUNTRY in (one.precision, other.precision)
    return one.name == other.name or (wide and one.country == other.country)
