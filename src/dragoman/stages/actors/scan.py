"""Looking ahead and back among the pieces of a sentence."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from dragoman.models.view import Sentence
from dragoman.stages.actors.kinds import COUNTRY_NOUNS, NAMES, OWNERS, Kind
from dragoman.stages.actors.pieces import Piece
from dragoman.stages.actors.words import words as word_classes

__all__ = [
    "FLAGS",
    "Scan",
    "is_adjective",
    "is_country",
    "is_flag",
    "is_listed_adjective",
    "is_title_word",
    "same_country",
]

# What a title-like word before an office says about it; such words belong to the name's span.
FLAGS = ("former", "then", "incoming", "acting", "under", "shadow")
_CONJUNCTIONS = frozenset(("and", ",", "or", "&", "as well as"))


class Scan:
    """Answers about the pieces of one sentence; a piece is given by its number."""

    def __init__(
        self, sentence: Sentence, pieces: list[Piece], is_name: Callable[[str], bool]
    ) -> None:
        """Take the pieces; `is_name` knows the family names of those who may be meant."""
        self.sentence = sentence
        self.pieces = pieces
        self.is_name = is_name

    def kind(self, at: int) -> Kind | None:
        """Return the kind of a piece; None beyond the sentence."""
        return self.pieces[at].kind if 0 <= at < len(self.pieces) else None

    def lower(self, at: int) -> str:
        """Return the lower-case words of a piece; nothing beyond the sentence."""
        return self.pieces[at].lower if 0 <= at < len(self.pieces) else ""

    def text(self, at: int, end: int) -> str:
        """Return the words of pieces as written, blanks as one."""
        first, last = self.pieces[at].first, self.pieces[end - 1].last
        words = self.sentence.words
        base = words[first].start
        whole = [" "] * (words[last].end - base)
        for word in words[first : last + 1]:
            whole[word.start - base : word.end - base] = word.text
        return "".join(whole)

    def upper(self, piece: Piece) -> bool:
        """Tell whether a piece is capitalised."""
        return self.sentence.words[piece.first].text[:1].isupper()

    def role_ahead(self, at: int, most: int = 3, *through: Kind) -> int:
        """Return the piece number of a role within reach of modifiers; 0 where there is none."""
        nouns = 0
        for number in range(at, min(at + most + 1, len(self.pieces))):
            kind = self.pieces[number].kind
            if kind is Kind.ROLE:
                return number
            if kind is Kind.NOUN:
                nouns += 1
            if nouns > 1 or kind not in (Kind.NOUN, Kind.MODIFIER, Kind.PROPER, *through):
                return 0
        return 0

    def after_conjunction(self, at: int) -> int:
        """Return the piece after "and", ", and" or a hyphen; 0 where there is none."""
        begin = at
        while at < len(self.pieces) and (
            self.pieces[at].lower in _CONJUNCTIONS or self.kind(at) is Kind.HYPHEN
        ):
            at += 1
        if at == begin or at >= len(self.pieces):
            return 0
        return at + 1 if self.pieces[at].lower == "the" else at

    def plural(self, at: int) -> bool:
        """Tell whether a role stands in the plural or names people in number."""
        piece = self.pieces[at]
        role = piece.role
        return piece.plural or (role is not None and role.kind == "people")

    def is_title(self, at: int) -> bool:
        """Tell whether capitalised words up to a role for one person begin at a piece."""
        role = self.role_ahead(at, 3)
        if not role or self.kind(at) not in (Kind.PROPER, Kind.ROLE):
            return False
        noun = self.pieces[role].role
        return noun is not None and noun.kind == "person" and self.upper(self.pieces[role])

    def paired(self, at: int) -> bool:
        """Tell whether a hyphen joins a name to a further word."""
        return self.kind(at + 2) in NAMES | {Kind.MODIFIER, Kind.NOUN, Kind.PROPER}

    def shareable(self, parts: list[Piece], next_at: int) -> bool:
        """Tell whether names may share the role after them."""
        if self.kind(next_at) is Kind.POSSESSIVE:
            return all(p.kind is not Kind.GROUP for p in parts)
        return all(is_adjective(p) for p in parts[:-1])

    def after_stance(self, at: int) -> bool:
        """Tell whether "pro-" or "anti-" stands before a piece."""
        if at < 2 or self.pieces[at - 1].kind is not Kind.HYPHEN:
            return False
        return word_classes().among("stance", self.pieces[at - 2].lower)

    def in_other_name(self, at: int) -> bool:
        """Tell whether the name is part of a place's or a person's name ("Lake Chad")."""
        piece, known = self.pieces[at], word_classes()
        before = self.pieces[at - 1] if at else None
        after = self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        if before is not None and before.kind is Kind.PROPER:
            if known.among("geography", before.lower):
                return True
            if piece.entries[0].given and not known.among("honorific", before.lower):
                return True
        if after is not None and after.kind in (Kind.PROPER, Kind.NOUN):
            capital = self.sentence.words[after.first].text[:1].isupper()
            if capital and known.among("geography", after.lower):
                return True
        if after is not None and after.kind is Kind.PROPER and is_country(piece):
            return not self.is_name(self.sentence.words[after.last].text) and not self.role_ahead(
                at + 1
            )
        return self.of_proper(at)

    def of_proper(self, at: int) -> bool:
        """Tell whether the name closes a proper name with "of" ("Bank of Japan")."""
        back = at - 1
        if back >= 0 and self.pieces[back].lower == "the":
            back -= 1
        if back < 1 or self.pieces[back].lower != "of":
            return False
        before = self.pieces[back - 1]
        return before.kind is Kind.PROPER and before.first > 0

    def proper_end(self, at: int) -> int:
        """Return the piece after a run of proper words; particles and hyphens join them."""
        if self._hyphened_pair(at):
            return at + 1
        end = at + 1
        while end < len(self.pieces):
            step = self._proper_step(end)
            if not step:
                break
            end += step
        return min(end, len(self.pieces))

    def _hyphened_pair(self, at: int) -> bool:
        """Tell whether a hyphen joins two people ("Trump-Putin"), not the parts of one name."""
        if self.kind(at + 1) is not Kind.HYPHEN or not self.is_name(self.text(at, at + 1)):
            return False
        if at + 2 >= len(self.pieces):
            return False
        follow = self.pieces[at + 2]
        return follow.kind in NAMES or self.is_name(self.sentence.words[follow.first].text)

    def _proper_step(self, end: int) -> int:
        """Return how many pieces continue a proper name; 0 where it ends."""
        piece, follow = self.pieces[end], self.kind(end + 1)
        if piece.kind is Kind.PROPER:
            return 1
        if piece.kind is Kind.HYPHEN:
            article = self.pieces[end - 1].lower in ("al", "el") and follow is not None
            return 2 if follow is Kind.PROPER or article else 0
        if word_classes().among("particle", piece.lower):
            return 2 if follow is Kind.PROPER else 0
        return 1 if piece.kind in OWNERS and piece.entries[0].given else 0


@lru_cache(maxsize=1 << 14)
def is_flag(lower: str) -> bool:
    """Tell whether a word says how an office is held ("former", "acting")."""
    known = word_classes()
    return any(known.among(use, lower) for use in FLAGS)


@lru_cache(maxsize=1 << 14)
def is_title_word(lower: str, *, upper: bool) -> bool:
    """Tell whether a word before a name or office belongs to it ("Mr.", "Col.")."""
    known = word_classes()
    ranked = upper and known.among("rank", lower)
    return ranked or is_flag(lower) or known.among("honorific", lower)


def is_adjective(piece: Piece) -> bool:
    """Tell whether a name may stand before a noun that it shares with another."""
    if piece.kind is Kind.ORGANIZATION:
        return piece.entries[0].alias.replace(".", "").isupper()
    letters = [c for c in piece.lower if c.isalpha()]
    if any(e.kind == "adjective" for e in piece.entries):
        return True
    return piece.kind is Kind.STATE and len(letters) <= 3 and "." in piece.lower + "."


def is_listed_adjective(piece: Piece) -> bool:
    """Tell whether a name is an adjective for a state."""
    return any(e.kind == "adjective" for e in piece.entries)


def is_country(piece: Piece) -> bool:
    """Tell whether a name is a noun for a state."""
    return any(e.kind in COUNTRY_NOUNS for e in piece.entries)


def same_country(left: Piece, right: Piece) -> bool:
    """Tell whether two names may be read as one actor ("Lebanese Hezbollah")."""
    if right.kind is Kind.STATE:
        return False
    return left.entries[0].country == right.entries[0].country
