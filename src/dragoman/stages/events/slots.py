"""Read the grammar positions of an act: who stands as subject, object, under which preposition."""

from __future__ import annotations

from dragoman.languages.en.predicates import load_predicates
from dragoman.models.view import Word
from dragoman.stages.events.anchors import Found, has_own_object, objects

__all__ = ["Slots", "is_passive", "read_slots", "subject"]

Slots = dict[str, list[Word]]

_SUBJECT = ("nsubj", "csubj", "expl")
_FINITE = ("VBD", "VBZ", "VBP")
_RELATIVE = frozenset({"WP", "WDT"})
_PREPOSITIONS = ("prep", "agent", "dative")
# Verbs whose object does what the clause under them says ("urged Hamas to release").
_OBJECT_CONTROL = frozenset(
    "ask urge tell order call press pressure persuade convince force compel allow permit invite "
    "encourage request instruct help enable expect want warn accuse".split()
)
_BLAMES = ("accus", "blam", "suspect", "convict", "charg", "critici", "condemn", "prais", "thank")
_PUT = frozenset({"asked", "questioned", "pressed"})
# Whose proposal it is that somebody rejects is not who rejects it.
_OF_THE_NOUN = frozenset({"poss", "mod", "by"})
_NEEDS = frozenset("need needs importance necessity urgency call calls demand demands".split())
_SPELLS = frozenset("day days week weeks month months year years hour hours night time".split())
_COMPOUND = frozenset("out back away off along together up down".split())
# ... and those whose object does not: "promised them to leave".
_SUBJECT_CONTROL = ("promis", "threat", "vow", "use", "pledg", "take", "took", "have", "had")
_IS = frozenset("is are was were be been being".split())
_DEPTH = 6  # how far control is followed; longer chains are parsing faults


def read_slots(found: Found) -> Slots:
    """Return the words in each grammar position of an act, coordinated words apart."""
    slots = _verb_slots(found.head) if found.is_verb else _noun_slots(found)
    if found.is_verb and found.asks_for("by") and "by" not in slots:
        _by(found.head, slots)  # "stood by the president"
    if found.noun is not None:
        for position, words in _noun_own(found.noun).items():
            doer = found.predicate.frame.positions.get(position) == "actor"
            if position == "poss" and found.predicate.frame.positions.get("obj") == "recipient":
                slots.setdefault("obj", []).extend(words)  # "seized Iran's tanker"
            if position in _OF_THE_NOUN or (position == "of" and doer):
                continue
            known = slots.setdefault(position, [])
            known.extend(w for w in words if w not in known)
    return {position: _unique(words) for position, words in slots.items() if words}


def _by(verb: Word, slots: Slots) -> None:
    for child in verb.all("prep", "agent"):
        if child.lower == "by":
            slots["by"] = [w for o in child.all("pobj") for w in o.conjuncts()]


def _unique(words: list[Word]) -> list[Word]:
    return list(dict.fromkeys(words))


def is_passive(verb: Word) -> bool:
    """Tell whether a verb is passive: by its auxiliary or as a bare participle after a noun."""
    if verb.child("auxpass", "nsubjpass"):
        return True
    if verb.dep == "conj" and verb.tag == "VBN" and not verb.child("aux", "dobj"):
        # "12 were killed and 30 wounded": the second passive leaves its auxiliary out
        own = verb.child("nsubj")
        return (own is None or own.tag == "CD") and is_passive(verb.head)
    if verb.dep == "advcl" and verb.lower in _PUT and not verb.child("nsubj", "aux", "dobj"):
        return True  # "Asked whether ..., he replied"
    if verb.dep != "acl" or verb.tag not in ("VBN", "VBD") or verb.child("nsubj"):
        return False
    return not has_own_object(verb)


def _verb_slots(verb: Word) -> Slots:
    slots: Slots = {}
    passive = is_passive(verb)
    subjects = subject(verb)
    if passive:
        slots["obj"] = subjects or objects(verb)
    else:
        slots["subj"] = subjects
        slots["obj"] = [w for w in _objects(verb) if w not in subjects]
    for child in verb.children:
        if child.dep == "dative" and child.tag not in ("IN", "TO"):
            slots.setdefault("iobj", []).extend(child.conjuncts())
    _prepositions(verb, slots)
    doers = slots.pop("by", [])
    if passive and doers:  # "called for restraint by both sides": of an active verb "by" is no doer
        slots.setdefault("subj", []).extend(doers)
    return slots


def _objects(verb: Word) -> list[Word]:
    found = [w for child in verb.all("dobj", "attr", "oprd") for w in child.conjuncts()]
    # "shot dead the mayor": the parser may hang the object on the complement
    found += [w for c in verb.all("acomp", "oprd", "advmod") for o in c.all("dobj") for w in [o]]
    if not found:
        found = _shared_objects(verb)
    if verb.dep == "relcl":
        return [verb.head if w.tag in _RELATIVE else w for w in found] or (
            [verb.head] if _gap(verb) else []
        )
    return found


