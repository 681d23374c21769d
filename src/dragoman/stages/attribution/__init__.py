"""Find who says what: source, cue and content."""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from dragoman.languages.en.speech import Speech as SpeechTables
from dragoman.languages.en.speech import load_speech
from dragoman.models.view import Parse, Sentence, Word
from dragoman.record import Actor, Attribution, Mention, Report, SourceKind, Span, VerbClass
from dragoman.stages.attribution.cues import Cue, find_verbs
from dragoman.stages.attribution.headlines import find_named_line
from dragoman.stages.attribution.kinds import kind_of_source
from dragoman.stages.attribution.phrases import find_phrases
from dragoman.stages.attribution.pieces import enclosed, joined, kind_of, tidy
from dragoman.stages.attribution.quotes import Quote, find_quotes
from dragoman.stages.attribution.sources import antecedent, source_span
from dragoman.stages.attribution.voices import Draft, Voice, just_before, touching

__all__ = ["find_attributions"]

_INWARD = frozenset((VerbClass.ASSERTS, VerbClass.DOUBTS))
_HIMSELF = frozenset("he she it they his her its their".split())


def find_attributions(report: Report, parse: Parse) -> Report:
    """Return the report with its attributions, in order of their cues.

    The reporter's own voice is none. A quotation that fills a sentence after an attributed one
    goes on with what was said there; a hedge ("reportedly") right after an attributed sentence is
    in the same voice, within a paragraph.
    """
    quotes = find_quotes(report.text)
    heads = _by_head(report.mentions)
    drafts = _drafts(report, parse, quotes, heads)
    made = [(a, d) for d in drafts if (a := _attribution(d, parse, quotes)) is not None]
    made.sort(key=lambda pair: (pair[0].cue, pair[0].content))
    nested = _nested(tuple(a for a, _ in made), parse)
    kept = tuple(
        msgspec.structs.replace(a, source_kind=_kind(a.source, heads, report, parse))
        for a, (_, d) in zip(nested, made, strict=True)
        if _is_telling(a, d.cue, parse.text)
    )
    return msgspec.structs.replace(report, attributions=_nested(kept, parse))


def _kind(
    source: tuple[Span, ...], heads: dict[int, Mention], report: Report, parse: Parse
) -> SourceKind | None:
    word = parse.head_of(source[0]) if source else None
    if word is None:
        return None
    named = antecedent(word)
    return kind_of_source(named, heads.get(named.start), report, parse)


def _is_telling(attribution: Attribution, cue: Cue, text: str) -> bool:
    """Tell whether what stands within another's words is a saying, not a mind that is told of.

    "said he hoped for rain" and "said the union backed the plan" are one saying each; "said he had
    told the council", "said he had called for a truce", "said the union believed that" are two.
    """
    if attribution.parent is None or cue.aloud or attribution.verb not in _INWARD:
        return True
    himself = any(span.cut(text).lower() in _HIMSELF for span in attribution.source)
    return cue.spoken and not himself


def _attribution(draft: Draft, parse: Parse, quotes: tuple[Quote, ...]) -> Attribution | None:
    """Return a draft as an attribution, or None where nothing is said."""
    within = enclosed(draft.content, draft.cue.span, parse.text)
    content = tidy(within, draft.cue.span, parse)
    if not content:
        return None
    return Attribution(
        source=draft.source,
        actor=draft.actor,
        cue=draft.cue.span,
        content=content,
        kind=kind_of(content, quotes, parse.text),
        verb=draft.cue.verb,
        reason=draft.reason,
    )


def _drafts(
    report: Report, parse: Parse, quotes: tuple[Quote, ...], heads: dict[int, Mention]
) -> list[Draft]:
    """Return the attributions of all sentences, contents that run on put together."""
    tables = load_speech()
    drafts: list[Draft] = []
    voice = Voice(report.text)
    first = 0
    for sentence in parse.sentences:
        while first < len(quotes) and quotes[first].end <= sentence.start:
            first += 1
        here = tuple(touching(quotes, first, sentence))
        cues = _cues(sentence, here, tables)
        made = [_draft(cue, sentence, heads, voice) for cue in cues]
        made.extend(_named_line(report, sentence, made, tables))
        before = quotes[first - 1] if first else None
        for draft in made:
            if not draft.content:
                draft.content = just_before(before, sentence, report.text)
            draft.content = joined(draft.content, draft.cue.span, here)
        drafts.extend(made)
        voice.hear(sentence, here, made)
    return drafts


def _cues(sentence: Sentence, quotes: tuple[Quote, ...], tables: SpeechTables) -> Iterator[Cue]:
    if sentence.parsed:
        yield from find_verbs(sentence, quotes, tables)
        yield from find_phrases(sentence, tables)


def _named_line(
    report: Report, sentence: Sentence, others: list[Draft], tables: SpeechTables
) -> Iterator[Draft]:
    """Yield the attribution of a headline or a line of a transcript, if no verb tells it."""
    line = find_named_line(report.text, sentence, tables)
    if line is None:
        return
    source, span, content = line
    if any(other.cue.spoken and other.cue.span.start < span.end for other in others):
        return
    actor = next((m.actor for m in report.mentions if source.covers(m.span)), None)
    cue = Cue(span, None, None, (content,), VerbClass.ASSERTS, "name before a colon")
    yield Draft(cue, sentence, (source,), actor, (content,), cue.rule)


def _by_head(mentions: tuple[Mention, ...]) -> dict[int, Mention]:
    found: dict[int, Mention] = {}
    for mention in mentions:
        known = found.get(mention.head.start)
        if known is None or mention.span.covers(known.span):
            found[mention.head.start] = mention
    return found


def _draft(cue: Cue, sentence: Sentence, heads: dict[int, Mention], voice: Voice) -> Draft:
    source, actor = _source(cue.source, cue.head, sentence, heads)
    if cue.hedge and voice.draft is not None and voice.reaches(sentence):
        reason = f"{cue.rule}, in the voice of the sentence before"
        return Draft(cue, sentence, voice.draft.source, voice.draft.actor, cue.content, reason)
    return Draft(cue, sentence, source, actor, cue.content, cue.rule)


def _source(
    word: Word | None, verb: Word | None, sentence: Sentence, heads: dict[int, Mention]
) -> tuple[tuple[Span, ...], Actor | None]:
    """Return the words and the actor of a source; words that name no actor stay words."""
    if word is None or verb is None:
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


def _nested(attributions: tuple[Attribution, ...], parse: Parse) -> tuple[Attribution, ...]:
    """Return the attributions with the index of the one each stands in."""
    holders: dict[int, list[tuple[int, int, Span]]] = {}
    for index, attribution in enumerate(attributions):
        extent = sum(span.end - span.start for span in attribution.content)
        for span in attribution.content:
            holders.setdefault(_number(span, parse), []).append((extent, index, span))
    return tuple(
        msgspec.structs.replace(a, parent=_parent(index, a, holders.get(_number(a.cue, parse), [])))
        for index, a in enumerate(attributions)
    )


def _number(span: Span, parse: Parse) -> int:
    sentence = parse.sentence_at(span.start)
    return sentence.number if sentence is not None else -1


def _parent(
    index: int, attribution: Attribution, holders: list[tuple[int, int, Span]]
) -> int | None:
    """Return the smallest other attribution whose content holds this cue."""
    around = [
        (extent, other)
        for extent, other, span in holders
        if other != index and span.covers(attribution.cue)
    ]
    return min(around)[1] if around else None
