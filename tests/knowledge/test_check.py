from __future__ import annotations

from pathlib import Path

import pytest

from dragoman.knowledge.check import check
from dragoman.knowledge.load import COLUMNS


def table(folder: Path, name: str, *rows: str) -> None:
    lines = ["\t".join(COLUMNS[name]), *(row.replace("|", "\t") for row in rows)]
    (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")


def test_our_tables_keep_their_rules() -> None:
    assert check() == ()


@pytest.mark.parametrize(
    ("name", "row", "problem"),
    [
        (
            "terms_hand",
            "hakan-fidan|TUR||FM|Minister|2010-01-01|2011-01-01|day|0|GOV||CC0|2025-01-01",
            "no source",
        ),
        (
            "terms_hand",
            "hakan-fidan|TUR||FM|Minister|2010-01-01|2011-01-01|day|0|GOV|mine|CC0|2025-01-01",
            "overlap",
        ),
        (
            "terms_hand",
            "nobody|TUR||OTHER|Minister|2010-01-01|2011-01-01|day|0|GOV|mine|CC0|2025-01-01",
            "no such person",
        ),
        (
            "terms_hand",
            "hakan-fidan|QQQ||OTHER|Minister|2010-01-01||day|0|GOV|mine|CC0|2025-01-01",
            "no such country",
        ),
        (
            "terms_hand",
            "hakan-fidan|TUR|nothing|OTHER|Minister|2010-01-01||day|0|GOV|mine|CC0|2025-01-01",
            "no such organization",
        ),
        (
            "terms_hand",
            "hakan-fidan|TUR||OTHER|Minister|2010-01-01||day|0|XYZ|mine|CC0|2025-01-01",
            "no sector of PLOVER",
        ),
        (
            "terms_hand",
            "hakan-fidan|TUR||OTHER|Minister|2012-01-01|2011-01-01|day|0|GOV|mine|CC0|2025-01-01",
            "ends before it begins",
        ),
        ("country_names_hand", "FRA|Turkish|adjective||mine|CC0", "several owners"),
        ("country_names_hand", "FRA|Gallic|word||mine|CC0", "unknown kind"),
        ("country_names_hand", "QQQ|Quux|name||mine|CC0", "no such country"),
    ],
)
def test_a_broken_rule_is_told(tmp_path: Path, name: str, row: str, problem: str) -> None:
    table(tmp_path, name, row)
    findings = check(tmp_path)
    assert any(problem in finding for finding in findings), findings


def test_an_unknown_role_is_told(tmp_path: Path) -> None:
    row = "hakan-fidan|TUR||KING|Minister|2010-01-01||day|0|GOV|mine|CC0|2025-01-01"
    table(tmp_path, "terms_hand", row)
    assert any("no such role" in finding for finding in check(tmp_path))


def test_a_declared_post_may_have_several_holders(tmp_path: Path) -> None:
    row = "hakan-fidan|TUR||FM|Minister|2010-01-01|2011-01-01|day|0|GOV|mine|CC0|2025-01-01"
    table(tmp_path, "terms_hand", row)
    table(tmp_path, "shared_posts", "TUR|FM|||two ministers|mine|CC0")
    assert not any("overlap" in finding for finding in check(tmp_path))


@pytest.mark.parametrize(
    ("name", "row", "problem"),
    [
        ("organizations", "New Body|New Body||FRA|GOV|ministry||mine|CC0", "is no id"),
        ("organizations", "new-body|New Body||FRA|GOV|circle||mine|CC0", "unknown kind"),
        ("organizations", "new-body|New Body||FRA||ministry||mine|CC0", "has a sector"),
        ("organizations", "new-body|New Body||QQQ|GOV|ministry||mine|CC0", "no such code"),
        ("organizations", "new-body|New Body||FRA|GOV|ministry|P12|mine|CC0", "no Wikidata id"),
        ("organizations", "new-body|Hakan Fidan||TUR|GOV|ministry||mine|CC0", "several owners"),
        ("groups", "new-group|New Group||MLI|||mine|CC0", "and a sector"),
        ("groups", "new-group|Hezbollah||LBN|REB||mine|CC0", "several owners"),
        ("people_hand", "new-one|X|||||mine|CC0", "less than two letters"),
        ("group_status", "nothing|REB|2001|||mine", "no such group"),
        ("group_status", "hamas|REB|2003|2001||mine", "ends before it begins"),
    ],
)
def test_a_broken_rule_of_bodies_and_groups_is_told(
    tmp_path: Path, name: str, row: str, problem: str
) -> None:
    table(tmp_path, name, row)
    assert any(problem in finding for finding in check(tmp_path)), check(tmp_path)


def test_two_statuses_at_one_time_are_told(tmp_path: Path) -> None:
    table(tmp_path, "group_status", "hamas|REB|2001|2005||mine", "hamas|PTY|2004|||mine")
    assert any("another status" in finding for finding in check(tmp_path))


def test_a_row_given_twice_in_one_folder_is_told_but_a_correction_is_not(tmp_path: Path) -> None:
    row = "hamas|Hamas||PSE|REB||mine|CC0"
    table(tmp_path, "groups", row)
    assert not any("stands at" in finding for finding in check(tmp_path))
    table(tmp_path, "groups", row, row)
    assert any("stands at" in finding for finding in check(tmp_path))


def term(person: str, country: str, begun: str, ended: str) -> str:
    return f"{person}|{country}||OTHER|Envoy|{begun}|{ended}|year|0|GOV|mine|CC0|{ended}-12-31"


@pytest.mark.parametrize(
    ("country", "begun", "ended", "told"),
    [
        ("NOR", "1951", "1955", True),  # at once
        ("NOR", "1956", "1957", True),  # one after the other
        ("NOR", "1975", "1977", True),  # within a career
        ("NOR", "1995", "1997", False),
        ("SWE", "1951", "1955", False),
    ],
)
def test_one_person_under_two_ids_is_told(
    tmp_path: Path, country: str, begun: str, ended: str, *, told: bool
) -> None:
    table(
        tmp_path, "people_hand", "zorbax|Zörbax|Zorbax||||mine|CC0", "zorbax-2|Zorbax|||||mine|CC0"
    )
    spans = (term("zorbax", "NOR", "1951", "1955"), term("zorbax-2", country, begun, ended))
    table(tmp_path, "terms_hand", *spans)
    where = f"{tmp_path.name}/people_hand.tsv"
    problem = (
        f"{where}:3: zorbax ({where}:2) and zorbax-2 both are Zorbax of NOR: "
        "one person? else declare the name in cautions.tsv as shared"
    )
    assert check(tmp_path) == ((problem,) if told else ())


def test_namesakes_in_one_state_may_be_declared(tmp_path: Path) -> None:
    table(tmp_path, "people_hand", "zorbax|Zorbax|||||mine|CC0", "zorbax-2|Zorbax|||||mine|CC0")
    spans = (term("zorbax", "NOR", "1951", "1955"), term("zorbax-2", "NOR", "1953", "1957"))
    table(tmp_path, "terms_hand", *spans)
    table(tmp_path, "cautions", "Zorbax|shared|father and son|mine|CC0")
    assert check(tmp_path) == ()
