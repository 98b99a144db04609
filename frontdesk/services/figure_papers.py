"""The papers of the figures, one ordered and made: a month as a scorecard, or a day as a report."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

from frontdesk.domain.languages import Language

from .desk_papers import DeskPapers
from .ports import Progress
from .reports import DailyReport, Printed, Scorecard


class FigurePaper(StrEnum):
    """What there is to choose from."""

    MONTH = "month"
    DAY = "day"


@dataclass(frozen=True, slots=True)
class FigureOrder:
    """A paper to be made, of the month around a day or of the day itself. Numbers in it are masked in any case."""

    day: date
    language: Language = Language.TH
    paper: FigurePaper = FigurePaper.MONTH
    full_numbers: bool = False


class FigurePapers:
    """Makes them; each counts anew, so it belongs on a thread that nobody waits for."""

    def __init__(self, papers: DeskPapers) -> None:
        self._papers = papers

    def preview(self, order: FigureOrder, path: Path, by: str, progress: Progress | None = None) -> Printed:
        """Write a paper as PDF, to look at."""
        return self._papers.draw(self._report(order, by), path, progress)

    def note(self, order: FigureOrder, printed: Printed, by: str) -> None:
        """Put on record that a paper left the program."""
        self._papers.note_report(by)

    def _report(self, order: FigureOrder, by: str) -> Scorecard | DailyReport:
        make = self._papers.month if order.paper is FigurePaper.MONTH else self._papers.day
        return make(order.day, order.language, by)
