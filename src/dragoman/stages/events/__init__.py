"""Code the events of a report."""

from __future__ import annotations

import msgspec

from dragoman.languages.en.predicates import load_predicates
from dragoman.models.view import Parse
from dragoman.ontology import load_ontology
from dragoman.record import Report
from dragoman.stages.events.answers import address_answers
from dragoman.stages.events.assemble import assemble
from dragoman.stages.events.desk import Desk
from dragoman.stages.events.domestic import with_own_people
from dragoman.stages.events.drafting import draft_sentence
from dragoman.stages.events.homes import states_named
from dragoman.stages.events.judgements import answer_for
from dragoman.stages.events.parties import Cast
from dragoman.stages.events.same import merge_in_sentence, merge_report
from dragoman.stages.events.telling import is_told

__all__ = ["find_events"]


def find_events(report: Report, parse: Parse) -> Report:
    """Return the report with its events: who did what to whom, when, where, who says so."""
    desk = Desk(
        report=report,
        cast=Cast.of(report),
        predicates=load_predicates(),
        ontology=load_ontology(),
        cues=frozenset(
            offset for a in report.attributions for offset in range(a.cue.start, a.cue.end)
        ),
        learned=parse.learned,
        states=states_named(report) if parse.learned else {},
    )
    drafts = [
        draft
        for sentence in parse.sentences
        if sentence.parsed
        for draft in merge_in_sentence(draft_sentence(sentence, desk))
    ]
    merged = address_answers(answer_for(merge_report(drafts), report.text))
    at_home = with_own_people(merged, report.text)
    told = [draft for draft in at_home if is_told(draft)]
    return msgspec.structs.replace(report, events=assemble(told, desk))
