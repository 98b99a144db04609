"""The list under the box: answers, people and past contacts over one model."""

from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from frontdesk.domain.articles import Answer
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.results_model import ROW, ResultsModel
from frontdesk.ui.pages.desk.row_builder import settled
from frontdesk.ui.pages.desk.row_delegate import RowDelegate
from frontdesk.ui.pages.desk.rows import AnswerRow, MoreRow, Row, SpaceRow, selectable
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice
from frontdesk.ui.pages.desk.rows_paint.brush import INSET
from frontdesk.ui.paint.ink import Ink, baseline, draw_text
from frontdesk.ui.widgets.margin_bar import MarginBar

LEAST_ANSWERS, PAGE = 3, 5
HOLD_MS = 20
"""The search process mostly answers within this: then a key costs one repaint, not two."""
EMPTY = Ink("label", "text_3")
USE_KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: PAGE, Qt.Key.Key_PageUp: -PAGE}


class ResultsList(QListView):
    """Rows with one selection. ``current_row_changed`` carries the selected ``Row`` or None;
    ``used`` the row that was entered; ``unfold_asked`` comes when the selection goes past a fold.
    """

    current_row_changed = Signal(object)
    used = Signal(object)
    unfold_asked = Signal()
    height_changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._picked, self._empty = kit, False, ""
        self._held = QTimer(self, singleShot=True, interval=HOLD_MS)
        self._held.timeout.connect(self.release)
        self._model = ResultsModel(kit.words, self)
        self._delegate = RowDelegate(kit, self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self._set_up()
        kit.words.bind(self, self.setAccessibleName, "desk.list")
        kit.theme.changed.connect(self.measure_again)
        kit.words.changed.connect(self.measure_again)

    @property
    def rows(self) -> tuple[Row, ...]:
        return self._model.rows

    @property
    def picked(self) -> bool:
        """Whether a person moved the selection themselves: then nothing may move it."""
        return self._picked

    def current_row(self) -> Row | None:
        """Return the selected row."""
        row: Row | None = self.currentIndex().data(ROW) if self.currentIndex().isValid() else None
        return row

    def set_empty(self, name: str) -> None:
        """Name the sentence to show where there is no row at all."""
        if name != self._empty:
            self._empty = name
            self.viewport().update()

    def set_voice(self, voice: Voice) -> None:
        self._delegate.set_voice(voice)
        self.measure_again()

    def set_moment(self, now: datetime) -> None:
        """Say who is there as of a moment; no row changes its height for that."""
        self._delegate.set_moment(now)
        self.viewport().update()

    def set_active(self, active: bool) -> None:
        """Say whether Enter acts on the selected row now, because the box or the list has the focus."""
        self._delegate.active = active or self.hasFocus()
        self.viewport().update()

    def hold(self) -> None:
        """Paint nothing for a moment: better rows are about to come, and are painted instead."""
        self.viewport().setUpdatesEnabled(False)
        self._held.start()

    def release(self) -> None:
        """Paint what has changed since ``hold``."""
        if self._held.isActive() or not self.viewport().updatesEnabled():
            self._held.stop()
            self.viewport().setUpdatesEnabled(True)

    def show_new(self, rows: tuple[Row, ...], select_first: bool) -> None:
        """Show the rows of another query; a selection made before no longer counts."""
        self._picked = False
        before = self.current_row()
        self._model.set_rows(rows)
        self._select(self._first() if select_first else -1)
        self.scrollToTop()
        self._tell_if_changed(before)

    def settle(self, rows: tuple[Row, ...], select_first: bool) -> None:
        """Show better rows for the same query. A row that was picked stays where it is."""
        if rows == self.rows:
            return
        if [row.key for row in rows] == [row.key for row in self.rows]:
            self._renew(rows, self.currentIndex().row() if self._picked else self._first() if select_first else -1)
            return
        if not self._picked:
            self.show_new(rows, select_first)
            return
        before, place, offset = self.current_row(), self.currentIndex().row(), self.verticalScrollBar().value()
        kept = self._unmoved(settled(self.rows, rows, place), place)
        self._model.set_rows((*kept, *self._space(kept, offset)))
        self._select(place)
        self.verticalScrollBar().setValue(offset)
        self._tell_if_changed(before)

    def _renew(self, rows: tuple[Row, ...], place: int) -> None:
        """Show the same rows with something new in them: the list stays scrolled as it is."""
        before, offset = self.current_row(), self.verticalScrollBar().value()
        self._model.set_rows(self._unmoved(rows, place) if self._picked else rows)
        self._select(place)
        self.verticalScrollBar().setValue(offset)
        self._tell_if_changed(before)

    def _unmoved(self, rows: tuple[Row, ...], place: int) -> tuple[Row, ...]:
        """Keep the old look of a row down to the picked one where the new one would be of another height."""
        old, height, width = self.rows, self._delegate.row_height, self.viewport().width()
        kept = (
            row if row == was or height(row, width) == height(was, width) else was
            for row, was in zip(rows[: place + 1], old[: place + 1], strict=True)
        )
        return (*kept, *rows[place + 1 :])

    def _space(self, rows: tuple[Row, ...], offset: int) -> tuple[Row, ...]:
        """Return the room that rows need below them for the list to stay scrolled as it is."""
        if not offset:
            return ()
        height = sum(self._delegate.row_height(row, self.viewport().width()) for row in rows)
        missing = offset + self.viewport().height() - height
        return (SpaceRow(missing),) if missing > 0 else ()

    def step(self, rows: int) -> None:
        """Move the selection by rows; past the last answer shown the folded ones unfold."""
        places = [n for n, row in enumerate(self.rows) if selectable(row)]
        if not places:
            return
        at = self.currentIndex().row()
        here = places.index(at) if at in places else (-1 if rows > 0 else len(places))
        self.pick(places[max(0, min(here + rows, len(places) - 1))])

    def pick(self, place: int) -> None:
        """Select a row because a person asked for it."""
        self.release()
        if isinstance(self.rows[place], MoreRow):
            self._picked = True
            self.unfold_asked.emit()
            if place < len(self.rows) and not isinstance(self.rows[place], MoreRow):
                self.pick(place)
            return
        before, self._picked = self.current_row(), True
        self._select(place)
        self.scrollTo(self.currentIndex(), QAbstractItemView.ScrollHint.EnsureVisible)
        self._tell_if_changed(before)

    def room(self, answers: tuple[Answer, ...], others: int) -> int:
        """Return how many answers fit above the first ``others`` rows of people and contacts."""
        px = self._kit.theme.px
        left = self.viewport().height() - px(28 + 40 + 32) - min(others, 2) * px("row_person")
        for n, answer in enumerate(answers):
            left -= self._delegate.row_height(AnswerRow(answer, n + 1, len(answers)), self.viewport().width())
            if left < 0:
                return max(LEAST_ANSWERS, n)
        return len(answers)

    def measure_again(self) -> None:
        """Lay the rows out again after a change of size, language or theme."""
        self._delegate.forget()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in USE_KEYS and not event.modifiers():
            self.used.emit(self.current_row())
        elif event.key() in STEPS:
            self.step(STEPS[Qt.Key(event.key())])
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and selectable(self.rows[index.row()]):
            self.pick(index.row())

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.row() == self.currentIndex().row():
            self.used.emit(self.current_row())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.set_active(True)
        if not self.currentIndex().isValid():
            self.step(1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().height() != event.oldSize().height():
            self.height_changed.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QPainter(self.viewport())
        ground.fillRect(event.rect(), self._kit.theme.color("surface"))
        ground.end()
        super().paintEvent(event)
        if self._empty and not self.rows:
            theme, painter = self._kit.theme, QPainter(self.viewport())
            y = baseline(theme, EMPTY.style, theme.px(8), theme.line(EMPTY.style))
            draw_text(painter, theme, EMPTY, self._kit.words(self._empty), theme.px(INSET), y)

    def _set_up(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setMouseTracking(True)
        self.viewport().setAttribute(
            Qt.WidgetAttribute.WA_OpaquePaintEvent
        )  # it fills itself: nothing below is painted
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self._bar = MarginBar(self)

    def _first(self) -> int:
        return next((n for n, row in enumerate(self.rows) if selectable(row)), -1)

    def _select(self, place: int) -> None:
        index: QModelIndex | QPersistentModelIndex = self._model.index(place, 0) if place >= 0 else QModelIndex()
        self.setCurrentIndex(index)

    def _tell_if_changed(self, before: Row | None) -> None:
        after = self.current_row()
        if (before and before.key) != (after and after.key):
            self.current_row_changed.emit(after)
            self.viewport().update()
