"""Of which state those are whom police, courts and rulers act upon, where no words say it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import msgspec

from dragoman.ontology import is_domestic
from dragoman.record import Evidence, Party
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.homes import NO_STATE

__all__ = ["with_own_people"]

# Who may come from anywhere, or is nobody of a state.
_FROM_ANYWHERE = frozenset(("REF", "CRM", "REB", "UAF", "GOV", "MIL", "SPY"))
_FOREIGN = ("foreign", "migrant", "alien", "expat", "tourist", "immigrant")


def with_own_people(drafts: Sequence[Draft], text: str) -> list[Draft]:
    """Give the people without a state, whom a state's police or courts act upon, that state.

    "Kenyan police dispersed the crowd. They arrested six students": the students are Kenyan, unless
    something says otherwise.
    """
    return [_of_doer(draft, text) for draft in drafts]


def _of_doer(draft: Draft, text: str) -> Draft:
    states = {p.country for p in draft.actors}
    state = states.pop() if len(states) == 1 else None
    if draft.concerns or state is None or state in NO_STATE:
        return draft  # "will free 50 prisoners": a state frees those of others too
    if not all(_is_at_home(draft, p) for p in draft.actors):
        return draft
    people = [p for p in draft.recipients if _is_of_no_state(p, text)]
    if not people:
        return draft
    reason = f"people of {state}, upon whom its {_doers(draft)} acts at home"
    settled = tuple(
        msgspec.structs.replace(p, country=state, reason=_joined(p.reason, reason))
        if p in people
        else p
        for p in draft.recipients
    )
    spans = tuple(p.span for p in draft.actors)
    evidence = Evidence(field="recipients", spans=spans, reason=reason)
    return replace(draft, recipients=settled, evidence=(*draft.evidence, evidence))


def _is_at_home(draft: Draft, doer: Party) -> bool:
    return is_domestic(doer.sector, draft.type, draft.mode)


def _doers(draft: Draft) -> str:
    return "/".join(sorted({p.sector or "" for p in draft.actors}))


def _is_of_no_state(party: Party, text: str) -> bool:
    foreign = any(word in party.span.cut(text).lower() for word in _FOREIGN)
    # a named man may be anybody's: a Russian court sentences a Ukrainian reporter
    known = party.country or party.id or party.name or party.sector is None
    return not (known or foreign or party.sector in _FROM_ANYWHERE)


def _joined(known: str | None, reason: str) -> str:
    return f"{known}; {reason}" if known else reason
