"""The roll of everyone inside, large and black, to be ticked off with a pencil in the rain."""

from functools import partial

from frontdesk.domain.thai_dates import DateStyle, format_moment, format_time
from frontdesk.services.gate_reports import EvacuationRoll, RollLine
from frontdesk.texts import Texts

from .closing import draw_lines_to_sign
from .fitted import heights, shortened
from .flow import BOTTOM, LEFT, RIGHT, WIDTH, Flow
from .ink import Ink, Style, Text
from .sheet import begin, end

TOTAL, MOMENT = Style("bold", 34, 46), Style("bold", 15, 24)
BIG, PLACE = Style("regular", 12, 19), Style("bold", 13, 21)
NAME, SMALL, HEAD = Style("bold", 13, 19), Style("regular", 10, 15), Style("bold", 9, 14)
TICK, TICK_GAP, TICKS_IN_A_LINE, MOST_TICKS = 13.0, 4.0, 4, 8
TICKS_WIDTH, HOST_WIDTH, SINCE_WIDTH, BADGE_WIDTH, GAP, PAD = 68.0, 112.0, 30.0, 92.0, 8.0, 4.0
NAME_WIDTH = WIDTH - TICKS_WIDTH - HOST_WIDTH - SINCE_WIDTH - BADGE_WIDTH - 4 * GAP
SUMMARY_GAP, MOST_LINES = 24.0, 6
LOWER = 3.25
"""How far small type goes down to stand on the line of the name."""


def draw_evacuation(report: EvacuationRoll, ink: Ink, texts: Texts) -> int:
    """Draw the roll; return the number of pages."""
    at = texts("gate_papers.roll_at", moment=format_moment(report.at, texts.language))
    flow = begin(ink, report.paper, texts, texts("gate_papers.evacuation"), (at,))
    _draw_total(flow, report, texts)
    for place, rows in report.by_place():
        _draw_place(flow, place, rows, texts)
    flow.repeated = None
    flow.take(10)
    _draw_end(flow, report, texts)
    return end(flow, texts)


def people_words(count: int, texts: Texts) -> str:
    """Say how many people."""
    return texts("gate_papers.roll_one") if count == 1 else texts("gate_papers.roll_people", count=f"{count:,}")


def _draw_total(flow: Flow, report: EvacuationRoll, texts: Texts) -> None:
    """Draw how many must come out, when that was, where they gather, and how many are where."""
    ink, top = flow.ink, flow.y
    total = people_words(report.people, texts) if report.rows else texts("gate_papers.roll_nobody")
    ink.draw(ink.set(total, TOTAL, WIDTH), LEFT, flow.take(TOTAL.leading))
    at = texts("gate_papers.roll_at", moment=format_moment(report.at, texts.language, DateStyle.WEEKDAY))
    counts = {"visitors": f"{report.people - report.staff:,}", "staff": f"{report.staff:,}"}
    told = [(at, MOMENT), (texts("gate_papers.roll_of_whom", **counts), BIG)]
    if report.assembly:
        told.append((texts("gate_papers.roll_assembly", place=report.assembly), MOMENT))
    told.append((texts("gate_papers.roll_counted"), BIG))
    for text, style in told:
        block = ink.set(text, style, WIDTH)
        ink.draw(block, LEFT, flow.take(block.height + 2))
    ink.rule(LEFT, RIGHT, top, grey=0, thick=1.5)
    _draw_summary(flow, report, texts)


def _draw_summary(flow: Flow, report: EvacuationRoll, texts: Texts) -> None:
    """Draw the places with a tick box for each, in two columns."""
    places, half = report.by_place(), (WIDTH - SUMMARY_GAP) / 2
    flow.take(4)
    for first in range(0, len(places), 2):
        pair = places[first : first + 2]
        blocks = [flow.ink.set(_place_words(place, rows, texts), BIG, half - TICK - 8) for place, rows in pair]
        height = max(block.height for block in blocks)
        flow.keep(height)
        top = flow.take(height)
        for column, block in enumerate(blocks):
            left = LEFT + column * (half + SUMMARY_GAP)
            _tick(flow.ink, left, top - (BIG.leading - TICK) / 2, False)
            flow.ink.draw(block, left + TICK + 8, top)
    flow.take(6)


def _place_words(place: str, rows: tuple[RollLine, ...], texts: Texts) -> str:
    people = people_words(sum(row.people for row in rows), texts)
    return texts("gate_papers.roll_place", place=place or texts("gate_papers.roll_no_place"), people=people)


def _draw_place(flow: Flow, place: str, rows: tuple[RollLine, ...], texts: Texts) -> None:
    flow.repeated = None
    flow.keep(PLACE.leading + HEAD.leading + 70)
    flow.take(6)
    name = place or texts("gate_papers.roll_no_place")
    flow.y = _draw_place_head(flow.ink, _place_words(place, rows, texts), texts, flow.y)
    flow.repeated = partial(_draw_place_head, flow.ink, texts("gate_papers.roll_goes_on", place=name), texts)
    for row in rows:
        _draw_row(flow, row, texts)


