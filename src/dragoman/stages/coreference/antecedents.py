"""Which actor a pronoun stands for: gender, number, distance, function in the clause."""

from __future__ import annotations

from dataclasses import dataclass

from dragoman.models.view import Sentence, Word
from dragoman.stages.actors.words import words as word_classes
from dragoman.stages.coreference.entities import Discourse, Entity

__all__ = [
    "BODILY",
    "GENDER",
    "PLURAL",
    "SPEAKING",
    "Choice",
    "antecedent",
    "later_subject",
    "speaker",
]

GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m"} | {
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
BODILY = frozenset(("it", "its", "itself"))
PLURAL = frozenset(("they", "them", "their", "theirs", "themselves"))
SPEAKING = frozenset(("i", "me", "my", "we", "us", "our", "ours", "myself", "ourselves"))

_REACH = 3  # sentences back; farther links are wrong more often than right
_MARGIN = 2  # two candidates nearer than this leave the pronoun open
# Weights set by reading, in the units of Entity.salience.
_SPEAKER = 8
_SAME_FUNCTION = 4
_LIST = 8  # members of a list looked through; guards against odd parses


@dataclass(frozen=True, slots=True)
class Choice:
    """The entity a pronoun means, and why."""

    chain: int
    why: str


def antecedent(
    word: Word, sentence: Sentence, discourse: Discourse, excluded: frozenset[int]
) -> Choice | None:
    """Return whom he, she, it or their cases mean; None where it would be a guess."""
    lower = word.lower
    gender = GENDER.get(lower)
    fitting = [
        (value, entity)
        for value, entity in discourse.near(sentence.number, word.start, _REACH)
        if entity.chain not in excluded and _fits(entity, gender, lower)
    ]
    governor = _governor(word, [entity for _, entity in fitting])
    scored = [
        (value + _bonus(word, entity, sentence) + (_SPEAKER if entity is governor else 0), entity)
        for value, entity in fitting
    ]
    if not scored:
        return None
    scored.sort(key=lambda pair: -pair[0])
    best = scored[0]
    if gender is None and not _safe(word, best[1], sentence):
        return None
    if len(scored) > 1 and best[0] - scored[1][0] < _MARGIN:
        return None
    return Choice(best[1].chain, _why(gender, best[1], sentence, word))


def _fits(entity: Entity, gender: str | None, lower: str) -> bool:
    if gender is not None:
        return entity.is_person and entity.gender in (None, gender)
    return lower in BODILY and entity.is_body


def _governor(word: Word, candidates: list[Entity]) -> Entity | None:
    """Return the candidate that is subject of the nearest clause above, as speakers are."""
    for above in word.ancestors():
        subject = _subject_of(above, word)
        if subject is None:
            continue
        for entity in candidates:
            if any(s.head is subject for s in entity.seen):
                return entity
    return None


def _bonus(word: Word, entity: Entity, sentence: Sentence) -> int:
    """Return what the same function in the sentence before adds."""
    last = entity.last_before(word.start)
    if last is None or last.sentence == sentence.number or not _is_subject(word):
        return 0
    return _SAME_FUNCTION if _is_subject(last.head) else 0


def _is_subject(word: Word) -> bool:
    """Tell whether a word, or the first word of its list, is a subject."""
    for _ in range(_LIST):
        if word.dep != "conj":
            break
        word = word.head
    return word.dep in ("nsubj", "nsubjpass")


def _subject_of(verb: Word, word: Word) -> Word | None:
    """Return the last subject of a verb that stands before a word; a stray parse may give two."""
    subjects = [s for s in verb.all("nsubj", "nsubjpass") if s.start < word.start]
    return subjects[-1] if subjects else None


def _safe(word: Word, entity: Entity, sentence: Sentence) -> bool:
    """Tell whether "it" or "its" can be taken for an actor: the actor is the clause's subject."""
    last = entity.last_before(word.start)
    if last is None:
        return False
    if last.sentence == sentence.number:
        nearest = _subject_above(word)
        if nearest is None or nearest is word:
            return _is_subject(last.head) or last.head.dep in ("poss", "agent", "pobj", "dobj")
        own = word.lower == "its" and _between_only_actors(word, last.head)
        return nearest is last.head or own
    if sentence.number - last.sentence > 1:
        return False
    nearest = _subject_above(word)
    if nearest is not None and nearest is not word:
        return False
    told = _is_subject(last.head) and last.head.head.is_root
    return (told and _is_subject(word)) or word.lower == "its"


def _between_only_actors(word: Word, head: Word) -> bool:
    return head.dep in ("dobj", "pobj", "poss", "conj") and word.start - head.end < 40


def _subject_above(word: Word) -> Word | None:
    """Return the nearest subject of the clauses the word stands in, to its left."""
    if word.dep in ("nsubj", "nsubjpass"):
        return word
    for above in word.ancestors():
        subject = _subject_of(above, word)
        if subject is not None:
            return subject
    return None


def _why(gender: str | None, entity: Entity, sentence: Sentence, word: Word) -> str:
    last = entity.last_before(word.start)
    distance = sentence.number - last.sentence if last else 0
    place = "in the same sentence" if not distance else f"{distance} sentence(s) before"
    kind = {"m": "a man or of unknown gender", "f": "a woman or of unknown gender"}.get(
        gender or "", "a state, body or group"
    )
    return f"the most prominent actor that is {kind}, {place}"


def later_subject(word: Word) -> Word | None:
    """Return the subject after a pronoun in a phrase put first ("In his call, Fidan ...")."""
    top = word
    for above in word.ancestors():
        subject = above.child("nsubj", "nsubjpass")
        if subject is not None:
            opened = top.dep in ("prep", "advcl", "pcomp", "npadvmod")
            return subject if subject.start > word.start and opened else None
        top = above
    return None


def speaker(word: Word) -> Word | None:
    """Return the subject of the verb of speech whose words the pronoun stands in."""
    below = word
    for above in word.ancestors():
        subject = above.child("nsubj")
        if (
            subject is not None
            and subject is not below
            and subject is not word
            and below.dep in ("ccomp", "parataxis", "dep")
            and word_classes().among("speech", above.lower)
        ):
            return subject
        below = above
    return None
