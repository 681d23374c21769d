"""Pronouns as mentions: he, she, it, they, I, we and their cases."""

from __future__ import annotations

from dragoman.models.view import Word
from dragoman.record import Actor, Mention, MentionKind
from dragoman.stages.actors.words import gender_of_given_name
from dragoman.stages.actors.words import words as word_classes
from dragoman.stages.coreference.antecedents import (
    BODILY,
    GENDER,
    PLURAL,
    SPEAKING,
    Choice,
    antecedent,
    later_subject,
    speaker,
)
from dragoman.stages.coreference.clauses import subject_above
from dragoman.stages.coreference.collectives import they
from dragoman.stages.coreference.reading import NOBODY, PERSONS, Reading, again

__all__ = ["read_pronoun"]

_LOOK_BACK = 2000  # characters in which the opening mark of a quotation is looked for
_STATES_OF_BEING = frozenset("is was 's ’s be been seems appears remains rained snowed".split())


def read_pronoun(reading: Reading, word: Word) -> bool:
    """Add the mention of a pronoun, if it means an actor; tell whether the word is a pronoun."""
    lower = word.lower
    if lower in GENDER or lower in BODILY:
        _third_person(reading, word)
    elif lower in PLURAL:
        _they(reading, word)
    elif lower in SPEAKING:
        _first_person(reading, word)
    else:
        return False
    return True


def _third_person(reading: Reading, word: Word) -> None:
    if word.lower in BODILY and _expletive(word):
        return
    choice = _later(reading, word) or antecedent(
        word, reading.sentence, reading.discourse, _barred(reading, word)
    )
    # "it" without an actor is a thing; "he" without one is still somebody.
    if choice is not None or word.lower in ("he", "she"):
        _keep(reading, word, choice)


def _later(reading: Reading, word: Word) -> Choice | None:
    """Return the subject that follows "in his call", if it may be meant."""
    subject = later_subject(word) if word.tag == "PRP$" else None
    mention = reading.heads.get(subject.start) if subject is not None else None
    if mention is None:
        return None
    gender = GENDER.get(word.lower)
    if gender is None:
        if mention.kind in (*PERSONS, MentionKind.PEOPLE):
            return None
    elif mention.kind not in PERSONS or not _may_be(reading, mention, gender):
        return None
    entity = reading.expect(mention)
    return Choice(entity.chain, "the subject that follows in the same clause")


def _may_be(reading: Reading, mention: Mention, gender: str) -> bool:
    entity = reading.entity(mention.chain)
    known = entity.gender if entity is not None else None
    if known is None and mention.actor.name:
        known = gender_of_given_name(mention.actor.name.split()[0])
    return known in (None, gender)


def _barred(reading: Reading, word: Word) -> frozenset[int]:
    """Return chains the grammar forbids: the subject for "him", what is in its noun for "his"."""
    others: list[Word | None]
    if word.tag == "PRP$":
        others = [w for w in word.head.subtree() if w.start > word.start]
    elif word.dep == "nsubj":
        # "Asked by a reporter, he denied it": he is none of those in the words before.
        opened = [
            c for c in word.head.all("advcl") if c.tag in ("VBN", "VBG") and c.start < word.start
        ]
        others = [w for c in opened for w in c.subtree()]
    else:
        others = [word.head.child("nsubj", "nsubjpass")]
        if word.dep == "pobj":
            others.append(word.head.head.child("nsubj", "nsubjpass"))
    chains = (reading.chain_at(other) for other in others if other is not word)
    return frozenset(chain for chain in chains if chain is not None)


def _expletive(word: Word) -> bool:
    """Tell whether "it" stands for a clause, not for a thing ("it was agreed that ...")."""
    if word.dep == "expl":
        return True
    if word.lower != "it" or word.dep not in ("nsubj", "nsubjpass"):
        return False
    if _is_of_mind(word.head):
        return False
    if word.head.lower in _STATES_OF_BEING or word_classes().among("thing_verb", word.head.lower):
        return True
    return word.dep == "nsubjpass" and word.head.child("ccomp", "xcomp", "advcl") is not None


def _is_of_mind(verb: Word) -> bool:
    """Tell whether somebody is said to be of a mind ("it was ready to talk")."""
    adjective = verb.child("acomp")
    return adjective is not None and word_classes().among("of_mind", adjective.lower)


