"""The log of contacts as a paper: a line for each contact, then totals, meanings and signatures."""

from collections.abc import Callable
from functools import partial

from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.thai_dates import format_date, format_time
from frontdesk.services.reports import WEAK_BELOW, ContactLine, ContactLogReport
from frontdesk.texts import Texts

from .closing import draw_definitions, draw_figures, draw_signatures, draw_totals
from .flow import Flow
from .ink import Ink
from .letterhead import as_of, draw_head, draw_running
from .table import FAINT, HEAD, PLAIN, STRONG, Cell, Column, Table, fitting
from .words import channel_word, correction_words, outcome_word, range_words

CALLER_WIDTH, STAFF_WIDTH = 92.0, 58.0
TELL_EVERY = 100


class ContactLogPaper:
    """One such paper in the making."""

    def __init__(self, report: ContactLogReport, ink: Ink, texts: Texts) -> None:
        self._report, self._ink, self._texts = report, ink, texts
        self._title = texts("printing.contact_log")
        self._range = range_words(report.first, report.last, texts)
        self._first_number = self._last_number = 0
        self._table = Table(ink, self._columns())
        self._flow = Flow(ink, self._running, self._foot)

    def draw(self, tell: Callable[[int], None]) -> int:
        """Draw everything; return the number of pages. ``tell`` hears now and then how many lines are done."""
        report, flow, texts = self._report, self._flow, self._texts
        flow.y = draw_head(self._ink, report.paper, texts, self._title, self._about(), flow.y)
        draw_figures(flow, report.figures, texts)
        self._table.begin(flow)
        self._draw_lines(tell)
        self._table.end(flow)
        flow.take(14)
        draw_totals(flow, report.totals, texts)
        draw_definitions(flow, report.figures, 0 < report.totals.contacts < WEAK_BELOW, texts)
        draw_signatures(flow, report.makers, texts)
        return flow.finish(lambda page, pages: texts("printing.page_of", page=page, pages=pages))

    def _draw_lines(self, tell: Callable[[int], None]) -> None:
        done = 0
        for done, line in enumerate(self._report.lines, start=1):
            again = ((f"{line.number:,}", PLAIN), (self._texts("printing.goes_on"), FAINT))
            self._table.row(self._flow, self._cells(line), again, partial(self._count, line.number))
            if done % TELL_EVERY == 0:
                tell(done)
        if not done:
            self._table.row(self._flow, ((), (), (), (), ((self._texts("printing.no_contacts"), FAINT),), (), ()))
        tell(done)

    def _count(self, number: int) -> None:
        self._first_number = self._first_number or number
        self._last_number = number

    def _columns(self) -> tuple[Column, ...]:
        texts, ink, report = self._texts, self._ink, self._report
        numbers = (f"{report.totals.contacts:,}", texts("printing.goes_on"))
        channels = [channel_word(one, texts) for one in Channel]
        outcomes = [outcome_word(one, texts) for one in Outcome]
        heads = {name: texts(f"printing.column_{name}") for name in
                 ("number", "when", "channel", "caller", "matter", "outcome", "staff")}  # fmt: skip
        widest_day = texts("printing.widest_day")
        return (
            Column(heads["number"], max(fitting(ink, numbers, PLAIN), fitting(ink, (heads["number"],), HEAD))),
            Column(heads["when"], fitting(ink, (widest_day,), PLAIN)),
            Column(heads["channel"], max(fitting(ink, channels, PLAIN), fitting(ink, (heads["channel"],), HEAD))),
            Column(heads["caller"], CALLER_WIDTH),
            Column(heads["matter"]),
            Column(heads["outcome"], max(fitting(ink, outcomes, PLAIN), fitting(ink, (heads["outcome"],), HEAD))),
            Column(heads["staff"], STAFF_WIDTH),
        )

    def _cells(self, line: ContactLine) -> tuple[Cell, ...]:
        texts = self._texts
        nobody = "" if line.phone else texts("printing.nobody")
        corrections = tuple((correction_words(one, texts), FAINT) for one in line.corrections)
        return (
            ((f"{line.number:,}", PLAIN),),
            ((format_date(line.at, texts.language), PLAIN), (format_time(line.at), PLAIN)),
            ((channel_word(line.channel, texts), PLAIN),),
            ((line.caller or nobody, PLAIN if line.caller else FAINT), (line.phone, PLAIN)),
            ((line.topic, STRONG), (line.note, PLAIN), (line.asked, FAINT), *corrections),
            ((outcome_word(line.outcome, texts), PLAIN),),
            ((line.staff, PLAIN),),
        )

    def _about(self) -> tuple[str, ...]:
        texts, report = self._texts, self._report
        filters = " · ".join(report.filters) or texts("printing.no_filter")
        return (f"{self._range} · {filters}", as_of(report.paper, texts))

    def _running(self, top: float) -> float:
        words = " · ".join(filter(None, (self._title, self._report.paper.letterhead.organisation, self._range)))
        return draw_running(self._ink, self._report.paper, self._texts, words, top)

    def _foot(self) -> str:
        head, numbers = self._report.paper.chain_head, ""
        if self._first_number:
            span = {"first": f"{self._first_number:06}", "last": f"{self._last_number:06}"}
            numbers = self._texts("printing.numbers", **span)
        self._first_number = 0
        check = self._texts("printing.chain_head", head=head) if head else ""
        return " · ".join(filter(None, (numbers, check)))
