"""Whether an act happened: what the words above it say, with those at it."""

from __future__ import annotations

from dataclasses import replace

from dragoman.languages.en.predicates import Predicates
from dragoman.languages.en.speech import load_speech
from dragoman.models.view import Word
from dragoman.stages.events.anchors import Found, asks
from dragoman.stages.events.beside import BY_ORDER, NO, is_supposed
from dragoman.stages.events.claimed import is_claim, judged_claim, verdict_of
from dragoman.stages.events.reading import AHEAD, Reading
from dragoman.stages.events.tried import Tried

__all__ = ["read_modality"]

# "The fact that" tells a fact; "the claim that", "the idea that" do not.
_FACTIVE = frozenset(
    "fact facts news evidence proof revelation announcement statement confirmation declaration "
    "admission acknowledgement acknowledgment".split()
)
# "The first to sign" signed; "the only state to send troops" sent them.
_FIRST = frozenset("first second third last latest only next sole".split())
_STOPS = frozenset('.!?"”’')
_INSTEAD = frozenset({"without", "instead", "than"})
# "at a meeting", "after the attack": the act is where or when another was done.
# Acts of speech, which have other acts as their content.
_SPEECH = ("REQUEST", "AGREE", "REJECT", "THREATEN", "ACCUSE", "CONCEDE", "SUPPORT", "STRESS")
_SETTINGS = frozenset("at during after before since amid following despite ahead until".split())
_HAVE = frozenset("has have had is are was were remains remained".split())
_SUPPOSED = frozenset({"would", "could", "might"})
# After these nothing more is done.
_ENDS = frozenset("died stopped hesitated paused waited left resigned collapsed".split())
_NEAR = 2  # words: "ruled out discussing"
_DEPTH = 12  # longer chains of governors are parsing faults


