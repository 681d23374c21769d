"""The usual order of state, title and name, read at a glance where that is all there is."""

from __future__ import annotations

from functools import lru_cache

from dragoman.models.view import Sentence
from dragoman.stages.actors.kinds import OWNERS, Kind
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.pieces import Piece
from dragoman.stages.actors.scan import is_country, is_title_word
from dragoman.stages.actors.words import words as word_classes

__all__ = ["usual_phrase"]

_AFTER_NAME = frozenset((Kind.STATE, Kind.ORGANIZATION, Kind.GROUP))
# What in a role noun says that the office is not held now.
_FLAGGED = frozenset(("ex", "former", "elect", "designate"))


def usual_phrase(sentence: Sentence, pieces: list[Piece]) -> Phrase | None:
    """Return the phrase that all pieces are, or None where their order is not a usual one.

    Usual are "the President of France", "French President Jacques Chirac", "Mary Robinson of
    Ireland". `read_phrases` makes the same of them, in several times the time, as it must look at
    each piece from all sides: it is the measure of what is read here.
    """
    begin = 1 if pieces and pieces[0].lower == "the" else 0
    end = _before_of(pieces)
    owners = pieces[-1:] if end < len(pieces) else []
    first = begin
    if not owners and end > begin + 1 and pieces[begin].kind is Kind.STATE:
        owners, begin = [pieces[begin]], begin + 1
        if pieces[begin].kind is not Kind.ROLE:
            return None
    roles = [pieces[begin]] if begin < end and pieces[begin].kind is Kind.ROLE else []
    names = pieces[begin + len(roles) : end]
    if not _fit(roles, names) or (owners and not _owns(owners[0], roles, names)):
        return None
    phrase = Phrase(sentence, pieces[first].first, pieces[-1].last, owners=owners, roles=roles)
    if names and names[0].kind is Kind.PERSON:
        phrase.person = names[0]
    elif names:
        phrase.proper = names[0].first, names[-1].last
    return phrase


def _before_of(pieces: list[Piece]) -> int:
    """Return the number of the "of" before a last name of whose office it is, else of the end."""
    end = len(pieces)
    if end < 3 or pieces[-1].kind not in OWNERS:
        return end
    of = end - 3 if pieces[-2].lower == "the" else end - 2
    return of if of and pieces[of].lower == "of" else end


def _fit(roles: list[Piece], names: list[Piece]) -> bool:
    """Tell whether a role and the name after it make one phrase, with no more said by either."""
    role = roles[0].role if roles else None
    if roles and _is_flagged(roles[0].lower):
        return False
    if not names:
        return role is not None
    if role is not None and role.kind == "body":
        return False
    if names[0].kind is Kind.PERSON:
        return len(names) == 1
    if any(name.kind is not Kind.PROPER for name in names) or is_title_word(
        names[0].lower, upper=True
    ):
        return False
    return not word_classes().among("body_word", names[-1].lower)


@lru_cache(maxsize=1 << 12)
def _is_flagged(lower: str) -> bool:
    return not _FLAGGED.isdisjoint(lower.replace("-", " ").split())


def _owns(owner: Piece, roles: list[Piece], names: list[Piece]) -> bool:
    """Tell whether an office can be of a state or body, or a person from there."""
    if owner.last < (roles or names)[0].first:
        return True
    if names:
        return owner.kind in _AFTER_NAME
    return owner.kind is not Kind.STATE or is_country(owner)
