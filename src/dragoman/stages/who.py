"""Who is meant by a few words, without a report around them."""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from dragoman.knowledge.base import Knowledge
from dragoman.languages.en.roles import load_roles
from dragoman.models.view import Sentence, Word
from dragoman.record import Actor
from dragoman.stages.actors.find import contain
from dragoman.stages.actors.members import everyone, member_answers
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.pieces import cut
from dragoman.stages.actors.reader import read_phrases
from dragoman.stages.actors.resolve import Answer, Resolver
from dragoman.stages.actors.words import words as word_classes

__all__ = ["who"]

_TOKEN = re.compile(r"['’]s\b|(?:[A-Z]\.)+|Mr\.|Mrs\.|Ms\.|Dr\.|St\.|[^\W_]+(?:['’][^\W_]+)?|\S")
_TAGS = {
    "of": "IN",
    "in": "IN",
    "from": "IN",
    "to": "IN",
    "for": "IN",
    "on": "IN",
    "at": "IN",
    "and": "CC",
    "or": "CC",
    "the": "DT",
    "a": "DT",
    "an": "DT",
    "then": "RB",
}
_ADJECTIVAL = re.compile(r"(?:al|ic|ous|ive|ish|ary|ern|ed|ing|ful|less|ible|able)$")


def who(words: str, on: date | None = None) -> Actor | None:
    """Return the actor a few words mean at a date, with the reason; None where they name none.

    Without a date offices stay open: a person is still that person, a title alone means nobody.
    """
    text = words.strip()
    if not text:
        return None
    knowledge = Knowledge.load()
    hits = knowledge.find(text)
    resolver = Resolver(knowledge, on, hits)
    sentence = Sentence(0, 0, len(text), _words(text))
    pieces = cut(sentence.words, hits)
    phrases = read_phrases(sentence, pieces, resolver.names.knows)
    contain(phrases, pieces)
    answers = [(p, a) for p in phrases for a in _answers(resolver, p)]
    if not answers:
        return resolver.family_alone(text)
    widest = max(answers, key=lambda pair: (pair[0].last - pair[0].first, -pair[0].first))
    return widest[1].actor


def _answers(resolver: Resolver, phrase: Phrase) -> list[Answer]:
    if phrase.parts and phrase.roles:
        return [everyone(phrase, [a.actor for _, a in member_answers(resolver, phrase)])]
    answer = resolver.answer(phrase)
    return [answer] if answer is not None else []


def _words(text: str) -> tuple[Word, ...]:
    """Return the words with rough tags: enough to read one noun phrase."""
    found = list(_TOKEN.finditer(text))
    made = []
    for number, token in enumerate(found):
        word = token.group()
        made.append(Word(number, word, _tag(word), "dep", token.start()))
    return tuple(made)


@lru_cache(maxsize=8192)
def _tag(word: str) -> str:
    lower = word.lower()
    if lower in ("'s", "’s"):
        return "POS"
    if lower in _TAGS:
        return _TAGS[lower]
    if word[0].isdigit():
        return "CD"
    if not word[0].isalnum():
        return "HYPH" if word in "-–" else ","
    if word[0].isupper() or word_classes().among("particle", lower):
        return "NNP"
    if load_roles().match((lower,), 1) is not None:
        return "NN"
    return "JJ" if _ADJECTIVAL.search(lower) else "NN"
