"""What Dragoman raises on purpose.

DragomanError
├── BadInput        a file, line or field the user gave is not what it should be
├── BadTable        a table of the package or of the user breaks its own rules
├── BadStore        a store cannot be opened or was made by a newer version
└── MissingModel    a model is not installed, or is not the one this version was checked with
"""

from __future__ import annotations

__all__ = ["BadInput", "BadStore", "BadTable", "DragomanError", "MissingModel"]


class DragomanError(Exception):
    """The base of all errors that name a fault of input or set-up, not of the program."""


class BadInput(DragomanError):
    """Something the user gave cannot be used; the message names it and what would be right."""


class BadTable(DragomanError):
    """A table line breaks the rules of its table; the message names file and line."""


class BadStore(DragomanError):
    """A store cannot be used: not a store, in use, or of a newer version."""


class MissingModel(DragomanError):
    """A model is absent or is not the one this version was checked with."""
