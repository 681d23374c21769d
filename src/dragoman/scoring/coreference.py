"""Scores of coreference against marked reports: MUC, B3, CEAF-e, CoNLL, pronouns, sets."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from dragoman.record import Mention, MentionKind, Report, Span

__all__ = [
    "CoreferenceScore",
    "MarkedMention",
    "MarkedReport",
    "Ratio",
    "read_marked",
    "score_coreference",
    "wrong_words",
]

_HEADING = re.compile(r"^== (?P<name>\S+) (?P<published>\d{4}-\d\d-\d\d)$", re.MULTILINE)
_MARK = re.compile(r"\[(?P<key>[a-z0-9+]+):|\]")
_PRONOUNS = frozenset(
    "he him his himself she her hers herself it its itself they them their theirs themselves "
    "i me my we us our".split()
)
Chains = list[set[Hashable]]


@dataclass(frozen=True, slots=True)
class MarkedMention:
    """Words marked as one actor, or as several together where there are several `keys`."""

    span: Span
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MarkedReport:
    """A report with its mentions marked by hand."""

    name: str
    published: date
    text: str
    mentions: tuple[MarkedMention, ...]


def read_marked(path: Path) -> list[MarkedReport]:
    """Return the marked reports of a file; raises ValueError where a mark is not closed."""
    text = path.read_text(encoding="utf-8")
    headings = list(_HEADING.finditer(text))
    ends = [h.start() for h in headings[1:]] + [len(text)]
    found: list[MarkedReport] = []
    for heading, end in zip(headings, ends, strict=True):
        words, mentions = _unmarked(text[heading.end() : end].strip(), heading["name"])
        day = date.fromisoformat(heading["published"])
        found.append(MarkedReport(heading["name"], day, words, mentions))
    return found


def _unmarked(marked: str, name: str) -> tuple[str, tuple[MarkedMention, ...]]:
    words, begin = "", 0
    opened: list[tuple[int, tuple[str, ...]]] = []
    found: list[MarkedMention] = []
    for mark in _MARK.finditer(marked):
        words += marked[begin : mark.start()]
        begin = mark.end()
        if mark["key"]:
            opened.append((len(words), tuple(sorted(mark["key"].split("+")))))
        elif opened:
            start, keys = opened.pop()
            found.append(MarkedMention(Span(start, len(words)), keys))
        else:
            raise ValueError(f"report {name}: a bracket is closed that was not opened")
    if opened:
        raise ValueError(f"report {name}: a bracket is not closed")
    found.sort(key=lambda m: (m.span.start, -m.span.end))
    return words + marked[begin:], tuple(found)


@dataclass(frozen=True, slots=True)
class Ratio:
    """Recall and precision as sums over reports."""

    recalled: float = 0.0
    key: float = 0.0
    correct: float = 0.0
    found: float = 0.0

    def __add__(self, other: Ratio) -> Ratio:
        """Return the sums of both together."""
        return Ratio(
            self.recalled + other.recalled,
            self.key + other.key,
            self.correct + other.correct,
            self.found + other.found,
        )

    @property
    def recall(self) -> float:
        """The share of what is marked that was found; 0 where nothing is marked."""
        return self.recalled / self.key if self.key else 0.0

    @property
    def precision(self) -> float:
        """The share of what was found that is marked; 0 where nothing was found."""
        return self.correct / self.found if self.found else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0


@dataclass(frozen=True, slots=True)
class CoreferenceScore:
    """The scores of one or more reports; they add up.

    `pronouns` and `sets` count the mentions whose actors are right: of those marked (recall) and of
    those for which the program names somebody (precision).
    """

    muc: Ratio = field(default_factory=Ratio)
    b3: Ratio = field(default_factory=Ratio)
    ceaf_e: Ratio = field(default_factory=Ratio)
    pronouns: Ratio = field(default_factory=Ratio)
    sets: Ratio = field(default_factory=Ratio)

    def __add__(self, other: CoreferenceScore) -> CoreferenceScore:
        """Return the scores of both together."""
        return CoreferenceScore(
            self.muc + other.muc,
            self.b3 + other.b3,
            self.ceaf_e + other.ceaf_e,
            self.pronouns + other.pronouns,
            self.sets + other.sets,
        )

    @property
    def conll(self) -> float:
        """The mean of the F1 of MUC, B3 and CEAF-e."""
        return (self.muc.f1 + self.b3.f1 + self.ceaf_e.f1) / 3


def score_coreference(marked: MarkedReport, coded: Report) -> CoreferenceScore:
    """Return the scores of a coded report against the same report marked by hand.

    Chains of one mention are left out on both sides. Mentions are the same where one span holds the
    other and the marked one holds the head of the found one: articles and titles do not matter.
    """
    aligned = _aligned(marked.mentions, coded.mentions)
    key = _chains((m.keys, ("marked", n)) for n, m in enumerate(marked.mentions))
    back = {f: n for n, f in aligned.items()}
    response = _chains(
        (m.chain, ("marked", back[n]) if n in back else ("found", n))
        for n, m in enumerate(coded.mentions)
        if not _is_nobody(m)
    )
    judged = _Judged.of(marked, coded, aligned)
    return CoreferenceScore(
        muc=_muc(key, response),
        b3=_b3(key, response),
        ceaf_e=_ceaf_e(key, response),
        pronouns=judged.ratio(sets=False),
        sets=judged.ratio(sets=True),
    )


def wrong_words(marked: MarkedReport, coded: Report) -> Iterator[str]:
    """Yield a line for each pronoun and set that is wrong: its words, who is marked, who found."""
    judged = _Judged.of(marked, coded, _aligned(marked.mentions, coded.mentions))
    for span, wanted, found in judged.rows:
        if wanted != found:
            before = marked.text[max(0, span.start - 40) : span.start]
            words = span.cut(marked.text)
            yield f"{marked.name}: ...{before}<{words}> is {wanted}, not {found}"


def _is_nobody(mention: Mention) -> bool:
    return (
        mention.kind is MentionKind.PRONOUN
        and not mention.members
        and mention.actor.reason is None
        and not mention.actor.country
    )


def _aligned(marked: Sequence[MarkedMention], found: Sequence[Mention]) -> dict[int, int]:
    """Return the number of the found mention for that of each marked one."""
    by_span = {m.span: n for n, m in enumerate(found)}
    aligned = {n: by_span[m.span] for n, m in enumerate(marked) if m.span in by_span}
    taken = set(aligned.values())
    for number, mention in enumerate(marked):
        if number in aligned:
            continue
        like = [n for n, m in enumerate(found) if n not in taken and _alike(mention, m)]
        if like:
            best = min(like, key=lambda n: abs(_length(found[n].span) - _length(mention.span)))
            aligned[number] = best
            taken.add(best)
    return aligned


def _alike(marked: MarkedMention, found: Mention) -> bool:
    holds = marked.span.covers(found.span) or found.span.covers(marked.span)
    same_end = marked.span.end == found.span.end or marked.span.start == found.span.start
    return holds and same_end and marked.span.covers(found.head)


def _length(span: Span) -> int:
    return span.end - span.start


def _chains(mentions: Iterable[tuple[Hashable, Hashable]]) -> Chains:
    """Return the chains of two and more mentions."""
    chains: dict[Hashable, set[Hashable]] = {}
    for chain, mention in mentions:
        chains.setdefault(chain, set()).add(mention)
    return [chain for chain in chains.values() if len(chain) > 1]


# Pronouns and sets


@dataclass(frozen=True, slots=True)
class _Judged:
    """The words of pronouns and sets, whom they mean by hand, and whom by the program."""

    rows: tuple[tuple[Span, tuple[str, ...], tuple[str, ...]], ...]
    text: str

    @classmethod
    def of(cls, marked: MarkedReport, coded: Report, aligned: Mapping[int, int]) -> _Judged:
        keys = _keys_of_chains(marked, coded, aligned)
        rows: list[tuple[Span, tuple[str, ...], tuple[str, ...]]] = []
        for number, mention in enumerate(marked.mentions):
            at = aligned.get(number)
            told = _told(coded.mentions[at], keys) if at is not None else ()
            rows.append((mention.span, mention.keys, told))
        taken = set(aligned.values())
        rows += [
            (m.span, (), _told(m, keys))
            for n, m in enumerate(coded.mentions)
            if n not in taken and not _is_nobody(m)
        ]
        wanted = [
            r
            for r in rows
            if _is_pronoun(r[0].cut(marked.text)) or len(r[1]) > 1 or (len(r[2]) > 1 and not r[1])
        ]
        return cls(tuple(wanted), marked.text)

    def ratio(self, *, sets: bool) -> Ratio:
        rows = [r for r in self.rows if sets is not _is_pronoun(r[0].cut(self.text))]
        right = float(sum(bool(w) and w == f for _, w, f in rows))
        return Ratio(right, sum(bool(r[1]) for r in rows), right, sum(bool(r[2]) for r in rows))


def _is_pronoun(words: str) -> bool:
    return words.lower() in _PRONOUNS


def _keys_of_chains(
    marked: MarkedReport, coded: Report, aligned: Mapping[int, int]
) -> dict[int, str]:
    """Return for each found chain the key that most of its names are marked with."""
    votes: dict[int, Counter[str]] = {}
    for number, at in aligned.items():
        mention, found = marked.mentions[number], coded.mentions[at]
        if len(mention.keys) == 1 and found.kind is not MentionKind.PRONOUN:
            votes.setdefault(found.chain, Counter())[mention.keys[0]] += 1
    return {chain: keys.most_common(1)[0][0] for chain, keys in votes.items()}


def _told(mention: Mention, keys: Mapping[int, str]) -> tuple[str, ...]:
    if _is_nobody(mention):
        return ()
    chains = mention.members if mention.chain not in keys else ()
    chains = chains or (mention.chain,)
    return tuple(sorted({keys.get(chain, f"chain{chain}") for chain in chains}))


# The three scores of the CoNLL mean


def _muc(key: Chains, response: Chains) -> Ratio:
    recalled, marked = _links(key, response)
    correct, found = _links(response, key)
    return Ratio(recalled, marked, correct, found)


def _links(chains: Chains, others: Chains) -> tuple[float, float]:
    where = {mention: n for n, chain in enumerate(others) for mention in chain}
    kept = 0
    for chain in chains:
        parts = {where[m] for m in chain if m in where}
        kept += len(chain) - len(parts) - sum(m not in where for m in chain)
    return float(kept), float(sum(len(chain) - 1 for chain in chains))


def _b3(key: Chains, response: Chains) -> Ratio:
    return Ratio(*_overlaps(key, response), *_overlaps(response, key))


def _overlaps(chains: Chains, others: Chains) -> tuple[float, float]:
    kept = sum(len(chain & other) ** 2 / len(chain) for chain in chains for other in others)
    return float(kept), float(sum(map(len, chains)))


def _ceaf_e(key: Chains, response: Chains) -> Ratio:
    likeness = [
        [2 * len(chain & other) / (len(chain) + len(other)) for other in response] for chain in key
    ]
    best = _best_pairing(likeness) if key and response else 0.0
    return Ratio(best, float(len(key)), best, float(len(response)))


def _best_pairing(gain: Sequence[Sequence[float]]) -> float:
    """Return the greatest sum of a one-to-one pairing of rows and columns (Kuhn-Munkres)."""
    if len(gain) > len(gain[0]):
        gain = list(zip(*gain, strict=True))
    rows, columns = len(gain), len(gain[0])
    by_row, by_column = [0.0] * (rows + 1), [0.0] * (columns + 1)
    taken = [0] * (columns + 1)
    for row in range(1, rows + 1):
        _augment(gain, row, by_row, by_column, taken)
    return float(sum(gain[taken[c] - 1][c - 1] for c in range(1, columns + 1) if taken[c]))


def _augment(
    gain: Sequence[Sequence[float]],
    row: int,
    by_row: list[float],
    by_column: list[float],
    taken: list[int],
) -> None:
    """Pair one more row, by the cheapest path of exchanges; column 0 stands for none."""
    columns = len(by_column) - 1
    slack, came, seen = [float("inf")] * (columns + 1), [0] * (columns + 1), {0}
    taken[0], at = row, 0
    while taken[at]:
        seen.add(at)
        for column in range(1, columns + 1):
            if column not in seen:
                cost = -gain[taken[at] - 1][column - 1] - by_row[taken[at]] - by_column[column]
                if cost < slack[column]:
                    slack[column], came[column] = cost, at
        following = min((c for c in range(1, columns + 1) if c not in seen), key=slack.__getitem__)
        step = slack[following]
        for column in seen:
            by_row[taken[column]] += step
            by_column[column] -= step
        for column in range(1, columns + 1):
            if column not in seen:
                slack[column] -= step
        at = following
    while at:
        taken[at], at = taken[came[at]], came[at]
