"""A report made of a text and of what is known about it."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from datetime import date

from dragoman.errors import BadInput
from dragoman.languages.en.datelines import infer_day, read_dateline, read_signature
from dragoman.readers.given import Given
from dragoman.readers.language import language_of
from dragoman.record import PublishedBasis, Report, report_id

__all__ = ["MOST_CHARACTERS", "Metadata", "make_report", "normalise", "report_of", "without_title"]

MOST_CHARACTERS = 2_000_000  # a long book; what is longer is a collection, or no report at all

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# Marks nobody sees, which would stand inside names: NUL, soft hyphen, zero-width blank, BOM.
_UNSEEN = re.compile("[\x00\xad\u200b\u2060\ufeff]")
_OTHER_BLANKS = re.compile("[\x01-\x08\x0e-\x1b\x1f\x7f\xa0\u2007\u202f]")
_LONE_SURROGATES = re.compile("[\ud800-\udfff]")  # JSON can hold them, UTF-8 cannot
_TRAILING = re.compile(r"[ \t]+(?=\n)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a file says of its report beside the text; what it leaves out is None."""

    title: str | None = None
    url: str | None = None
    published: date | None = None
    publisher: str | None = None
    country: str | None = None
    language: str | None = None


def make_report(
    text: str,
    *,
    published: date | None = None,
    publisher: str | None = None,
    country: str | None = None,
    language: str | None = None,
    title: str | None = None,
    url: str | None = None,
) -> Report:
    """Return the report of a text with what the caller knows of it, ready for coding.

    Raises BadInput for a blank text, one that is too long, or one in a language not installed.
    """
    given = Given(published=published, publisher=publisher, country=country, language=language)
    return report_of(text, Metadata(title=title, url=url), given)


def report_of(text: str, said: Metadata, given: Given) -> Report:
    """Return the report of a text with what its file says and what the user gives for all reports.

    Its id follows from what it holds. Raises BadInput as `make_report` does.
    """
    stored = normalise(text)
    _check_length(stored)
    published, basis = _publication(stored, said, given)
    publisher = _one_line(given.publisher) or _one_line(said.publisher)
    url = _one_line(said.url)
    return Report(
        id=report_id(publisher, url, stored),
        text=stored,
        title=_one_line(said.title),
        url=url,
        publisher=publisher,
        publisher_country=given.country or said.country,
        published=published,
        published_basis=basis,
        language=language_of(stored, said.language or given.language),
    )


def normalise(text: str) -> str:
    """Return the text in the form the record keeps: NFC, one character a line end.

    Blanks become plain ones; byte order marks, NULs and other unseen marks go, as do blanks at
    line ends and around the text. Doing it twice changes nothing.
    """
    text = _LINE_ENDS.sub("\n", _UNSEEN.sub("", text))
    text = _LONE_SURROGATES.sub("\N{REPLACEMENT CHARACTER}", _OTHER_BLANKS.sub(" ", text))
    return _TRAILING.sub("", unicodedata.normalize("NFC", text)).strip()


def without_title(text: str, *titles: str | None) -> str:
    """Return the text without a first line that only repeats a title; never an empty text."""
    stripped = text.lstrip()
    first, _, rest = stripped.partition("\n")
    repeated = {_folded(title) for title in titles if title}
    return rest if _folded(first) in repeated and rest.strip() else stripped


def _check_length(text: str) -> None:
    if not text:
        raise BadInput("no text in it")
    if len(text) > MOST_CHARACTERS:
        raise BadInput(
            f"report of {len(text):,} characters; the limit is {MOST_CHARACTERS:,}: "
            "split it into reports"
        )


def _publication(text: str, said: Metadata, known: Given) -> tuple[date | None, PublishedBasis]:
    if known.published:
        return known.published, PublishedBasis.GIVEN
    if said.published:
        return said.published, PublishedBasis.METADATA
    dateline = read_dateline(text)
    if dateline and dateline.date:
        return dateline.date, PublishedBasis.DATELINE
    signed = read_signature(text)
    if signed:
        return signed, PublishedBasis.DATELINE
    inferred = infer_day(text)
    if inferred:
        return inferred, PublishedBasis.INFERRED
    return None, PublishedBasis.UNKNOWN


def _one_line(words: str | None) -> str | None:
    return " ".join(normalise(words or "").split()) or None


def _folded(words: str) -> str:
    return " ".join(normalise(words).casefold().split())
