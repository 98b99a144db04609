"""The table of the record: no grid, quiet head, columns as wide as what stands in them; many rows can be picked."""

from collections.abc import Callable

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import INSET
from frontdesk.ui.pages.log.model import LogModel
from frontdesk.ui.pages.log.row_painter import LINE, Cells, RowPainter, Stand
from frontdesk.ui.pages.log.row_words import Column
from frontdesk.ui.paint.frames import draw_hair
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, line_height

Index = QModelIndex | QPersistentModelIndex
HEAD, EMPTY = Ink("label", "text_2"), Ink("body", "text_2")
KEYPAD = Qt.KeyboardModifier.KeypadModifier
WIDTHS = {Column.TIME: 132, Column.CHANNEL: 34, Column.CALLER: 196, Column.OUTCOME: 148, Column.STAFF: 92}
NARROW = {Column.TIME: 116, Column.CHANNEL: 30, Column.CALLER: 152, Column.OUTCOME: 126, Column.STAFF: 76}
LEAST = 900
"""A table as wide as this has room for the usual columns."""
Pick = QItemSelectionModel.SelectionFlag
STAY, ROW = Pick.NoUpdate, Pick.Rows
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STRETCHED = Column.TOPIC


class TableHead(QHeaderView):
    """Names the columns, in line with the words below."""

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._kit = kit
        self.setSectionsClickable(False)

    def sizeHint(self) -> QSize:
        return QSize(0, line_height(self._kit.theme, HEAD.style) + self._kit.theme.px("x1"))

    def paintSection(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        theme = self._kit.theme
        painter.fillRect(rect, theme.color("surface"))
        if logical_index != Column.CHANNEL:
            self._word(painter, rect, logical_index)
        draw_hair(painter, theme, rect.left(), rect.right() + 1, rect.bottom())

    def _word(self, painter: QPainter, rect: QRect, logical_index: int) -> None:
        theme = self._kit.theme
        word = str(self.model().headerData(logical_index, Qt.Orientation.Horizontal) or "")
        left = rect.left() + theme.px(INSET if logical_index == Column.TIME else 0)
        draw_text(painter, theme, HEAD, word, left, baseline(theme, HEAD.style, rect.top(), rect.height()))


class LogTable(QTableView):
    """Moves by arrows, pages, Home and End; Space picks a row, Shift with a move all up to there, Ctrl+A every row.

    ``opened`` carries the row that Enter was pressed on, ``moved`` the current one, ``digit`` a number key;
    ``picks_changed`` follows what is picked, ``left`` Esc.
    """

    opened = Signal(int)
    moved = Signal(int)
    digit = Signal(int)
    picks_changed = Signal()
    left = Signal()

    def __init__(self, kit: Kit, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self._log, self._empty_word = model, ""
        self._grown, self._anchor = QPersistentModelIndex(), QPersistentModelIndex()
        self.setModel(model)
        self._painter, self._hovered = RowPainter(kit, model), -1
        self.setHorizontalHeader(TableHead(kit, self))
        self._plain()
        kit.words.bind(self, self.setAccessibleName, "log.table")
        kit.theme.changed.connect(self.refresh)
        kit.words.changed.connect(self._on_words)
        model.modelAboutToBeReset.connect(self._shrink)
        model.modelReset.connect(self.choose_first)
        model.arrived.connect(self.stay)
        model.dataChanged.connect(lambda *_: self._grow())
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.refresh()

    @property
    def picked_rows(self) -> list[range]:
        """The rows that are picked, in runs from above."""
        runs = [range(run.top(), run.bottom() + 1) for run in self.selectionModel().selection().toList()]
        return sorted(runs, key=lambda run: run.start)

    @property
    def picked_count(self) -> int:
        return sum(map(len, self.picked_rows))

    def choose_first(self) -> None:
        """Put the selection on the newest contact."""
        if self.model().rowCount():
            self.selectionModel().setCurrentIndex(self.model().index(0, 0), STAY)
        self._grow()
        self.moved.emit(self.currentIndex().row())
        self.picks_changed.emit()

    def stay(self, above: int) -> None:
        """Keep what is in view where it is when rows have come in above."""
        bar = self.verticalScrollBar()
        if self.hasFocus() or bar.value():
            self.updateGeometries()
            bar.setValue(bar.value() + above)

    def say_empty(self, sentence: str) -> None:
        """Say this where rows would stand, as long as there are none."""
        self._empty_word = sentence
        self.viewport().update()

    def refresh(self) -> None:
        """Measure rows and columns again."""
        self.verticalHeader().setDefaultSectionSize(self.kit.theme.px("row_table"))
        self._grown = QPersistentModelIndex()
        self._grow()
        self._stretch()
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self._grow()
        self.viewport().update()
        self.moved.emit(current.row())

    def selectionChanged(self, selected: object, deselected: object) -> None:
        super().selectionChanged(selected, deselected)  # type: ignore[arg-type] # what Qt gives
        self.viewport().update()
        self.picks_changed.emit()

    def selectionCommand(self, index: Index, event: QEvent | None = None) -> Pick:
        """Moving picks nothing; Ctrl and a click pick one more, Shift and a click all from the last place."""
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonPress:
            if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                return Pick.Toggle | ROW
            if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
                return Pick.SelectCurrent | ROW
        return STAY

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = self._act_of(event)
        before, picking = self.currentIndex(), event.modifiers() == Qt.KeyboardModifier.ShiftModifier
        if act is not None:
            act()
        else:
            super().keyPressEvent(event)
        if picking and self.currentIndex() != before:
            self._pick_from(before)
        elif not picking:
            self._anchor = QPersistentModelIndex(self.currentIndex())

    def keyboardSearch(self, search: str) -> None:
        """Typed letters find nothing here: the field does."""

    def _act_of(self, event: QKeyEvent) -> Callable[[], object] | None:
        key, plain, row = Qt.Key(event.key()), not event.modifiers() & ~KEYPAD, self.currentIndex().row()
        last = self.model().rowCount() - 1
        if plain and key in ENTER and row >= 0:
            return lambda: self.opened.emit(row)
        if plain and key == Qt.Key.Key_Space and row >= 0:
            return lambda: self.selectionModel().select(self.currentIndex(), Pick.Toggle | ROW)
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return lambda: self._go(0 if key == Qt.Key.Key_Home else last)
        if plain and Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
            return lambda: self.digit.emit(key - Qt.Key.Key_1)
        if plain and key == Qt.Key.Key_Escape:
            return self.left.emit
        return None

    def _pick_from(self, before: QModelIndex) -> None:
        """Pick all rows between where Shift was first held and here."""
        anchor = self._anchor if self._anchor.isValid() else before
        rows = sorted((anchor.row(), self.currentIndex().row()))
        ends = (self.model().index(row, 0) for row in rows)
        self.selectionModel().select(QItemSelection(*ends), Pick.ClearAndSelect | ROW)

    def _go(self, row: int) -> None:
        self.selectionModel().setCurrentIndex(self.model().index(row, 0), STAY)

    def _grow(self) -> None:
        """Give the current row room for its correction, which may have come with the row itself."""
        current, header, height = self.currentIndex(), self.verticalHeader(), self.kit.theme.px("row_table")
        contact = self._log.contact(current.row())
        tall = QPersistentModelIndex(current if contact is not None and contact.corrections else QModelIndex())
        if self._grown.row() != tall.row():
            self._shrink()
        if tall.isValid():
            header.resizeSection(tall.row(), height + self.kit.theme.px(LINE))
        self._grown = tall

    def _shrink(self) -> None:
        """Let no row be higher than the others."""
        if self._grown.isValid():
            self.verticalHeader().resizeSection(self._grown.row(), self.kit.theme.px("row_table"))
        self._grown = QPersistentModelIndex()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows of what is to be painted, each in one go, and have those read that are in view."""
        painter, view = QPainter(self.viewport()), self.viewport().rect()
        first, last = self._rows_in(view)
        if self.model().rowCount():
            cells = self._cells()
            for row in range(*self._rows_in(event.rect())):
                rect = QRect(0, self.rowViewportPosition(row), view.width(), self.rowHeight(row))
                self._painter.paint(painter, row, rect, cells, self._stand(row, first))
            self._log.look_at(first, last - 1)
        elif self._empty_word:
            theme = self.kit.theme
            base = baseline(theme, EMPTY.style, 0, theme.px("row_table") * 1.5)
            draw_text(painter, theme, EMPTY, self._empty_word, theme.px(INSET), base)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self.rowAt(round(event.position().y())))

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover(-1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _rows_in(self, rect: QRect) -> tuple[int, int]:
        """Return the first row in a part of the view, and the one after the last."""
        first, last = self.rowAt(rect.top()), self.rowAt(rect.bottom())
        return max(0, first), (last + 1 if last >= 0 else self.model().rowCount())

    def _cells(self) -> Cells:
        lefts = tuple(self.columnViewportPosition(column) for column in Column)
        return Cells(lefts, tuple(self.columnWidth(column) for column in Column), self.viewport().width())

    def _stand(self, row: int, first: int) -> Stand:
        selection, chosen = self.selectionModel(), row == self.currentIndex().row()
        picked = selection.hasSelection() and selection.isRowSelected(row, QModelIndex())
        return Stand(chosen, picked, row == self._hovered, self.hasFocus(), row == first)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            self._hovered = row
            self.viewport().update()

    def _plain(self) -> None:
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(self.kit.theme.px(20))

    def _stretch(self) -> None:
        px, whole = self.kit.theme.px, self.viewport().width()
        for column, width in (NARROW if whole < px(LEAST) else WIDTHS).items():
            self.setColumnWidth(column, px(width))
        taken = sum(self.columnWidth(column) for column in WIDTHS)
        self.setColumnWidth(STRETCHED, max(self.kit.theme.px(120), self.viewport().width() - taken))

    def _on_words(self) -> None:
        self.horizontalHeader().viewport().update()
        self.viewport().update()
