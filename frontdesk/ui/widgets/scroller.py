"""Lets a tall page scroll up and down, and never sideways."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget


class Scroller(QScrollArea):
    """Holds one widget as wide as itself."""

    def __init__(self, inner: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        inner.setBackgroundRole(QPalette.ColorRole.Base)
        self.setWidget(inner)

    def turn(self, way: int) -> None:
        """Scroll most of a page down, or up if ``way`` is negative."""
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + way * bar.pageStep() * 3 // 4)
