"""A region of a page: its ground, and the gaps of its layouts, in design pixels."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from frontdesk.ui.kit import Kit

Margins = tuple[int, int, int, int]
NONE: Margins = (0, 0, 0, 0)
PAGE_INSET, WIDE_INSET = 24, 32


class Ground(QWidget):
    """Fills itself with a colour role (or nothing) and keeps its layouts' gaps as zoomed."""

    def __init__(self, kit: Kit, role: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit, self._role = kit, role
        self._spaced: list[tuple[QBoxLayout | QGridLayout, Margins, int, bool]] = []
        kit.theme.changed.connect(self.measure)

    def space(
        self, layout: QBoxLayout | QGridLayout, margins: Margins = NONE, gap: int = 0, page: bool = False
    ) -> None:
        """Set a layout's margins (left, top, right, bottom) and its gap, at every zoom.

        ``page`` says that its sides are those of the page, which are wider in a wide window.
        """
        self._spaced.append((layout, margins, gap, page))
        self._apply(layout, margins, gap, page)

    def measure(self) -> None:
        """Take all sizes from the theme again."""
        for spaced in self._spaced:
            self._apply(*spaced)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._role:
            QPainter(self).fillRect(self.rect(), self.kit.theme.color(self._role))

    def _apply(self, layout: QBoxLayout | QGridLayout, margins: Margins, gap: int, page: bool) -> None:
        px, more = self.kit.theme.px, WIDE_INSET - PAGE_INSET if page and self.kit.theme.wide else 0
        left, top, right, bottom = margins
        layout.setContentsMargins(px(left + more), px(top), px(right + more), px(bottom))
        layout.setSpacing(px(gap))
