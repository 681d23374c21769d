"""Words of saying that are no verbs: "according to", "the claim that", "reportedly"."""

from __future__ import annotations

from collections.abc import Iterator

from dragoman.languages.en.speech import Saying
from dragoman.languages.en.speech import Speech as SpeechTables
from dragoman.models.view import Sentence, Word
from dragoman.record import Span, VerbClass
from dragoman.stages.attribution.cues import Cue
from dragoman.stages.attribution.groups import described
from dragoman.stages.attribution.sources import issuing_verb, speaker
from dragoman.stages.attribution.spans import span_of, spans_of

__all__ = ["find_phrases"]

_CLAUSES = frozenset(("acl", "ccomp", "relcl", "xcomp"))


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
    deeper = _issuer(source, tables)
    if deeper is not None:
        last, source = deeper
    phrase = set(word.subtree())
    content = spans_of(set(sentence.words) - phrase, sentence)
    if content:
        span = Span(word.start, max(to.end, last.end))
        yield Cue(span, word, source, content, VerbClass.ASSERTS, "according to")


def _issuer(noun: Word, tables: SpeechTables) -> tuple[Word, Word] | None:
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
    maker = issuing_verb(noun, tables)
    if owner is None and maker is not None and maker.index < noun.index:
        owner = speaker(maker, tables)
        joined.append(maker)
    owner = owner or _giver(noun)
    content = _noun_content(noun, row, owned=owner is not None)
    if content is None:
        return
    said, preposition = content
    if preposition is not None:
        joined.append(preposition)
    joined.extend(described(noun, sentence))
    yield Cue(
        span=span_of(joined),
        head=noun,
        source=owner,
        content=spans_of(set(said.subtree()), sentence),
        verb=row.verb_class,
        rule=f"noun {row.noun}",
        spoken=False,
        aloud=False,
    )


def _giver(noun: Word) -> Word | None:
    """Return whose saying it is: "criticism from the bishops", "the Russian claim"."""
    for preposition in noun.all("prep"):
        if preposition.lower in ("from", "by") and preposition.index == noun.index + 1:
            return preposition.child("pobj")
    for word in reversed(noun.all("amod")):
        if word.index > 0 and word.text[0].isupper():
            return word
    return None


def _noun_content(noun: Word, row: Saying, *, owned: bool) -> tuple[Word, Word | None] | None:
    """Return what a noun says, with the preposition that brings it: "the claim *that*"."""
    whose = owned or not row.owned
    for child in noun.children:
        if child.index < noun.index:
            continue
        if child.dep == "prep":
            said = child.child("pobj", "pcomp")
            if whose and said is not None and child.lower in row.follows:
                return said, child
        elif child.dep in _CLAUSES and (
            ("that" in row.follows and _is_that(child))
            or ("infinitive" in row.follows and whose and _has_to(child))
        ):
            return child, None
    return None


def _is_that(clause: Word) -> bool:
    return any(c.lower == "that" and (c.tag == "IN" or c.dep == "mark") for c in clause.children)


def _has_to(clause: Word) -> bool:
    return any(c.tag == "TO" for c in clause.children)


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
