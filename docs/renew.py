"""Rewrite what the pages show: outputs of commands and of Python, and the generated parts.

Usage: python -m docs.renew (or `make docs`); a person reads the difference.
"""

from __future__ import annotations

import contextlib
import doctest
import io
import os
import re
import shlex
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from typer.testing import CliRunner

import dragoman.coder
from docs.make_commands import command_reference
from dragoman.coder import LEARNED
from dragoman.pipeline import GIVEN, STAGES
from dragoman.service import engine
from dragoman.service.cli import app

__all__ = ["PAGES", "ROOT", "renewed"]

ROOT = Path(__file__).parent.parent
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
_BLOCK = re.compile(r"^```(console|python)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_PART = re.compile(r"(<!-- made: (\w+) -->\n).*?(<!-- end -->)", re.DOTALL)
_COMMAND = "$ dragoman "


def renewed(page: str, coder: dragoman.coder.Coder) -> str:
    """Return a page with the outputs its commands and Python lines have now.

    The commands of a page run one after another in an empty folder beside the example reports.
    """
    page = _PART.sub(lambda found: f"{found[1]}{_PARTS[found[2]]()}\n{found[3]}", page)
    names: dict[str, Any] = {}
    with _workplace(coder):
        return _BLOCK.sub(lambda found: _block(found[1], found[2], names), page)


def _block(kind: str, text: str, names: dict[str, Any]) -> str:
    told = _python(text, names) if kind == "python" else _console(text)
    return f"```{kind}\n{told}```"


def _console(text: str) -> str:
    lines = [line for line in text.splitlines() if line.startswith("$ ")]
    return "".join(f"{line}\n{_output(line)}" for line in lines)


def _output(line: str) -> str:
    """Return what a command writes to both channels; `*` and `| head -N` are read as in a shell."""
    if not line.startswith(_COMMAND):
        raise ValueError(f"{line!r}: only commands of dragoman are run; fence others as sh")
    words, _, count = line.removeprefix(_COMMAND).partition(" | head -")
    answer = CliRunner().invoke(app, _expanded(shlex.split(words)))
    shown = answer.output.splitlines(keepends=True)
    return "".join(shown[: int(count)] if count else shown)


def _expanded(words: list[str]) -> list[str]:
    found = [sorted(map(str, Path().glob(word))) if "*" in word else [word] for word in words]
    return [word for several in found for word in several]


def _python(text: str, names: dict[str, Any]) -> str:
    told = []
    for example in doctest.DocTestParser().get_examples(text):
        first, *rest = example.source.splitlines()
        told.extend([f">>> {first}\n", *(f"... {line}\n" for line in rest)])
        told.append(_result(example.source, names))
    return "".join(told)


def _result(source: str, names: dict[str, Any]) -> str:
    shown = io.StringIO()
    with contextlib.redirect_stdout(shown):
        exec(compile(source, "<page>", "single"), names)
    return shown.getvalue()


@contextlib.contextmanager
def _workplace(coder: dragoman.coder.Coder) -> Iterator[None]:
    """Run in an empty folder with the examples, with one coder for all commands and pages."""
    before, loaded = Path.cwd(), dragoman.coder.Coder

    def made(*given: Any, **named: str) -> dragoman.coder.Coder:
        own = any(given) or named.get("coder", LEARNED) != LEARNED
        return loaded(*given, **named) if own else coder

    with tempfile.TemporaryDirectory() as place:
        Path(place, "examples").symlink_to(ROOT / "examples")
        os.chdir(place)
        for module in (dragoman.coder, engine):
            module.Coder = made  # type: ignore[attr-defined]
        try:
            yield
        finally:
            os.chdir(before)
            for module in (dragoman.coder, engine):
                module.Coder = loaded  # type: ignore[attr-defined]


def _stages() -> str:
    lines = ["| stage | reads | writes |", "|---|---|---|"]
    lines += [
        f"| `{stage.name}` | {_fields(stage.reads)} | {_fields(stage.writes)} |" for stage in STAGES
    ]
    return "\n".join([*lines, "", f"Given with every report: {_fields(GIVEN)}.", ""])


def _fields(names: frozenset[str]) -> str:
    return ", ".join(f"`{name}`" for name in sorted(names))


_PARTS: dict[str, Callable[[], str]] = {"commands": command_reference, "stages": _stages}


def main() -> None:
    """Rewrite every page in place."""
    coder = dragoman.coder.Coder()
    for page in PAGES:
        page.write_text(renewed(page.read_text(encoding="utf-8"), coder), encoding="utf-8")


if __name__ == "__main__":
    main()
