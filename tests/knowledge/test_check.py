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
