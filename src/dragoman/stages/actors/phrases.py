"""Noun phrases that may name an actor: how names, titles and countries stand together."""

from __future__ import annotations

from dataclasses import dataclass, field

from dragoman.models.view import Sentence, Word
from dragoman.record import Span
from dragoman.stages.actors.pieces import Piece

__all__ = ["Phrase"]


@dataclass(slots=True)
class Phrase:
    """A noun phrase: whose it is (`owners`), what it is (`roles`), and how it is called.

    `person` is a name of the tables, `proper` the words of a name they do not hold. `parts` are
    the states that share a plural role ("the Turkish and American foreign ministers").
    """

    sentence: Sentence
    first: int
    last: int
    owners: list[Piece] = field(default_factory=list)
    roles: list[Piece] = field(default_factory=list)
    person: Piece | None = None
    proper: tuple[int, int] | None = None
    flags: set[str] = field(default_factory=set)
    parts: list[Piece] = field(default_factory=list)
    holder: Phrase | None = None  # the person whose government or envoy it is
    containment: Piece | None = None
    rank: str | None = None  # the sector of a rank before the name ("Col.")
    modifier: bool = False  # stands before another noun, or in a pair with a hyphen
    apposed: bool = False  # stands beside an office that says who it is
    paired: bool = False  # joined with a hyphen to what follows

    @property
    def words(self) -> tuple[Word, ...]:
        """The words of the phrase."""
        return self.sentence.words[self.first : self.last + 1]

    @property
    def span(self) -> Span:
        """The characters of the phrase; a part of a word where a name is part of one."""
        pieces = [*self.owners, *self.roles, *self.parts]
        pieces += [self.person] if self.person else []
        start, end = self.words[0].start, self.words[-1].end
        for piece in pieces:
            if piece.first == self.first and piece.start > start and not self.roles:
                start = piece.start
            if piece.last == self.last and piece.end < end:
                end = piece.end
        return Span(start, end)

    @property
    def role(self) -> Piece | None:
        """The role noun the phrase hangs on."""
        return self.roles[-1] if self.roles else None

    @property
    def name_words(self) -> tuple[Word, ...]:
        """The words of the personal name, title left out; empty where there is none."""
        if self.person is not None:
            return self.sentence.words[self.person.first : self.person.last + 1]
        if self.proper is not None:
            return self.sentence.words[self.proper[0] : self.proper[1] + 1]
        return ()

    @property
    def determiner(self) -> str:
        """The lower-case determiner or possessive pronoun before the phrase, or nothing."""
        for word in reversed(self.sentence.words[: self.first]):
            if word.tag in ("DT", "PRP$", "PDT", "WP$"):
                return word.lower
            if word.tag not in ("JJ", "JJR", "JJS", "CD", "VBN", "VBG", "NN", "RB", "HYPH"):
                return ""
        return ""

    @property
    def plural(self) -> bool:
        """Whether the noun the phrase hangs on is plural."""
        return self.role is not None and self.role.plural
