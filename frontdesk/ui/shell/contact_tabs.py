"""The open contacts as tabs, so that one who waits is never out of sight."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QTabBar, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, elided, text_width

PAD, ICON_GAP, WIDEST = 14, 8, 240
UNDERLINE = 3


@dataclass(frozen=True, slots=True)
class ContactTab:
    """An open contact as its tab shows it: the draft's id, a sign, a name or masked number."""

    id: str
    label: str
    icon: str = "phone"
    waiting: bool = False


class ContactTabs(QTabBar):
    """Tabs with an accent underline. ``chosen`` tells the id of a tab that somebody picked."""

    chosen = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._tabs: tuple[ContactTab, ...] = ()
        self._labels: list[str] = []
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setUsesScrollButtons(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        kit.words.bind(self, self.setAccessibleName, "shell.contacts")
        kit.words.changed.connect(self._label)
        kit.theme.changed.connect(self._measure)
        self.currentChanged.connect(self._on_current)
        self._measure()

    def show_tabs(self, tabs: Sequence[ContactTab], current: str = "") -> None:
        """Show the open contacts; ``current`` is the id of the one in hand."""
        self.blockSignals(True)
        self._tabs = tuple(tabs)
        while self.count() > len(tabs):
            self.removeTab(self.count() - 1)
        while self.count() < len(tabs):
            self.addTab("")
        self._label()
        ids = [tab.id for tab in tabs]
        self.setCurrentIndex(ids.index(current) if current in ids else -1)
        self.blockSignals(False)
        self.update()

    def tabSizeHint(self, index: int) -> QSize:
        theme = self._kit.theme
        lead = theme.px("icon.small") + theme.px(ICON_GAP) + 2 * theme.px(PAD)
        width = text_width(theme, Ink("label", bold=True), self._labels[index] if index < len(self._labels) else "")
        return QSize(min(theme.px(WIDEST), round(width + 0.5) + lead), theme.px("top_bar"))

    def minimumTabSizeHint(self, index: int) -> QSize:
        return QSize(self._kit.theme.px(96), self._kit.theme.px("top_bar"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        for index in range(self.count()):
            self._draw_tab(painter, index, self.tabRect(index))

    def _draw_tab(self, painter: QPainter, index: int, rect: QRect) -> None:
        theme, current = self._kit.theme, index == self.currentIndex()
        ink = Ink("label", "text" if current else "text_2", bold=current)
        side, left = theme.px("icon.small"), rect.x() + theme.px(PAD)
        top = rect.y() + (rect.height() - side) // 2
        icon = "pause" if self._tabs[index].waiting else self._tabs[index].icon
        self._kit.icons.paint(painter, icon, ink.role, left, top, side)
        start, end = left + side + theme.px(ICON_GAP), rect.right() + 1 - theme.px(PAD)
        text = elided(theme, ink, self._labels[index], end - start + 1)
        draw_text(painter, theme, ink, text, start, baseline(theme, ink.style, rect.y(), rect.height()))
        if current:
            bar = QRect(left, rect.bottom() + 1 - theme.px(UNDERLINE), end - left, theme.px(UNDERLINE))
            painter.fillRect(bar, theme.color("focus" if self.hasFocus() else "accent"))
            if self.hasFocus():
                draw_frame(painter, theme, rect, outline="focus", stroke="stroke.focus")

    def _label(self) -> None:
        self._labels = [self._said(tab) for tab in self._tabs]
        for index, label in enumerate(self._labels):
            self.setTabText(index, label.replace("&", "&&"))  # no name may become a menu key
        self.updateGeometry()

    def _said(self, tab: ContactTab) -> str:
        return self._kit.words("shell.waiting", name=tab.label) if tab.waiting else tab.label

    def _measure(self) -> None:
        self.setFont(self._kit.theme.font("label"))
        self.setFixedHeight(self._kit.theme.px("top_bar"))
        self.updateGeometry()
        self.update()

    def _on_current(self, index: int) -> None:
        if 0 <= index < len(self._tabs):
            self.chosen.emit(self._tabs[index].id)
