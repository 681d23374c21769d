"""Words of saying that are no verbs: "according to", "the claim that", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.languages.en.speech import Speech as SpeechTables
from dragoman.models.view import Sentence, Word
from dragoman.record import Span, VerbClass
from dragoman.stages.attribution.cues import Cue, span_of, spans_of
from dragoman.stages.attribution.sources import issuing_verb, speaker

__all__ = ["find_phrases"]


def find_phrases(sentence: Sentence, tables: SpeechTables) -> Iterator[Cue]:
    """Yield the cues of a sentence that are no verbs."""
    for word in sentence.words:
        if word.lower == "according":
            yield from _according(word, sentence, tables)
        elif word.tag.startswith("NN") and word.lower in tables.nouns:
            yield from _noun(word, sentence, tables)
        elif word.tag.startswith("RB") and word.lower in tables.hedges:
            yield from _hedge(word, sentence, tables)


def _according(word: Word, sentence: Sentence, tables: SpeechTables) -> Iterator[Cue]:
    to = next((c for c in word.children if c.lower == "to"), None)
    source = to.child("pobj") if to is not None else None
    if to is None or source is None:
        return
    last = to
    deeper = issuer(source, tables)
    if deeper is not None:
        last, source = deeper
    phrase = set(word.subtree())
    content = spans_of(set(sentence.words) - phrase, sentence)
    if content:
        span = Span(word.start, max(to.end, last.end))
        yield Cue(span, word, source, content, VerbClass.ASSERTS, "according to")


def issuer(noun: Word, tables: SpeechTables) -> tuple[Word, Word] | None:
    """Return who issued a document, with the word before: "a statement from the ministry"."""
    if noun.lower not in tables.issued:
        return None
    for preposition in noun.all("prep"):
        if preposition.lower in ("from", "by"):
            named = preposition.child("pobj")
            if named is not None:
                return preposition, named
    for child in noun.all("acl"):
        for agent in child.all("agent"):
            named = agent.child("pobj")
            if named is not None:
                return agent, named
    return None


def _noun(noun: Word, sentence: Sentence, tables: SpeechTables) -> Iterator[Cue]:
    row = tables.nouns[noun.lower]
    owner = noun.child("poss")
    joined = [noun]
    maker = issuing_verb(noun)
    if owner is None and maker is not None and maker.index < noun.index:
        owner = speaker(maker)
        joined.append(maker)
    said: Word | None = None
    for child in noun.children:
        if child.index < noun.index:
            continue
        if child.dep in ("acl", "ccomp", "relcl") and "that" in row.follows:
            if any(c.lower == "that" and c.dep == "mark" for c in child.children):
                said = child
                break
        if child.dep in ("acl", "relcl", "xcomp") and "infinitive" in row.follows and (owner is not None or not row.owned):
            if any(c.tag == "TO" for c in child.children):
                said = child
                break
        if child.dep == "prep" and child.lower in row.follows and (owner is not None or not row.owned):
            said = child.child("pobj", "pcomp")
            joined.append(child)
            break
    if said is None:
        return
    content = spans_of(set(said.subtree()), sentence)
    yield Cue(
        span_of(joined), noun, owner, content, row.verb_class, f"noun {row.noun}", spoken=False
    )


def _hedge(word: Word, sentence: Sentence, tables: SpeechTables) -> Iterator[Cue]:
    words = set(word.head.subtree()) - set(word.subtree())
    content = spans_of(words, sentence)
    if content:
        yield Cue(
            word.span,
            word,
            None,
            content,
            tables.hedges[word.lower],
            f"adverb {word.lower}",
            hedge=True,
        )
