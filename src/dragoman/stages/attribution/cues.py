"""Find verbs of saying in a parsed sentence: the words of the cue, its source, its content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dragoman.languages.en.speech import ReportingVerb
from dragoman.languages.en.speech import Speech as SpeechTables
from dragoman.models.view import Sentence, Word
from dragoman.record import Span, VerbClass
from dragoman.stages.attribution.frames import Said, find_said
from dragoman.stages.attribution.quotes import Quote
from dragoman.stages.attribution.sources import issuing_verb, speaker

__all__ = ["Cue", "find_verbs", "span_of", "spans_of"]

_AUXILIARY = frozenset(("aux", "auxpass", "neg"))
_AUXILIARIES = frozenset(
    "is are was were be been being has have had having do does did not n't n’t "
    "'s 've 'd 're 'll ’s ’ve ’d ’re ’ll".split()
)
# Adverbs that join sentences belong to no cue.
_JOINING = frozenset(
    "when where why how however meanwhile instead indeed so then therefore moreover".split()
)
_OWN_VOICE = frozenset(("i", "we", "you"))
_PRONOUNS = frozenset("he she it they who which that this".split())
_THINGS = frozenset("it that this which what these those".split())
_BREAKS = frozenset(",;:—–-()") | {"--", "...", "…"}
_MARKS = frozenset("“”\"'«»‘’`") | {"''", "``"}
_PARENTHESIS = 9  # words: a longer stretch between commas is more than "X said"
_UTTERANCE = 4  # words: fewer, without a comma before them, are a phrase in the reporter's words
_GROUP_REACH = 3  # words between a verb and the preposition that joins its cue


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of saying with the word that is their source (None: left unsaid) and the content.

    `head` is the word the grammar hangs on, None for a cue that is no word ("Minister: ...").
    The content is empty where only the sentences around may hold it ("He went on:").
    `spoken` tells a telling from a position taken; `hedge` an adverb that borrows a voice.
    """

    span: Span
    head: Word | None
    source: Word | None
    content: tuple[Span, ...]
    verb: VerbClass
    rule: str
    spoken: bool = True
    hedge: bool = False


def find_verbs(
    sentence: Sentence, quotes: tuple[Quote, ...], tables: SpeechTables
) -> Iterator[Cue]:
    """Yield the verbs of saying that have content; `quotes` are those the sentence touches."""
    for word in sentence.words:
        rows = tables.verbs.get(word.lower)
        if rows is None or word.tag[:2] != "VB" or word.dep in ("aux", "auxpass", "amod"):
            continue
        for row in rows:
            cue = _cue(word, row, sentence, quotes, tables)
            if cue is not None:
                yield cue
                break


def _cue(
    verb: Word,
    row: ReportingVerb,
    sentence: Sentence,
    quotes: tuple[Quote, ...],
    tables: SpeechTables,
) -> Cue | None:
    companion = _companion(verb, row, sentence)
    if row.companion is not None and companion is None:
        return None
    source = speaker(verb)
    if source is not None and source.lower in _OWN_VOICE:
        return None
    quoted = any(q.start < verb.start < q.end for q in quotes)
    beside = _beside(verb, source, sentence, quotes) if not quoted and "quote" in row.frames else ()
    document = source is not None and source.lower in tables.issued
    said = find_said(verb, row, document)
    if companion is not None:
        said = _beyond(find_said(companion, row, document) or said, companion)
    if beside and source is None and "tell" not in row.frames:
        source = _inverted(verb)
    if said is None and row.spoken and not beside:
        said = _around(verb, source, sentence, quoted)
    announced = "quote" in row.frames and source is not None and not quoted
    if said is None and not beside and not announced:
        return None
    frame = said.frame if said is not None else "quote"
    if quoted and not _is_told(frame, source):
        return None
    if frame == "object" and not _is_held(verb, source):
        return None
    group = _group(verb, sentence, said.joined if said is not None else (), tables)
    content = (*_content(verb, source, group, said, sentence), *beside)
    if not content and not announced:
        return None
    spoken = frame in ("clause", "wh", "quote", "around")
    return Cue(
        span_of(group), verb, source, content, row.verb_class, f"verb {row.lemma}, {frame}", spoken
    )


def _is_held(verb: Word, source: Word | None) -> bool:
    """Tell whether somebody holds a position: things do not, nor nobody except in the passive.

    What somebody is to deny or to support is not held yet.
    """
    if any(child.tag == "TO" for child in verb.children):
        return False
    if source is None:
        return verb.child("nsubjpass") is not None
    return source.lower not in _THINGS


def _companion(verb: Word, row: ReportingVerb, sentence: Sentence) -> Word | None:
    """Return the word a verb needs beside it to be a cue ("made it *clear*")."""
    for word in sentence.words[verb.index + 1 : verb.index + 1 + _GROUP_REACH]:
        if word.lower == row.companion:
            return word
    return None


def _beyond(said: Said | None, companion: Word) -> Said | None:
    """Return what is said after the companion of a verb."""
    if said is None:
        return None
    words = {w for w in said.words if w.index > companion.index}
    return Said(words, said.frame, (companion, *said.joined)) if words else None


