"""Reading noun phrases: from pieces, left to right, to the phrases that may name actors."""

from __future__ import annotations

from collections.abc import Callable

from dragoman.models.view import Sentence
from dragoman.stages.actors.after_of import AfterOf
from dragoman.stages.actors.kinds import NAMES, OWNERS, Kind
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.pieces import Piece
from dragoman.stages.actors.scan import (
    FLAGS,
    is_adjective,
    is_country,
    is_flag,
    is_title_word,
    same_country,
)
from dragoman.stages.actors.words import words as word_classes

__all__ = ["read_phrases"]


def read_phrases(
    sentence: Sentence, pieces: list[Piece], is_name: Callable[[str], bool]
) -> list[Phrase]:
    """Return the noun phrases of a sentence that may name actors, in order.

    `is_name` tells whether a capitalised word is the family name of somebody known to be meant.
    """
    reader = _Reader(sentence, pieces, is_name)
    return reader.read()


class _Reader(AfterOf):
    """Reads pieces from left to right and gathers them into phrases."""

    def read(self) -> list[Phrase]:
        """Return the phrases of all pieces."""
        at, end = 0, len(self.pieces)
        while at < end:
            at = _STEPS.get(self.pieces[at].kind, _Reader._owner)(self, at)
        self._flush(at)
        return self.found

    # Known names of states, bodies, groups and their seats

    def _owner(self, at: int) -> int:
        piece = self.pieces[at]
        if self.after_stance(at) or self.in_other_name(at):
            self._flush(at)
            return at + 1
        shared = self._shared(at)
        if shared:
            return shared
        if self.kind(at + 1) is Kind.HYPHEN and self.paired(at):
            return self._pair(at)
        if self._is_described(at):
            return self._described(at)
        if self.roles or self.parts:
            self._flush(at)
        if self.owners:
            if self._is_subject_matter(at):
                return at + 1
            if not same_country(self.owners[-1], piece):
                self._flush(at)
        self._begin(piece)
        self.owners.append(piece)
        return at + 1

    def _is_subject_matter(self, at: int) -> bool:
        """Tell whether a name between owner and role is what the office is about."""
        piece = self.pieces[at]
        if same_country(self.owners[-1], piece) and piece.kind is not Kind.STATE:
            return False
        return self.kind(at + 1) is Kind.ROLE and not is_adjective(piece)

    def _is_described(self, at: int) -> bool:
        """Tell whether the noun just read says what the name is ("the regional bloc ECOWAS")."""
        piece = self.pieces[at]
        if not self.roles or self.of_owner or self.possessive or self.roles[-1].plural:
            return False
        if (
            piece.kind not in (Kind.ORGANIZATION, Kind.GROUP)
            or self.roles[-1].last + 1 != piece.first
        ):
            return False
        if self.kind(at + 1) in (Kind.POSSESSIVE, Kind.HYPHEN):
            return False
        return word_classes().among("name_noun", self.roles[-1].lower.split()[-1])

    def _described(self, at: int) -> int:
        piece = self.pieces[at]
        self.owners, self.roles, self.parts = [piece], [], []
        self.end = piece.last
        start = self.start
        phrase = self._flush(at + 1)
        if phrase is not None:
            phrase.first = start
        return at + 1

    def _shared(self, at: int) -> int:
        """Read "Turkish and American" before a plural role; return the next piece, or 0."""
        parts, next_at = [self.pieces[at]], at + 1
        while True:
            follow = self.after_conjunction(next_at)
            if not follow or self.kind(follow) not in OWNERS:
                break
            parts.append(self.pieces[follow])
            next_at = follow + 1
        if len(parts) < 2 or not self.shareable(parts, next_at):
            return 0
        if self.kind(next_at) is Kind.POSSESSIVE:
            next_at += 1
        role = self.role_ahead(next_at, 2)
        if not role or not self.plural(role):
            return 0
        self._flush(at)
        self._begin(parts[0])
        self.parts = parts
        return next_at

    def _pair(self, at: int) -> int:
        """Read a name that is joined with a hyphen to a name or a participle."""
        self._flush(at)
        tail = self.pieces[at + 2]
        if tail.kind in (Kind.MODIFIER, Kind.NOUN) and word_classes().among(
            "idle_tail", tail.lower
        ):
            return at + 3
        piece = self.pieces[at]
        phrase = self._phrase(piece.first, piece.last)
        phrase.modifier = phrase.paired = True
        if piece.kind is Kind.PERSON:
            phrase.person = piece
        else:
            phrase.owners = [piece]
        return at + 2 if tail.kind in NAMES or tail.kind is Kind.PROPER else at + 3

    # People

    def _people(self, at: int) -> int:
        self._flush(at)
        piece = self.pieces[at]
        if not self.after_stance(at):
            self._phrase(piece.first, piece.last).owners = [piece]
        return at + 1

    def _person(self, at: int) -> int:
        piece = self.pieces[at]
        if self.after_stance(at):
            self._flush(at)
            return at + 1
        if self.kind(at + 1) is Kind.HYPHEN and self.paired(at):
            return self._pair(at)
        if not self._takes_name():
            self._flush(at)
        self._begin(piece)
        phrase = self._close(piece.last)
        phrase.person = piece
        return self._after_name(phrase, at + 1)

    def _takes_name(self) -> bool:
        """Tell whether the title or country read so far may stand before a personal name."""
        if self.parts or self.of_role:
            return False
        if self.roles:
            role = self.roles[-1].role
            return role is None or role.kind != "body"
        return not self.owners or self.owners[-1].kind is Kind.STATE

    def _after_name(self, phrase: Phrase, at: int) -> int:
        """Take a country after the name ("Netanyahu of Israel"); return the next piece."""
        self._named, self._named_at = phrase, at
        if phrase.owners or self.lower(at) != "of":
            return at
        at_owner = at + 2 if self.lower(at + 1) == "the" else at + 1
        if self.kind(at_owner) not in (Kind.STATE, Kind.ORGANIZATION, Kind.GROUP):
            return at
        if self.kind(at_owner + 1) in (Kind.ROLE, Kind.POSSESSIVE, Kind.NOUN):
            return at
        owner = self.pieces[at_owner]
        phrase.owners = [owner]
        phrase.last = owner.last
        return at_owner + 1

    def _proper(self, at: int) -> int:
        piece = self.pieces[at]
        if is_title_word(piece.lower, upper=self.upper(piece)):
            return self._title_word(at)
        end = self.proper_end(at)
        last = self.pieces[end - 1]
        if self.roles and word_classes().among("body_word", last.lower):
            self._reset()  # "General Motors": neither a general nor a person
            return end
        known = self.is_name(self.text(at, end))
        if self.kind(end) is Kind.ROLE and not (known and self._takes_name()):
            self._begin(piece)
            self.end = last.last
            return end
        if self._portfolio(at, end):
            return end
        if (self.roles or self.owners or self.parts) and not self._names_holder(known):
            self._flush(at)
            if not known:
                return end
        self._begin(piece)
        phrase = self._close(last.last)
        phrase.proper = (piece.first, last.last)
        phrase.modifier = self.kind(end) is Kind.HYPHEN
        return self._after_name(phrase, end)

    def _names_holder(self, known: bool) -> bool:
        if self.roles:
            return self._takes_name()
        return known and self._takes_name() and (self.possessive or not self.owners)

    def _portfolio(self, at: int, end: int) -> bool:
        """Take the capitalised words of a title before its role ("Trade and Industry Minister")."""
        if self.roles or not (self.owners or self.parts) or self.is_name(self.text(at, end)):
            return False
        after = self.after_conjunction(end)
        if not after or self.kind(end) is Kind.HYPHEN:
            return False
        return self.is_title(after)

    # Roles and what stands before and after them

    def _role(self, at: int) -> int:
        piece = self.pieces[at]
        if self.of_owner:
            self._flush(at)
        if self._stands_apart(piece):
            self._flush(at)
        if not (self.owners or self.roles or self.parts) and self._named_at == at:
            self._belongs_to_person(piece)
        for word in piece.lower.replace("-", " ").split():
            if word in ("ex", "former"):
                self.flags.add("former")
            elif word in ("elect", "designate"):
                self.flags.add("incoming")
        self._begin(piece)
        self.roles.append(piece)
        return at + 1

    def _stands_apart(self, piece: Piece) -> bool:
        """Tell whether the place read before a role is one of its own ("in Yerevan protesters")."""
        if self.roles or self.parts or self.possessive or len(self.owners) != 1:
            return False
        owner = self.owners[0]
        if owner.kind is not Kind.CAPITAL and not is_country(owner):
            return False
        place = self.sentence.words[owner.last]
        if place.dep != "pobj" or place.head.index > place.index:
            return False
        role = self.sentence.words[piece.last]
        return place.head.head is not role and role not in place.ancestors()

    def _belongs_to_person(self, piece: Piece) -> None:
        """Join "Trump" and "administration" to one actor, "Trump" and "spokesman" to two."""
        named = self._named
        if named is None:
            return
        self.holder = named
        if piece.role is not None and piece.role.kind != "person" and named in self.found:
            self.found.remove(named)
            self.start = named.first
            self.owners = list(named.owners)

    def _is_land(self) -> bool:
        """Tell whether the role read is a noun for a state ("the country's coast guard")."""
        return word_classes().value("state_noun_alone", self.roles[-1].lower) is not None

    def _possessive(self, at: int) -> int:
        if self.roles and not self.of_owner and not self._is_land():
            ahead = self.role_ahead(at + 1, 2)
            role = self.pieces[ahead].role if ahead else None
            if ahead and role is not None and role.kind == "body":
                self.possessive = True
                return at + 1
            phrase = self._flush(at)
            self.holder = phrase if ahead else None
            return at + 1
        if self.roles:
            self._flush(at)
            return at + 1
        if self.owners or self.parts:
            self.possessive = True
            self.end = max(self.end, self.pieces[at].last)
            if not self.role_ahead(at + 1, 3) and self.kind(at + 1) not in (
                Kind.PERSON,
                Kind.PROPER,
                Kind.ORGANIZATION,
                Kind.GROUP,
                Kind.SEAT,
            ):
                self._flush(at)
            return at + 1
        if self._named_at == at:
            self.holder = self._named if self.role_ahead(at + 1, 3) else None
            return at + 1
        self._flush(at)
        return at + 1

    def _noun(self, at: int) -> int:
        piece = self.pieces[at]
        if piece.first == 0 and self.upper(piece) and self.is_name(self.text(at, at + 1)):
            return self._proper(at)  # a surname the tagger took for a noun
        if is_title_word(piece.lower, upper=self.upper(piece)):
            return self._title_word(at)
        if self.roles:
            self._flush(at, modifier=True)
            return at + 1
        if (self.owners or self.parts or self.holder) and self.role_ahead(at, 2):
            self.end = piece.last
            return at + 1
        self._flush(at)
        return at + 1

    def _modifier(self, at: int) -> int:
        piece = self.pieces[at]
        if is_flag(piece.lower):
            return self._title_word(at)
        if self.roles:
            before_noun = self.kind(at + 1) in (Kind.NOUN, Kind.MODIFIER)
            self._flush(at, modifier=before_noun and not self.of_owner)
        elif (self.owners or self.parts) and not (
            self.role_ahead(at, 3) or self.kind(at + 1) in OWNERS | {Kind.PERSON}
        ):
            self._flush(at)
        return at + 1

    def _title_word(self, at: int) -> int:
        """Take "former", "acting", "Mr.", "Col." and their like into the phrase that follows."""
        piece, known = self.pieces[at], word_classes()
        rank = known.value("rank", piece.lower) if self.upper(piece) else None
        if rank is not None:
            self.rank = self.rank or rank
            if self._takes_name() and not self.of_owner:
                self._begin(piece)
                return at + 1
        if self.roles or (self.owners and not self.role_ahead(at, 3)):
            self._flush(at)
        self.flags |= {use for use in FLAGS if known.among(use, piece.lower)}
        if known.among("honorific", piece.lower):
            self.flags.add("honorific")
        self._begin(piece)
        return at + 1

    def _hyphen(self, at: int) -> int:
        """Read "President-elect"; let "ex-president" pass; end the phrase else."""
        after = self.pieces[at + 1] if at + 1 < len(self.pieces) else None
        if self.roles and after is not None and is_flag(after.lower):
            self.flags |= {u for u in FLAGS if word_classes().among(u, after.lower)}
            self.end = after.last
            return at + 2
        if not self.flags or self.roles or self.owners:
            self._flush(at, modifier=True)
        return at + 1

    def _break(self, at: int) -> int:
        lower = self.pieces[at].lower
        if lower == "then" and self.kind(at + 1) in (Kind.ROLE, Kind.HYPHEN):
            self._flush(at)
            self.flags.add("then")
            self._begin(self.pieces[at])
            return at + 1
        if self.roles:
            if lower == "of":
                taken = self._of(at)
                if taken:
                    return taken
            if lower in ("to", "for", "on") and self._is_envoy():
                taken = self._posting(at)
                if taken:
                    return taken
        if lower in ("and", "&", ",") and self._joins_portfolio(at):
            return at + 1
        self._flush(at)
        return at + 1

    def _joins_portfolio(self, at: int) -> bool:
        if self.roles or not self.owners or not at:
            return False
        before = self.pieces[at - 1]
        known = self.is_name(self.sentence.words[before.last].text)
        return before.kind is Kind.PROPER and not known and self.is_title(at + 1)


# What reads a piece of each kind; names of states and bodies are read as owners.
_STEPS = {
    Kind.PERSON: _Reader._person,
    Kind.PEOPLE: _Reader._people,
    Kind.ROLE: _Reader._role,
    Kind.PROPER: _Reader._proper,
    Kind.NOUN: _Reader._noun,
    Kind.MODIFIER: _Reader._modifier,
    Kind.POSSESSIVE: _Reader._possessive,
    Kind.HYPHEN: _Reader._hyphen,
    Kind.BREAK: _Reader._break,
}
