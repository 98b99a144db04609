"""A month on one page: customer, process, knowledge, cost and time, each beside its target."""

from collections.abc import Sequence

from frontdesk.services.reports import Figure, Scorecard
from frontdesk.texts import Texts

from .closing import defined, draw_signatures
from .flow import LEFT, WIDTH, Flow
from .ink import Ink, Style
from .letterhead import as_of
from .sheet import begin, end, heading, lines
from .words import amount, figure_value, month_words

HEAD = Style("bold", 11, 18)
NAME = Style("regular", 8.5, 13.5)
VALUE = Style("bold", 12, 19)
FINE = Style("regular", 7.5, 12, 0.3)
GAP, PAD, LEAST_ROWS = 14.0, 10.0, 4
ROW = VALUE.leading + FINE.leading + 5


def draw_scorecard(report: Scorecard, ink: Ink, texts: Texts) -> int:
    """Draw the card; return the number of pages: one, unless its remarks are long."""
    about = (month_words(report.month, texts), as_of(report.paper, texts))
    flow = begin(ink, report.paper, texts, texts("printing.scorecard"), about)
    rows = (
        (("customer", report.customer), ("process", report.process)),
        (("knowledge", report.knowledge), ("cost", report.cost)),
    )
    for pair in rows:
        _draw_pair(flow, pair, texts)
    if report.remarks:
        heading(flow, texts("printing.remarks"), 30)
        lines(flow, report.remarks)
    boxes = (report.customer, report.process, report.knowledge, report.cost)
    said = [defined(one.code, texts) for box in boxes for one in box]
    lines(flow, [texts("printing.score_marks"), *said], FINE)
    flow.take(6)
    draw_signatures(flow, report.makers, texts)
    return end(flow, texts)


def _draw_pair(flow: Flow, boxes: Sequence[tuple[str, Sequence[Figure]]], texts: Texts) -> None:
    height = HEAD.leading + ROW * max(LEAST_ROWS, *(len(figures) for _, figures in boxes)) + 2 * PAD
    flow.keep(height)
    top, width = flow.take(height + GAP), (WIDTH - GAP) / 2
    for place, (name, figures) in enumerate(boxes):
        left = LEFT + place * (width + GAP)
        flow.ink.box(left, top - height, width, height, grey=0.6)
        flow.ink.draw(flow.ink.set(texts(f"printing.box_{name}"), HEAD, width - 2 * PAD), left + PAD, top - PAD + 3)
        for number, figure in enumerate(figures):
            _draw_figure(flow.ink, figure, left + PAD, top - PAD - HEAD.leading - number * ROW, width - 2 * PAD, texts)


def _draw_figure(ink: Ink, figure: Figure, left: float, top: float, width: float, texts: Texts) -> None:
    ink.rule(left, left + width, top, grey=0.85)
    value = ink.set(figure_value(figure, texts), VALUE, width)
    ink.draw(value, left, top - 2, width, align=1)
    name = ink.set(texts(f"printing.figure_{figure.code}"), NAME, width * 0.68)
    ink.draw(name._replace(lines=name.lines[:2]), left, top - 4)
    ink.draw(ink.set(_beside(figure, texts), FINE, width), left, top - 2 - VALUE.leading, width, align=1)


def _beside(figure: Figure, texts: Texts) -> str:
    """Say what the target is, whether it was reached, what it was before, and of how many."""
    parts = []
    if figure.target is not None:
        sign = "≤" if figure.less_is_better else "≥"
        reached = {True: "printing.reached", False: "printing.not_reached", None: "printing.no_value"}[figure.reached]
        target = amount(figure.target, figure.unit, texts)
        parts.append(texts("printing.target", sign=sign, value=target, reached=texts(reached)))
    if figure.previous is not None:
        parts.append(texts("printing.previous", value=amount(figure.previous, figure.unit, texts)))
    if figure.of:
        parts.append(f"n {figure.of:,}")
    return " · ".join(parts)
