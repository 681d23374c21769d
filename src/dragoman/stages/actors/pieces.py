"""A sentence cut into pieces: known names, role nouns, proper words, modifiers, marks."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from dragoman.knowledge.names import NameEntry, NameHit
from dragoman.languages.en.roles import RoleNoun, load_roles
from dragoman.models.view import Word
from dragoman.record import Span
from dragoman.stages.actors.kinds import Kind
from dragoman.stages.actors.words import words as word_classes

__all__ = ["Piece", "cut", "cut_plain", "may_act", "name_piece"]


_BY_ENTRY = {
    "name": Kind.STATE,
    "official": Kind.STATE,
    "former": Kind.STATE,
    "abbreviation": Kind.STATE,
    "part": Kind.STATE,
    "adjective": Kind.STATE,
    "demonym": Kind.STATE,
    "demonym_plural": Kind.PEOPLE,
    "capital": Kind.CAPITAL,
    "seat": Kind.SEAT,
    "organization": Kind.ORGANIZATION,
    "group": Kind.GROUP,
    "person": Kind.PERSON,
}

_HYPHENS = frozenset("-–—‑")
_CALENDAR = frozenset(
    "january february march april may june july august september october november december "
    "jan. feb. mar. apr. jun. jul. aug. sept. sep. oct. nov. dec. "
    "monday tuesday wednesday thursday friday saturday sunday".split()
)
# Words of these tags are proper when capitalised inside a sentence: the tagger stumbles over
# names it has not seen.
_TERRITORIES = frozenset(("state", "states", "city", "republic", "capital"))
_OF_NUMBERS = frozenset(("fm", "pm"))
_LOOSE_TAGS = frozenset(("NN", "NNS", "FW", "UH", "VB", "VBP", "VBZ", "XX"))
_PROPER_TAGS = frozenset(("NNP", "NNPS"))
_MODIFIER_TAGS = frozenset(("JJ", "JJR", "JJS", "VBN", "VBG", "CD"))
_ROLE_TAGS = frozenset(("NN", "NNS", "NNP", "NNPS", "JJ"))


class Piece:
    """A stretch of a sentence: word numbers `first` to `last`, characters `start` to `end`."""

    __slots__ = ("end", "entries", "first", "kind", "last", "lower", "plural", "role", "start")

    def __init__(self, kind: Kind, first: int, last: int, start: int, end: int, lower: str) -> None:
        """Make a piece; names get `entries` and roles `role` afterwards."""
        self.kind = kind
        self.first = first
        self.last = last
        self.start = start
        self.end = end
        self.lower = lower
        self.entries: tuple[NameEntry, ...] = ()
        self.role: RoleNoun | None = None
        self.plural = False

    def __repr__(self) -> str:
        """Show kind and words, for people who debug."""
        return f"{self.kind.name}:{self.lower}"

    @property
    def span(self) -> Span:
        """The characters of the piece."""
        return Span(self.start, self.end)


def cut(words: Sequence[Word], hits: Sequence[NameHit]) -> list[Piece]:
    """Return the pieces of a sentence, in order; `hits` are the known names inside it."""
    pieces: list[Piece] = []
    position = 0
    for hit in hits:
        first = position
        if first and hit.span.start < words[first - 1].end:
            first -= 1  # a further name in one word ("U.S.-China")
        while first < len(words) and words[first].end <= hit.span.start:
            first += 1
        last = first
        while last + 1 < len(words) and words[last + 1].start < hit.span.end:
            last += 1
        if first == len(words):
            break
        pieces += cut_plain(words, position, first)
        pieces += _named(words, first, last, hit, pieces)
        position = max(position, last + 1)
    pieces += cut_plain(words, position, len(words))
    return pieces


def _named(
    words: Sequence[Word], first: int, last: int, hit: NameHit, before: list[Piece]
) -> list[Piece]:
    """Return the piece of a known name, with what else its words hold ("U.S.-brokered")."""
    kind = _main_kind(hit)
    start, end = hit.span.start, hit.span.end
    found: list[Piece] = []
    if first < last and words[first].lower == "the" and kind is not Kind.CAPITAL:
        found.append(_single(words, first))
        first += 1
        start = words[first].start
    if words[first].start < start and not (before and before[-1].end > words[first].start):
        found += _rest(words[first], first, words[first].start, start)
    elif before and before[-1].first == first:
        _drop_tail(before, start)
    name = name_piece(words, first, last, hit)
    name.start = start
    found.append(name)
    if words[last].end > end:
        found += _rest(words[last], last, end, words[last].end)
    return found


def name_piece(words: Sequence[Word], first: int, last: int, hit: NameHit) -> Piece:
    """Return the piece of a known name that fills the words from one number to another."""
    lower = words[first].lower
    if last > first:
        lower = " ".join([word.lower for word in words[first : last + 1]])
    piece = Piece(_main_kind(hit), first, last, hit.span.start, hit.span.end, lower)
    piece.entries = hit.entries
    return piece


def _main_kind(hit: NameHit) -> Kind:
    if len(hit.entries) == 1:
        return _BY_ENTRY[hit.entries[0].kind]
    return min((_BY_ENTRY[entry.kind] for entry in hit.entries), key=lambda kind: kind.rank)


def _drop_tail(pieces: list[Piece], start: int) -> None:
    """Cut back the rest of a word in which a further name was found ("U.S.-China")."""
    while pieces and pieces[-1].end > start:
        pieces.pop()


def _rest(word: Word, number: int, start: int, end: int) -> list[Piece]:
    """Return hyphen and remainder of a word that holds a name besides."""
    text = word.text[start - word.start : end - word.start]
    found = []
    for offset, part in _split(text):
        kind = Kind.HYPHEN if part in _HYPHENS else Kind.MODIFIER
        if part in ("'s", "’s"):
            kind = Kind.POSSESSIVE
        at = start + offset
        found.append(Piece(kind, number, number, at, at + len(part), part.lower()))
    return found


def _split(text: str) -> list[tuple[int, str]]:
    found, begin = [], 0
    for offset, letter in enumerate(text):
        if letter in _HYPHENS:
            if begin < offset:
                found.append((begin, text[begin:offset]))
            found.append((offset, letter))
            begin = offset + 1
    if begin < len(text):
        found.append((begin, text[begin:]))
    return found


def cut_plain(words: Sequence[Word], first: int, end: int) -> list[Piece]:
    """Return the pieces of words that hold no known name, role nouns found from the right."""
    found: list[Piece] = []
    number = end - 1
    while number >= first:
        word = words[number]
        if word.text == "." and _is_rank(words, first, number):
            found.append(_rank(words, number))
            number -= 2
            continue
        if word.tag in _ROLE_TAGS:
            matched = _role(words, first, number)
            if matched is not None:
                found.append(matched)
                number = matched.first - 1
                continue
        found.append(_single(words, number))
        number -= 1
    found.reverse()
    return found


def _is_rank(words: Sequence[Word], first: int, number: int) -> bool:
    """Tell whether a full stop belongs to an abbreviated rank ("Col.")."""
    if number == first or number + 1 == len(words):
        return False
    before = words[number - 1]
    return before.text[:1].isupper() and word_classes().among("rank", before.lower)


def _rank(words: Sequence[Word], number: int) -> Piece:
    before = words[number - 1]
    return Piece(
        Kind.PROPER, number - 1, number, before.start, words[number].end, before.lower + "."
    )


def _role(words: Sequence[Word], first: int, last: int) -> Piece | None:
    """Return the role noun that ends with a word, where it names an actor."""
    if not _ends_role(words[last].lower):
        return None
    lowers = [word.lower for word in words[first : last + 1]]
    role = _matched(tuple(lowers))
    if role is None or (role.length == 1 and words[last].tag == "JJ"):
        return None
    begin = last + 1 - role.length
    lower = " ".join(lowers[-role.length :])
    before = words[begin - 1] if begin else None
    if not may_act(lower, before.lower if before else "", before.tag if before else ""):
        return None
    piece = Piece(Kind.ROLE, begin, last, words[begin].start, words[last].end, lower)
    piece.role = role
    piece.plural = role.plural
    return piece


@lru_cache(maxsize=1 << 14)
def _ends_role(lower: str) -> bool:
    return lower.replace("’", "'") in load_roles().forms


@lru_cache(maxsize=1 << 14)
def _matched(lowers: tuple[str, ...]) -> RoleNoun | None:
    return load_roles().match(lowers, len(lowers))


@lru_cache(maxsize=1 << 14)
def may_act(role: str, before: str, tag: str) -> bool:
    """Tell whether a role noun names an actor behind a word, not a trait, an act or a place."""
    if role in _TERRITORIES and tag == "NNP":
        return False  # "Borno state"
    if tag == "CD" and role in _OF_NUMBERS:
        return False  # "103.5 FM", "5 pm"
    noun, known = role.rsplit(maxsplit=1)[-1], word_classes()
    # "nerve agent"
    return not (known.among("no_actor", noun) or known.among("no_actor", f"{before} {noun}"))


def _single(words: Sequence[Word], number: int) -> Piece:
    word = words[number]
    return Piece(_kind(words, number), number, number, word.start, word.end, word.lower)


def _kind(words: Sequence[Word], number: int) -> Kind:
    word = words[number]
    if word.text in _HYPHENS:
        if not _joined(words, number):
            return Kind.BREAK
        return Kind.MODIFIER if _lower_compound(words, number) else Kind.HYPHEN
    if _in_compound(words, number):
        return Kind.MODIFIER
    kind = _kind_alone(word.text, word.lower, word.tag, number > 0)
    if kind is Kind.NOUN and word.tag in _PROPER_TAGS and _after_hyphen(words, number):
        return Kind.PROPER
    return kind


@lru_cache(maxsize=1 << 15)
def _kind_alone(text: str, lower: str, tag: str, inside: bool) -> Kind:
    """Return what a word is good for by itself; `inside` tells that it does not come first."""
    if tag == "POS" or lower in ("'s", "’s"):
        return Kind.POSSESSIVE
    upper = text[:1].isupper()
    if lower in _CALENDAR and upper:
        return Kind.BREAK
    if tag in _PROPER_TAGS:
        return Kind.PROPER if upper or word_classes().among("particle", lower) else Kind.NOUN
    if tag in _LOOSE_TAGS and inside and upper and text.isalpha():
        return Kind.PROPER
    if tag in _MODIFIER_TAGS:
        return Kind.MODIFIER
    if tag in ("NN", "NNS"):
        return Kind.NOUN
    return Kind.BREAK


def _after_hyphen(words: Sequence[Word], number: int) -> bool:
    """Tell whether a word ends a name like "Myung-bak"."""
    return number > 1 and words[number - 1].text in _HYPHENS and _joined(words, number - 1)


def _lower_compound(words: Sequence[Word], number: int) -> bool:
    """Tell whether a hyphen joins two words in lower case ("far-right"), so no names."""
    return words[number - 1].text.islower() and words[number + 1].text.islower()


def _in_compound(words: Sequence[Word], number: int) -> bool:
    """Tell whether a word is a part of such a compound."""
    if not words[number].text.islower():
        return False
    for dash in (number - 1, number + 1):
        inside = 0 < dash < len(words) - 1 and words[dash].text in _HYPHENS
        if inside and _joined(words, dash) and _lower_compound(words, dash):
            return True
    return False


def _joined(words: Sequence[Word], number: int) -> bool:
    """Tell whether a dash joins its neighbours without blanks."""
    if not 0 < number < len(words) - 1:
        return False
    dash = words[number]
    return words[number - 1].end == dash.start and dash.end == words[number + 1].start
