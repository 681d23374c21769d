"""Write a trained network as the files the package runs.

python -m training.export --weights build/model --out src/dragoman/models/learned/weights
"""

from __future__ import annotations

import argparse
import hashlib
import json
from collections import Counter
from pathlib import Path

import numpy as np
import torch
from onnx import TensorProto
from onnxruntime.quantization import QuantType, quantize_dynamic
from onnxruntime.transformers.optimizer import optimize_model
from torch import Tensor, nn

from dragoman.models.learned.labels import MODES, RELATIONS, ROLES, SECTORS, STATUSES, TYPES
from training.examples import read_all, split_of
from training.network import Network, load_encoder
from training.source import encoder_folder
from training.vocabulary import cut_vocabulary

INPUTS = ["pieces", "first", "tags", "deps", "heads", "table", "marks"]
OUTPUTS = [
    "types", "modes", "statuses", "concerns", "sectors", "acts", "parts", "parties", "states",
    "pair_types", "pair_modes", "pair_statuses",
]  # fmt: skip


class _OneSentence(nn.Module):
    """What runs in the package: one sentence, unpadded, everything asked of it at once."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(
        self,
        pieces: Tensor,
        first: Tensor,
        tags: Tensor,
        deps: Tensor,
        heads: Tensor,
        table: Tensor,
        marks: Tensor,
    ) -> tuple[Tensor, ...]:
        net = self.network
        states = net.states(pieces, torch.ones_like(pieces))
        inside = states[0]
        own = inside.index_select(0, first[0])
        above = own.index_select(0, heads[0])
        of_table = net.table(table[0])
        small = [net.tag(tags[0]), net.dep(deps[0]), of_table, of_table.index_select(0, heads[0])]
        wide = torch.cat([own, above, *small], dim=-1)
        tagging = net.tagging(wide)
        picked = inside.index_select(0, marks[0])
        whole = torch.stack([inside.mean(0), inside[0]])
        relation = net.related(torch.cat([picked, whole]).reshape(1, -1))
        pairs = (net.act(wide), net.part(wide), net.party(wide), net.state(wide))
        return (*tagging, *pairs, *relation)


def main() -> None:
    """Export, quantize, write the small weights and the digests."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--weights", default="build/model")
    parser.add_argument("--out", default="src/dragoman/models/learned/weights")
    options = parser.parse_args()
    source, out = Path(options.weights), Path(options.out)
    out.mkdir(parents=True, exist_ok=True)
    trained = json.loads((source / "options.json").read_text())
    folder = encoder_folder()
    network = Network(load_encoder(folder, trained["layers"], trained.get("inner")))
    network.load_state_dict(torch.load(source / "weights.pt"))
    network.eval()
    cut_vocabulary(network, Path(folder, "tokenizer.json"), out / "tokenizer.json")
    whole = source / "network.onnx"
    _export(_OneSentence(network).eval(), whole)
    fused = source / "fused.onnx"
    optimize_model(str(whole), model_type="bert", num_heads=12, hidden_size=384).save_model_to_file(
        str(fused)
    )
    quantize_dynamic(
        fused,
        out / "network.onnx",
        per_channel=True,
        # seven bits: sums cannot overflow on processors without the newest instructions, so all
        # processors count alike
        reduce_range=True,
        weight_type=QuantType.QInt8,
        extra_options={"DefaultTensorType": TensorProto.FLOAT},  # fused nodes tell no type
    )
    _save_pairs(network, out / "pairs.npz")
    _save_words(Path(trained["data"]), out / "words.txt")
    if not (out / "calibration.json").exists():  # until training.calibrate has measured
        (out / "calibration.json").write_text(
            json.dumps({key: [[0, 0], [1, 1]] for key in ("proposed", "added")}) + "\n", "utf-8"
        )
    labels = {"types": TYPES, "modes": MODES, "statuses": STATUSES, "roles": ROLES}
    labels |= {"sectors": SECTORS, "relations": RELATIONS}
    (out / "labels.json").write_text(json.dumps(labels) + "\n", encoding="utf-8")
    for path in sorted(out.iterdir()):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"{path.name}\t{path.stat().st_size}\t{digest}")


def _save_words(data: Path, path: Path) -> None:
    """Write the words that named acts more than once: sentences with one are parsed."""
    marked = [s for s in read_all(data) if split_of(s.theme) != "test"]
    counts = Counter(
        s.text[a.anchor.start : a.anchor.end].lower().split()[0] for s in marked for a in s.acts
    )
    words = sorted(w for w, n in counts.items() if n > 1 and w.isalpha() and len(w) > 2)
    path.write_text("".join(f"{w}\n" for w in words), "utf-8")


def _save_pairs(network: Network, path: Path) -> None:
    """Write the small heads for pairs of words, which run outside the graph."""
    heads = {"role": (network.path, network.role_of), "home": (network.way, network.home_of)}
    arrays = {}
    for name, (way, head) in heads.items():
        arrays[f"{name}_path"] = way.weight.detach().numpy()
        arrays[f"{name}_weight"] = head.weight.detach().numpy()
        arrays[f"{name}_bias"] = head.bias.detach().numpy()
    np.savez(path, **arrays)


def _export(module: nn.Module, path: Path) -> None:
    numbers = torch.ones((1, 7), dtype=torch.long)
    words = torch.zeros((1, 5), dtype=torch.long)
    sample = (numbers, words, words, words, words, words, torch.zeros((1, 2), dtype=torch.long))
    axes = {"pieces": {1: "pieces"}} | {
        name: {1: "words"} for name in ("first", "tags", "deps", "heads", "table")
    }
    torch.onnx.export(
        module,
        sample,
        str(path),
        input_names=INPUTS,
        output_names=OUTPUTS,
        dynamic_axes=axes,
        dynamo=False,
        opset_version=17,
    )


if __name__ == "__main__":
    main()
