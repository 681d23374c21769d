"""Metadata from the named fields of a file: the same names in JSON Lines and front matter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from dragoman.errors import BadInput
from dragoman.readers.given import iso_country, iso_date
from dragoman.readers.report import Metadata

__all__ = ["FIELDS", "read_fields", "require_text"]

FIELDS = frozenset({"title", "date", "url", "publisher", "country", "language"})


def read_fields(fields: Mapping[str, str]) -> Metadata:
    """Return the metadata of named fields; raises BadInput naming the field that is wrong."""
    return Metadata(
        title=fields.get("title"),
        url=fields.get("url"),
        published=_day(fields.get("date", "").strip()),
        publisher=fields.get("publisher"),
        country=_country(fields.get("country", "").strip()),
        language=fields.get("language", "").strip() or None,
    )


def _day(words: str) -> date | None:
    """Return the day of a date or of a date with a time of day."""
    if len(words) > 10 and words[10] in "T ":
        words = words[:10]
    return iso_date(words, "date") if words else None


def _country(words: str) -> str | None:
    return iso_country(words, "country") if words else None


def require_text(value: object, name: str) -> str:
    """Return a field that holds words; raises BadInput naming it where it holds something else."""
    if not isinstance(value, str):
        raise BadInput(f"{name}: not a string; its value is written in quotation marks")
    return value
