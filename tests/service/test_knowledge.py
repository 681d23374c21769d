from __future__ import annotations

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman import Coder
from dragoman.errors import BadInput, BadTable
from dragoman.knowledge.load import COLUMNS
from dragoman.service.cli import app

PERSON = "anwar-karim|Anwar Karim|Karim|||  |mine|mine"
MINISTER = "anwar-karim|JOR||FM|Foreign Minister|2026-02-01||day|0|GOV|mine|mine|2026-03-01"
GROUP = "red-river-front|Red River Front|RRF|MLI|REB||mine|mine"
# Our tables have him as foreign minister with no end.
ENDED = "ayman-safadi|JOR||FM|Minister|2017-01-15|2025-11-30|day|0|GOV|mine|mine|2026-03-01"


def table(folder: Path, name: str, *rows: str) -> Path:
    lines = ["\t".join(COLUMNS[name]), *(row.replace("|", "\t") for row in rows)]
    (folder / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return folder


def who(folder: Path, words: str, on: str) -> dict[str, object]:
    answer = CliRunner().invoke(
        app, ["who", words, "--on", on, "--knowledge", str(folder), "--format", "json"]
    )
    assert answer.exit_code == 0, answer.stderr
    return json.loads(answer.stdout)


def test_a_new_minister_follows_the_one_of_our_tables(tmp_path: Path) -> None:
    table(tmp_path, "people_hand", PERSON)
    table(tmp_path, "terms_hand", MINISTER)
    assert who(tmp_path, "the Jordanian foreign minister", "2026-02-20")["name"] == "Anwar Karim"
    assert who(tmp_path, "the Jordanian foreign minister", "2026-01-20")["name"] == "Ayman Safadi"


def test_a_new_armed_group_is_known(tmp_path: Path) -> None:
    table(tmp_path, "groups", GROUP)
    found = who(tmp_path, "the Red River Front", "2026-01-01")
    assert (found["country"], found["sector"]) == ("MLI", "REB")


def test_a_corrected_end_takes_the_place_of_ours(tmp_path: Path) -> None:
    table(tmp_path, "terms_hand", ENDED)
    assert who(tmp_path, "Ayman Safadi", "2025-11-01")["office"] == "Minister"
    assert "office" not in who(tmp_path, "Ayman Safadi", "2025-12-24")


def test_a_report_is_coded_with_the_tables_given(tmp_path: Path) -> None:
    table(tmp_path, "groups", GROUP)
    text = "Red River Front fighters attacked an army convoy near Gao on Monday."
    coder, ours = Coder(knowledge=tmp_path), Coder()
    for one, sector in ((coder, "REB"), (ours, None), (coder, "REB")):
        report = one.code(text, published="2026-01-06")
        found = [m.actor.sector for m in report.mentions if "Red River" in report.words(m.span)]
        assert (sector in found) == (sector is not None)


def test_reports_are_coded_again_when_the_tables_change(tmp_path: Path) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    table(mine, "groups", GROUP)
    text = tmp_path / "a.txt"
    text.write_text("Red River Front fighters attacked a convoy near Gao.", encoding="utf-8")
    words = ["add", str(text), "--store", str(tmp_path / "s.duckdb"), "--published", "2026-01-06"]
    run = CliRunner().invoke
    assert "1 new" in run(app, words).stderr
    assert "1 replaced" in run(app, [*words, "--knowledge", str(mine)]).stderr
    assert "1 unchanged" in run(app, [*words, "--knowledge", str(mine)]).stderr


@pytest.mark.parametrize(
    ("row", "message"),
    [
        (MINISTER.replace("2026-02-01", "February"), "terms_hand.tsv:2: not a date"),
        (MINISTER.replace("JOR", "QQQ"), "terms_hand.tsv:2: no such country: QQQ"),
        (MINISTER + "|a comment|more", "terms_hand.tsv:2: 15 cells, but 13 columns"),
        (MINISTER, "terms_hand.tsv:2: no such person: anwar-karim"),
        (ENDED.replace("|mine|mine", "||mine"), "terms_hand.tsv:2: no source"),
    ],
)
def test_a_bad_row_names_file_and_line(tmp_path: Path, row: str, message: str) -> None:
    table(tmp_path, "terms_hand", row)
    with pytest.raises(BadTable, match=message):
        Coder(knowledge=tmp_path)


def test_an_unknown_table_is_named(tmp_path: Path) -> None:
    (tmp_path / "term.tsv").write_text("person\n", encoding="utf-8")
    with pytest.raises(BadInput, match=r"term\.tsv: no such table"):
        Coder(knowledge=tmp_path)


def test_a_folder_without_tables_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput, match="holds no table"):
        Coder(knowledge=tmp_path)


def test_a_folder_that_is_not_there_is_wrong_use(tmp_path: Path) -> None:
    answer = CliRunner().invoke(app, ["who", "Turkey", "--knowledge", str(tmp_path / "no")])
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "no such folder" in answer.stderr
