"""A list that opens under a button of the filter bar, inside the window; it goes when the focus goes."""

from collections.abc import Callable
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QSize, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QListWidget, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_focus_ring, draw_frame, draw_hair, draw_hover
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, elided, text_width

Index = QModelIndex | QPersistentModelIndex
ROW, PAD, MARK, MOST_ROWS, WIDEST = 36, 12, 24, 12, 420
PLAIN, CHOSEN = Ink("label"), Ink("label", bold=True)


class Entry(NamedTuple):
    """Something to choose; ``on`` is None where it is no matter of on and off, ``line`` begins another group."""

    word: str
    act: Callable[[], object]
    on: bool | None = None
    line: bool = False
    remove: Callable[[], object] | None = None


class FilterMenu(QListWidget):
    """Enter chooses and closes, Space chooses and stays, Del removes what can be removed, Esc goes back."""

    def __init__(self, kit: Kit, name: str, refill: Callable[[], list[Entry]], parent: QWidget) -> None:
        super().__init__(parent)
        self.kit, self._refill = kit, refill
        self._entries: list[Entry] = []
        self._came_from: QWidget | None = None
        self.setItemDelegate(_EntryDelegate(kit, self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        kit.words.bind(self, self.setAccessibleName, name)
        self.itemClicked.connect(lambda _: self._choose(stay=False))
        self.hide()

    def open(self, under: QWidget) -> None:
        """Open under a widget and take the focus until something is chosen."""
        window, focused = under.window(), under.window().focusWidget()
        self._came_from = focused if focused is not self else self._came_from
        self.setParent(window)
        self.fill(0)
        px = self.kit.theme.px
        width = max((text_width(self.kit.theme, CHOSEN, one.word) for one in self._entries), default=0)
        wide = max(under.width(), min(px(WIDEST), round(width) + px(2 * PAD + MARK + 16)))
        self.resize(wide, min(MOST_ROWS, len(self._entries)) * px(ROW) + 2)
        corner = under.mapTo(window, QPoint(0, under.height() + px(4)))
        self.move(max(0, min(corner.x(), window.width() - wide)), corner.y())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def fill(self, row: int) -> None:
        """Show the entries as they are now."""
        self._entries = self._refill()
        self.clear()
        self.addItems([one.word for one in self._entries])
        self.setCurrentRow(row)

    def entry(self, row: int) -> Entry:
        return self._entries[row]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(stay=key == Qt.Key.Key_Space)
        elif key == Qt.Key.Key_Escape:
            self._close()
        elif key == Qt.Key.Key_Delete and (remove := self._entries[self.currentRow()].remove) is not None:
            self._close()
            remove()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_frame(QPainter(self.viewport()), self.kit.theme, self.viewport().rect(), fill="surface", outline="control")
        super().paintEvent(event)

    def _choose(self, *, stay: bool) -> None:
        row = self.currentRow()
        if 0 <= row < len(self._entries):
            entry = self._entries[row]
            stay = stay and entry.on is not None
            if not stay:
                self._close()
            entry.act()
            if stay:
                self.fill(row)

    def _close(self) -> None:
        self.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.PopupFocusReason)


class _EntryDelegate(QStyledItemDelegate):
    """Paints a mark where an entry is on, then its word."""

    def __init__(self, kit: Kit, menu: FilterMenu) -> None:
        super().__init__(menu)
        self._kit, self._menu = kit, menu

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, self._kit.theme.px(ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect, entry = self._kit.theme, option.rect, self._menu.entry(index.row())
        inner = rect.adjusted(theme.px(4), 1, -theme.px(4), -1)
        if index.row() == self._menu.currentRow():
            draw_hover(painter, theme, inner)
            draw_focus_ring(painter, theme, inner, "radius.row")
        if entry.line:
            draw_hair(painter, theme, rect.left() + theme.px(PAD), rect.right() - theme.px(PAD), rect.top())
        left = rect.left() + theme.px(PAD)
        if entry.on:
            side = theme.px("icon.small")
            self._kit.icons.paint(painter, "check", "accent", left, rect.top() + (rect.height() - side) / 2, side)
        ink = CHOSEN if entry.on else PLAIN
        word = elided(theme, ink, entry.word, rect.width() - theme.px(2 * PAD + MARK))
        draw_text(painter, theme, ink, word, left + theme.px(MARK), baseline(theme, "label", rect.top(), rect.height()))
