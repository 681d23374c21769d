"""Fill the roles of an act from its grammar positions."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.models.view import Word
from dragoman.record import Party
from dragoman.stages.events.anchors import Found
from dragoman.stages.events.parties import Cast
from dragoman.stages.events.slots import Slots, is_passive, read_slots

__all__ = ["Roles", "cast_roles", "one_each", "same_party"]

_ARMED = frozenset("COP MIL REB CRM JUD PRM UAF SPY".split())
_VIOLENT = frozenset(
    (
        "airstrike airstrikes ambush attack attacks blast blasts bomb bombardment bomber "
        "bombing bombings bombs bullet bullets clash clashes crossfire device drone drones "
        "explosion explosions fighting fire grenade gunfire massacre mine mines missile "
        "missiles mortar mortars offensive raid raids rocket rockets shell shelling shells "
        "shooting strike strikes unrest violence war"
    ).split()
)
_THINGS = frozenset("force forces state measures".split())
# "Thousands marched", "killing dozens": people, not said of which country.
_CROWDS = frozenset(
    "thousands hundreds dozens scores tens crowd crowds millions people others ppl".split()
)


@dataclass(frozen=True, slots=True)
class Roles:
    """Who takes part in an act, and the words of what it is about."""

    actors: tuple[Party, ...] = ()
    recipients: tuple[Party, ...] = ()
    mediators: tuple[Party, ...] = ()
    content: tuple[Word, ...] = ()
    topics: tuple[Word, ...] = ()
    several: bool = False  # the subject is a plural
    sized: tuple[Word, ...] = ()  # the nouns whose number is the number of actors
    led: bool = False  # somebody stands as subject
    by_thing: bool = False  # something that is no actor and no violence does: a train, a flood
    counted: tuple[Word, ...] = ()  # the nouns whose number is the number of victims or people

    @property
    def all(self) -> tuple[Party, ...]:
        """Everybody who takes part."""
        return (*self.actors, *self.recipients, *self.mediators)


def same_party(one: Party, other: Party) -> bool:
    """Tell whether two parties are one actor, as far as identity or words say."""
    if one.id and other.id:
        return one.id == other.id
    if one.span == other.span:
        return True
    # A state is its government: "Türkiye" and "Turkish government" are one party.
    return bool(
        one.name is not None
        and one.name == other.name
        and (one.country, one.sector) == (other.country, other.sector)
    )


def one_each(parties: tuple[Party, ...]) -> tuple[Party, ...]:
    """Return the parties without repetitions, the first words of each kept."""
    kept: list[Party] = []
    for party in parties:
        if not any(same_party(party, known) for known in kept):
            kept.append(party)
    return tuple(kept)


def cast_roles(found: Found, cast: Cast) -> list[Roles]:
    """Return the roles of an act; several where the words say that there were several acts.

    "Separate phone conversations with A and B" are two: one with each.
    """
    slots = read_slots(found)
    if _is_separate(found) and len(slots.get("with", [])) > 1:
        return [_fill(found, {**slots, "with": [w]}, cast) for w in slots["with"]]
    return [_fill(found, slots, cast)]


def _is_separate(found: Found) -> bool:
    describing = [c.lower for w in found.own for c in w.children if c.dep in ("amod", "advmod")]
    return "separate" in describing or "separately" in describing


def _fill(found: Found, slots: Slots, cast: Cast) -> Roles:
    roles = Roles(led=any(cast.parties(word) for word in slots.get("subj", ())))
    positions = found.predicate.frame.positions
    if "of" in slots and positions.get("poss") == "recipient":
        # "his release" is of him; "India's release of prisoners" is by India
        positions = {**positions, "poss": "actor"}
    # Who leads the clause comes first: "Fidan met Rubio" is Fidan with Rubio.
    leading = sorted(slots.items(), key=lambda item: item[0] not in ("subj", "poss"))
    for position, words in leading:
        role = _role(found, position, positions)
        for word in words:
            roles = _add(roles, role, position, word, found, cast)
    if not roles.actors and found.is_verb and _is_paragraph(found, slots):
        roles = replace(roles, actors=cast.issuer(found.head.start))
    doers = slots.get("subj", [])
    several = _meet_each_other(doers, slots, roles) and found.is_verb
    by_thing = bool(doers) and not roles.led and not any(w.lower in _VIOLENT for w in doers)
    return replace(_at_home(_tidy(roles, found)), by_thing=by_thing, several=several)


def _meet_each_other(doers: list[Word], slots: Slots, roles: Roles) -> bool:
    """Tell whether a plural subject alone is all who met: "the leaders of ECOWAS met"."""
    others = slots.get("obj") or slots.get("with")
    plural = any(w.tag in ("NNS", "NNPS") for w in doers)
    return plural and not others and any(p.country or p.id for p in roles.actors)


def _at_home(roles: Roles) -> Roles:
    """Drop a host that is the visitor's own country: a trip at home has none."""
    own = {p.country for p in roles.actors}
    hosts = tuple(
        p
        for p in roles.recipients
        if not ((p.reason or "").startswith("host:") and p.country in own)
    )
    return replace(roles, recipients=hosts)


