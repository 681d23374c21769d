from __future__ import annotations

import pytest

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
