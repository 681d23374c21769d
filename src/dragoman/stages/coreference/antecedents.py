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
    "subject_above",
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
_SAME_SENTENCE = 3  # for "it" and "its", which mean what is near
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
    told = _told(word)
    if told is not None:
        fitting = [(v, e) for v, e in fitting if not _seen_at(e, told.barred)]
        meant = next((e for _, e in fitting if _seen_at(e, told.wanted)), None)
        if meant is not None:
            return Choice(meant.chain, told.why)
    scored = [
        (value + _bonus(word, entity, sentence) + (_SPEAKER if entity is governor else 0), entity)
        for value, entity in fitting
    ]
    if not scored:
        return None
    scored.sort(key=lambda pair: -pair[0])
    best = scored[0]
    if gender is None and not (_names_actor(word) and _safe(word, best[1], sentence)):
        return None
    if len(scored) > 1 and best[0] - scored[1][0] < _MARGIN:
        return None
    return Choice(best[1].chain, _why(gender, best[1], sentence, word))


@dataclass(frozen=True, slots=True)
class _Told:
    """Words that a pronoun means, and words it cannot mean, by the verb above it."""

    wanted: tuple[Word, ...]
    barred: tuple[Word, ...]
    why: str


def _told(word: Word) -> _Told | None:
    """Return what verbs of demanding and of judging say of a pronoun."""
    return _demanded(word) or _judged(word) or _ordered(word) or _done_to(word)


def _demanded(word: Word) -> _Told | None:
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
    return _Told(near, subjects, f"the one of whom {verb.lower!r} asks it")


def _ordered(word: Word) -> _Told | None:
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
    return _Told(objects, (), f"the one whom {verb.lower!r} tells to do it")


def _charged(clause: Word) -> _Told | None:
    """Read "accused X of giving up its position"."""
    verb = clause.head.head
    objects = tuple(o for o in verb.all("dobj") if o.start < clause.start)
    if not objects or not word_classes().among("charge", verb.lower):
        return None
    return _Told(objects, (), f"the one whom {verb.lower!r} has as its object")


def _done_to(word: Word) -> _Told | None:
    """Read "spoke with X and called for his release": nobody asks for the own release."""
    noun = word.head
    if word.tag != "PRP$" or not word_classes().among("done_to", noun.lower):
        return None
    above = noun.head.head if noun.dep == "pobj" else noun.head
    if not word_classes().among("demand", above.lower):
        return None
    verbs = [above] + ([above.head] if above.dep in ("conj", "xcomp") else [])
    subjects = tuple(s for v in verbs for s in v.all("nsubj", "nsubjpass"))
    return _Told((), subjects, "")


def _subjunctive(clause: Word) -> bool:
    """Tell whether a clause says what shall be done ("that it halt", "that it should halt")."""
    auxiliaries = [a for a in clause.all("aux") if a.tag in ("MD", "VBZ", "VBD", "VBP")]
    if auxiliaries:
        return all(a.lower in ("should", "must") for a in auxiliaries)
    return clause.tag in ("VB", "VBP") or clause.child("auxpass") is not None


def _judged(word: Word) -> _Told | None:
    """Read "thanked X for his help": what is praised or blamed is X's."""
    preposition = word.head.head
    if word.tag != "PRP$" or word.head.dep != "pobj" or preposition.lower not in ("for", "over"):
        return None
    above = preposition.head
    verb = above.head if above.dep == "dobj" else above
    if not word_classes().among("judge", verb.lower):
        return None
    objects = tuple(o for o in verb.all("dobj", "nsubjpass") if o.start < word.start)
    return _Told(objects, (), f"the one whom {verb.lower!r} has as its object")


def _seen_at(entity: Entity, words: tuple[Word, ...]) -> bool:
    return any(s.head in words for s in entity.seen)


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
    if last is not None and last.sentence == sentence.number and word.lower in BODILY:
        return _SAME_SENTENCE
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
    subjects = [
        s
        for s in verb.all("nsubj", "nsubjpass")
        if s.start < word.start and s.tag not in ("WDT", "WP")
    ]
    return subjects[-1] if subjects else None


def _names_actor(word: Word) -> bool:
    """Tell whether "it" stands where actors do: things and texts are denied, welcomed, signed."""
    if word.lower != "it":
        return True
    if _is_subject(word):
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
            return _is_subject(last.head) or last.head.dep in ("poss", "agent", "pobj", "dobj")
        own = word.lower == "its" and _between_only_actors(word, last.head)
        return nearest is last.head or own or _in_name(last.head, nearest)
    if sentence.number - last.sentence > 1:
        return False
    nearest = subject_above(word)
    if nearest is not None and nearest is not word:
        return False
    told = _is_subject(last.head) and last.head.head.is_root
    return (told and _is_subject(word)) or word.lower == "its"


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


def subject_above(word: Word) -> Word | None:
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
