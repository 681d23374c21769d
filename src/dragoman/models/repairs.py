"""Repairs of parses: faults the model makes again and again in reported speech."""

from __future__ import annotations

from dragoman.models.view import Word

__all__ = ["repair_speech", "repair_verbs"]


def repair_speech(words: tuple[Word, ...], speech: frozenset[str]) -> None:
    """Mend, in place, who says what in a fresh parse, before anybody reads it.

    `speech` holds forms of verbs of speech. A "said" without a subject takes it from the list
    before it; a verb of speech coordinated with what another says goes to its sayer.
    """
    for word in words:
        if word.lower == "said" and word.child("nsubj", "nsubjpass") is None:
            _give_speaker(word, words)
        if word.dep == "conj" and word.lower in speech:
            _hang_on_speaker(word, speech)
        if word.dep in ("relcl", "acl"):
            _hang_on_saying(word, speech)


def repair_verbs(words: tuple[Word, ...]) -> None:
    """Mend, in place, second verbs taken for adjectives: "beat and tortured detainees"."""
    for word in words:
        _mend_name(word)
        noun = word.head
        if word.dep == "acl" and word.tag in ("VBD", "VBN") and noun.is_root:
            _raise_root(word)
            continue
        if word.dep == "amod" and word.tag == "VBD" and word.child("nsubj") is not None:
            _raise_verb(word)
            continue
        if word.dep != "amod" or not word.lower.endswith("ed") or word.index == 0:
            continue
        first = noun.head
        joined = words[word.index - 1].dep == "cc" and words[word.index - 1].head is first
        if joined and noun.dep == "conj" and first.tag.startswith("VB") and not noun.child("det"):
            noun.children.remove(word)
            first.children.remove(noun)
            word.head, word.dep, word.tag = first, "conj", first.tag
            first.children.append(word)
            noun.head, noun.dep = word, "dobj"
            word.children.append(noun)


def _mend_name(word: Word) -> None:
    """Make a common noun of one in lower case that a possessive before it turned into a name.

    "Thursday's march on the palace"; particles of names ("bin", "al") stay.
    """
    owned = word.child("poss") is not None
    if owned and word.tag in ("NNP", "NNPS") and word.text.islower() and word.text.isalpha():
        word.tag = "NN" if word.tag == "NNP" else "NNS"


def _raise_root(word: Word) -> None:
    """Make a participle with an object the main verb of a sentence that has none.

    "Turkey's foreign minister, Mevlut Cavusoglu, congratulated Azerbaijan" is no noun phrase.
    """
    noun = word.head
    objects = word.all("dobj", "oprd")
    named = [o for o in objects if o.dep == "dobj" or o.tag.startswith("NNP")]
    if not named or not noun.tag.startswith("NN") or noun.child("nsubj", "cop", "aux") is not None:
        return
    noun.children.remove(word)
    late = [c for c in noun.children if c.start > word.start]
    for child in late:
        noun.children.remove(child)
        child.head = word
    word.head, word.dep, word.tag = word, "ROOT", "VBD"
    noun.head, noun.dep = word, "nsubj"
    for one in named:
        one.dep = "dobj"
    word.children = sorted([*word.children, noun, *late], key=lambda w: w.start)


def _raise_verb(word: Word) -> None:
    """Make a verb with a subject of its own the main verb: "Orban visited Belgrade and praised"."""
    noun, second = word.head, word.head.head
    if noun.dep != "nsubj" or not second.tag.startswith("VB") or second.index < word.index:
        return
    noun.children.remove(word)
    second.children.remove(noun)
    if second.head is second:
        word.head, word.dep = word, "ROOT"
    else:
        second.head.children.remove(second)
        second.head.children.append(word)
        word.head, word.dep = second.head, second.dep
    second.head, second.dep = word, "conj"
    noun.head, noun.dep = word, "dobj"
    late = [c for c in noun.children if c.dep in ("npadvmod", "prep", "cc")]
    for child in late:
        noun.children.remove(child)
        child.head = word
    word.children.extend([noun, *late, second])


def _give_speaker(said: Word, words: tuple[Word, ...]) -> None:
    """Give "said" the subject that the model took into a list: "..., police and residents said"."""
    last = words[said.index - 1] if said.index else said
    if last.dep != "conj" or not last.tag.startswith("NN"):
        return
    first = last
    while first.dep == "conj" and first.head.index < first.index:
        before = words[min(w.index for w in first.subtree() if w.index <= first.index) - 1]
        if before.text == ",":
            break
        first = first.head
    if first.dep != "conj":
        return
    first.head.children.remove(first)
    first.head, first.dep = said, "nsubj"
    said.children.append(first)
    told = said.head
    if said.dep == "conj" and told.tag.startswith("VB"):
        _turn_round(said, told)


def _hang_on_saying(word: Word, speech: frozenset[str]) -> None:
    """Make a whole "that" clause after "said in a speech" what is said, not part of the speech."""
    that = next((c for c in word.children if c.lower == "that"), None)
    noun = word.head
    if that is None or noun.dep != "pobj" or noun.head.dep != "prep" or noun.head.lower == "as":
        return  # "described as fabricated reports that": the clause is what the reports say
    sayer = noun.head.head
    whole = word.child("nsubj", "nsubjpass") not in (None, that)
    if not whole or sayer.lower not in speech or sayer.child("ccomp", "dobj") is not None:
        return
    noun.children.remove(word)
    word.head, word.dep, that.dep = sayer, "ccomp", "mark"
    sayer.children.append(word)


def _turn_round(said: Word, told: Word) -> None:
    """Make the clause before "X said" what is said, where the model coordinated the two."""
    first = told
    while first.dep == "conj" and first.head.tag.startswith("VB"):
        first = first.head
    told.children.remove(said)
    if first.head is first:
        said.head, said.dep = said, "ROOT"
    else:
        first.head.children.remove(first)
        said.head, said.dep = first.head, first.dep
        said.head.children.append(said)
    first.head, first.dep = said, "ccomp"
    said.children.append(first)


def _hang_on_speaker(word: Word, speech: frozenset[str]) -> None:
    """Move a coordinated verb of speech without a subject from the clause said to its sayer."""
    inner = word.head
    while inner.dep == "conj":
        inner = inner.head
    sayer = inner.head
    finite = word.tag in ("VBD", "VBZ", "VBP") or word.child("aux") is not None
    if inner.dep != "ccomp" or sayer.lower not in speech or not finite or sayer.start > inner.start:
        return
    if word.child("nsubj", "nsubjpass", "mark") is None and inner.lower not in speech:
        word.head.children.remove(word)
        word.head = sayer
        sayer.children.append(word)
