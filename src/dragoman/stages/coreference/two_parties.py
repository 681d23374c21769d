"""The two states that a joint paper or a readout is about: who "the two sides" are in it."""

from __future__ import annotations

from dragoman.knowledge.base import Knowledge
from dragoman.languages.en.official_papers import official_papers
from dragoman.record import Report
from dragoman.stages.coreference.only_state import is_national, states_named

__all__ = ["two_parties"]

_TWO = 2


def two_parties(report: Report) -> tuple[tuple[str, ...], str] | None:
    """Return the codes of the two states in alphabetical order, and why; None where it is unclear.

    They are named in the title of an official paper ("Joint communiqué between X and Y"), or the
    text speaks of the side of each ("the Kazakh side", "the Vietnamese side").
    """
    title = report.title or ""
    if official_papers().joint.search(title):
        named = states_named(Knowledge.load().find(title))
        if len(named) == _TWO:
            return tuple(sorted(named)), "the two states that the title names"
    sides = _states_with_sides(report)
    if len(sides) == _TWO:
        return tuple(sorted(sides)), "the two states of whose sides the report speaks"
    return None


def _states_with_sides(report: Report) -> set[str]:
    return {
        m.actor.country
        for m in report.mentions
        if m.actor.country is not None
        and is_national(m.actor.country)
        and m.head.cut(report.text).lower() == "side"
    }
