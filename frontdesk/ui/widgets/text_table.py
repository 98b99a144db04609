"""Plain tables of texts: arrows move in them, Tab leaves them."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.thai_layout import ThaiBlock

Index = QModelIndex | QPersistentModelIndex
NO_PARENT = QModelIndex()
DISPLAY, TIP, SPOKEN = Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole
SHOWN = 200
"""Letters of a cell that are shown; the table is for recognising columns, not for reading."""
CELL, PAD = Ink("label"), 8


class Grid(QAbstractTableModel):
    """A table of texts with a head."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._head: tuple[str, ...] = ()
        self._rows: tuple[tuple[str, ...], ...] = ()

    def fill(self, head: Sequence[str], rows: Sequence[tuple[str, ...]]) -> None:
        self.beginResetModel()
        self._head, self._rows = tuple(head), tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._head)

    def data(self, index: Index, role: int = DISPLAY) -> Any:
        if not index.isValid() or role not in (DISPLAY, TIP, SPOKEN):
            return None
        row = self._rows[index.row()]
        text = row[index.column()] if index.column() < len(row) else ""
        if role == SPOKEN:
            return f"{self._head[index.column()]}: {text[:SHOWN]}"
        return " ".join(text.split())[:SHOWN]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> Any:
        across = orientation is Qt.Orientation.Horizontal
        return self._head[section] if across and role == DISPLAY else None


class CellDelegate(QStyledItemDelegate):
    """Paints texts broken between Thai words, over as many lines as the table allows."""

    def __init__(self, kit: Kit, lines: int, view: QWidget) -> None:
        super().__init__(view)
        self._kit, self._lines, self._view = kit, lines, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme, rect = self._kit.theme, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.color("accent_soft" if self._view.hasFocus() else "hover"))
        pad = theme.px(PAD)
        block = ThaiBlock(theme, index.data(), CELL, rect.width() - 2 * pad, self._lines)
        painter.save()
        painter.setClipRect(rect)
        block.paint(painter, rect.x() + pad, rect.y() + (rect.height() - block.ink_height) / 2)
        painter.restore()


class TextTable(QTableView):
    """Shows a grid; arrows move in it, Tab leaves it."""

    lines, row_height = 1, 36

    def __init__(self, kit: Kit, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit, self.grid = kit, Grid(self)
        self.setModel(self.grid)
        self.setItemDelegate(CellDelegate(kit, self.lines, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.verticalHeader().hide()
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setHighlightSections(False)
        kit.words.bind(self, self.setAccessibleName, name)
        kit.theme.changed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        px = self.kit.theme.px
        self.verticalHeader().setDefaultSectionSize(px(self.row_height))
        self.horizontalHeader().setDefaultSectionSize(px(180))
        self.horizontalHeader().setFixedHeight(px(36))
