"""Train the event coder on marked sentences.

python -m training.train --data data/annotated --out build/model

Two tasks share the encoder: words (what is an act, of which type, mode and status, who has which
role in it) and relations (two marked parties). Seeds are fixed; the same machine gives the same
weights.
"""

from __future__ import annotations

import argparse
import json
import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import torch
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.optim import Optimizer
from torch.optim.lr_scheduler import LambdaLR
from torch.optim.swa_utils import AveragedModel, get_ema_multi_avg_fn

from dragoman.models.learned.pieces import Marked
from training.batches import (
    RelationBatch,
    Tagged,
    TaggingBatch,
    cut,
    cut_pairs,
    relation_batch,
    shuffled,
    tagging_batch,
    tokenizer_at,
)
from training.examples import (
    IGNORED,
    RelationExample,
    examples_by,
    read_all,
    relation_examples,
    split_of,
)
from training.measure import measure
from training.narrowing import narrow
from training.network import Network, load_encoder
from training.source import encoder_folder

SMOOTHING = 0.05
DECAY = 0.998  # of the running mean of the weights, a batch


def main() -> None:
    """Train, measure on the dev part after each epoch, write the weights."""
    options = _options()
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    chance = random.Random(options.seed)
    folder = encoder_folder()
    learned, dev = _parts(
        Path(options.data), tokenizer_at(f"{folder}/tokenizer.json"), options.threads
    )
    if options.all:
        learned = Part(learned.words + dev.words, learned.pairs + dev.pairs)
    print(f"{len(learned.words)} sentences, {len(learned.pairs)} pairs to learn from", flush=True)
    encoder = load_encoder(folder, options.layers)
    narrow(encoder, options.inner, _sample(learned.words))
    network = Network(encoder)
    if options.start:
        network.load_state_dict(torch.load(Path(options.start) / "weights.pt"))
    network.encoder.embeddings.requires_grad_(False)
    drawn = len(_drawn(learned.pairs, random.Random(options.seed)))
    steps = options.epochs * (len(learned.words) + drawn) // options.batch
    optimizer, schedule = _optimizer(network, options, steps)
    average = AveragedModel(network, multi_avg_fn=_mean_of_trained(network))
    for epoch in range(options.epochs):
        began = time.perf_counter()
        loss = _epoch(network, average, learned, optimizer, schedule, options, chance)
        average.eval()
        line = {"epoch": epoch + 1, "loss": round(loss, 4)}
        line |= measure(average.module, dev.words, dev.pairs)
        line["seconds"] = round(time.perf_counter() - began)
        print(json.dumps(line), flush=True)
        _save(average.module, options)


def _mean_of_trained(network: Network) -> Callable[[list[Tensor], list[Tensor], Tensor], None]:
    """Return how the running mean is kept: of what is trained; what is frozen stays what it was."""
    trained = [n for n, p in enumerate(network.parameters()) if p.requires_grad]
    mean = get_ema_multi_avg_fn(DECAY)

    def of_trained(averaged: list[Tensor], current: list[Tensor], count: Tensor) -> None:
        mean([averaged[n] for n in trained], [current[n] for n in trained], count)

    return of_trained


def _sample(words: list[Tagged]) -> list[Tensor]:
    """Return the pieces of every twentieth sentence."""
    return [torch.tensor([tagged.pieces]) for tagged in words[::20]]


class Part(NamedTuple):
    """What is learned from, or measured with: sentences by words, and marked pairs."""

    words: list[Tagged]
    pairs: list[tuple[Marked, RelationExample]]


def _parts(data: Path, tokenizer: Tokenizer, processes: int) -> tuple[Part, Part]:
    """Return the train and the dev part of the marked sentences of a folder."""
    marked = read_all(data)
    words = cut(examples_by(processes, marked), tokenizer)
    pairs = cut_pairs(list(relation_examples(marked)), tokenizer)

    def part(name: str) -> Part:
        return Part(
            [w for w in words if split_of(w.example.theme) == name],
            [p for p in pairs if split_of(p[1].theme) == name],
        )

    return part("train"), part("dev")


def _epoch(
    network: Network,
    average: AveragedModel,
    learned: Part,
    optimizer: Optimizer,
    schedule: LambdaLR,
    options: argparse.Namespace,
    chance: random.Random,
) -> float:
    """Learn from everything once; return the mean loss of a batch.

    `average` is what is shipped: the running mean of the weights errs less than where the last
    batches left them.
    """
    network.train()
    total, count = 0.0, 0
    for loss in _losses(network, learned, options, chance):
        optimizer.zero_grad()
        loss.backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        schedule.step()
        average.update_parameters(network)
        total, count = total + loss.item(), count + 1
    return total / count


