"""Headlines and transcripts: "Minister: No talks before spring", "PRESIDENT: Thank you"."""

from __future__ import annotations

import re

from dragoman.languages.en.speech import Speech as SpeechTables
from dragoman.models.view import Sentence
from dragoman.record import Span

__all__ = ["find_named_line"]

_HEAD = re.compile(r"(?P<who>[A-Z][^:\n.!?,;\"“”]{1,45}?)(?P<cue>:)\s+(?P<what>\S[^\n]{10,})")
_WORD = re.compile(r"[\w’'.-]+")
_SMALL = frozenset("of the and for in on to de al la von van bin ex".split())
_MOST = 6  # words of a source in a headline
_LETTERS = re.compile(r"[^\W\d_]")


def find_named_line(
    text: str, sentence: Sentence, tables: SpeechTables
) -> tuple[Span, Span, Span] | None:
    """Return source, cue and content of a line that names who speaks before a colon.

    Only a line without a full stop (a headline) or a name in capitals (a transcript) is read so.
    """
    if sentence.start and text[sentence.start - 1] != "\n":
        return None
    if ":" not in text[sentence.start : sentence.start + 50]:
        return None
    match = _HEAD.match(text, sentence.start)
    if match is None or not _is_source(match["who"], tables):
        return None
    line = match["what"].rstrip()
    if not match["who"].isupper() and not _is_headline(line):
        return None
    start = match.start("what")
    if sentence.end <= start:
        return None  # a dateline, cut off as a sentence of its own: "MOGADISHU: ..."
    return Span(*match.span("who")), Span(*match.span("cue")), Span(start, start + len(line))


def _is_source(who: str, tables: SpeechTables) -> bool:
    words = _WORD.findall(who)
    named = all(w[0].isupper() or w[0].isdigit() or w in _SMALL for w in words)
    known = who.lower() in tables.labels or words[-1].lower() in tables.labels
    return len(words) <= _MOST and named and not known and _LETTERS.search(who) is not None


def _is_headline(line: str) -> bool:
    """Tell whether a line is a headline: no end of a sentence, or nearly all words capitalized."""
    if line[-1] not in '.!?”"’':
        return True
    words = [w for w in _WORD.findall(line) if len(w) > 3]
    return len(words) > 2 and sum(w[0].isupper() for w in words) >= 0.8 * len(words)
