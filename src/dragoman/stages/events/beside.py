"""What stands at an act itself: negation, modal verb, conjunction, description, label."""

from __future__ import annotations

from dragoman.languages.en.predicates import Predicates
from dragoman.models.view import Word
from dragoman.stages.events.anchors import Found, phrasal
from dragoman.stages.events.reading import AHEAD, CALLED_OFF, UNREAL, Reading

__all__ = ["BY_ORDER", "NO", "Beside", "is_supposed"]

_LABEL = 4  # words: "Not yet confirmed:"
_UNSURE = frozenset(
    "unconfirmed unverified rumour rumor rumoured rumored confirmed alleged".split()
)
_NOBODY = frozenset({"nobody", "none", "nothing", "no-one"})
_DETERMINERS = ("det", "preconj", "cc", "neg", "amod", "advmod")
NO = frozenset({"no", "neither", "nor", "without"})
_NEGATIONS = frozenset({"not", "n't", "never", "no", "neither", "hardly"})
_BY_HAND = ("arrest", "deport", "seize", "withhold")  # an order alone arrests nobody
BY_ORDER = ("SANCTION", "COERCE", "MOBILIZE")
# What is asked of a word in one place only: the end of an attempt, a claim called true or false,
# what is told in the passive.
_APART = frozenset({"attempt", "truth", "raised"})


