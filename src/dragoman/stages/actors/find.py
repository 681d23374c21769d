"""The actor stage: marks the words that name actors, and says who they are."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Hashable
from dataclasses import replace
from itertools import pairwise

import msgspec

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.names import NameHit
from dragoman.languages.en.datelines import read_dateline
from dragoman.models.view import Parse, Sentence, Word
from dragoman.record import Mention, Report, Span
from dragoman.stages.actors.abbreviations import Abbreviations
from dragoman.stages.actors.commons import common_noun_acts
from dragoman.stages.actors.kinds import COUNTRY_NOUNS, OWNERS, Kind
from dragoman.stages.actors.members import everyone, member_answers
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.pieces import Piece, cut
from dragoman.stages.actors.places import capital_acts, seat_acts
from dragoman.stages.actors.reader import read_phrases
from dragoman.stages.actors.resolve import Answer, Resolver
from dragoman.stages.actors.words import words as word_classes

__all__ = ["contain", "find_actors"]

_COLLECTIVE = ("sh", "ch", "ese", "ss")
_POSSESSIVES = frozenset(("its", "his", "her", "their", "our", "my"))
# Those named after "In Tbilisi," who belong there; diplomats and soldiers may be guests.
_AT_HOME = frozenset(("CVL", "COP", "LEG", "OPP", "EDU", "LAB", "MED", "JUD", "REB"))
_CONTAINING = frozenset(("in", "from", "across", "inside", "throughout"))


def find_actors(report: Report, parse: Parse) -> Report:
    """Return the report with the mentions of its parsed sentences, in text order."""
    knowledge = Knowledge.load()
    hits = knowledge.find(report.text)
    finder = _Finder(report, Resolver(knowledge, report.published, hits), hits)
    for sentence in parse.sentences:
        if sentence.parsed:
            finder.read(sentence)
    return msgspec.structs.replace(report, mentions=finder.mentions())


class _Finder:
    """Gathers the mentions of one report, sentence by sentence."""

    def __init__(self, report: Report, resolver: Resolver, hits: tuple[NameHit, ...]) -> None:
        self._resolver = resolver
        self._hits = hits
        self._starts = [hit.span.start for hit in hits]
        self._places = {place.span.start: place for place in report.places if place.span}
        self._found: list[Mention] = []
        self._chains: dict[Hashable, int] = {}
        dateline = read_dateline(report.text)
        self._begin = dateline.span.end if dateline is not None else 0
        self._short = Abbreviations(report.text, hits)

    def mentions(self) -> tuple[Mention, ...]:
        """Return all mentions in text order, the wider first."""
        return tuple(sorted(self._found, key=lambda m: (m.span.start, -m.span.end)))

    def read(self, sentence: Sentence) -> None:
        """Add the mentions of a sentence."""
        low = bisect_left(self._starts, sentence.start)
        high = bisect_left(self._starts, sentence.end)
        hits = self._loosened(sentence, self._hits[low:high])
        if more := list(self._short.hits_in(sentence)):
            hits = sorted([*hits, *more], key=lambda hit: hit.span.start)
        pieces = cut(sentence.words, hits)
        # Where a report was filed, and by which agency, is nobody's act.
        pieces = [piece for piece in pieces if piece.start >= self._begin]
        phrases = read_phrases(sentence, pieces, self._resolver.names.knows)
        contain(phrases, pieces)
        _appose(phrases)
        for phrase in phrases:
            if phrase.parts and phrase.roles:
                self._several(phrase)
            else:
                self._one(_actor_part(phrase))

    def _loosened(self, sentence: Sentence, hits: tuple[NameHit, ...]) -> list[NameHit]:
        """Return the hits; of a body's name before a noun ("Israel's military campaign") the owner.

        There the body's last word is an adjective, and the state itself is what acts.
        """
        kept: list[NameHit] = []
        for hit in hits:
            if _before_adjective(sentence, hit):
                continue
            owner = _owner_before_noun(sentence, hit)
            if owner is None:
                kept.append(hit)
                continue
            inside = self._resolver.knowledge.find(sentence_text(sentence, owner))
            kept += [NameHit(owner, found.entries) for found in inside[:1]]
        return kept

    def _one(self, phrase: Phrase) -> None:
        if not _names_actor(phrase):
            return
        answer = self._shortened(phrase) or self._resolver.answer(phrase)
        if answer is not None:
            self._add(phrase, answer)
            if self._short:
                self._short.learn(*self._body(phrase, answer))

    def _shortened(self, phrase: Phrase) -> Answer | None:
        """Return who a short form of the report's own stands for, where it stands alone."""
        if not self._short or phrase.name_words or phrase.roles or not phrase.owners:
            return None
        return self._short.answer(phrase.owners[-1].entries[0])

    def _body(self, phrase: Phrase, answer: Answer) -> tuple[Phrase, Answer]:
        """Return the group at the end of a phrase ("fighters of the group"), or the phrase."""
        if not phrase.roles or not phrase.owners or phrase.owners[-1].last != phrase.last:
            return phrase, answer
        owner = phrase.owners[-1]
        if owner.kind not in (Kind.GROUP, Kind.ORGANIZATION):
            return phrase, answer
        alone = replace(phrase, first=owner.first, owners=[owner], roles=[])
        return alone, self._resolver.name(owner, alone)

    def _several(self, phrase: Phrase) -> None:
        """Add the mention of all and, inside it, one of each state that shares the role."""
        members = member_answers(self._resolver, phrase)
        chains = tuple(self._add(alone, answer).chain for alone, answer in members)
        answer = everyone(phrase, [answer.actor for _, answer in members])
        self._add(phrase, answer, members=chains)

    def _add(self, phrase: Phrase, answer: Answer, members: tuple[int, ...] = ()) -> Mention:
        chain = self._chains.setdefault(answer.key, len(self._chains))
        mention = Mention(
            span=phrase.span,
            head=_head(phrase),
            kind=answer.kind,
            actor=answer.actor,
            chain=chain,
            members=members,
            reason=answer.actor.reason,
        )
        self._found.append(mention)
        return mention


