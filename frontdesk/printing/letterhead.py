"""What stands on top of every paper: what it is, whose, of which time, and how it is to be kept."""

from collections.abc import Sequence

from frontdesk.domain.thai_dates import DateStyle, format_date, format_moment
from frontdesk.services.paper import Paper
from frontdesk.texts import Texts

from .flow import LEFT, RIGHT, WIDTH
from .ink import Ink, Style

TITLE = Style("bold", 16, 25)
WHOSE = Style("regular", 10, 16)
ABOUT = Style("regular", 9, 14.5, 0.25)
KEEPING = Style("regular", 8, 13, 0.3)
RUNNING = Style("regular", 7.5, 12, 0.3)
KEEPING_WIDTH, LOGO_WIDTH, LOGO_HEIGHT = 150.0, 64.0, 44.0


def draw_head(ink: Ink, paper: Paper, texts: Texts, title: str, about: Sequence[str], top: float) -> float:
    """Draw the head of the first page; return where it ends."""
    keeping = ink.set("\n".join(_keeping(paper, texts)), KEEPING, KEEPING_WIDTH)
    ink.draw(keeping, RIGHT - KEEPING_WIDTH, top - 5, KEEPING_WIDTH, align=1)
    left, y = _draw_logo(ink, paper, top), top
    for text, style in ((title, TITLE), (_whose(paper), WHOSE), *((line, ABOUT) for line in about)):
        block = ink.set(text, style, RIGHT - KEEPING_WIDTH - 12 - left)
        ink.draw(block, left, y)
        y -= block.height if text else 0
    return min(y, top - 5 - keeping.height, top - (LOGO_HEIGHT if left > LEFT else 0)) - 8


def draw_running(ink: Ink, paper: Paper, texts: Texts, words: str, top: float) -> float:
    """Draw the one line on top of the pages after the first; return where it ends."""
    keeping = " · ".join(_keeping(paper, texts)[:2])
    right = ink.set(keeping, RUNNING, WIDTH / 2)
    ink.draw(right, LEFT + WIDTH / 2, top, WIDTH / 2, align=1)
    left = ink.set(words, RUNNING, WIDTH / 2 - 12)
    ink.draw(left, LEFT, top)
    return top - max(left.height, right.height) - 6


def as_of(paper: Paper, texts: Texts) -> str:
    """Say up to when the data reach."""
    return texts("printing.as_of", moment=format_moment(paper.as_of, paper.language)) if paper.as_of else ""


def _whose(paper: Paper) -> str:
    return " · ".join(filter(None, (paper.letterhead.organisation, paper.letterhead.unit)))


def _keeping(paper: Paper, texts: Texts) -> list[str]:
    lines = [texts("printing.confidential")]
    if paper.destroy_by is not None:
        day = format_date(paper.destroy_by, paper.language, DateStyle.NORMAL)
        lines.append(texts("printing.destroy_by", day=day))
    return [*lines, texts("printing.full_numbers" if paper.full_numbers else "printing.masked_numbers")]


def _draw_logo(ink: Ink, paper: Paper, top: float) -> float:
    """Draw the logo if there is one; return where text begins."""
    logo = paper.letterhead.logo
    if logo is None:
        return LEFT
    ink.picture(logo, LEFT, top - LOGO_HEIGHT - 4, LOGO_WIDTH, LOGO_HEIGHT)
    return LEFT + LOGO_WIDTH + 10
