"""What a talk or a statement is about."""

from __future__ import annotations

import msgspec

from dragoman.record.span import Span

__all__ = ["Topic"]


class Topic(msgspec.Struct, frozen=True, kw_only=True):
    """A process known by the topic table (a war, talks, a programme), or what the words give.

    `id` is None where only the words say what the topic is.
    """

    id: str | None
    label: str
    countries: tuple[str, ...] = ()
    span: Span
