"""The visits of a shift as a table: when in, when out, who, to whom, with what."""

from datetime import datetime

from frontdesk.domain.thai_dates import THAI_TIME, DateStyle, format_date, format_time
from frontdesk.services.gate_reports import DailyActivity, VisitLine
from frontdesk.texts import Texts

from .flow import Flow
from .ink import Ink
from .sheet import QUIET, heading, lines
from .table import FAINT, HEAD, PLAIN, STRONG, Cell, Column, Table, fitting

HOST_WIDTH, REACHED_WIDTH, BADGE_WIDTH = 96.0, 76.0, 46.0

STATES = ("inside", "assumed")


def draw_visits(flow: Flow, report: DailyActivity, texts: Texts) -> None:
    """Draw every visit; a line that a page divides says so."""
    visits = report.visits
    heading(flow, texts("gate_papers.activity_visits", count=f"{len(visits):,}"), 60 if visits else QUIET.leading)
    if not visits:
        lines(flow, [texts("printing.nothing")], QUIET)
        return
    table = Table(flow.ink, _columns(flow.ink, report, texts))
    table.begin(flow)
    for line in visits:
        table.row(flow, _cells(line, report.first, texts), ((texts("printing.goes_on"), FAINT),))
    table.end(flow)


def moment_cell(moment: datetime, first: datetime, texts: Texts) -> Cell:
    """Write a time, and the day where it is not that on which the paper begins."""
    same = moment.astimezone(THAI_TIME).date() == first.astimezone(THAI_TIME).date()
    day = "" if same else format_date(moment, texts.language, DateStyle.SHORT)
    return (format_time(moment), PLAIN), (day, PLAIN)


def _columns(ink: Ink, report: DailyActivity, texts: Texts) -> tuple[Column, ...]:
    number, people = texts("printing.column_number"), texts("gate_papers.column_people")
    numbers = (f"{len(report.visits):,}", texts("printing.goes_on"))
    return (
        Column(number, max(fitting(ink, numbers, PLAIN), fitting(ink, (number,), HEAD))),
        Column(texts("gate_papers.column_in"), fitting(ink, ("30 พ.ย.", texts("gate_papers.visit_never")), PLAIN)),
        Column(
            texts("gate_papers.column_out"), fitting(ink, [texts(f"gate_papers.visit_{key}") for key in STATES], STRONG)
        ),
        Column(texts("gate_papers.column_visitor")),
        Column(texts("gate_papers.column_host"), HOST_WIDTH),
        Column(texts("gate_papers.column_reached"), REACHED_WIDTH),
        Column(people, max(fitting(ink, ("999",), PLAIN), fitting(ink, (people,), HEAD)), align=1),
        Column(texts("gate_papers.column_badge"), BADGE_WIDTH),
    )


def _cells(line: VisitLine, first: datetime, texts: Texts) -> tuple[Cell, ...]:
    assumed = texts("gate_papers.visit_reason", reason=line.assumed) if line.assumed else ""
    slot = texts("gate_papers.visit_slot", slot=line.slot) if line.slot else ""
    came = moment_cell(line.came, first, texts) if line.came else ((texts("gate_papers.visit_never"), FAINT),)
    return (
        ((f"{line.number:,}", PLAIN),),
        came,
        _out_cell(line, first, texts),
        ((line.name or texts("printing.nobody"), STRONG if line.name else FAINT), (line.organisation, PLAIN),
         (line.purpose, FAINT), (assumed, FAINT)),
        ((line.host, PLAIN), (line.place, FAINT)),
        ((line.plate, PLAIN), (line.phone, PLAIN)),
        ((f"{line.people:,}" if line.came else "", PLAIN),),
        ((line.badge, PLAIN), (slot, PLAIN)),
    )  # fmt: skip


def _out_cell(line: VisitLine, first: datetime, texts: Texts) -> Cell:
    if line.came is None:
        return ()
    assumed = ((texts("gate_papers.visit_assumed"), FAINT),) if line.assumed else ()
    if line.left is None:
        return assumed or ((texts("gate_papers.visit_inside"), STRONG),)
    return (*moment_cell(line.left, first, texts), *assumed)
