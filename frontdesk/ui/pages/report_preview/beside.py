"""A page with a paper beside it, or in its place where the window is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.page import Page
from frontdesk.ui.pages.report_preview.pane import Asked, ReportPane
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine

PANE, LEAST = 520, 700
"""The width of the paper's pane, and what the page needs to be read beside it."""


class PageBesideReport(Ground):
    """Implements ``Page`` in place of the one it holds."""

    def __init__(self, kit: Kit, page: Page, pane: ReportPane, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._page, self.pane = page, pane
        self._line = HairLine(kit, upright=True)
        row = QHBoxLayout(self)
        row.addWidget(page.widget, 1)
        row.addWidget(self._line)
        row.addWidget(pane)
        self.space(row)
        self.setFocusProxy(page.widget)
        pane.left.connect(self._close)
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
        theme, shown = self.kit.theme, self.pane.isVisibleTo(self)
        beside = self.width() - theme.px(PANE) >= theme.px(LEAST)
        self._page.widget.setVisible(beside or not shown)
        self._line.setVisible(beside and shown)
        if beside:
            self.pane.setFixedWidth(theme.px(PANE))
        else:
            self.pane.setMinimumWidth(0)
            self.pane.setMaximumWidth(16_777_215)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.measure()

    def _close(self) -> None:
        self.pane.hide()
        self.measure()
        self._page.focus_first()
