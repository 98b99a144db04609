"""Gives each row of the list to the painter of its kind."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.results_model import ROW
from frontdesk.ui.pages.desk.rows import (
    AnswerRow,
    CaptionRow,
    ContactRow,
    MoreRow,
    NumberRow,
    PersonRow,
    Row,
    ShortRow,
    SpaceRow,
    TryRow,
    selectable,
)
from frontdesk.ui.pages.desk.rows_paint.answer_row import AnswerPainter, Voice
from frontdesk.ui.pages.desk.rows_paint.brush import MARGIN, Brush, RowLook
from frontdesk.ui.pages.desk.rows_paint.person_row import PersonPainter
from frontdesk.ui.pages.desk.rows_paint.quiet_rows import (
    CaptionPainter,
    ContactPainter,
    MorePainter,
    ShortPainter,
    SpacePainter,
    TryPainter,
)
from frontdesk.ui.paint.frames import draw_focus_ring

LINED = (AnswerRow,)
REMEMBERED = 300
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints rows; ``active`` says whether Enter acts on the selected one now."""

    def __init__(self, kit: Kit, view: QListView) -> None:
        super().__init__(view)
        self._kit, self._view, self.active = kit, view, False
        self._heights: dict[tuple[Row, int], int] = {}
        brush = Brush(kit)
        self._answers = AnswerPainter(brush)
        self._shorts, people = ShortPainter(brush, self._answers.voice), PersonPainter(brush)
        self._painters: dict[type, Any] = {
            AnswerRow: self._answers,
            PersonRow: people,
            NumberRow: people,
            CaptionRow: CaptionPainter(brush),
            MoreRow: MorePainter(brush),
            ShortRow: self._shorts,
            ContactRow: ContactPainter(brush),
            TryRow: TryPainter(brush),
            SpaceRow: SpacePainter(),
        }

    def set_voice(self, voice: Voice) -> None:
        """Speak as somebody, in a language, on a day."""
        self._answers.voice = self._shorts.voice = voice
        self.forget()

    def row_height(self, row: Row, width: int) -> int:
        """Return how high a row is; the list asks again and again."""
        key = (row, width)
        if key not in self._heights:
            if len(self._heights) >= REMEMBERED:
                self._heights.clear()
            self._heights[key] = int(self._painters[type(row)].height(row, width))
        return self._heights[key]

    def forget(self) -> None:
        """Measure every row anew: what they say, or how, has changed."""
        self._heights.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        return QSize(width, self.row_height(index.data(ROW), width))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row: Row = index.data(ROW)
        look = self._look(option, index, row)
        painter.save()
        self._painters[type(row)].paint(painter, option.rect, row, look)
        if look.focused:
            edge = self._kit.theme.px(MARGIN)
            draw_focus_ring(painter, self._kit.theme, option.rect.adjusted(edge, 0, -edge, 0), "radius.row")
        painter.restore()

    def _look(self, option: QStyleOptionViewItem, index: Index, row: Row) -> RowLook:
        current = self._view.currentIndex().row()
        selected = index.row() == current
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver) and selectable(row)
        after = index.model().index(index.row() + 1, 0).data(ROW)
        line = isinstance(row, LINED) and isinstance(after, LINED) and current not in (index.row(), index.row() + 1)
        return RowLook(selected, self.active, hover, line, selected and self._view.hasFocus())
