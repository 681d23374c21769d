"""Which of the places a report names is the place of one act."""

from __future__ import annotations

from dragoman.languages.en.placing import PlaceWords, place_words
from dragoman.models.view import Parse, Sentence, Word
from dragoman.record import Place, Precision, Report, Span

__all__ = ["event_places"]

_STEPS = 8  # words between a place and its act; longer paths are other clauses
# How a place can hang on an act, the surest first.
_MODIFIER, _OWN, _OBJECT, _ARGUMENT, _SHARED = range(5)


def event_places(report: Report, parse: Parse, anchor: Span, clause: Span) -> tuple[Place, ...]:
    """Return the places where an act took place, the surest first.

    Only places of the act's own clause count, which its own words tie to it: a locative
    preposition, a name before the noun of the act, the object of a visit or an attack. The
    dateline and a capital that stands for a state never do, nor do parts of the world.
    """
    head = parse.head_of(anchor)
    sentence = parse.sentence_at(anchor.start)
    if head is None or sentence is None:
        return ()
    act = _Act(head, anchor, place_words())
    ranked: list[tuple[int, int, Place]] = []
    for place in report.places:
        span = place.span
        if span is None or place.precision is Precision.REGION or not clause.covers(span):
            continue
        word = sentence.head_of(span)
        rank = act.rank(word) if word is not None else None
        if _holds(place, ranked):
            continue
        if rank is None and _beside(sentence, anchor, span, act.words):
            rank = _OWN
        if rank is not None:
            ranked.append((rank, span.start, place))
    return tuple(place for _, _, place in sorted(ranked, key=lambda entry: entry[:2]))


def _holds(place: Place, ranked: list[tuple[int, int, Place]]) -> bool:
    """Tell whether a place is only said to hold the one before it: "Mogadishu, Somalia"."""
    before = ranked[-1][2].span if ranked else None
    if before is None or place.span is None or place.basis != "containment":
        return False
    return place.precision in _WIDE and 0 < place.span.start - before.end <= len(", ")


_WIDE = frozenset({Precision.COUNTRY, Precision.ADMIN})


def _beside(sentence: Sentence, anchor: Span, span: Span, words: PlaceWords) -> bool:
    """Tell whether only a preposition and a time part a place from the act before it.

    This holds whatever the parser makes of "discussions Monday in Washington".
    """
    if not 0 < span.start - anchor.end < _NEAR:
        return False
    between = [w for w in sentence.within(Span(anchor.end, span.start)) if w.lower not in _BETWEEN]
    if not between or not _is_locative(between[-1].lower, words):
        return False
    return all(words.has("calendar", w.lower) or w.tag in ("CD", "RB") for w in between[:-1])


def _is_locative(word: str, words: PlaceWords) -> bool:
    return words.has("there", word) or words.has("misspelt", word)


_NEAR = 40  # characters; a date and a preposition fit in
_BETWEEN = frozenset(["the", "last", "this"])


