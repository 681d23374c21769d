"""The parse view: what stages see of a parser's work, and all they see."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import TYPE_CHECKING

from dragoman.record import Span

if TYPE_CHECKING:
    from dragoman.models.learned.network import Learned

__all__ = ["Parse", "Sentence", "Word"]


class Word:
    """One token of a parsed sentence; read-only by convention.

    `tag` is a Penn Treebank tag, `dep` a ClearNLP dependency label (nsubj, dobj, pobj, prep ...).
    The root of a sentence is its own `head`. `index` counts within the sentence; `start` and `end`
    are offsets into the report's text.
    """

    __slots__ = ("children", "dep", "end", "head", "index", "lower", "start", "tag", "text")

    def __init__(
        self, index: int, text: str, tag: str, dep: str, start: int, meant: str | None = None
    ) -> None:
        """Make a word; the sentence sets its head and children.

        `meant` is the word that a slip of the keyboard stands for: `lower` is read from it.
        """
        self.index = index
        self.text = text
        self.lower = (meant or text).lower()
        self.tag = tag
        self.dep = dep
        self.start = start
        self.end = start + len(text)
        self.head: Word = self
        self.children: list[Word] = []

    def __repr__(self) -> str:
        """Show the word with its tag and function, for people who debug."""
        return f"{self.text}/{self.tag}/{self.dep}"

    @property
    def span(self) -> Span:
        """The characters of the word."""
        return Span(self.start, self.end)

    @property
    def is_root(self) -> bool:
        """Whether the word is the root of its sentence."""
        return self.head is self

    def child(self, *deps: str) -> Word | None:
        """Return the first child with one of these functions."""
        for word in self.children:
            if word.dep in deps:
                return word
        return None

    def all(self, *deps: str) -> list[Word]:
        """Return all children with one of these functions, in order."""
        return [word for word in self.children if word.dep in deps]

    def subtree(self) -> Iterator[Word]:
        """Yield the word and all words under it, in no set order."""
        stack = [self]
        while stack:
            word = stack.pop()
            yield word
            stack.extend(word.children)

    def ancestors(self) -> Iterator[Word]:
        """Yield the heads above the word, nearest first."""
        word = self
        while word.head is not word:
            word = word.head
            yield word

    def conjuncts(self) -> list[Word]:
        """Return the word and the words coordinated after it ("A, B and C"), in order."""
        found = [self]
        for word in found:
            found.extend(word.all("conj"))
        return found


class Sentence:
    """One sentence: its words, if it was parsed, and where it stands."""

    __slots__ = ("end", "number", "start", "words")

    def __init__(self, number: int, start: int, end: int, words: tuple[Word, ...]) -> None:
        """Make a sentence; `words` is empty where triage left it unparsed."""
        self.number = number
        self.start = start
        self.end = end
        self.words = words

    @property
    def parsed(self) -> bool:
        """Whether the sentence has words to read."""
        return bool(self.words)

    @property
    def root(self) -> Word:
        """The root word; only of a parsed sentence."""
        return next(word for word in self.words if word.is_root)

    def at(self, offset: int) -> Word | None:
        """Return the word that holds an offset, or None between words or outside."""
        number = bisect_right(self.words, offset, key=_start_of) - 1
        if number >= 0 and offset < self.words[number].end:
            return self.words[number]
        return None

    def within(self, span: Span) -> list[Word]:
        """Return the words that lie in a span, in order."""
        low = bisect_left(self.words, span.start, key=_start_of)
        high = bisect_right(self.words, span.end, key=_end_of)
        return list(self.words[low:high])

    def head_of(self, span: Span) -> Word | None:
        """Return the word of a span that the others of the span hang on."""
        inside = self.within(span)
        for word in inside:
            if word.is_root or not (span.start <= word.head.start < span.end):
                return word
        return inside[-1] if inside else None


def _start_of(word: Word) -> int:
    return word.start


def _end_of(word: Word) -> int:
    return word.end


class Parse:
    """A report's sentences as stages see them; lives only while the report is coded."""

    __slots__ = ("_starts", "learned", "sentences", "text")

    def __init__(
        self, text: str, sentences: tuple[Sentence, ...], learned: Learned | None = None
    ) -> None:
        """Make a view of a text cut into sentences; `learned` reads them, where one is there."""
        self.learned = learned
        self.text = text
        self.sentences = sentences
        self._starts = [sentence.start for sentence in sentences]

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds an offset, or None in the blanks between."""
        number = bisect_right(self._starts, offset) - 1
        if number >= 0 and offset < self.sentences[number].end:
            return self.sentences[number]
        return None

    def word_at(self, offset: int) -> Word | None:
        """Return the parsed word that holds an offset."""
        sentence = self.sentence_at(offset)
        return sentence.at(offset) if sentence else None

    def head_of(self, span: Span) -> Word | None:
        """Return the word of a span that the others of the span hang on."""
        sentence = self.sentence_at(span.start)
        return sentence.head_of(span) if sentence else None
