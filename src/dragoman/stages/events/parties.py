"""From words in a grammar position to the parties of an event."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.names import NameEntry
from dragoman.languages import en
from dragoman.languages.en.official_papers import official_papers
from dragoman.lexicon import read_table
from dragoman.models.view import Word
from dragoman.record import (
    Actor,
    Basis,
    Mention,
    MentionKind,
    Party,
    Place,
    Precision,
    Report,
    Span,
)
from dragoman.stages.actors.words import words as word_classes

__all__ = ["Cast", "party_at", "party_of"]

# "The Security Council," on a line of its own, with the paragraphs of its resolution after it.
_ALONE = re.compile(r"^[ \t]*(?:The )?(?P<name>[A-Z][^,\n]{3,80}),[ \t]*$", re.MULTILINE)
_BODIES = frozenset(("IGO", "UNO", "EUR"))
_DEPTH = 3  # "thousands of members of the party": how far "of" is looked through


@cache
def _transparent() -> dict[str, str]:
    path = Path(en.__file__).parent / "transparent.tsv"
    return {row["noun"]: row["kind"] for row in read_table(path, ("noun", "kind"))}


def party_of(mention: Mention, span: Span | None = None) -> Party:
    """Return the actor of a mention as a party, at the mention's own words or others."""
    return party_at(mention.actor, span or mention.span)


def party_at(actor: Actor, span: Span) -> Party:
    """Return an actor as a party at some words of the text."""
    return Party(
        span=span,
        id=actor.id,
        name=actor.name,
        country=actor.country,
        sector=actor.sector,
        sectors=actor.sectors,
        office=actor.office,
        basis=actor.basis,
        wikidata=actor.wikidata,
        reason=actor.reason,
    )


def _somebody(mention: Mention) -> bool:
    """Tell whether a mention says at least who or what sort of actor is meant."""
    actor = mention.actor
    if actor.country or actor.id:
        return True
    if actor.sector:
        return True
    named = mention.kind in (MentionKind.PERSON, MentionKind.ORGANIZATION)
    return named and actor.name is not None


def _is_body(word: Word, mention: Mention) -> bool:
    """Tell whether a noun names a body that decides things, whosever it is: "the commission"."""
    alone = mention.kind is MentionKind.ORGANIZATION and not mention.members
    return alone and word_classes().among("acting_body", word.lower)