class _Act:
    """The words of an act: its head, and the verb or noun it is told with."""

    def __init__(self, head: Word, anchor: Span, words: PlaceWords) -> None:
        self._head = head
        self.words = words
        self._own = {head.index}
        for word in head.subtree():
            if anchor.start <= word.start < anchor.end:
                self._own.add(word.index)
        self._shared: set[int] = set()
        self._add_light_verb()
        self._add_neighbours()

    def rank(self, word: Word) -> int | None:
        """Return how surely an act took place at a word; None where nothing ties them."""
        first = word
        for _ in range(_STEPS):
            if first.dep not in ("conj", "appos") or first.is_root:
                break
            first = first.head
        if first.dep in ("compound", "nmod", "amod", "poss") and self._is_own(first.head):
            return _MODIFIER if first.head.tag.startswith("NN") else None
        if first.dep in ("compound", "nmod") and first.head.dep == "pobj":
            first = first.head  # "at Ankara airport"
        if first.dep in (
            "dobj",
            "nsubjpass",
            "advmod",
            "npadvmod",
            "acomp",
        ):  # parsers stumble here
            return self._as_object(first)
        if first.dep == "pobj":
            return self._by_preposition(first.head)
        return None

    def _is_own(self, word: Word) -> bool:
        return word.index in self._own

    def _as_object(self, word: Word) -> int | None:
        verb = word.head
        if not self._is_own(verb):
            return None
        uses = ("visiting", "striking")
        return _OBJECT if any(self.words.has(use, verb.lower) for use in uses) else None

    def _by_preposition(self, preposition: Word) -> int | None:
        """Follow a prepositional phrase up to the act, over its arguments only."""
        if preposition.dep in ("prep", "pcomp") and preposition.head.dep == "prep":
            preposition = preposition.head  # "from inside Gaza"
        holder = preposition.head
        if not self._locates(preposition.lower, holder):
            return None
        for step in range(_STEPS):
            if self._is_own(holder) and self._follows_another_act(preposition, holder):
                return None
            if self._is_own(holder):
                return _OWN if step == 0 else _ARGUMENT
            if holder.index in self._shared:
                return _SHARED
            above = self._over(holder)
            if above is None:
                return None
            holder = above
        return None

    def _locates(self, preposition: str, holder: Word) -> bool:
        """Tell whether a preposition says where, given the word it hangs on."""
        words = self.words
        if words.has("there", preposition):
            return True
        if preposition == "of":
            return self._is_own(holder) and words.has("striking", _stem(holder.lower))
        if words.has("goal", preposition):
            return (self._is_own(holder) or holder.index in self._shared) and words.has(
                "going", holder.lower
            )
        if words.has("source", preposition):
            return self._is_own(holder) and words.has("leaving", holder.lower)
        return False

    def _over(self, holder: Word) -> Word | None:
        """Return the word above an argument of the act; None above what has its own place."""
        if holder.dep == "prep" and not holder.tag.startswith("VB"):
            return holder.head
        if not holder.tag.startswith(("NN", "PRP", "CD", "DT")):
            return None
        if self.words.has("act", holder.lower) and not self._carries(holder):
            return None
        if holder.dep == "pobj" and holder.head.lower in ("with", "of", "between", "by", "at"):
            return holder.head.head
        if holder.dep in ("dobj", "nsubj", "nsubjpass", "attr", "conj", "appos", "dative"):
            return holder.head
        return None

    def _follows_another_act(self, preposition: Word, holder: Word) -> bool:
        """Tell whether the words before the preposition are an act with a place of its own.

        "welcomed the truce in Lebanon" is often parsed as if the welcome were there.
        """
        for noun in holder.all("dobj", "pobj"):
            if noun.index == preposition.index - 1 and self.words.has("act", noun.lower):
                return not self._is_own(noun) and not self._carries(noun)
        return False

    def _carries(self, noun: Word) -> bool:
        """Tell whether the act's verb is done where a noun of an act, beside it, is done."""
        verb = noun.head
        use = "harming" if noun.dep == "nsubj" else "light"
        return self._is_own(verb) and self.words.has(use, verb.lower)

    def _add_light_verb(self) -> None:
        """Count the verb that carries a nominal act: "held talks in X", "talks took place in X"."""
        verb = self._head.head
        if not self._head.tag.startswith("NN") or not verb.tag.startswith("VB"):
            return
        governs = self.words.has("light", verb.lower) and self._head.dep in ("dobj", "nsubjpass")
        happens = self._head.dep in ("nsubj", "nsubjpass") and verb.lower in _HAPPENING
        if governs or happens:
            self._own.add(verb.index)

    def _add_neighbours(self) -> None:
        """Note verbs that share their place: "arrived in X and met", "arrived in X to meet"."""
        head = self._head
        if head.dep in ("conj", "xcomp", "advcl") and head.tag.startswith("VB"):
            above = head.head
            earlier = above.start < head.start
            if earlier and (head.dep == "conj" or self.words.has("going", above.lower)):
                self._shared.add(above.index)
        for child in head.all("advcl"):
            if self.words.has("speaking", child.lower):
                self._shared.add(child.index)


_HAPPENING = frozenset(
    ["held", "took", "take", "takes", "occurred", "began", "opened", "resumed", "ended", "broke"]
)


def _stem(noun: str) -> str:
    """Return the verb of a noun of attack, as far as the table has one."""
    return {"shelling": "shelling", "invasion": "invaded", "siege": "besieging"}.get(noun, noun)
