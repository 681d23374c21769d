"""Of which state somebody is: words that name a state, and people without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from dragoman.models.view import Word
from dragoman.record import Basis, MentionKind, Party, Report

if TYPE_CHECKING:
    from dragoman.stages.events.shares import Weighing

__all__ = ["NO_STATE", "settled_party", "states_named"]

_HOME = 0.6
_SECTOR = 0.5

# Codes that stand in the place of a country for bodies of no state.
NO_STATE = frozenset("IGO UNO EUR NGO MNC IMG ISM".split())


def states_named(report: Report) -> dict[int, str]:
    """Return the state by the offset of each word that names one by itself.

    A mention counts at its head word; a place at its last word. Pronouns, bare surnames, and
    mentions whose state was taken from other words, say nothing by themselves.
    """
    found: dict[int, str] = {}
    for place in report.places:
        if place.span is not None and place.country is not None:
            words = report.text[place.span.start : place.span.end]
            found[place.span.start + words.rfind(" ") + 1] = place.country
    for mention in report.mentions:
        country = mention.actor.country
        own = (
            mention.kind is not MentionKind.PRONOUN and mention.actor.basis is not Basis.COREFERENCE
        )
        bare = mention.kind is MentionKind.PERSON and mention.span == mention.head
        if country is not None and country not in NO_STATE and own and not bare:
            found[mention.head.start] = country
    return found


def settled_party(party: Party, word: Word | None, weighing: Weighing) -> Party:
    """Return a party with state and sector as the network reads them, where the tables know none.

    The state is always one that a word of the sentence names; that word is in the reason.
    """
    if word is None or word.tag.startswith("PRP"):
        return party  # who "we" are is for the chains of the report to say
    if party.country is None:
        party = _with_state(party, word, weighing)
    if party.sector is None and party.country not in NO_STATE:
        sector, share = weighing.scores.sector_of(word.index)
        if sector is not None and share >= _SECTOR:
            reason = f"learned: sector of {word.text!r}"
            party = replace(party, sector=sector, reason=_joined(party.reason, reason))
    return party


def _with_state(party: Party, word: Word, weighing: Weighing) -> Party:
    shares = weighing.scores.homes(word.index)
    named = [
        (float(shares[other.index]), -other.index, other)
        for other in weighing.sentence.words
        if other is not word and other.start in weighing.desk.states
    ]
    if not named:
        return party
    share, _, other = max(named, key=lambda item: item[:2])
    if share < _HOME:
        return party
    state = weighing.desk.states[other.start]
    alike = [w for _, _, w in named if weighing.desk.states[w.start] == state]
    cited = next((w for w in alike if w.tag.startswith("NNP")), other)  # the name itself, if there
    reason = f"learned: of the state that {cited.text!r} names"
    return replace(party, country=state, reason=_joined(party.reason, reason))


def _joined(known: str | None, reason: str) -> str:
    return f"{known}; {reason}" if known else reason
