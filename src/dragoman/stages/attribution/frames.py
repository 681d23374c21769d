"""Find what a verb of saying gives as said, by the grammar the table allows it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dragoman.languages.en.speech import ReportingVerb
from dragoman.models.view import Word

__all__ = ["Said", "find_said"]

_QUESTIONS = frozenset("whether if what who whom whose which when where why how".split())
_COMPLEMENTS = frozenset("of for as over with to".split())
_RELATIVE = frozenset(("relcl", "acl"))


@dataclass(frozen=True, slots=True)
class Said:
    """The words said, the words that join them to the cue ("called *for*"), the frame's name."""

    words: set[Word]
    frame: str
    joined: tuple[Word, ...] = ()


def find_said(verb: Word, row: ReportingVerb, *, document: bool) -> Said | None:
    """Return what the verb's grammar gives as said, the fullest reading first, or None.

    `document` tells that a document or figures speak.
    """
    for reading in (_in_clause, _raised, _in_phrase, _in_infinitive, _in_gerund, _in_object):
        said = reading(verb, row)
        if said is not None:
            return said
    if document and "shows" in row.frames and verb.child("dobj") is not None:
        parts = (c for c in verb.all("dobj", "prep", "xcomp") if c.index > verb.index)
        return Said({w for part in parts for w in part.subtree()}, "shows")
    return _far_clause(verb, row)


def _in_clause(verb: Word, row: ReportingVerb) -> Said | None:
    """Read "said that X", "asked whether X", "X, he said"."""
    clause = _clause(verb, row)
    if clause is None:
        return None
    words = set(clause.subtree())
    asked = verb.dep not in _RELATIVE and _is_question(words)
    frame = "wh" if asked else "clause"
    known = frame in row.frames or (asked and row.frames >= {"clause", "quote"})
    return Said(words, frame) if known else None


def _clause(verb: Word, row: ReportingVerb) -> Word | None:
    for clause in verb.all("ccomp"):
        if clause.lower == row.companion or _is_apart(clause, verb):
            continue
        if clause.tag != "VBG" or clause.child("nsubj", "aux") is not None:
            return clause
    if verb.dep == "parataxis" and not verb.is_root:
        return verb.head
    if row.spoken:
        for clause in verb.all("xcomp"):
            # a gerund taken for the verb it is the subject of: "said using it was wrong"
            if "ing" not in row.frames and "infinitive" not in row.frames and not _has_to(clause):
                return clause if clause.index > verb.index else None
    if "wh" in row.frames:
        for clause in verb.all("advcl"):
            if any(c.dep == "mark" and c.lower in ("if", "whether") for c in clause.children):
                return clause if clause.index > verb.index else None
    return None


def _is_apart(clause: Word, verb: Word) -> bool:
    """Tell whether a semicolon parts a clause from the verb: "X said this; Y said that"."""
    return any(c.text == ";" and clause.index < c.index < verb.index for c in verb.children)


def _is_question(words: set[Word]) -> bool:
    return min(words, key=_index).lower in _QUESTIONS


def _index(word: Word) -> int:
    return word.index


def _raised(verb: Word, row: ReportingVerb) -> Said | None:
    """Read "X is believed to do Y"."""
    subject, infinitive = verb.child("nsubjpass"), _infinitive(verb)
    if "raised" not in row.frames or subject is None or infinitive is None:
        return None
    return Said({*subject.subtree(), *infinitive.subtree()}, "raised")


def _in_phrase(verb: Word, row: ReportingVerb) -> Said | None:
    """Read "called for X", "pointed to X", "lashed out at X"."""
    for preposition in (*verb.all("prep"), *verb.all("prt")):
        if preposition.lower not in row.prepositions:
            continue
        deepest = preposition.child("prep") or preposition
        words = set(deepest.subtree()) - {deepest}
        whom = verb.child("dobj")
        if words and whom is not None and _is_between(verb, whom, preposition, row):
            # "briefed the council on the talks"
            return Said(set(preposition.subtree()), deepest.lower)
        if words:
            # "called on them to stop": whom and what are said together
            infinitive = _infinitive(verb)
            if infinitive is not None and infinitive.index > preposition.index:
                words |= set(infinitive.subtree())
            return Said(words, deepest.lower, (preposition, deepest))
        if whom is not None and whom.index > preposition.index:
            return Said(set(whom.subtree()), preposition.lower, (preposition,))
    return _for_clause(verb, row)


def _is_between(verb: Word, whom: Word, preposition: Word, row: ReportingVerb) -> bool:
    return verb.index < whom.index < preposition.index and whom.lower != row.companion


