"""An event as one plain sentence, built from its fields alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from dragoman.exports.phrases import Speaking, phrase, speaking
from dragoman.exports.wording import (
    days,
    listed,
    on_days,
    party_words,
    place_words,
    quantity_words,
    quoted,
    source_words,
    topics_words,
)
from dragoman.record import Concern, Event, Party, Place, Report, SaidBy, Status, VerbClass

__all__ = ["describe"]

# Sectors of people, who are released, killed or arrested themselves.
_PEOPLE = frozenset("CVL JRN LAB EDU REF ELI OPP MED".split())

# Verbs that can be said of what others will do; of them one can otherwise only announce it.
_OF_OTHERS = frozenset({"agreed", "promised"})


def describe(report: Report, event: Event, *, dated: bool = True, sourced: bool = True) -> str:
    """Return one sentence for an event: when, who, what, to whom, where, who says so.

    What is planned, possible or negated is told as such. `dated` and `sourced` False leave out
    the date in front and the source at the end, for where they are told beside it.
    """
    teller = _Teller(report, event)
    date = days(report, event.when) if event.when else "Date not stated"
    parts = [teller.clause(), teller.circumstances()]
    if sourced:
        parts.append(teller.sources())
    told = "".join(parts)
    sentence = f"{date}: {told}" if dated else told[0].upper() + told[1:]
    return sentence if sentence.endswith(".") else f"{sentence}."


@dataclass(slots=True)
class _Teller:
    """Tells one event; codes of country and sector follow the first mention of a name only."""

    report: Report
    event: Event
    named: set[str] = field(default_factory=set)

    def clause(self) -> str:
        """Return who did what to whom, with the status of it."""
        match self.event.status:
            case Status.PLANNED:
                return f"{self._subject()} planned to {self._verb('act')}"
            case Status.POSSIBLE if self._lies_ahead():
                return f"{self._subject()} may {self._verb('act')}"
            case Status.POSSIBLE:
                return f"it is possible, not certain, that {self._subject()} {self._verb('done')}"
            case Status.NEGATED if denied := self._denied_by():
                return f"{denied} denied that {self._subject()} {self._verb('done')}"
            case Status.NEGATED:
                return f"{self._subject()} did not {self._verb('act')}"
        return f"{self._subject()} {self._verb('done')}"

    def circumstances(self) -> str:
        """Return where, through whom, with how many people, about what."""
        event = self.event
        told = self._in(event.where, (*event.actors, *event.recipients))
        if event.mediators:
            role = "a mediator" if len(event.mediators) == 1 else "mediators"
            told += f", with {self._names(event.mediators)} as {role}"
        if numbers := self._numbers():
            told += f", with {listed(numbers)}"
        if topics := topics_words(event.about):
            told += f", about {listed(topics)}"
        return told

    def sources(self) -> str:
        """Return who says so, and the words that keep the report from vouching for it."""
        hedges = list(dict.fromkeys(quoted(self.report, span) for span in self.event.hedges))
        told = f" (“{', '.join(hedges)}”)" if hedges else ""
        sources = self.event.said_by[1:] if self._denied() else self.event.said_by
        for number, said in enumerate(sources):
            link = ", according to " if number == 0 else " and "
            if number and self._stands_in(said, sources[number - 1]):
                link = ", who cited "
            told += link + self._source(said)
        return told

    def _subject(self) -> str:
        return self._names(self.event.actors) or "an unnamed actor"

    def _verb(self, form: str) -> str:
        told = [self._concerning(concern, form) for concern in self.event.concerns]
        whom = () if told else self.event.recipients
        return _joined(told) or self._phrase(self.event, form, whom)

    def _concerning(self, concern: Concern, form: str) -> str:
        """Return the verb of a speech act with the act it speaks of."""
        return self._spoken(concern, form) + self._frame(concern)

    def _spoken(self, concern: Concern, form: str) -> str:
        event = self.event
        if event.type == "REQUEST":
            return self._requested(concern, form)
        spoken = speaking(event.type, event.mode, _predicate(self.report, event))
        if spoken is None:
            told = self._phrase(event, form, event.recipients)
            return f"{told}, concerning {self._noun(concern)}"
        if event.type == "ACCUSE":
            return self._accused(concern, form, spoken)
        return self._meant(concern, spoken, form)

    def _meant(self, concern: Concern, spoken: Speaking, form: str) -> str:
        """Return what somebody means to do or will not do, himself or through others."""
        verb, doers = spoken.verb(form), self.event.actors
        if not concern.actors or _share(concern.actors, doers):
            if spoken.link == "to":
                return f"{verb} to {self._act(concern, doers)}"
            return f"{verb} {self._noun(concern, doers)}"
        if self.event.type in {"AGREE", "CONCEDE"}:
            verb = verb if spoken.done in _OF_OTHERS else ("announced", "announce")[form == "act"]
            return f"{verb} that {self._names(concern.actors)} would {self._act(concern, ())}"
        return f"{verb} {self._noun(concern)} by {self._names(concern.actors)}"

    def _requested(self, concern: Concern, form: str) -> str:
        call = ("called", "call")[form == "act"]
        asked = self.event.recipients
        if asked and (not concern.actors or _share(concern.actors, asked)):
            return f"{call} on {self._names(asked)} to {self._act(concern, asked)}"
        if asked:
            verb = ("asked", "ask")[form == "act"]
            told = f"{verb} {self._names(asked)} for {self._noun(concern)}"
            return f"{told} by {self._names(concern.actors)}"
        if concern.actors and not _share(concern.actors, self.event.actors):
            return f"{call} on {self._names(concern.actors)} to {self._act(concern, ())}"
        return f"{call} for {self._noun(concern, self.event.actors)}"

    def _accused(self, concern: Concern, form: str, spoken: Speaking) -> str:
        blamed = concern.actors or self.event.recipients
        if blamed:
            names = self._names(blamed)
            return f"{spoken.verb(form)} {names} {spoken.link} {self._noun(concern)}"
        if self.event.mode == "disapprove":
            return f"{spoken.verb(form)} {self._noun(concern)}"
        return f"{('spoke of', 'speak of')[form == 'act']} {self._noun(concern)}"

    def _act(self, concern: Concern, doers: Sequence[Party]) -> str:
        return self._phrase(concern, "act", _towards(concern, doers))

    def _noun(self, concern: Concern, doers: Sequence[Party] = ()) -> str:
        return self._phrase(concern, "noun", _towards(concern, doers))

    def _phrase(self, act: Event | Concern, form: str, whom: Sequence[Party]) -> str:
        """Return the words for an act; one the table does not list is told by its code."""
        forms = phrase(act.type, act.mode, _predicate(self.report, act))
        names = self._names(whom)
        if forms is None:
            return " ".join(filter(None, (act.type, names)))
        return forms[form].tell(names, people=not all(_is_body(party) for party in whom))

    def _frame(self, concern: Concern) -> str:
        place = self._in(concern.where, concern.recipients)
        return place + (f" {on_days(self.report, concern.when)}" if concern.when else "")

    def _in(self, place: Place | None, parties: Iterable[Party]) -> str:
        """Return the place, if it is not named already as one of the parties."""
        if place is None or any(_is_place(party, place) for party in parties):
            return ""
        return f" in {place_words(place)}"

    def _numbers(self) -> list[str]:
        event = self.event
        counted = ((event.dead, "dead"), (event.injured, "injured"), (event.size, "taking part"))
        return [f"{quantity_words(number)} {what}" for number, what in counted if number]

    def _lies_ahead(self) -> bool:
        when, published = self.event.when, self.report.published
        return bool(when and when.first and published and when.first > published)

    def _denied(self) -> bool:
        """Tell whether the outermost source denies what is told."""
        if self.event.status is not Status.NEGATED or not self.event.said_by:
            return False
        attribution = self.report.attributions[self.event.said_by[0].attribution]
        return attribution.verb is VerbClass.DENIES

    def _denied_by(self) -> str:
        return self._source(self.event.said_by[0]) if self._denied() else ""

    def _stands_in(self, inner: SaidBy, outer: SaidBy) -> bool:
        return self.report.attributions[inner.attribution].parent == outer.attribution

    def _source(self, said: SaidBy) -> str:
        return self._names([said.source]) if said.source else source_words(self.report, said)

    def _names(self, parties: Iterable[Party]) -> str:
        return listed([self._name(party) for party in parties])

    def _name(self, party: Party) -> str:
        name = party.name or quoted(self.report, party.span)
        if name in self.named:
            return name
        self.named.add(name)
        return party_words(self.report, party)


def _predicate(report: Report, act: Event | Concern) -> str:
    """Return how the table of predicates names the act; of a concern only its words are known."""
    if isinstance(act, Event):
        return act.rule.partition(": ")[2]
    return quoted(report, act.anchor).casefold()


def _towards(concern: Concern, doers: Sequence[Party]) -> Sequence[Party]:
    """Return to whom an act is done by `doers`: who else does it stands where recipients stand."""
    others = [party for party in concern.actors if not _share((party,), doers)] if doers else []
    return [*concern.recipients, *others]


def _joined(told: Sequence[str]) -> str:
    """Return several contents of one act as a list: "called on A to act and on B to go"."""
    first, *rest = list(dict.fromkeys(told)) or [""]
    verb = first.partition(" ")[0]
    return listed([first, *(words.removeprefix(f"{verb} ") for words in rest)])


def _is_body(party: Party) -> bool:
    """Tell whether a party is a state or a body, which has people of its own."""
    named = party.name and party.country and not party.office
    return bool(named and party.sector not in _PEOPLE)


def _is_place(party: Party, place: Place) -> bool:
    named = {party.name, place.name} == {place.name}
    return named or (place.span is not None and place.span.overlaps(party.span))


def _share(some: Iterable[Party], others: Iterable[Party]) -> bool:
    """Tell whether somebody is in both."""
    return not {_key(party) for party in some}.isdisjoint(_key(party) for party in others)


def _key(party: Party) -> tuple[object, ...]:
    return (party.id,) if party.id else (party.name, party.country, party.sector, party.span)
