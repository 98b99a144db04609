"""A shift at the gate on paper: its numbers, the pass-down log, cards not given back, who came and went."""

from collections.abc import Sequence

from frontdesk.domain.thai_dates import format_moment
from frontdesk.services.gate_reports import DailyActivity, GateCounts, GateEntry, GateSection, OpenCard
from frontdesk.services.paper import Signed
from frontdesk.services.reports import Figure
from frontdesk.texts import Texts

from .closing import draw_definitions, draw_figures, draw_lines_to_sign
from .flow import Flow
from .ink import Ink
from .letterhead import as_of
from .sheet import BODY, QUIET, begin, end, heading, lines
from .signing import signed_words
from .table import FAINT, HEAD, PLAIN, STRONG, Cell, Column, Table, fitting
from .visit_table import draw_visits, moment_cell

IN_A_ROW = 4
STAFF_WIDTH, SLOT_WIDTH, CARD_WIDTH, STATE_WIDTH = 66.0, 40.0, 120.0, 110.0


def draw_daily_activity(report: DailyActivity, ink: Ink, texts: Texts) -> int:
    """Draw the report; return the number of pages."""
    moments = {"first": format_moment(report.first, texts.language), "last": format_moment(report.last, texts.language)}
    where = " · ".join(filter(None, (report.gate, report.shift)))
    about = [texts("gate_papers.activity_from_to", **moments), where, as_of(report.paper, texts)]
    flow = begin(ink, report.paper, texts, texts("gate_papers.activity"), [line for line in about if line])
    lines(flow, _officers(report, texts))
    flow.take(6)
    figures = _figures(report.counts)
    for first in range(0, len(figures), IN_A_ROW):
        draw_figures(flow, figures[first : first + IN_A_ROW], texts, IN_A_ROW)
    _draw_counted(flow, "activity_assumed", report.assumed, texts)
    for section in report.sections:
        _draw_section(flow, section, report, texts)
    _draw_cards(flow, report.cards, report, texts)
    decided = [(texts(f"gate_papers.decision_{what}"), count) for what, count in report.decisions]
    _draw_counted(flow, "activity_decisions", decided, texts)
    draw_visits(flow, report, texts)
    flow.take(8)
    draw_definitions(flow, figures, False, texts)
    draw_lines_to_sign(flow, [_line("leaving", report.leaving, texts), _line("coming", report.coming, texts)])
    return end(flow, texts)


def _officers(report: DailyActivity, texts: Texts) -> list[str]:
    told = (("relieved", report.relieved), ("guards", ", ".join(report.guards)))
    return [f"{texts(f'gate_papers.activity_{key}')} {names}" for key, names in told if names]


def _figures(counts: GateCounts) -> list[Figure]:
    return [
        Figure("gate_expected", counts.expected), Figure("gate_came", counts.came),
        Figure("gate_unexpected", counts.unexpected), Figure("gate_never_came", counts.never_came),
        Figure("gate_left", counts.left), Figure("gate_assumed_left", counts.assumed_left),
        Figure("gate_inside", counts.inside), Figure("gate_people_inside", counts.people_inside),
    ]  # fmt: skip


def _line(role: str, signed: Signed, texts: Texts) -> tuple[str, str, str]:
    return texts(f"printing.{role}"), signed.name, signed_words(signed, texts)


def _draw_counted(flow: Flow, key: str, counted: Sequence[tuple[str, int]], texts: Texts) -> None:
    """Draw what was counted under its heading; nothing where nothing was."""
    if not counted:
        return
    heading(flow, texts(f"gate_papers.{key}"), BODY.leading)
    lines(flow, [texts("gate_papers.activity_counted", what=what, count=f"{count:,}") for what, count in counted])


def _draw_section(flow: Flow, section: GateSection, report: DailyActivity, texts: Texts) -> None:
    title = texts(f"gate_papers.entries_{section.kind.value}", count=f"{len(section.entries):,}")
    heading(flow, title, 60 if section.entries else QUIET.leading)
    if not section.entries:
        lines(flow, [texts("printing.nothing")], QUIET)
        return
    columns = (
        Column(texts("gate_papers.column_time"), _time_width(flow.ink, texts)),
        Column(texts("gate_papers.column_what")),
        Column(texts("printing.column_staff"), STAFF_WIDTH),
    )
    _draw_table(flow, columns, [_entry_cells(entry, report, texts) for entry in section.entries], texts)


def _entry_cells(entry: GateEntry, report: DailyActivity, texts: Texts) -> tuple[Cell, ...]:
    still = texts("gate_papers.activity_open") if entry.open else ""
    what = ((entry.place, STRONG), (entry.what, PLAIN), (entry.closing, FAINT), (still, STRONG))
    return moment_cell(entry.at, report.first, texts), what, ((entry.by, PLAIN),)


def _draw_cards(flow: Flow, cards: Sequence[OpenCard], report: DailyActivity, texts: Texts) -> None:
    heading(flow, texts("gate_papers.activity_cards", count=f"{len(cards):,}"), 60 if cards else QUIET.leading)
    if not cards:
        lines(flow, [texts("printing.nothing")], QUIET)
        return
    columns = (
        Column(texts("gate_papers.column_slot"), SLOT_WIDTH),
        Column(texts("gate_papers.column_card"), CARD_WIDTH),
        Column(texts("gate_papers.column_whose")),
        Column(texts("gate_papers.column_since"), _time_width(flow.ink, texts)),
        Column(texts("gate_papers.column_state"), STATE_WIDTH),
    )
    _draw_table(flow, columns, [_card_cells(card, report, texts) for card in cards], texts)


def _card_cells(card: OpenCard, report: DailyActivity, texts: Texts) -> tuple[Cell, ...]:
    kind = texts(f"gate_papers.card_{card.kind.value}")
    named = texts("gate_papers.card_last", kind=kind, last=card.last) if card.last else kind
    state = texts("gate_papers.card_inside" if card.still_inside else "gate_papers.card_gone")
    since = moment_cell(card.since, report.first, texts) if card.since else ()
    where = PLAIN if card.still_inside else STRONG
    return ((card.slot, STRONG),), ((named, PLAIN),), ((card.name, PLAIN),), since, ((state, where),)


def _draw_table(flow: Flow, columns: Sequence[Column], rows: Sequence[Sequence[Cell]], texts: Texts) -> None:
    table = Table(flow.ink, columns)
    table.begin(flow)
    for row in rows:
        table.row(flow, row, ((texts("printing.goes_on"), FAINT),))
    table.end(flow)


def _time_width(ink: Ink, texts: Texts) -> float:
    heads = [texts(f"gate_papers.column_{key}") for key in ("time", "since")]
    return max(fitting(ink, (texts("printing.widest_day"),), PLAIN), fitting(ink, heads, HEAD))
