"""Finding names in a text: one automaton over all that the tables can name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

import ahocorasick_rs
import msgspec

from dragoman.knowledge.folding import fold
from dragoman.record.span import Span

__all__ = ["NameEntry", "NameFinder", "NameHit", "digraphs"]

# Names of these kinds are also found where a headline or a dateline writes all in capitals.
_SHOUTED = frozenset({"name", "official", "adjective", "capital", "seat", "part", "organization"})

# Initials within a name, and how far a name may reach to either side of them.
_INITIALS = re.compile(r"(?<=[a-z])(?: [A-Z]\.)+(?= [A-Z])")
_NAME_LENGTH = 40
# How letters with marks are also written in plain ones.
_DIGRAPHS = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "å": "aa", "ø": "oe", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue"}
)
_ARTICLES = ("Al ", "El ")
_AFTER_HYPHEN = re.compile(r"-[a-z]")


class NameEntry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What a name may mean.

    `kind` is, for a country: name, official, former, abbreviation, part, adjective, demonym,
    demonym_plural, capital or seat; else organization, group, person or family (the family name
    of a person, only looked for when asked). `id` is a country's ISO 3166 code or the id of a table
    row. `country` is the PLOVER code; None for people, whose country depends on the day. `given`
    marks the name of a country or capital that is also a given name.
    """

    kind: str
    id: str
    alias: str
    rule: str
    country: str | None = None
    sectors: tuple[str, ...] = ()
    given: bool = False

    @property
    def sector(self) -> str | None:
        """The main sector."""
        return self.sectors[0] if self.sectors else None


class NameHit(msgspec.Struct, frozen=True, gc=False):
    """A name in a text, and all it may mean; which one is meant is not decided here."""

    span: Span
    entries: tuple[NameEntry, ...]


class NameFinder:
    """Finds names: the longest at each place, leftmost first, at word boundaries, case as given.

    Letters with marks, typographic quotes and dashes, hyphens and single line breaks are one with
    their plain forms. Blocked phrases ("South America") hide the names inside them.
    """

    def __init__(self, entries: Iterable[NameEntry], blocked: Iterable[str] = ()) -> None:
        """Compile the names and the phrases that hide names."""
        found: dict[str, list[NameEntry]] = defaultdict(list)
        for phrase in blocked:
            found[_plain(phrase)] = []
        self._initials: dict[str, str] = {}
        for entry in entries:
            if entry.kind == "person" and (initials := _INITIALS.search(entry.alias)):
                self._initials[entry.id] = initials.group()
            for pattern in dict.fromkeys(_spellings(entry)):
                owners = found[pattern]
                if not any(entry.id == other.id and entry.kind == other.kind for other in owners):
                    owners.append(entry)
        self._patterns = tuple(found)
        self._entries = tuple(tuple(owners) for owners in found.values())
        self._automaton = ahocorasick_rs.AhoCorasick(
            list(self._patterns), implementation=ahocorasick_rs.Implementation.NoncontiguousNFA
        )

    def find(self, text: str) -> tuple[NameHit, ...]:
        """Return the names of the text in order; none overlaps another.

        A person is also found with initials that the tables leave out ("Malcolm B. Turnbull").
        """
        folded = fold(text)
        hits = self._longest(folded)
        if "." in folded and (cuts := [match.span() for match in _INITIALS.finditer(folded)]):
            return self._with_initials(folded, hits, cuts)
        return tuple(hits)

    def _with_initials(
        self, folded: str, hits: list[NameHit], cuts: list[tuple[int, int]]
    ) -> tuple[NameHit, ...]:
        """Return the hits, and the names of people that appear where initials are cut out."""
        more = []
        for begin, end in cuts:
            low, high = max(0, begin - _NAME_LENGTH), end + _NAME_LENGTH
            for hit in self._longest(folded[low:begin] + folded[end:high]):
                start, stop = low + hit.span.start, low + hit.span.end
                if start < begin < stop and self._has_initials(hit, folded[begin:end]):
                    more.append(NameHit(Span(start, stop + end - begin), hit.entries))
        free = [hit for hit in more if not any(hit.span.overlaps(known.span) for known in hits)]
        return tuple(sorted([*hits, *free], key=lambda hit: hit.span.start))

    def _has_initials(self, hit: NameHit, initials: str) -> bool:
        """Tell whether all that a name may mean are people, none with other initials."""
        given = self._initials.get
        return all(
            entry.kind == "person" and given(entry.id, initials) == initials
            for entry in hit.entries
        )

    def _longest(self, folded: str) -> list[NameHit]:
        hits: list[NameHit] = []
        end = 0
        for start, minus_stop, index in sorted(self._candidates(folded)):
            if start < end:
                continue
            end = -minus_stop
            owners = self._entries[index]
            if owners:
                joined = self._patterns[index].endswith(" ")
                hits.append(NameHit(Span(start, end - joined), owners))
        return hits

    def _candidates(self, folded: str) -> list[tuple[int, int, int]]:
        """Return start, negative end and pattern of each match that stands between boundaries."""
        length = len(folded)
        plain = folded.replace("-", " ")
        found = []
        for index, start, stop in self._automaton.find_matches_as_indexes(plain, overlapping=True):
            if start and folded[start - 1].isalnum() and folded[start].isalnum():
                continue
            last = plain[stop - 1]
            if last == " " and folded[stop - 1] != "-":
                continue
            if stop < length and folded[stop].isalnum() and (last.isalnum() or last == "."):
                continue
            found.append((start, -stop, index))
        return found


def digraphs(name: str) -> str:
    """Return a name with "oe" for "ö", and the like."""
    return name.translate(_DIGRAPHS)


def _plain(alias: str) -> str:
    return fold(alias).replace("-", " ")


def _spellings(entry: NameEntry) -> Iterator[str]:
    """Yield the forms under which the automaton looks for an alias; a form may come twice."""
    plain = _plain(entry.alias)
    yield plain
    if plain[0].islower():
        yield plain[0].upper() + plain[1:]
    if plain.startswith(_ARTICLES):
        yield plain[0].lower() + plain[1:]
    if entry.kind in _SHOUTED and len(plain) > 3:
        yield plain.upper()
    if entry.kind == "person":
        if "-" in entry.alias:  # "Kim Dae-jung", "Kim Dae-Jung"
            yield _plain(_AFTER_HYPHEN.sub(lambda match: match.group().upper(), entry.alias))
        if not entry.alias.isascii():  # "Schröder", "Schroeder"
            yield _plain(digraphs(entry.alias))
        yield from _arabic(plain)
        if "'" in plain:
            yield plain.replace("'", "")


def _arabic(plain: str) -> Iterator[str]:
    """Yield the forms of a name with its article in capitals, and without it."""
    for article in (" al ", " el "):
        if article in plain:
            yield plain.replace(article, article.title())
            yield plain.replace(article, " ")
