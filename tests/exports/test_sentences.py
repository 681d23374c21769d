from datetime import date
from typing import Any

import msgspec
import pytest

from dragoman.exports import describe
from dragoman.exports.phrases import phrases
from dragoman.exports.wording import listed, office_words, party_words
from dragoman.record import Event, Party, Place, Precision, Quantity, Status, When
from tests.exports.records import (
    ANKARA,
    CALL,
    CALL_FOR,
    DENIAL,
    FIDAN,
    FRANCE,
    ISRAEL,
    MINISTRY,
    PEOPLE,
    PLAN,
    REPORT,
    RUBIO,
    SAID_MINISTRY,
    SAID_SOURCES,
    SEPTEMBER,
    TUESDAY,
    concern,
    event,
    span,
)

MODES = {
    "AGREE": (),
    "CONSULT": ("visit", "third-party", "multilateral", "phone"),
    "SUPPORT": (),
    "CONCEDE": (),
    "COOPERATE": (),
    "AID": (),
    "RETREAT": ("withdraw", "release", "disarm", "ceasefire", "access", "resign"),
    "REQUEST": ("assist", "change", "yield", "meet"),
    "ACCUSE": ("disapprove", "investigate", "allege"),
    "REJECT": ("assist", "change", "yield", "meet"),
    "THREATEN": ("restrict", "arrest", "relations", "expel", "territory", "violence"),
    "PROTEST": ("demo", "riot", "strike", "hunger", "boycott", "obstruct", "vandalize"),
    "SANCTION": ("convict", "expel", "withdraw", "discontinue"),
    "MOBILIZE": ("troops", "weapons", "police", "militia"),
    "COERCE": (
        *("seize", "restrict", "censor", "curfew", "martial-law", "arrest", "deport"),
        *("withhold", "misinformation", "cyber"),
    ),
    "ASSAULT": (
        *("abduct", "beat", "torture", "sexual", "targeted", "destroy", "primitive"),
        *("firearms", "explosives", "suicide-attack", "aerial", "drone", "heavy-weapons"),
        *("crowd-control", "unconventional"),
    ),
}
ACTS = [(name, mode) for name, modes in MODES.items() for mode in ("", *modes)]


def test_the_table_tells_every_type_and_mode_and_no_other() -> None:
    assert len(ACTS) == 16 + 67
    assert {key[:2] for key in phrases()} == set(ACTS)
    assert {(name, mode, "") for name, mode in ACTS} <= set(phrases())


@pytest.mark.parametrize("status", Status)
@pytest.mark.parametrize(("type_", "mode"), ACTS)
def test_every_act_is_told_with_its_parties(type_: str, mode: str, status: Status) -> None:
    made = event(type_, mode or None, actors=(FIDAN,), recipients=(FRANCE,), status=status)
    told = describe(REPORT, made)
    assert told.startswith("Date not stated: ")
    assert "Hakan Fidan (TUR GOV)" in told
    assert "France (FRA GOV)" in told
    assert told.endswith(".")
    assert "{" not in told


def told(type_: str, mode: str | None = None, **fields: Any) -> str:
    return describe(REPORT, event(type_, mode, **fields), dated=False)


SENTENCES = (
    (
        CALL,
        (
            "2025-08-19: Hakan Fidan (TUR GOV) and Marco Rubio (USA GOV) spoke by phone in "
            "Ankara (TUR), according to Turkish sources (TUR GOV)."
        ),
    ),
    (PLAN, "Date not stated: Hakan Fidan (TUR GOV) agreed to visit France (FRA GOV) in 2025-09."),
    (
        CALL_FOR,
        "Date not stated: Hakan Fidan (TUR GOV) called on Israel (ISR GOV) to observe a ceasefire.",
    ),
    (
        DENIAL,
        (
            "Date not stated: Turkish Foreign Ministry (TUR GOV) denied that troops (TUR MIL) "
            "attacked people (SYR CVL), with more than 1,200 dead, about “the fighting at Kobani”, "
            "according to an unnamed source, “reportedly”."
        ),
    ),
)


@pytest.mark.parametrize(("made", "sentence"), SENTENCES)
def test_an_event_is_told_in_a_sentence(made: Event, sentence: str) -> None:
    assert describe(REPORT, made) == sentence


def test_date_and_source_can_be_left_out() -> None:
    assert describe(REPORT, CALL, dated=False, sourced=False) == (
        "Hakan Fidan (TUR GOV) and Marco Rubio (USA GOV) spoke by phone in Ankara (TUR)."
    )


