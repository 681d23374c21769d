"""What becomes of our terms of office where a user's tables say otherwise."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

import msgspec

from dragoman.knowledge.days import last_day
from dragoman.knowledge.facts import Term

__all__ = ["SINGLE_POSTS", "corrected"]

# Posts with one holder: whoever is new there ends the term of whoever was.
SINGLE_POSTS = frozenset(
    {"HOS", "HOG", "FM", "DM", "INTERIOR", "FINANCE", "NSA", "CHOD", "ORGHEAD"}
)

_Post = tuple[str, str, str]


def corrected(ours: Iterable[Term], theirs: Sequence[Term]) -> list[Term]:
    """Return our terms as the user's correct them, and the user's.

    A term of the user's takes the place of ours where the same person held the same post in part
    of the same time. Where it gives a post with one holder to another person, a term of ours that
    began before and has no end ends with the day of its beginning.
    """
    by_post: dict[_Post, list[Term]] = defaultdict(list)
    for term in theirs:
        by_post[_post(term)].append(term)
    kept = (_beside(term, by_post) for term in ours)
    return [*(term for term in kept if term is not None), *theirs]


def _post(term: Term) -> _Post:
    title = "" if term.role in SINGLE_POSTS else term.title
    return term.organization or term.country or "", term.role, title


def _beside(term: Term, theirs: Mapping[_Post, list[Term]]) -> Term | None:
    ends = []
    for new in theirs.get(_post(term), ()):
        if new.person == term.person:
            if new.first <= term.last and term.first <= new.last:
                return None
        elif _succeeds(new, term):
            ends.append(new.begun)
    if not ends:
        return term
    end = min(ends, key=last_day)
    return msgspec.structs.replace(term, ended=end, last=last_day(end))


def _succeeds(new: Term, old: Term) -> bool:
    single = old.role in SINGLE_POSTS and not new.acting
    return single and old.ended is None and old.first < new.first