def _losses(
    network: Network, learned: Part, options: argparse.Namespace, chance: random.Random
) -> Iterator[Tensor]:
    """Yield the loss of each batch of both tasks, in an order drawn by chance."""
    kept = _drawn(learned.pairs, chance)
    words = shuffled(learned.words, options.batch, chance, lambda w: len(w.pieces))
    pairs = shuffled(kept, options.batch, chance, lambda p: len(p[0].pieces))
    batches = [*(("words", b) for b in words), *(("pairs", b) for b in pairs)]
    chance.shuffle(batches)
    for kind, items in batches:
        if kind == "words":
            yield words_loss(network, tagging_batch(items))
        else:
            yield options.pairs * pairs_loss(network, relation_batch(items))


def _save(network: Network, options: argparse.Namespace) -> None:
    """Write weights and options; after each epoch, so that a run cut off is not lost."""
    out = Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    torch.save(network.state_dict(), out / "weights.pt")
    (out / "options.json").write_text(json.dumps(vars(options), indent=1) + "\n")


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default="data/annotated")
    parser.add_argument("--out", default="build/model")
    parser.add_argument("--from", dest="start", help="folder of a trained model to go on from")
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=1e-4)
    parser.add_argument("--head-rate", type=float, default=1e-3)
    parser.add_argument("--pairs", type=float, default=1.0, help="weight of the relation task")
    parser.add_argument("--layers", type=int, default=4, help="of the encoder, of six")
    parser.add_argument("--inner", type=int, default=1152, help="units within a layer, of 1536")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--all", action="store_true", help="learn from the dev part too")
    return parser.parse_args()


def _drawn(
    pairs: list[tuple[Marked, RelationExample]], chance: random.Random
) -> list[tuple[Marked, RelationExample]]:
    """Return one linked pair of each act and some that are not linked, drawn anew each epoch."""
    by_act: dict[tuple[str, int, int], list[tuple[Marked, RelationExample]]] = {}
    for pair in pairs:
        if pair[1].type != 0:
            by_act.setdefault((pair[1].text, pair[1].type, pair[1].mode), []).append(pair)
    linked = [chance.choice(group) for group in by_act.values()]
    others = [p for p in pairs if p[1].type == 0]
    return linked + chance.sample(others, min(len(others), len(linked) // 4))


def _optimizer(
    network: Network, options: argparse.Namespace, steps: int
) -> tuple[Optimizer, LambdaLR]:
    encoder = [p for p in network.encoder.parameters() if p.requires_grad]
    known = {id(p) for p in network.encoder.parameters()}
    heads = [p for p in network.parameters() if id(p) not in known]
    groups = [{"params": encoder, "lr": options.rate}, {"params": heads, "lr": options.head_rate}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01, fused=True)
    warm = max(1, steps // 20)

    def share(step: int) -> float:
        return min(step / warm, max(0.02, (steps - step) / (steps - warm)))

    return optimizer, LambdaLR(optimizer, share)


def _cross(scores: Tensor, labels: Tensor) -> Tensor:
    flat, wanted = scores.reshape(-1, scores.shape[-1]), labels.reshape(-1)
    if not (wanted != IGNORED).any():
        return scores.sum() * 0.0
    return nn.functional.cross_entropy(
        flat, wanted, ignore_index=IGNORED, label_smoothing=SMOOTHING
    )


def words_loss(network: Network, batch: TaggingBatch) -> Tensor:
    """Return the summed loss of all that is learned of words."""
    states = network.states(batch.pieces, batch.mask)
    wide = network.words(states, batch.first, batch.tags, batch.deps, batch.heads, batch.table)
    types, modes, statuses, concerns, sectors = network.tagging(wide)
    # most words name no act: a mean over words would drown the few that do
    loss = 3 * _cross(types, batch.types) + 0.5 * _cross(modes, batch.modes)
    loss = loss + 0.5 * _cross(statuses, batch.statuses) + _cross(concerns, batch.concerns)
    if len(batch.rows):
        acts = wide[batch.rows[:, 0], batch.rows[:, 1]]
        roles = network.roles(acts, wide[batch.rows[:, 0]], batch.paths)
        loss = loss + 3 * _cross(roles, batch.roles)
    if len(batch.parties):
        parties = wide[batch.parties[:, 0], batch.parties[:, 1]]
        homes = network.homes(parties, wide[batch.parties[:, 0]], batch.ways)
        loss = loss + _cross(homes, batch.homes) + 0.5 * _cross(sectors, batch.sectors)
    return loss


def pairs_loss(network: Network, batch: RelationBatch) -> Tensor:
    """Return the loss of the relations."""
    states = network.states(batch.pieces, batch.mask)
    types, modes, statuses = network.relation(states, batch.mask, batch.marks)
    loss = _cross(types, batch.types) + 0.3 * _cross(modes, batch.modes)
    return loss + 0.3 * _cross(statuses, batch.statuses)


__all__ = ["Tagged", "main", "pairs_loss", "words_loss"]

if __name__ == "__main__":
    main()
