"""The network: one encoder, heads for words, for pairs of an act and a word, and for relations."""

from __future__ import annotations

import torch
from torch import Tensor, nn
from transformers import BertConfig, BertModel

from dragoman.models.learned.features import DEPS, PATHS, TAGS
from dragoman.models.learned.labels import MODES, RELATIONS, ROLES, SECTORS, STATUSES, TYPES

SMALL = 24
HIDDEN = 192
DISTANCES = 16


class Network(nn.Module):
    """MiniLM with heads. One sentence or a padded batch of them.

    Words are read at their first piece, with the state of the word they hang on and what the parse
    and the predicate table say of them.
    """

    def __init__(self, encoder: BertModel, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = encoder
        size = encoder.config.hidden_size
        self.tag = nn.Embedding(len(TAGS), SMALL)
        self.dep = nn.Embedding(len(DEPS), SMALL)
        self.table = nn.Embedding(len(TYPES), SMALL)
        wide = 2 * size + 4 * SMALL
        self.dropout = nn.Dropout(dropout)
        self.word = nn.Sequential(nn.Linear(wide, 2 * HIDDEN), nn.GELU(), nn.Dropout(dropout))
        self.type_of = nn.Linear(2 * HIDDEN, len(TYPES))
        self.mode_of = nn.Linear(2 * HIDDEN, len(MODES))
        self.status_of = nn.Linear(2 * HIDDEN, len(STATUSES))
        self.concern_of = nn.Linear(2 * HIDDEN, len(TYPES))
        self.act = nn.Linear(wide, HIDDEN)
        self.part = nn.Linear(wide, HIDDEN)
        self.path = nn.Embedding(PATHS, HIDDEN)
        self.role_of = nn.Linear(HIDDEN, len(ROLES))
        self.sector_of = nn.Linear(2 * HIDDEN, len(SECTORS))
        self.party = nn.Linear(wide, HIDDEN)
        self.state = nn.Linear(wide, HIDDEN)
        self.way = nn.Embedding(PATHS, HIDDEN)
        self.home_of = nn.Linear(HIDDEN, 2)
        self.pair = nn.Sequential(nn.Linear(4 * size, 2 * HIDDEN), nn.GELU(), nn.Dropout(dropout))
        self.pair_type = nn.Linear(2 * HIDDEN, len(RELATIONS))
        self.pair_mode = nn.Linear(2 * HIDDEN, len(MODES))
        self.pair_status = nn.Linear(2 * HIDDEN, len(STATUSES))

    def states(self, pieces: Tensor, mask: Tensor) -> Tensor:
        """Return the states of the pieces: batch, pieces, size."""
        return self.encoder(input_ids=pieces, attention_mask=mask).last_hidden_state

    def words(
        self,
        states: Tensor,
        first: Tensor,
        tags: Tensor,
        deps: Tensor,
        heads: Tensor,
        table: Tensor,
    ) -> Tensor:
        """Return one wide state a word: batch, words, wide."""
        size = states.shape[-1]
        own = torch.gather(states, 1, first.unsqueeze(-1).expand(-1, -1, size))
        above = torch.gather(own, 1, heads.unsqueeze(-1).expand(-1, -1, size))
        above_table = torch.gather(table, 1, heads)
        small = [self.tag(tags), self.dep(deps), self.table(table), self.table(above_table)]
        return self.dropout(torch.cat([own, above, *small], dim=-1))

    def tagging(self, wide: Tensor) -> tuple[Tensor, ...]:
        """Return scores of type, mode, status, concern and sector for each word."""
        word = self.word(wide)
        return (
            self.type_of(word),
            self.mode_of(word),
            self.status_of(word),
            self.concern_of(word),
            self.sector_of(word),
        )

    def roles(self, acts: Tensor, wide: Tensor, path: Tensor) -> Tensor:
        """Return scores of each word's role to each act.

        `acts` holds wide states: rows, wide; `wide` rows, words, wide; `path` rows, words.
        """
        mixed = self.act(acts).unsqueeze(1) + self.part(wide) + self.path(path)
        return self.role_of(self.dropout(torch.relu(mixed)))

    def homes(self, parties: Tensor, wide: Tensor, path: Tensor) -> Tensor:
        """Return for each party and word whether the word names its state; shapes as for roles."""
        mixed = self.party(parties).unsqueeze(1) + self.state(wide) + self.way(path)
        return self.home_of(self.dropout(torch.relu(mixed)))

    def relation(
        self, states: Tensor, mask: Tensor, marks: Tensor
    ) -> tuple[Tensor, Tensor, Tensor]:
        """Return scores of type, mode, status for pairs marked in the text.

        `marks` holds the pieces that open source and target: batch, 2 (0, the first piece, where
        there is no target).
        """
        size = states.shape[-1]
        picked = torch.gather(states, 1, marks.unsqueeze(-1).expand(-1, -1, size))
        weights = mask.unsqueeze(-1).to(states.dtype)
        mean = (states * weights).sum(1) / weights.sum(1)
        joined = torch.cat([picked[:, 0], picked[:, 1], mean, states[:, 0]], dim=-1)
        return self.related(joined)

    def related(self, joined: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Return scores of type, mode, status from the four joined states of a pair."""
        pair = self.pair(self.dropout(joined))
        return self.pair_type(pair), self.pair_mode(pair), self.pair_status(pair)


def load_encoder(folder: str, layers: int | None = None, inner: int | None = None) -> BertModel:
    """Return MiniLM from the folder of its package, cut to its first layers where asked.

    With `inner` the layers are as wide inside as narrowed ones are, their weights unset: they
    are read from a trained model.
    """
    config = BertConfig.from_pretrained(folder)
    config._attn_implementation = "eager"
    if inner is not None:
        config.intermediate_size, config.num_hidden_layers = inner, layers
        return BertModel(config, add_pooling_layer=False)
    model = BertModel.from_pretrained(folder, config=config, add_pooling_layer=False)
    if layers is not None:
        model.encoder.layer = model.encoder.layer[:layers]
        model.config.num_hidden_layers = layers
    return model