def _owner_before_noun(sentence: Sentence, hit: NameHit) -> Span | None:
    """Return the possessor in a body's name whose last word is an adjective of a later noun."""
    words = sentence.within(hit.span)
    mark = next((w.index for w in words if w.tag == "POS"), None)
    if mark is None or mark == words[0].index or words[-1].tag != "JJ":
        return None
    if words[-1].head.index <= words[-1].index:
        return None
    return Span(words[0].start, sentence.words[mark - 1].end)


def _before_adjective(sentence: Sentence, hit: NameHit) -> bool:
    """Tell whether a point of the compass goes with an adjective ("the West African bloc")."""
    last = sentence.at(hit.span.end - 1)
    if last is None or last.lower not in ("west", "east", "north", "south"):
        return False
    after = sentence.words[last.index + 1 : last.index + 2]
    return bool(after) and after[0].tag == "JJ" and after[0].text[:1].isupper()


def sentence_text(sentence: Sentence, span: Span) -> str:
    """Return the words of a span of a sentence, blanks as one."""
    return " ".join(word.text for word in sentence.within(span))


def contain(phrases: list[Phrase], pieces: list[Piece]) -> None:
    """Give role phrases without a state the country of the place after them ("in Tbilisi")."""
    at_word = {piece.first: number for number, piece in enumerate(pieces)}
    for phrase in phrases:
        if not phrase.roles or phrase.owners or phrase.parts or phrase.name_words:
            continue
        if phrase.determiner in _POSSESSIVES:
            continue
        if word_classes().among("posted_noun", phrase.roles[-1].lower.split()[-1]):
            continue  # an embassy or a diplomat is not of the state it is in
        number = at_word.get(phrase.last + 1)
        if number is None or pieces[number].lower not in _CONTAINING:
            phrase.containment = _fronted(phrase, pieces, at_word)
            continue
        for piece in pieces[number + 1 : number + 4]:
            if piece.kind in OWNERS and piece.kind is not Kind.SEAT:
                phrase.containment = piece
            if piece.kind is not Kind.MODIFIER and piece.lower != "the":
                break


def _fronted(phrase: Phrase, pieces: list[Piece], at_word: dict[int, int]) -> Piece | None:
    """Return the place put before people who are at home there ("In Yerevan protesters ...")."""
    role, number = phrase.roles[-1].role, at_word.get(phrase.first, 0)
    if role is None or role.sector not in _AT_HOME:
        return None
    while number and (
        pieces[number - 1].kind is Kind.MODIFIER or pieces[number - 1].lower in ",the"
    ):
        number -= 1
    if number < 2 or pieces[number - 2].lower not in _CONTAINING:
        return None
    place = pieces[number - 1]
    return place if place.kind in (Kind.STATE, Kind.CAPITAL) else None


