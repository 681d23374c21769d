"""Whose people a phrase names: country and sector from the words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from datetime import date
from functools import cached_property

from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.names import NameEntry, NameHit
from dragoman.record import Actor
from dragoman.stages.actors.names import Names
from dragoman.stages.actors.phrases import Phrase
from dragoman.stages.actors.pieces import Piece

__all__ = ["Sides"]

_BODIES = frozenset(("IGO", "UNO", "EUR"))
# Sectors that an armed group's own standing at the date decides, whatever its people are called.
_GROUP_DECIDES = frozenset((None, "", "GOV", "REB", "MIL", "UAF"))
_FORCES = frozenset(("MIL", "COP"))  # whose ships are no merchantmen
_PARTY_DECIDES = frozenset((None, "", "GOV", "LAB", "CVL", "BUS", "AGR", "SOC"))


class Sides:
    """Reads country and sector off the phrases of one report, at its date."""

    def __init__(self, knowledge: Knowledge, on: date | None, hits: Iterable[NameHit]) -> None:
        """Read the report's known names: they decide between namesakes."""
        self._hits = tuple(hits)
        self.knowledge = knowledge
        self.on = on
        self.names = Names(knowledge, on)
        self.names.introduce_known(self._hits)

    @cached_property
    def _states(self) -> Counter[str]:
        """How often the report names each state."""
        return Counter(
            hit.entries[0].country or ""
            for hit in self._hits
            if len({entry.country for entry in hit.entries}) == 1
        )

    def entry(self, piece: Piece) -> NameEntry:
        """Return the entry a known name means: among several, the state the text names most."""
        entries = piece.entries
        if len(entries) == 1:
            return entries[0]
        return max(entries, key=lambda e: self._states[e.country or ""])

    def owner(self, phrase: Phrase) -> NameEntry | None:
        """Return the state, body or group to which the phrase's people belong."""
        if phrase.owners:
            return self.entry(phrase.owners[-1])
        return None

    def side(self, phrase: Phrase, owner: NameEntry | None) -> tuple[str | None, str | None, str]:
        """Return country and sector from the words, and the reason."""
        country = owner.country if owner else None
        words = [p.lower for p in (*phrase.owners, *phrase.roles)]
        sector = self.sector(phrase, owner)
        if country is None and phrase.holder is not None:
            held = self.actor_of(phrase.holder)
            country = held.country if held else None
            sector = sector or (held.sector if held else None)
        if country is None and phrase.containment is not None:
            inside = self.entry(phrase.containment)
            country = inside.country
            words.append(f"in {phrase.containment.lower}")
        return country, sector, f"words: {' + '.join(words)}"

    def sector(self, phrase: Phrase, owner: NameEntry | None) -> str | None:
        """Return the sector of a phrase's people: their role's, or that of whose they are."""
        sectors = [p.role.sector for p in reversed(phrase.roles) if p.role and p.role.sector]
        sector = sectors[0] if sectors else None
        if owner is not None and owner.country in _BODIES:
            return owner.sector or None
        if "shadow" in phrase.flags:
            return "OPP"
        if "former" in phrase.flags and sector in ("GOV", "LEG", "MIL", "JUD", "SPY"):
            return "ELI"
        if owner is not None and owner.kind == "group" and sector in _GROUP_DECIDES:
            return self.group_sector(owner)
        if owner is not None and owner.sector == "PTY" and sector in _PARTY_DECIDES:
            return "PTY"
        if owner is not None and owner.kind in ("organization", "seat"):
            own = sector in (None, "GOV") or (sector == "BUS" and owner.sector in _FORCES)
            return owner.sector or sector if own else sector
        if sector == "GOV" and owner is None and _of_a_body(phrase):
            return None
        if sector is None and phrase.rank is not None:
            return phrase.rank
        if sector is None and phrase.roles and owner is not None:
            return "GOV"  # the people of a state without more: its sources, envoys, spokesmen
        return sector

    def group_sector(self, entry: NameEntry) -> str | None:
        """Return what an armed group was at the date of the report."""
        status = self.knowledge.group_status(entry.id, self.on) if self.on else None
        return (status.sector if status else None) or entry.sector or None

    def words_country(self, phrase: Phrase) -> str | None:
        """Return the state or body that the words name."""
        owner = self.owner(phrase)
        return owner.country if owner else None

    def title(self, phrase: Phrase) -> str | None:
        """Return the title in the words, if it is held now."""
        if not phrase.roles or phrase.flags & {"former", "then", "incoming"}:
            return None
        return " ".join(p.lower for p in phrase.roles).replace(" - ", "-")

    def text(self, phrase: Phrase) -> str:
        """Return the words of the personal name as written."""
        words = phrase.name_words
        written = ""
        for word, after in zip(words, [*words[1:], None], strict=True):
            written += word.text + (" " if after is not None and after.start > word.end else "")
        return written

    def more_sectors(self, phrase: Phrase) -> tuple[str, ...]:
        """Return the sectors a role has besides its first."""
        role = phrase.roles[-1].role if phrase.roles else None
        return role.sectors if role is not None and not phrase.flags & {"former"} else ()

    def actor_of(self, phrase: Phrase) -> Actor | None:
        """Return the actor of another phrase, which this one belongs to."""
        raise NotImplementedError


def _of_a_body(phrase: Phrase) -> bool:
    """Tell whether somebody leads a body of unknown sort: "the federation president"."""
    roles = [piece.role for piece in phrase.roles if piece.role]
    if len(roles) < 2 or roles[-1].kind != "person":
        return False
    return roles[0].kind == "body" and not roles[0].sector
