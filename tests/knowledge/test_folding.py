from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dragoman.knowledge.folding import fold, key


@given(st.text())
def test_folding_keeps_the_length(text: str) -> None:
    assert len(fold(text)) == len(text)


@given(st.text())
def test_folding_twice_is_folding_once(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Türkiye", "Turkiye"),
        ("Jean-Noël", "Jean-Noel"),
        ("Mevlüt Çavuşoğlu", "Mevlut Cavusoglu"),
        ("Kılıçdaroğlu", "Kilicdaroglu"),
        ("İmamoğlu", "Imamoglu"),
        ("Wałęsa", "Walesa"),
        ("Nguyễn Phú Trọng", "Nguyen Phu Trong"),
        ("Đinđić", "Dindic"),
        ("Sana’a", "Sana'a"),
        ("Iran–Iraq", "Iran-Iraq"),
        ("Støre", "Store"),
        ("Großbritannien", "Großbritannien"),
    ],
)
def test_marks_are_taken_off(written: str, plain: str) -> None:
    assert fold(written) == plain


def test_folding_keeps_case() -> None:
    assert fold("US and us") == "US and us"


@pytest.mark.parametrize("written", ["U.S.", "US", "the U.S.", "u.s."])
def test_a_key_drops_dots_case_and_article(written: str) -> None:
    assert key(written) == "us"
