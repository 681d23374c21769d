"""Turn marked sentences into what a network learns from: words, labels, pairs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

from dragoman.coder import Coder
from dragoman.languages.en.predicates import Predicates, load_predicates, speech_verbs
from dragoman.languages.en.slips import load_slips
from dragoman.models.learned.features import Features, features_of
from dragoman.models.learned.labels import (
    MODES,
    NOTHING,
    PROMISED,
    RELATIONS,
    ROLES,
    SECTORS,
    STATUSES,
    TYPES,
)
from dragoman.models.parser import Parser
from dragoman.models.view import Sentence
from dragoman.record import Span
from dragoman.scoring.markup import MarkedAct, MarkedParty, MarkedSentence, read_marked
from dragoman.stages.events.anchors import find_anchors
from dragoman.stages.events.homes import states_named

IGNORED = -100


@dataclass(frozen=True, slots=True)
class TaggingExample:
    """A sentence word by word.

    `types`, `modes`, `statuses`, `concerns` hold one label a word, IGNORED where none is learned;
    `roles` one row for each act: the index of its anchor word and a label for each word. `sectors`
    a label for each word that heads a party; `homes` one row for each party: its word, and for each
    word that names a state by itself whether that is the party's state.
    """

    theme: str
    text: str
    words: tuple[Span, ...]
    features: Features
    types: tuple[int, ...]
    modes: tuple[int, ...]
    statuses: tuple[int, ...]
    concerns: tuple[int, ...]
    roles: tuple[tuple[int, tuple[int, ...]], ...]
    sectors: tuple[int, ...]
    homes: tuple[tuple[int, tuple[int, ...]], ...]


@dataclass(frozen=True, slots=True)
class RelationExample:
    """Two parties of a sentence and what the one did to the other.

    `type` is a place in RELATIONS; 0 is nothing.
    """

    theme: str
    text: str
    source: Span
    target: Span | None
    type: int
    mode: int
    status: int


_SHARE = 2000  # sentences that a process reads at a time: more than loading the parser costs


def split_of(theme: str) -> str:
    """Return the part a theme belongs to: test, dev or train."""
    part = theme.partition("-")[0]
    return part if part in ("test", "dev") else "train"


def read_all(folder: Path) -> list[MarkedSentence]:
    """Return all marked sentences of a folder, file by file in order of name."""
    return [s for path in sorted(folder.glob("*.txt")) for s in read_marked(path)]


def tagging_examples(sentences: Iterable[MarkedSentence]) -> Iterator[TaggingExample]:
    """Yield one example a marked sentence; what the parser cuts in two is joined again."""
    parser = Parser(load_slips(), speech_verbs())
    predicates = load_predicates()
    for marked in sentences:
        parse = parser.read(marked.text, lambda _: True)
        words = tuple(word.span for s in parse.sentences for word in s.words)
        features = Features.joined([features_of(s, _acts(s, predicates)) for s in parse.sentences])
        yield _tagging(marked, list(parse.sentences), words, features)


def examples_by(processes: int, sentences: Sequence[MarkedSentence]) -> list[TaggingExample]:
    """Return what `tagging_examples` yields, in the same order, made by several processes."""
    parts = [sentences[n : n + _SHARE] for n in range(0, len(sentences), _SHARE)]
    if processes < 2 or len(parts) < 2:
        return list(tagging_examples(sentences))
    with ProcessPoolExecutor(processes, mp_context=get_context("spawn")) as pool:
        return [example for made in pool.map(_made, parts) for example in made]


def _made(sentences: Sequence[MarkedSentence]) -> list[TaggingExample]:
    return list(tagging_examples(sentences))


def _acts(sentence: Sentence, predicates: Predicates) -> dict[int, str]:
    return {f.head.index: f.predicate.type for f in find_anchors(sentence, predicates)}


def _tagging(
    marked: MarkedSentence, parts: list[Sentence], words: tuple[Span, ...], features: Features
) -> TaggingExample:
    labels = _Labels(marked, parts, words)
    labels.hide_acts()
    rows = tuple(row for act in marked.acts if (row := labels.mark_act(act)) is not None)
    homes = labels.mark_parties()
    return TaggingExample(
        theme=marked.theme,
        text=marked.text,
        words=words,
        features=features,
        types=tuple(labels.types),
        modes=tuple(labels.modes),
        statuses=tuple(labels.statuses),
        concerns=tuple(labels.concerns),
        roles=rows,
        sectors=tuple(labels.sectors),
        homes=homes,
    )


class _Labels:
    """The labels of the words of one sentence, filled mark by mark."""

    def __init__(
        self, marked: MarkedSentence, parts: list[Sentence], words: tuple[Span, ...]
    ) -> None:
        self.marked, self.parts, self.words = marked, parts, words
        self.places = {span.start: n for n, span in enumerate(words)}
        self.types, self.concerns = [0] * len(words), [0] * len(words)
        self.modes, self.statuses, self.sectors = ([IGNORED] * len(words) for _ in range(3))

    def head(self, span: Span) -> int | None:
        """Return the word that heads what is marked."""
        for part in self.parts:
            word = part.head_of(span) if part.start <= span.start < part.end else None
            if word is not None:
                return self.places[word.start]
        return None

    def hide_acts(self) -> None:
        """Let nothing be learned of the words of an act beside its head."""
        for act in self.marked.acts:
            for span in (act.anchor, *act.mentions):
                _hide(self.types, self.words, span)
            for _, _, span in act.concerns:
                _hide(self.concerns, self.words, span)

    def mark_act(self, act: MarkedAct) -> tuple[int, tuple[int, ...]] | None:
        """Label the head of an act; return it with the roles of all words."""
        anchor = self.head(act.anchor)
        if anchor is None:
            return None
        self.types[anchor] = TYPES.index(act.type)
        self.modes[anchor] = MODES.index((act.type, act.mode))
        self.statuses[anchor] = STATUSES.index(act.status)
        for kind, _, span in act.concerns:
            inner = self.head(span)
            if inner is not None:
                self.concerns[inner] = TYPES.index(kind)
        return anchor, _roles(act, self.words, self.head)

    def mark_parties(self) -> tuple[tuple[int, tuple[int, ...]], ...]:
        """Label the heads of parties; return each with the words that name its state."""
        homes: list[tuple[int, tuple[int, ...]]] = []
        named = _named_states(self.marked.text, self.places)
        for party in self.marked.parties:
            at = self.head(party.span)
            if at is None:
                continue
            self.sectors[at] = SECTORS.index(party.sector or NOTHING)
            labels = [IGNORED] * len(self.words)
            for n, country in named.items():
                if n != at:
                    labels[n] = int(country == party.country)
            homes.append((at, tuple(labels)))
        return tuple(homes)


def _hide(labels: list[int], words: tuple[Span, ...], span: Span) -> None:
    for n, word in enumerate(words):
        if word.start < span.end and span.start < word.end:
            labels[n] = IGNORED


def _named_states(text: str, places: dict[int, int]) -> dict[int, str]:
    """Return the words that name a state, or somebody or something of it, with its code."""
    return {
        places[at]: code for at, code in states_named(_coder().code(text)).items() if at in places
    }


@cache
def _coder() -> Coder:
    return Coder(coder="tables")


def _roles(
    act: MarkedAct, words: tuple[Span, ...], head: Callable[[Span], int | None]
) -> tuple[int, ...]:
    labels = [0] * len(words)
    marks = [
        *((party.span, "source") for party in act.sources),
        *((party.span, "mediator") for party in (*act.mediators, *act.hosts)),
        *((span, "time") for span in act.times),
        *((span, "place") for span in act.places),
        *((party.span, "recipient") for party in act.recipients),
        *((party.span, "actor") for party in act.actors),
    ]
    for span, _ in marks:
        _hide(labels, words, span)
    for span, role in marks:
        at = head(span)
        if at is not None:
            labels[at] = ROLES.index(role)
    return tuple(labels)


def relation_examples(sentences: Iterable[MarkedSentence]) -> Iterator[RelationExample]:
    """Yield the pairs of parties of each sentence with what links them, or nothing."""
    for marked in sentences:
        linked: dict[tuple[Span, Span | None], MarkedAct] = {}
        for act in marked.acts:
            for source, target in _pairs(act):
                linked.setdefault((source.span, target.span if target else None), act)
        for (source_span, target_span), act in linked.items():
            yield RelationExample(
                theme=marked.theme,
                text=marked.text,
                source=source_span,
                target=target_span,
                type=RELATIONS.index(_relation(act)),
                mode=MODES.index((act.type, act.mode)),
                status=STATUSES.index(act.status),
            )
        spans = sorted({party.span for party in marked.parties})
        for one in spans:
            for other in spans:
                if one != other and (one, other) not in linked and not _overlap(one, other):
                    yield RelationExample(marked.theme, marked.text, one, other, 0, 0, 0)


def _relation(act: MarkedAct) -> str:
    promised = act.type == "CONCEDE" and any(kind == "RETREAT" for kind, _, _ in act.concerns)
    return PROMISED if promised else act.type


def _overlap(one: Span, other: Span) -> bool:
    return one.start < other.end and other.start < one.end


def _pairs(act: MarkedAct) -> Iterator[tuple[MarkedParty, MarkedParty | None]]:
    if act.recipients:
        yield from ((a, r) for a in act.actors for r in act.recipients)
    elif len(act.actors) > 1:
        yield from ((a, b) for a in act.actors for b in act.actors if a is not b)
    else:
        yield from ((a, None) for a in act.actors)