def _shared_objects(verb: Word) -> list[Word]:
    """Return the object a verb shares with the verb right after it: "praised and thanked X"."""
    for twin in verb.all("conj"):
        near = twin.index - verb.index <= 2 and twin.tag == verb.tag
        if near and not twin.child("nsubj", "nsubjpass") and not verb.child("prep", "prt"):
            return [w for child in twin.all("dobj") for w in child.conjuncts()]
    return []


def _gap(verb: Word) -> bool:
    """Tell whether a relative clause has its own subject and so lacks an object."""
    own = verb.child("nsubj")
    if own is not None and any(c.tag == "WP$" for c in own.all("poss")):
        return False  # "Eritrea, whose troops fought"
    return own is not None and own.tag not in _RELATIVE and verb.child("advmod", "mark") is None


def subject(verb: Word, depth: int = _DEPTH) -> list[Word]:
    """Return the words that are subject of a verb (of a passive: what it is done to).

    An unsaid subject is found by coordination, control, relative and participle clauses.
    """
    own = [w for child in verb.all("nsubj", "nsubjpass") for w in child.conjuncts()]
    if own:
        return [verb.head if w.tag in _RELATIVE and verb.dep == "relcl" else w for w in own]
    if verb.dep == "acomp" and verb.tag.startswith("JJ"):
        return subject(verb.head, depth - 1) if depth else []
    if depth == 0 or verb.is_root:
        return []
    return _inherited(verb, depth - 1)


def _inherited(verb: Word, depth: int) -> list[Word]:
    governor = verb.head
    if verb.dep == "conj" and governor.tag.startswith("VB"):
        if verb.tag in _FINITE and governor.tag == "VB":
            # "called on China to comply and reaffirmed": the finite verbs go together
            governor = next((a for a in governor.ancestors() if a.tag in _FINITE), governor)
        return subject(governor, depth)
    if verb.dep in ("xcomp", "ccomp", "advcl") and governor.tag.startswith(("VB", "JJ")):
        return _controller(verb, governor, depth)
    if verb.dep in ("acl", "relcl"):
        return _of_noun(verb, governor, depth)
    if verb.dep == "pcomp":
        return _after_preposition(governor, depth)
    return []


def _controller(verb: Word, governor: Word, depth: int) -> list[Word]:
    if verb.dep == "advcl" and verb.child("mark", "advmod") and verb.child("nsubj"):
        return []
    infinitive = any(c.lower == "to" for c in verb.all("aux"))
    controls = governor.lower.startswith(tuple(_OBJECT_CONTROL)) and (
        infinitive or verb.dep != "advcl"
    )
    moved = infinitive and verb.dep == "xcomp" and not governor.lower.startswith(_SUBJECT_CONTROL)
    if controls or (moved and governor.child("dobj")):
        asked = [w for child in governor.all("dobj") for w in child.conjuncts()]
        asked += [
            w
            for p in governor.all("prep")
            if p.lower in ("on", "upon", "to", "for")
            for child in p.all("pobj")
            for w in child.conjuncts()
        ]
        if asked:
            return asked
    if is_passive(governor) and governor.lower.startswith(tuple(_OBJECT_CONTROL)):
        return subject(governor, depth)
    if governor.tag.startswith("JJ"):
        return _of_adjective(governor, depth)
    if is_passive(governor):
        # "sanctions were imposed to punish": the one who imposed, if said.
        return subject(governor, depth) if verb.dep == "xcomp" else _agent(governor)
    return subject(governor, depth)


def _agent(verb: Word) -> list[Word]:
    return [w for a in verb.all("agent") for child in a.all("pobj") for w in child.conjuncts()]


def _of_adjective(adjective: Word, depth: int) -> list[Word]:
    if adjective.dep in ("acomp", "oprd") or adjective.head.tag.startswith("VB"):
        return subject(adjective.head, depth)
    return []


def _of_noun(verb: Word, noun: Word, depth: int) -> list[Word]:
    """Return the subject of a clause under a noun: the noun, or who has the "need to" do it."""
    if any(c.lower == "to" for c in verb.all("aux")):
        owners = [w for child in noun.all("poss") for w in child.conjuncts()]
        if owners:
            return owners
        own_plan = noun.dep == "dobj" and noun.head.tag.startswith("VB")
        # "stressed the need to halt": who stresses a need is not who has it
        return subject(noun.head, depth) if own_plan and noun.lower not in _NEEDS else []
    if verb.tag in ("VBG", "VBN", "VBD") or verb.dep == "relcl":
        return noun.conjuncts() if verb.tag == "VBD" else [noun]
    return []


