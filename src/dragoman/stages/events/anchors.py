"""Find the words that name an act: predicates of the table whose conditions the grammar meets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from dragoman.languages.en.predicates import LightVerb, Part, Predicate, Predicates
from dragoman.models.view import Sentence, Word
from dragoman.record import Span

__all__ = [
    "OBJECTS",
    "Found",
    "asks",
    "find_anchors",
    "has_own_object",
    "is_bare_claim",
    "is_no_act",
    "objects",
    "phrasal",
    "preposition",
]

OBJECTS = ("dobj", "nsubjpass", "attr", "oprd")
_ADVERBIAL = ("prep", "prt", "agent", "dative", "advmod", "npadvmod")
_SUBJECTS = ("nsubj", "nsubjpass")
_MODIFIERS = ("compound", "nmod", "amod", "nummod", "npadvmod", "poss")
# "a round of talks" is talks: the light verb takes the first noun, the act is the second.
_DEFINITE = frozenset("the this that these those".split())
_KNOWN = frozenset("recent last previous latest ongoing earlier subsequent past".split())
_CLAIM = "responsibility"
_ROUNDS = frozenset(
    "round rounds series set number session sessions wave string package packages batch raft "
    "tranche slate list barrage volley spate array wave waves dozens scores hundreds thousands "
    "several".split()
)


@dataclass(frozen=True, slots=True, eq=False)
class Found:
    """A predicate met in a sentence.

    `head` is the word the row is about, `noun` the object noun that a verb row asks for, `light`
    the verb that carries a nominal act ("held" of "held talks") with its table row.
    """

    predicate: Predicate
    sentence: Sentence
    head: Word
    noun: Word | None = None
    light: Word | None = None
    light_row: LightVerb | None = None

    @property
    def anchor(self) -> Span:
        """The shortest run of words that names the act."""
        return self.head.span

    @property
    def own(self) -> tuple[Word, ...]:
        """The words that belong to this act alone, the anchor first."""
        return tuple(w for w in (self.head, self.noun, self.light) if w is not None)

    @property
    def clause(self) -> Word:
        """The word by which the act hangs in its sentence: the light verb or the head."""
        return self.light or self.head

    def type_is(self, *types: str) -> bool:
        """Tell whether the row has one of these types."""
        return self.predicate.type in types

    def asks_for(self, preposition: str) -> bool:
        """Tell whether the row names a preposition of its own."""
        return any(p.sign == "+" and preposition in p.forms for p in self.predicate.parts)

    @property
    def definite(self) -> bool:
        """Whether the act is spoken of as known ("the meeting", "his visit"); verbs always."""
        if self.is_verb:
            return True
        for child in self.head.children:
            if child.dep == "poss" or (child.dep == "det" and child.lower in _DEFINITE):
                return True
            if child.dep == "amod" and child.lower in _KNOWN:
                return True
        return False

    @property
    def is_learned(self) -> bool:
        """Whether no row of the tables named the act, but the learned coder."""
        return self.predicate.frame.name == "learned"

    @property
    def is_verb(self) -> bool:
        """Whether the row is about a verb, or an adjective that is said of somebody."""
        return self.predicate.pos != "n"


def find_anchors(sentence: Sentence, predicates: Predicates) -> list[Found]:
    """Return the acts named in a sentence, in text order.

    The most specific row of a word wins; a noun that a verb row took is not an act of its own; a
    row of type NONE takes its words and gives nothing.
    """
    found = [f for word in sentence.words for f in _match(word, sentence, predicates)]
    undone = {f.light: f for f in found if _is_undone(f)}
    found = [f for f in found if not _is_overruled(f, undone.get(f.head))]
    verbs = {f.head for f in found if f.is_verb}
    found = [_freed(f) if f.light in verbs else f for f in found]
    found = [f for f in found if not (f.is_verb and _only_carries(f, found))]
    takers = {f.noun: f for f in found if f.noun is not None and f.is_verb}
    kept = [f for f in found if f.head not in takers or _is_content(f, takers[f.head])]
    return [f for f in kept if f.predicate.type != "NONE"]


def is_no_act(word: Word, sentence: Sentence, predicates: Predicates) -> bool:
    """Tell whether the table has a row by which the word, as it stands there, names no act."""
    return any(found.predicate.type == "NONE" for found in _match(word, sentence, predicates))


def _freed(act: Found) -> Found:
    """Return an act without the verb that undoes it, where that verb is an act itself.

    "Cancelled a meeting" is a refusal that concerns the meeting, "cancelled an air strike" is an
    air strike not made.
    """
    return replace(act, light=None, light_row=None) if _is_undone(act) else act


def _is_overruled(verb: Found, undone: Found | None) -> bool:
    """Tell whether a verb's row misses that the verb, with its particle, undoes an act.

    "Called off a strike" calls none; in "the talks were called off" nobody is said to refuse them.
    """
    if undone is None or undone.light_row is None:
        return False
    if undone.head.dep == "nsubjpass" and verb.head.child("agent") is None:
        return True
    particle = undone.light_row.lemma.partition(" ")[2]
    another = bool(particle) and not verb.asks_for(particle)
    return another or verb.type_is("NONE", undone.predicate.type)


def _is_undone(act: Found) -> bool:
    return act.light_row is not None and act.light_row.effect == "undone"


def _is_content(act: Found, taker: Found) -> bool:
    """Tell whether the noun a row took is an act of its own: "proposed talks", "refused aid"."""
    if taker.type_is("ASSAULT") and act.type_is("ASSAULT"):
        return True  # "wounded in air strikes": who struck is said with the noun
    if taker.type_is("REQUEST") and act.head.lower in ("call", "calls"):
        return False  # "reiterated his calls for": no phone rings
    speech = taker.type_is("AGREE", "REQUEST", "REJECT", "THREATEN", "ACCUSE", "SUPPORT")
    return speech and act.predicate.type not in ("NONE", taker.predicate.type)


def _only_carries(verb: Found, found: list[Found]) -> bool:
    """Tell whether a verb row says no more than the noun it carries: "held talks" is "talks"."""
    for act in found:
        row = act.light_row
        if row is None or act.light is not verb.head or row.slot == "subj":
            continue
        if act.predicate.type == verb.predicate.type or row.effect == "decreed":
            return True
    return False


def _match(word: Word, sentence: Sentence, predicates: Predicates) -> Iterator[Found]:
    pos = _part_of_speech(word)
    if pos is None:
        return
    for predicate in predicates.by_form.get((word.lower, pos), ()):
        nouns = [_holds(part, word) for part in predicate.parts]
        if all(nouns) and ("plain" not in predicate.notes or _is_plain(word)):
            noun = next((n for n in nouns if isinstance(n, Word)), None)
            light, row = _light(word, predicates) if pos == "n" else (None, None)
            yield Found(predicate, sentence, word, noun if pos == "v" else None, light, row)
            return


def _is_plain(word: Word) -> bool:
    """Tell whether a verb has no complement that names its object: "called him a friend"."""
    if word.child("oprd", "ccomp", "xcomp", "acomp", "attr") is not None:
        return False
    return len(word.all("dobj", "dative", "appos")) < 2 and not any(
        o.child("nsubj", "appos") for o in word.all("dobj")
    )


def _part_of_speech(word: Word) -> str | None:
    """Return v, n or a for a word that can anchor an act.

    A participle or noun that only describes another ("warring nations", "ceasefire talks") cannot.
    """
    if word.tag.startswith("VB"):
        return None if word.dep in ("amod", "compound", "aux", "auxpass") else "v"
    if word.tag == "NNS" and word.is_root and _opens_paragraph(word):
        return "v"  # "2. Calls upon all parties": the model takes the verb for a noun
    if word.tag.startswith("NN"):
        return None if word.dep in ("compound", "nmod", "amod", "npadvmod") else "n"
    return "a" if word.tag.startswith("JJ") and word.dep != "amod" else None


def _opens_paragraph(word: Word) -> bool:
    before = [c for c in word.children if c.start < word.start]
    return all(c.tag in ("LS", "CD", "RB", ".", ",", ":") or c.dep == "punct" for c in before)


def _holds(part: Part, word: Word) -> Word | bool:
    """Return the noun that meets a condition, or whether the condition is met."""
    if part.sign == "+":
        return _has_preposition(word, part.forms)
    if part.sign == "=":
        return _noun(part, word) or False
    if part.sign == "*":
        verb = word.tag.startswith("VB")
        holders = (word, *objects(word), *_subjects(word)) if verb else (word,)
        return any(_described(child, part) for holder in holders for child in holder.children)
    if part.sign == "^":
        return next((s for s in _subjects(word) if _is_or_is_called(s, part)), False)
    if part.position == "to":
        return any(c.lower in part.forms for c in word.all("xcomp", "ccomp", "advcl"))
    return _has_clause(word, next(iter(part.forms)))


def _is_or_is_called(subject: Word, part: Part) -> bool:
    """Tell whether a subject is such a thing or carries its name: "Typhoon Haiyan"."""
    return subject.lower in part.forms or any(
        c.lower in part.forms for c in subject.all("compound")
    )


def _subjects(word: Word) -> list[Word]:
    own = [c for s in word.all(*_SUBJECTS) for c in (s, *s.conjuncts())]
    if not own and word.dep == "conj":
        return _subjects(word.head)
    return own


def _has_preposition(word: Word, wanted: frozenset[str]) -> bool:
    holders = [word, *objects(word)]
    if word.dep in _SUBJECTS:  # "fighting raged between A and B"
        holders.append(word.head)
    return any(
        c.lower in wanted and c.dep in _ADVERBIAL and not _dates(c)
        for h in holders
        for c in h.children
    )


def _dates(preposition: Word) -> bool:
    """Tell whether a preposition only dates: "called him on Monday" calls on nobody."""
    noun = preposition.child("pobj")
    return noun is not None and noun.lower.rstrip(".") in _DATE_WORDS


def _described(child: Word, part: Part) -> bool:
    if child.dep not in _MODIFIERS:
        return False
    return child.lower in part.forms or any(_described(c, part) for c in child.children)


def _noun(part: Part, word: Word) -> Word | None:
    if part.position == "obj":
        candidates = objects(word)
    else:
        candidates = [
            o
            for p in preposition(word, part.position)
            for h in p.all("pobj")
            for o in h.conjuncts()
        ]
    for candidate in candidates:
        if candidate.lower in part.forms:
            return candidate
    return None


def preposition(word: Word, name: str) -> list[Word]:
    """Return the prepositions of this name under a word or under its objects."""
    return [
        c
        for holder in (word, *objects(word))
        for c in holder.children
        if c.lower == name and c.dep in ("prep", "agent", "dative", "prt")
    ]


def objects(verb: Word) -> list[Word]:
    """Return what a verb takes as object, coordinated ones too; the head of a passive participle.

    Number words and rounds are looked through: "a round of talks" gives both nouns.
    """
    found = [c for child in verb.all(*OBJECTS) for c in child.conjuncts()]
    if verb.tag in ("VBN", "VBD") and verb.dep == "acl" and not has_own_object(verb):
        found.append(verb.head)
    if verb.dep == "relcl" and not any(c.lower not in _RELATIVES for c in found):
        found.append(verb.head)
    for noun in list(found):
        if noun.lower in _ROUNDS:
            found.extend(o for p in noun.all("prep") if p.lower == "of" for o in p.all("pobj"))
        if noun.tag in ("CD", "$"):
            found.extend(o for p in noun.all("prep") for o in p.all("pobj"))
    return found


def is_bare_claim(found: Found) -> bool:
    """Tell whether somebody claims responsibility without saying for what."""
    return found.noun is not None and found.noun.lower == _CLAIM


def has_own_object(verb: Word) -> bool:
    """Tell whether a participle after a noun has an object, or a subject, of its own.

    "Gunmen killed 23 villagers" has; "the agreement signed Aug. 8" has a date the model takes for
    one, and verbs of giving keep their object in the passive.
    """
    if verb.child("nsubj") is not None:
        return True
    own = [c for c in verb.all("dobj") if c.lower.rstrip(".") not in _DATE_WORDS]
    return bool(own) and verb.lower not in _GIVING


_GIVING = frozenset("given awarded offered granted denied paid shown sent handed".split())
_DATE_WORDS = frozenset(
    "jan january feb february mar march apr april may jun june jul july aug august sep sept "
    "september oct october nov november dec december monday tuesday wednesday thursday friday "
    "saturday sunday today yesterday week month year".split()
)
_RELATIVES = frozenset({"which", "that", "who", "whom", "what"})


def asks(clause: Word) -> bool:
    """Tell whether a clause says what is to be, not what is: "that they leave", "must leave".

    After a verb in the past a bare present is a subjunctive: "insisted that the army leave".
    """
    helpers = [c for c in clause.children if c.dep == "aux"]
    if any(c.tag == "MD" for c in helpers):
        return any(c.lower in _SHOULD for c in helpers)
    if clause.lower in _NEEDED:
        return True
    past = clause.head.tag in ("VBD", "VBN")
    finite = clause.child("auxpass") or clause
    return not helpers and (finite.tag == "VB" or (past and finite.tag == "VBP"))


_SHOULD = frozenset("should must shall ought".split())
_NEEDED = frozenset("need needs needed necessary essential vital imperative crucial urgent".split())


def _has_clause(word: Word, kind: str) -> bool:
    if kind == "to":
        clauses = word.all("xcomp", "acl", "ccomp", "advcl", "relcl")
        return any(c.lower == "to" for clause in clauses for c in clause.all("aux", "mark"))
    if kind == "that":
        return bool(word.all("ccomp"))
    if kind == "should":
        return any(asks(clause) for clause in word.all("ccomp"))
    return any(c.tag == "VBG" for c in word.all("xcomp", "pcomp"))


def _light(noun: Word, predicates: Predicates) -> tuple[Word | None, LightVerb | None]:
    """Return the verb that carries a nominal act, with its row."""
    word = noun
    while word.dep == "conj":
        word = word.head
    if word.dep == "pobj" and word.head.lower == "of" and word.head.head.lower in _ROUNDS:
        word = word.head.head
    if word.dep == "pobj" and word.head.lower == "for" and word.head.head.lower == _CLAIM:
        word = word.head.head  # "claimed responsibility for the attack"
    verb, slot = _governor(word)
    if verb is None or not verb.tag.startswith("VB"):
        return None, None
    rows = (predicates.light.get((name, slot)) for name in (*phrasal(verb), verb.lower))
    row = next((row for row in rows if row is not None), None)
    return (verb, row) if row else (None, None)


def phrasal(verb: Word) -> Iterator[str]:
    """Yield the verb with each word that may be part of it: "called off", "put on hold"."""
    for child in verb.all("prt", "advmod", "prep"):
        yield f"{verb.lower} {child.lower}"
        yield from (f"{verb.lower} {child.lower} {noun.lower}" for noun in child.all("pobj"))


def _governor(word: Word) -> tuple[Word | None, str]:
    if word.dep in ("dobj", "nsubjpass"):
        return word.head, "obj"
    if word.dep == "nsubj":
        return word.head, "subj"
    if word.dep == "pobj" and word.head.dep in ("prep", "agent"):
        return word.head.head, word.head.lower
    return None, ""
