"""A page with a paper beside it, below what goes over the whole width; in its place where the window is narrow."""

from typing import Protocol

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.page import Page
from frontdesk.ui.pages.report_preview.choices import Asked
from frontdesk.ui.pages.report_preview.pane import ReportPane
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine

PANE, LEAST = 520, 700
"""The width of the paper's pane, and what the page needs to be read beside it."""


class RoomyPage(Page, Protocol):
    """A page that can leave room for a paper."""

    @property
    def head_height(self) -> int: ...
    def leave_room(self, width: int) -> None: ...


class PageBesideReport(Ground):
    """Implements ``Page`` in place of the one it holds.

    The paper stands beside the page, not inside it, so that the keys of the one are not those of the other.
    ``least`` is how much of its width the page cannot do without.
    """

    def __init__(
        self, kit: Kit, page: RoomyPage, pane: ReportPane, parent: QWidget | None = None, *, least: int = LEAST
    ) -> None:
        super().__init__(kit, "surface", parent)
        self._least = least
        self._page, self.pane = page, pane
        self._line = HairLine(kit, upright=True)
        for part in (page.widget, self._line, pane):
            part.setParent(self)
        self.setFocusProxy(page.widget)
        pane.left.connect(self._close)
        pane.enlarged.connect(self.measure)
        self._line.hide()
        pane.hide()
        self.measure()

    @property
    def page_id(self) -> str:
        return self._page.page_id

    @property
    def widget(self) -> QWidget:
        return self

    def focus_first(self) -> None:
        if self.pane.isVisibleTo(self):
            self.pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        else:
            self._page.focus_first()

    def open_report(self, asked: Asked | None = None) -> None:
        """Show the paper and let its keys work; without ``asked`` its period is chosen there."""
        self.pane.show()
        self.measure()
        self.pane.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.pane.open(asked)

    def put_away(self) -> None:
        """Leave nothing of the paper, whoever looks next."""
        self.pane.put_away()
        self.pane.hide()
        self.measure()

    def measure(self) -> None:
        super().measure()
        shown, width, height = self.pane.isVisibleTo(self), self.width(), self.height()
        beside = not self.pane.sheet.wide and width - self.kit.theme.px(PANE) >= self.kit.theme.px(self._least)
        taken = self.kit.theme.px(PANE) if beside else width
        top = self._page.head_height if beside else 0
        self._page.leave_room(taken if beside and shown else 0)
        self._page.widget.setGeometry(0, 0, width, height)
        self._page.widget.setVisible(beside or not shown)
        self.pane.setGeometry(width - taken, top, taken, height - top)
        self._line.setGeometry(width - taken, top, self.kit.theme.px("hair"), height - top)
        self._line.setVisible(beside and shown)
        self._line.raise_()

    def minimumSizeHint(self) -> QSize:
        return self._page.widget.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def _close(self) -> None:
        self.pane.hide()
        self.measure()
        self._page.focus_first()
