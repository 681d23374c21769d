from pathlib import Path

import pytest

from dragoman.readers import Failure, read
from dragoman.record import Report

BROKEN = Path(__file__).parent / "samples" / "broken"
SUPPORTED = ".txt, .md, .html, .htm, .jsonl, .ndjson, and - for standard input"
AS_TEXT = "save it as plain text or HTML first"

MESSAGES = (
    ("empty.txt", "no text in it"),
    ("blank.txt", "no text in it"),
    ("pdf.txt", f"not text: looks like a PDF; {AS_TEXT}"),
    ("picture.txt", f"not text: looks like a PNG image; {AS_TEXT}"),
    ("word.txt", f"not text: looks like a zip, Word or OpenDocument file; {AS_TEXT}"),
    ("nul.txt", "not text: has a NUL at byte 9; save it as text in UTF-8"),
    ("half.txt", "not text: begins as UTF-16 but breaks at byte 6; save it as UTF-8"),
    (
        "damaged.txt",
        "damaged UTF-8: byte 28 (line 1) fits no character; save it as UTF-8 again",
    ),
    ("german.txt", "seems to be German; installed languages: en"),
    ("russian.txt", "seems to be in Cyrillic letters; installed languages: en"),
    ("notes.docx", f"no reader for files ending in .docx; readable are {SUPPORTED}"),
    ("noending", f"no reader for files without an ending; readable are {SUPPORTED}"),
    ("missing.txt", "no such file or folder"),
    ("date.md", "line 3: date 19.8.2025: a date is written 2025-08-19"),
    (
        "country.md",
        "line 2: country Turkey: a country is written as three letters, such as TUR",
    ),
    ("marks.md", "no text in it"),
    ("empty.html", "no text in it"),
    ("frame.html", "no article text found in the page"),
    ("pdf.html", f"not text: looks like a PDF; {AS_TEXT}"),
    ("turkish.html", "language is 'tr'; installed languages: en"),
    ("blank.jsonl", "no text in it"),
)


@pytest.mark.parametrize(("name", "message"), MESSAGES, ids=[name for name, _ in MESSAGES])
def test_a_broken_file_is_named_with_its_fault(name: str, message: str) -> None:
    (found,) = read(BROKEN / name)
    assert str(found) == f"{BROKEN / name}: {message}"


LINES = {
    2: "not JSON: JSON is malformed: invalid character (byte 19); a line is one object such as",
    3: "not an object; a line is one object such as",
    4: 'no "text": the words of the report',
    5: "text: not a string; its value is written in quotation marks",
    6: "date 19 August: a date is written 2025-08-19",
    7: "date 2025-02-30: there is no such day; a date is year-month-day",
    8: "country Turkey: a country is written as three letters, such as TUR",
    9: "no text in it",
    10: "not UTF-8: byte 13 of the line; save it as UTF-8",
    11: "language is 'fr'; installed languages: en",
}


def test_each_bad_line_is_named_and_the_rest_goes_on() -> None:
    path = BROKEN / "lines.jsonl"
    found = list(read(path))
    failures = [item for item in found if isinstance(item, Failure)]
    assert [item.source for item in failures] == [f"{path}:{number}" for number in LINES]
    for failure, message in zip(failures, LINES.values(), strict=True):
        assert failure.problem.startswith(message)
    texts = [item.text for item in found if isinstance(item, Report)]
    assert texts == ["Fidan met Barrot.", "Barrot visited Ankara."]


def test_a_folder_gives_its_good_reports_beside_its_failures() -> None:
    found = list(read(BROKEN))
    assert sum(isinstance(item, Report) for item in found) == 2
    assert sum(isinstance(item, Failure) for item in found) == len(MESSAGES) - 1 + len(LINES)


def test_a_report_that_is_too_long_says_how_long(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text("Fidan met Barrot. " * 120_000, encoding="utf-8")
    (found,) = read(path)
    assert str(found).endswith(
        "report of 2,159,999 characters; the limit is 2,000,000: split it into reports"
    )


def test_a_page_that_is_too_long_is_refused_before_it_is_searched(tmp_path: Path) -> None:
    path = tmp_path / "long.html"
    path.write_text("<p>" + "x" * 10_000_000, encoding="utf-8")
    (found,) = read(path)
    assert "page of 10,000,003 characters; the limit is 10,000,000" in str(found)


def test_deep_nesting_fails_its_line_only(tmp_path: Path) -> None:
    path = tmp_path / "deep.jsonl"
    path.write_text("[" * 200_000 + '\n{"text": "Fidan met Barrot."}\n', encoding="utf-8")
    first, second = read(path)
    assert isinstance(first, Failure)
    assert isinstance(second, Report)


def test_a_line_of_any_length_fails_alone(tmp_path: Path) -> None:
    path = tmp_path / "wide.jsonl"
    path.write_text("x" * 33_000_000 + '\n{"text": "Fidan met Barrot."}\n', encoding="utf-8")
    first, second = read(path)
    assert "line of more than 32,000,000 bytes: split it into reports" in str(first)
    assert isinstance(second, Report)


def test_an_empty_folder_is_a_failure(tmp_path: Path) -> None:
    (found,) = read(tmp_path)
    assert str(found) == f"{tmp_path}: no files in this folder; readable are {SUPPORTED}"