def _inverted(verb: Word) -> Word | None:
    """Return the speaker the parse takes for an object: "..., added another diplomat"."""
    named = verb.child("dobj")
    return named if named is not None and named.index > verb.index else None


def _is_told(frame: str, source: Word | None) -> bool:
    """Tell whether a verb within a quotation gives the words of another, not a thought."""
    return frame == "clause" and source is not None and source.lower not in _PRONOUNS


def _content(
    verb: Word, source: Word | None, group: set[Word], said: Said | None, sentence: Sentence
) -> tuple[Span, ...]:
    """Return the spans of what is said without the words of the saying itself."""
    if said is None:
        return ()
    words = said.words - group
    if source is not None and source.head is verb:
        words -= set(source.subtree())
    if verb in said.words:
        words -= set(verb.subtree())
    return spans_of(words, sentence)


def _group(
    verb: Word, sentence: Sentence, joined: tuple[Word, ...], tables: SpeechTables
) -> set[Word]:
    """Return the words of a cue: the verb with its auxiliaries, adverbs, particle, preposition."""
    words = sentence.words
    group = {verb}
    index = verb.index - 1
    while index >= 0 and _belongs(words[index], verb, group):
        group.add(words[index])
        index -= 1
    last = max((w.index for w in (*joined, *verb.all("prt"))), default=verb.index)
    if verb.index < last <= verb.index + _GROUP_REACH:
        group.update(words[verb.index : last + 1])
    else:
        group.update(_issued(verb, words, tables))
    group.update(_issuing(verb, words))
    return group


def _issuing(verb: Word, words: tuple[Word, ...]) -> Iterable[Word]:
    """Return "issued a statement" where it stands right before "saying"."""
    if verb.dep != "acl" or verb.index - verb.head.index > _GROUP_REACH:
        return ()
    above = issuing_verb(verb.head)
    return words[above.index : verb.index] if above is not None and above.index < verb.index else ()


def _belongs(word: Word, verb: Word, group: set[Word]) -> bool:
    """Tell whether a word right before a cue belongs to it."""
    if word.lower in _AUXILIARIES or word.tag == "MD":
        return True
    if word.head in group:
        joins = word.dep == "advmod" and word.lower not in _JOINING
        return joins or word.dep in _AUXILIARY
    # "appeared to suggest", "went on to say"
    return verb.dep == "xcomp" and word is verb.head and word.tag[:2] == "VB"


def _issued(verb: Word, words: tuple[Word, ...], tables: SpeechTables) -> Iterable[Word]:
    """Return "in a statement" where it follows the verb."""
    for preposition in verb.all("prep"):
        if preposition.lower == "in" and preposition.index == verb.index + 1:
            noun = preposition.child("pobj")
            if noun is not None and noun.lower in tables.statements:
                return words[preposition.index : noun.index + 1]
    return ()


def _beside(
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


_LIGHT = frozenset(
    "aux advmod neg prt npadvmod dative dobj prep nsubj advcl acomp".split()
)


def _around(verb: Word, source: Word | None, sentence: Sentence, quoted: bool) -> Said | None:
    """Read "as X put it" and "- X says -": the rest of the sentence is said."""
    if quoted or source is None or abs(source.index - verb.index) > _PARENTHESIS:
        return None
    words = sentence.words
    first, last = min(verb.index, source.index), max(verb.index, source.index)
    while first > 0 and words[first - 1].text not in _BREAKS:
        first -= 1
    while last + 1 < len(words) and words[last + 1].text not in _BREAKS | {".", "?", "!"}:
        last += 1
    stretch = [w for w in words[first : last + 1] if w.text not in _MARKS]
    rest = {w for w in words if not first <= w.index <= last}
    opens = any(w.lower == "as" for w in stretch[:2])
    if len(stretch) > _PARENTHESIS or not (opens or _is_bare(stretch, verb, source)):
        return None
    return Said(rest, "around") if sum(w.text[0].isalnum() for w in rest) > 1 else None


def _is_bare(stretch: list[Word], verb: Word, source: Word) -> bool:
    """Tell whether a stretch between breaks holds nothing but who said it and when."""
    if verb.tag not in ("VBD", "VBZ", "VBP"):
        return False
    own = {*source.subtree(), verb}
    return all(
        w in own or (w.head is verb and w.dep in ("aux", "advmod", "npadvmod", "neg"))
        for w in stretch
    )


def span_of(words: Iterable[Word]) -> Span:
    """Return the span from the first to the last of some words."""
    found = list(words)
    return Span(min(w.start for w in found), max(w.end for w in found))


def spans_of(words: set[Word], sentence: Sentence) -> tuple[Span, ...]:
    """Return the spans of the runs that some words of a sentence form."""
    found: list[Span] = []
    first = previous = -2
    for index in sorted(w.index for w in words):
        if index != previous + 1:
            if first >= 0:
                found.append(Span(sentence.words[first].start, sentence.words[previous].end))
            first = index
        previous = index
    if first >= 0:
        found.append(Span(sentence.words[first].start, sentence.words[previous].end))
    return tuple(found)
