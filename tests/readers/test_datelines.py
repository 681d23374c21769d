from datetime import date

import pytest

from dragoman.languages.en.datelines import (
    infer_day,
    read_dateline,
    read_day,
    read_signature,
)
from dragoman.record import Span

DATELINES = (
    ("ANKARA, Aug 19 (Reuters) - ", "ANKARA", "Aug 19", "Reuters", None),
    ("ANKARA, Turkey (AP) — ", "ANKARA, Turkey", None, "AP", None),
    ("WASHINGTON, Aug. 19, 2025 — ", "WASHINGTON", "Aug. 19, 2025", None, date(2025, 8, 19)),
    ("(Reuters, 19 August 2025) ", None, "19 August 2025", "Reuters", date(2025, 8, 19)),
    ("KYIV, 24 February 2022\n", "KYIV", "24 February 2022", None, date(2022, 2, 24)),
    ("BEIJING, Aug. 19 (Xinhua) -- ", "BEIJING", "Aug. 19", "Xinhua", None),
    ("MOSCOW, August 19. /TASS/. ", "MOSCOW", "August 19", "TASS", None),
    ("ISTANBUL (AA) - 19 August 2025 - ", "ISTANBUL", "19 August 2025", "AA", date(2025, 8, 19)),
    ("Ankara, 19 August 2025 – ", "Ankara", "19 August 2025", None, date(2025, 8, 19)),
    ("Kabul, Afghanistan (CNN) — ", "Kabul, Afghanistan", None, "CNN", None),
    ("GENEVA/KYIV, May 5, 2024 (AFP) - ", "GENEVA/KYIV", "May 5, 2024", "AFP", date(2024, 5, 5)),
    ("N'DJAMENA, 5 May 2001 - ", "N'DJAMENA", "5 May 2001", None, date(2001, 5, 5)),
    ("RIO DE JANEIRO (Reuters) - ", "RIO DE JANEIRO", None, "Reuters", None),
    ("İSTANBUL, Feb 31, 2024 (AA) - ", "İSTANBUL", "Feb 31, 2024", "AA", None),
    ("THE HAGUE, Netherlands — ", "THE HAGUE, Netherlands", None, None, None),
    (
        "TEL AVIV, Israel, Tuesday, Aug. 19, 2025 (AP) — ",
        "TEL AVIV, Israel",
        "Tuesday, Aug. 19, 2025",
        "AP",
        date(2025, 8, 19),
    ),
    ("Aug 19 (Reuters) - ", None, "Aug 19", "Reuters", None),
    ("UNITED NATIONS, 2025-08-19 (AP) - ", "UNITED NATIONS", "2025-08-19", "AP", date(2025, 8, 19)),
)


@pytest.mark.parametrize(("words", "place", "day", "agency", "resolved"), DATELINES)
def test_a_dateline_is_read(
    words: str, place: str | None, day: str | None, agency: str | None, resolved: date | None
) -> None:
    text = f"{words}The minister spoke on 1 May 2020."
    found = read_dateline(text)
    assert found is not None

    def cut(span: Span | None) -> str | None:
        return span.cut(text) if span else None

    assert cut(found.span) == words
    assert (cut(found.place), cut(found.date_words), cut(found.agency)) == (place, day, agency)
    assert found.date == resolved


@pytest.mark.parametrize(
    "text",
    [
        "Foreign Minister Hakan Fidan held talks on 19 August 2025 - in Ankara.",
        "In Ankara, Aug 19 was a quiet day.",
        "On May 5, 2021, Turkey - and others - met.",
        "BREAKING - The minister has resigned.",
        "NATO — the alliance — met.",
        "Trump - who met Putin - left.",
        "They met.\nANKARA, Aug. 19, 2025 (Reuters) - Talks",
        "",
    ],
)
def test_what_is_no_dateline_is_left(text: str) -> None:
    assert read_dateline(text) is None


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Aug. 19, 2025", date(2025, 8, 19)),
        ("19th August 2025, 10:00", date(2025, 8, 19)),
        ("Aug. 19", None),
        ("31 April 2025", None),
        ("19 August 20251", None),
    ],
)
def test_a_whole_date_is_read(words: str, day: date | None) -> None:
    assert read_day(words) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The envoys met. (Reuters, 19 August 2025)", date(2025, 8, 19)),
        ("The envoys met.\n(AFP, Aug. 19, 2025)\n", date(2025, 8, 19)),
        ("The envoys met (AFP, Aug. 19, 2025) and left.", None),
        ("The envoys met. (Reuters, 19 August)", None),
        ("The envoys met. (Ankara, 19 August 2025)", None),
    ],
)
def test_an_agency_and_a_day_at_the_end_date_a_report(text: str, day: date | None) -> None:
    assert read_signature(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        # the year stands beside the same day in the text
        ("ANKARA, Aug 19 (Reuters) - They met on 19 August 2025.", date(2025, 8, 19)),
        # 19 August is a Tuesday in 2025, not in 2026
        (
            "ANKARA, Tuesday, Aug. 19 (Reuters) - The talks begun in 2025 went on.",
            date(2025, 8, 19),
        ),
        ("ANKARA, Aug 19 (AP) - On Tuesday, Aug. 19, they met, as in 2024.", date(2025, 8, 19)),
        # a weekday that fits neither the latest year nor the next
        ("ANKARA, Aug 19 (AP) - On Tuesday, Aug. 19, they met, as in 2022.", None),
        # two years for the same day
        ("ANKARA, Aug 19 (AP) - On 19 August 2024 and 19 August 2025 they met.", None),
        ("ANKARA, Aug 19 (AP) - They met on Tuesday as they did in 2025.", None),
        ("They met today, 19 August 2025, in Ankara.", date(2025, 8, 19)),
        ("They met today (Aug. 19, 2025).", date(2025, 8, 19)),
        ("They met on 19 August 2025 in Ankara.", None),
        ("They met on Tuesday, Aug. 19, and signed the treaty of 2025.", None),
    ],
)
def test_a_day_of_publication_is_inferred_only_where_the_words_settle_it(
    text: str, day: date | None
) -> None:
    assert infer_day(text) == day
