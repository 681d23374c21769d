"""What kind of source says something: an official, a ministry, the media, a document, a witness."""

from __future__ import annotations

from dragoman.languages.en.source_kinds import SectorKinds, load_source_kinds
from dragoman.models.view import Parse, Word
from dragoman.record import Actor, Mention, MentionKind, Report, SourceKind

__all__ = ["kind_of_source"]

_BODIES = frozenset((MentionKind.ORGANIZATION, MentionKind.GROUP))
_ORGANIZATIONS = frozenset(("IGO", "UNO", "EUR"))  # stand for a country where no state is meant
_PERSONAL = frozenset((MentionKind.PERSON, MentionKind.OFFICE, MentionKind.PEOPLE))
_OFFICES = frozenset((MentionKind.PERSON, MentionKind.OFFICE))


def kind_of_source(
    word: Word, mention: Mention | None, report: Report, parse: Parse
) -> SourceKind | None:
    """Return the kind of the source whose words have this head; None where nothing tells it.

    `mention` is that of the head, if the actors have one. A pronoun is what it stands for.
    """
    if mention is not None and mention.kind is MentionKind.PRONOUN:
        mention = _named(mention, report)
        head = parse.word_at(mention.head.start) if mention is not None else None
        if mention is None or head is None:
            return None
        word = head
    by_noun = _by_noun(word)
    if mention is None:
        return by_noun
    if by_noun is SourceKind.WITNESS or (by_noun is not None and not _is_known(mention)):
        return by_noun
    return _by_actor(mention)


def _is_known(mention: Mention) -> bool:
    """Tell whether the resolver says more of an actor than its noun does: a name, an identity."""
    actor = mention.actor
    return actor.id is not None or (actor.name is not None and mention.kind in _PERSONAL)


def _named(pronoun: Mention, report: Report) -> Mention | None:
    """Return the first mention of what a pronoun stands for that is no pronoun itself."""
    for mention in report.mentions:
        if mention.chain == pronoun.chain and mention.kind is not MentionKind.PRONOUN:
            return mention
    return None


def _by_noun(word: Word) -> SourceKind | None:
    """Return what the head noun of a source tells, with the words that describe it."""
    beside = {other.lower for other in word.subtree() if other is not word}
    kind = load_source_kinds().of_noun(word.lower, beside)
    of = next((p for p in word.all("prep") if p.lower == "of"), None)
    counted = of.child("pobj") if kind is None and of is not None else None
    return _by_noun(counted) if counted is not None else kind  # "thousands of protesters"


def _by_actor(mention: Mention) -> SourceKind | None:
    """Return what the resolver knows of a source: its sector, else that it is a state's."""
    actor, kind = mention.actor, mention.kind
    if kind is MentionKind.COUNTRY or (kind in _BODIES and actor.country in _ORGANIZATIONS):
        return SourceKind.INSTITUTION
    sector = load_source_kinds().sectors.get(actor.sector or "")
    if sector is None:
        return _without_sector(actor, kind)
    return _of_sector(sector, actor, kind)


def _of_sector(sector: SectorKinds, actor: Actor, kind: MentionKind) -> SourceKind:
    if kind in _BODIES:
        return sector.body
    known = actor.name is not None or (actor.office is not None and kind in _OFFICES)
    return sector.named if known else sector.unnamed


def _without_sector(actor: Actor, kind: MentionKind) -> SourceKind | None:
    """Return the kind of an actor of no known sector."""
    if kind in _BODIES:
        return SourceKind.GROUP
    if actor.country in _ORGANIZATIONS and (actor.name or actor.office):
        return SourceKind.NAMED_OFFICIAL
    return SourceKind.PERSON if kind is MentionKind.PERSON and actor.name else None
