import subprocess
import sys

import duckdb
import pytest

from dragoman.errors import BadStore
from dragoman.store import open_store, opening

from .nouns import run
from .test_adding import TEXT, coded


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "record.duckdb"
    with open_store(file) as store:
        store.add([coded()], run())
    return file


def test_a_store_opens_again_with_what_it_holds(path):
    with open_store(path) as store:
        assert store.reports()


def test_a_store_opened_to_read_answers(path):
    with open_store(path, read_only=True) as store:
        assert len(store.events()) == 1


def test_a_store_opened_to_read_takes_nothing(path):
    with open_store(path, read_only=True) as store, pytest.raises(BadStore, match="read-only"):
        store.add([coded(f"{TEXT} Again.")], run())


def test_closing_twice_is_harmless(path):
    store = open_store(path)
    store.close()
    store.close()


def test_a_store_that_is_not_there_is_not_made_by_reading(tmp_path):
    with pytest.raises(BadStore, match="is not there; `dragoman add"):
        open_store(tmp_path / "none.duckdb", read_only=True)
    assert not list(tmp_path.iterdir())


def test_a_folder_is_no_store(tmp_path):
    with pytest.raises(BadStore, match="is a folder"):
        open_store(tmp_path)


def test_a_missing_folder_is_named(tmp_path):
    with pytest.raises(BadStore, match=r"the folder .*missing is not there"):
        open_store(tmp_path / "missing" / "record.duckdb")


@pytest.mark.parametrize("content", ["", "hello", "a page of text, and no store. " * 900])
@pytest.mark.parametrize("read_only", [True, False])
def test_a_file_of_another_kind_is_refused_and_kept(tmp_path, content, read_only):
    path = tmp_path / "notes.txt"
    path.write_text(content)
    with pytest.raises(BadStore, match="is not a DuckDB file"):
        open_store(path, read_only=read_only)
    assert path.read_text() == content


def test_a_duckdb_file_of_others_is_refused_and_kept(tmp_path):
    path = tmp_path / "other.duckdb"
    with duckdb.connect(str(path)) as other:
        other.execute("create table event (a integer)")
    with pytest.raises(BadStore, match="not a store of Dragoman"):
        open_store(path)
    with duckdb.connect(str(path)) as other:
        assert other.execute("show tables").fetchall() == [("event",)]


def test_a_duckdb_file_without_tables_becomes_a_store(tmp_path):
    path = tmp_path / "new.duckdb"
    duckdb.connect(str(path)).close()
    with pytest.raises(BadStore, match="is empty"):
        open_store(path, read_only=True)
    with open_store(path) as store:
        assert store.reports() == []


def mark(path, version, made_by):
    with duckdb.connect(str(path)) as plain:
        plain.execute("update store set version = ?, made_by = ?", [version, made_by])


def test_a_store_of_a_newer_version_is_refused_with_its_version(path):
    mark(path, opening.VERSION + 1, "9.9")
    with pytest.raises(BadStore, match=r"made by Dragoman 9\.9 .*pip install -U dragoman"):
        open_store(path)


def test_an_older_store_is_brought_up_to_date_when_it_may_be_written(path, monkeypatch):
    monkeypatch.setattr(opening, "VERSION", opening.VERSION + 1)
    step = "alter table run add column note text default 'migrated'"
    monkeypatch.setattr(opening, "MIGRATIONS", (*opening.MIGRATIONS, step))
    with pytest.raises(BadStore, match="open it once for writing"):
        open_store(path, read_only=True)
    with open_store(path) as store:
        assert store.sql("select note from run")[1] == [("migrated",)]
    with open_store(path) as store:
        assert store.sql("select max(version) from store")[1] == [(opening.VERSION,)]


def test_a_store_without_kinds_of_sources_takes_reports_that_have_them(path):
    with duckdb.connect(str(path)) as plain:
        plain.execute("alter table attribution drop column source_kind")
    mark(path, 2, "0.1.0")
    with open_store(path) as store:
        columns = [row[0] for row in store.sql("describe attribution")[1]]
    assert columns[-1] == "source_kind"
    fresh = path.with_name("fresh.duckdb")
    with open_store(fresh) as store:
        assert [row[0] for row in store.sql("describe attribution")[1]] == columns


def test_there_is_a_step_from_every_older_version():
    assert len(opening.MIGRATIONS) == opening.VERSION - 1


def test_a_store_in_use_by_another_process_is_refused_with_its_number(path):
    script = (
        "import sys\nfrom dragoman.store import open_store\n"
        f"store = open_store({str(path)!r})\nprint('open', flush=True)\nsys.stdin.read()\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", script],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout.readline() == "open\n"
        with pytest.raises(BadStore, match=rf"in use by another process .*{other.pid}"):
            open_store(path, read_only=True)
        other.stdin.close()
        other.wait()


def test_a_process_that_is_killed_leaves_whole_reports(tmp_path):
    path = tmp_path / "record.duckdb"
    script = (
        "import os\nfrom dragoman.store import open_store\n"
        "from tests.store.nouns import run\nfrom tests.store.test_adding import coded\n"
        f"store = open_store({str(path)!r})\n"
        "def coding():\n"
        "    for n in range(40):\n"
        "        yield coded(f'Marta Rell visited Osk. {n}')\n"
        "    os._exit(9)\n"
        "store.add(coding(), run())\n"
    )
    subprocess.run([sys.executable, "-c", script], check=False)
    with open_store(path, read_only=True) as store:
        assert {r.events for r in store.reports()} == {1}
        assert len(store.reports()) == 32


def test_a_full_disk_is_told_and_whole_reports_are_kept(tmp_path):
    path = tmp_path / "record.duckdb"
    script = (
        "import resource\nfrom dragoman.errors import BadStore\n"
        "from dragoman.store import open_store\n"
        "from tests.store.nouns import run\nfrom tests.store.test_adding import coded\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (3_000_000, 3_000_000))\n"
        "import os\n"
        "try:\n"
        f"    with open_store({str(path)!r}) as store:\n"
        "        noise = (os.urandom(40_000).hex() for _ in range(999))\n"
        "        store.add((coded(f'Marta Rell visited Osk. {n}') for n in noise), run())\n"
        "except BadStore as error:\n"
        "    print(error)\n"
    )
    answer = subprocess.run(
        [sys.executable, "-c", script], check=True, capture_output=True, text=True
    )
    assert "cannot be written: " in answer.stdout
    assert answer.stdout.endswith("what was stored before is kept\n")
    assert "rollback" not in answer.stdout
    with open_store(path) as store:
        assert {r.events for r in store.reports()} <= {1}
