"""A hand-over on paper: its parts as they are read out, and the lines of the two who sign."""

from collections.abc import Callable, Sequence

from frontdesk.domain.thai_dates import format_date, format_moment, format_time
from frontdesk.services.reports import HandOverLine, HandOverSection, HandOverSheet
from frontdesk.texts import Texts

from .closing import draw_lines_to_sign
from .flow import Flow
from .ink import Ink
from .letterhead import as_of
from .sheet import QUIET, begin, end, heading, lines
from .signing import signed_words
from .table import FAINT, HEAD, PLAIN, STRONG, Cell, Column, Table, fitting
from .words import channel_word

CALLER_WIDTH, STAFF_WIDTH = 112.0, 62.0
NOTICES = "notices"
BEGUN, BROKEN_OFF, VISIT, CARD = "draft", "call-back", "visit", "card"
TOLD = "incident"
LOGGED = ("follow-up", TOLD)
SINCE = (BEGUN, CARD, *LOGGED)


def draw_hand_over(report: HandOverSheet, ink: Ink, texts: Texts) -> int:
    """Draw the sheet; return the number of pages."""
    until = texts("printing.hand_over_until", moment=format_moment(report.until, texts.language))
    flow = begin(ink, report.paper, texts, texts("printing.hand_over"), (as_of(report.paper, texts), until))
    for section in report.sections:
        _draw_section(flow, section, texts)
    flow.take(12)
    draw_lines_to_sign(flow, [
        (texts("printing.leaving"), report.leaving.name, signed_words(report.leaving, texts)),
        (texts("printing.coming"), report.coming.name, signed_words(report.coming, texts)),
    ])  # fmt: skip
    return end(flow, texts)


def _draw_section(flow: Flow, section: HandOverSection, texts: Texts) -> None:
    title = texts(f"printing.part_{section.code}", count=f"{len(section.lines):,}")
    heading(flow, title, 60 if section.lines else QUIET.leading)
    if not section.lines:
        lines(flow, [texts("printing.nothing")], QUIET)
        return
    noticed = section.code == NOTICES
    columns, cells = (_notice_columns, _notice_cells) if noticed else (_columns, _cells)
    _draw_table(flow, columns(flow.ink, section.lines, texts), section.lines, cells, texts)


def _draw_table(
    flow: Flow, columns: Sequence[Column], rows: Sequence[HandOverLine],
    cells: Callable[[HandOverLine, Texts], Sequence[Cell]], texts: Texts,
) -> None:  # fmt: skip
    table = Table(flow.ink, columns)
    table.begin(flow)
    for row in rows:
        table.row(flow, cells(row, texts), ((texts("printing.goes_on"), FAINT),))
    table.end(flow)


def _columns(ink: Ink, rows: Sequence[HandOverLine], texts: Texts) -> tuple[Column, ...]:
    return (
        _number_column(ink, rows, texts),
        Column(texts("printing.column_when"), _day_width(ink, texts)),
        Column(texts("printing.column_caller"), CALLER_WIDTH),
        Column(texts("printing.column_handed")),
        Column(texts("printing.column_whose"), STAFF_WIDTH),
        Column(texts("printing.column_owner"), STAFF_WIDTH),
    )


def _notice_columns(ink: Ink, rows: Sequence[HandOverLine], texts: Texts) -> tuple[Column, ...]:
    return (
        _number_column(ink, rows, texts),
        Column(texts("printing.column_notice")),
        Column(texts("printing.column_until"), _day_width(ink, texts)),
        Column(texts("printing.column_staff"), STAFF_WIDTH),
    )


def _number_column(ink: Ink, rows: Sequence[HandOverLine], texts: Texts) -> Column:
    title = texts("printing.column_number")
    return Column(title, max(fitting(ink, (f"{len(rows):,}",), PLAIN), fitting(ink, (title,), HEAD)))


def _day_width(ink: Ink, texts: Texts) -> float:
    widest = texts("printing.widest_day"), texts("printing.since_time", time="00:00")
    return max(fitting(ink, widest, PLAIN), fitting(ink, (texts("printing.overdue"),), STRONG))


def _cells(line: HandOverLine, texts: Texts) -> tuple[Cell, ...]:
    way = channel_word(line.channel, texts) if line.channel else ""
    reached = " · ".join(filter(None, (line.phone, way)))
    return (
        ((f"{line.number:,}", PLAIN),),
        _when_cell(line, texts),
        ((_who(line, texts), PLAIN if line.who else FAINT), (reached, PLAIN)),
        (*_told_before(line, texts), (line.what if line.kind != CARD else "", PLAIN)),
        ((line.by, PLAIN),),
        ((_owner(line, texts), STRONG if line.owner else FAINT),),
    )


def _who(line: HandOverLine, texts: Texts) -> str:
    """Say with whom it was; an entry of the log is about nobody."""
    return line.who or ("" if line.kind in LOGGED else texts("printing.nobody"))


def _owner(line: HandOverLine, texts: Texts) -> str:
    """Say who is to have it; what is only told nobody has to have."""
    return line.owner or ("" if line.kind == TOLD else texts("printing.whoever_comes"))


def _told_before(line: HandOverLine, texts: Texts) -> Cell:
    """Say ahead of the matter for whom a message is, or how a contact came to stay open."""
    if line.kind == VISIT:
        party = texts("printing.open_party", people=line.sort) if line.sort not in ("", "1") else ""
        host = texts("printing.open_host", name=line.addressee) if line.addressee else ""
        return ((" · ".join(filter(None, (party, host))), STRONG),)
    if line.kind == CARD:
        kind = texts(f"gate_papers.card_{line.sort}")
        return ((texts("printing.open_card", slot=line.what, kind=kind), STRONG),)
    if line.kind in LOGGED and line.sort:
        return ((texts(f"shift_log.kind_{line.sort}"), STRONG),)
    if line.addressee:
        return ((texts("printing.message_to", name=line.addressee), STRONG),)
    if line.kind in (BEGUN, BROKEN_OFF):
        return ((texts(f"printing.open_{line.kind}"), STRONG),)
    return ()


def _when_cell(line: HandOverLine, texts: Texts) -> Cell:
    """Say by when, or since when a contact is open."""
    if line.kind in SINCE and line.since is not None:
        since = texts("printing.since_time", time=format_time(line.since))
        return (format_date(line.since, texts.language), PLAIN), (since, PLAIN)
    if line.due is None:
        return ((texts("printing.no_time"), PLAIN),)
    late = texts("printing.overdue") if line.overdue else ""
    return (format_date(line.due, texts.language), PLAIN), (format_time(line.due), PLAIN), (late, STRONG)


def _notice_cells(line: HandOverLine, texts: Texts) -> tuple[Cell, ...]:
    """Say what it is, who has to read it and has not, and until when it stands."""
    until = format_date(line.until, texts.language) if line.until else texts("printing.until_taken_off")
    unread = texts("printing.not_read_by", names=line.who) if line.who else ""
    return (
        ((f"{line.number:,}", PLAIN),),
        ((line.what, PLAIN), (unread, STRONG)),
        ((until, PLAIN), (format_time(line.due) if line.due else "", PLAIN)),
        ((line.by, PLAIN),),
    )
