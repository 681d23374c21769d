"""The compiled file says what the tables say, and is not used where it does not."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest

from dragoman.knowledge import load
from dragoman.knowledge.compile import gather
from dragoman.knowledge.compiled import Compiled, ours, write

PACKAGE = Path(load.__file__).parents[1]


@pytest.fixture(scope="module")
def gathered() -> Compiled:
    return gather()


def test_the_file_gives_back_all_that_the_tables_say(gathered: Compiled, tmp_path: Path) -> None:
    write(gathered, tmp_path / "knowledge.msgpack")
    assert ours(tmp_path / "knowledge.msgpack") == gathered


def test_compiling_twice_gives_the_same_bytes(gathered: Compiled, tmp_path: Path) -> None:
    for name in ("one.msgpack", "two.msgpack"):
        write(gathered, tmp_path / name)
    assert (tmp_path / "one.msgpack").read_bytes() == (tmp_path / "two.msgpack").read_bytes()


def test_nobody_may_write_in_it(gathered: Compiled, tmp_path: Path) -> None:
    write(gathered, tmp_path / "knowledge.msgpack")
    assert (tmp_path / "knowledge.msgpack").stat().st_mode & 0o222 == 0


def test_a_file_of_other_tables_is_not_used(gathered: Compiled, tmp_path: Path) -> None:
    write(msgspec.structs.replace(gathered, made_of="0" * 32), tmp_path / "knowledge.msgpack")
    assert ours(tmp_path / "knowledge.msgpack") is None


@pytest.mark.parametrize("content", [b"", b"no knowledge", b"\x81\xa7made_of\xa1x"])
def test_a_broken_file_is_not_used(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "knowledge.msgpack").write_bytes(content)
    assert ours(tmp_path / "knowledge.msgpack") is None


def test_a_missing_file_is_not_used(tmp_path: Path) -> None:
    assert ours(tmp_path / "none.msgpack") is None


def test_a_build_refuses_tables_with_a_fault_and_names_the_line(tmp_path: Path) -> None:
    copy = tmp_path / "dragoman"
    shutil.copytree(PACKAGE, copy, ignore=shutil.ignore_patterns("weights", "*.msgpack"))
    table = copy / "knowledge" / "tables" / "groups.tsv"
    lines = table.read_text(encoding="utf-8").splitlines()
    table.write_text("\n".join([*lines, "nobody\tNobody\t\tQQQ\tREB\t\t\t"]), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "dragoman.knowledge.compile"],
        env={**os.environ, "PYTHONPATH": os.fspath(tmp_path)},
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 1
    assert f"groups.tsv:{len(lines) + 1}" in run.stderr
    assert not (copy / "knowledge" / "knowledge.msgpack").exists()
