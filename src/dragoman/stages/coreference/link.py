"""The coreference stage: gives mentions of one actor one chain, and adds pronouns and the like."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from dragoman.knowledge.base import Knowledge
from dragoman.models.view import Parse, Sentence, Word
from dragoman.record import Actor, Basis, Mention, MentionKind, Report
from dragoman.stages.actors.resolve import Resolver
from dragoman.stages.actors.words import gender_of_given_name
from dragoman.stages.actors.words import words as word_classes
from dragoman.stages.coreference.apposition import apposed
from dragoman.stages.coreference.collectives import Call, call_of, several, they
from dragoman.stages.coreference.descriptions import (
    described_body,
    described_people,
    described_person,
    titles_in,
)
from dragoman.stages.coreference.entities import Discourse, Entity
from dragoman.stages.coreference.groups import Together, together
from dragoman.stages.coreference.pronouns import (
    BODILY,
    GENDER,
    PLURAL,
    SPEAKING,
    Choice,
    antecedent,
    later_subject,
    speaker,
)

__all__ = ["link_mentions"]

_PERSONS = (MentionKind.PERSON, MentionKind.OFFICE)
_EMPTY = Actor()
_KIND_OF_CALL = {"state": MentionKind.COUNTRY}


def link_mentions(report: Report, parse: Parse) -> Report:
    """Return the report with its mentions in chains; pronouns and "both sides" become mentions."""
    linker = _Linker(report)
    by_sentence: dict[int, list[Mention]] = {}
    for mention in report.mentions:
        sentence = parse.sentence_at(mention.span.start)
        if sentence is not None:
            by_sentence.setdefault(sentence.number, []).append(mention)
    for sentence in parse.sentences:
        if sentence.parsed:
            linker.read(sentence, by_sentence.get(sentence.number, []))
    return msgspec.structs.replace(report, mentions=linker.mentions())


class _Linker:
    """Goes through one report from start to end and keeps what was said."""

    def __init__(self, report: Report) -> None:
        self.report = report
        self.discourse = Discourse()
        self.found: list[Mention] = []
        self.sets: list[Together] = []
        self._joined: dict[int, int] = {}  # chains found to be others, by apposition or title
        self._next = 1 + max((m.chain for m in report.mentions), default=-1)
        self._several: dict[tuple[int, ...], int] = {}
        self._by_actor = {m.actor.id: m.chain for m in report.mentions if m.actor.id}
        self._resolver = Resolver(Knowledge.load(), report.published, ())
        self._meant: dict[int, int] = {}  # word starts of this sentence's pronouns -> chains
        self._speaker: int | None = None
        self._role_codes: set[str] = set()  # the offices that the words at hand name
        self._like: Entity | None = None  # whose counterpart the mention at hand is

    def mentions(self) -> tuple[Mention, ...]:
        """Return all mentions with their final chains, in text order, the wider first."""
        final = [
            msgspec.structs.replace(
                m,
                chain=self._chain(m.chain),
                members=tuple(self._chain(c) for c in m.members),
                actor=self._actor(m),
            )
            for m in self.found
        ]
        return tuple(sorted(final, key=lambda m: (m.span.start, -m.span.end)))

    def _actor(self, mention: Mention) -> Actor:
        """Return the actor of a mention, completed from its chain where the words said less."""
        entity = self.discourse.entities.get(self._chain(mention.chain))
        if entity is None or mention.actor.id or mention.members:
            return mention.actor
        best = entity.actor
        if best == mention.actor:
            return best
        if mention.actor.basis is Basis.COREFERENCE or mention.actor.country is None or best.id:
            return _again(best, mention.actor, mention.reason)
        return mention.actor

    def _chain(self, chain: int) -> int:
        while chain in self._joined:
            chain = self._joined[chain]
        return chain

    def _new_chain(self) -> int:
        self._next += 1
        return self._next - 1

    # One sentence

    def read(self, sentence: Sentence, mentions: list[Mention]) -> None:
        """Link the mentions of a sentence, word by word."""
        self._meant = {}
        self._join_appositions(sentence, mentions)
        heads = {m.head.start: m for m in mentions}
        starts = {
            m.span.start: [n for n in mentions if n.span.start == m.span.start] for m in mentions
        }
        first = len(self.found)
        covered = 0
        for word in sentence.words:
            for mention in [*starts.get(word.start, []), *self._inside(word, starts)]:
                self._mention(sentence, mention)
                covered = max(covered, mention.span.end)
            if word.start not in heads and word.start >= covered:
                self._word(sentence, word, heads)
        self.sets += together(sentence, self.found[first:], lambda m: self._chain(m.chain))
        self._note_speaker(sentence, first)

    def _inside(self, word: Word, starts: dict[int, list[Mention]]) -> list[Mention]:
        """Return mentions that start within a word ("U.S.-China")."""
        if "-" not in word.text and "–" not in word.text:
            return []
        return [m for at in range(word.start + 1, word.end) for m in starts.get(at, [])]

    def _join_appositions(self, sentence: Sentence, mentions: list[Mention]) -> None:
        for name, office in apposed(sentence, mentions):
            one, other = self._chain(mentions[name].chain), self._chain(mentions[office].chain)
            if one != other:
                self._joined[other] = one
            named, titled = mentions[name], mentions[office]
            mentions[office] = msgspec.structs.replace(
                titled,
                actor=_again(_merged(named.actor, titled.actor), titled.actor, "apposition"),
                reason=f"apposition to {self.report.words(named.span)!r}",
            )
            mentions[name] = msgspec.structs.replace(
                named, actor=_merged(named.actor, titled.actor)
            )

    def _keep(self, sentence: Sentence, mention: Mention) -> Entity | None:
        """Add a mention to the report and to what was said."""
        self.found.append(mention)
        head = sentence.at(mention.head.start)
        if head is None:
            return None
        entity = self.discourse.see(mention, sentence.number, head, self._chain(mention.chain))
        if mention.kind in _PERSONS and not mention.members:
            self._learn(sentence, mention, entity)
        entity.nouns.add(sentence.words[head.index].lower)
        if mention.members:
            entity.members = mention.members
            entity.plural = True
        return entity

    def _learn(self, sentence: Sentence, mention: Mention, entity: Entity) -> None:
        """Note titles, offices and gender of a person from the words of one mention."""
        if mention.actor.country and not entity.actor.country:
            entity.actor = mention.actor
        for word, code in titles_in(sentence, mention):
            entity.titles.add(word)
            if code:
                entity.codes.add(code)
            entity.gender = entity.gender or _gender_of_word(word)
        if mention.actor.office:
            entity.titles |= set(mention.actor.office.lower().replace("defense", "defence").split())
        if mention.actor.id:
            entity.codes |= self._resolver.codes(mention.actor.id)
            entity.gender = entity.gender or self._resolver.gender(mention.actor.id)
        if entity.gender is None and mention.actor.name:
            entity.gender = gender_of_given_name(mention.actor.name.split()[0])

    def _note_speaker(self, sentence: Sentence, first: int) -> None:
        for mention in self.found[first:]:
            word = sentence.at(mention.head.start)
            if word is None or word.dep != "nsubj":
                continue
            if word_classes().among("speech", word.head.lower):
                self._speaker = self._chain(mention.chain)

    # Mentions that the actor stage found

    def _mention(self, sentence: Sentence, mention: Mention) -> None:
        head = sentence.at(mention.head.start)
        named = mention.actor.id and "counterpart" not in self.report.words(mention.span)
        if head is None or named or mention.members:
            self._keep(sentence, mention)
            return
        before = _determiner(sentence, mention)
        self._like = None
        linked = self._linked(sentence, mention, head, before)
        entity = self._keep(sentence, linked if linked is not None else mention)
        if entity is not None and self._like is not None:
            entity.titles |= self._like.titles
            entity.codes |= self._like.codes

    def _linked(
        self, sentence: Sentence, mention: Mention, head: Word, before: Word | None
    ) -> Mention | None:
        """Return a mention that is a title, a counterpart or a noun for somebody named before."""
        owner = self._meant.get(before.start) if before is not None else None
        if owner is None:
            owner = self._possessor(sentence, mention)
        self._role_codes = {c for _, c in titles_in(sentence, mention) if c}
        determiner = before.lower if before is not None else ""
        if head.lower in ("counterpart", "counterparts") or "counterpart" in self.report.words(
            mention.span
        ):
            return self._counterpart(sentence, mention, owner)
        if owner is not None:
            return self._owned(mention, owner, head)
        if mention.actor.name:
            return None
        call = call_of(head, sentence)
        if call is not None and not mention.actor.country:
            return self._call(sentence, mention, call)
        if determiner not in ("the", "this", "that", "these", "those"):
            return None
        return self._described(sentence, mention, head)

    def _possessor(self, sentence: Sentence, mention: Mention) -> int | None:
        """Return the chain of what stands in the possessive before a mention."""
        mark = _mark_before(sentence, mention)
        if mark is None:
            return None
        return next(
            (self._chain(m.chain) for m in self.found[-3:] if m.span.end == mark.start), None
        )

    def _described(self, sentence: Sentence, mention: Mention, head: Word) -> Mention | None:
        before = mention.span.start
        entity: Entity | None
        if mention.kind in _PERSONS:
            titles = list(titles_in(sentence, mention))
            entity = described_person(self.discourse, mention, titles, sentence.number)
        elif mention.kind is MentionKind.PEOPLE:
            entity = None
            if mention.actor.country is None:
                entity = described_people(self.discourse, head.lower, sentence.number, before)
        else:
            entity = self._body(sentence, head, before, mention.actor.country)
        if entity is None:
            return None
        return self._same(mention, entity, f"{head.lower!r} fits the one named before")

    def _body(
        self, sentence: Sentence, word: Word, before: int, country: str | None
    ) -> Entity | None:
        """Return the state, body or group a noun means; a state also by its people's titles."""
        if word_classes().value("state_noun_alone", word.lower) != "state":
            return described_body(self.discourse, word.lower, sentence.number, before, country)
        here = [m for m in self.found if sentence.start <= m.span.start < before]
        for mention in reversed(here):
            if mention.kind is MentionKind.COUNTRY and not mention.members:
                return self.discourse.entities.get(self._chain(mention.chain))
        for mention in reversed(here):
            known = mention.kind is not MentionKind.PRONOUN and mention.actor.country
            state = self._state(mention.actor.country or "") if known else None
            if state is not None:
                return state
        return described_body(self.discourse, word.lower, sentence.number, before, country)

    def _same(self, mention: Mention, entity: Entity, why: str) -> Mention:
        return msgspec.structs.replace(
            mention,
            kind=mention.kind if entity.is_person else entity.kind,
            chain=entity.chain,
            actor=_again(entity.actor, mention.actor, why),
            reason=why,
        )

    def _owned(self, mention: Mention, chain: int, head: Word) -> Mention | None:
        """Give "its troops" and "his spokesman" the state of the one they belong to."""
        owner = self.discourse.entities.get(chain)
        if owner is None or mention.actor.country:
            return None
        if owner.members:
            return self._offices_of(mention, owner)
        if owner.actor.country is None or word_classes().among("other_side", head.lower):
            return None
        if word_classes().value("state_noun_alone", head.lower) == "state":
            state = self._state(owner.actor.country)
            return self._same(mention, state, f"the state of {owner.actor.name}") if state else None
        sector = mention.actor.sector
        if owner.kind is MentionKind.GROUP and sector in (None, "GOV", "REB", "MIL", "UAF"):
            sector = owner.actor.sector
        if word_classes().among("relative", head.lower):
            sector = "ELI" if owner.actor.sector in ("GOV", "LEG", "MIL", "ELI") else "CVL"
        why = "belongs to " + (owner.actor.name or "the one named before")
        actor = msgspec.structs.replace(
            mention.actor, country=owner.actor.country, sector=sector, reason=why
        )
        return msgspec.structs.replace(mention, actor=actor, reason=why)

    def _state(self, country: str) -> Entity | None:
        """Return the entity of a state, which the report may have named only by an adjective."""
        actor = self._resolver.state(country)
        if actor is None:
            return None
        chain = self._chain(self._by_actor.setdefault(actor.id, self._new_chain()))
        known = self.discourse.entities.get(chain)
        return known or self.discourse.entities.setdefault(
            chain, Entity(chain, MentionKind.COUNTRY, actor)
        )

    def _offices_of(self, mention: Mention, owner: Entity) -> Mention | None:
        """Read "their foreign ministers" as the holders of the office in each state."""
        members: list[int] = []
        for chain in owner.members:
            country = self.discourse.entities[chain].actor.country
            actor = self._resolver.holder_of(country, self._role_codes) if country else None
            if actor is None:
                return None
            members.append(self._chain_of_actor(actor))
        why = "the office in each of the states named before"
        return msgspec.structs.replace(
            mention,
            chain=self._set_chain(tuple(members)),
            members=tuple(members),
            actor=self._together(members, why),
            reason=why,
        )

    def _chain_of_actor(self, actor: Actor) -> int:
        """Return the chain of a person whom the report has not named, and note that it is meant."""
        chain = self._by_actor.get(actor.id)
        if chain is None:
            chain = self._by_actor[actor.id] = self._new_chain()
        if chain not in self.discourse.entities:
            entity = Entity(chain, MentionKind.PERSON, actor)
            if actor.id:
                entity.codes |= self._resolver.codes(actor.id)
                entity.gender = self._resolver.gender(actor.id)
            self.discourse.entities[chain] = entity
        return chain

    def _counterpart(
        self, sentence: Sentence, mention: Mention, owner: int | None
    ) -> Mention | None:
        """Read "his Greek counterpart": the same office in the other state."""
        entity = self.discourse.entities.get(owner) if owner is not None else None
        if entity is None:
            near = self.discourse.near(sentence.number, mention.span.start, 0)
            entity = next((e for _, e in near if e.is_person), None)
        if entity is None:
            return None
        why = f"the counterpart of {entity.actor.name or 'the one named before'}"
        if not mention.actor.name and mention.actor.country:
            answer = self._resolver.holder_of(mention.actor.country, entity.codes)
            if answer is not None:
                chain = self._chain_of_actor(answer)
                return msgspec.structs.replace(
                    mention,
                    chain=chain,
                    kind=MentionKind.OFFICE,
                    actor=msgspec.structs.replace(answer, reason=f"{answer.reason}; {why}"),
                    reason=why,
                )
        self._like = entity
        actor = msgspec.structs.replace(
            mention.actor,
            sector=mention.actor.sector or entity.actor.sector,
            office=entity.actor.office if not mention.actor.id else mention.actor.office,
            reason=why,
        )
        return msgspec.structs.replace(mention, actor=actor, reason=why)

    def _call(self, sentence: Sentence, mention: Mention, call: Call) -> Mention | None:
        chosen = self._several_at(sentence, call, mention.span.start)
        if chosen is None:
            return None
        members, why = chosen
        return msgspec.structs.replace(
            mention,
            kind=_KIND_OF_CALL.get(call.kind, MentionKind.PEOPLE),
            chain=self._set_chain(members),
            members=members,
            actor=self._together(members, why),
            reason=why,
        )

    def _several_at(
        self, sentence: Sentence, call: Call, before: int
    ) -> tuple[tuple[int, ...], str] | None:
        sets = self.sets + self._sets_here(sentence, before)
        return several(call, sets, self.discourse, sentence.number, before)

    def _sets_here(self, sentence: Sentence, before: int) -> list[Together]:
        here = [m for m in self.found if sentence.start <= m.span.start < min(before, sentence.end)]
        return together(sentence, here, lambda m: self._chain(m.chain)) if here else []

    def _set_chain(self, members: tuple[int, ...]) -> int:
        key = tuple(sorted(members))
        if key not in self._several:
            self._several[key] = self._new_chain()
        return self._several[key]

    def _together(self, members: Iterable[int], why: str) -> Actor:
        actors = [self.discourse.entities[c].actor for c in members]
        countries, sectors = {a.country for a in actors}, {a.sector for a in actors}
        return Actor(
            country=countries.pop() if len(countries) == 1 else None,
            sector=sectors.pop() if len(sectors) == 1 else None,
            basis=Basis.COREFERENCE,
            reason=why,
        )

    # Words that the actor stage left alone

    def _word(self, sentence: Sentence, word: Word, heads: dict[int, Mention]) -> None:
        lower = word.lower
        if lower in GENDER or lower in BODILY:
            self._pronoun(sentence, word, heads)
        elif lower in PLURAL:
            self._they(sentence, word, heads)
        elif lower in SPEAKING:
            self._speaking(sentence, word, heads)
        else:
            self._noun(sentence, word)

    def _pronoun(self, sentence: Sentence, word: Word, heads: dict[int, Mention]) -> None:
        if word.lower in BODILY and _expletive(word):
            return
        later = self._later(word, heads)
        choice = later or antecedent(word, sentence, self.discourse, self._excluded(word, heads))
        if choice is None:
            if word.lower in ("he", "she"):
                self._keep_pronoun(sentence, word, None)
            return
        self._keep_pronoun(sentence, word, choice)

    def _later(self, word: Word, heads: dict[int, Mention]) -> Choice | None:
        subject = later_subject(word) if word.tag == "PRP$" else None
        mention = heads.get(subject.start) if subject is not None else None
        if mention is None:
            return None
        gender = GENDER.get(word.lower)
        if gender is not None and (
            mention.kind not in _PERSONS or not self._may_be(mention, gender)
        ):
            return None
        if gender is None and mention.kind in (*_PERSONS, MentionKind.PEOPLE):
            return None
        return Choice(self._chain(mention.chain), "the subject that follows in the same clause")

    def _may_be(self, mention: Mention, gender: str) -> bool:
        entity = self.discourse.entities.get(self._chain(mention.chain))
        known = entity.gender if entity is not None else None
        if known is None and mention.actor.name:
            known = gender_of_given_name(mention.actor.name.split()[0])
        return known in (None, gender)

    def _excluded(self, word: Word, heads: dict[int, Mention]) -> frozenset[int]:
        """Return chains that the grammar forbids: the subject for "him", the noun's own for "his"."""
        barred: set[int] = set()
        if word.tag == "PRP$":
            below = [w for w in word.head.subtree() if w.start > word.start]
        else:
            below = [word.head.child("nsubj", "nsubjpass")] if word.dep != "nsubj" else []
            if word.dep == "pobj":
                verb = word.head.head
                below.append(verb.child("nsubj", "nsubjpass"))
        for other in below:
            mention = heads.get(other.start) if other is not None else None
            if mention is not None and other is not word:
                barred.add(self._chain(mention.chain))
            elif other is not None and other.start in self._meant:
                barred.add(self._meant[other.start])
        return frozenset(barred)

    def _keep_pronoun(self, sentence: Sentence, word: Word, choice: Choice | None) -> None:
        if choice is None:
            chain, actor, why = self._new_chain(), _EMPTY, "no safe antecedent"
        else:
            chain, why = choice.chain, choice.why
            entity = self.discourse.entities.get(chain)
            actor = _again(entity.actor if entity else _EMPTY, _EMPTY, why)
            self._meant[word.start] = chain
            if entity is not None and entity.gender is None:
                entity.gender = GENDER.get(word.lower)
        mention = Mention(
            span=word.span,
            head=word.span,
            kind=MentionKind.PRONOUN,
            actor=actor,
            chain=chain,
            reason=why,
        )
        if choice is None:
            self.found.append(mention)
        else:
            self._keep(sentence, mention)

    def _subjects_above(self, word: Word, heads: dict[int, Mention]) -> frozenset[int]:
        """Return the chains of the subjects of the clauses that a word stands in."""
        found: set[int] = set()
        for above in word.ancestors():
            for subject in above.all("nsubj", "nsubjpass"):
                mention = heads.get(subject.start)
                if mention is not None:
                    found.add(self._chain(mention.chain))
        return frozenset(found)

    def _they(self, sentence: Sentence, word: Word, heads: dict[int, Mention]) -> None:
        sets = self.sets + self._sets_here(sentence, word.start)
        barred = self._subjects_above(word, heads) if word.lower == "them" else frozenset()
        chosen = they(sets, self.discourse, sentence.number, word.start, barred)
        if chosen is None:
            if word.lower == "they":
                self._keep_pronoun(sentence, word, None)
            return
        members, chain, why = chosen
        if not members and chain is not None:
            self._keep_pronoun(sentence, word, Choice(chain, why))
            return
        self._keep_several(sentence, word, MentionKind.PRONOUN, members, why)

    def _keep_several(
        self,
        sentence: Sentence,
        word: Word,
        kind: MentionKind,
        members: tuple[int, ...],
        why: str,
    ) -> None:
        chain = self._set_chain(members)
        self._meant[word.start] = chain
        mention = Mention(
            span=word.span,
            head=word.span,
            kind=kind,
            actor=self._together(members, why),
            chain=chain,
            members=members,
            reason=why,
        )
        self._keep(sentence, mention)

    def _speaking(self, sentence: Sentence, word: Word, heads: dict[int, Mention]) -> None:
        """Read "I" and "we" as the one whose words they are."""
        subject = speaker(word)
        if subject is not None:
            mention = heads.get(subject.start)
            chain = self._chain(mention.chain) if mention else self._meant.get(subject.start)
            if chain is not None:
                if mention is not None and chain not in self.discourse.entities:
                    self.discourse.entities[chain] = Entity(chain, mention.kind, mention.actor)
                self._keep_pronoun(sentence, word, Choice(chain, "the one who speaks"))
        elif self._speaker is not None and _quoted(self.report.text, sentence.start):
            self._keep_pronoun(sentence, word, Choice(self._speaker, "the one who spoke last"))

    def _noun(self, sentence: Sentence, word: Word) -> None:
        """Read nouns that are no names: "the country", "both sides", "the pair"."""
        call = call_of(word, sentence)
        if call is not None:
            chosen = self._several_at(sentence, call, word.start)
            if chosen is not None:
                kind = _KIND_OF_CALL.get(call.kind, MentionKind.PEOPLE)
                self._keep_several(sentence, word, kind, *chosen)
            return
        if word.tag != "NN" or not word_classes().among("state_noun_alone", word.lower):
            return
        if not any(c.lower in ("the", "this") for c in word.all("det")) or word.all("prep"):
            return
        entity = self._body(sentence, word, word.start, None)
        if entity is None:
            return
        why = f"{word.lower!r} fits the one named before"
        mention = Mention(
            span=word.span,
            head=word.span,
            kind=entity.kind,
            actor=_again(entity.actor, _EMPTY, why),
            chain=entity.chain,
            reason=why,
        )
        self._keep(sentence, mention)


