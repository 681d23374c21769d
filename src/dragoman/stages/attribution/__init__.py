"""Find who says what: source, cue and content."""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from dragoman.languages.en.speech import load_speech
from dragoman.models.view import Parse, Sentence, Word
from dragoman.record import Actor, Attribution, Mention, Report, Span, Speech, VerbClass
from dragoman.stages.attribution.cues import Cue, find_cues
from dragoman.stages.attribution.quotes import find_quotes

__all__ = ["find_attributions"]


@dataclass(frozen=True, slots=True)
class _Voice:
    """The last source heard, for words that run on into the next sentence."""

    source: tuple[Span, ...]
    actor: Actor | None
    sentence: Sentence


def find_attributions(report: Report, parse: Parse) -> Report:
    """Return the report with its attributions, in order of their cues.

    The reporter's own voice is none. A quotation that fills a sentence after an attributed one, and
    a hedge ("reportedly") right after one, run on in the same voice within a paragraph.
    """
    tables = load_speech()
    quotes = find_quotes(report.text)
    heads = _by_head(report.mentions)
    found: list[Attribution] = []
    voice: _Voice | None = None
    for sentence in parse.sentences:
        if voice is not None and not _follows(report.text, voice.sentence, sentence):
            voice = None
        cues = find_cues(sentence, quotes, tables) if sentence.parsed else []
        made = [_attribution(cue, report, quotes, heads, voice) for cue in cues]
        if not made and voice is not None:
            made = _running_on(sentence, quotes, voice)
        found.extend(made)
        voice = _next_voice(made, sentence, voice)
    ordered = sorted(found, key=lambda a: a.cue)
    return msgspec.structs.replace(report, attributions=_nested(tuple(ordered)))


def _by_head(mentions: tuple[Mention, ...]) -> dict[int, Mention]:
    found: dict[int, Mention] = {}
    for mention in mentions:
        known = found.get(mention.head.start)
        if known is None or mention.span.covers(known.span):
            found[mention.head.start] = mention
    return found


def _attribution(
    cue: Cue,
    report: Report,
    quotes: tuple[Span, ...],
    heads: dict[int, Mention],
    voice: _Voice | None,
) -> Attribution:
    source, actor = _source(cue.source, heads)
    reason = cue.rule
    if cue.hedge and voice is not None:
        source, actor = voice.source, voice.actor
        reason = f"{cue.rule}, in the voice of the sentence before"
    return Attribution(
        source=source,
        actor=actor,
        cue=cue.span,
        content=cue.content,
        kind=_kind(cue.content, quotes),
        verb=cue.verb,
        reason=reason,
    )


def _source(word: Word | None, heads: dict[int, Mention]) -> tuple[tuple[Span, ...], Actor | None]:
    """Return the words and the actor of a source; words that name no actor stay words."""
    if word is None:
        return (), None
    mention = heads.get(word.start)
    if mention is not None:
        return (mention.span,), mention.actor
    phrase = [w for w in word.children if w.dep in ("compound", "amod", "nmod", "poss")]
    start = min([word.start, *(w.start for w in phrase)])
    return (Span(start, word.end),), None


def _kind(content: tuple[Span, ...], quotes: tuple[Span, ...]) -> Speech:
    quoted = sum(
        max(0, min(c.end, q.end) - max(c.start, q.start)) for c in content for q in quotes
    )
    total = sum(c.end - c.start for c in content)
    if quoted == 0:
        return Speech.INDIRECT
    # Marks and the comma before the closing one are not counted as quoted.
    return Speech.DIRECT if quoted >= total - 4 * len(content) else Speech.MIXED


def _follows(text: str, before: Sentence, sentence: Sentence) -> bool:
    """Tell whether a sentence comes right after another in the same paragraph."""
    return sentence.number == before.number + 1 and "\n" not in text[before.end : sentence.start]


def _running_on(
    sentence: Sentence, quotes: tuple[Span, ...], voice: _Voice
) -> list[Attribution]:
    """Return the attribution of a sentence that is one quotation, in the voice before it."""
    for quote in quotes:
        if quote.start <= sentence.start + 1 and quote.end >= sentence.end - 2:
            return [
                Attribution(
                    source=voice.source,
                    actor=voice.actor,
                    cue=Span(quote.start - 1, quote.start),
                    content=(quote,),
                    kind=Speech.DIRECT,
                    verb=VerbClass.ASSERTS,
                    reason="quotation right after an attributed sentence",
                )
            ]
    return []


def _next_voice(
    made: list[Attribution], sentence: Sentence, voice: _Voice | None
) -> _Voice | None:
    named = [a for a in made if a.source]
    if named:
        return _Voice(named[-1].source, named[-1].actor, sentence)
    return _Voice(voice.source, voice.actor, sentence) if voice and made else None


def _nested(attributions: tuple[Attribution, ...]) -> tuple[Attribution, ...]:
    """Return the attributions with the index of the one each stands in."""
    return tuple(
        msgspec.structs.replace(a, parent=_parent(index, attributions))
        for index, a in enumerate(attributions)
    )


def _parent(index: int, attributions: tuple[Attribution, ...]) -> int | None:
    """Return the smallest other attribution whose content holds this cue."""
    cue = attributions[index].cue
    holders = [
        (sum(s.end - s.start for s in a.content), number)
        for number, a in enumerate(attributions)
        if number != index and any(s.covers(cue) for s in a.content)
    ]
    return min(holders)[1] if holders else None
