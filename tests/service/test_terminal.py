import os
import pty
import subprocess

import pytest

from dragoman.store import open_store
from tests.store.nouns import run
from tests.store.test_events import built

from .test_coding import COMMAND, TEXT


@pytest.fixture
def store(tmp_path):
    path = tmp_path / "record.duckdb"
    with open_store(path) as store:
        store.add([built()], run())
    return str(path)


def on_terminal(*words):
    """Run a command with a terminal as both its outputs."""
    near, far = pty.openpty()
    given = {**os.environ, "TERM": "xterm", "COLUMNS": "100", "NO_COLOR": "1"}
    with subprocess.Popen([*COMMAND, *words], stdout=far, stderr=far, env=given) as process:
        os.close(far)
        told = b""
        while part := _read(near):
            told += part
    os.close(near)
    return process.returncode, told.decode()


def _read(handle):
    try:
        return os.read(handle, 4096)
    except OSError:
        return b""


def test_events_are_drawn_on_a_terminal(store):
    code, told = on_terminal("events", "--store", store)
    assert code == 0
    assert "─" in told
    assert "Marta Rell (NOR GOV)" in told
    assert "\t" not in told


def test_a_long_work_shows_a_bar_on_a_terminal(tmp_path, store):
    report = tmp_path / "report.txt"
    report.write_text(TEXT.format(day=3))
    code, told = on_terminal("add", str(report), "--store", store)
    assert code == 0
    assert "reports" in told
    assert "1/1" in told


def test_nothing_is_drawn_into_a_pipe(store):
    answer = subprocess.run(
        [*COMMAND, "events", "--store", store],
        capture_output=True,
        check=True,
        env={**os.environ, "FORCE_COLOR": "1"},
    )
    assert b"\x1b" not in answer.stdout
    assert answer.stdout.count(b"\n") == 4


def test_an_event_is_shown_within_the_width_of_the_terminal(store):
    _, told = on_terminal("show", built().events[0].id, "--store", store)
    assert "Marta Rell (NOR GOV)" in told
    assert max(len(line) for line in told.splitlines()) <= 100
