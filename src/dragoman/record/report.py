"""One thing a publisher issued, and what coding adds to it."""

from __future__ import annotations

import hashlib
from datetime import date
from enum import StrEnum

import msgspec

from dragoman.record.actor import Mention
from dragoman.record.attribution import Attribution, Statement
from dragoman.record.event import Event
from dragoman.record.place import Place
from dragoman.record.span import Span
from dragoman.record.time import Time

__all__ = ["PublishedBasis", "Report", "report_id"]


class PublishedBasis(StrEnum):
    """How the publication date is known."""

    GIVEN = "given"
    METADATA = "metadata"
    DATELINE = "dateline"
    INFERRED = "inferred"
    UNKNOWN = "unknown"  # no date was given or found: relative times stay unresolved


def report_id(publisher: str | None, url: str | None, text: str) -> str:
    """Return the id of a report: 16 hexadecimal digits of SHA-256 over publisher, address, text."""
    joined = "\x1f".join((publisher or "", url or "", text))
    return hashlib.sha256(joined.encode()).hexdigest()[:16]


class Report(msgspec.Struct, frozen=True, kw_only=True):
    """A report; all offsets count code points of `text`, which is NFC with newline line ends."""

    id: str
    text: str
    title: str | None = None
    url: str | None = None
    publisher: str | None = None
    publisher_country: str | None = None
    published: date | None = None
    published_basis: PublishedBasis = PublishedBasis.UNKNOWN
    language: str = "en"
    sentences: tuple[Span, ...] = ()
    mentions: tuple[Mention, ...] = ()
    times: tuple[Time, ...] = ()
    places: tuple[Place, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    events: tuple[Event, ...] = ()
    statements: tuple[Statement, ...] = ()

    def words(self, span: Span) -> str:
        """Return the words of a span of this report."""
        return span.cut(self.text)

    def to_json(self, *, indent: int = 0) -> str:
        """Return the report as one JSON object; `indent` 0 is one line."""
        from dragoman.record.json import report_to_json

        return report_to_json(self, indent=indent)

    @classmethod
    def from_json(cls, data: str | bytes) -> Report:
        """Return the report of a JSON object; raises BadInput naming the field that is wrong."""
        from dragoman.record.json import report_from_json

        return report_from_json(data)
