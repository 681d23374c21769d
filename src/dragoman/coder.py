"""The coder: tables and model loaded once, reports coded one after another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from dragoman.errors import BadInput
from dragoman.knowledge.base import Knowledge
from dragoman.knowledge.check import sound_folder
from dragoman.languages.en.predicates import speech_verbs
from dragoman.languages.en.slips import load_slips
from dragoman.models.learned.network import Learned
from dragoman.models.parser import Parser
from dragoman.pipeline import code_report
from dragoman.readers import make_report
from dragoman.record import Relation, Report, Span
from dragoman.stages.relations import relate

__all__ = ["CODERS", "LEARNED", "Coder", "day"]

LEARNED = "learned"
CODERS = (LEARNED, "tables")


def day(value: date | str | None) -> date | None:
    """Return a day given as a date or as ISO text; raises BadInput for other text."""
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise BadInput(f"{value!r} is not a date: a date is written 2025-08-19") from error


class Coder:
    """Codes reports; one coder serves any number of texts and never changes its answer."""

    def __init__(self, knowledge: str | Path | None = None, *, coder: str = LEARNED) -> None:
        """Load the model and the tables; raises MissingModel or BadTable.

        `knowledge` is a folder with tables of your own, which correct and extend those of who is
        who; raises BadInput for one without such tables. `coder` is `learned`, where the network
        weighs what the tables of predicates propose, or `tables`, where these decide alone.
        """
        if coder not in CODERS:
            raise BadInput(f"{coder!r} is no coder; there are {' and '.join(CODERS)}")
        learned = Learned.shipped() if coder == LEARNED else None
        self._folders = () if knowledge is None else (sound_folder(Path(knowledge)),)
        self._parser = Parser(load_slips(), speech_verbs(), learned)

    def code(
        self,
        text: str,
        *,
        published: date | str | None = None,
        publisher: str | None = None,
        country: str | None = None,
        title: str | None = None,
        url: str | None = None,
    ) -> Report:
        """Return the coded report of a text; offsets refer to the text of the report returned.

        The text is brought to NFC with newlines as line ends. `country` is the publisher's, ISO
        3166-1 alpha-3. Raises BadInput for a day that is no date or a text that is no report.
        """
        report = make_report(
            text,
            published=day(published),
            publisher=publisher,
            country=country,
            title=title,
            url=url,
        )
        return self.code_report(report)

    def code_report(self, report: Report) -> Report:
        """Return a report with all its fields coded."""
        with Knowledge.using(*self._folders):
            return code_report(report, self._parser)

    def relation(
        self, text: str, source: tuple[int, int], target: tuple[int, int] | None = None
    ) -> Relation:
        """Return what one given party does to another by the words of a text, mostly a sentence.

        `source` and `target` are offsets (code points, end exclusive); without a target what the
        source does to whomever. Raises BadInput for offsets outside the text or without words.
        """
        one, other = _given(text, source, "source"), target and _given(text, target, "target")
        return relate(text, one, other, self._parser)

    def code_many(self, reports: Iterable[Report]) -> Iterator[Report]:
        """Yield the coded reports, in the order of the reports, one at a time."""
        return map(self.code_report, reports)


def _given(text: str, offsets: tuple[int, int], name: str) -> Span:
    start, end = offsets
    if not 0 <= start < end <= len(text) or not text[start:end].strip():
        raise BadInput(
            f"{name} {start}-{end}: no words of the text, which has {len(text)} characters"
        )
    return Span(start, end)
