"""Find who speaks: the word the grammar gives a verb of saying, and the words of the source."""

from __future__ import annotations

from dragoman.languages.en.speech import Speech as SpeechTables
from dragoman.models.view import Sentence, Word
from dragoman.record import Span

__all__ = [
    "addressee",
    "antecedent",
    "hears",
    "is_passive",
    "issuing_verb",
    "source_span",
    "speaker",
]

_RELATIVES = frozenset(("who", "which", "that"))
_EDGES = frozenset(",;:—–-()[]") | {"''", "``", '"', "“", "”"}
_LEFT_OUT = frozenset(("relcl", "advcl", "punct", "parataxis", "cc", "acl", "ccomp"))
_NOT = frozenset(("n't", "n’t", "not"))
_AS_VERBS = frozenset(("VB", "VBD", "VBG", "VBN", "VBP", "VBZ"))


def speaker(verb: Word, tables: SpeechTables) -> Word | None:
    """Return the head of the words that name who says what a verb of saying brings."""
    own = _own_subject(verb)
    if own is not None:
        return own
    head = verb.head
    if verb.is_root or (verb.dep == "ccomp" and is_passive(verb)):
        return None
    if verb.dep == "advcl" and verb.tag == "VBN" and hears(verb, tables):
        return None  # "asked about the raid, he left"
    if verb.dep in ("acl", "relcl"):
        return _of_noun(head, tables)
    if verb.dep == "pcomp":
        # "was quoted as saying", "began by saying"
        quoted = head.head.child("nsubjpass") if head.lower == "as" else None
        if quoted is not None:
            return quoted
        return _of_head(head.head, tables) if head.dep == "prep" else None
    if verb.dep in ("conj", "xcomp", "advcl", "ccomp", "dep", "parataxis"):
        return _of_head(head, tables)
    return None


def issuing_verb(noun: Word, tables: SpeechTables) -> Word | None:
    """Return the verb that brings a noun of saying about: "*issued* a statement"."""
    if noun.dep in ("dobj", "nsubjpass") and noun.head.lower in tables.issuing:
        return noun.head
    return None


def _of_noun(noun: Word, tables: SpeechTables) -> Word | None:
    """Return who speaks where a noun is said to say: its issuer, where one issues it, or itself."""
    verb = issuing_verb(noun, tables)
    issuer = speaker(verb, tables) if verb is not None else None
    if issuer is not None:
        return issuer
    return noun if noun.tag[0] in "NP" else None


def _own_subject(verb: Word) -> Word | None:
    for subject in verb.all("nsubj"):
        if subject.tag[0] != "R" and subject.lower not in _NOT:  # taken for subjects now and then
            return subject
    for agent in verb.all("agent"):
        named = agent.child("pobj")
        if named is not None:
            return named
    return None


def _of_head(head: Word, tables: SpeechTables) -> Word | None:
    """Return the subject of a verb as the speaker of one under it."""
    if head.tag not in _AS_VERBS:
        return speaker(head, tables) if head.dep in ("xcomp", "acomp") else head.child("nsubj")
    if is_passive(head):
        agent = _own_subject(head)
        return agent if agent is not None else head.child("nsubjpass")
    return speaker(head, tables)


def is_passive(verb: Word) -> bool:
    """Tell whether a verb is in the passive."""
    return any(child.dep in ("auxpass", "nsubjpass") for child in verb.children)


def hears(verb: Word, tables: SpeechTables) -> bool:
    """Tell whether the object of a verb of saying is who hears it: told, informed, asked."""
    rows = tables.verbs.get(verb.lower, ())
    return any("tell" in row.frames for row in rows)


def addressee(verb: Word) -> Word | None:
    """Return who is told by a verb of telling, or None where the words do not say."""
    heard = verb.child("dative", "dobj", "nsubjpass")
    if heard is None:
        return None
    return heard.child("pobj") if heard.tag in ("IN", "TO") else heard


def antecedent(word: Word) -> Word:
    """Return the noun a relative pronoun stands for; another word itself."""
    if word.tag in ("WP", "WDT"):
        for above in word.ancestors():
            if above.dep == "relcl":
                return above.head
    return word


def source_span(word: Word, sentence: Sentence, verb: Word) -> Span:
    """Return the words of a source: its noun phrase with titles and appositions.

    The saying itself, clauses set off by marks and marks at the edges are left out.
    """
    kept = _phrase(word, verb)
    first = last = word.index
    words = sentence.words
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    while first < word.index and words[first].text in _EDGES:
        first += 1
    while last > word.index and _is_edge(words[last]):
        last -= 1
    last = _with_bracket(words, first, last)
    return Span(words[first].start, words[last].end)


def _is_edge(word: Word) -> bool:
    return word.text in _EDGES or word.text.isspace()


def _with_bracket(words: tuple[Word, ...], first: int, last: int) -> int:
    """Return the last word, the bracket after it included where it closes one within."""
    inside = [w.text for w in words[first : last + 1]]
    closing = last + 1 < len(words) and words[last + 1].text == ")"
    return last + 1 if closing and "(" in inside and ")" not in inside else last


def _phrase(word: Word, verb: Word) -> set[int]:
    """Return the indexes of the words under a word, the verb of saying and what is under it out."""
    kept: set[int] = set()
    stack = [word]
    while stack:
        current = stack.pop()
        if current is verb:
            continue
        kept.add(current.index)
        stack.extend(current.children)
    return kept