def _is_paragraph(found: Found, slots: Slots) -> bool:
    """Tell whether a verb opens a paragraph of a resolution: "3. Urges all parties ..."."""
    head = found.head
    while head.dep == "conj":
        head = head.head
    finite = head.tag in ("VBZ", "VBP", "VB", "NNS", "VBG")  # "Condemning all attacks,"
    return head.is_root and finite and not slots.get("subj") and not is_passive(found.head)


def _role(found: Found, position: str, positions: dict[str, str]) -> str:
    if position == "mediator":
        return "mediator"
    if position == "host":  # the subject of "hosted talks"
        return "mediator" if found.predicate.frame.kind == "reciprocal" else "recipient"
    return positions.get(position, "none")


def _add(roles: Roles, role: str, position: str, word: Word, found: Found, cast: Cast) -> Roles:
    if role == "content":
        return _add_content(roles, position, word, found, cast)
    if role == "topic":
        return replace(roles, topics=(*roles.topics, word))
    # What stands before a noun is a party only by itself, never through what it belongs to.
    parties = (*cast.parties(word, owners=position not in ("mod", "to")), *cast.beside(word))
    if position == "mod":  # "a state visit", but "a police raid"
        parties = tuple(p for p in parties if p.country or p.id or p.sector in _ARMED)
        if found.type_is("ASSAULT") and word.tag.startswith("NNP") and not word.text.isupper():
            # "the Mali attack" is one in Mali; "the Hamas attack", "a U.S. strike" are by them
            parties = tuple(p for p in parties if p.id != p.country)
    if not parties and found.type_is("PROTEST", "ASSAULT") and _is_crowd(word):
        parties = (Party(span=word.span, sector="CVL", reason=f"words: {word.text}"),)
    if word is found.noun and word.lower in _THINGS and role == "recipient":
        parties = ()  # "use force" is done to nobody named
    if role == "actor":
        return replace(
            roles,
            actors=(*roles.actors, *parties),
            counted=(*roles.counted, word),
            sized=(*roles.sized, word),
        )
    if role in ("recipient", "host"):
        if not parties and (role == "host" or found.predicate.mode == "visit"):
            parties = cast.host(word)
        return replace(
            roles, recipients=(*roles.recipients, *parties), counted=(*roles.counted, word)
        )
    if role == "mediator":
        return replace(roles, mediators=(*roles.mediators, *parties))
    return roles


def _is_crowd(word: Word) -> bool:
    """Tell whether a number stands for people: "thousands marched", not "dozens of vessels"."""
    if word.lower not in _CROWDS:
        return False
    of = [o for c in word.all("prep") if c.lower == "of" for o in c.all("pobj")]
    return all(_is_crowd(o) for o in of)


def _add_content(roles: Roles, position: str, word: Word, found: Found, cast: Cast) -> Roles:
    """Take content that is an actor ("condemned Israel") as recipient.

    Whose measure is condemned, praised or refused ("a Russian draft") is the recipient too.
    """
    judged = found.type_is("ACCUSE", "SUPPORT", "REJECT") and position in ("obj", "of")
    direct = position in ("obj", "on", "to", "against")
    parties = cast.parties(word, owners=judged) if direct or judged else ()
    if judged and not parties:  # "praised the steps Obama had taken"
        doers = [s for c in word.all("relcl") for s in c.all("nsubj")]
        parties = tuple(p for doer in doers for p in cast.parties(doer))
    if parties:
        return replace(roles, recipients=(*roles.recipients, *parties))
    return replace(roles, content=(*roles.content, word))


def _tidy(roles: Roles, found: Found) -> Roles:
    """Drop repetitions, and whoever is said to act on himself."""
    actors = one_each(roles.actors)
    mediators = one_each(
        tuple(m for m in roles.mediators if not any(same_party(m, a) for a in actors))
    )
    recipients = one_each(
        tuple(r for r in roles.recipients if not any(same_party(r, a) for a in actors))
    )
    if found.predicate.frame.kind == "reciprocal":
        actors, recipients = one_each((*actors, *recipients)), ()
    return replace(roles, actors=actors, recipients=recipients, mediators=mediators)
