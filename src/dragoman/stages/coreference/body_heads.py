"""Of which body "the Secretary-General" is: that which the report names first."""

from __future__ import annotations

import msgspec

from dragoman.knowledge.base import Knowledge
from dragoman.record import Basis, Mention, Report

__all__ = ["with_body_heads"]

_HEADS = ("secretary-general", "secretary general")
_BODIES = frozenset(("UNO", "IGO"))


def with_body_heads(report: Report) -> Report:
    """Return the report with a body given to the secretaries-general without one.

    A paper names first the body that it is of: "The Security Council, ... requests the
    Secretary-General".
    """
    heads = {m.span for m in report.mentions if _is_head(m, report)}
    body = _first_body(report) if heads else None
    if body is None:
        return report
    mentions = tuple(_of_body(m, body) if m.span in heads else m for m in report.mentions)
    return msgspec.structs.replace(report, mentions=mentions)


def _first_body(report: Report) -> str | None:
    """Return the code of the first body of states that the title or the text names."""
    knowledge = Knowledge.load()
    for text in (report.title or "", report.text):
        for hit in knowledge.find(text):
            body = next((e.country for e in hit.entries if e.country in _BODIES), None)
            if body is not None:
                return body
    return None


def _is_head(mention: Mention, report: Report) -> bool:
    known = mention.actor.country or mention.actor.id or mention.actor.name
    return not known and report.words(mention.span).lower().endswith(_HEADS)


def _of_body(mention: Mention, body: str) -> Mention:
    why = "head of the body that the report names first"
    actor = msgspec.structs.replace(
        mention.actor, country=body, basis=Basis.COREFERENCE, reason=why
    )
    return msgspec.structs.replace(mention, actor=actor, reason=why)