@pytest.mark.parametrize(
    ("status", "when", "sentence"),
    [
        (Status.ACTUAL, None, "Hakan Fidan (TUR GOV) visited France (FRA GOV)."),
        (Status.PLANNED, SEPTEMBER, "Hakan Fidan (TUR GOV) planned to visit France (FRA GOV)."),
        (Status.POSSIBLE, SEPTEMBER, "Hakan Fidan (TUR GOV) may visit France (FRA GOV)."),
        (
            Status.POSSIBLE,
            TUESDAY,
            "It is possible, not certain, that Hakan Fidan (TUR GOV) visited France (FRA GOV).",
        ),
        (Status.NEGATED, None, "Hakan Fidan (TUR GOV) did not visit France (FRA GOV)."),
    ],
)
def test_what_was_not_done_is_told_as_such(
    status: Status, when: When | None, sentence: str
) -> None:
    made = event(
        "CONSULT", "visit", actors=(FIDAN,), recipients=(FRANCE,), status=status, when=when
    )
    assert describe(REPORT, made, dated=False) == sentence


STRIKE = concern("ASSAULT", "aerial", actors=(ISRAEL,), recipients=(PEOPLE,))
TALKS = concern("CONSULT", actors=(FIDAN, RUBIO))
TRUCE = concern("RETREAT", "ceasefire")

SPEECH = (
    ("AGREE", (FIDAN,), (), TALKS, "planned to hold talks with Marco Rubio (USA GOV)"),
    ("AGREE", (FIDAN,), (), TRUCE, "planned to observe a ceasefire"),
    (
        "AGREE",
        (FIDAN,),
        (),
        STRIKE,
        "announced that Israel (ISR GOV) would attack people (SYR CVL) from the air",
    ),
    ("REQUEST", (FIDAN,), (), TRUCE, "called for a ceasefire"),
    (
        "REQUEST",
        (FIDAN,),
        (RUBIO,),
        TALKS,
        "called on Marco Rubio (USA GOV) to hold talks with Hakan Fidan",
    ),
    (
        "REQUEST",
        (FIDAN,),
        (),
        STRIKE,
        "called on Israel (ISR GOV) to attack people (SYR CVL) from the air",
    ),
    (
        "REQUEST",
        (FIDAN,),
        (RUBIO,),
        STRIKE,
        (
            "asked Marco Rubio (USA GOV) for an attack on people (SYR CVL) from the air "
            "by Israel (ISR GOV)"
        ),
    ),
    ("REJECT", (FIDAN,), (RUBIO,), TALKS, "rejected talks with Marco Rubio (USA GOV)"),
    (
        "REJECT",
        (FIDAN,),
        (),
        STRIKE,
        "rejected an attack on people (SYR CVL) from the air by Israel (ISR GOV)",
    ),
    ("THREATEN", (ISRAEL,), (), STRIKE, "threatened to attack people (SYR CVL) from the air"),
    (
        "ACCUSE",
        (FIDAN,),
        (ISRAEL,),
        STRIKE,
        "accused Israel (ISR GOV) of an attack on people (SYR CVL) from the air",
    ),
    ("ACCUSE", (FIDAN,), (), TRUCE, "spoke of a ceasefire"),
    ("CONCEDE", (FIDAN,), (), TRUCE, "undertook to observe a ceasefire"),
)


@pytest.mark.parametrize(("type_", "actors", "recipients", "inner", "words"), SPEECH)
def test_a_speech_act_is_told_with_its_content(
    type_: str, actors: Any, recipients: Any, inner: Any, words: str
) -> None:
    said = told(type_, actors=actors, recipients=recipients, concerns=(inner,))
    name = actors[0].name
    assert said.replace("Israel (ISR GOV) threatened", "Israel threatened") in (
        f"{name} (TUR GOV) {words}.",
        f"{name} {words}.",
    )


@pytest.mark.parametrize(
    ("rule", "type_", "mode", "fields", "words"),
    [
        ("sign =@agreement (v)", "SUPPORT", None, {}, "concluded an agreement."),
        ("praise (v)", "SUPPORT", None, {"recipients": (FRANCE,)}, "praised France (FRA GOV)."),
        ("uphold (v)", "SUPPORT", None, {}, "gave diplomatic support."),
        (
            "promise ~to (v)",
            "AGREE",
            None,
            {"concerns": (TRUCE,)},
            "promised to observe a ceasefire.",
        ),
        (
            "travel +to (v)",
            "AGREE",
            None,
            {"concerns": (TRUCE,)},
            "planned to observe a ceasefire.",
        ),
        (
            "refuse ~to (v)",
            "REJECT",
            None,
            {"concerns": (TRUCE,)},
            "refused to observe a ceasefire.",
        ),
        ("reject (v)", "REJECT", None, {"concerns": (TRUCE,)}, "rejected a ceasefire."),
        ("call +for (v)", "REQUEST", None, {}, "called for action."),
        (
            "call +for (v)",
            "REQUEST",
            None,
            {"concerns": (TRUCE, concern("CONSULT"))},
            "called for a ceasefire and for talks.",
        ),
        (
            "call +for (v)",
            "REQUEST",
            "meet",
            {"concerns": (concern("CONSULT", actors=(FIDAN,)),)},
            "called for talks.",
        ),
        ("release (v)", "RETREAT", "release", {}, "released people."),
        (
            "release (v)",
            "RETREAT",
            "release",
            {"recipients": (PEOPLE,)},
            "released people (SYR CVL).",
        ),
        (
            "release (v)",
            "RETREAT",
            "release",
            {"recipients": (FRANCE,)},
            "released people of France (FRA GOV).",
        ),
        ("kill (v)", "ASSAULT", None, {"recipients": (PEOPLE,)}, "killed people (SYR CVL)."),
    ],
)
def test_the_predicate_of_the_rule_chooses_the_words(
    rule: str, type_: str, mode: str | None, fields: Any, words: str
) -> None:
    said = told(type_, mode, actors=(FIDAN,), rule=f"en/predicates.tsv: {rule}", **fields)
    assert said == f"Hakan Fidan (TUR GOV) {words}"


