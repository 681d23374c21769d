"""The table of stages, and the coder that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial

from dragoman.languages.en.datelines import read_dateline
from dragoman.models.parser import Parser
from dragoman.models.view import Parse
from dragoman.record import Report
from dragoman.stages.actors import find_actors
from dragoman.stages.attribution import find_attributions
from dragoman.stages.coreference import find_home_state, link_mentions
from dragoman.stages.events import find_events
from dragoman.stages.places import find_places
from dragoman.stages.sentences import find_sentences
from dragoman.stages.statements import find_statements
from dragoman.stages.times import find_times
from dragoman.stages.topics import find_topics
from dragoman.stages.triage import worth_parsing

__all__ = ["GIVEN", "STAGES", "Stage", "code_report"]

# What a report brings along before coding.
GIVEN = frozenset(
    "id text title url publisher publisher_country published published_basis language".split()
)


@dataclass(frozen=True, slots=True)
class Stage:
    """One step on one report, with the fields it reads and the fields it writes."""

    run: Callable[[Report, Parse], Report]
    reads: frozenset[str]
    writes: frozenset[str]

    @property
    def name(self) -> str:
        """The name of the step's function."""
        return self.run.__name__


def _stage(run: Callable[[Report, Parse], Report], *, reads: str, writes: str) -> Stage:
    return Stage(run, frozenset(reads.split()), frozenset(writes.split()))


STAGES = (
    _stage(find_sentences, reads="text", writes="sentences"),
    _stage(find_times, reads="text published", writes="times"),
    _stage(find_actors, reads="text published", writes="mentions"),
    _stage(link_mentions, reads="text published mentions", writes="mentions"),
    _stage(find_places, reads="text mentions", writes="places"),
    _stage(find_home_state, reads="text title mentions places", writes="mentions"),
    _stage(find_attributions, reads="text mentions", writes="attributions"),
    _stage(
        find_events, reads="id text mentions times places attributions sentences", writes="events"
    ),
    _stage(find_topics, reads="text published mentions events", writes="events"),
    _stage(find_statements, reads="id text events attributions", writes="statements"),
)


def code_report(report: Report, parser: Parser) -> Report:
    """Return the report with all its fields coded; what was coded before is coded anew."""
    dateline = read_dateline(report.text)
    wanted = (
        partial(worth_parsing, further=parser.learned.words) if parser.learned else worth_parsing
    )
    parse = parser.read(report.text, wanted, dateline.span.end if dateline else None)
    for stage in STAGES:
        report = stage.run(report, parse)
    return report


def code_reports(reports: Iterable[Report], parser: Parser) -> Iterator[Report]:
    """Yield the coded reports in the order of the reports."""
    for report in reports:
        yield code_report(report, parser)
