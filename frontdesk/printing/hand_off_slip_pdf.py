"""The slip that goes with a caller to whoever takes over: read out at a glance, or handed on."""

from collections.abc import Iterator

from frontdesk.domain.thai_dates import DateStyle, format_moment
from frontdesk.services.reports import HandOffSlip
from frontdesk.texts import Texts

from .flow import LEFT, RIGHT, WIDTH, Flow
from .ink import Ink, Style
from .sheet import QUIET, begin, end

VALUE = Style("regular", 13, 21)
STRONG = Style("bold", 15, 24)
LABEL_WIDTH, MOST_PASSED_ON = 110.0, 2


def draw_hand_off_slip(report: HandOffSlip, ink: Ink, texts: Texts) -> int:
    """Draw the slip; return the number of pages."""
    when = format_moment(report.at, texts.language, DateStyle.WEEKDAY)
    flow = begin(ink, report.paper, texts, texts("printing.hand_off_slip"), (when,))
    for name, value, style in _rows(report, texts):
        _draw_row(flow, texts(f"printing.{name}"), value, style)
    return end(flow, texts)


def _rows(report: HandOffSlip, texts: Texts) -> Iterator[tuple[str, str, Style]]:
    to = report.to
    if report.extension:
        to = texts("printing.at_extension", name=to, extension=report.extension)
    tried = "\n".join(f"{number}. {step}" for number, step in enumerate(report.tried, start=1))
    often = texts("printing.times", count=report.passed_on)
    found = (
        ("slip_to", to, STRONG),
        ("slip_caller", report.caller or texts("printing.nobody"), STRONG),
        ("slip_phone", report.phone, STRONG),
        ("slip_asked", report.asked, VALUE),
        ("slip_tried", tried, VALUE),
        ("slip_reason", report.reason, VALUE),
        ("slip_note", report.note, VALUE),
        ("slip_passed_on", often if report.passed_on else "", STRONG if report.passed_on >= MOST_PASSED_ON else VALUE),
        ("slip_by", report.staff, VALUE),
    )
    return (row for row in found if row[1])


def _draw_row(flow: Flow, label: str, value: str, style: Style) -> None:
    name = flow.ink.set(label, QUIET, LABEL_WIDTH - 10)
    text = flow.ink.set(value, style, WIDTH - LABEL_WIDTH)
    flow.keep(min(max(name.height, text.height) + 12, 300))
    flow.ink.rule(LEFT, RIGHT, flow.y, grey=0.85)
    flow.take(5)
    flow.ink.draw(name, LEFT, flow.y - (style.leading - QUIET.leading) * 0.7)
    for line in text.lines:
        flow.keep(style.leading)
        flow.ink.draw(flow.ink.text([line], style), LEFT + LABEL_WIDTH, flow.take(style.leading))
    flow.take(5)
