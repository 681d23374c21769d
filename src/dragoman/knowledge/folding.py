"""One spelling for many: folding that keeps offsets, and keys for look-ups."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

__all__ = ["fold", "key"]

# Letters that Unicode does not take apart, and marks that stand for a plain one.
_BY_HAND = {
    "ı": "i", "İ": "I", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ø": "o", "Ø": "O", "ħ": "h",
    "Ħ": "H", "ŧ": "t", "Ŧ": "T", "ð": "d", "Ð": "D", "ə": "e", "Ə": "E", "ɨ": "i", "ŀ": "l",
    "’": "'", "‘": "'", "ʼ": "'", "ʻ": "'", "ʿ": "'", "ʾ": "'", "´": "'", "′": "'",
    "“": '"', "”": '"', "„": '"', "«": '"', "»": '"',
    "‐": "-", "‑": "-", "‒": "-", "–": "-", "—": "-", "―": "-", "−": "-",
    "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2007": " ", "\t": " ", "\n": " ", "\r": " ",
}  # fmt: skip
# Latin-1 Supplement to Latin Extended-B, and Latin Extended Additional.
_RANGES = (range(0xA1, 0x250), range(0x1E00, 0x1F00))
_DROPPED = re.compile(r"[.']")
_PARTED = re.compile(r"[-\s]+")


def _table() -> dict[int, str]:
    folded: dict[int, str] = {}
    for code in (code for block in _RANGES for code in block):
        parts = unicodedata.normalize("NFD", chr(code))
        if len(parts) > 1 and all(unicodedata.combining(mark) for mark in parts[1:]):
            folded[code] = parts[0]
    return folded | {ord(letter): plain for letter, plain in _BY_HAND.items()}


_TABLE = _table()


def fold(text: str) -> str:
    """Return the text with plain letters, quotes, dashes and blanks, one character for each.

    Offsets into the result are offsets into the text. Case stays; so do ligatures and "ß", which
    have no single plain letter.
    """
    if text.isascii():
        return text.replace("\n", " ").replace("\t", " ").replace("\r", " ")
    return text.translate(_TABLE)


@lru_cache(maxsize=1 << 16)
def key(text: str) -> str:
    """Return the look-up form of a name: no case, diacritics, dots, apostrophes or hyphens."""
    plain = _DROPPED.sub("", fold(text).casefold())
    return _PARTED.sub(" ", plain).strip().removeprefix("the ")
