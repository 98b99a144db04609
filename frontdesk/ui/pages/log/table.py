"""The table of the record: no grid, quiet head, columns as wide as what stands in them."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import INSET
from frontdesk.ui.pages.log.delegate import LogDelegate
from frontdesk.ui.pages.log.model import Column, LogModel
from frontdesk.ui.paint.frames import draw_hair
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, line_height

Index = QModelIndex | QPersistentModelIndex
HEAD = Ink("label", "text_2")
OWN_SELECTION = "QTableView { selection-background-color: transparent; }"
"""The delegate draws the selected row as one; Qt would fill each cell as well."""
WIDTHS = {Column.TIME: 178, Column.CHANNEL: 34, Column.CALLER: 220, Column.OUTCOME: 128, Column.STAFF: 120}
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
    """Moves by arrows, pages, Home and End. ``opened`` carries the row that Enter was pressed on."""

    opened = Signal(int)
    moved = Signal(int)

    def __init__(self, kit: Kit, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self.setModel(model)
        self.setItemDelegate(LogDelegate(kit, self))
        self.setHorizontalHeader(TableHead(kit, self))
        self._plain()
        kit.words.bind(self, self.setAccessibleName, "log.table")
        kit.theme.changed.connect(self.refresh)
        kit.words.changed.connect(self._on_words)
        model.modelReset.connect(self.choose_first)
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))
        self.refresh()

    def choose_first(self) -> None:
        """Put the selection on the newest contact."""
        if self.model().rowCount():
            self.setCurrentIndex(self.model().index(0, 0))
        self.moved.emit(self.currentIndex().row())

    def refresh(self) -> None:
        """Measure rows and columns again."""
        self.verticalHeader().setDefaultSectionSize(self.kit.theme.px("row_table"))
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, self.kit.theme.px(width))
        self._stretch()
        self.viewport().update()

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        self.viewport().update()
        self.moved.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex().row())
        elif event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End):
            last = self.model().rowCount() - 1
            row = 0 if event.key() == Qt.Key.Key_Home else last
            self.setCurrentIndex(self.model().index(row, 0))
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def _plain(self) -> None:
        self.setStyleSheet(OWN_SELECTION)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setMinimumSectionSize(self.kit.theme.px(20))

    def _stretch(self) -> None:
        taken = sum(self.columnWidth(column) for column in WIDTHS)
        self.setColumnWidth(STRETCHED, max(self.kit.theme.px(120), self.viewport().width() - taken))

    def _on_words(self) -> None:
        self.horizontalHeader().viewport().update()
        self.viewport().update()
