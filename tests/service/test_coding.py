import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dragoman.service import options
from dragoman.service.cli import app
from dragoman.store import open_store

TEXT = "The Finnish president visited Norway on {day} May 2024.\n"
FULL = Path("/dev/full")
COMMAND = [sys.executable, "-c", "from dragoman.service.cli import main; main()"]


def run(*words, **given):
    return CliRunner().invoke(app, [str(word) for word in words], **given)


@pytest.fixture
def folder(tmp_path):
    place = tmp_path / "reports"
    place.mkdir()
    for day in (3, 4, 5):
        (place / f"{day}.txt").write_text(TEXT.format(day=day))
    return place


@pytest.fixture
def store(tmp_path):
    return tmp_path / "record.duckdb"


def size(store):
    with open_store(store, read_only=True) as opened:
        return opened.size()[0]


def test_code_prints_a_table_a_report(folder):
    answer = run("code", folder, "--published", "2024-06-01")
    assert answer.exit_code == 0
    assert answer.stdout.count("CONSULT") == 3
    assert not answer.stderr


def test_code_prints_json_in_the_order_of_the_files(folder):
    answer = run(
        "code", folder, "--format", "jsonl", "--publisher", "Test Press", "--country", "fin"
    )
    found = [json.loads(line) for line in answer.stdout.splitlines()]
    assert [one["text"] for one in found] == [TEXT.format(day=day).strip() for day in (3, 4, 5)]
    assert {(one["publisher"], one["publisher_country"]) for one in found} == {
        ("Test Press", "FIN")
    }


def test_code_reads_standard_input():
    answer = run("code", "-", "--format", "jsonl", input=TEXT.format(day=3))
    assert json.loads(answer.stdout)["text"] == TEXT.format(day=3).strip()


def test_a_path_named_twice_is_read_once(folder):
    answer = run("code", folder / "3.txt", folder / "3.txt", "--format", "jsonl")
    assert len(answer.stdout.splitlines()) == 1


def test_a_report_without_a_date_is_told_of(folder):
    answer = run("code", folder / "3.txt")
    assert answer.exit_code == 0
    assert "1 report has no publication date" in answer.stderr
    assert "--published" in answer.stderr


def test_empty_standard_input_is_a_failed_input():
    answer = run("code", "-", input="")
    assert answer.exit_code == 1
    assert "standard input" in answer.stderr


def spoil(folder):
    (folder / "0.txt").write_bytes(b"")
    (folder / "4.txt").write_bytes(bytes(range(256)) * 8)
    (folder / "6.pdf").write_text("%PDF")


def test_bad_files_are_named_and_the_rest_is_coded(folder):
    spoil(folder)
    answer = run("code", folder, folder / "none.txt", "--format", "jsonl")
    assert answer.exit_code == 1
    assert len(answer.stdout.splitlines()) == 2
    for name in ("0.txt", "4.txt", "6.pdf", "none.txt"):
        assert f"{folder / name}: " in answer.stderr


def test_add_keeps_the_good_and_names_the_bad(folder, store):
    spoil(folder)
    answer = run("add", folder, "--store", store)
    assert (answer.exit_code, answer.stdout) == (1, "")
    assert f"{store}: 2 new, 0 unchanged, 0 replaced, 3 failed" in answer.stderr
    assert size(store) == 2


def test_adding_again_changes_nothing(folder, store):
    run("add", folder, "--store", store)
    answer = run("add", folder, "--store", store)
    assert answer.exit_code == 0
    assert f"{store}: 0 new, 3 unchanged, 0 replaced, 0 failed" in answer.stderr


def test_adding_with_a_date_codes_again(folder, store):
    run("add", folder, "--store", store)
    answer = run("add", folder, "--store", store, "--published", "2024-06-01")
    assert "0 new, 0 unchanged, 3 replaced" in answer.stderr


def test_the_store_may_be_named_by_the_environment(folder, store, monkeypatch):
    monkeypatch.setenv("DRAGOMAN_STORE", str(store))
    options.settings.cache_clear()
    assert run("add", folder / "3.txt").exit_code == 0
    assert size(store) == 1
    monkeypatch.undo()
    options.settings.cache_clear()


