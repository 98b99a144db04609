"""List on the left, who and answer on the right; one at a time where the window is narrow."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.ui.kit import Kit

SHARE, WIDEST = 0.435, 700
"""The left pane's share of the width, and how wide it grows by itself."""


class Panes(QWidget):
    """Two panes in a splitter, or in a stack of which Tab shows the other one."""

    def __init__(self, kit: Kit, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._left, self._right = kit, left, right
        self.setMinimumHeight(1)  # a taller strip below must never be cut: here something scrolls, or is covered
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(1)
        self._stack = QStackedWidget(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._splitter)
        column.addWidget(self._stack)
        self._narrow: bool | None = None
        self._moved = False
        self._splitter.splitterMoved.connect(self._on_moved)
        kit.theme.changed.connect(self._arrange)
        self._arrange()

    @property
    def narrow(self) -> bool:
        """Whether only one pane is seen."""
        return bool(self._narrow)

    def swap(self) -> None:
        """Show the other pane, where only one is seen."""
        self._stack.setCurrentIndex(1 - self._stack.currentIndex())

    def show_list(self) -> None:
        """Show the pane with the list, where only one is seen."""
        if self._narrow:
            self._stack.setCurrentWidget(self._left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share_out()

    def _on_moved(self) -> None:
        self._moved = True

    def _arrange(self) -> None:
        px, narrow = self._kit.theme.px, self._kit.theme.narrow
        self._left.setMinimumWidth(0 if narrow else px("desk_left_min"))
        self._right.setMinimumWidth(0 if narrow else px("desk_right_min"))
        if narrow == self._narrow:
            return
        self._narrow = narrow
        focus = self.focusWidget() if self._has_focus() else None
        for pane in (self._left, self._right):
            if narrow:
                self._stack.addWidget(pane)
            else:
                self._splitter.addWidget(pane)
                pane.show()
        self._stack.setVisible(narrow)
        self._splitter.setVisible(not narrow)
        self.show_list()
        self._share_out()
        if focus is not None:
            focus.setFocus()

    def _has_focus(self) -> bool:
        """Tell whether whoever works at the window works here: a page that is put away takes the focus from nobody."""
        widget = QApplication.focusWidget()
        return widget is not None and self.isAncestorOf(widget)

    def _share_out(self) -> None:
        if not self._narrow and not self._moved:
            left = min(round(self.width() * SHARE), self._kit.theme.px(WIDEST))
            self._splitter.setSizes([left, max(1, self.width() - left - 1)])
