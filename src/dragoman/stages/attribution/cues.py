"""Find cues of saying in a parsed sentence: the verb, its source, its content."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.languages.en.speech import Speech as SpeechTables
from dragoman.models.view import Sentence, Word
from dragoman.record import Span, VerbClass

__all__ = ["Cue", "find_cues"]

_SUBJECTS = ("nsubj", "nsubjpass")
_TRIM = frozenset(",;:—–-'\"“”«»()") | {"''", "``", "that"}


@dataclass(frozen=True, slots=True)
class Cue:
    """Words of saying with the word that is their source (None: left unsaid) and the content."""

    span: Span
    source: Word | None
    content: tuple[Span, ...]
    verb: VerbClass
    rule: str
    addressee: Word | None = None
    hedge: bool = False


def find_cues(sentence: Sentence, quotes: tuple[Span, ...], tables: SpeechTables) -> list[Cue]:
    """Return the cues of a sentence in text order."""
    found: list[Cue] = []
    for word in sentence.words:
        if word.tag.startswith("VB") and word.lower in tables.verbs:
            found.extend(_verb(word, sentence, quotes, tables))
        elif word.lower == "according":
            found.extend(_according(word, sentence, tables))
        elif word.lower in tables.nouns and word.tag.startswith("NN"):
            found.extend(_noun(word, tables))
        elif word.lower in tables.hedges and word.tag.startswith("RB"):
            found.extend(_hedge(word, sentence, tables))
    return found


def _verb(
    verb: Word, sentence: Sentence, quotes: tuple[Span, ...], tables: SpeechTables
) -> Iterator[Cue]:
    row = tables.verbs[verb.lower]
    quoted = tuple(q for q in _quoted(verb, sentence, quotes) if _stands_alone(q, verb, sentence))
    clause = _clause(verb)
    if row.needs_quote and not quoted and not _that(clause):
        return
    source = _speaker(verb)
    if clause is None and not (quoted and source is not None):
        return
    content = _pieces(clause, verb, source) if clause is not None else _minus(quoted, verb, source)
    if content:
        yield Cue(
            _verb_span(verb), source, content, row.verb_class, f"verb {row.lemma}", _told(verb)
        )


def _clause(verb: Word) -> Word | None:
    """Return the verb of the clause that is said: "said that X", "X, he said"."""
    clause = verb.child("ccomp")
    if clause is not None:
        return clause
    # "was quoted as saying", "is believed to have": the clause hangs elsewhere
    if verb.dep == "parataxis" and verb.head.tag.startswith("VB"):
        return verb.head
    return None


def _that(clause: Word | None) -> bool:
    return clause is not None and clause.child("nsubj", "nsubjpass", "expl") is not None


def _speaker(verb: Word) -> Word | None:
    for child in verb.all("nsubj"):
        return child
    for agent in verb.all("agent"):
        for child in agent.all("pobj"):
            return child
    if verb.dep == "conj" and verb.head.tag.startswith("VB"):
        return _speaker(verb.head)
    if verb.dep == "pcomp" and verb.head.lower == "as":
        # "was quoted as saying"
        for child in verb.head.head.all("nsubjpass"):
            return child
    if verb.dep in ("advcl", "xcomp") and verb.head.tag.startswith("VB"):
        return _speaker(verb.head)
    if verb.dep in ("acl", "relcl"):
        return verb.head
    return None


def _told(verb: Word) -> Word | None:
    """Return who is told."""
    if verb.lower in ("told", "tell", "tells", "informed", "assured", "reminded", "telling"):
        return verb.child("dobj", "dative")
    return None


def _verb_span(verb: Word) -> Span:
    return verb.span


def _quoted(verb: Word, sentence: Sentence, quotes: tuple[Span, ...]) -> tuple[Span, ...]:
    """Return the quotations of the sentence that the verb itself does not stand in."""
    inside = [q for q in quotes if sentence.start <= q.start and q.end <= sentence.end]
    return tuple(q for q in inside if not q.start <= verb.start < q.end)


def _stands_alone(quote: Span, verb: Word, sentence: Sentence) -> bool:
    """Tell whether a quotation is what is said, not a phrase quoted inside the reporter's words."""
    before = [w for w in sentence.words if w.end < quote.start]
    if not before or before[-1] is verb:
        return True
    return before[-1].text in {",", ":", ";", "."} or quote.end >= sentence.end - 2


