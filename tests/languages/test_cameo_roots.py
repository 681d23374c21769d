from __future__ import annotations

import pytest

from dragoman.languages.en.cameo_roots import load_root_rules


def code(type_name: str, mode: str | None, words: str) -> str | None:
    rules = load_root_rules()
    return next((r.code for r in rules if r.fits(type_name, mode, words.split())), None)


@pytest.mark.parametrize(
    ("type_name", "mode", "words", "wanted"),
    [
        ("AGREE", None, "reached a trade agreement", "057"),
        ("AGREE", None, "will reach an agreement", None),
        ("AGREE", None, "agreed ~to sign a treaty", None),
        ("SANCTION", "convict", "convicted two men", "116"),
        ("SANCTION", "expel", "expelled two men", None),
        ("CONCEDE promised", None, "declared a ceasefire", "0871"),
        ("RETREAT", "withdraw", "withdrew its peacekeepers", "166"),
        ("RETREAT", "withdraw", "withdrew its tanks", None),
        ("COERCE", "restrict", "imposed a blockade", "191"),
        ("COERCE", "martial-law", "declared a state of siege", None),
        ("COERCE", "seize", "captured the town", "192"),
        ("COERCE", "seize", "seized the assets", None),
    ],
)
def test_code_by_words(type_name: str, mode: str | None, words: str, wanted: str | None) -> None:
    assert code(type_name, mode, words) == wanted