@pytest.mark.parametrize("command", [["code"], ["add", "--store", "never.duckdb"]])
@pytest.mark.parametrize(
    "words",
    [
        ["--published", "yesterday"],
        ["--published", "2024-02-30"],
        ["--country", "Finland"],
        ["--country", "XXX"],
        ["--processes", "0"],
        ["--colour", "red"],
    ],
)
def test_wrong_use_ends_with_two_before_anything_is_read(command, words, folder):
    answer = run(*command, folder, *words)
    assert (answer.exit_code, answer.stdout) == (2, "")
    assert words[0] in answer.stderr


def test_an_unknown_format_is_named_with_those_there_are(folder):
    answer = run("code", folder, "--format", "xml")
    assert answer.exit_code == 2
    assert "xml" in answer.stderr
    assert "jsonl" in answer.stderr


@pytest.mark.parametrize(
    ("words", "right"),
    [("US", "USA"), ("china", "CHN"), ("Turkish", "TUR"), ("Atlantis", "such as TUR")],
)
def test_a_country_that_is_no_code_is_answered_with_the_code(folder, words, right):
    answer = run("code", folder, "--country", words)
    assert answer.exit_code == 2
    assert f"--country {words}: " in answer.stderr
    assert right in answer.stderr


def test_a_report_may_have_any_name(tmp_path):
    file = tmp_path / "Bericht – Ürümqi 烏魯木齊.txt"
    file.write_text(TEXT.format(day=3))
    answer = run("code", file, tmp_path / "fehlt – 無.txt", "--published", "2024-06-01")
    assert answer.exit_code == 1
    assert "CONSULT" in answer.stdout
    assert "無.txt: no such file or folder" in answer.stderr


def test_an_empty_folder_says_what_can_be_read(tmp_path):
    answer = run("code", tmp_path)
    assert answer.exit_code == 1
    assert ".jsonl" in answer.stderr


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to the superuser")
def test_a_folder_that_may_not_be_written_is_named(folder, tmp_path):
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o500)
    answer = run("add", folder, "--store", closed / "record.duckdb")
    assert answer.exit_code == 1
    assert str(closed) in answer.stderr


def test_a_store_in_a_missing_folder_is_named(folder, tmp_path):
    answer = run("add", folder, "--store", tmp_path / "none" / "record.duckdb")
    assert answer.exit_code == 1
    assert "none is not there" in answer.stderr


def test_several_processes_give_the_same_bytes(folder):
    one = run("code", folder, "--format", "jsonl").stdout
    two = subprocess.run(
        [*COMMAND, "code", str(folder), "--format", "jsonl", "--processes", "2"],
        capture_output=True,
        check=True,
    ).stdout
    assert two.decode() == one


def test_a_reader_that_leaves_early_sees_no_traceback(folder):
    with subprocess.Popen(
        [*COMMAND, "schema"], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        process.stdout.close()
        told = process.stderr.read()
        process.wait()
    assert (process.returncode, told) == (141, b"")


@pytest.mark.skipif(not FULL.exists(), reason="no device that is always full")
def test_a_full_disk_under_the_output_is_one_line():
    with FULL.open("w") as full:
        answer = subprocess.run(
            [*COMMAND, "schema"], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert answer.returncode == 1
    assert answer.stderr.startswith(b"dragoman: ")
    assert answer.stderr.count(b"\n") == 1


# Longer than what a pipe holds: when the next report has been written, the one before was read.
TITLE = "Visits " * 20_000


def test_an_interrupt_keeps_what_was_coded(tmp_path, store):
    pipe = tmp_path / "reports.jsonl"
    os.mkfifo(pipe)
    process = subprocess.Popen(
        [*COMMAND, "add", str(pipe), "--store", str(store)], stderr=subprocess.PIPE
    )
    with pipe.open("w") as reports:
        for day in range(1, 7):
            reports.write(json.dumps({"text": TEXT.format(day=day), "title": TITLE}) + "\n")
            reports.flush()
        process.send_signal(signal.SIGINT)
        _, told = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in told
    assert 4 <= size(store) <= 6
    assert f"{size(store)} reports, all whole".encode() in told
