"""Cut the vocabulary to what English reports are written with."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import torch

from training.network import Network

_MARKS = 4  # of the pieces that no text holds these open and close the two parties of a relation


def cut_vocabulary(network: Network, tokenizer: Path, out: Path) -> None:
    """Drop the pieces of other scripts from a network and write the tokenizer that fits it.

    Pieces keep their order; the mark pieces keep their numbers, as they come first.
    """
    plan: dict[str, Any] = json.loads(tokenizer.read_text(encoding="utf-8"))
    vocabulary: dict[str, int] = plan["model"]["vocab"]
    unused = [f"[unused{n}]" for n in range(_MARKS)]
    kept = [
        (number, piece)
        for piece, number in sorted(vocabulary.items(), key=lambda item: item[1])
        if piece in unused or (piece.isascii() and not piece.startswith("[unused"))
    ]
    renumbered = {piece: new for new, (_, piece) in enumerate(kept)}
    plan["model"]["vocab"] = renumbered
    for token in plan["added_tokens"]:
        token["id"] = renumbered[token["content"]]
    for name, special in plan["post_processor"]["special_tokens"].items():
        special["ids"] = [renumbered[name]]
    plan["truncation"] = plan["padding"] = None
    out.write_text(json.dumps(plan, ensure_ascii=False) + "\n", encoding="utf-8")
    table = network.encoder.embeddings.word_embeddings
    rows = table.weight.detach()[torch.tensor([number for number, _ in kept])]
    smaller = torch.nn.Embedding(len(kept), table.embedding_dim, padding_idx=0)
    smaller.weight.data.copy_(rows)
    network.encoder.embeddings.word_embeddings = smaller
