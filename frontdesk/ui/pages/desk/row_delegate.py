"""Gives each row of the list to the painter of its kind."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.results_model import ResultsModel
from frontdesk.ui.pages.desk.row_pictures import RowPictures
from frontdesk.ui.pages.desk.rows import (
    AnswerRow,
    CaptionRow,
    ContactRow,
    DueRow,
    MoreRow,
    NewPersonRow,
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
from frontdesk.ui.pages.desk.rows_paint.due_row import DuePainter
from frontdesk.ui.pages.desk.rows_paint.new_person_row import NewPersonPainter
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
Index = QModelIndex | QPersistentModelIndex


class RowDelegate(QStyledItemDelegate):
    """Paints rows; ``active`` says whether Enter acts on the selected one now."""

    def __init__(self, kit: Kit, model: ResultsModel, view: QListView) -> None:
        super().__init__(view)
        self._kit, self._model, self._view, self.active = kit, model, view, False
        self._pictures, self._sizes = RowPictures(), dict[tuple[int, int], QSize]()
        model.modelAboutToBeReset.connect(self._sizes.clear)
        brush = self._brush = Brush(kit)
        self._answers = AnswerPainter(brush)
        self._shorts = ShortPainter(brush, self._answers.voice)
        self._people, self._contacts = PersonPainter(brush), ContactPainter(brush)
        self._painters: dict[type, Any] = {
            AnswerRow: self._answers,
            PersonRow: self._people,
            NumberRow: self._people,
            CaptionRow: CaptionPainter(brush),
            MoreRow: MorePainter(brush),
            ShortRow: self._shorts,
            DueRow: DuePainter(brush),
            ContactRow: self._contacts,
            TryRow: TryPainter(brush),
            NewPersonRow: NewPersonPainter(brush),
            SpaceRow: SpacePainter(),
        }

    def set_voice(self, voice: Voice) -> None:
        """Speak as somebody, in a language, on a day."""
        self._answers.voice = self._shorts.voice = voice
        self.forget()

    def set_moment(self, now: datetime) -> None:
        """Say who is there as of this moment."""
        self._people.now = now

    def row_height(self, row: Row, width: int) -> int:
        """Return how high a row is; the list asks again and again."""
        return int(self._painters[type(row)].height(row, width))

    def forget(self) -> None:
        """Measure and draw every row anew: what they say, or how, has changed."""
        self._answers.forget()
        self._pictures.forget()
        self._sizes.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the size of a row; the list asks again and again."""
        key = place, width = index.row(), self._view.viewport().width()
        if key not in self._sizes:
            self._sizes[key] = QSize(width, self.row_height(self._model.rows[place], width))
        return self._sizes[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        place, rect = index.row(), option.rect
        row = self._model.rows[place]
        look = self._look(option, place, row)
        shown = self._face(row, rect.width()), look
        ground = self._kit.theme.color("surface")
        self._pictures.draw(painter, rect, row.key, shown, ground, lambda p, r: self._draw(p, r, row, look))
        if self._lined(place):
            self._brush.line(painter, rect)

    def _face(self, row: Row, width: int) -> object:
        """Return what makes a row look as it does, leaving out what is not seen."""
        match row:
            case AnswerRow():
                return self._answers.face(row, width)
            case PersonRow():
                return self._people.face(row)
            case ContactRow():
                return self._contacts.face(row)
            case _:
                return row

    def _draw(self, painter: QPainter, rect: QRect, row: Row, look: RowLook) -> None:
        painter.save()
        self._painters[type(row)].paint(painter, rect, row, look)
        if look.focused:
            edge = self._kit.theme.px(MARGIN)
            draw_focus_ring(painter, self._kit.theme, rect.adjusted(edge, 0, -edge, 0), "radius.row")
        painter.restore()

    def _look(self, option: QStyleOptionViewItem, place: int, row: Row) -> RowLook:
        selected = place == self._view.currentIndex().row()
        hover = bool(option.state & QStyle.StateFlag.State_MouseOver) and selectable(row)
        return RowLook(selected, self.active, hover, focused=selected and self._view.hasFocus())

    def _lined(self, place: int) -> bool:
        """Tell whether a line stands under a row: never beside the selected one."""
        pair = self._model.rows[place : place + 2]
        alike = len(pair) == 2 and all(isinstance(row, LINED) for row in pair)
        return alike and self._view.currentIndex().row() not in (place, place + 1)
