"""Open promises as a paper, what is due first on top."""

from collections.abc import Sequence

from frontdesk.domain.contacts import Channel
from frontdesk.domain.thai_dates import format_date, format_time
from frontdesk.services.reports import PromiseLine, PromiseList
from frontdesk.texts import Texts

from .flow import Flow
from .ink import Ink
from .letterhead import as_of
from .sheet import begin, end
from .table import FAINT, HEAD, PLAIN, STRONG, Cell, Column, Table, fitting
from .words import channel_word

CALLER_WIDTH, STAFF_WIDTH = 110.0, 58.0


def draw_promise_list(report: PromiseList, ink: Ink, texts: Texts) -> int:
    """Draw the list; return the number of pages."""
    overdue = sum(line.overdue for line in report.lines)
    about = texts("printing.promises_open", count=f"{len(report.lines):,}", overdue=f"{overdue:,}")
    flow = begin(ink, report.paper, texts, texts("printing.promise_list"), (about, as_of(report.paper, texts)))
    draw_promises(flow, report.lines, texts)
    return end(flow, texts)


def draw_promises(flow: Flow, lines: Sequence[PromiseLine], texts: Texts) -> None:
    """Draw a table of promises."""
    table = Table(flow.ink, _columns(flow.ink, len(lines), texts))
    table.begin(flow)
    for line in lines:
        table.row(flow, _cells(line, texts), ((texts("printing.goes_on"), FAINT),))
    if not lines:
        table.row(flow, ((), (), (), (), ((texts("printing.no_promises"), FAINT),), ()))
    table.end(flow)


def _columns(ink: Ink, count: int, texts: Texts) -> tuple[Column, ...]:
    heads = {
        name: texts(f"printing.column_{name}") for name in ("number", "due", "channel", "caller", "promise", "staff")
    }
    channels = [channel_word(one, texts) for one in Channel]
    overdue = texts("printing.overdue")
    return (
        Column(heads["number"], max(fitting(ink, (f"{count:,}",), PLAIN), fitting(ink, (heads["number"],), HEAD))),
        Column(
            heads["due"], max(fitting(ink, (texts("printing.widest_day"),), PLAIN), fitting(ink, (overdue,), STRONG))
        ),
        Column(heads["channel"], max(fitting(ink, channels, PLAIN), fitting(ink, (heads["channel"],), HEAD))),
        Column(heads["caller"], CALLER_WIDTH),
        Column(heads["promise"]),
        Column(heads["staff"], STAFF_WIDTH),
    )


def _cells(line: PromiseLine, texts: Texts) -> tuple[Cell, ...]:
    late = texts("printing.overdue") if line.overdue else ""
    when = (format_date(line.due, texts.language), format_time(line.due)) if line.due else ()
    due = tuple((part, PLAIN) for part in when or (texts("printing.no_time"),))
    return (
        ((f"{line.number:,}", PLAIN),),
        (*due, (late, STRONG)),
        ((channel_word(line.channel, texts) if line.channel else "", PLAIN),),
        ((line.caller or texts("printing.nobody"), PLAIN if line.caller else FAINT), (line.phone, PLAIN)),
        ((line.promise, PLAIN),),
        ((line.staff, PLAIN),),
    )
