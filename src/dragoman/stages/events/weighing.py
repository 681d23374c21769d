"""Let the learned coder weigh what the tables found: keep, drop, retype, add.

The tables propose with a reason; the network has read the whole sentence. A draft that it does not
believe is dropped, a word that it takes for an act is added, and both say who takes part.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.languages.en.predicates import Frame, Predicate
from dragoman.models.learned.features import features_of
from dragoman.models.learned.labels import ROLES, STATUSES, TYPES
from dragoman.models.learned.network import Floats, Learned, Scores
from dragoman.models.view import Sentence, Word
from dragoman.record import Party, Place, Time
from dragoman.stages.events.anchors import Found
from dragoman.stages.events.casting import one_each, same_party
from dragoman.stages.events.desk import Desk
from dragoman.stages.events.draft import Draft
from dragoman.stages.events.homes import settled_party
from dragoman.stages.events.modality import read_modality
from dragoman.stages.events.reading import Reading

__all__ = ["weigh"]

# Shares, found on the dev part of the annotated sentences (training/thresholds.py).
_KEPT = 0.4  # a table's draft of this share or more stands as it is
_DROPPED = 0.97  # a table's draft is dropped where no act is this likely
_RETYPED = 0.7
_ADDED = 0.5  # a word is an act of some type
_TYPED = 0.6  # and of this one
_ROLE = 0.45
_ROLE_DROPPED = 0.03
_STATUS = 0.7
_MODE = 0.6
_MODE_OVER_TABLE = 0.9

_NAMING = frozenset("VB VBD VBG VBN VBP VBZ NN NNS".split())
_AUXILIARIES = frozenset("be am is are was were been being 's 're have has had do does did".split())
_CONCERN = 0.4
_SPOKEN = frozenset("AGREE CONCEDE REQUEST REJECT THREATEN ACCUSE SUPPORT".split())
_PROMISES = frozenset({"AGREE", "CONCEDE"})
_UTTERED = frozenset("AGREE REJECT THREATEN CONCEDE REQUEST".split())
_BY_NUMBER = frozenset({"third-party", "multilateral"})  # who takes part decides on these
_APART = frozenset("conj advcl relcl acl appos parataxis".split())
_NEAR = 3  # steps in the tree
_RECIPROCAL = frozenset({"CONSULT", "COOPERATE"})


@dataclass(frozen=True)
class Weighing:
    """One sentence under the network: its scores, and the desk it is coded at."""

    sentence: Sentence
    scores: Scores
    desk: Desk

    def type_share(self, word: Word, name: str) -> float:
        """Return how likely a word names an act of a type."""
        return float(self.scores.types[word.index][TYPES.index(name)])

    def concern_share(self, word: Word, name: str) -> float:
        """Return how likely a word names an act of a type that another act is only about."""
        return float(self.scores.concerns[word.index][TYPES.index(name)])

    def nothing(self, word: Word) -> float:
        """Return how likely a word names no act."""
        return float(self.scores.types[word.index][0])

    def best_type(self, word: Word) -> tuple[str, float]:
        """Return the likeliest type of the act a word names, and its share."""
        row = self.scores.types[word.index]
        best = int(row[1:].argmax()) + 1
        return TYPES[best], float(row[best])


def weigh(
    drafts: list[Draft], founds: list[Found], sentence: Sentence, desk: Desk, learned: Learned
) -> list[Draft]:
    """Return the drafts of a sentence as the learned coder sees them, those it adds at the end."""
    text = desk.report.text[sentence.start : sentence.end]
    words = [(w.start - sentence.start, w.end - sentence.start) for w in sentence.words]
    acts = {found.head.index: found.predicate.type for found in founds}
    scores = learned.read(text, words, features_of(sentence, acts))
    weighing = Weighing(sentence, scores, desk)
    kept = [d for draft in drafts if (d := _weighed(draft, weighing)) is not None]
    return [*kept, *_further(kept, founds, weighing)]


def _weighed(draft: Draft, weighing: Weighing) -> Draft | None:
    word = max(draft.found.own, key=lambda own: weighing.type_share(own, draft.type))
    share = weighing.type_share(word, draft.type)
    if share < _KEPT:
        if min(map(weighing.nothing, draft.found.own)) >= _DROPPED:
            return None
        word = draft.found.head
        name, other = weighing.best_type(word)
        if other < _RETYPED or _takes_back(draft, name):
            return replace(draft, share=share)  # the network has no better reading
        mode = weighing.scores.mode_of(word.index, name)
        draft = replace(draft, type=name, mode=mode, retyped=True)
        draft, share = replace(draft, reading=_own_reading(draft, word, weighing)), other
    else:
        draft = _with_mode(draft, word, weighing)
    draft = _with_status(draft, word, weighing)
    return replace(_with_parties(draft, word, weighing), share=share)


def _takes_back(draft: Draft, name: str) -> bool:
    """Tell whether another type would lose what the tables read of the act's content."""
    own = draft.found.predicate.type
    if draft.concerns and {name, draft.type} != _PROMISES:
        return True  # the tables took the type from what the act is about
    return name == own and draft.type != own


