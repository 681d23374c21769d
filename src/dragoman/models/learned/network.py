"""Run the learned coder: one sentence a call, so that no other sentence can change its answer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from dragoman.errors import MissingModel
from dragoman.models.learned.features import Features, paths_from
from dragoman.models.learned.labels import (
    MODES,
    RELATIONS,
    ROLES,
    SECTORS,
    STATUSES,
    TYPES,
)
from dragoman.models.learned.pieces import first_pieces, mark_pair
from dragoman.record import Span

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Floats: TypeAlias = "NDArray[np.float32]"

__all__ = ["WEIGHTS", "Floats", "Learned", "Related", "Scores"]

WEIGHTS = Path(__file__).parent / "weights"
LONGEST = 160  # pieces of a sentence that are read; some 110 words
_TAGGING = "types modes statuses concerns sectors acts parts parties states".split()
_RELATION = ["pair_types", "pair_modes", "pair_statuses"]


@dataclass(frozen=True, eq=False)
class Scores:
    """What the network says of one sentence; shares between 0 and 1, one row a word.

    `types` and `concerns` have a column for each of TYPES, `modes` for each of MODES, `statuses`
    for each of STATUSES.
    """

    types: Floats
    modes: Floats
    statuses: Floats
    concerns: Floats
    sectors: Floats
    _acts: Floats
    _parts: Floats
    _parties: Floats
    _states: Floats
    _heads: Sequence[int]
    _pairs: dict[str, Floats]

    def mode_share(self, word: int, type_name: str) -> tuple[str | None, float]:
        """Return the likeliest mode of an act of a type at a word, and its share among them."""
        row = self.modes[word]
        allowed = [n for n, (owner, _) in enumerate(MODES) if owner == type_name]
        best = max(allowed, key=lambda n: (float(row[n]), -n))
        return MODES[best][1], float(row[best]) / max(1e-9, float(sum(row[n] for n in allowed)))

    def mode_of(self, word: int, type_name: str) -> str | None:
        """Return the likeliest mode of an act of a type at a word; None for no mode."""
        return self.mode_share(word, type_name)[0]

    def sector_of(self, word: int) -> tuple[str | None, float]:
        """Return the likeliest sector of who is named by a word, and its share."""
        best = int(self.sectors[word].argmax())
        return (SECTORS[best] if best else None), float(self.sectors[word][best])

    def roles(self, act: int) -> Floats:
        """Return the shares of each of ROLES for each word, of the act named at a word."""
        return self._pair("role", self._acts[act], self._parts, act)

    def homes(self, party: int) -> Floats:
        """Return for each word how likely the state it names is that of who is named at a word."""
        shares: Floats = self._pair("home", self._parties[party], self._states, party)[:, 1]
        return shares

    def _pair(self, head: str, one: Floats, others: Floats, word: int) -> Floats:
        import numpy as np

        way = self._pairs[f"{head}_path"][np.asarray(paths_from(word, self._heads))]
        mixed = np.maximum(one + others + way, 0)
        return _shares(mixed @ self._pairs[f"{head}_weight"].T + self._pairs[f"{head}_bias"])


@dataclass(frozen=True, slots=True)
class Related:
    """What links two marked parties: shares of each of RELATIONS, MODES, STATUSES."""

    kinds: dict[str, float]
    modes: Floats
    statuses: Floats

    def mode_of(self, type_name: str) -> str | None:
        """Return the likeliest mode of a type; None for no mode."""
        owned = [n for n, (owner, _) in enumerate(MODES) if owner == type_name]
        return MODES[max(owned, key=lambda n: (float(self.modes[n]), -n))][1]

    @property
    def status(self) -> str:
        """The likeliest status."""
        return STATUSES[int(self.statuses.argmax())]


class Learned:
    """The network and its tokenizer; made once, used for any number of sentences."""

    def __init__(self, folder: Path = WEIGHTS) -> None:
        """Load the files of a folder; raises MissingModel when they are not there or not ours.

        `words` are those that named acts in what it learned from.
        """
        import numpy as np
        import onnxruntime
        from tokenizers import Tokenizer

        _check(folder)
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session: Any = onnxruntime.InferenceSession(
            str(folder / "network.onnx"), options, providers=["CPUExecutionProvider"]
        )
        self.tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self.tokenizer.no_padding()
        self.tokenizer.enable_truncation(LONGEST)
        self.words = frozenset((folder / "words.txt").read_text(encoding="utf-8").split())
        with np.load(folder / "pairs.npz") as small:
            self._pairs = {name: small[name] for name in small.files}

    @classmethod
    def shipped(cls) -> Learned:
        """Return the network that comes with the package, loaded once a process."""
        return _shipped()

    def read(self, text: str, words: Sequence[tuple[int, int]], features: Features) -> Scores:
        """Return what the network says of a sentence; `words` are offsets into its text."""
        encoding = self.tokenizer.encode(text)
        first = first_pieces(encoding.offsets, words)
        out = self._run(
            _TAGGING,
            pieces=encoding.ids,
            first=first,
            tags=features.tags,
            deps=features.deps,
            heads=features.heads,
            table=features.table,
            marks=(0, 0),
        )
        types, modes, statuses, concerns, sectors = (_shares(rows) for rows in out[:5])
        acts, parts, parties, states = out[5:]
        return Scores(
            types=types,
            modes=modes,
            statuses=statuses,
            concerns=concerns,
            sectors=sectors,
            _acts=acts,
            _parts=parts,
            _parties=parties,
            _states=states,
            _heads=features.heads,
            _pairs=self._pairs,
        )

    def relate(self, text: str, source: Span, target: Span | None) -> Related:
        """Return what the source does to the target, by the words of the text."""
        marked = mark_pair(text, source, target, self.tokenizer)
        one = (0,)
        out = self._run(
            _RELATION,
            pieces=marked.pieces,
            first=one,
            tags=one,
            deps=one,
            heads=one,
            table=one,
            marks=marked.marks,
        )
        kinds, modes, statuses = (_shares(rows)[0] for rows in out)
        shares = {name: float(share) for name, share in zip(RELATIONS, kinds, strict=True)}
        return Related(shares, modes, statuses)

    def _run(self, outputs: list[str], **inputs: Sequence[int]) -> list[Floats]:
        import numpy as np

        feed = {name: np.asarray([numbers], dtype=np.int64) for name, numbers in inputs.items()}
        found: list[Floats] = self._session.run(outputs, feed)
        return found


@cache
def _shipped() -> Learned:
    return Learned()


def _shares(scores: Floats) -> Floats:
    """Return scores as shares that sum to one in each row."""
    import numpy as np

    powers = np.exp(scores - scores.max(axis=-1, keepdims=True))
    shares: Floats = powers / powers.sum(axis=-1, keepdims=True)
    return shares


def _check(folder: Path) -> None:
    """Raise MissingModel where files are missing or were made for other labels."""
    for name in ("network.onnx", "pairs.npz", "tokenizer.json", "labels.json", "words.txt"):
        if not (folder / name).is_file():
            raise MissingModel(f"{folder / name}: not there; install dragoman again")
    labels = json.loads((folder / "labels.json").read_text(encoding="utf-8"))
    ours = {
        "types": list(TYPES),
        "modes": [list(mode) for mode in MODES],
        "statuses": list(STATUSES),
        "roles": list(ROLES),
        "sectors": list(SECTORS),
        "relations": list(RELATIONS),
    }
    if labels != ours:
        raise MissingModel(f"{folder}: trained for another codebook; train again or reinstall")
