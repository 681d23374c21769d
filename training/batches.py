"""Batches of examples as tensors."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

import torch
from tokenizers import Tokenizer
from torch import Tensor

from dragoman.models.learned.features import paths
from dragoman.models.learned.pieces import Marked, first_pieces, mark_pair
from training.examples import IGNORED, RelationExample, TaggingExample

T = TypeVar("T")
LONGEST = 160  # pieces


@dataclass(slots=True)
class Tagged:
    """A tagging example cut into pieces."""

    pieces: list[int]
    first: list[int]
    example: TaggingExample
    paths: list[list[int]]


def tokenizer_at(path: str) -> Tokenizer:
    """Return the tokenizer of a file, without padding."""
    tokenizer = Tokenizer.from_file(path)
    tokenizer.no_padding()
    tokenizer.enable_truncation(LONGEST)
    return tokenizer


def cut(examples: Sequence[TaggingExample], tokenizer: Tokenizer) -> list[Tagged]:
    """Return the examples with their pieces."""
    made = []
    for example in examples:
        encoding = tokenizer.encode(example.text)
        first = first_pieces(encoding.offsets, [(w.start, w.end) for w in example.words])
        rows = paths(example.features.heads)
        made.append(Tagged(encoding.ids, first, example, rows))
    return made


def cut_pairs(
    examples: Sequence[RelationExample], tokenizer: Tokenizer
) -> list[tuple[Marked, RelationExample]]:
    """Return the relations with the pieces of their marked text."""
    return [(mark_pair(e.text, e.source, e.target, tokenizer), e) for e in examples]


def _padded(rows: Sequence[Sequence[int]], fill: int) -> Tensor:
    width = max(len(row) for row in rows)
    return torch.tensor([[*row, *[fill] * (width - len(row))] for row in rows])


@dataclass(slots=True)
class TaggingBatch:
    """Sentences padded to one length, with what is learned of each word and pair."""

    pieces: Tensor
    mask: Tensor
    first: Tensor
    tags: Tensor
    deps: Tensor
    heads: Tensor
    table: Tensor
    types: Tensor
    modes: Tensor
    statuses: Tensor
    concerns: Tensor
    rows: Tensor  # acts: (number in the batch, anchor)
    roles: Tensor
    paths: Tensor
    sectors: Tensor
    parties: Tensor  # parties: (number in the batch, word)
    homes: Tensor
    ways: Tensor


def tagging_batch(items: Sequence[Tagged]) -> TaggingBatch:
    """Return examples as one batch."""
    f = [i.example.features for i in items]
    width = max(len(i.first) for i in items)
    acts = [(n, anchor) for n, i in enumerate(items) for anchor, _ in i.example.roles]
    roles = [labels for i in items for _, labels in i.example.roles]
    ways = [i.paths[anchor] for i in items for anchor, _ in i.example.roles]
    parties = [(n, at) for n, i in enumerate(items) for at, _ in i.example.homes]

    def wide(rows: list[Sequence[int]], fill: int) -> Tensor:
        return torch.tensor([[*r, *[fill] * (width - len(r))] for r in rows]).reshape(-1, width)

    return TaggingBatch(
        pieces=_padded([i.pieces for i in items], 0),
        mask=_padded([[1] * len(i.pieces) for i in items], 0),
        first=_padded([i.first for i in items], 0),
        tags=_padded([x.tags for x in f], 0),
        deps=_padded([x.deps for x in f], 0),
        heads=_padded([x.heads for x in f], 0),
        table=_padded([x.table for x in f], 0),
        types=_padded([i.example.types for i in items], IGNORED),
        modes=_padded([i.example.modes for i in items], IGNORED),
        statuses=_padded([i.example.statuses for i in items], IGNORED),
        concerns=_padded([i.example.concerns for i in items], IGNORED),
        rows=torch.tensor(acts, dtype=torch.long).reshape(-1, 2),
        roles=wide(roles, IGNORED),
        paths=wide(ways, 0).long(),
        sectors=_padded([i.example.sectors for i in items], IGNORED),
        parties=torch.tensor(parties, dtype=torch.long).reshape(-1, 2),
        homes=wide([labels for i in items for _, labels in i.example.homes], IGNORED),
        ways=wide([i.paths[at] for i in items for at, _ in i.example.homes], 0).long(),
    )


@dataclass(slots=True)
class RelationBatch:
    """Marked pairs padded to one length, with what is learned of each."""

    pieces: Tensor
    mask: Tensor
    marks: Tensor
    types: Tensor
    modes: Tensor
    statuses: Tensor


def relation_batch(items: Sequence[tuple[Marked, RelationExample]]) -> RelationBatch:
    """Return marked pairs as one batch."""
    return RelationBatch(
        pieces=_padded([m.pieces for m, _ in items], 0),
        mask=_padded([[1] * len(m.pieces) for m, _ in items], 0),
        marks=torch.tensor([m.marks for m, _ in items]),
        types=torch.tensor([e.type for _, e in items]),
        modes=torch.tensor([e.mode if e.type else IGNORED for _, e in items]),
        statuses=torch.tensor([e.status if e.type else IGNORED for _, e in items]),
    )


def shuffled(
    items: Sequence[T], size: int, chance: random.Random, length: Callable[[T], int]
) -> Iterator[list[T]]:
    """Yield batches of items of like length, in an order drawn by chance."""
    order = sorted(items, key=lambda item: (length(item) // 6, chance.random()))
    batches = [order[n : n + size] for n in range(0, len(order), size)]
    chance.shuffle(batches)
    yield from batches