def _they(reading: Reading, word: Word) -> None:
    barred = _subjects_above(reading, word) if word.lower == "them" else frozenset()
    own = _own_plural(word) if word.lower in ("their", "theirs") else None
    if own is not None:
        chosen = _of_subject(reading, own)
    else:
        chosen = they(
            reading.sets(word.start),
            reading.discourse,
            reading.sentence.number,
            word.start,
            barred,
            None if _of_actors(word) else reading.things(word),
        )
    if chosen is None:
        if word.lower == "they":
            _keep(reading, word, None)
        return
    members, chain, why = chosen
    if not members and chain is not None:
        _keep(reading, word, Choice(chain, why))
        return
    reading.keep(
        _pronoun(word, reading.all_of(members, why), reading.set_chain(members), why, members)
    )


def _own_plural(word: Word) -> Word | None:
    """Return the plural object before "their", or the plural subject, of its clause."""
    verb = next((a for a in word.ancestors() if a.tag.startswith("VB")), None)
    objects = [o for o in verb.all("dobj") if o.start < word.start] if verb is not None else []
    if objects and objects[-1].lower == "them":
        return objects[-1]
    subject = subject_above(word)
    return subject if subject is not None and _is_plural(subject) else None


def _is_plural(subject: Word) -> bool:
    return subject.tag in ("NNS", "NNPS", "CD") or subject.child("cc") is not None


def _of_subject(reading: Reading, subject: Word) -> tuple[tuple[int, ...], int | None, str] | None:
    """Return whom "their" means by the plural subject of its own clause; None if it is a thing."""
    why = "the plural subject or object of the same clause"
    # "the soldiers and their allies": who comes after the pronoun is not yet anybody
    listed = [reading.chain_at(w) for w in subject.conjuncts()]
    chains = tuple(dict.fromkeys(c for c in listed if c is not None and reading.entity(c)))
    if len(chains) > 1:
        return chains, None, why
    entity = reading.entity(chains[0]) if chains else None
    if entity is None:
        return None
    return (entity.members, entity.chain, why) if entity.members else ((), entity.chain, why)


def _of_actors(word: Word) -> bool:
    """Tell whether what "they" do is done by people: they say, agree, sign, meet, accuse."""
    verb, known = word.head, word_classes()
    if word.lower != "they" or not word.dep.startswith("nsubj"):
        return False
    uses = ("speech", "encounter", "joint_verb", "against_verb")
    return any(known.among(use, verb.lower) for use in uses)


def _subjects_above(reading: Reading, word: Word) -> frozenset[int]:
    """Return the chains of the subjects of the clauses that a word stands in."""
    subjects = [s for above in word.ancestors() for s in above.all("nsubj", "nsubjpass")]
    chains = (reading.chain_at(subject) for subject in subjects)
    return frozenset(chain for chain in chains if chain is not None)


_WE = frozenset({"we", "us", "our", "ours", "ourselves"})


def _first_person(reading: Reading, word: Word) -> None:
    """Read "I" and "we" as the one whose words they are."""
    subject = speaker(word)
    if subject is not None:
        chain = reading.chain_at(subject)
        mention = reading.heads.get(subject.start)
        if chain is not None and mention is not None and reading.entity(chain) is None:
            reading.expect(mention)
        if reading.entity(chain) is not None and chain is not None:
            _keep(reading, word, Choice(chain, "the one who speaks"))
        return
    quoted = _quoted(reading.report.text, reading.sentence.start)
    if reading.speaker is not None and quoted:
        _keep(reading, word, Choice(reading.speaker, "the one who spoke last"))
    elif not quoted and (issuing := reading.issuing) is not None and word.lower in _WE:
        _keep(reading, word, Choice(issuing.chain, "the state whose paper it is, by its title"))


def _quoted(text: str, at: int) -> bool:
    """Tell whether a place is inside a quotation that its paragraph opened."""
    begin = text.rfind("\n", max(0, at - _LOOK_BACK), at) + 1
    paragraph = text[max(begin, at - _LOOK_BACK) : at]
    if paragraph.count("“") > paragraph.count("”"):
        return True
    return paragraph.count('"') % 2 == 1


def _keep(reading: Reading, word: Word, choice: Choice | None) -> None:
    if choice is None:
        why = "no safe antecedent"
        reading.keep_apart(_pronoun(word, NOBODY, reading.new_chain(), why))
        return
    entity = reading.entity(choice.chain)
    actor = again(entity.actor if entity is not None else NOBODY, NOBODY, choice.why)
    if entity is not None and entity.gender is None:
        entity.gender = GENDER.get(word.lower)
    reading.keep(_pronoun(word, actor, choice.chain, choice.why))


def _pronoun(
    word: Word, actor: Actor, chain: int, why: str, members: tuple[int, ...] = ()
) -> Mention:
    return Mention(
        span=word.span,
        head=word.span,
        kind=MentionKind.PRONOUN,
        actor=actor,
        chain=chain,
        members=members,
        reason=why,
    )