def _appose(phrases: list[Phrase]) -> None:
    """Mark unknown names that stand beside an office ("Mongolia's minister, Battsetseg ...")."""
    for left, right in pairwise(phrases):
        for name, office in ((left, right), (right, left)):
            if name.proper is None or name.roles or name.modifier or not office.roles:
                continue
            if office.name_words or office.plural or office.roles[-1].role is None:
                continue
            if office.roles[-1].role.kind != "body" and _comma_between(left, right):
                name.apposed = _nameable(name)


def _nameable(phrase: Phrase) -> bool:
    """Tell whether a proper name may be a person's: places stand after prepositions."""
    head = phrase.sentence.head_of(phrase.span)
    if head is None or head.dep != "pobj":
        return True
    return head.head.lower in ("with", "by", "of", "for", "against", "between")


def _comma_between(left: Phrase, right: Phrase) -> bool:
    words = left.sentence.words
    between = words[left.last + 1 : right.first]
    if not between or between[0].text not in (",", "("):
        return False
    return all(w.tag in ("DT", "JJ", "PRP$", "NN", "VBN") for w in between[1:])


def _actor_part(phrase: Phrase) -> Phrase:
    """Return the state alone where a role before a noun is no actor ("Turkish minister post")."""
    if phrase.roles and phrase.modifier and phrase.owners and not _modifying_body(phrase):
        owner = phrase.owners[-1]
        return replace(phrase, first=owner.first, last=owner.last, owners=[owner], roles=[])
    return phrase


def _names_actor(phrase: Phrase) -> bool:
    """Tell whether a phrase is an actor where it stands, not a place or a mere attribute."""
    if phrase.name_words:
        return True
    if phrase.roles:
        return _modifying_body(phrase) if phrase.modifier else common_noun_acts(phrase)
    piece = phrase.owners[-1]
    head = phrase.sentence.words[piece.last]
    if piece.kind is Kind.CAPITAL:
        return phrase.paired or capital_acts(head)
    if piece.kind is Kind.SEAT:
        return seat_acts(head)
    return phrase.modifier or piece.kind is not Kind.STATE or _nominal(phrase, piece)


def _modifying_body(phrase: Phrase) -> bool:
    """Tell whether a role before another noun is itself an actor ("army offensive")."""
    piece = phrase.roles[-1]
    word = phrase.sentence.words[piece.last]
    if piece.role is None or not word.tag.startswith("NN"):
        return False
    if word_classes().among("common_noun", piece.role.noun):
        return False  # "state visit", "side road", "house arrest"
    return piece.role.kind == "body" or piece.role.sector in ("REB", "MIL", "COP")


def _nominal(phrase: Phrase, piece: Piece) -> bool:
    """Tell whether a state's name is a noun here, not a mere attribute ("is Turkish")."""
    if any(e.kind in COUNTRY_NOUNS for e in piece.entries):
        return True
    word = phrase.sentence.words[piece.last]
    if word.tag.startswith("NN") or phrase.determiner in ("a", "an"):
        return True
    # "the French" are people; "the Russian" leaves a noun out.
    return phrase.determiner == "the" and word.lower.endswith(_COLLECTIVE)


def _head(phrase: Phrase) -> Span:
    """Return the word the grammar hangs on: the name or the role, unless the parse says else."""
    if phrase.name_words:
        wanted = phrase.name_words[-1]
    elif phrase.roles:
        wanted = phrase.sentence.words[phrase.roles[-1].last]
    else:
        wanted = phrase.sentence.words[phrase.owners[-1].last]
    inside = range(phrase.first, phrase.last + 1)
    outer = [w for w in phrase.words if w.is_root or w.head.index not in inside]
    nouns = [w for w in outer if w.tag.startswith("NN")]
    if wanted not in outer and nouns:
        wanted = nouns[-1]
    if phrase.name_words or phrase.roles:
        return wanted.span
    return _own(phrase.owners[-1], wanted)


def _own(piece: Piece, word: Word) -> Span:
    """Return the word of a name, or the name where it is only part of a word ("U.S.-China")."""
    if word.end <= piece.start:
        return word.span  # "bloc" of "the regional bloc ECOWAS"
    return Span(max(piece.start, word.start), min(piece.end, word.end))