def _pieces(clause: Word, verb: Word, source: Word | None) -> tuple[Span, ...]:
    """Return the spans of a clause without the words of saying inside it."""
    words = sorted(clause.subtree(), key=lambda w: w.start)
    outside = {verb, *(source.subtree() if source is not None else ())}
    if verb in words:
        outside |= {w for w in verb.subtree() if w is not clause}
    runs: list[list[Word]] = [[]]
    for word in words:
        if word in outside:
            runs.append([])
        else:
            runs[-1].append(word)
    spans = [_trimmed(run) for run in runs]
    return tuple(s for s in spans if s is not None)


def _trimmed(run: list[Word]) -> Span | None:
    """Return the span of a run of words without marks and "that" at its edges."""
    first, last = 0, len(run)
    while first < last and run[first].lower in _TRIM:
        first += 1
    while last > first and (run[last - 1].lower in _TRIM or run[last - 1].text == "."):
        last -= 1
    if last - first < 1:
        return None
    return Span(run[first].start, run[last - 1].end)


def _minus(quoted: tuple[Span, ...], verb: Word, source: Word | None) -> tuple[Span, ...]:
    return tuple(
        q for q in quoted if source is None or not q.start <= source.start < q.end
    )


def _according(word: Word, sentence: Sentence, tables: SpeechTables) -> Iterator[Cue]:
    to = next((c for c in word.children if c.lower == "to"), None)
    source = to.child("pobj") if to is not None else None
    if to is None or source is None:
        return
    phrase = {word, *word.subtree()}
    first, last = word, to
    deeper = _issuer(source, tables)
    if deeper is not None:
        last, source = deeper
    content = _rest(sentence, phrase)
    if content:
        span = Span(first.start, max(to.end, last.end))
        yield Cue(span, source, content, VerbClass.ASSERTS, "according to")


def _issuer(noun: Word, tables: SpeechTables) -> tuple[Word, Word] | None:
    """Return who issued a document, with the word before: "a statement from the ministry"."""
    if noun.lower not in tables.issued:
        return None
    for preposition in noun.all("prep"):
        if preposition.lower in ("from", "by", "of"):
            issuer = preposition.child("pobj")
            if issuer is not None:
                return preposition, issuer
    for child in noun.all("acl"):
        for agent in child.all("agent"):
            issuer = agent.child("pobj")
            if issuer is not None:
                return agent, issuer
    owner = noun.child("poss")
    return (noun, owner) if owner is not None and owner.end < noun.start else None


def _rest(sentence: Sentence, phrase: set[Word]) -> tuple[Span, ...]:
    """Return the sentence without a phrase."""
    runs: list[list[Word]] = [[]]
    for word in sentence.words:
        if word in phrase:
            runs.append([])
        else:
            runs[-1].append(word)
    spans = [_trimmed(run) for run in runs]
    return tuple(s for s in spans if s is not None)


def _noun(noun: Word, tables: SpeechTables) -> Iterator[Cue]:
    for clause in noun.all("acl", "ccomp"):
        if any(c.lower == "that" and c.dep == "mark" for c in clause.children):
            content = _pieces(clause, noun, None)
            if content:
                yield Cue(
                    noun.span,
                    noun.child("poss"),
                    content,
                    tables.nouns[noun.lower],
                    f"noun {noun.lower}",
                )


def _hedge(word: Word, sentence: Sentence, tables: SpeechTables) -> Iterator[Cue]:
    clause = word.head
    words = sorted(clause.subtree(), key=lambda w: w.start)
    runs: list[list[Word]] = [[]]
    for other in words:
        if other is word:
            runs.append([])
        else:
            runs[-1].append(other)
    content = tuple(s for s in (_trimmed(run) for run in runs) if s is not None)
    if content:
        yield Cue(
            word.span,
            None,
            content,
            tables.hedges[word.lower],
            f"adverb {word.lower}",
            hedge=True,
        )