def test_a_place_that_is_a_party_is_told_once() -> None:
    paris = Place(span=FRANCE.span, name="Paris", precision=Precision.CITY, country="FRA")
    said = told("CONSULT", "visit", actors=(FIDAN,), recipients=(FRANCE,), where=paris)
    assert said == "Hakan Fidan (TUR GOV) visited France (FRA GOV)."


@pytest.mark.parametrize(
    ("party", "words"),
    [
        (
            msgspec.structs.replace(FIDAN, name=None, span=span("Turkish")),
            "the Turkish side (TUR GOV)",
        ),
        (msgspec.structs.replace(MINISTRY, name=None), "the ministry (TUR GOV)"),
        (FIDAN, "Hakan Fidan (TUR GOV)"),
    ],
)
def test_a_party_is_named_as_within_a_sentence(party: Party, words: str) -> None:
    assert party_words(REPORT, party) == words


def test_an_office_stands_behind_the_name() -> None:
    minister = msgspec.structs.replace(FIDAN, office="Minister of Foreign Affairs")
    assert office_words(REPORT, minister) == "Hakan Fidan, Minister of Foreign Affairs (TUR GOV)"


def test_disapproval_is_told_as_criticism() -> None:
    said = told("ACCUSE", "disapprove", actors=(FIDAN,), concerns=(STRIKE,))
    assert said == (
        "Hakan Fidan (TUR GOV) criticised Israel (ISR GOV) for an attack on people (SYR CVL) "
        "from the air."
    )


def test_a_denied_promise_keeps_its_content() -> None:
    made = msgspec.structs.replace(PLAN, status=Status.NEGATED)
    assert describe(REPORT, made, dated=False) == (
        "Hakan Fidan (TUR GOV) did not agree to visit France (FRA GOV) in 2025-09."
    )


def test_an_act_without_actor_has_an_unnamed_one() -> None:
    dead = Quantity(value=4, bound="exactly", span=span("1,200"))
    said = told("ASSAULT", recipients=(PEOPLE,), dead=dead, mediators=(RUBIO,), where=ANKARA)
    assert said == (
        "An unnamed actor attacked people (SYR CVL) in Ankara (TUR), with Marco Rubio (USA GOV) "
        "as a mediator, with 4 dead."
    )


def test_sources_are_told_beside_or_within_each_other() -> None:
    beside = (SAID_SOURCES, SAID_MINISTRY)
    assert told("AID", actors=(FIDAN,), said_by=beside).endswith(
        "according to Turkish sources (TUR GOV) and Turkish Foreign Ministry (TUR GOV)."
    )
    outer, inner = REPORT.attributions[:2]
    within = msgspec.structs.replace(
        REPORT, attributions=(outer, msgspec.structs.replace(inner, parent=0))
    )
    assert describe(within, event("AID", actors=(FIDAN,), said_by=beside)).endswith(
        "according to Turkish sources (TUR GOV), who cited Turkish Foreign Ministry (TUR GOV)."
    )


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        (date(2022, 2, 1), date(2022, 2, 28), "2022-02"),
        (date(2022, 1, 1), date(2022, 12, 31), "2022"),
        (date(2022, 2, 1), date(2022, 2, 3), "2022-02-01 to 2022-02-03"),
        (date(2023, 10, 1), None, "since 2023-10-01"),
        (None, date(2023, 10, 1), "until 2023-10-01"),
        (None, None, "“Tuesday”"),
    ],
)
def test_dates_are_told_as_exactly_as_they_are_known(
    first: date | None, last: date | None, words: str
) -> None:
    when = msgspec.structs.replace(TUESDAY, first=first, last=last)
    said = describe(REPORT, event("AID", actors=(FIDAN,), when=when))
    assert said == f"{words}: Hakan Fidan (TUR GOV) gave aid."


def test_lists_read_as_english() -> None:
    assert [listed(names) for names in ([], ["a"], ["a", "b"], ["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_an_act_the_table_does_not_know_is_told_by_its_type() -> None:
    assert told("AID", "loans", actors=(FIDAN,)) == "Hakan Fidan (TUR GOV) gave aid."
    assert told("WHISTLE", actors=(FIDAN,)) == "Hakan Fidan (TUR GOV) WHISTLE."