def _for_clause(verb: Word, row: ReportingVerb) -> Said | None:
    """Read "called for the council to act", taken for a clause that "for" opens."""
    for clause in verb.all("advcl", "ccomp", "xcomp"):
        for opener in clause.children:
            if opener.lower in row.prepositions and opener.dep in ("mark", "prep"):
                words = {w for w in clause.subtree() if w.index > opener.index}
                if opener.index > verb.index and words:
                    return Said(words, opener.lower, (opener,))
    return None


def _in_infinitive(verb: Word, row: ReportingVerb) -> Said | None:
    """Read "vowed to X", "urged them to X"."""
    infinitive = _infinitive(verb)
    if "infinitive" not in row.frames or infinitive is None or infinitive.index < verb.index:
        return None
    words = set(infinitive.subtree())
    whom = verb.child("dobj", "nsubjpass")
    if whom is not None and not whom.tag.startswith("W"):
        words |= set(whom.subtree())
    return Said(words, "infinitive")


def _in_gerund(verb: Word, row: ReportingVerb) -> Said | None:
    """Read "denied attacking X"."""
    if "ing" not in row.frames:
        return None
    for clause in verb.all("xcomp", "ccomp", "pcomp", "advcl"):
        near = clause.dep != "advcl" or 0 < clause.index - verb.index <= len(row.lemma.split())
        if clause.tag == "VBG" and clause.index > verb.index and near:
            return Said(set(clause.subtree()), "ing")
    return None


def _in_object(verb: Word, row: ReportingVerb) -> Said | None:
    """Read "denied the attack", "called it a lie"."""
    named = _named(verb, row)
    called = list(_called(verb)) if "as" in row.frames else []
    if "as" in row.frames and (called or named is not None):
        as_phrases = [*called, *_as_phrases(verb)]
        if as_phrases:
            words = {w for head in as_phrases for w in head.subtree()}
            return Said(words | (set(named.subtree()) if named is not None else set()), "as")
    if "object" not in row.frames:
        return None
    if named is None:
        return _modified(verb)
    words = set(named.subtree())
    after = max(named.index, verb.index)
    for phrase in (*verb.all("prep"), *_as_phrases(verb)):
        if phrase.index > after and (phrase.dep != "prep" or phrase.lower in _COMPLEMENTS):
            words |= set(phrase.subtree())
    return Said(words, "object")


def _named(verb: Word, row: ReportingVerb) -> Word | None:
    """Return the noun that is the verb's object or, in the passive, its subject."""
    named = verb.child("dobj")
    if named is None and verb.tag == "VBN":
        named = verb.child("nsubjpass")
    return None if "tell" in row.frames else named


def _called(verb: Word) -> Iterator[Word]:
    for child in verb.all("oprd", "acomp", "attr", "xcomp", "ccomp"):
        if child.index > verb.index and (child.dep != "ccomp" or child.tag[0] in "NJ"):
            yield child


def _as_phrases(verb: Word) -> Iterator[Word]:
    for child in verb.all("prep", "advcl"):
        if child.index < verb.index or child.child("pcomp", "nsubj") is not None:
            continue  # "was quoted as saying", "as he said"
        if child.lower == "as" or any(c.lower == "as" for c in child.children):
            yield child


def _modified(verb: Word) -> Said | None:
    """Read "the attack described by X", "the regret he acknowledged"."""
    if verb.dep not in _RELATIVE or verb.head.tag[0] != "N":
        return None
    if verb.dep == "acl" and (verb.tag != "VBN" or verb.child("agent") is None):
        return None
    if verb.dep == "relcl" and verb.child("nsubj") is None:
        return None
    return Said(set(verb.head.subtree()) - set(verb.subtree()), "object")


def _infinitive(verb: Word) -> Word | None:
    for clause in verb.all("xcomp", "ccomp", "advcl"):
        if _has_to(clause):
            return clause
    return None


def _has_to(clause: Word) -> bool:
    return any(child.tag == "TO" for child in clause.children)


def _far_clause(verb: Word, row: ReportingVerb) -> Said | None:
    """Read a that-clause the parse hangs on a phrase between: "insisted in a letter that X"."""
    if "clause" not in row.frames:
        return None
    for word in verb.subtree():
        if word.lower == "that" and word.tag == "IN" and word.index > verb.index:
            clause = word.head
            above = clause.head.dep in ("pobj", "dobj") or clause.head.lower == row.companion
            if above and clause.child("nsubj", "expl") is not None:
                return Said({w for w in clause.subtree() if w.index >= word.index}, "clause")
    return None
