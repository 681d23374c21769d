import io
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from dragoman.readers import Failure, Given, read
from dragoman.readers.jsonl import read_jsonl
from dragoman.record import PublishedBasis, Report, report_id

GOOD = Path(__file__).parent / "samples" / "good"


def one(path: Path, given: Given | None = None) -> Report:
    (found,) = read(path, given)
    assert isinstance(found, Report), str(found)
    return found


def test_a_text_file_is_one_report_dated_by_its_dateline() -> None:
    report = one(GOOD / "dateline.txt")
    assert report.text.startswith("ANKARA, Aug. 19, 2025 (Reuters) - Foreign Minister")
    assert report.text.endswith("counterpart.\n\nThey talked about Gaza.")
    assert (report.published, report.published_basis) == (
        date(2025, 8, 19),
        PublishedBasis.DATELINE,
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        (
            "windows.txt",
            "Türkiye’s minister met Jean-Noël Barrot in Paris – “a good talk”, he said.",
        ),
        ("utf16.txt", "Fidan met Barrot."),
        ("turkish.txt", "officials from Ağrı and Şırnak agreed to meet again."),
        (
            "meta.htm",
            "Foreign Minister Hakan Fidan met Jean-Noël Barrot in Ankara – a “good talk”.",
        ),
    ],
)
def test_the_encoding_is_found(name: str, words: str) -> None:
    assert one(GOOD / name).text.endswith(words)


def test_markdown_is_read_without_its_marks() -> None:
    assert one(GOOD / "front.md").text.split("\n") == [
        "Foreign Minister Hakan Fidan met his French counterpart on Tuesday.",
        "They spoke about Gaza.",
        "They will meet again.",
        "Who",
        "Where",
        "Fidan",
        "Ankara",
        '"A good talk," he said.',
        "In Paris.",
    ]


def test_front_matter_is_metadata() -> None:
    report = one(GOOD / "front.md")
    assert report.title == "Ministers talk in Ankara"
    assert report.url == "https://example.org/a"
    assert (report.publisher, report.publisher_country) == ("Example Wire", "TUR")
    assert (report.published, report.published_basis) == (
        date(2025, 8, 19),
        PublishedBasis.METADATA,
    )


def test_a_page_is_read_without_its_surroundings() -> None:
    assert one(GOOD / "page.html").text.split("\n") == [
        "ANKARA - Foreign Minister Hakan Fidan called his French counterpart, the ministry said.",
        "The two discussed the war in Ukraine and the situation in Gaza, and agreed to meet again.",
        "- Aid is to be sent.",
        "- Talks are to go on.",
    ]


def test_linked_data_of_a_page_comes_before_its_meta_tags() -> None:
    report = one(GOOD / "page.html")
    assert report.title == "Ministers talk"
    assert report.publisher == "Example Wire"
    assert report.url == "https://example.org/page"
    assert report.published == date(2025, 8, 19)


def test_meta_tags_are_read_where_linked_data_is_broken() -> None:
    report = one(GOOD / "meta.htm")
    assert report.title == "Talks in Ankara"
    assert report.publisher == "Café Wire"
    assert report.url == "https://example.org/m"
    assert report.published == date(2025, 8, 19)


def test_a_line_of_json_is_one_report() -> None:
    first, second = (item for item in read(GOOD / "reports.jsonl") if isinstance(item, Report))
    assert (first.text, first.title, first.url) == ("Fidan met Barrot.", "Talks", "id:7")
    assert (first.published, first.publisher_country) == (date(2025, 8, 19), "TUR")
    assert second.url == "https://example.org/8"
    assert (second.published, second.published_basis) == (None, PublishedBasis.UNKNOWN)


def test_the_id_of_a_report_follows_from_what_it_holds() -> None:
    report = one(GOOD / "page.html")
    assert report.id == report_id("Example Wire", "https://example.org/page", report.text)


def test_given_values_win_over_metadata() -> None:
    given = Given(published=date(2024, 1, 2), publisher="Other Wire", country="FRA")
    report = one(GOOD / "front.md", given)
    assert (report.published, report.published_basis) == (date(2024, 1, 2), PublishedBasis.GIVEN)
    assert (report.publisher, report.publisher_country) == ("Other Wire", "FRA")


def test_a_given_language_only_fills_a_gap(tmp_path: Path) -> None:
    (tmp_path / "own.md").write_text("---\nlanguage: en\n---\nFidan met Barrot.", "utf-8")
    (tmp_path / "without.txt").write_text("Fidan met Barrot.", "utf-8")
    own, without = read(tmp_path, Given(language="fr"))
    assert isinstance(own, Report)
    assert str(without).endswith("language is 'fr'; installed languages: en")


def test_standard_input_is_plain_text(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"Fidan met Barrot.\n")))
    (found,) = read("-")
    assert isinstance(found, Report)
    assert found.text == "Fidan met Barrot."


def test_a_failure_of_standard_input_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"")))
    assert [str(item) for item in read("-")] == ["standard input: no text in it"]


def test_folders_are_read_in_sorted_order_without_hidden_files(tmp_path: Path) -> None:
    for name in ("b.txt", "a/z.txt", "a.txt", ".hidden.txt", ".git/x.txt", "a/a.TXT"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"Report {name}.", encoding="utf-8")
    texts = [item.text for item in read(tmp_path) if isinstance(item, Report)]
    assert texts == ["Report a/a.TXT.", "Report a/z.txt.", "Report a.txt.", "Report b.txt."]


def test_json_lines_stream() -> None:
    asked = 0

    def endless() -> Iterator[bytes]:
        nonlocal asked
        while True:
            asked += 1
            yield b'{"text": "Fidan met Barrot."}\n'

    class Endless(io.RawIOBase):
        lines = endless()

        def readline(self, size: int | None = -1) -> bytes:
            return next(self.lines)

    found = read_jsonl("endless", Endless(), Given())
    assert [isinstance(next(found), Report) for _ in range(3)] == [True] * 3
    assert asked == 3


def test_keys_that_are_not_read_are_named_once(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path = tmp_path / "keys.jsonl"
    path.write_text('{"text": "a b", "author": 1}\n{"text": "c d", "Body": []}\n', "utf-8")
    assert not [item for item in read(path) if isinstance(item, Failure)]
    (record,) = caplog.records
    assert record.getMessage() == (
        f"{path}: keys not read: Body, author; "
        "known are country, date, id, language, publisher, text, title, url"
    )
