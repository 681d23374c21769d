from datetime import date

import pytest

from dragoman.languages.en.datelines import read_dateline, read_day
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
