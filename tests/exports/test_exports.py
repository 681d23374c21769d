import io
import json
from pathlib import Path
from typing import Any

import msgspec
import pytest
from rich.console import Console

from dragoman.exports import EXPORTS, print_report
from dragoman.record import Report
from tests.exports.records import CALL, REPORT, TUESDAY, party, span

GOLDEN = Path(__file__).parent / "golden"


def written(form: str, *reports: Report) -> str:
    out = io.StringIO()
    EXPORTS[form](reports, out)
    return out.getvalue()


@pytest.mark.parametrize(("form", "golden"), [("md", "record.md"), ("table", "record.txt")])
def test_a_record_is_written_as_reviewed(form: str, golden: str) -> None:
    assert written(form, REPORT) == (GOLDEN / golden).read_text(encoding="utf-8")


def test_one_report_is_one_json_object() -> None:
    assert Report.from_json(written("json", REPORT)) == REPORT


def test_json_objects_follow_each_other() -> None:
    first, end = json.JSONDecoder().raw_decode(written("json", REPORT, REPORT))
    assert first == json.loads(REPORT.to_json())
    assert written("json", REPORT, REPORT)[end:] == "\n" + written("json", REPORT)


def test_json_lines_have_one_report_each() -> None:
    lines = written("jsonl", REPORT, REPORT).splitlines()
    assert [Report.from_json(line) for line in lines] == [REPORT, REPORT]


@pytest.mark.parametrize("form", EXPORTS)
def test_no_reports_write_nothing(form: str) -> None:
    assert written(form) == ""


@pytest.mark.parametrize("form", EXPORTS)
def test_reports_are_written_as_they_come(form: str) -> None:
    out = io.StringIO()
    seen = []

    def coming():
        for _ in range(2):
            seen.append(len(out.getvalue()))
            yield REPORT

    EXPORTS[form](coming(), out)
    assert seen[0] == 0
    assert seen[1] > 0


def test_a_table_in_a_pipe_is_at_most_100_wide_and_plain() -> None:
    name = "The Provisional Coordinating Committee of the " + "Very-Long-Named-Front-" * 6
    long = msgspec.structs.replace(CALL, actors=(party("Hakan Fidan", name, "SYR REB"),))
    text = written("table", msgspec.structs.replace(REPORT, events=(long,)))
    assert max(len(line) for line in text.splitlines()) <= 100
    assert "\x1b" not in text
    shown = "".join(line[30:58].strip() for line in text.splitlines()[4:])
    assert "Very-Long-Named-Front-" * 6 in shown


def test_a_wide_terminal_gives_names_more_room() -> None:
    out = io.StringIO()
    print_report(REPORT, Console(file=out, width=200, force_terminal=True, highlight=False))
    assert "Hakan Fidan (TUR GOV)" in out.getvalue()


def test_names_with_brackets_are_no_markup() -> None:
    odd = msgspec.structs.replace(CALL, actors=(party("Hakan Fidan", "A [bold]B[/bold] | *C*"),))
    report = msgspec.structs.replace(REPORT, events=(odd,))
    assert "[bold]B[/bold]" in written("table", report)
    assert r"A \[bold\]B\[/bold\] \| \*C\*" in written("md", report)


def test_a_report_without_events_says_so() -> None:
    bare = Report(id="b", text="Nothing happened.")
    assert written("md", bare) == (
        "# Report b\n\n- Publisher: not known\n- Published: not known\n- Report: b\n\n"
        "## Events\n\nNo events were found.\n"
    )
    assert "no events found" in written("table", bare)
    assert "publisher not known, publication date not known, b\n" in written("table", bare)


def test_the_sentence_of_an_event_stands_below_it_with_its_anchor_marked() -> None:
    whole = span("Foreign Minister Hakan Fidan spoke by phone with Marco Rubio on Tuesday")
    sentences = (msgspec.structs.replace(whole, end=whole.end + 31),)
    text = written("table", msgspec.structs.replace(REPORT, sentences=sentences))
    assert "“Foreign Minister Hakan Fidan «spoke» by phone" in text


@pytest.mark.parametrize(("form", "words"), [("table", "NEGATED"), ("md", "| negated |")])
def test_what_was_not_done_is_seen_at_once(form: str, words: str) -> None:
    assert words in written(form, REPORT)


@pytest.mark.parametrize(
    ("published", "words"),
    [
        (None, "“Tuesday” stays unresolved: no publication date is known"),
        (REPORT.published, "“Tuesday” stays unresolved\n"),
    ],
)
def test_a_time_that_stays_unresolved_is_told(published: Any, words: str) -> None:
    when = msgspec.structs.replace(TUESDAY, first=None, last=None)
    events = (msgspec.structs.replace(CALL, when=when),)
    report = msgspec.structs.replace(REPORT, published=published, events=events)
    assert words in written("table", report)
    assert words.strip() in written("md", report)
