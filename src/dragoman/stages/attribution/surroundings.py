"""What is said beside a verb of saying: quotations next to it, the sentence around it."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.models.view import Sentence, Word
from dragoman.record import Span
from dragoman.stages.attribution.frames import Said
from dragoman.stages.attribution.quotes import Quote

__all__ = ["around", "quoted_beside", "stretch"]

_BREAKS = frozenset(",;:—–-()") | {"--", "...", "…"}
_MARKS = frozenset("“”\"'«»‘’`") | {"''", "``"}
_STOPS = frozenset(".?!")
_PARENTHESIS = 9  # words: a longer stretch between commas is more than "X said"
_UTTERANCE = 4  # words: fewer, without a comma before them, are a phrase in the reporter's words
_LIGHT = frozenset("aux advmod neg prt npadvmod dative dobj prep nsubj advcl acomp".split())


def quoted_beside(
    verb: Word, source: Word | None, sentence: Sentence, quotes: tuple[Quote, ...]
) -> tuple[Span, ...]:
    """Return the quotations that the verb brings: right before or after it and its own phrases."""
    return tuple(
        quote.span
        for quote in quotes
        if _is_uttered(between := _between(verb, quote, sentence), quote, sentence)
        and all(_is_light(w, verb, source) for w in between)
    )


def _is_uttered(between: list[Word], quote: Quote, sentence: Sentence) -> bool:
    """Tell whether a quotation beside a verb is what is said, not a phrase the verb is about."""
    marks = {w.text for w in between}
    if marks & {",", ":"}:
        return True
    inside = [w for w in sentence.words if quote.start < w.start and w.end < quote.end]
    return len(inside) >= _UTTERANCE or any(w.text in ",.?!" for w in inside[-1:])


def _between(verb: Word, quote: Quote, sentence: Sentence) -> list[Word]:
    if quote.start >= verb.end:
        return [w for w in sentence.words[verb.index + 1 :] if w.end <= quote.start]
    return [w for w in sentence.words[: verb.index] if w.start >= quote.end]


def _is_light(word: Word, verb: Word, source: Word | None) -> bool:
    """Tell whether a word may stand between a verb of saying and the quotation it brings."""
    if not word.text[0].isalnum() or word.lower == "that":
        return True
    node = word
    while node is not source and node is not verb and node.head is not verb:
        if node.is_root:
            return False
        node = node.head
    return node is source or node is verb or node.dep in _LIGHT


def around(verb: Word, source: Word | None, sentence: Sentence, *, within: bool) -> Said | None:
    """Read "as X put it" and "- X says -": the rest of the sentence is said.

    `within` asks for words of the sentence on both sides.
    """
    if source is None or abs(source.index - verb.index) > _PARENTHESIS:
        return None
    words = sentence.words
    first, last = min(verb.index, source.index), max(verb.index, source.index)
    while first > 0 and words[first - 1].text not in _BREAKS:
        first -= 1
    while last + 1 < len(words) and words[last + 1].text not in _BREAKS | _STOPS:
        last += 1
    stretch = [w for w in words[first : last + 1] if w.text not in _MARKS]
    rest = {w for w in words if not first <= w.index <= last} - _framing(verb, first)
    before, after = (w for w in rest if w.index < first), (w for w in rest if w.index > last)
    if within and not (_holds(before) and _holds(after)):
        return None
    opens = any(w.lower == "as" for w in stretch[:2])
    if len(stretch) > _PARENTHESIS or not (opens or _is_bare(stretch, verb, source)):
        return None
    return Said(rest, "around") if _holds(rest) else None


def _framing(verb: Word, first: int) -> set[Word]:
    """Return "asked about it" and "speaking in Rome", which say when somebody spoke."""
    clauses = (c for c in verb.all("advcl") if c.index < first and c.tag in ("VBN", "VBG"))
    return {word for clause in clauses for word in clause.subtree()}


def _holds(words: Iterable[Word]) -> bool:
    """Tell whether some words are more than one and marks."""
    return sum(w.text[0].isalnum() for w in words) > 1


def _is_bare(stretch: list[Word], verb: Word, source: Word) -> bool:
    """Tell whether a stretch between breaks holds nothing but who said it and when."""
    if verb.tag not in ("VBD", "VBZ", "VBP"):
        return False
    own = {*source.subtree(), verb}
    return all(
        w in own or (w.head is verb and w.dep in ("aux", "advmod", "npadvmod", "neg"))
        for w in stretch
    )


def stretch(verb: Word, sentence: Sentence, quotes: tuple[Quote, ...]) -> tuple[int, int]:
    """Return the first and last word between full stops around a verb.

    A full stop before a quotation is missed as the end of a sentence now and then.
    """
    words = sentence.words
    first, last = 0, len(words) - 1
    for word in words[:-1]:
        if word.text in _STOPS and not any(q.start < word.start < q.end for q in quotes):
            if word.index < verb.index:
                first = word.index + 1
            elif last == len(words) - 1:
                last = word.index
    return first, last
