"""The state of people without one: the only state a report tells of, or that of the last subject.

"Police fired tear gas" in a report that names one state alone is that state's police. Nothing is
said where a second state is named anywhere, or where the evidence is one name only.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

import msgspec

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.names import NameHit
from dragoman.languages.en.datelines import read_dateline
from dragoman.languages.en.official_papers import official_papers
from dragoman.languages.en.roles import load_roles
from dragoman.record import Actor, Basis, Mention, MentionKind, Report, Span
from dragoman.stages.actors.words import words as word_classes

__all__ = [
    "dateline_end",
    "home_of_dateline",
    "home_of_title",
    "is_national",
    "of_home",
    "only_state",
    "paragraphs",
    "states_named",
    "states_within",
    "with_state",
]

_NAMED = frozenset(
    "name official former abbreviation part adjective demonym demonym_plural capital seat".split()
)
# Sectors of those who belong to a state; armed men, traders and reporters may come from anywhere.
_HOME = frozenset("GOV MIL COP LEG JUD SPY PTY OPP CVL LAB EDU MED AGR ELI".split())
# "NIAMEY, 27 July 2023. Soldiers ...": a dateline that ends like a sentence.
_STOPPED = re.compile(r"[A-Z][A-Z'’ -]{2,30}, [^.\n]{5,30}\.\s")
_TWICE = 2
_ISO3 = 3
_BODIES = frozenset(("IGO", "UNO", "EUR", "NGO", "MNC", "IMG", "ISM"))


def is_national(country: str | None) -> bool:
    """Tell whether a code is that of a state, not of a body of several."""
    return country is not None and len(country) == _ISO3 and country not in _BODIES


def only_state(report: Report, sentences: int) -> str | None:
    """Return the code of the only state that a report of several sentences tells of, or None."""
    if sentences < _TWICE:
        return None
    told = {m.actor.country for m in report.mentions if is_national(m.actor.country)}
    if len(told) > 1:
        return None
    knowledge = Knowledge.load()
    hits = knowledge.find(report.text)
    title = states_named(knowledge.find(report.title)) if report.title else Counter[str]()
    named = states_named(hits)
    states = {*named, *title}
    if len(states) != 1 or not told <= states:
        return None
    (state,) = states
    end = dateline_end(report.text)
    opened = any(hit.span.start < end for hit in hits)
    if title or opened or named[state] >= _TWICE:
        return state
    return None


def states_named(hits: Iterable[NameHit]) -> Counter[str]:
    """Return how often each state is named; a name that may be of several counts for each."""
    return Counter(
        country
        for hit in hits
        for country in {e.country for e in hit.entries if e.kind in _NAMED}
        if country is not None and is_national(country)
    )


def home_of_dateline(report: Report) -> tuple[str, tuple[Span, ...]] | None:
    """Return the state of a report's dateline, and the paragraphs that tell of no other state.

    A paragraph that names no state goes on with what the one before told of.
    """
    opened = dateline_end(report.text)
    if not opened:
        return None
    hits = Knowledge.load().find(report.text)
    places = states_named(hit for hit in hits if hit.span.start < opened)
    if len(places) != 1:
        return None
    (home,) = places
    at_home: list[Span] = []
    going_on = False
    for paragraph in paragraphs(report.text):
        named = states_within(report, hits, paragraph)
        going_on = named == {home} or (not named and going_on)
        if going_on:
            at_home.append(paragraph)
    return home, tuple(at_home)


def states_within(report: Report, hits: Iterable[NameHit], paragraph: Span) -> set[str]:
    """Return the states that the names and the actors of a paragraph are of.

    A newspaper or broadcaster that is cited brings its own state into no paragraph.
    """
    named = set(states_named(hit for hit in hits if paragraph.covers(hit.span)))
    actors = (
        m.actor.country
        for m in report.mentions
        if paragraph.covers(m.span) and m.actor.sector != "JRN"
    )
    return named | {country for country in actors if country and is_national(country)}


def home_of_title(report: Report) -> str | None:
    """Return the one state that the title of an official paper names: whose paper it is."""
    title = report.title or ""
    if not official_papers().title.search(title):
        return None
    named = states_named(hit for hit in Knowledge.load().find(title) if _issues(title, hit))
    return next(iter(named)) if len(named) == 1 else None


def _issues(title: str, hit: NameHit) -> bool:
    """Tell whether a name in a title is not only whom the paper is about or was spoken with."""
    return official_papers().about.isdisjoint(title[: hit.span.start].lower().split())


def of_home(report: Report, state: str, why: str) -> tuple[Mention, ...]:
    """Return the mentions of an official paper, those of its own officials with their state.

    These are the ministers, spokespersons and bodies of government that are given no state.
    """
    chains = {m.chain for m in report.mentions if _is_own_official(report, m)}
    chains -= {m.chain for m in report.mentions if m.actor.country or m.actor.id or m.members}
    return tuple(
        msgspec.structs.replace(
            m, actor=msgspec.structs.replace(_of_state(m.actor, state, why), sector="GOV")
        )
        if m.chain in chains
        else m
        for m in report.mentions
    )


def _is_own_official(report: Report, mention: Mention) -> bool:
    if mention.kind is MentionKind.PRONOUN or mention.actor.sector not in (None, "GOV"):
        return False
    return bool(official_papers().own.search(report.words(mention.span)))


def dateline_end(text: str) -> int:
    """Return where the dateline of a text ends; 0 where it has none."""
    dateline = read_dateline(text)
    if dateline is not None:
        return dateline.span.end if dateline.place is not None else 0
    stopped = _STOPPED.match(text)
    return stopped.end() if stopped else 0


def paragraphs(text: str) -> Iterator[Span]:
    """Yield the lines of a text that are not empty."""
    begin = 0
    for line in text.split("\n"):
        if line:
            yield Span(begin, begin + len(line))
        begin += len(line) + 1


def with_state(
    report: Report,
    state: str,
    within: tuple[Span, ...],
    why: str,
    further: frozenset[str] = frozenset(),
) -> tuple[Mention, ...]:
    """Return the mentions of a report, those of people at home with a state.

    Only chains that a mention in one of the paragraphs `within` introduces are of the state; of
    sectors whose people may come from anywhere only those in `further`.
    """
    first: dict[int, Mention] = {}
    for mention in report.mentions:
        first.setdefault(mention.chain, mention)
    chains = {
        chain
        for chain, m in first.items()
        if _at_home(report, m, _HOME | further)
        and (
            any(paragraph.covers(m.span) for paragraph in within) or _is_ministry(report, m, state)
        )
    }
    chains -= {m.chain for m in report.mentions if m.actor.country or m.members}
    return tuple(
        msgspec.structs.replace(m, actor=_of_state(m.actor, state, why)) if m.chain in chains else m
        for m in report.mentions
    )


def _is_ministry(report: Report, mention: Mention, state: str) -> bool:
    """Tell whether it is "the Foreign Ministry" in a paragraph that begins with the state."""
    if report.words(mention.head).lower() != "ministry":
        return False
    begin = report.text.rfind("\n", 0, mention.span.start) + 1
    before = (
        m.actor.country
        for m in report.mentions
        if begin <= m.span.start < mention.span.start and is_national(m.actor.country)
    )
    return next(before, None) == state


def _of_state(actor: Actor, state: str, why: str) -> Actor:
    reason = f"{why}; {actor.reason}"
    return msgspec.structs.replace(actor, country=state, basis=Basis.COREFERENCE, reason=reason)


def _at_home(report: Report, mention: Mention, sectors: frozenset[str]) -> bool:
    """Tell whether a mention without a state is of people or a body at home in the only state."""
    actor = mention.actor
    if actor.country or actor.id or actor.sector not in sectors or mention.members:
        return False
    if mention.kind is MentionKind.PRONOUN:
        return False
    known = word_classes()
    head = report.words(mention.head).lower()
    if known.value("state_noun_alone", head) == "state" or known.among("stranger_noun", head):
        return False
    if mention.kind is MentionKind.ORGANIZATION and _many(head):
        return actor.sector not in ("GOV", "MIL")  # "governments" are those of several states
    before = report.text[max(0, mention.span.start - 30) : mention.span.start].lower().split()
    words = [*before[-3:], *report.words(mention.span).lower().split()]
    return not any(known.among("stranger_word", word) for word in words)


def _many(head: str) -> bool:
    role = load_roles().match([head], 1)
    return role is not None and role.plural and role.noun != head