def _determiner(sentence: Sentence, mention: Mention) -> Word | None:
    """Return the article or possessive pronoun before a mention."""
    first = sentence.at(mention.span.start)
    if first is None:
        return None
    for word in reversed(sentence.words[: first.index]):
        if word.tag in ("DT", "PRP$", "PDT"):
            return word
        if word.tag not in ("JJ", "JJR", "JJS", "CD", "VBN", "VBG", "NN", "RB", "HYPH", "NNP"):
            return None
    return None


def _mark_before(sentence: Sentence, mention: Mention) -> Word | None:
    """Return the possessive mark before a mention, adjectives between them left aside."""
    first = sentence.at(mention.span.start)
    for word in reversed(sentence.words[: first.index if first else 0]):
        if word.tag == "POS":
            return word
        if word.tag not in ("JJ", "JJR", "JJS", "CD", "VBN", "NN"):
            return None
    return None


def _gender_of_word(word: str) -> str | None:
    known = word_classes()
    return known.value("gender", word) or known.value("honorific", word) or None


def _expletive(word: Word) -> bool:
    """Tell whether "it" stands for a clause, not for a thing ("it was agreed that ...")."""
    if word.dep == "expl":
        return True
    if word.lower != "it" or word.dep not in ("nsubj", "nsubjpass"):
        return False
    verb = word.head
    if verb.lower in ("is", "was", "'s", "’s", "be", "been", "seems", "appears", "remains"):
        return True
    return word.dep == "nsubjpass" and verb.child("ccomp", "xcomp", "advcl") is not None


def _quoted(text: str, at: int) -> bool:
    """Tell whether a place is inside a quotation that its paragraph opened."""
    begin = text.rfind("\n", 0, at) + 1
    paragraph = text[begin:at]
    if paragraph.count("“") > paragraph.count("”"):
        return True
    return paragraph.count('"') % 2 == 1


def _merged(named: Actor, titled: Actor) -> Actor:
    """Return what a name and the office beside it say together; the name says who it is."""
    if named.id:
        return named
    return msgspec.structs.replace(
        named,
        country=named.country or titled.country,
        sector=named.sector or titled.sector,
        office=named.office or titled.office,
        reason="; ".join(r for r in (named.reason, titled.reason) if r),
    )


def _again(actor: Actor, own: Actor, why: str | None) -> Actor:
    """Return an actor as another mention of the report means it."""
    return msgspec.structs.replace(
        actor,
        country=actor.country or own.country,
        sector=actor.sector or own.sector,
        basis=Basis.COREFERENCE,
        reason=why or own.reason,
    )