@dataclass(frozen=True)
class Cast:
    """The mentions and places of a report, found by their words."""

    by_head: dict[int, Mention]
    by_chain: dict[int, Mention]
    mentions: tuple[Mention, ...]
    places: tuple[Place, ...]
    issuers: tuple[Party, ...] = ()  # "The Security Council," on a line of its own

    @classmethod
    def of(cls, report: Report) -> Cast:
        """Index the mentions of a report; of two with one head the longer wins."""
        by_head: dict[int, Mention] = {}
        by_chain: dict[int, Mention] = {}
        for mention in report.mentions:
            known = by_head.get(mention.head.start)
            if known is None or known.span.end - known.span.start < (
                mention.span.end - mention.span.start
            ):
                by_head[mention.head.start] = mention
            if _is_fuller(mention, by_chain.get(mention.chain)):
                by_chain[mention.chain] = mention
        issuers = tuple(_issuers(report))
        return cls(by_head, by_chain, report.mentions, report.places, issuers)

    def parties(self, word: Word, *, owners: bool = True) -> tuple[Party, ...]:
        """Return the parties a word stands for; empty when no known actor is meant.

        Where the word itself is no actor, what it is "of" ("thousands of protesters") or, with
        `owners`, whose it is ("Israel's campaign") is read.
        """
        return self._read(word, owners, _DEPTH)

    def _read(self, word: Word, owners: bool, depth: int) -> tuple[Party, ...]:
        mention = self.by_head.get(word.start) or self._covering(word)
        if mention is not None:
            listed = self._listed(word, mention) or self._expand(mention)
            return listed or ((party_of(mention),) if _is_body(word, mention) else ())
        if depth == 0:
            return ()
        kind = "of" if word.tag == "CD" else _transparent().get(word.lower)
        if kind == "of":
            return self._each(_after(word, "of"), owners, depth)
        if kind == "owner" and owners:
            return self._owner(word, depth)
        return ()

    def _listed(self, word: Word, mention: Mention) -> tuple[Party, ...]:
        """Return the states that a plural is spelled out as: "five countries -- A, B and C"."""
        if mention.actor.country or mention.members or word.tag not in ("NNS", "NNPS"):
            return ()
        names = [w for c in word.all("appos") for w in c.conjuncts() if w.start in self.by_head]
        states = [self.by_head[w.start] for w in names]
        return tuple(p for m in states if m.kind is MentionKind.COUNTRY for p in self._expand(m))

    def _owner(self, word: Word, depth: int) -> tuple[Party, ...]:
        for words in (
            word.all("poss"),
            _after(word, "by"),
            [c for c in word.all("amod", "compound", "nmod") if c.start in self.by_head],
            _after(word, "of"),
        ):
            found = self._each([w for first in words for w in first.conjuncts()], True, depth)
            if found:
                return found
        return ()

    def _each(self, words: list[Word], owners: bool, depth: int) -> tuple[Party, ...]:
        found = [p for word in words for p in self._read(word, owners, depth - 1)]
        return tuple({(p.span, p.id, p.name): p for p in found}.values())

    def holding(self, word: Word) -> list[Mention]:
        """Return the mentions whose words hold a word, in text order."""
        starts = self._starts
        first = bisect_left(starts, word.start - self._longest)
        near = self._in_order[first : bisect_right(starts, word.start)]
        return [m for m in near if m.span.end > word.start]

    @cached_property
    def _in_order(self) -> tuple[Mention, ...]:
        return tuple(sorted(self.mentions, key=lambda m: m.span.start))

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(m.span.start for m in self._in_order)

    @cached_property
    def _longest(self) -> int:
        """The length of the longest mention: none that holds a word starts farther before it."""
        return max((m.span.end - m.span.start for m in self.mentions), default=0)

    def _covering(self, word: Word) -> Mention | None:
        """Return the longest mention whose words a word heads: "Republic" of a long name."""
        for mention in sorted(self.holding(word), key=lambda m: m.span.start - m.span.end):
            outside = word.is_root or not mention.span.start <= word.head.start < mention.span.end
            if outside or word.end == mention.span.end:
                return mention
        return None

    def _expand(self, mention: Mention) -> tuple[Party, ...]:
        """Return the members of a collective mention, or the mention itself."""
        if mention.members:
            members = [self.by_chain[m] for m in mention.members if m in self.by_chain]
            return tuple(party_of(m) for m in members if _somebody(m))
        if not _somebody(mention):
            return ()
        if mention.kind is MentionKind.PRONOUN and mention.chain in self.by_chain:
            # A pronoun stands for the nearest earlier full name of its chain.
            return (party_of(self._antecedent(mention)),)
        return (party_of(mention),)

    def _antecedent(self, pronoun: Mention) -> Mention:
        earlier = [
            m
            for m in self.mentions
            if m.chain == pronoun.chain
            and m.kind is not MentionKind.PRONOUN
            and m.span.start < pronoun.span.start
        ]
        return earlier[-1] if earlier else pronoun

    def issuer(self, offset: int) -> tuple[Party, ...]:
        """Return the body whose resolution the words at an offset stand in."""
        before = [p for p in self.issuers if p.span.end < offset]
        return (before[-1],) if before else ()

    def beside(self, word: Word) -> tuple[Party, ...]:
        """Return who is coordinated with a name inside "of": "the government of A and the B Front".

        The parser hangs the second party on A; a group, body or person there stands beside the
        whole.
        """
        if word.start not in self.by_head:
            return ()
        late = [
            c
            for p in word.all("prep")
            if p.lower == "of"
            for o in p.all("pobj")
            for c in o.conjuncts()[1:]
        ]
        kinds = (MentionKind.GROUP, MentionKind.ORGANIZATION, MentionKind.PERSON)
        named = [self.by_head[w.start] for w in late if w.start in self.by_head]
        return tuple(p for m in named if m.kind in kinds for p in self._expand(m))

    def place_at(self, word: Word) -> Place | None:
        """Return the place whose words hold a word."""
        for place in self.places:
            if place.span is not None and place.span.start <= word.start < place.span.end:
                return place
        return None

    def host(self, word: Word) -> tuple[Party, ...]:
        """Return the state that a visited place belongs to, as host."""
        place = self.place_at(word)
        if place is None or place.span is None or place.country is None:
            return ()
        if place.precision is Precision.REGION:
            return ()
        reason = f"host: {place.name} lies in {place.country}"
        return (
            Party(
                span=place.span,
                country=place.country,
                sector="GOV",
                basis=Basis.WORDS,
                reason=reason,
            ),
        )


def _issuers(report: Report) -> Iterator[Party]:
    """Yield the bodies that stand alone on a line, as subject of the paragraphs that follow."""
    knowledge = Knowledge.load()
    for match in _ALONE.finditer(report.text):
        entries = knowledge.named(match["name"])
        body = next((e for e in entries if e.kind == "organization"), None)
        if body is not None:
            yield from _issuing(body, Span(*match.span("name")), body.rule)
    body = _body_of_title(report)
    for match in official_papers().issuer.finditer(report.text) if body is not None else ():
        if body is not None and not knowledge.named(match["name"]):
            why = f"the body that the title names: {body.rule}"
            yield from _issuing(body, Span(*match.span("name")), why)


def _issuing(body: NameEntry, span: Span, reason: str) -> Iterator[Party]:
    known = Knowledge.load().organization(body.id)
    if known is not None:
        yield Party(
            span=span,
            id=body.id,
            name=known.name,
            country=body.country,
            sector=body.sectors[0] if body.sectors else None,
            basis=Basis.KNOWLEDGE,
            reason=reason,
        )


def _body_of_title(report: Report) -> NameEntry | None:
    """Return the one body of several states that the title names."""
    hits = Knowledge.load().find(report.title or "")
    found = {e.id: e for hit in hits for e in hit.entries if e.country in _BODIES}
    return next(iter(found.values())) if len(found) == 1 else None


def _is_fuller(mention: Mention, known: Mention | None) -> bool:
    """Tell whether a mention names its chain better than the one known: a name, the first."""
    if known is None:
        return True
    rank = (known.kind is MentionKind.PRONOUN, -(known.span.end - known.span.start))
    return (mention.kind is MentionKind.PRONOUN, -(mention.span.end - mention.span.start)) < rank


def _after(word: Word, preposition: str) -> list[Word]:
    return [
        o
        for p in word.all("prep", "agent")
        if p.lower == preposition
        for h in p.all("pobj")
        for o in h.conjuncts()
    ]
