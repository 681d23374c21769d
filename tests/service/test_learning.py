from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from dragoman.service.cli import app

FIRST = "Jordan's new foreign minister, Anwar Karim, flew to Cairo on Monday."
SECOND = "Anwar Karim, the foreign minister of Jordan, met Egypt's president in Cairo."


def run(*words: str) -> Result:
    return CliRunner().invoke(app, list(words))


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "s.duckdb"


def add(store: Path, text: str, published: str, publisher: str) -> None:
    file = store.with_name(f"{publisher}-{published}.txt")
    file.write_text(text, encoding="utf-8")
    given = ["--store", str(store), "--published", published, "--publisher", publisher]
    answer = run("add", str(file), *given)
    assert answer.exit_code == 0, answer.stderr


def asked(store: Path, words: str, on: str) -> Result:
    return run("who", words, "--on", on, "--store", str(store))


def test_two_reports_open_a_term_not_later_than_the_first(store: Path) -> None:
    add(store, FIRST, "2026-11-03", "One")
    add(store, SECOND, "2026-11-04", "Two")
    answer = asked(store, "the Jordanian foreign minister", "2026-11-04").stdout
    assert "Anwar Karim" in answer
    assert "observed in 2 reports, not later than 2026-11-03" in answer
    assert "Ayman Safadi" in asked(store, "the Jordanian foreign minister", "2026-11-01").stdout


def test_one_report_is_not_enough(store: Path) -> None:
    add(store, FIRST, "2026-11-03", "One")
    assert "Safadi" in asked(store, "the Jordanian foreign minister", "2026-11-10").stdout


def test_one_text_printed_twice_by_one_publisher_is_one_report(store: Path) -> None:
    for number in ("1", "2"):
        file = store.with_name(f"{number}.jsonl")
        file.write_text(
            f'{{"text": "{FIRST}", "url": "https://example.org/{number}", '
            '"publisher": "One", "published": "2026-11-03"}\n',
            encoding="utf-8",
        )
        assert run("add", str(file), "--store", str(store)).exit_code == 0
    assert "Safadi" in asked(store, "the Jordanian foreign minister", "2026-11-10").stdout


def test_a_conflict_with_a_row_that_holds_is_told_and_the_row_wins(store: Path) -> None:
    add(store, "Turkish Foreign Minister Mehmet Demir said talks would follow.", "2025-01-03", "A")
    add(store, "Turkish Foreign Minister Mehmet Demir left for Athens.", "2025-01-04", "B")
    answer = asked(store, "the Turkish foreign minister", "2025-01-10")
    assert "Hakan Fidan" in answer.stdout
    assert "reports and tables differ: Mehmet Demir" in answer.stderr
    assert "terms_hand.tsv" in answer.stderr


def test_an_answer_past_what_is_checked_says_so() -> None:
    answer = run("who", "Emmanuel Macron", "--on", "2027-01-01").stdout
    assert "stale" in answer


def test_namesakes_are_told() -> None:
    answer = run("who", "Bush", "--on", "2002-01-01").stdout
    assert "George W. Bush" in answer
    assert "others         George H. W. Bush" in answer


def test_a_misspelt_name_is_proposed_but_not_taken() -> None:
    answer = run("who", "Hezbolah", "--on", "2024-01-01")
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert "near: Hezbollah" in answer.stderr
