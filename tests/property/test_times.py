from __future__ import annotations

import itertools
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.languages.en.times import time_grammar
from dragoman.record import TimeKind
from dragoman.stages.times import when
from dragoman.stages.timex.values import days_of

NO_DEADLINE = settings(deadline=None)  # the first example pays for the tables
DATES = st.dates(date(1900, 1, 1), date(2100, 12, 31))
PUBLISHED = st.none() | st.dates()
NUMBERS = st.integers(0, 10**6).map(str)
WORDS = (
    st.sampled_from(sorted(time_grammar().letters)) | NUMBERS | st.sampled_from(list(".,-/:'\n"))
)
TIME_TALK = st.lists(WORDS, max_size=12).flatmap(
    lambda words: st.sampled_from([" ", "-", ""]).map(lambda blank: blank.join(words))
)
FORMATS = (
    "%Y-%m-%d",
    "{day} %B %Y",
    "%B {day}, %Y",
    "%b. {day}, %Y",
    "{day} %b %Y",
    "%A, %B {day}, %Y",
    "%A {day} %B %Y",
    "the {day}th of %B %Y",
)


@NO_DEADLINE
@given(DATES, st.sampled_from(FORMATS), PUBLISHED)
def test_a_formatted_date_is_found_again_as_itself(
    day: date, pattern: str, published: date | None
) -> None:
    words = day.strftime(pattern.replace("{day}", str(day.day))).replace("May.", "May")
    times = when(f"They met on {words} in Doha.", published)
    assert [(t.value, t.first, t.last) for t in times] == [(day.isoformat(), day, day)]


@NO_DEADLINE
@given(TIME_TALK | st.text(max_size=80), PUBLISHED)
def test_no_text_breaks_the_reading(text: str, published: date | None) -> None:
    times = when(text, published)
    for time in times:
        assert time.value
        assert time.span.cut(text).strip() == time.span.cut(text) != ""
        if time.first and time.last:
            assert time.first <= time.last
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(times))


@NO_DEADLINE
@given(TIME_TALK)
def test_nothing_relative_has_days_without_a_publication_date(text: str) -> None:
    for time in when(text, None):
        if time.value.startswith("XXXX") and time.kind is TimeKind.DATE:
            assert time.first is None
            assert time.last is None


@NO_DEADLINE
@given(TIME_TALK, PUBLISHED)
def test_the_same_words_are_read_the_same_twice(text: str, published: date | None) -> None:
    assert when(text, published) == when(text, published)


@NO_DEADLINE
@given(st.from_regex(r"\d{4}(-(\d\d|W\d\d|Q\d|H\d|SU|WI))?(-(\d\d|WE))?", fullmatch=True))
def test_the_days_of_a_value_are_in_order_or_unknown(value: str) -> None:
    first, last = days_of(value)
    assert (first is None) == (last is None)
    if first and last:
        assert first <= last


FEASTS = (
    "Easter",
    "Orthodox Easter",
    "Ramadan",
    "Eid al-Adha",
    "Passover",
    "Hanukkah",
    "Nowruz",
    "Diwali",
    "Lunar New Year",
    "Labor Day",
    "Election Day",
    "Independence Day",
)


@NO_DEADLINE
@given(
    st.sampled_from(FEASTS),
    st.integers(min_value=1000, max_value=2999),
    st.sampled_from((None, "USA", "ISR", "TUR")),
)
def test_a_feast_lies_in_the_year_that_is_named(name: str, year: int, country: str | None) -> None:
    for time in when(f"{name} {year}", date(2025, 8, 19), country):
        assert time.first is None or time.first <= (time.last or time.first)
        assert time.value.startswith((str(year), "XXXX"))


@NO_DEADLINE
@given(DATES, DATES, st.sampled_from((("from", "to"), ("between", "and"))))
def test_the_ends_of_an_interval_are_the_days_written(
    one: date, other: date, words: tuple[str, str]
) -> None:
    first, last = sorted((one, other))
    written = [f"{day.day} {day.strftime('%B')} {day.year}" for day in (first, last)]
    (time, *_) = when(f"{words[0]} {written[0]} {words[1]} {written[1]}", None)
    assert (time.first, time.last) == (first, last)
