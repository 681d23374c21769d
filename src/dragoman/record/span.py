"""A range of characters in a report."""

from __future__ import annotations

import msgspec

__all__ = ["Span"]


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """A half-open range of Unicode code points, counted in the report's own text."""

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span without characters; raises ValueError."""
        if not 0 <= self.start < self.end:
            raise ValueError(f"empty or reversed span: {self.start}..{self.end}")

    def cut(self, text: str) -> str:
        """Return the words of the span."""
        return text[self.start : self.end]

    def covers(self, other: Span) -> bool:
        """Tell whether the other span lies within this one."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share a character."""
        return self.start < other.end and other.start < self.end
