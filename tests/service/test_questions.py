import csv
import io
import json
import subprocess
import sys

import duckdb
import pytest
from typer.testing import CliRunner

from dragoman.record import Status
from dragoman.service.cli import app
from dragoman.store import open_store
from tests.store.nouns import event, party, replace, report, run, span_of
from tests.store.test_events import TEXT, built

DENIED = "Nobody from Vell met the Osk council on 5 May 2024."


def denied():
    bare = report(DENIED, published="2024-06-11")
    council = party(DENIED, "Osk council", country="FIN")
    made = event(
        bare.id, 0, DENIED, "met", status=Status.NEGATED, actors=(council,), when=None, mode=None
    )
    return replace(bare, events=(made,), sentences=(span_of(DENIED, DENIED),))


@pytest.fixture(scope="module")
def path(tmp_path_factory):
    file = tmp_path_factory.mktemp("service") / "record.duckdb"
    with open_store(file) as store:
        store.add([built(), denied()], run())
    return str(file)


@pytest.fixture
def ask(path):
    def asked(*words):
        return CliRunner().invoke(app, [*words, "--store", path])

    return asked


def rows(text):
    return [line.split("\t") for line in text.splitlines()]


def test_events_are_lines_of_a_table(ask):
    answer = ask("events")
    assert answer.exit_code == 0
    head, *lines = rows(answer.stdout)
    assert head == [
        "id", "date", "type", "status", "actors", "recipients", "where", "words", "said by",
    ]  # fmt: skip
    assert lines[0][1:] == [
        "2024-05-03", "CONSULT visit", "actual", "Marta Rell (NOR GOV)", "", "Osk (FIN)",
        "visited", "the ministry",
    ]  # fmt: skip
    assert len(lines) == 4


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["--actor", "NOR"], ["visited", "call"]),
        (["--actor", "Norway"], ["visited", "call"]),
        (["--actor", "norwegian"], ["visited", "call"]),
        (["--recipient", "brin"], []),
        (["--recipient", "Ode Brin-Holm"], ["call"]),
        (["--type", "assault"], ["shelled"]),
        (["--mode", "phone"], ["call"]),
        (["--status", "negated"], ["met"]),
        (["--since", "2024-05-04"], ["call"]),
        (["--until", "2024-05-03", "--status", "actual"], ["visited"]),
        (["--country", "fin"], ["visited"]),
        (["--limit", "1"], ["visited"]),
    ],
)
def test_events_are_chosen_by(ask, words, found):
    answer = ask("events", *words, "--format", "jsonl")
    assert [json.loads(line)["words"] for line in answer.stdout.splitlines()] == found


def test_no_event_found_is_said_on_the_other_channel(ask):
    answer = ask("events", "--actor", "Nobody")
    assert (answer.exit_code, len(rows(answer.stdout))) == (0, 1)
    assert "no event of the store matches" in answer.stderr


def test_csv_has_a_line_an_event(ask):
    found = list(csv.DictReader(io.StringIO(ask("events", "--format", "csv").stdout)))
    assert [row["words"] for row in found] == ["visited", "call", "shelled", "met"]
    assert found[0]["actors"] == "Marta Rell (NOR GOV)"


@pytest.mark.parametrize(
    "words",
    [
        ["--type", "VISIT"],
        ["--mode", "dance"],
        ["--type", "CONSULT", "--mode", "aerial"],
        ["--status", "done"],
        ["--since", "3 May"],
        ["--until", "2024-02-30"],
        ["--country", "XXX"],
        ["--country", "Finland"],
        ["--format", "xml"],
        ["--since", "2024-05-02", "--until", "2024-05-01"],
        ["--limit", "0"],
        ["--limit", "many"],
    ],
)
def test_a_wrong_choice_is_named_and_ends_with_two(ask, words):
    answer = ask("events", *words)
    assert answer.exit_code == 2
    assert words[-2] in answer.stderr
    assert not answer.stdout


def test_an_event_is_shown_with_the_words_of_each_field(ask):
    answer = ask("show", built().events[0].id)
    for words in (
        "“visited”",
        "Marta Rell (NOR GOV)",
        "2024-05-03 “3 May”",
        "Osk (FIN) “Osk” city",
    ):
        assert words in answer.stdout


def test_a_report_is_shown_with_all_its_events(ask):
    assert ask("show", built().id).stdout.count("\nreport ") == 3


def test_the_record_of_a_report_comes_out_as_json(ask):
    assert json.loads(ask("show", built().id, "--format", "jsonl").stdout)["text"] == TEXT


def test_a_brief_says_where_in_the_report_the_words_stand(ask):
    report = built()
    first = report.sentences[0]
    assert f"[{report.events[0].id}; characters {first.start}-{first.end}]" in ask("brief").stdout


