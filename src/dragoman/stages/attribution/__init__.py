"""Find who says what: source, cue and content."""

from __future__ import annotations

from dataclasses import dataclass, replace

import msgspec

from dragoman.languages.en.speech import load_speech
from dragoman.models.view import Parse, Sentence, Word
from dragoman.record import Actor, Attribution, Mention, Report, Span, Speech
from dragoman.stages.attribution.cues import Cue, find_verbs
from dragoman.stages.attribution.pieces import joined, kind_of, tidy
from dragoman.stages.attribution.phrases import find_phrases
from dragoman.stages.attribution.quotes import Quote, find_quotes
from dragoman.stages.attribution.sources import antecedent, source_span

__all__ = ["find_attributions"]


@dataclass(slots=True)
class _Draft:
    """An attribution in the making: its content may still grow with quotations that run on."""

    cue: Cue
    sentence: Sentence
    source: tuple[Span, ...]
    actor: Actor | None
    content: tuple[Span, ...]
    reason: str


def find_attributions(report: Report, parse: Parse) -> Report:
    """Return the report with its attributions, in order of their cues.

    The reporter's own voice is none. A quotation that fills a sentence after an attributed one
    goes on with what was said there; a hedge ("reportedly") right after an attributed sentence is
    in the same voice, within a paragraph.
    """
    quotes = find_quotes(report.text)
    drafts = _drafts(report, parse, quotes)
    made = []
    for draft in drafts:
        content = tidy(draft.content, draft.cue.span, parse)
        if content:
            made.append(
                Attribution(
                    source=draft.source,
                    actor=draft.actor,
                    cue=draft.cue.span,
                    content=content,
                    kind=kind_of(content, quotes, report.text),
                    verb=draft.cue.verb,
                    reason=draft.reason,
                )
            )
    ordered = sorted(made, key=lambda a: (a.cue, a.content))
    return msgspec.structs.replace(report, attributions=_nested(tuple(ordered)))


def _drafts(report: Report, parse: Parse, quotes: tuple[Quote, ...]) -> list[_Draft]:
    tables = load_speech()
    heads = _by_head(report.mentions)
    drafts: list[_Draft] = []
    voice: _Draft | None = None
    owned: set[int] = set()
    number = 0
    for sentence in parse.sentences:
        while number < len(quotes) and quotes[number].end <= sentence.start:
            number += 1
        here = _touching(quotes, number, sentence)
        cues: list[Cue] = []
        if sentence.parsed:
            cues = [*find_verbs(sentence, here, tables), *find_phrases(sentence, tables)]
        made = [_draft(cue, sentence, heads, voice, report.text) for cue in cues]
        for draft in made:
            draft.content = joined(draft.content, draft.cue.span, here)
        owned.update(
            q.start for q in here for d in made if any(s.covers(q.span) for s in d.content)
        )
        drafts.extend(made)
        outer = _outermost(made)
        if outer is not None:
            voice = outer
        elif voice is not None and here and _fills(sentence, here):
            voice.content = (*voice.content, *(q.span for q in here))
            voice.sentence = sentence
        else:
            voice = voice if voice is not None and any(
                q.start <= sentence.start and sentence.end <= q.end for q in here
            ) else None
    return drafts


def _touching(quotes: tuple[Quote, ...], number: int, sentence: Sentence) -> tuple[Quote, ...]:
    found = []
    for quote in quotes[number:]:
        if quote.start >= sentence.end:
            break
        found.append(quote)
    return tuple(found)


def _fills(sentence: Sentence, quotes: tuple[Quote, ...]) -> bool:
    """Tell whether quotations are all that a sentence holds, marks and blanks aside."""
    held = sum(min(q.end, sentence.end) - max(q.start, sentence.start) for q in quotes)
    return held >= (sentence.end - sentence.start) - 3


def _outermost(drafts: list[_Draft]) -> _Draft | None:
    spoken = [d for d in drafts if d.cue.spoken and d.source]
    if not spoken:
        return None
    return max(spoken, key=lambda d: sum(s.end - s.start for s in d.content))


def _by_head(mentions: tuple[Mention, ...]) -> dict[int, Mention]:
    found: dict[int, Mention] = {}
    for mention in mentions:
        known = found.get(mention.head.start)
        if known is None or mention.span.covers(known.span):
            found[mention.head.start] = mention
    return found


def _draft(
    cue: Cue, sentence: Sentence, heads: dict[int, Mention], voice: _Draft | None, text: str
) -> _Draft:
    source, actor = _source(cue.source, cue.head, sentence, heads)
    reason = cue.rule
    if cue.hedge and voice is not None and _follows(text, voice.sentence, sentence):
        source, actor = voice.source, voice.actor
        reason = f"{cue.rule}, in the voice of the sentence before"
    return _Draft(cue, sentence, source, actor, cue.content, reason)


def _source(
    word: Word | None, verb: Word, sentence: Sentence, heads: dict[int, Mention]
) -> tuple[tuple[Span, ...], Actor | None]:
    """Return the words and the actor of a source; words that name no actor stay words."""
    if word is None:
        return (), None
    span = source_span(word, sentence, verb)
    named = antecedent(word)
    mention = heads.get(named.start)
    if mention is None:
        return (span,), None
    if named is not word:
        return (span,), mention.actor
    start, end = min(span.start, mention.span.start), max(span.end, mention.span.end)
    return (Span(start, end),), mention.actor


def _follows(text: str, before: Sentence, sentence: Sentence) -> bool:
    """Tell whether a sentence comes right after another in the same paragraph."""
    return sentence.number == before.number + 1 and "\n" not in text[before.end : sentence.start]


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
