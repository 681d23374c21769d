"""Whether an act happened: what the words around and above it say."""

from __future__ import annotations

from dataclasses import dataclass, replace

from dragoman.languages.en.claims import load_claims
from dragoman.languages.en.predicates import Predicates
from dragoman.languages.en.speech import load_speech
from dragoman.models.view import Word
from dragoman.record import Evidence, Span, Status
from dragoman.stages.events.anchors import Found, asks, phrasal

__all__ = ["UNREAL", "Reading", "judged_claim", "read_modality"]

UNREAL = "unreal"  # "would have condemned": it did not come to it

# "The fact that" tells a fact; "the claim that", "the idea that" do not.
_FACTIVE = frozenset(
    "fact facts news evidence proof revelation announcement statement confirmation declaration "
    "admission acknowledgement acknowledgment".split()
)
_INSTEAD = frozenset({"without", "instead", "than"})
_LABEL = 4  # words: "Not yet confirmed:"
_UNSURE = frozenset(
    "unconfirmed unverified rumour rumor rumoured rumored confirmed alleged".split()
)
_NOBODY = frozenset({"nobody", "none", "nothing", "no-one"})
_DETERMINERS = ("det", "preconj", "cc", "neg", "amod", "advmod")
_NO = frozenset({"no", "neither", "nor", "without"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "hardly"})
# "at a meeting", "after the attack": the act is where or when another was done.
_BY_HAND = ("arrest", "deport", "seize", "withhold")  # an order alone arrests nobody
_BY_ORDER = ("SANCTION", "COERCE", "MOBILIZE")
# Acts of speech, which have other acts as their content.
_SPEECH = ("REQUEST", "AGREE", "REJECT", "THREATEN", "ACCUSE", "CONCEDE", "SUPPORT", "STRESS")
_SETTINGS = frozenset("at during after before since amid following despite ahead until".split())
_AHEAD = frozenset("before ahead until".split())
_VAIN = frozenset({("in", "vain"), ("without", "success"), ("to", "avail")})
# What is asked of a word in one place only: the end of an attempt, a claim called true or false.
_APART = frozenset({"attempt", "truth"})
_HAVE = frozenset("has have had is are was were remains remained".split())
_SUPPOSED = frozenset({"would", "could", "might"})
_NEAR = 2  # words: "ruled out discussing"
_DEPTH = 12  # longer chains of governors are parsing faults
_ORDER = {"actual": 0, "planned": 1, "called": 2, "possible": 2, "negated": 3}


@dataclass(frozen=True, slots=True)
class Reading:
    """What the words say of an act: its effect, the cue words, and the outer act it stands under.

    `outer` is the act whose content this one is ("called for a ceasefire"), `position` how it
    hangs there.
    """

    effect: str = "actual"
    cues: tuple[Span, ...] = ()
    reasons: tuple[str, ...] = ()
    outer: Found | None = None
    position: str = ""

    def under(self, effect: str, cue: Word, reason: str) -> Reading:
        """Return the reading with one more cue; the stronger effect stays."""
        if effect == "actual":
            return self
        stronger = effect if _ORDER[effect] > _ORDER[self.effect] else self.effect
        return replace(
            self,
            effect=stronger,
            cues=(*self.cues, cue.span),
            reasons=(*self.reasons, f"{reason} {cue.text!r}"),
        )

    @property
    def status(self) -> Status:
        """The status that the effect amounts to; what is only called for is possible."""
        return Status.POSSIBLE if self.effect == "called" else Status(self.effect)

    @property
    def evidence(self) -> Evidence:
        """The words and reasons behind the status."""
        reason = "; ".join(self.reasons) or "told as a fact"
        return Evidence(field="status", spans=self.cues, reason=reason)


