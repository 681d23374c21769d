import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dragoman.errors import BadInput
from dragoman.languages.en.datelines import read_dateline
from dragoman.readers import Given, give, make_report
from dragoman.readers.language import guess_language
from dragoman.readers.markdown import strip_markup
from dragoman.readers.page import page_day
from dragoman.readers.report import normalise, without_title
from dragoman.record import PublishedBasis, Report


@pytest.mark.parametrize(
    ("text", "stored"),
    [
        ("\ufeffa\r\nb\rc", "a\nb\nc"),
        ("a  \nb\t\n\n", "a\nb"),
        ("Tu\u0308rkiye", "Türkiye"),
        ("Aug.\xa019 and 62\u202f000", "Aug. 19 and 62 000"),
        ("Rus\xadsia\u200b and\x00 more", "Russia and more"),
        ("a\u2028b\x0cc", "a\nb\nc"),
        ("broken \ud800 half", "broken \N{REPLACEMENT CHARACTER} half"),
    ],
)
def test_a_text_is_brought_to_one_form(text: str, stored: str) -> None:
    assert normalise(text) == stored


@given(st.text())
def test_bringing_a_text_to_its_form_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode()


@given(st.text(max_size=300))
@settings(deadline=None)
def test_any_text_is_a_report_or_refused(text: str) -> None:
    try:
        report = make_report(text)
    except BadInput:
        return
    assert Report.from_json(report.to_json()) == report


@given(st.text(alphabet="*_`[]()<>#|-> \n\\a1.!~=:^", max_size=80))
def test_any_markdown_is_stripped(text: str) -> None:
    assert len(strip_markup(text)) <= len(text)


@given(st.text(alphabet="AaBÇ1589,.-—/() \nugReutersAP'", max_size=80))
def test_a_dateline_opens_its_text_and_holds_its_parts(text: str) -> None:
    found = read_dateline(text)
    if found:
        parts = [part for part in (found.place, found.date_words, found.agency) if part]
        assert found.span.start == 0
        assert all(found.span.covers(part) for part in parts)


def test_a_report_made_by_hand_has_what_was_given() -> None:
    report = make_report(
        "Fidan met Barrot.", published=date(2025, 8, 19), publisher="Wire", country="TUR", url="u"
    )
    assert (report.publisher, report.publisher_country, report.url) == ("Wire", "TUR", "u")
    assert report.published_basis is PublishedBasis.GIVEN


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("ANKARA, Aug. 19, 2025 (Reuters) - They met.", PublishedBasis.DATELINE),
        ("They met. (Reuters, 19 August 2025)", PublishedBasis.DATELINE),
        ("ANKARA, Tuesday, Aug. 19 (AP) - A truce of 2025 held.", PublishedBasis.INFERRED),
    ],
)
def test_a_report_says_what_its_date_rests_on(text: str, basis: PublishedBasis) -> None:
    report = make_report(text)
    assert (report.published, report.published_basis) == (date(2025, 8, 19), basis)


def test_a_dateline_without_a_year_dates_nothing() -> None:
    report = make_report("ANKARA, Aug 19 (Reuters) - Fidan met Barrot.")
    assert (report.published, report.published_basis) == (None, PublishedBasis.UNKNOWN)


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [
        ("published", "19.8.2025", "--published 19.8.2025: a date is written 2025-08-19"),
        ("published", "20250819", "--published 20250819: a date is written 2025-08-19"),
        ("published", "2025-08-32", "--published 2025-08-32: there is no such day"),
        ("country", "Turkey", "--country Turkey: a country is written as three letters"),
    ],
)
def test_a_wrong_option_is_named_with_what_would_be_right(
    option: str, value: str, message: str
) -> None:
    with pytest.raises(BadInput, match=f"^{message}"):
        give(**{option: value})


def test_blank_options_are_not_given() -> None:
    assert give(publisher=" ", country="", language="") == Given()
    assert give("2025-08-19", country="tur") == Given(published=date(2025, 8, 19), country="TUR")


def test_a_first_line_that_repeats_the_title_goes() -> None:
    assert without_title("Ministers  Talk\nThey met.", None, "Ministers talk") == "They met."
    assert without_title("Ministers talk", "Ministers talk") == "Ministers talk"


