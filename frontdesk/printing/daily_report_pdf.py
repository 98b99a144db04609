"""One day at the desk on paper: figures, the hours, what was asked, what could not be answered, what is owed."""

from collections.abc import Sequence

from frontdesk.domain.thai_dates import DateStyle, format_date
from frontdesk.services.reports import WEAK_BELOW, DailyReport
from frontdesk.texts import Texts

from .closing import draw_definitions, draw_figures, draw_signatures, draw_totals
from .flow import LEFT, RIGHT, WIDTH, Flow
from .ink import Ink, Style
from .letterhead import as_of
from .promise_list_pdf import draw_promises
from .sheet import BODY, QUIET, begin, end, heading, lines

IN_A_ROW = 4
BARS_HEIGHT, BAR_SHARE, LEAST_BARS = 70.0, 0.6, 8
TICK = Style("regular", 7.5, 12, 0.3)


def draw_daily_report(report: DailyReport, ink: Ink, texts: Texts) -> int:
    """Draw the report; return the number of pages."""
    day = format_date(report.day, texts.language, DateStyle.FULL)
    flow = begin(ink, report.paper, texts, texts("printing.daily_report"), (day, as_of(report.paper, texts)))
    for first in range(0, len(report.figures), IN_A_ROW):
        draw_figures(flow, report.figures[first : first + IN_A_ROW], texts, IN_A_ROW)
    if report.hours:
        heading(flow, texts("printing.by_hour"), BARS_HEIGHT + 24)
        _draw_hours(flow, report.hours)
    flow.take(8)
    draw_totals(flow, report.totals, texts)
    _draw_asked(flow, report, texts)
    heading(flow, texts("printing.owed"), 60)
    draw_promises(flow, report.promises, texts)
    flow.take(10)
    draw_definitions(flow, report.figures, 0 < report.totals.contacts < WEAK_BELOW, texts, ("owed",))
    draw_signatures(flow, report.makers, texts)
    return end(flow, texts)


def _draw_asked(flow: Flow, report: DailyReport, texts: Texts) -> None:
    heading(flow, texts("printing.asked"), BODY.leading)
    asked = [texts("printing.asked_times", words=words, count=f"{count:,}") for words, count in report.questions]
    lines(flow, asked or [texts("printing.nothing")], BODY if asked else QUIET)
    heading(flow, texts("printing.unanswered"), BODY.leading)
    lines(flow, report.unanswered or [texts("printing.nothing")], BODY if report.unanswered else QUIET)


def _draw_hours(flow: Flow, hours: Sequence[tuple[int, int]]) -> None:
    """Draw a bar for each hour with how many contacts began in it."""
    top, most = flow.take(BARS_HEIGHT + 2 * TICK.leading), max(count for _, count in hours) or 1
    base, step, ink = top - BARS_HEIGHT - TICK.leading, WIDTH / max(len(hours), LEAST_BARS), flow.ink
    for place, (hour, count) in enumerate(hours):
        left, height = LEFT + place * step, BARS_HEIGHT * count / most
        ink.bar(left + step * (1 - BAR_SHARE) / 2, base, step * BAR_SHARE, height, 0.45)
        if count:
            ink.draw(ink.set(f"{count:,}", TICK, step), left, base + height + TICK.leading, step, align=0.5)
        ink.draw(ink.set(f"{hour:02}", TICK, step), left, base, step, align=0.5)
    ink.rule(LEFT, RIGHT, base, grey=0.5)
