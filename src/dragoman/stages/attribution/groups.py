"""The words of a cue: a verb of saying with what belongs to it."""

from __future__ import annotations

from collections.abc import Iterable

from dragoman.languages.en.speech import ReportingVerb
from dragoman.languages.en.speech import Speech as SpeechTables
from dragoman.models.view import Sentence, Word
from dragoman.stages.attribution.sources import issuing_verb

__all__ = ["companion_of", "cue_words", "described"]

_AUXILIARY = frozenset(("aux", "auxpass", "neg"))
_AUXILIARIES = frozenset(
    "is are was were be been being has have had having do does did not n't n’t "
    "'s 've 'd 're 'll ’s ’ve ’d ’re ’ll".split()
)
# Adverbs that join sentences belong to no cue.
_JOINING = frozenset(
    "when where why how however meanwhile instead indeed so then therefore moreover".split()
)
_DESCRIBING = frozenset(("det", "amod", "compound", "nummod", "advmod"))
_QUOTED = 8  # words between "quoted" and "saying"
_REACH = 3  # words between a verb and the last word of its cue


def companion_of(verb: Word, row: ReportingVerb, sentence: Sentence) -> Word | None:
    """Return the word a verb needs beside it to be a cue ("made it *clear*")."""
    for word in sentence.words[verb.index + 1 : verb.index + 1 + _REACH]:
        if word.lower == row.companion:
            return word
    return None


def cue_words(
    verb: Word, sentence: Sentence, joined: tuple[Word, ...], tables: SpeechTables
) -> set[Word]:
    """Return the words of a cue: the verb with its auxiliaries, adverbs, particle, preposition."""
    words = sentence.words
    group = {verb, *_quoted(verb, words)}
    index = min(w.index for w in group) - 1
    while index >= 0 and _belongs(words[index], verb, group):
        group.add(words[index])
        index -= 1
    last = max((w.index for w in (*joined, *verb.all("prt"))), default=verb.index)
    if verb.index < last <= verb.index + _REACH:
        group.update(words[verb.index : last + 1])
    else:
        group.update(_after(verb, words))
        group.update(_issued(verb, words, tables))
    group.update(_issuing(verb, words, tables))
    return group


def _quoted(verb: Word, words: tuple[Word, ...]) -> Iterable[Word]:
    """Return "quoted by the agency as" where it stands before "saying"."""
    above = verb.head.head
    if verb.dep == "pcomp" and verb.head.lower == "as" and 0 < verb.index - above.index <= _QUOTED:
        return words[above.index : verb.index]
    return ()


def described(noun: Word, sentence: Sentence) -> set[Word]:
    """Return the article and the adjectives that stand right before a noun of saying."""
    found: set[Word] = set()
    index = noun.index - 1
    while index >= 0 and sentence.words[index].dep in _DESCRIBING:
        if sentence.words[index].head not in {noun, *found}:
            break
        found.add(sentence.words[index])
        index -= 1
    return found


def _issuing(verb: Word, words: tuple[Word, ...], tables: SpeechTables) -> Iterable[Word]:
    """Return "issued a statement" where it stands right before "saying"."""
    if verb.dep != "acl" or verb.index - verb.head.index > _REACH:
        return ()
    above = issuing_verb(verb.head, tables)
    return words[above.index : verb.index] if above is not None and above.index < verb.index else ()


def _belongs(word: Word, verb: Word, group: set[Word]) -> bool:
    """Tell whether a word right before a cue belongs to it."""
    if word.lower in _AUXILIARIES or word.tag == "MD":
        return True
    if word.head in group:
        joins = word.dep == "advmod" and word.lower not in _JOINING
        return joins or word.dep in _AUXILIARY
    # "began by saying"; "appeared to suggest", "went on to say"
    above = verb.head
    if verb.dep == "pcomp" and above.lower in ("as", "by"):
        return word in (above, above.head) or (word.head is above.head and word.dep in _AUXILIARY)
    if verb.dep == "advcl" and word is above:
        return any(w.dep == "prt" for w in group)
    if word.head is above and word.dep == "prt":
        return verb.child("aux") in group
    return verb.dep == "xcomp" and word is above and word.tag[:2] == "VB"


def _after(verb: Word, words: tuple[Word, ...]) -> Iterable[Word]:
    """Return the adverb right after a verb: "said later", "shot back"."""
    if verb.index + 1 < len(words):
        word = words[verb.index + 1]
        if word.head is verb and word.dep in ("advmod", "neg") and word.lower not in _JOINING:
            yield word


def _issued(verb: Word, words: tuple[Word, ...], tables: SpeechTables) -> Iterable[Word]:
    """Return "in a statement" where it follows the verb."""
    for preposition in verb.all("prep"):
        if preposition.lower == "in" and preposition.index == verb.index + 1:
            noun = preposition.child("pobj")
            if noun is not None and noun.lower in tables.issued:
                return words[preposition.index : noun.index + 1]
    return ()
