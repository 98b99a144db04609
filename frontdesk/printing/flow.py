"""Pages of one paper, filled from the top, each with its foot."""

from collections.abc import Callable

from .ink import PAGE_HEIGHT, PAGE_WIDTH, Ink, Style

LEFT, RIGHT = 42.0, PAGE_WIDTH - 42.0
WIDTH = RIGHT - LEFT
TOP, BOTTOM = PAGE_HEIGHT - 36.0, 54.0
FOOT = Style(size=7.5, leading=12, grey=0.3)


class Flow:
    """Where the next thing goes; ``y`` is the upper edge of what is still free on this page.

    ``running`` draws what stands on top of every page but the first, from a height down, and returns where it
    ends. ``foot`` tells at the end of each page what stands at its foot. Feet are drawn when the number of
    pages is known, so that nothing is laid out twice.
    """

    def __init__(self, ink: Ink, running: Callable[[float], float], foot: Callable[[], str]) -> None:
        self.ink, self._running, self._foot = ink, running, foot
        self._feet: list[str] = []
        self.repeated: Callable[[float], float] | None = None
        """What else goes on top of the next pages: the heading of a table that is not at its end."""
        self.y = TOP

    @property
    def room(self) -> float:
        return self.y - BOTTOM

    def take(self, height: float) -> float:
        """Use up some height; return where it begins."""
        top = self.y
        self.y -= height
        return top

    def keep(self, height: float) -> None:
        """Go to the next page if so much does not fit on this one."""
        if self.room < height:
            self.turn()

    def turn(self) -> None:
        """Begin the next page."""
        self._close_page()
        self.y = self._running(TOP)
        if self.repeated is not None:
            self.y = self.repeated(self.y)

    def finish(self, of_pages: Callable[[int, int], str]) -> int:
        """End the paper: write the feet with what ``of_pages`` says of page and pages; return their number."""
        self._close_page()
        for page, foot in enumerate(self._feet, start=1):
            self.ink.canvas.beginForm(f"foot{page}")
            self._draw_foot(foot, of_pages(page, len(self._feet)))
            self.ink.canvas.endForm()
        self.ink.canvas.save()
        return len(self._feet)

    def _close_page(self) -> None:
        self._feet.append(self._foot())
        self.ink.canvas.doForm(f"foot{len(self._feet)}")
        self.ink.canvas.showPage()

    def _draw_foot(self, left: str, right: str) -> None:
        self.ink.rule(LEFT, RIGHT, BOTTOM - 12)
        for text, align in ((left, 0), (right, 1)):
            self.ink.draw(self.ink.set(text, FOOT, WIDTH), LEFT, BOTTOM - 15, WIDTH, align)
