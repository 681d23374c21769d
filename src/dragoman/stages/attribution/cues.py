"""Find verbs of saying in a parsed sentence: the words of the cue, its source, its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.languages.en.speech import ReportingVerb
from dragoman.languages.en.speech import Speech as SpeechTables
from dragoman.models.view import Sentence, Word
from dragoman.record import Span, VerbClass
from dragoman.stages.attribution.frames import Said, find_said
from dragoman.stages.attribution.groups import companion_of, cue_words
from dragoman.stages.attribution.quotes import Quote
from dragoman.stages.attribution.remarks import remarks
from dragoman.stages.attribution.sources import is_passive, speaker
from dragoman.stages.attribution.spans import span_of, spans_of
from dragoman.stages.attribution.surroundings import around, quoted_beside, stretch

__all__ = ["Cue", "find_verbs"]

_OWN_VOICE = frozenset(("i", "we", "you"))
_PRONOUNS = frozenset("he she it they who which that this".split())
_THINGS = frozenset("it that this which what these those".split())
_TOLD = frozenset(("clause", "wh", "quote", "around"))


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of saying with the word that is their source (None: left unsaid) and the content.

    `head` is the word the grammar hangs on, None for a cue that is no word ("Minister: ...").
    The content is empty where only the sentences around may hold it ("He went on:").
    `spoken` tells a telling from a position taken; `hedge` an adverb that borrows a voice; `aloud`
    a verb that may bring a quotation from one of thinking, wanting or backing.
    """

    span: Span
    head: Word | None
    source: Word | None
    content: tuple[Span, ...]
    verb: VerbClass
    rule: str
    spoken: bool = True
    hedge: bool = False
    aloud: bool = True


@dataclass(frozen=True, slots=True)
class _Reading:
    """A verb of saying read by one row of the table, and what stands around it."""

    verb: Word
    row: ReportingVerb
    sentence: Sentence
    quotes: tuple[Quote, ...]
    tables: SpeechTables
    companion: Word | None
    quoted: bool  # the verb itself stands in a quotation
    state: bool = False  # "is opposed to": the subject of the passive holds it

    @property
    def may_quote(self) -> bool:
        return "quote" in self.row.frames and not self.quoted


def find_verbs(
    sentence: Sentence, quotes: tuple[Quote, ...], tables: SpeechTables
) -> Iterator[Cue]:
    """Yield the verbs of saying that have content; `quotes` are those the sentence touches."""
    for word in sentence.words:
        if word.tag[:2] != "VB" or word.dep in ("aux", "auxpass", "amod"):
            continue
        quoted = any(q.start < word.start < q.end for q in quotes)
        for row, companion, state in _rows(word, sentence, tables):
            reading = _Reading(word, row, sentence, quotes, tables, companion, quoted, state)
            cue = _cue(reading)
            if cue is not None:
                yield cue
                break


def _rows(
    word: Word, sentence: Sentence, tables: SpeechTables
) -> Iterator[tuple[ReportingVerb, Word | None, bool]]:
    """Yield the rows a verb may be read by, with the companion found, and whether a state."""
    be = word.child("auxpass") if word.tag == "VBN" else None
    for row in tables.verbs.get(be.lower, ()) if be is not None else ():
        if row.companion == word.lower:
            yield row, None, True  # "is opposed to", parsed as a passive
    for row in tables.verbs.get(word.lower, ()):
        companion = companion_of(word, row, sentence)
        if row.companion is None or companion is not None:
            yield row, companion, False


