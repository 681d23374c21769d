"""What a page says of its article: JSON-LD first, then meta tags and the like."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from email.utils import parsedate_to_datetime
from typing import Any

import msgspec
from lxml import html

from dragoman.languages.en.datelines import read_day
from dragoman.readers.report import Metadata

__all__ = ["page_day", "page_metadata"]

# Names of meta tags (property, name, itemprop or http-equiv), the most exact first.
_TAGS: Mapping[str, tuple[str, ...]] = {
    "published": (
        *("article:published_time", "og:published_time", "datepublished", "article:published"),
        *("dcterms.issued", "dc.date.issued", "dcterms.created", "dc.date.created"),
        *("dcterms.date", "dc.date", "citation_publication_date", "parsely-pub-date"),
        *("pubdate", "publishdate", "publish-date", "publication_date", "sailthru.date", "date"),
    ),
    "publisher": (
        *("og:site_name", "dcterms.publisher", "dc.publisher", "citation_publisher", "publisher"),
        "application-name",
    ),
    "title": ("og:title", "dcterms.title", "dc.title", "citation_title", "twitter:title"),
    "url": ("og:url", "dc.identifier", "dcterms.identifier", "twitter:url"),
    "language": ("og:locale", "content-language", "dc.language", "dcterms.language"),
}
# The schema.org types of what a publisher issues; other objects of a page describe its frame.
_ARTICLE = re.compile(r"(?:Article|Posting|Report|PressRelease)$")

_ISO = re.compile(r"([0-9]{4})([-/]?)([0-9]{2})\2([0-9]{2})(?![0-9])")


def page_metadata(page: html.HtmlElement) -> Metadata:
    """Return what a page says of its article; what is missing or unreadable is None."""
    linked, tags = _linked_data(page), _meta_tags(page)
    days = (page_day(words) for words in _said("published", linked, tags))
    urls = (words for words in _said("url", linked, tags) if words.startswith("http"))
    title = next(_said("title", linked, tags), None)
    return Metadata(
        title=title or _first(page, "//h1") or _first(page, "//head/title"),
        url=next(urls, None) or _first(page, "//link[@rel='canonical']/@href"),
        published=next((day for day in days if day), None) or _marked_day(page),
        publisher=next(_said("publisher", linked, tags), None),
        language=next(_said("language", linked, tags), None) or _first(page, "/html/@lang"),
    )


def page_day(words: str) -> date | None:
    """Return the day of a date in any of the forms pages use, else None; no form is ambiguous."""
    found = _ISO.match(words.strip())
    try:
        if found:
            return date(int(found[1]), int(found[3]), int(found[4]))
        return read_day(words) or parsedate_to_datetime(words).date()
    except (ValueError, TypeError):
        return None


def _said(field: str, linked: dict[str, str], tags: dict[str, str]) -> Iterator[str]:
    values = [linked.get(field, ""), *(tags.get(name, "") for name in _TAGS[field])]
    return (value.strip() for value in values if value.strip())


def _meta_tags(page: html.HtmlElement) -> dict[str, str]:
    """Return the content of each meta tag by its name in lower case; the first of a name counts."""
    tags: dict[str, str] = {}
    for tag in page.iter("meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            if name := tag.get(attribute):
                tags.setdefault(name.strip().lower(), tag.get("content") or "")
    return tags


def _marked_day(page: html.HtmlElement) -> date | None:
    """Return the day of an element marked as the publication date; other dates may be any day."""
    marked = page.xpath("//*[@itemprop='datePublished']") + page.xpath("//time[@pubdate]")
    words = (element.get("datetime") or str(element.text_content()) for element in marked)
    return next((day for day in map(page_day, words) if day), None)


def _first(page: html.HtmlElement, path: str) -> str | None:
    found = page.xpath(path)
    if not found:
        return None
    return str(found[0] if isinstance(found[0], str) else found[0].text_content()).strip() or None


def _linked_data(page: html.HtmlElement) -> dict[str, str]:
    """Return the fields of the first article the JSON-LD of a page describes."""
    objects = [item for script in _scripts(page) for item in _objects(script)]
    named = {item["@id"]: item for item in objects if isinstance(item.get("@id"), str)}
    article = next((item for item in objects if _is_article(item)), None)
    if article is None:
        return {}
    publisher = article.get("publisher")
    if isinstance(publisher, dict) and "name" not in publisher:
        publisher = named.get(str(publisher.get("@id")))
    fields = {
        "published": article.get("datePublished"),
        "publisher": publisher.get("name") if isinstance(publisher, dict) else publisher,
        "title": article.get("headline") or article.get("name"),
        "url": article.get("url") or _identifier(article.get("mainEntityOfPage")),
        "language": article.get("inLanguage"),
    }
    return {name: value for name, value in fields.items() if isinstance(value, str)}


def _scripts(page: html.HtmlElement) -> Iterator[Any]:
    for script in page.xpath("//script[@type='application/ld+json']"):
        try:
            yield msgspec.json.decode((script.text or "").encode("utf-8", "replace"))
        except (msgspec.DecodeError, RecursionError):
            continue  # broken JSON-LD is common; the meta tags remain


def _objects(value: Any) -> Iterator[dict[str, Any]]:
    """Yield the objects of JSON-LD: alone, in a list, or in a graph; outer ones first."""
    if isinstance(value, list):
        for item in value:
            yield from _objects(item)
    elif isinstance(value, dict):
        yield value
        yield from _objects(value.get("@graph"))


def _is_article(item: dict[str, Any]) -> bool:
    kinds = item.get("@type")
    listed = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(kind, str) and _ARTICLE.search(kind) for kind in listed)


def _identifier(value: Any) -> Any:
    return value.get("@id") if isinstance(value, dict) else value