def test_parties_of_the_chronology_are_named_in_words(ask):
    told = ask("sql", "select actors from chronology where mode = 'visit'").stdout
    assert told.splitlines()[1] == "Marta Rell (NOR GOV)"


def test_an_unknown_id_is_named(ask):
    answer = ask("show", "nowhere")
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert "'nowhere'" in answer.stderr


def test_sql_answers_with_a_table(ask):
    assert rows(ask("sql", "select words from chronology order by id").stdout)[0] == ["words"]


def test_sql_answers_with_json_lines(ask):
    answer = ask(
        "sql", "select first_day from event where first_day is not null", "--format", "jsonl"
    )
    assert json.loads(answer.stdout) == {"first_day": "2024-05-03"}


@pytest.mark.parametrize("query", ["delete from event", "select * from nowhere", "selekt"])
def test_a_query_that_is_wrong_or_would_write_ends_with_two(ask, query):
    answer = ask("sql", query)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert answer.stderr.startswith("dragoman: ")


def test_a_brief_tells_days_in_order_and_undated_events_by_their_report(ask):
    lines = ask("brief").stdout.splitlines()
    heads = [line for line in lines if line and not line.startswith((" ", "("))]
    assert heads == ["2024-05-03", "Reported 2024-06-10, day not told", "Until 2024-06-30"]


def test_a_brief_quotes_the_words_and_names_who_says_so(ask):
    told = ask("brief").stdout
    assert "“Envoy Marta Rell visited Osk on 3 May, the ministry said.”" in told
    assert "Test Press, 2024-06-10 [" in told


def test_a_brief_leaves_out_what_was_denied(ask):
    told = ask("brief").stdout
    assert DENIED not in told
    assert "1 event said not to have happened left out" in told


def test_a_brief_of_all_tells_what_was_denied_as_denied(ask):
    told = ask("brief", "--all").stdout
    assert DENIED in told
    assert "left out" not in told


def test_a_brief_of_a_period_leaves_undated_events_out(ask):
    told = ask("brief", "--since", "2024-05-01", "--until", "2024-05-31").stdout
    assert "day not told" not in told
    assert told.startswith("2024-05-03\n")


def test_a_brief_in_markdown_has_headings_and_quotes(ask):
    told = ask("brief", "--format", "md").stdout
    assert told.startswith("## 2024-05-03\n\n- ")
    assert "\n  > “Envoy Marta Rell" in told


@pytest.mark.parametrize("command", [["events"], ["brief"], ["show", "x"], ["sql", "select 1"]])
def test_a_store_must_be_named(command, monkeypatch):
    monkeypatch.delenv("DRAGOMAN_STORE", raising=False)
    answer = CliRunner().invoke(app, command)
    assert answer.exit_code == 2
    assert "--store" in answer.stderr


@pytest.mark.parametrize("command", [["events"], ["brief"], ["show", "x"], ["sql", "select 1"]])
def test_a_store_that_is_not_there_is_named(command, tmp_path):
    file = tmp_path / "none.duckdb"
    answer = CliRunner().invoke(app, [*command, "--store", str(file)])
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert f"{file} is not there" in answer.stderr
    assert not file.exists()


def test_a_file_that_is_no_store_is_named(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("not a store")
    answer = CliRunner().invoke(app, ["events", "--store", str(file)])
    assert answer.exit_code == 1
    assert "not a DuckDB file" in answer.stderr


def test_two_stores_are_refused(tmp_path):
    stores = [str(tmp_path / name) for name in ("a.duckdb", "b.duckdb")]
    answer = CliRunner().invoke(app, ["events", "--store", stores[0], "--store", stores[1]])
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert all(store in answer.stderr for store in stores)


def test_a_folder_is_no_store(tmp_path):
    answer = CliRunner().invoke(app, ["events", "--store", str(tmp_path)])
    assert answer.exit_code == 1
    assert "is a folder" in answer.stderr


def test_a_store_of_a_newer_version_is_told(tmp_path):
    file = tmp_path / "new.duckdb"
    with open_store(file):
        pass
    with duckdb.connect(str(file)) as connection:
        connection.execute("update store set version = 99")
    answer = CliRunner().invoke(app, ["events", "--store", str(file)])
    assert answer.exit_code == 1
    assert "upgrade" in answer.stderr


def test_a_store_in_use_is_told(path):
    held = "import sys, duckdb; c = duckdb.connect(sys.argv[1]); print(1, flush=True); input()"
    with subprocess.Popen(
        [sys.executable, "-c", held, path], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as holder:
        holder.stdout.readline()
        answer = CliRunner().invoke(app, ["events", "--store", path])
        holder.communicate(b"\n")
    assert answer.exit_code == 1
    assert f"{path} is in use by another process" in answer.stderr
