"""A paper begun: its head drawn, its pages ready to be filled."""

from collections.abc import Sequence

from frontdesk.services.paper import Paper
from frontdesk.texts import Texts

from .flow import LEFT, WIDTH, Flow
from .ink import Ink, Style
from .letterhead import draw_head, draw_running

HEADING = Style("bold", 10.5, 17)
BODY = Style("regular", 9, 14.5)
QUIET = Style("regular", 9, 14.5, 0.35)


def begin(ink: Ink, paper: Paper, texts: Texts, title: str, about: Sequence[str]) -> Flow:
    """Draw the head of a paper; its later pages say again which paper they belong to."""
    words = " · ".join(filter(None, (title, paper.letterhead.organisation, about[0] if about else "")))
    flow = Flow(ink, lambda top: draw_running(ink, paper, texts, words, top), lambda: check_words(paper, texts))
    flow.y = draw_head(ink, paper, texts, title, about, flow.y)
    return flow


def check_words(paper: Paper, texts: Texts) -> str:
    """Return the head of the record's chain as it is printed; empty without one."""
    return texts("printing.chain_head", head=paper.chain_head) if paper.chain_head else ""


def end(flow: Flow, texts: Texts) -> int:
    """End a paper; return how many pages it has."""
    return flow.finish(lambda page, pages: texts("printing.page_of", page=page, pages=pages))


def heading(flow: Flow, text: str, follows: float = 0) -> None:
    """Write a heading that stays with so much of what follows."""
    flow.keep(HEADING.leading + follows + 8)
    flow.take(8)
    flow.ink.draw(flow.ink.set(text, HEADING, WIDTH), LEFT, flow.take(HEADING.leading))


def lines(flow: Flow, texts: Sequence[str], style: Style = BODY) -> None:
    """Write texts below each other, each as long as it is."""
    for text in texts:
        for line in flow.ink.set(text, style, WIDTH).lines:
            flow.keep(style.leading)
            flow.ink.draw(flow.ink.text([line], style), LEFT, flow.take(style.leading))
