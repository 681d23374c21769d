"""The time stage: words that give a time, with TIMEX3 value and days."""

from __future__ import annotations

from datetime import date

import msgspec

from dragoman.models.view import Parse
from dragoman.record import Report, Time
from dragoman.stages.timex.find import Setting, times_in

__all__ = ["find_times", "when"]

# Publishers of these countries write the month first in 5/12/2025.
_MONTH_FIRST = frozenset({"USA", "PHL", "FSM", "PLW"})


def find_times(report: Report, parse: Parse) -> Report:
    """Return the report with its times, in text order and without overlap.

    Relative words count from the publication date; without one their values stay partial, unless
    the text itself settles the year.
    """
    setting = _setting(report.published, report.publisher_country, parse)
    return msgspec.structs.replace(report, times=times_in(report.text, setting))


def when(words: str, published: date | None, country: str | None = None) -> tuple[Time, ...]:
    """Return the times that words give, read at a publication date; tense from the words alone.

    The publisher's country (ISO-3) settles 12/5/2025, national holidays and fiscal years.
    """
    return times_in(words, _setting(published, country, None))


def _setting(published: date | None, country: str | None, parse: Parse | None) -> Setting:
    month_first = None if country is None else country in _MONTH_FIRST
    return Setting(published, month_first, parse, country)