def _after_preposition(preposition: Word, depth: int) -> list[Word]:
    governor = preposition.head
    if governor.dep in ("dobj", "nsubjpass") and governor.head.lower.startswith(_BLAMES):
        return governor.conjuncts()
    if governor.lower.startswith(_BLAMES):
        return [w for child in governor.all("dobj", "nsubjpass") for w in child.conjuncts()]
    if governor.tag.startswith("VB"):
        return subject(governor, depth)
    if governor.tag.startswith("NN"):
        owners = [w for child in governor.all("poss") for w in child.conjuncts()]
        return owners or _of_what_is(governor, depth)
    if governor.dep in ("advmod", "acomp"):  # "came close to striking"
        return subject(governor.head, depth)
    return []


def _of_what_is(noun: Word, depth: int) -> list[Word]:
    """Return who is where a noun says: "is on the point of leaving"."""
    verb = noun.head.head if noun.dep == "pobj" and not noun.head.is_root else noun
    copula = verb.child("acomp", "attr") is None and verb.lower in _IS
    return subject(verb, depth) if copula else []


def _prepositions(holder: Word, slots: Slots) -> None:
    for child in holder.children:
        if child.dep in _PREPOSITIONS and child.children:
            words = [w for o in child.all("pobj") for w in o.conjuncts()]
            slots.setdefault(child.lower, []).extend(words)
            for measure in child.all("pobj"):
                if measure.lower in _SPELLS:  # "raged for a second day between A and B"
                    _prepositions(measure, slots)
            # "pulled out of", "back from": a preposition under a preposition
            for inner in child.all("prep") if child.lower in _COMPOUND else ():
                slots.setdefault(inner.lower, []).extend(
                    w for o in inner.all("pobj") for w in o.conjuncts()
                )


def _noun_own(noun: Word) -> Slots:
    slots: Slots = {"poss": [], "mod": []}
    for child in noun.children:
        if child.dep == "poss":
            slots["poss"].extend(child.conjuncts())
        elif _mediates(child):
            slots.setdefault("mediator", []).extend((child, *child.children))
        elif child.dep in ("compound", "nmod", "amod", "npadvmod"):
            slots["mod"].extend(_modifiers(child))
        elif child.dep in ("acl", "relcl") and _mediates(child, full=True):
            doers = _agent(child) if is_passive(child) else subject(child)
            slots.setdefault("mediator", []).extend(w for w in doers if w is not noun)
    _prepositions(noun, slots)
    _late_prepositions(noun, slots)
    return slots


def _mediates(word: Word, *, full: bool = False) -> bool:
    """Tell whether a participle names a mediation: "U.S.-brokered", "mediated by Qatar"."""
    if not full and word.dep != "amod":
        return False
    row = load_predicates().light.get((word.lower.rpartition("-")[2], "obj"))
    return row is not None and row.subject in ("mediator", "host")


def _late_prepositions(noun: Word, slots: Slots) -> None:
    """Add phrases the parser hung on a name inside the noun's own phrase.

    "Putin in Alaska" of "meeting with Putin in Alaska" is about the meeting.
    """
    for child in noun.all("prep"):
        for inner in child.all("pobj"):
            for late in inner.all("prep"):
                if late.lower in ("with", "by", "against"):
                    slots.setdefault(late.lower, []).extend(
                        w for o in late.all("pobj") for w in o.conjuncts()
                    )


def _modifiers(child: Word) -> list[Word]:
    return [w for first in child.conjuncts() for w in (first, *_parts(first))]


def _parts(word: Word) -> list[Word]:
    """Return the other halves of a hyphenated or doubled modifier ("Trump-Putin")."""
    return [
        w
        for c in word.children
        if c.dep in ("compound", "nmod", "amod", "npadvmod")
        for w in (c, *_parts(c))
    ]


def _noun_slots(found: Found) -> Slots:
    slots = _noun_own(found.head)
    noun = found.head
    if noun.dep == "conj" and not slots["poss"]:
        # "the visit and talks": both hang on one possessor and one light verb
        slots["poss"] = [w for c in noun.head.all("poss") for w in c.conjuncts()]
    light, row = found.light, found.light_row
    if light is None or row is None:
        return slots
    _prepositions(light, slots)
    if row.slot != "subj":
        position = row.subject if row.subject in ("host", "mediator") else "subj"
        if row.subject != "none" or row.effect == "claimed":
            doers = _agent(light) if is_passive(light) else subject(light)
            slots[position] = [w for w in doers if w is not noun]
    if is_passive(light):
        slots.pop("by", None) if light.all("agent") else None
    return slots