class _Climb:
    """One walk from an act up to the root of its sentence, gathering what bears on it."""

    def __init__(self, found: Found, acts: dict[Word, Found], tables: Predicates) -> None:
        self.found = found
        self.acts = acts
        self.tables = tables
        self.reading = Reading()
        self.apart = False  # past a clause with a subject of its own, whose modals end there
        self.said = False  # inside a claim or report: what is done to that does not touch the act
        self.via = ""  # the last preposition climbed through

    def run(self) -> Reading:
        head = self.found.head
        self._label()
        for mark in self.found.sentence.words[-2:]:
            if mark.text == "?":
                self.reading = self.reading.under("possible", mark, "question")
        self._own(head)
        self._undone(head)
        if not self.found.is_verb:
            self._noun(head)
            if self.found.light is not None:
                self._own(self.found.light)
                self._decreed(self.found.light)
        self._up(self.found.clause)
        return self.reading

    def _undone(self, verb: Word) -> None:
        """Read "called off the strike" where the row is about calling one."""
        for name in phrasal(verb):
            row = self.tables.light.get((name, "obj"))
            particle = name.partition(" ")[2]
            if row and row.effect == "undone" and not self.found.asks_for(particle):
                self.reading = self.reading.under("negated", verb, "did not go ahead:")

    def _label(self) -> None:
        """Read a label before a colon: "Unconfirmed: ..."."""
        first = self.found.sentence.words[:_LABEL]
        if any(w.text == ":" for w in first):
            for word in first:
                if word.lower in _UNSURE and word.start < self.found.head.start:
                    self.reading = self.reading.under("possible", word, "label")

    def _decreed(self, light: Word) -> None:
        """Read an act that was ordered or announced: measures hold by the order, deeds do not."""
        row = self.found.light_row
        held = self.found.type_is(*_BY_ORDER) and self.found.predicate.mode not in _BY_HAND
        if row is not None and row.effect == "decreed" and not held:
            self.reading = self.reading.under("planned", light, "announced by")
        if row is not None and row.effect == "undone":
            self.reading = self.reading.under("negated", light, "did not go ahead:")

    def _own(self, word: Word) -> None:
        """Read the word's own negation, modal verb and conjunction."""
        self._nobody(word)
        if word.is_root and word.tag == "VB" and word.child("nsubj"):
            for child in word.all("aux"):
                if child.lower == "to":  # headline: "Germany to send tanks"
                    self.reading = self.reading.under("planned", child, "headline infinitive")
        for child in word.children:
            if child.dep == "neg" or (child.lower in _NEGATIONS and child.dep in ("advmod", "det")):
                self.reading = self.reading.under("negated", child, "negation")
            elif child.dep == "aux" and (child.tag == "MD" or child.lower in ("will", "'ll")):
                if any(c.lower == "have" for c in word.all("aux")) and child.lower != "will":
                    self.reading = self.reading.under("possible", child, UNREAL)
                else:
                    self._modal(child)
            elif child.dep in ("mark", "advmod", "prep") and not child.children:
                self._table(child, "c", "condition", "any")
                if child.lower in _AHEAD and word.tag in ("VBP", "VBZ", "VB"):
                    self.reading = self.reading.under("possible", child, "still ahead")

    def _nobody(self, word: Word) -> None:
        """Read "no shots were fired", "neither side signed", "nobody was killed" as negation."""
        for party in word.all("nsubj", "nsubjpass", "dobj"):
            none = [c for c in party.children if c.lower in _NO and c.dep in _DETERMINERS]
            if none or party.lower in _NOBODY:
                cue = none[0] if none else party
                self.reading = self.reading.under("negated", cue, "negation")

    def _modal(self, child: Word) -> None:
        self._table(child, "m", "modal", "any")

    def _noun(self, noun: Word) -> None:
        for child in noun.all("amod", "compound"):
            self._table(child, "a", "description", "any")
            if child.tag in ("VBN", "VBG"):
                self._table(child, "v", "description", "any")
        for child in noun.children:
            if child.dep == "det" and child.lower in _NO:
                self.reading = self.reading.under("negated", child, "negation")

    def _table(self, word: Word, pos: str, label: str, under: str) -> bool:
        names = (*phrasal(word), word.lower) if pos == "v" else (word.lower,)
        for entry in (entry for name in names for entry in self.tables.modal.get((name, pos), ())):
            if entry.under in ("any", under) or (under == "any" and entry.under not in _APART):
                self.reading = self.reading.under(entry.effect, word, label)
                return True
        return False

    def _up(self, word: Word) -> None:
        for _ in range(_DEPTH):
            if word.is_root or self.reading.outer is not None:
                return
            word, go_on = self._step(word)
            if not go_on:
                return

    def _step(self, word: Word) -> tuple[Word, bool]:
        governor, dep = word.head, word.dep
        if dep in ("relcl", "appos"):
            self._supposed(governor)
            return governor, False
        if dep == "advcl":
            if self._asked(governor, word):
                return governor, False
            return governor, self._adverbial(word, governor)
        if dep == "conj":
            return self._conjunct(word, governor), True
        if dep == "pobj" and governor.lower in _SETTINGS:
            return governor, self._setting(governor)
        if dep in ("pobj", "pcomp"):
            self.via = governor.lower
        if dep == "pcomp" and governor.lower in _INSTEAD:
            self.reading = self.reading.under("negated", governor, "negation")
            return governor, False
        if dep == "pcomp" and governor.lower in _SETTINGS:
            return governor, self._setting(governor)
        under = _under(word)
        holder = governor.head if dep in ("pobj", "pcomp") and not governor.is_root else governor
        if self._ends_at(holder, word, under):
            return holder, False
        if dep == "acl":
            return self._after_noun(word, governor)
        told = under == "ccomp" and self._asserts(holder) and not asks(word)
        return holder, told or self._governed(holder, under)

    def _supposed(self, noun: Word) -> None:
        """Read "a court that convicted him would make history": nobody did."""
        modal = next((c for c in noun.head.all("aux") if c.lower in _SUPPOSED), None)
        if (
            noun.dep == "nsubj"
            and modal
            and any(c.lower in ("a", "an", "any") for c in noun.children)
        ):
            self.reading = self.reading.under("possible", modal, "supposed")

    def _ends_at(self, holder: Word, word: Word, under: str) -> bool:
        """Tell whether what is above has no more to say of the act, or takes it as its content."""
        if self._beside(word, holder) or self._is_outer(holder, word, under):
            return True
        return self._known_to(holder)

    def _asserts(self, holder: Word) -> bool:
        """Tell whether a verb that can ask only tells what is: "insisted that it had left"."""
        rows = self.tables.modal.get((holder.lower, "v"), ())
        return any(row.under == "ccomp" and row.effect == "called" for row in rows)

    def _setting(self, preposition: Word) -> bool:
        """Read an act that is only the setting of another: "at a meeting", "ahead of talks"."""
        if preposition.lower in _AHEAD:
            self.reading = self.reading.under("possible", preposition, "still ahead")
        return False

    def _conjunct(self, word: Word, governor: Word) -> Word:
        """Step from the second of two coordinated verbs to the first.

        A bare second verb shares the modal and the negation ("will meet X and sign Y").
        """
        if word.tag in ("VBD", "VBZ", "VBP") and governor.tag == "VB" and not governor.is_root:
            # "flew in to mediate and met both": the finite verb goes with the first, finite one
            return governor if governor.dep == "conj" else _finite_above(governor)
        if word.child("nsubj", "nsubjpass", "mark") is not None:
            self.apart = True
        bare = not self.apart and not word.child("aux")
        if word.tag == "VB" and bare and governor.tag in ("VB", "VBP"):
            self._own(governor)
        return governor

    def _adverbial(self, word: Word, governor: Word) -> bool:
        """Read an adverbial clause: a purpose is not done, a time or cause is told as fact."""
        infinitive = any(c.lower == "to" for c in word.all("aux"))
        if infinitive and word.tag == "VB":
            self.reading = self.reading.under("possible", word, "purpose")
            return True  # the purpose may be part of what is asked: "urged steps to end it"
        return False

    def _asked(self, governor: Word, word: Word) -> bool:
        """Tell whether a clause that the parser hung loosely is the content of a speech act.

        "urged them, again, to leave"; "ruled out discussing it".
        """
        outer = self.acts.get(governor)
        if outer is None:
            return False
        asked = outer.type_is("REQUEST") and _to(word)
        near = word.tag == "VBG" and 0 < word.index - governor.index <= _NEAR
        if not asked and not (near and outer.type_is("REJECT", "AGREE", "THREATEN", "ACCUSE")):
            return False
        self.reading = replace(self.reading, outer=outer, position="xcomp")
        return True

    def _is_outer(self, holder: Word, word: Word, under: str) -> bool:
        outer = self.acts.get(holder)
        if outer is None or outer is self.found or holder in self.found.own:
            return False
        clause = under in ("xcomp", "ccomp") or (under == "acl" and _to(word))
        charged = outer.predicate.mode in ("convict", "arrest") and word.dep == "pcomp"
        if not outer.type_is(*_SPEECH) and not charged:
            return False
        if clause or self._content(outer, word):
            self.reading = replace(self.reading, outer=outer, position=under)
            return True
        return False

    def _beside(self, word: Word, holder: Word) -> bool:
        """Tell whether two clauses only stand side by side: "The UN asked them; they refused"."""
        between = self.found.sentence.words[word.index : holder.index]
        if any(w.text == ";" for w in between):
            return True
        before = word.dep == "ccomp" and bool(between) and word.child("nsubj", "nsubjpass")
        return bool(before) and holder.lower not in load_speech().verbs

    def _known_to(self, holder: Word) -> bool:
        """Tell whether a known nominal act only takes part in another: "left the talks"."""
        other = self.acts.get(holder)
        nominal = not self.found.is_verb and self.found.definite
        return nominal and other is not None and other is not self.found

    def _content(self, outer: Found, word: Word) -> bool:
        """Tell whether a noun stands where the outer act takes its content."""
        positions = outer.predicate.frame.positions
        if word.dep == "pcomp":
            return True  # "ruled out discussing", "offered help in starting talks"
        if word.dep in ("pobj", "pcomp"):
            return positions.get(word.head.lower) == "content"
        if positions.get("obj") == "content":
            return True
        # "accused X of planning": the parser may hang "of" on X
        return word.dep in ("dobj", "nsubjpass") and positions.get(self.via) == "content"

    def _after_noun(self, word: Word, noun: Word) -> tuple[Word, bool]:
        if any(c.lower == "that" for c in word.all("mark")):
            self._said_in(noun)
            return noun, True
        if not any(c.lower == "to" for c in word.all("aux")):
            return noun, False
        if noun.dep == "nsubj" and self._table(noun.head, "v", "attempt:", "attempt"):
            return noun, False
        if not self._table(noun, "n", "under", "acl"):
            self.reading = self.reading.under("possible", noun, "infinitive under")
        return noun, True

    def _said_in(self, noun: Word) -> None:
        """Read "the fact that" and "the claim that", and what is said of a claim.

        Who confirms a report tells what it says, who rejects it denies that.
        """
        if noun.lower in _FACTIVE and not any(c.lower in _NO for c in noun.all("det")):
            return
        self.said = True
        verb, denies = judged_claim(noun)
        if verb is None or verb.child("neg"):
            self.reading = self.reading.under("possible", noun, "said in")
        elif denies:
            self.reading = self.reading.under("negated", verb, "denied by")

    def _governed(self, holder: Word, under: str) -> bool:
        if self.said:
            return True
        pos = "v" if holder.tag.startswith("VB") else "a" if holder.tag.startswith("JJ") else "n"
        if holder is self.found.light:
            return True
        if under in ("nsubj", "csubj"):
            self._modals_of(holder)
            # "the attack prevented a deal": what a verb does to its object leaves its subject alone
            return False
        if holder.lower == "decides" and under == "xcomp" and self.found.type_is(*_BY_ORDER):
            return True  # "The Council decides to impose": the measure holds by the decision
        if under == "ccomp" and self._judged(holder):
            return True
        yet = next((c for c in holder.children if c.lower == "yet"), None)
        if yet is not None and under == "xcomp" and holder.lower in _HAVE:
            self.reading = self.reading.under("negated", yet, "not yet:")
            return True
        known = self._table(holder, pos, "under", under)
        if not known and pos == "v" and under == "xcomp" and _to(self.found.clause):
            self.reading = self.reading.under("possible", holder, "infinitive under")
        if pos == "v":
            self._own_of(holder, said=under == "ccomp")
            vain = _in_vain(holder) if under == "xcomp" else None
            if vain is not None:
                self.reading = self.reading.under("negated", vain, "to no avail:")
        return True

    def _judged(self, holder: Word) -> bool:
        """Read "it is untrue that", "it is not true that", "called it false that"."""
        for word in (holder, *holder.all("acomp", "attr", "oprd")):
            for entry in self.tables.modal.get((word.lower, "a"), ()):
                if entry.under == "truth":
                    denied = holder.child("neg") or word.child("neg")
                    effect = "negated" if denied and entry.effect == "actual" else entry.effect
                    self.reading = self.reading.under(effect, word, "said to be")
                    return True
        return False

    def _modals_of(self, holder: Word) -> None:
        """Take the modal of a verb whose subject the act is: "an invasion would hurt trade"."""
        for child in holder.all("aux"):
            if child.tag == "MD":
                self._modal(child)

    def _own_of(self, holder: Word, *, said: bool) -> None:
        """Take the governor's own negation and modal.

        Of a verb of saying (`said`) the modal is not the act's, and a negation leaves it open.
        """
        for child in holder.children:
            if child.dep == "neg":
                self.reading = self.reading.under(
                    "possible" if said else "negated", child, "negation"
                )
            elif child.dep == "aux" and child.tag == "MD" and not said:
                self._modal(child)


