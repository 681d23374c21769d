"""Past or future: what the verb beside a time says, from the parse or from the words."""

from __future__ import annotations

from dragoman.languages.en.times import cues
from dragoman.models.view import Parse, Word
from dragoman.record import Span
from dragoman.stages.timex.context import FUTURE, PAST
from dragoman.stages.timex.tokens import Tokens

__all__ = ["tense_of"]

_STOPS = frozenset({".", "?", "!", ";", "\n"})
_VERBS = ("VB", "VBD", "VBP", "VBZ", "VBN", "VBG", "MD")


def tense_of(tokens: Tokens, first: int, end: int, parse: Parse | None) -> int:
    """Return -1 for past, 1 for future, 0 where nothing tells, for the tokens of a time."""
    if parse is not None:
        found = _parsed(tokens, first, end, parse)
        if found is not None:
            return found
    return _by_words(tokens, first, end)


def _parsed(tokens: Tokens, first: int, end: int, parse: Parse) -> int | None:
    span = Span(tokens.marks[first].start(), tokens.marks[end - 1].end())
    head = parse.head_of(span)
    if head is None:
        return None
    nearest = True
    for word in (head, *head.ancestors()):
        if word.tag in _VERBS:
            found = _present(word) if nearest else None
            found = found if found is not None else _verb(word)
            if found is not None:
                return found
            nearest = False
    return 0


def _present(word: Word) -> int | None:
    """Return future for the verb the time hangs on in "they meet Monday", "it is heard in May"."""
    if word.tag in ("VBP", "VBZ") and word.lower in cues("timetable"):
        return FUTURE
    auxiliaries = [w for w in word.children if w.dep in ("aux", "auxpass")]
    passive = any(w.dep == "auxpass" and w.lower in ("is", "are") for w in auxiliaries)
    return FUTURE if word.tag == "VBN" and passive and len(auxiliaries) == 1 else None


def _verb(word: Word) -> int | None:
    """Return the tense of a verb with its auxiliaries; None where it takes it from above."""
    auxiliaries = [w for w in word.children if w.dep in ("aux", "auxpass")]
    if any(w.tag == "MD" and w.lower in cues("ahead") for w in auxiliaries):
        perfect = any(w.lower == "have" for w in auxiliaries)
        return PAST if perfect or _could_not(word, auxiliaries) else FUTURE
    if any(w.tag == "VBD" or w.lower in ("has", "have") for w in auxiliaries):
        # What "had been scheduled" is told of once its day has come, or gone.
        over = any(w.lower in ("had", "'d", "’d") for w in auxiliaries)
        return FUTURE if word.lower in cues("scheduled") and not over else PAST
    if word.lower in cues("scheduled") and word.tag in ("VBN", "VBZ", "VBP", "VBD"):
        return FUTURE
    if any(w.lower == "to" for w in auxiliaries):
        return _infinitive(word)
    if word.tag in ("VBD", "VBN"):
        return PAST
    if word.tag == "VBG":
        return FUTURE if any(w.lower in ("is", "are", "'s", "’s") for w in auxiliaries) else None
    return None


def _could_not(word: Word, auxiliaries: list[Word]) -> bool:
    """Tell whether something was not to be done: "could not be reached Friday"."""
    if not any(w.lower == "could" for w in auxiliaries):
        return False
    beside = [*word.children, *(w for child in word.children for w in child.children)]
    return any(w.lower in cues("no") for w in beside)


def _infinitive(word: Word) -> int | None:
    """Return future for "plans to meet", "an agreement to meet", "is to meet"; else as above it."""
    above = word.head
    if word.is_root or above.lower in cues("ahead_verb") or above.lower in cues("ahead_noun"):
        return FUTURE
    return None


def _by_words(tokens: Tokens, first: int, end: int) -> int:
    for index in range(first - 1, max(-1, first - 16), -1):
        word = tokens.word(index)
        if _stop(tokens, index):
            break
        found = _word(tokens, index, word)
        if found:
            return found
    for index in range(end, min(len(tokens.marks), end + 12)):
        word = tokens.word(index)
        if _stop(tokens, index):
            break
        found = _word(tokens, index, word)
        if found:
            return found
    return 0


def _stop(tokens: Tokens, index: int) -> bool:
    word = tokens.word(index)
    if word == ".":  # not the stop of an abbreviation
        following = tokens.written(index + 1)
        return len(tokens.word(index - 1)) > 3 and (not following or following[0].isupper())
    return word[:1] in _STOPS


def _word(tokens: Tokens, index: int, word: str) -> int:
    if word == "could" and tokens.word(index + 1) in cues("no"):
        return PAST
    if word in cues("ahead") and not (word == "may" and tokens.written(index) == "May"):
        return FUTURE
    if word in cues("scheduled"):
        return FUTURE
    if word == "to" and tokens.word(index + 1).isalpha() and index:
        ahead = tokens.word(index - 1) in cues("ahead_verb") or tokens.word(index + 1) == "be"
        return FUTURE if ahead else 0
    if word in cues("back") or (word.endswith("ed") and len(word) > 4):
        return PAST
    return 0
