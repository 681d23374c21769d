from __future__ import annotations

import pytest
from typer.testing import CliRunner

from dragoman.service.cli import app

MARKED = """# a theme
[Norway|a1 NOR.GOV] [expelled|1=SANCTION.expel] [two Russian diplomats|r1 RUS.GOV].
Rain fell over the weekend in most of the south.
"""


@pytest.fixture
def gold(tmp_path):
    path = tmp_path / "theme.txt"
    path.write_text(MARKED, encoding="utf-8")
    return path


def run(*words):
    return CliRunner().invoke(app, ["score", *map(str, words)])


@pytest.mark.parametrize("coder", ["learned", "tables"])
def test_figures_are_printed_with_what_they_mean(gold, coder):
    result = run(gold, "--coder", coder)
    assert result.exit_code == 0
    assert "2 sentences, 1 acts marked, 1 found" in result.output
    assert "F1 of acts with the right type" in result.output
    assert "SANCTION" in result.output


def test_a_folder_is_read_file_by_file(gold):
    (gold.parent / "other.txt").write_text("Nothing happened here.\n", encoding="utf-8")
    assert "3 sentences" in run(gold.parent).output


def test_faults_are_written_for_a_person_to_read(gold, tmp_path):
    gold.write_text(MARKED.replace("SANCTION.expel", "AID"), encoding="utf-8")
    errors = tmp_path / "errors.tsv"
    assert run(gold, "--errors", errors).exit_code == 0
    told = errors.read_text(encoding="utf-8")
    assert told.startswith("kind\ttype\twhere")
    assert "theme.txt:2" in told


def test_a_file_that_is_not_there_is_named(tmp_path):
    result = run(tmp_path / "none.txt")
    assert result.exit_code == 2
    assert "none.txt" in result.output


def test_an_empty_folder_is_named(tmp_path):
    assert run(tmp_path).exit_code == 2


def test_a_mark_that_cannot_be_read_names_file_and_line(gold):
    gold.write_text("[Norway|a1 NOR.GOV met.\n", encoding="utf-8")
    result = run(gold)
    assert result.exit_code == 1
    assert "theme.txt:1" in result.output


def test_an_unknown_coder_is_refused(gold):
    result = run(gold, "--coder", "oracle")
    assert result.exit_code == 2
    assert "learned or tables" in result.output
