"""Dates as tables write them: a day, a month or a year, and the days they allow."""

from __future__ import annotations

from datetime import date, timedelta

__all__ = ["LAST", "first_day", "last_day"]

# The end of what has no known end.
LAST = date.max


def first_day(written: str) -> date:
    """Return the first day that "2023", "2023-06" or "2023-06-03" allows; raises ValueError."""
    return date.fromisoformat(written + "-01-01"[: 10 - len(written)])


def last_day(written: str) -> date:
    """Return the last day that the date allows; raises ValueError."""
    match len(written):
        case 4:
            return date(int(written), 12, 31)
        case 7:
            year, month = int(written[:4]), int(written[5:])
            return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)
        case _:
            return date.fromisoformat(written)