def judged_claim(noun: Word) -> tuple[Word | None, bool]:
    """Return the verb that denies or confirms the claim a noun names, and whether it denies it."""
    claims = load_claims()
    if noun.lower not in claims.nouns:
        return None, False
    verb = noun.head.head if noun.dep == "pobj" and not noun.head.is_root else noun.head
    for judging in claims.verbs.get(verb.lower, ()):
        beside = (c.lower for c in verb.children if c.dep in ("prt", "advmod", "prep"))
        if judging.companion is None or judging.companion in beside:
            return verb, judging.denies
    return None, False


def _in_vain(verb: Word) -> Word | None:
    """Return the word that says that an attempt failed: "tried in vain", "unsuccessfully"."""
    for child in verb.all("advmod", "prep"):
        if child.lower == "unsuccessfully":
            return child
        for noun in child.all("pobj", "amod", "pcomp"):
            if (child.lower, noun.lower) in _VAIN:
                return noun
    return None


def _finite_above(word: Word) -> Word:
    """Return the nearest verb above an infinitive that is none itself."""
    for above in word.ancestors():
        if above.tag in ("VBD", "VBZ", "VBP", "VBN"):
            return above
    return word


def _under(word: Word) -> str:
    if word.dep in ("dobj", "nsubjpass"):
        return "obj"
    if word.dep in ("pobj", "pcomp"):
        return "prep"
    return word.dep


def _to(word: Word) -> bool:
    return any(c.lower == "to" for c in word.all("aux"))


def read_modality(found: Found, acts: dict[Word, Found], tables: Predicates) -> Reading:
    """Return what the sentence says of an act; `acts` are the sentence's acts by their words."""
    return _Climb(found, acts, tables).run()