class _Climb(Tried):
    """One walk from an act up to the root of its sentence, gathering what bears on it."""

    def __init__(self, found: Found, acts: dict[Word, Found], tables: Predicates) -> None:
        super().__init__(found, tables)
        self.acts = acts
        self.apart = False  # past a clause with a subject of its own, whose modals end there
        self.said = False  # inside a claim or report: what is done to that does not touch the act
        self.via = ""  # the last preposition climbed through

    def run(self) -> Reading:
        self.look()
        self._up(self.found.clause)
        return self.reading

    def _up(self, word: Word) -> None:
        for _ in range(_DEPTH):
            if word.is_root or self.reading.outer is not None:
                return
            word, go_on = self._step(word)
            if not go_on:
                return

    def _step(self, word: Word) -> tuple[Word, bool]:
        governor, dep = word.head, word.dep
        if dep == "relcl" and any(c.lower == "that" for c in word.all("mark")):
            return self._after_noun(word, governor)
        if dep == "relcl" and _to(word):
            self._still_to(word, governor)
            return governor, False
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
            return governor, not _told_next(word, governor) and self._setting(governor)
        under = _under(word)
        holder = governor.head if dep in ("pobj", "pcomp") and not governor.is_root else governor
        if self._ends_at(holder, word, under):
            return holder, False
        if dep == "acl":
            return self._after_noun(word, governor)
        told = under == "ccomp" and self._asserts(holder) and not asks(word)
        return holder, told or self._governed(holder, under)

    def _still_to(self, word: Word, noun: Word) -> None:
        """Read "Philippines to file a protest", "were they to attack"; "the first to sign" did."""
        if any(c.lower in _FIRST for c in (noun, *noun.all("amod", "advmod"))):
            return
        over = noun.head
        if over.lower == "were" and over.start < noun.start:
            self.reading = self.reading.under("possible", over, "condition")
        elif noun.dep == "nsubj" and self.found.sentence.words[-1].text not in _STOPS:
            self.reading = self.reading.under("planned", word, "headline infinitive")
        else:
            self.reading = self.reading.under("possible", word, "purpose")

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
        if preposition.lower in AHEAD:
            self.reading = self.reading.under("possible", preposition, "still ahead")
        return False

    def _conjunct(self, word: Word, governor: Word) -> Word:
        """Step from the second of two coordinated verbs to the first.

        A bare second verb shares the modal and the negation ("will meet X and sign Y").
        """
        if word.tag in ("VBD", "VBZ", "VBP") and governor.tag == "VB" and not governor.is_root:
            # "flew in to mediate and met both": the finite verb goes with the first, finite one
            return governor if governor.dep == "conj" else _finite_above(governor)
        if _goes_with_main(word, governor):
            return governor.head
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
            self._vain(governor)
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
            # "called it a fact that": what is above says no more of it
            return noun, noun.lower not in _FACTIVE or noun.dep not in ("oprd", "attr")
        if word.tag == "VBG" and word.lower in load_speech().verbs and is_claim(noun):
            self._said_in(noun)  # "publications claiming that"
            return noun, True
        if not any(c.lower == "to" for c in word.all("aux")):
            return noun, False
        if noun.dep in ("nsubj", "nsubjpass") and self._table(
            noun.head, "v", "attempt:", "attempt"
        ):
            return noun, False
        if not self._table(noun, "n", "under", "acl"):
            self.reading = self.reading.under("possible", noun, "infinitive under")
        return noun, True

    def _said_in(self, noun: Word) -> None:
        """Read "the fact that" and "the claim that", and what is said of a claim.

        Who confirms a report tells what it says, who rejects it denies that.
        """
        if noun.lower in _FACTIVE and not any(c.lower in NO for c in noun.all("det")):
            return
        self.said = True
        verdict = judged_claim(noun, self.tables)
        if verdict is None:
            self.reading = self.reading.under("possible", noun, "said in")
        else:
            self.reading = self.reading.under(verdict.effect, verdict.word, verdict.reason)

    def _governed(self, holder: Word, under: str) -> bool:
        if self.said:
            return True
        if under == "prep" and self.via == "of" and self._judged_report(holder):
            return True
        pos = "v" if holder.tag.startswith("VB") else "a" if holder.tag.startswith("JJ") else "n"
        if holder is self.found.light:
            return True
        if under in ("nsubj", "csubj"):
            self._modals_of(holder)
            # "the attack prevented a deal": what a verb does to its object leaves its subject alone
            return False
        if holder.lower == "decides" and under == "xcomp" and self.found.type_is(*BY_ORDER):
            return True  # "The Council decides to impose": the measure holds by the decision
        if under == "ccomp" and self._judged(holder):
            return True
        if pos == "n":
            self._plan_dropped(holder)
        yet = next((c for c in holder.children if c.lower == "yet"), None)
        if yet is not None and under == "xcomp" and holder.lower in _HAVE:
            self.reading = self.reading.under("negated", yet, "not yet:")
            return True
        if under == "xcomp" and self._over_infinitive(holder):
            return True
        known = self._table(holder, pos, "under", under)
        if not known and pos == "v" and under == "xcomp" and _to(self.found.clause):
            self.reading = self.reading.under("possible", holder, "infinitive under")
        if pos == "v":
            self._own_of(holder, said=under == "ccomp")
            if under == "xcomp":
                self._vain(holder)
                self._nobody(holder)
                self._beaten_back(holder)
        return True

    def _judged_report(self, noun: Word) -> bool:
        """Read "dismissed reports of shelling": who says that they are false undoes what they tell.

        Reports of it that nobody judges leave an act as it is.
        """
        verdict = judged_claim(noun, self.tables)
        if verdict is not None:
            self.said = True
            self.reading = self.reading.under(verdict.effect, verdict.word, verdict.reason)
        return verdict is not None

    def _over_infinitive(self, holder: Word) -> bool:
        """Read what settles an infinitive: "is said to have struck", "were they to strike"."""
        if is_supposed(holder):
            self.reading = self.reading.under("possible", holder, "condition")
            return True
        told = holder.child("auxpass") is not None and holder.child("neg") is None
        done = any(c.lower == "have" for c in self.found.clause.all("aux"))
        return told and done and self._table(holder, "v", "told", "raised")

    def _judged(self, holder: Word) -> bool:
        """Read "it is untrue that", "it is not true that", "called it false that"."""
        for word in (holder, *holder.all("acomp", "attr", "oprd")):
            verdict = verdict_of(word, self.tables)
            if verdict is not None:
                denied = verdict.denies or holder.child("neg") is not None
                effect = "negated" if denied else "actual"
                self.reading = self.reading.under(effect, word, "said to be")
                return True
        return False

    def _modals_of(self, holder: Word) -> None:
        """Take the modal of a verb whose subject the act is: "an invasion would hurt trade"."""
        for child in holder.all("aux"):
            if child.tag == "MD" and child.lower in _SUPPOSED:
                self.reading = self.reading.under("possible", child, "supposed")
            elif child.tag == "MD":
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


def _told_next(word: Word, before: Word) -> bool:
    """Tell whether "before" only orders two acts of one doer: "robbed the bank before burning it".

    Where the first ended all, the second was not done: "died before signing it".
    """
    first = before.head
    past = first.tag == "VBD" or any(c.lower in ("has", "have", "had") for c in first.all("aux"))
    done = first.child("nsubj") is not None and first.child("neg", "auxpass") is None
    told = word.tag == "VBG" and before.lower == "before" and first.lower not in _ENDS
    return told and past and done


def _finite_above(word: Word) -> Word:
    """Return the nearest verb above an infinitive that is none itself."""
    for above in word.ancestors():
        if above.tag in ("VBD", "VBZ", "VBP", "VBN"):
            return above
    return word


def _goes_with_main(word: Word, governor: Word) -> bool:
    """Tell whether a verb coordinated with a content is one of the teller, by its tense.

    "Moscow denies that it had a part in it, and has called for a meeting": the call was made.
    """
    main = governor.head
    perfect = any(c.dep == "aux" and c.lower in ("has", "have") for c in word.children)
    past = governor.tag == "VBD" and governor.dep == "ccomp"
    own = word.child("nsubj", "nsubjpass", "mark") is None
    return perfect and past and own and main.tag in ("VBZ", "VBP")


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
