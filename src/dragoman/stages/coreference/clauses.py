"""Subjects of clauses, as pronouns look for them."""

from __future__ import annotations

from dragoman.models.view import Word

__all__ = ["first_of_list", "is_subject", "subject_above", "subject_of"]

_LIST = 8  # members of a list looked through; guards against odd parses


def first_of_list(word: Word) -> Word:
    """Return the first of the coordinated words that a word stands among."""
    for _ in range(_LIST):
        if word.dep != "conj":
            break
        word = word.head
    return word


def is_subject(word: Word) -> bool:
    """Tell whether a word, or the first word of its list, is a subject."""
    return first_of_list(word).dep in ("nsubj", "nsubjpass")


def subject_of(verb: Word, word: Word) -> Word | None:
    """Return the last subject of a verb that stands before a word; a stray parse may give two."""
    subjects = [
        s
        for s in verb.all("nsubj", "nsubjpass")
        if s.start < word.start and s.tag not in ("WDT", "WP")
    ]
    return subjects[-1] if subjects else None


def subject_above(word: Word) -> Word | None:
    """Return the nearest subject of the clauses the word stands in, to its left."""
    if word.dep in ("nsubj", "nsubjpass"):
        return word
    for above in word.ancestors():
        subject = subject_of(above, word)
        if subject is not None:
            return subject
    return None
