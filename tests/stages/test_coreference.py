from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.scoring.coreference import CoreferenceScore, read_marked, score_coreference
from tests.stages.actor_checks import Case, cases, linked, mention


@pytest.mark.parametrize(
    "case", [c for c in cases() if c.chain_with], ids=lambda case: f"{case.rule} {case.words}"
)
def test_a_mention_is_in_the_chain_of_the_case(case: Case) -> None:
    report = linked(case.text, case.published)
    found = mention(report, case.words)
    assert found is not None
    others = [mention(report, w.strip()) for w in case.chain_with.lstrip("!").split(" & ")]
    assert None not in others, [report.words(m.span) for m in report.mentions]
    chains = tuple(o.chain for o in others if o is not None)
    if case.chain_with.startswith("!"):
        assert found.chain not in chains
    elif len(chains) > 1:
        assert sorted(found.members) == sorted(chains)
    else:
        assert found.chain == chains[0], found.reason


REPORTS = Path(__file__).with_name("coreference_reports")


@pytest.mark.parametrize("name", ["seen", "unseen"])
def test_chains_of_whole_reports_reach_their_floor(name: str) -> None:
    marked = read_marked(REPORTS / f"{name}.txt")
    scores = [score_coreference(m, linked(m.text, m.published.isoformat())) for m in marked]
    total = sum(scores, CoreferenceScore())
    assert len(marked) >= 20
    assert total.conll >= 0.88
    assert min(total.pronouns.recall, total.pronouns.precision) >= 0.92
    assert total.sets.precision >= 0.95
