from __future__ import annotations

import pytest

from dragoman.record import Mention
from tests.stages.actor_checks import Case, cases, linked, mention


def _same(expected: str, found: str | None) -> bool:
    return not expected or (found is None if expected == "-" else found == expected)


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.rule} {case.words}")
def test_the_words_mean_the_actor_of_the_case(case: Case) -> None:
    report = linked(case.text, case.published)
    found = mention(report, case.words)
    if case.country == "no mention":
        assert found is None
        return
    assert isinstance(found, Mention), [report.words(m.span) for m in report.mentions]
    actor = found.actor
    told = (actor.country, actor.sector, actor.name, actor.office)
    wanted = (case.country, case.sector, case.name, case.office)
    assert all(_same(w, t) for w, t in zip(wanted, told, strict=True)), told
