"""When: time expressions, and the date of an event."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

import msgspec

from dragoman.record.span import Span

__all__ = ["Time", "TimeBasis", "TimeKind", "When"]


class TimeKind(StrEnum):
    """The four kinds of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class TimeBasis(StrEnum):
    """What a date rests on."""

    WORDS = "words"  # the words give it whole: "on 3 May 2024"
    RELATIVE = "relative"  # counted from the publication date or an earlier date of the text
    FRAME = "frame"  # the stated date of the speech or meeting in which the act was done


class Time(msgspec.Struct, frozen=True, kw_only=True):
    """Words that give a time, with the TIMEX3 value and the first and last day it allows.

    A value that cannot be resolved without a publication date stays partial (`XXXX-08-08`) and has
    no days. An interval open at one end has no day on that side ("since October": last is None).
    Both days are inclusive.
    """

    span: Span
    kind: TimeKind
    value: str
    first: date | None = None
    last: date | None = None
    basis: TimeBasis = TimeBasis.WORDS
    mod: str | None = None
    reason: str | None = None


class When(msgspec.Struct, frozen=True, kw_only=True):
    """The date of an event: the value, the days it allows (inclusive), and the words behind it."""

    value: str
    first: date | None
    last: date | None
    basis: TimeBasis
    span: Span
