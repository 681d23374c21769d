from __future__ import annotations

from pathlib import Path

from dragoman.readers import Given, read
from dragoman.record import Report


def test_a_readme_in_a_folder_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "README.md").write_text("These are the reports of May.", encoding="utf-8")
    (tmp_path / "a.txt").write_text("France recalled its ambassador from Niger.", encoding="utf-8")
    found = list(read(tmp_path, Given()))
    assert [type(one) for one in found] == [Report]


def test_a_readme_that_is_named_is_read(tmp_path: Path) -> None:
    readme = tmp_path / "README.md"
    readme.write_text("France recalled its ambassador from Niger.", encoding="utf-8")
    assert [type(one) for one in read(readme, Given())] == [Report]