class Beside:
    """Gathers in `reading` what stands at an act, and at its light verb."""

    def __init__(self, found: Found, tables: Predicates) -> None:
        """Take the act, and the tables that say what words do to acts."""
        self.found = found
        self.tables = tables
        self.reading = Reading()

    def look(self) -> None:
        """Read all that stands at the act."""
        head = self.found.head
        self._label()
        for mark in self.found.sentence.words[-2:]:
            if mark.text == "?":
                self.reading = self.reading.under("possible", mark, "question")
        self._own(head)
        self._undone(head)
        if not self.found.is_verb:
            self._noun(head)
            self._undone_in_headline(head)
            if self.found.light is not None:
                self._own(self.found.light)
                self._decreed(self.found.light)

    def _undone(self, verb: Word) -> None:
        """Read "called off the strike" where the row is about calling one."""
        for name in phrasal(verb):
            row = self.tables.light.get((name, "obj"))
            particle = name.partition(" ")[2]
            if row and row.effect == "undone" and not self.found.asks_for(particle):
                self.reading = self.reading.under("negated", verb, CALLED_OFF)

    def _undone_in_headline(self, noun: Word) -> None:
        """Read "Talks between A and B postponed": a passive without its auxiliary."""
        verb = noun.head
        if noun.dep != "nsubj" or verb.tag not in ("VBD", "VBN"):
            return
        if verb.child("aux", "auxpass", "dobj", "ccomp", "xcomp") or _another_follows(verb, self):
            return
        for name in (*phrasal(verb), verb.lower):
            row = self.tables.light.get((name, "obj"))
            if row and row.effect == "undone":
                self.reading = self.reading.under("negated", verb, CALLED_OFF)
                return

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
        held = self.found.type_is(*BY_ORDER) and self.found.predicate.mode not in _BY_HAND
        if row is not None and row.effect == "decreed" and not held:
            self.reading = self.reading.under("planned", light, "announced by")
        if row is not None and row.effect == "undone":
            self.reading = self.reading.under("negated", light, CALLED_OFF)

    def _own(self, word: Word) -> None:
        """Read the word's own negation, modal verb and conjunction."""
        self._nobody(word)
        self._not_reached(word)
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
                elif _is_inverted(child, word) or _would_bring(child, word):
                    self.reading = self.reading.under("possible", child, "condition")
                else:
                    self._modal(child)
            elif child.dep == "mark" or (child.dep in ("advmod", "prep") and not child.children):
                self._table(child, "c", "condition", "any")
                if child.lower in AHEAD and word.tag in ("VBP", "VBZ", "VB"):
                    self.reading = self.reading.under("possible", child, "still ahead")

    def _not_reached(self, word: Word) -> None:
        """Read what did not come to be: "yet to be tried", "before he could", "were they to"."""
        words = self.found.sentence.words
        subject = word.child("nsubj", "nsubjpass")
        for child in word.children:
            if child.lower == "to" and child.index and words[child.index - 1].lower == "yet":
                self.reading = self.reading.under("negated", words[child.index - 1], "not yet:")
            elif (child.lower, child.dep) == ("before", "mark") and any(
                c.lower == "could" for c in word.all("aux")
            ):
                self.reading = self.reading.under("negated", child, "not reached:")
            elif child.lower == "were" and subject is not None and child.start < subject.start:
                self.reading = self.reading.under("possible", child, "condition")

    def _nobody(self, word: Word) -> None:
        """Read "no shots were fired", "neither side signed", "nobody was killed" as negation."""
        headed = (
            [word.head] if word.dep == "acl" and word.tag == "VBN" else []
        )  # "No charges filed"
        for party in (*word.all("nsubj", "nsubjpass", "dobj"), *headed):
            none = [c for c in party.children if c.lower in NO and c.dep in _DETERMINERS]
            if none or party.lower in _NOBODY:
                cue = none[0] if none else party
                self.reading = self.reading.under("negated", cue, "negation")

    def _modal(self, child: Word) -> None:
        self._table(child, "m", "modal", "any")

    def _noun(self, noun: Word) -> None:
        for child in noun.all("amod", "compound"):
            if child.lower == "planned" and self._carried_out():
                continue
            self._table(child, "a", "description", "any")
            if child.tag in ("VBN", "VBG"):
                self._table(child, "v", "description", "any")
        for child in noun.children:
            if child.dep == "det" and child.lower in NO:
                self.reading = self.reading.under("negated", child, "negation")

    def _carried_out(self) -> bool:
        """Tell whether a light verb says that a plan became an act: "began a planned strike"."""
        row = self.found.light_row
        return row is not None and row.effect == "actual"

    def _table(self, word: Word, pos: str, label: str, under: str) -> bool:
        names = (*phrasal(word), word.lower) if pos == "v" else (word.lower,)
        if pos == "c" and word.index + 1 < len(self.found.sentence.words):
            names = (f"{word.lower} {self.found.sentence.words[word.index + 1].lower}", *names)
        for entry in (entry for name in names for entry in self.tables.modal.get((name, pos), ())):
            if entry.under in ("any", under) or (under == "any" and entry.under not in _APART):
                self.reading = self.reading.under(entry.effect, word, label)
                return True
        return False


def _another_follows(verb: Word, act: Beside) -> bool:
    """Tell whether another verb wants the subject: "Talks postponed last week resumed"."""
    later = act.found.sentence.words[verb.index + 1 :]
    finite = (w for w in later if w.tag in ("VBD", "VBZ", "VBP"))
    return any(w.child("nsubj", "nsubjpass", "cc") is None and w.dep != "conj" for w in finite)


def _would_bring(modal: Word, verb: Word) -> bool:
    """Tell whether a modal tells what a mere supposition would bring: "Were they to, we would"."""
    clauses = verb.all("advcl") if modal.lower == "would" else ()
    return any(
        is_supposed(clause) or any(_is_inverted(aux, clause) for aux in clause.all("aux"))
        for clause in clauses
    )


def is_supposed(verb: Word) -> bool:
    """Tell whether a verb before its subject makes a condition: "Were they to attack, ..."."""
    subject = verb.child("nsubj", "nsubjpass")
    return verb.lower == "were" and subject is not None and verb.start < subject.start


def _is_inverted(modal: Word, verb: Word) -> bool:
    """Tell whether a modal before its subject makes a condition: "Should they attack, ..."."""
    subject = verb.child("nsubj", "nsubjpass")
    return modal.lower == "should" and subject is not None and modal.start < subject.start
