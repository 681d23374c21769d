"""Write the digests of the weights into the model card.

python -m training.card
"""

from __future__ import annotations

import hashlib
import re

from dragoman.models.learned.network import WEIGHTS

CARD = WEIGHTS.parent / "CARD.md"
_PART = re.compile(r"(<!-- files: [^>]*-->\n).*?(<!-- end of files -->)", re.DOTALL)


def main() -> None:
    """Rewrite the table of files."""
    lines = ["| file | bytes | sha256 |", "|---|---|---|"]
    for path in sorted(WEIGHTS.iterdir()):
        content = path.read_bytes()
        digest = hashlib.sha256(content).hexdigest()
        lines.append(f"| `{path.name}` | {len(content):,} | `{digest}` |")
    card = CARD.read_text(encoding="utf-8")
    table = "\n".join(lines)
    CARD.write_text(_PART.sub(lambda m: f"{m[1]}\n{table}\n\n{m[2]}", card), encoding="utf-8")
    print(f"{CARD}: {len(lines) - 2} files")


if __name__ == "__main__":
    main()
