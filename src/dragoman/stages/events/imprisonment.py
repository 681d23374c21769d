"""A sentence to prison is two acts in PLOVER: the conviction, and the arrest that it is."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from dragoman.models.view import Word
from dragoman.record import Evidence
from dragoman.stages.events.draft import Draft

__all__ = ["with_imprisonment"]

_PRISON = frozenset("prison jail imprisonment penitentiary gaol".split())
_NOT_SERVED = frozenset("suspended absentia".split())
_FAR = 20  # words from the verb to "in prison"


def with_imprisonment(drafts: Iterable[Draft]) -> list[Draft]:
    """Return the drafts of a sentence, convictions to prison followed by the arrest."""
    given = list(drafts)
    arrested = any(d.type == "COERCE" and d.mode == "arrest" for d in given)
    made = [] if arrested else [a for d in given if (a := _arrest(d)) is not None]
    return [*given, *made]


def _arrest(draft: Draft) -> Draft | None:
    if draft.type != "SANCTION" or draft.mode != "convict" or not draft.recipients:
        return None
    noun = _prison(draft)
    if noun is None:
        return None
    reason = "a prison sentence is an arrest as well"
    return replace(
        draft,
        found=replace(draft.found, head=noun, noun=None, light=None, light_row=None),
        type="COERCE",
        mode="arrest",
        concerns=(),
        told=(),
        mentions=(),
        evidence=(Evidence(field="type", spans=(noun.span,), reason=reason),),
    )


def _prison(draft: Draft) -> Word | None:
    """Return the word that says that the sentence is one to prison, to be served."""
    begin = draft.found.head.index
    after = draft.found.sentence.words[begin : begin + _FAR]
    if any(word.lower in _NOT_SERVED for word in after):
        return None
    return next((word for word in after if word.lower in _PRISON), None)
