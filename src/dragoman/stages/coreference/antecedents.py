"""Which actor a pronoun stands for: gender, number, distance, function in the clause."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dragoman.models.view import Sentence, Word
from dragoman.stages.actors.words import words as word_classes
from dragoman.stages.coreference.clauses import first_of_list, is_subject, subject_above, subject_of
from dragoman.stages.coreference.entities import Discourse, Entity
from dragoman.stages.coreference.governed import told
from dragoman.stages.coreference.ranking import candidates, shares

__all__ = [
    "BODILY",
    "GENDER",
    "PLURAL",
    "SPEAKING",
    "Choice",
    "antecedent",
    "governor",
    "later_subject",
    "likeliest",
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
_CLEAR = 1.2  # times as likely as the next: less leaves the pronoun open


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
        entity
        for _, entity in discourse.near(sentence.number, word.start, _REACH)
        if entity.chain not in excluded and _fits(entity, gender, lower)
    ]
    wanted = told(word)
    if wanted is not None:
        fitting = [entity for entity in fitting if not _seen_at(entity, wanted.barred)]
        meant = next((entity for entity in fitting if _seen_at(entity, wanted.wanted)), None)
        if meant is not None:
            return Choice(meant.chain, wanted.why)
    best = likeliest(word, sentence, fitting)
    if best is None or (
        gender is None and not (_names_actor(word) and _safe(word, best, sentence))
    ):
        return None
    return Choice(best.chain, _why(gender, best, sentence, word))


def likeliest(word: Word, sentence: Sentence, fitting: Sequence[Entity]) -> Entity | None:
    """Return the candidate that a pronoun most likely means; None where two are about as likely."""
    if not fitting:
        return None
    found = shares(
        candidates(word, sentence, fitting, governor(word, fitting)), person=word.lower in GENDER
    )
    best, *others = sorted(range(len(fitting)), key=lambda n: (-found[n], n))
    if not others:
        return fitting[best]
    other = others[0]
    if found[best] < _CLEAR * found[other] or _alike(fitting[best], fitting[other], word):
        return None
    return fitting[best]


def _alike(one: Entity, other: Entity, word: Word) -> bool:
    """Tell whether two were last named side by side: "A and B met. He ..." leaves open who."""
    lasts = [entity.last_before(word.start) for entity in (one, other)]
    heads = [first_of_list(last.head) for last in lasts if last is not None]
    return len(heads) == 2 and heads[0] is heads[1]


def _seen_at(entity: Entity, words: tuple[Word, ...]) -> bool:
    return any(s.head in words for s in entity.seen)


def _fits(entity: Entity, gender: str | None, lower: str) -> bool:
    if gender is not None:
        return entity.is_person and entity.gender in (None, gender)
    return lower in BODILY and entity.is_body


def governor(word: Word, fitting: Sequence[Entity]) -> Entity | None:
    """Return the candidate that is subject of the nearest clause above, as speakers are."""
    for above in word.ancestors():
        subject = subject_of(above, word)
        if subject is None:
            continue
        for entity in fitting:
            if any(s.head is subject for s in entity.seen):
                return entity
    return None


def _names_actor(word: Word) -> bool:
    """Tell whether "it" stands where actors do: things and texts are denied, welcomed, signed."""
    if word.lower != "it":
        return True
    if is_subject(word):
        # "declared it void": what is said to be so is a thing.
        return word.head.tag.startswith(("VB", "MD")) or word.dep == "conj"
    if word.dep in ("dobj", "dative"):
        return word_classes().among("on_actor", word.head.lower)
    return word.dep == "pobj" and word.head.lower == "against"


def _safe(word: Word, entity: Entity, sentence: Sentence) -> bool:
    """Tell whether "it" or "its" can be taken for an actor: the actor is the clause's subject."""
    last = entity.last_before(word.start)
    if last is None:
        return False
    if last.sentence == sentence.number:
        nearest = subject_above(word)
        if nearest is None or nearest is word:
            return is_subject(last.head) or last.head.dep in ("poss", "agent", "pobj", "dobj")
        own = word.lower == "its" and _between_only_actors(word, last.head)
        return nearest is last.head or own or _in_name(last.head, nearest)
    if sentence.number - last.sentence > 1:
        return False
    nearest = subject_above(word)
    if nearest is not None and nearest is not word:
        return False
    main = is_subject(last.head) and last.head.head.is_root
    return (main and is_subject(word)) or word.lower == "its"


def _in_name(word: Word, subject: Word) -> bool:
    """Tell whether a body stands in the name of who speaks for it ("a spokesman for the group")."""
    for above in word.ancestors():
        if above is subject:
            return True
        if above.tag.startswith(("VB", "MD")):
            return False
    return False


def _between_only_actors(word: Word, head: Word) -> bool:
    return head.dep in ("dobj", "pobj", "poss", "conj") and word.start - head.end < 40


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
