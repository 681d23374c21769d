"""Reading whose office it is: what follows a role after "of", and where an envoy is posted."""

from __future__ import annotations

from dragoman.stages.actors.gathering import Gathering
from dragoman.stages.actors.kinds import OWNERS, Kind
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.scan import is_country
from dragoman.stages.actors.words import words as word_classes

__all__ = ["AfterOf"]

_ENVOYS = frozenset(
    "ambassador envoy representative coordinator rapporteur negotiator observer consul attaché "
    "attache mediator adviser advisor emissary liaison delegate ambassadors envoys "
    "representatives".split()
)


class AfterOf(Gathering):
    """Reads the owner, the role, the field of office or the posting behind a role."""

    def _past_modifiers(self, at: int) -> int:
        """Return the piece after up to two modifiers ("of the West African bloc")."""
        end = at
        while end < at + 2 and self.kind(end) is Kind.MODIFIER:
            end += 1
        return end

    def _names_next(self, at: int) -> bool:
        """Tell whether a noun only says what the next name is ("leaders of the bloc ECOWAS")."""
        if self.kind(at + 1) not in (Kind.ORGANIZATION, Kind.GROUP):
            return False
        return word_classes().among("name_noun", self.pieces[at].lower.split()[-1])

    def _of(self, at: int) -> int:
        """Read whose office it is after "of"; return the next piece, or 0."""
        next_at = at + 1
        if self.lower(next_at) in ("the", "its", "their"):
            next_at += 1
        piece = self.pieces[next_at] if next_at < len(self.pieces) else None
        if piece is None:
            return 0
        ahead = self._past_modifiers(next_at)
        if self.kind(ahead) in (Kind.ROLE, Kind.STATE):
            next_at = ahead
            piece = self.pieces[next_at]
        if piece.kind in OWNERS:
            return self._of_owner(next_at)
        if piece.kind is Kind.ROLE and self._names_next(next_at):
            return self._of_owner(next_at + 1)
        if piece.kind is Kind.ROLE and not self.of_owner:
            self.of_role = True
            self.roles.insert(len(self.roles) - 1, piece)
            self.end = max(self.end, piece.last)
            return next_at + 1
        if piece.kind is Kind.PROPER:
            taken = self._of_portfolio(next_at)
            if taken:
                return taken
        self._of_person(next_at)
        return 0

    def _of_person(self, at: int) -> None:
        """Note whose government it is after "of" ("the government of Luis Arce")."""
        piece, role = self.pieces[at], self.roles[-1].role
        if role is None or role.kind == "person" or self.owners or self.parts:
            return
        if piece.kind is Kind.PERSON:
            self.holder = Phrase(self.sentence, piece.first, piece.last, person=piece)
        elif piece.kind is Kind.PROPER:
            last = self.pieces[self.proper_end(at) - 1].last
            if self.is_name(self.text(at, self.proper_end(at))):
                self.holder = Phrase(self.sentence, piece.first, last, proper=(piece.first, last))

    def _of_owner(self, at: int) -> int:
        piece = self.pieces[at]
        group = piece.kind is Kind.GROUP and not self.of_owner
        if (self.owners and not group) or self.parts:
            return 0
        states = self._of_several(at)
        if states:
            return states
        noun = piece.kind is not Kind.STATE or is_country(piece)
        if not noun and not self.role_ahead(at + 1, 2):
            return 0
        next_at = at + 1
        if self.kind(next_at) is Kind.POSSESSIVE:
            next_at += 1
            body = next_at + (self.kind(next_at) is Kind.MODIFIER)
            if self.kind(body) in (Kind.ORGANIZATION, Kind.GROUP):
                at, piece, next_at = body, self.pieces[body], body + 1
        self.owners.append(piece)
        self.end = piece.last
        role = self.role_ahead(next_at, 2)
        if role:
            self.roles.insert(len(self.roles) - 1, self.pieces[role])
            self.end = self.pieces[role].last
            next_at = role + 1
        elif self.kind(at + 1) is Kind.POSSESSIVE or self.kind(at + 1) is Kind.NOUN:
            next_at = at + 1
        self.of_owner = True
        return next_at

    def _of_several(self, at: int) -> int:
        """Read "of Turkey and the United States" after a plural role; return the next piece."""
        if not self.roles or not self.plural(self.pieces.index(self.roles[-1])):
            return 0
        parts, next_at = [self.pieces[at]], at + 1
        while True:
            follow = self.after_conjunction(next_at)
            if not follow or self.kind(follow) not in OWNERS or self.role_ahead(follow + 1, 2):
                break
            parts.append(self.pieces[follow])
            next_at = follow + 1
        if len(parts) < 2:
            return 0
        self.parts = parts
        self.end = parts[-1].last
        self.of_owner = True
        return next_at

    def _of_portfolio(self, at: int) -> int:
        """Read a field of office ("Minister of Agriculture and Fisheries"); return the next."""
        known, next_at = word_classes(), at
        while next_at < len(self.pieces):
            piece = self.pieces[next_at]
            joins = piece.lower in ("and", "&", ",", "-") and known.among(
                "portfolio", self.lower(next_at + 1)
            )
            if not joins and not known.among("portfolio", piece.lower):
                break
            next_at += 1
        if next_at == at:
            return 0
        self.end = self.pieces[next_at - 1].last
        return next_at

    def _is_envoy(self) -> bool:
        return self.roles[-1].lower.split()[-1] in _ENVOYS

    def _posting(self, at: int) -> int:
        """Read where an envoy is sent, and the name after it; return the next piece, or 0."""
        next_at = at + 1
        if self.lower(next_at) == "the":
            next_at += 1
        if self.kind(next_at) not in OWNERS:
            return 0
        self.end = self.pieces[next_at].last
        self.of_owner = True
        return next_at + 1