@pytest.mark.parametrize(
    ("marked", "words"),
    [
        ("# Talks #\nThey met\nin Paris.", "Talks\nThey met in Paris."),
        ("Talks\n=====\n\nThey met.", "Talks\nThey met."),
        ("***very* strong**", "very strong"),
        ("snake_case_name and _one_", "snake_case_name and one"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("![a map](x.png) [b][1]\n\n[1]: http://x", "a map b"),
        ("[Fidan](https://en.example.org/F_(name)) met", "Fidan met"),
        ("> 1. first\n> 2. second", "first\nsecond"),
        ("a &amp; b &quot;c&quot;", 'a & b "c"'),
        ("a<br>b <!-- c --><https://x.org>", "a\nb https://x.org"),
        ("```\ncode words\n```", "code words"),
        (r"\*not emphasis\*", "*not emphasis*"),
        ("- one\n  goes on\n- two\n\n---\n\nend", "one goes on\ntwo\nend"),
        ("two  \nlines", "two\nlines"),
    ],
)
def test_markup_goes_and_words_stay(marked: str, words: str) -> None:
    assert strip_markup(marked) == words


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("2025-08-19T22:00:00-04:00", date(2025, 8, 19)),
        ("20250819", date(2025, 8, 19)),
        ("2025/08/19", date(2025, 8, 19)),
        ("Tue, 19 Aug 2025 10:00:00 GMT", date(2025, 8, 19)),
        ("August 19, 2025 at 3 p.m.", date(2025, 8, 19)),
        ("08/09/2025", None),
        ("2025-13-01", None),
        ("yesterday", None),
    ],
)
def test_dates_of_pages_are_read_where_they_are_plain(words: str, day: date | None) -> None:
    assert page_day(words) == day


SENTENCES = {
    "en": "The minister said on Tuesday that the talks with his counterpart had been good and that "
    "they would meet again in the capital before the end of the month. He also told reporters "
    "that his country is ready to take part in the work of the group.",
    "fr": "Le ministre a déclaré mardi que les discussions avec son homologue ont été utiles et "
    "qu'ils se verront de nouveau dans la capitale avant la fin du mois. Il a aussi dit que son "
    "pays est prêt à prendre part aux travaux du groupe.",
    "es": "El ministro dijo el martes que las conversaciones con su homólogo fueron buenas y que "
    "se verán de nuevo en la capital antes de que termine el mes. También dijo que su país está "
    "listo para participar en los trabajos del grupo.",
    "it": "Il ministro ha detto martedì che i colloqui con il suo omologo sono stati utili e che "
    "si vedranno di nuovo nella capitale prima della fine del mese. Ha detto anche che il paese "
    "è pronto a prendere parte ai lavori del gruppo.",
    "pt": "O ministro disse na terça-feira que as conversas com o seu homólogo foram boas e que se "
    "vão encontrar de novo na capital antes do fim do mês. Também disse que o seu país está "
    "pronto para participar nos trabalhos do grupo.",
    "tr": "Bakan salı günü yaptığı açıklamada mevkidaşı ile görüşmenin çok iyi geçtiğini ve ay "
    "sonu olmadan başkentte yeniden bir araya geleceklerini söyledi. Bakan, ülkesinin bu grup için "
    "çalışmaya hazır olduğunu ve her iki ülke ile daha iyi ilişki istediğini de ifade etti. "
    "Görüşme sonra devam etti ve taraflar bir bildiri için de anlaştı.",
    "zh": "外交部长星期二说，他同法国外长的会谈很好，双方将在月底以前在首都再次会晤。" * 4,
    "ar": "قال وزير الخارجية يوم الثلاثاء إن المحادثات مع نظيره الفرنسي كانت جيدة وإنهما "
    "سيلتقيان مجددا في العاصمة قبل نهاية الشهر الجاري",
}


@pytest.mark.parametrize("code", SENTENCES)
def test_a_clear_language_is_told(code: str) -> None:
    found = guess_language(SENTENCES[code])
    assert found is not None
    assert found.code == code


@pytest.mark.parametrize("code", SENTENCES)
def test_a_short_text_tells_no_language(code: str) -> None:
    assert guess_language(SENTENCES[code][:50]) is None


def test_an_english_report_with_a_foreign_quotation_stays_english() -> None:
    found = guess_language(f"{SENTENCES['en']} {SENTENCES['en']} {SENTENCES['fr'][:90]}")
    assert found is None or found.code == "en"
    assert make_report(f"{SENTENCES['en']} {SENTENCES['fr']}").language == "en"


def test_a_clear_text_outweighs_what_its_file_says() -> None:
    assert make_report(SENTENCES["en"], language="tr").language == "en"
