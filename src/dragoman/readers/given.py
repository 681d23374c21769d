"""What the user says of all reports of a run, and what is said of an input that failed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from dragoman.errors import BadInput

__all__ = ["Failure", "Given", "give", "iso_country", "iso_date"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """Values the user gives for every report.

    Publication date, publisher and country win over what a file says of itself; the language only
    fills what the file leaves out.
    """

    published: date | None = None
    publisher: str | None = None
    country: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Failure:
    """An input that gave no report: which one (file, or file and line), and what is wrong."""

    source: str
    problem: str

    def __str__(self) -> str:
        """Return the one line a user is shown."""
        return f"{self.source}: {self.problem}"


def give(
    published: str | date | None = None,
    publisher: str | None = None,
    country: str | None = None,
    language: str | None = None,
) -> Given:
    """Return the values a user typed, checked; raises BadInput naming the option that is wrong."""
    day = iso_date(published, "--published") if isinstance(published, str) else published
    return Given(
        published=day,
        publisher=(publisher or "").strip() or None,
        country=iso_country(country, "--country") if country else None,
        language=(language or "").strip() or None,
    )


def iso_date(words: str, name: str) -> date:
    """Return the day of `2025-08-19`; raises BadInput naming `name` for any other form."""
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", words):
        raise BadInput(f"{name} {words}: a date is written 2025-08-19")
    try:
        return date.fromisoformat(words)
    except ValueError:
        raise BadInput(f"{name} {words}: there is no such day; a date is year-month-day") from None


def iso_country(words: str, name: str) -> str:
    """Return the three letters of a country in capitals; raises BadInput for any other form."""
    if not re.fullmatch(r"[A-Za-z]{3}", words.strip()):
        raise BadInput(f"{name} {words}: a country is written as three letters, such as TUR")
    return words.strip().upper()