def _own_reading(draft: Draft, word: Word, weighing: Weighing) -> Reading:
    """Return the reading of an act whose type the network gave.

    A promise, a refusal, a threat is made of the very words that say that something is not done
    ("will take part", "unable to accept"): there the network's status counts, not those words.
    """
    if draft.type not in _UTTERED or draft.reading.effect == "actual":
        return draft.reading
    status = STATUSES[int(weighing.scores.statuses[word.index].argmax())]
    if status != "actual":
        return draft.reading
    reason = f"these words make it {draft.type}"
    return Reading(cues=draft.reading.cues, reasons=(reason,))


def _with_mode(draft: Draft, word: Word, weighing: Weighing) -> Draft:
    mode, share = weighing.scores.mode_share(word.index, draft.type)
    if mode in _BY_NUMBER or (mode is None and draft.concerns):
        return draft
    if mode != draft.mode and share >= (_MODE if draft.mode is None else _MODE_OVER_TABLE):
        return replace(draft, mode=mode)
    return draft


def _with_status(draft: Draft, word: Word, weighing: Weighing) -> Draft:
    """Let the network only take back: what the words around mark as not done stays so."""
    if draft.reading.effect != "actual":
        return draft
    row = weighing.scores.statuses[word.index]
    best = int(row.argmax())
    if best == 0 or float(row[best]) < _STATUS:
        return draft
    return replace(draft, reading=draft.reading.under(STATUSES[best], word, "learned"))


def _with_parties(draft: Draft, word: Word, weighing: Weighing) -> Draft:
    """Return a draft with who takes part: the network fills the roles that the grammar leaves open.

    "The conversation" is spoken of as known: who took part is told where it is told first.
    """
    roles = weighing.scores.roles(word.index)
    known = draft.definite and not draft.found.is_verb
    full = known or len(draft.actors) > (draft.type in _RECIPROCAL and not draft.recipients)
    actors = _role(draft.actors, "actor", roles, weighing, fill=not full)
    met = draft.type in _RECIPROCAL and len(draft.actors) > 1
    fill = not known and not met and not draft.recipients
    recipients = _role(draft.recipients, "recipient", roles, weighing, fill=fill)
    mediators = _role(draft.mediators, "mediator", roles, weighing, fill=not known)
    within = {c.anchor.start for c in draft.concerns} | {f.head.start for f in draft.told}
    if fill and within:
        recipients = tuple(r for r in recipients if not _suffers(r, within, weighing))
    recipients = tuple(
        r for r in recipients if not any(same_party(r, a) or _is_state_of(r, a) for a in actors)
    )
    mediators = tuple(m for m in mediators if not any(same_party(m, a) for a in actors))
    return replace(
        draft,
        actors=actors,
        recipients=recipients,
        mediators=mediators,
        times=draft.times or tuple(_times(roles, weighing)),
        places=draft.places or tuple(_places(roles, weighing)),
    )


def _suffers(party: Party, within: set[int], weighing: Weighing) -> bool:
    """Tell whether somebody is only the object of the act that is asked for, promised or judged.

    "Demanded the release of the drivers" is addressed to who holds them.
    """
    word = weighing.sentence.head_of(party.span)
    while word is not None and not word.is_root and word.start not in within:
        if word.head.start in within:
            return word.dep not in ("nsubj", "agent", "poss")
        word = word.head
    return False


def _is_state_of(party: Party, actor: Party) -> bool:
    """Tell whether a party is the bare state that an actor acts for: "Fidan told of Türkiye's"."""
    own = party.id is not None and party.id == party.country == actor.country
    return own and actor.sector == "GOV"


def _role(
    known: tuple[Party, ...], name: str, roles: Floats, weighing: Weighing, *, fill: bool
) -> tuple[Party, ...]:
    """Return who has a role: whom the tables name and the network allows; to `fill`, its own."""
    column = ROLES.index(name)
    kept: list[Party] = []
    for party in known:
        word = weighing.sentence.head_of(party.span)
        inside = word is not None and weighing.sentence.start <= party.span.start
        if inside and word is not None and float(roles[word.index][column]) < _ROLE_DROPPED:
            continue
        kept.append(settled_party(party, word if inside else None, weighing))
    for word in weighing.sentence.words if fill else ():
        if float(roles[word.index][column]) >= _ROLE:
            kept.extend(_named(word, weighing))
    return one_each(tuple(kept))


