"""What a reporter adds to what somebody said: who denies it, when it was said."""

from __future__ import annotations

from dragoman.languages.en.speech import Speech as SpeechTables
from dragoman.models.view import Word

__all__ = ["remarks"]

_CLAUSES = frozenset(("relcl", "advcl"))
_CONTRASTS = frozenset(("although", "though", "while", "but", "whereas"))
_RELATIVES = frozenset(("which", "what"))


def remarks(words: set[Word], verb: Word, tables: SpeechTables) -> set[Word]:
    """Return the words of what is said that are the reporter's own.

    These are clauses that say what another holds of it ("..., which Moscow denies", "..., though
    doctors said ...") and the day of the saying before the clause ("said on Friday it had ...").
    """
    apart = {w for word in words if _is_answer(word, tables) for w in word.subtree()}
    return (apart | _day(words, verb, tables)) & words


def _is_answer(word: Word, tables: SpeechTables) -> bool:
    """Tell whether a clause after a comma tells what another says of what was said."""
    if word.dep not in _CLAUSES or word.lower not in tables.verbs:
        return False
    subject = word.child("nsubj")
    if subject is None or subject.lower in _RELATIVES or subject.index > word.index:
        return False
    if word.dep == "advcl" and subject.tag == "PRP":
        return False  # "said it would end, though he could not say when"
    first = min(word.subtree(), key=lambda w: w.index)
    if word.dep == "relcl":
        return first.lower in _RELATIVES
    return first.lower in _CONTRASTS and word.index > word.head.index


def _day(words: set[Word], verb: Word, tables: SpeechTables) -> set[Word]:
    """Return "on Friday" right after the verb, where the parse gives it to the clause."""
    for word in words:
        if word.index == verb.index + 1 and word.dep in ("prep", "npadvmod"):
            held = set(word.subtree())
            named = {w.lower for w in held if w is not word} or {word.lower}
            if named and named <= tables.days:
                return held
    return set()