def _draw_place_head(ink: Ink, words: str, texts: Texts, top: float) -> float:
    """Draw a place's bar and the names of the columns; return where its rows begin."""
    block = ink.set(words, PLACE._replace(grey=1), WIDTH - 16)
    ink.bar(LEFT, top - block.height - 2, WIDTH, block.height + 2, 0)
    ink.draw(block, LEFT + 8, top - 1)
    top -= block.height + 4
    left = LEFT
    for key, width in _columns():
        ink.draw(ink.set(texts(f"gate_papers.roll_{key}"), HEAD, width), left, top)
        left += width + GAP
    bottom = top - HEAD.leading - 2
    ink.rule(LEFT, RIGHT, bottom, grey=0, thick=0.8)
    return bottom


def _columns() -> tuple[tuple[str, float], ...]:
    return (("tick", TICKS_WIDTH), ("name", NAME_WIDTH), ("host", HOST_WIDTH), ("since", SINCE_WIDTH),
            ("badge", BADGE_WIDTH))  # fmt: skip


def _draw_row(flow: Flow, row: RollLine, texts: Texts) -> None:
    """Draw one line; it is never divided."""
    ink = flow.ink
    cells = [_set(ink, cell, width) for cell, (_, width) in zip(_cells(row, texts), _columns()[1:], strict=True)]
    lines = -(-min(row.people, MOST_TICKS) // TICKS_IN_A_LINE) if row.people <= MOST_TICKS else 2
    height = max(lines * (TICK + TICK_GAP), *(heights(cell) + LOWER for cell in cells)) + 2 * PAD
    flow.keep(height)
    top = flow.take(height) - PAD
    _draw_ticks(ink, row, top - 2, texts)
    left = LEFT + TICKS_WIDTH + GAP
    for cell, (_, width) in zip(cells, _columns()[1:], strict=True):
        y = top if cell and cell[0].style is NAME else top - LOWER
        for text in cell:
            ink.draw(text, left, y)
            y -= text.height
        left += width + GAP
    if flow.y > BOTTOM:
        ink.rule(LEFT, RIGHT, flow.y, grey=0.5)


def _set(ink: Ink, cell: list[tuple[str, Style]], width: float) -> list[Text]:
    return [shortened(ink, text, style, width, MOST_LINES) for text, style in cell if text]


def _cells(row: RollLine, texts: Texts) -> list[list[tuple[str, Style]]]:
    party = texts("gate_papers.roll_party", people=f"{row.people:,}") if row.people > 1 else ""
    about = " · ".join(filter(None, (texts("gate_papers.roll_staff") if row.staff else "", row.organisation)))
    slot = texts("gate_papers.roll_slot", slot=row.slot) if row.slot else ""
    return [
        [(row.name, NAME), (about, SMALL), (party, SMALL), (row.note, SMALL._replace(weight="bold"))],
        [(row.host, SMALL)],
        [(format_time(row.since) if row.since else "", SMALL)],
        [(" · ".join(filter(None, (row.badge, slot))), SMALL), (row.phone, SMALL)],
    ]


def _draw_ticks(ink: Ink, row: RollLine, top: float, texts: Texts) -> None:
    """Draw a box for each head; for a large party one box, and room for a number."""
    if row.people > MOST_TICKS:
        _tick(ink, LEFT, top, row.seen >= row.people)
        words = texts("gate_papers.roll_number", people=f"{row.people:,}")
        ink.draw(ink.set(words, SMALL, TICKS_WIDTH), LEFT, top - TICK - 2)
        return
    for number in range(row.people):
        line, column = divmod(number, TICKS_IN_A_LINE)
        _tick(ink, LEFT + column * (TICK + TICK_GAP), top - line * (TICK + TICK_GAP), number < row.seen)


def _tick(ink: Ink, left: float, top: float, seen: bool) -> None:
    ink.canvas.setStrokeGray(0)
    ink.canvas.setLineWidth(1.2)
    ink.canvas.rect(left, top - TICK, TICK, TICK)
    if seen:
        ink.canvas.setLineWidth(2)
        ink.canvas.lines(
            [(left + 2.5, top - 7, left + 5.5, top - 10.5), (left + 5.5, top - 10.5, left + 11, top - 2.5)]
        )


def _draw_end(flow: Flow, report: EvacuationRoll, texts: Texts) -> None:
    when = texts("printing.signed_at")
    draw_lines_to_sign(flow, [
        (texts("gate_papers.roll_warden"), report.warden, when),
        (texts("gate_papers.roll_commander"), "", when),
    ])  # fmt: skip
