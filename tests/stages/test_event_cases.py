from __future__ import annotations

from pathlib import Path

import pytest

import dragoman
from dragoman.lexicon import Row, read_table
from dragoman.record import Concern, Event, Party, Status

CASES = list(read_table(Path(__file__).parent / "event_cases.tsv", ("text", "published", "events")))


def party(one: Party) -> str:
    return f"{one.country or '?'}.{one.sector or '?'}"


def parties(several: tuple[Party, ...]) -> str:
    return "+".join(party(p) for p in several)


def act(one: Event | Concern) -> str:
    return f"{one.type}.{one.mode}" if one.mode else one.type


def written(event: Event) -> str:
    """Return an event in the notation of the table."""
    status = "" if event.status is Status.ACTUAL else f"!{event.status}"
    text = f"{act(event)}{status} {parties(event.actors)}"
    if event.recipients:
        text += f" > {parties(event.recipients)}"
    if event.mediators:
        text += f" / {parties(event.mediators)}"
    if event.when:
        text += f" @{event.when.value}"
    return text + "".join(f" ~{act(c)}" for c in event.concerns)


@pytest.fixture(scope="module")
def tables() -> dragoman.Coder:
    """The tables alone: these cases say what rows and grammar give, whatever was learned since."""
    return dragoman.Coder(coder="tables")


def judged(case: Row) -> object:
    """Mark a case with a "todo" comment: it must fail, so that a mended one is unmarked."""
    comment = case["comment"]
    marks = [pytest.mark.xfail(strict=True, reason=comment)] if comment.startswith("todo") else []
    return pytest.param(case, id=case["text"][:60], marks=marks)


@pytest.mark.parametrize("case", [judged(case) for case in CASES])
def test_a_sentence_gives_these_events_and_no_others(case: Row, tables: dragoman.Coder) -> None:
    report = tables.code(case["text"], published=case["published"])
    wanted = sorted(e.strip() for e in case["events"].split(";") if e.strip())
    assert sorted(written(e) for e in report.events) == wanted