def _cue(reading: _Reading) -> Cue | None:
    verb, row = reading.verb, reading.row
    if "as" in row.frames and any(p.child("pcomp") for p in verb.all("prep")):
        return None  # the cue of "was quoted as saying" is found at its last verb
    source = _speaker(reading)
    if source is not None and source.lower in _OWN_VOICE:
        return None
    beside: tuple[Span, ...] = ()
    if reading.may_quote:
        beside = quoted_beside(verb, source, reading.sentence, reading.quotes)
    if beside and source is None:
        source = _inverted(verb)
    said = _said(reading, source, beside=bool(beside))
    frame = said.frame if said is not None else "quote"
    group = _group(reading, said)
    content = (*_content(reading, source, group, said), *beside)
    announced = reading.may_quote and source is not None
    if not (content or announced) or not _stands(reading, frame, source):
        return None
    return _made(reading, source, group, content, frame)


def _made(
    reading: _Reading,
    source: Word | None,
    group: set[Word],
    content: tuple[Span, ...],
    frame: str,
) -> Cue:
    row = reading.row
    return Cue(
        span=span_of(group),
        head=reading.verb,
        source=source,
        content=content,
        verb=row.verb_class,
        rule=f"verb {row.lemma}, {frame}",
        spoken=frame in _TOLD,
        aloud="quote" in row.frames,
    )


def _speaker(reading: _Reading) -> Word | None:
    """Return who says it, None where the words leave it unsaid: "was told that"."""
    verb = reading.verb
    if reading.state:
        return verb.child("nsubjpass")
    told = "tell" in reading.row.frames and is_passive(verb) and verb.child("agent") is None
    return None if told else speaker(verb, reading.tables)


def _said(reading: _Reading, source: Word | None, *, beside: bool) -> Said | None:
    """Return what the grammar or the sentence around gives as said."""
    verb, row, companion = reading.verb, reading.row, reading.companion
    document = source is not None and source.lower in reading.tables.issued
    said = find_said(verb, row, document=document)
    if companion is not None:
        said = _beyond(find_said(companion, row, document=document) or said, companion)
    if row.spoken and not reading.quoted and (said is None or said.frame == "clause"):
        within = said is not None or beside
        said = around(verb, source, reading.sentence, within=within) or said
    return said


def _beyond(said: Said | None, companion: Word) -> Said | None:
    """Return what is said after the companion of a verb."""
    if said is None:
        return None
    words = {w for w in said.words if w.index > companion.index}
    return Said(words, said.frame, said.joined) if words else None


def _inverted(verb: Word) -> Word | None:
    """Return the speaker the parse takes for an object: "..., added another diplomat"."""
    named = verb.child("dobj")
    if named is None or named.index < verb.index or verb.tag not in ("VBD", "VBZ"):
        return None
    return named


def _stands(reading: _Reading, frame: str, source: Word | None) -> bool:
    """Tell whether a reading is somebody's telling or position.

    Within a quotation only the words of a named other are, not what its speaker thinks; things
    hold no position, nor nobody except in the passive, nor who is still to deny or to praise.
    """
    if reading.quoted:
        heard = frame == "clause" and "quote" in reading.row.frames
        return heard and source is not None and source.lower not in _PRONOUNS
    if frame != "object":
        return True
    if any(child.tag == "TO" for child in reading.verb.children):
        return False
    if source is None:
        return reading.verb.child("nsubjpass") is not None
    return source.lower not in _THINGS


def _group(reading: _Reading, said: Said | None) -> set[Word]:
    joined = said.joined if said is not None else ()
    if reading.companion is not None:
        joined = (*joined, reading.companion)
    return cue_words(reading.verb, reading.sentence, joined, reading.tables)


def _content(
    reading: _Reading, source: Word | None, group: set[Word], said: Said | None
) -> tuple[Span, ...]:
    """Return the spans of what is said without the words of the saying itself."""
    if said is None:
        return ()
    verb = reading.verb
    first, last = stretch(verb, reading.sentence, reading.quotes)
    words = {w for w in said.words - group if first <= w.index <= last}
    if source is not None and source.head is verb:
        words -= set(source.subtree())
    if verb in said.words:
        words -= set(verb.subtree())
    return spans_of(words - remarks(words, verb, reading.tables), reading.sentence)
