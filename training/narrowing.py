"""Layers made narrower: units between the two halves of a layer are left out.

The units kept are those whose output varies most, weighted by what the next map makes of it; that
map is then fitted anew, by least squares, to give what the whole layer gave (Frantar and Alistarh,
"Optimal Brain Compression", 2022, fit remaining weights so). What is lost, the fine-tuning learns.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn
from transformers import BertModel

__all__ = ["narrow"]

_RIDGE = 1e-5


def narrow(encoder: BertModel, inner: int, texts: Sequence[Tensor]) -> None:
    """Keep `inner` units of each layer, in place; `texts` are pieces of text, each 1 x pieces."""
    encoder.eval()
    for layer in encoder.encoder.layer:
        into, out = layer.intermediate.dense, layer.output.dense
        _refit(into, out, _inputs(encoder, out, texts), inner)
    encoder.config.intermediate_size = inner


def _inputs(encoder: BertModel, module: nn.Linear, texts: Sequence[Tensor]) -> Tensor:
    """Return what a map is given over all texts: pieces, units."""
    seen: list[Tensor] = []
    handle = module.register_forward_pre_hook(lambda _, given: seen.append(given[0].flatten(0, 1)))
    with torch.no_grad():
        for pieces in texts:
            encoder(input_ids=pieces, attention_mask=torch.ones_like(pieces))
    handle.remove()
    return torch.cat(seen)


def _refit(into: nn.Linear, out: nn.Linear, given: Tensor, kept: int) -> None:
    with torch.no_grad():
        worth = given.std(0) * out.weight.norm(dim=0)
        chosen = worth.topk(kept).indices.sort().values
        wanted = given @ out.weight.T + out.bias
        left = torch.cat([given[:, chosen], torch.ones(len(given), 1)], dim=1).double()
        square = left.T @ left + _RIDGE * len(left) * torch.eye(kept + 1, dtype=torch.double)
        fitted = torch.linalg.solve(square, left.T @ wanted.double()).float()
        out.weight, out.bias = nn.Parameter(fitted[:-1].T.contiguous()), nn.Parameter(fitted[-1])
        into.weight = nn.Parameter(into.weight[chosen].clone())
        into.bias = nn.Parameter(into.bias[chosen].clone())
    into.out_features = out.in_features = kept
