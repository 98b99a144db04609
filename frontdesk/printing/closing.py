"""What papers end with: totals, what the numbers mean, and where to sign."""

from collections.abc import Sequence

from frontdesk.services.reports import WEAK_BELOW, Figure, Totals
from frontdesk.texts import Texts

from .flow import LEFT, RIGHT, WIDTH, Flow
from .ink import Ink, Style
from .words import channel_word, figure_value, outcome_word, share

VALUE = Style("bold", 15, 23)
CAPTION = Style("regular", 8, 12.5, 0.25)
HEADING = Style("bold", 9.5, 16)
LINE = Style("regular", 8.5, 13.5)
SMALL = Style("regular", 8, 12.5, 0.25)
GAP, SIGNATURES = 28.0, 74.0


def draw_figures(flow: Flow, figures: Sequence[Figure], texts: Texts, places: int = 0) -> None:
    """Draw figures in one row of boxes, as wide as if there were so many ``places``."""
    if not figures:
        return
    width, ink = WIDTH / max(places, len(figures)), flow.ink
    captions = [ink.set(_caption(figure, texts), CAPTION, width - 16) for figure in figures]
    height = VALUE.leading + max(caption.height for caption in captions) + 10
    top = flow.take(height + 10)
    for place, (figure, caption) in enumerate(zip(figures, captions, strict=True)):
        left = LEFT + place * width
        ink.box(left, top - height, width, height)
        ink.draw(ink.set(figure_value(figure, texts), VALUE, width - 16), left + 8, top - 4)
        ink.draw(caption, left + 8, top - 4 - VALUE.leading)


def _caption(figure: Figure, texts: Texts) -> str:
    name = texts(f"printing.figure_{figure.code}")
    return texts("printing.figure_of", name=name, count=f"{figure.of:,}") if figure.of else name


def draw_totals(flow: Flow, totals: Totals, texts: Texts) -> None:
    """Draw how contacts ended and how they came, side by side."""
    outcomes = [(outcome_word(one, texts), count) for one, count in totals.outcomes]
    channels = [(channel_word(one, texts), count) for one, count in totals.channels]
    height = HEADING.leading + max(len(outcomes), len(channels), 1) * LINE.leading + 14
    flow.keep(height)
    top, half = flow.take(height), (WIDTH - GAP) / 2
    sides = ((LEFT, "printing.by_outcome", outcomes), (LEFT + half + GAP, "printing.by_channel", channels))
    for left, heading, counts in sides:
        flow.ink.draw(flow.ink.set(texts(heading), HEADING, half), left, top)
        _draw_counts(flow.ink, counts, left, half, top - HEADING.leading, totals.contacts)


def _draw_counts(ink: Ink, counts: Sequence[tuple[str, int]], left: float, width: float, top: float, of: int) -> None:
    ink.rule(left, left + width, top, grey=0.6)
    mark = "*" if of < WEAK_BELOW else ""
    for number, (name, count) in enumerate(counts):
        y = top - 2 - number * LINE.leading
        ink.draw(ink.set(name, LINE, width * 0.6), left, y)
        ink.draw(ink.set(f"{count:,}", LINE, width), left, y, width * 0.8, align=1)
        ink.draw(ink.set(share(count / max(of, 1)) + mark, LINE, width), left, y, width, align=1)


def draw_definitions(flow: Flow, figures: Sequence[Figure], few: bool, texts: Texts, lists: Sequence[str] = ()) -> None:
    """Say what each number and each of these lists means, and that few cases prove little where there are few."""
    said = [defined(one.code, texts) for one in figures]
    said += [f"{texts(f'printing.{name}')}: {texts(f'printing.means_{name}')}" for name in lists]
    if few or any(figure.weak for figure in figures):
        said.append(texts("printing.weak", below=WEAK_BELOW))
    blocks = [flow.ink.set(text, SMALL, WIDTH) for text in said]
    if not blocks:
        return
    flow.keep(HEADING.leading + sum(block.height for block in blocks) + 8)
    flow.ink.draw(flow.ink.set(texts("printing.definitions"), HEADING, WIDTH), LEFT, flow.take(HEADING.leading))
    for block in blocks:
        flow.ink.draw(block, LEFT, flow.take(block.height))
    flow.take(8)


def defined(code: str, texts: Texts) -> str:
    """Name a figure and say what it means."""
    return f"{texts(f'printing.figure_{code}')}: {texts(f'printing.means_{code}')}"


def draw_signatures(flow: Flow, makers: tuple[str, str], texts: Texts) -> None:
    """Draw the two lines to sign on, who made it and who checked it, kept together."""
    roles, when = (texts("printing.made_by"), texts("printing.checked_by")), texts("printing.signed_on")
    draw_lines_to_sign(flow, [(role, name, when) for role, name in zip(roles, makers, strict=True)])


def draw_lines_to_sign(flow: Flow, signers: Sequence[tuple[str, str, str]]) -> None:
    """Draw two lines to sign on side by side: above each the role, below it the name, and when at the right."""
    flow.keep(SIGNATURES)
    top, half, ink = flow.take(SIGNATURES) - 6, (WIDTH - GAP) / 2, flow.ink
    for left, (role, name, when) in zip((LEFT, RIGHT - half), signers, strict=True):
        ink.draw(ink.set(role, LINE, half), left, top)
        ink.canvas.setDash(1, 2)
        ink.rule(left, left + half, top - 42, grey=0.3, thick=0.7)
        ink.canvas.setDash()
        ink.draw(ink.set(f"( {name or ' ' * 40} )", LINE, half), left, top - 44)
        ink.draw(ink.set(when, LINE, half), left, top - 44, half, align=1)
