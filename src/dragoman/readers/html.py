"""Web pages: the article without its surroundings, and what the page says of it."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from typing import Any, BinaryIO

from lxml import etree, html

from dragoman.errors import BadInput
from dragoman.readers.decode import read_text
from dragoman.readers.given import Given
from dragoman.readers.page import page_metadata
from dragoman.readers.report import normalise, report_of, without_title
from dragoman.record import Report

__all__ = ["read_html"]

_LONGEST_PAGE = 10_000_000  # characters of markup; the article in it has its own limit

# It logs a page without an article as an error; here that is a failure the user is told of once.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def read_html(source: str, stream: BinaryIO, given: Given) -> Iterator[Report]:
    """Yield the one report of a page; raises BadInput where no article is found in it."""
    page = _parse(read_text(stream))
    metadata = page_metadata(page)
    words = normalise(_article(page))
    if not words:
        raise BadInput("no article text found in the page")
    headings = [str(heading.text_content()) for heading in page.iter("h1")]
    yield report_of(without_title(words, metadata.title, *headings), metadata, given)


def _parse(text: str) -> html.HtmlElement:
    if not text.strip():
        raise BadInput("no text in it")
    if len(text) > _LONGEST_PAGE:
        raise BadInput(f"page of {len(text):,} characters; the limit is {_LONGEST_PAGE:,}")
    # As bytes of a known encoding: lxml refuses characters with an encoding declared among them.
    parser = html.HTMLParser(encoding="utf-8", no_network=True)
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=parser)
    except (etree.LxmlError, AssertionError):  # nothing but comments or declarations
        raise BadInput("no article text found in the page") from None


def _article(page: html.HtmlElement) -> str:
    """Return the article; a page too small to tell article from surroundings is taken whole."""
    import trafilatura  # a third of a second to import: only for pages

    options: dict[str, Any] = {"output_format": "txt", "include_comments": False}
    return trafilatura.extract(page, **options) or trafilatura.html2txt(page)