def _named(word: Word, weighing: Weighing) -> Iterator[Party]:
    """Yield who is named at a word: by a mention that it heads, or else by a plain noun."""
    parties = weighing.desk.cast.parties(word)
    for party in parties:
        yield settled_party(party, word, weighing)
    if parties or word.tag not in ("NN", "NNS") or _inside_a_name(word, weighing):
        return
    party = settled_party(Party(span=word.span), word, weighing)
    if party.sector:
        yield party


def _inside_a_name(word: Word, weighing: Weighing) -> bool:
    """Tell whether a mention holds a word: its own head speaks for it."""
    return any(m.span.start <= word.start < m.span.end for m in weighing.desk.cast.mentions)


def _times(roles: Floats, weighing: Weighing) -> Iterator[Time]:
    column = ROLES.index("time")
    for word in weighing.sentence.words:
        if float(roles[word.index][column]) >= _ROLE:
            for time in weighing.desk.report.times:
                if time.span.start <= word.start < time.span.end:
                    yield time


def _places(roles: Floats, weighing: Weighing) -> Iterator[Place]:
    column = ROLES.index("place")
    for word in weighing.sentence.words:
        if float(roles[word.index][column]) >= _ROLE:
            place = weighing.desk.cast.place_at(word)
            if place is not None:
                yield place


def _further(kept: list[Draft], founds: list[Found], weighing: Weighing) -> Iterator[Draft]:
    """Yield the acts that only the network sees."""
    taken = {w.index for d in kept for w in d.found.own}
    taken |= {f.head.index for d in kept for f in founds if _is_concern(f, d)}
    acts = {w: f for f in founds for w in (f.head, f.noun) if w is not None}
    for word in weighing.sentence.words:
        if word.index in taken or not _can_name_an_act(word):
            continue
        if 1 - weighing.nothing(word) < _ADDED:
            continue
        name, share = weighing.best_type(word)
        if share < _TYPED or weighing.concern_share(word, name) >= _CONCERN:
            continue
        if any(_belongs_to(word, name, d) for d in kept):
            continue
        mode = weighing.scores.mode_of(word.index, name)
        found = Found(_learned_row(word, name, mode), weighing.sentence, word)
        reading = read_modality(found, acts, weighing.desk.predicates)
        draft = Draft(found=found, type=name, mode=mode, reading=replace(reading, outer=None))
        draft = replace(draft, reading=_own_reading(draft, word, weighing))
        draft = _with_status(draft, word, weighing)
        if draft.reading.effect == "called":  # "must return": asked for, by somebody not told
            continue
        draft = replace(_with_parties(draft, word, weighing), share=share)
        if draft.actors or (draft.type == "ASSAULT" and draft.recipients):
            yield draft


def _belongs_to(word: Word, name: str, draft: Draft) -> bool:
    """Tell whether a word is part of an act told already.

    It may lead to it ("announced that it would release") or be what it is about ("agreed to
    reopen", "urged them to leave"), which is not done by being spoken of.
    """
    if draft.type in _SPOKEN and any(_leads(word, own) for own in draft.found.own):
        return True
    return draft.type == name and any(
        _leads(word, own) or _leads(own, word) for own in draft.found.own
    )


def _leads(word: Word, other: Word) -> bool:
    """Tell whether a word hangs in the clause or object of another, nothing coordinated between."""
    for _ in range(_NEAR):
        if word is other:
            return True
        if word.dep in _APART or word.is_root:
            return False
        word = word.head
    return word is other


def _can_name_an_act(word: Word) -> bool:
    """Tell whether a word is a full verb or a common noun; particles and "was" name nothing."""
    return word.tag in _NAMING and word.lower not in _AUXILIARIES


def _is_concern(found: Found, draft: Draft) -> bool:
    return any(c.anchor == found.anchor for c in draft.concerns)


def _learned_row(word: Word, name: str, mode: str | None) -> Predicate:
    """Return a row for an act that no table names."""
    kind = "reciprocal" if name in _RECIPROCAL else "directed"
    verb = word.tag.startswith("VB")
    return Predicate(
        phrase=word.lower,
        lemma=word.lower,
        pos="v" if verb else "n",
        parts=(),
        type=name,
        mode=mode,
        frame=Frame("learned", kind, {}),
        notes=frozenset(),
        rule="learned:0",
    )
