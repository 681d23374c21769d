"""Write languages/en/slips.tsv: one-keystroke slips of function words that are no words.

Usage: python data/tools/build_slips.py WORDLIST > src/dragoman/languages/en/slips.tsv
WORDLIST is any list of English words, one a line; only what is *not* in it is kept.
"""

from __future__ import annotations

import string
import sys
from pathlib import Path

WORDS = (
    "in on at of to by for with from and the that was were has have had will would which after "
    "before between against during its their his her said"
).split()


def slips(word: str) -> set[str]:
    """Return the words one keystroke away: a letter too many, one left out, two swapped."""
    extra = {word[:i] + c + word[i:] for i in range(len(word) + 1) for c in string.ascii_lowercase}
    swapped = {
        word[:i] + word[i + 1] + word[i] + word[i + 2 :] for i in range(1, len(word) - 1)
    } | ({word[1] + word[0] + word[2:]} if len(word) > 2 else set())
    # A letter left out of a short word is nearly always another word.
    shorter = {word[:i] + word[i + 1 :] for i in range(len(word))} if len(word) > 4 else set()
    return (extra | swapped | shorter) - {word}


def main() -> None:
    known = {line.strip().lower() for line in Path(sys.argv[1]).read_text().splitlines()}
    owners: dict[str, list[str]] = {}
    for word in WORDS:
        for slip in slips(word):
            owners.setdefault(slip, []).append(word)
    print("# One-keystroke slips of function words that are no words themselves; made by")
    print("# data/tools/build_slips.py. A slip of two words is left out.")
    print("slip\tword\tcomment")
    for slip, words in sorted(owners.items()):
        if len(words) == 1 and slip not in known and len(slip) > 2:
            print(f"{slip}\t{words[0]}\t")


main()
