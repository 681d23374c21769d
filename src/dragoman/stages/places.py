"""Where: the places a report names."""

from __future__ import annotations

import msgspec

from dragoman.knowledge.gazetteer import fold
from dragoman.knowledge.places import Kind, KnownPlace, KnownPlaces
from dragoman.models.view import Parse
from dragoman.record import Place, Report, Span
from dragoman.stages.toponyms.choose import Choice, Context, choose, within
from dragoman.stages.toponyms.grammar import is_place
from dragoman.stages.toponyms.recognise import Role, recognise

__all__ = ["find_places", "namesakes", "place", "toponyms"]


def find_places(report: Report, parse: Parse, known: KnownPlaces | None = None) -> Report:
    """Return the report with its places: words that name a place as a place.

    States and capitals that act - as subject, owner, or party to talks - are left out.
    """
    known = known or KnownPlaces.load()
    found = recognise(report, parse, known)
    named = (t for t in found if t.role is Role.PLACE and is_place(t, parse))
    places = tuple(_record(t.choice, known, t.span) for t in named)
    return msgspec.structs.replace(report, places=places)


def toponyms(report: Report, parse: Parse, known: KnownPlaces | None = None) -> tuple[Place, ...]:
    """Return every name of a place in a report, as a gazetteer would list them.

    States that act are included, adjectives and words for peoples with the place they are from, and
    the places in the names of bodies ("Ohio Supreme Court").
    """
    known = known or KnownPlaces.load()
    return tuple(_record(t.choice, known, t.span) for t in recognise(report, parse, known))


def place(words: str, country: str | None = None, known: KnownPlaces | None = None) -> Place | None:
    """Return the place that words name by themselves, with the reason for it.

    `words` may say what holds it ("Springfield, Illinois"); `country` is an ISO 3166-1 alpha-3
    code that it lies in, or is.
    """
    known = known or KnownPlaces.load()
    places, holder = _meanings(words, country, known)
    if not places:
        return None
    choice = choose(places, Context(), key=fold(words), holder=holder or country)
    return _record(choice, known, None)


_MOST_NAMESAKES = 20


def namesakes(
    words: str, country: str | None = None, known: KnownPlaces | None = None
) -> tuple[Place, ...]:
    """Return all places that words can mean, the likeliest first; each says what it rests on."""
    known = known or KnownPlaces.load()
    places, holder = _meanings(words, country, known)
    found: list[Place] = []
    while places and len(found) < _MOST_NAMESAKES:
        choice = choose(places, Context(), holder=holder or country)
        found.append(_record(choice, known, None))
        places = tuple(p for p in places if p.row != choice.place.row)
    return tuple(found)


def _meanings(
    words: str, country: str | None, known: KnownPlaces
) -> tuple[tuple[KnownPlace, ...], str | None]:
    """Return the places that words can mean, and the words of the larger place that decided."""
    name, _, larger = words.strip().partition(",")
    holder = larger.strip() or None
    key = fold(words)
    places = known.named(key)
    if places or not holder:
        holder = None
    else:
        key = fold(name)
        places = _inside(known.named(key), holder, known)
    if country:
        places = tuple(p for p in places if p.country == country)
    return places, holder


def _inside(
    places: tuple[KnownPlace, ...], holder: str, known: KnownPlaces
) -> tuple[KnownPlace, ...]:
    """Return the places that lie in the division or the country that words name."""
    holders = (*known.named(fold(holder)), *known.shortened(holder))
    larger = [h for h in holders if h.kind in (Kind.COUNTRY, Kind.DIVISION)]
    return tuple({p.row: p for h in larger for p in within(places, h)}.values())


def _record(choice: Choice, known: KnownPlaces, span: Span | None) -> Place:
    meant = choice.place
    return Place(
        span=span,
        name=meant.name,
        precision=meant.precision,
        geonames_id=meant.geonames_id,
        country=meant.country or None,
        admin1=known.division(meant.country, meant.admin1),
        latitude=meant.latitude,
        longitude=meant.longitude,
        basis=choice.basis,
        reason=choice.reason,
    )
