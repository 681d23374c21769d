"""Rewrite the golden outputs of the example reports; a person reads the difference.

Usage: python -m tests.golden.renew
"""

from __future__ import annotations

from pathlib import Path

import dragoman
from dragoman.readers import Given, read
from dragoman.record import Report
from tests.golden.rendering import Rendering

HERE = Path(__file__).parent
EXAMPLES = HERE.parent.parent / "examples"


def expected(coder: dragoman.Coder, path: Path) -> str:
    """Return the record of one example report as lines a person can check."""
    (report,) = read(path, Given())
    assert isinstance(report, Report)
    return Rendering(coder.code_report(report)).text()


def main() -> None:
    coder = dragoman.Coder()
    for path in sorted(EXAMPLES.glob("[0-9]*.md")):
        (HERE / f"{path.stem}.txt").write_text(expected(coder, path), encoding="utf-8")


if __name__ == "__main__":
    main()
