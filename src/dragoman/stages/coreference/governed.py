"""What verbs of demanding, ordering and judging say of whom a pronoun means."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.models.view import Word
from dragoman.stages.actors.words import words as word_classes

__all__ = ["Told", "told"]


@dataclass(frozen=True, slots=True)
class Told:
    """Words that a pronoun means, and words it cannot mean, by the verb above it."""

    wanted: tuple[Word, ...]
    barred: tuple[Word, ...]
    why: str


def told(word: Word) -> Told | None:
    """Return what verbs of demanding and of judging say of a pronoun."""
    return _demanded(word) or _judged(word) or _ordered(word) or _done_to(word)


def _demanded(word: Word) -> Told | None:
    """Read "condemned X and demanded that it halt": the one asked is not the one who asks."""
    clause = word.head
    verb = clause.head
    if word.dep != "nsubj" or clause.dep != "ccomp" or verb is clause:
        return None
    if not word_classes().among("demand", verb.lower) or not _subjunctive(clause):
        return None
    verbs = [verb] + ([verb.head] if verb.dep in ("conj", "xcomp", "advcl") else [])
    subjects = tuple(s for v in verbs for s in v.all("nsubj", "nsubjpass"))
    objects = [o for v in verbs for o in v.all("dobj", "dative")]
    objects += [o for v in verbs for p in v.all("prep") for o in p.all("pobj")]
    near = tuple(o for o in objects if o.start < word.start)
    return Told(near, subjects, f"the one of whom {verb.lower!r} asks it")


def _ordered(word: Word) -> Told | None:
    """Read "ordered X to close its consulate": whoever is told to do it does it to the own."""
    if word.tag != "PRP$":
        return None
    clause = next((a for a in word.ancestors() if a.tag.startswith("VB")), None)
    if clause is None or clause.child("nsubj") is not None:
        return None
    if clause.dep == "pcomp" and clause.head.lower == "of":
        return _charged(clause)
    if clause.dep not in ("xcomp", "ccomp"):
        return None
    verb = clause.head
    if not word_classes().among("control", verb.lower):
        return None
    objects = tuple(o for o in verb.all("dobj") if o.start < clause.start)
    if not objects or not any(a.lower == "to" for a in clause.all("aux")):
        return None
    return Told(objects, (), f"the one whom {verb.lower!r} tells to do it")


def _charged(clause: Word) -> Told | None:
    """Read "accused X of giving up its position"."""
    verb = clause.head.head
    objects = tuple(o for o in verb.all("dobj") if o.start < clause.start)
    if not objects or not word_classes().among("charge", verb.lower):
        return None
    return Told(objects, (), f"the one whom {verb.lower!r} has as its object")


def _done_to(word: Word) -> Told | None:
    """Read "spoke with X and called for his release": nobody asks for the own release."""
    noun = word.head
    if word.tag != "PRP$" or not word_classes().among("done_to", noun.lower):
        return None
    above = noun.head.head if noun.dep == "pobj" else noun.head
    if not word_classes().among("demand", above.lower):
        return None
    verbs = [above] + ([above.head] if above.dep in ("conj", "xcomp") else [])
    subjects = tuple(s for v in verbs for s in v.all("nsubj", "nsubjpass"))
    return Told((), subjects, "")


def _subjunctive(clause: Word) -> bool:
    """Tell whether a clause says what shall be done ("that it halt", "that it should halt")."""
    auxiliaries = [a for a in clause.all("aux") if a.tag in ("MD", "VBZ", "VBD", "VBP")]
    if auxiliaries:
        return all(a.lower in ("should", "must") for a in auxiliaries)
    return clause.tag in ("VB", "VBP") or clause.child("auxpass") is not None


def _judged(word: Word) -> Told | None:
    """Read "thanked X for his help": what is praised or blamed is X's."""
    preposition = word.head.head
    if word.tag != "PRP$" or word.head.dep != "pobj" or preposition.lower not in ("for", "over"):
        return None
    above = preposition.head
    verb = above.head if above.dep == "dobj" else above
    if not word_classes().among("judge", verb.lower):
        return None
    objects = tuple(o for o in verb.all("dobj", "nsubjpass") if o.start < word.start)
    return Told(objects, (), f"the one whom {verb.lower!r} has as its object")
