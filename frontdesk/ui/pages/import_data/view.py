"""What the import page looks like; what happens on it is the page's business."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.imports import FileFormat, ImportKind, RowError, TablePreview
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.import_data.mapping import MappingList
from frontdesk.ui.pages.import_data.progress_line import ProgressLine
from frontdesk.ui.pages.import_data.source_bar import SourceBar
from frontdesk.ui.pages.import_data.tables import ErrorTable, PreviewTable
from frontdesk.ui.pages.import_data.undo_bar import UndoBar
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import FlatButton, PrimaryButton
from frontdesk.ui.widgets.choice import Option, Segments
from frontdesk.ui.widgets.form import Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, TextBlock, TextLabel
from frontdesk.ui.widgets.text_table import PAD

INSET, GAP, LEFT = 20, 8, 480
VIEWS = (Option("preview", "import_data.preview"), Option("errors", "import_data.errors"))


class ImportView(Ground):
    """The parts of the page: file, columns, rows or errors, what came of it, the last import."""

    back_asked = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "surface")
        self.source, self.mapping = SourceBar(kit), MappingList(kit)
        self.preview, self.errors = PreviewTable(kit), ErrorTable(kit)
        self.views = Segments(kit, "import_data.views", VIEWS)
        self.state, self.remark, self.progress = Sentence(kit, boxed=True), Sentence(kit), ProgressLine(kit)
        self.go, self.halt = PrimaryButton(kit, "", "Ctrl+Return"), FlatButton(kit, "import_data.stop", "Esc")
        self.undo = UndoBar(kit)
        self._arrange()
        self.views.chosen.connect(self.show_view)
        self.show_empty()

    def show_empty(self) -> None:
        """Show what can be done here."""
        self.source.show_format(FileFormat())
        self._middle.setCurrentIndex(0)
        for widget in (self.go, self.halt, self.progress):
            widget.hide()
        self.state.clear()
        self.remark.clear()
        self.band.hide()

    def show_preview(self, preview: TablePreview, kind: ImportKind) -> None:
        """Show the head of a file and its columns."""
        self.source.show_format(preview.format)
        self.mapping.show_columns(preview, kind)
        self.preview.show_preview(preview)
        self.show_errors(())
        self._middle.setCurrentIndex(1)
        self.band.show()
        self.go.show()

    def show_errors(self, errors: Sequence[RowError]) -> None:
        """Show what is wrong, or the rows where nothing is."""
        self.errors.show_errors(errors)
        self.views.setVisible(bool(errors))
        self._rows_caption.setVisible(not errors)
        self.views.set_value("errors" if errors else "preview")
        self.show_view(self.views.value)

    def show_view(self, name: str) -> None:
        """Show the rows or the errors."""
        self._tables.setCurrentWidget(self.errors if name == "errors" else self.preview)

    def show_running(self, running: bool) -> None:
        """Put the way to stop in the place of the way to go on."""
        self.band.show()
        self.go.setVisible(not running)
        self.halt.setVisible(running)
        self.progress.setVisible(running)
        for widget in (self.source, self.mapping, self.undo):
            widget.setEnabled(not running)
        if running:
            self.state.clear()
            self.remark.clear()
            self.progress.show_count(0, 0)
            self.halt.setFocus()

    def measure(self) -> None:
        super().measure()
        if hasattr(self, "_left"):
            self._left.setFixedWidth(self.kit.theme.px(LEFT))

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        self.space(column)
        for widget in (self._head(), self.source, HairLine(self.kit)):
            column.addWidget(widget)
        column.addWidget(self._body(), 1)
        self.band = self._outcome()
        column.addWidget(HairLine(self.kit))
        column.addWidget(self.band)
        column.addWidget(self.undo)
        self.measure()

    def _head(self) -> QWidget:
        head, title = Ground(self.kit), TextLabel(self.kit, Ink("title"))
        row = QHBoxLayout(head)
        head.space(row, (INSET, GAP, INSET, 0), GAP)
        row.addWidget(title, 1)
        back = FlatButton(self.kit, "import_data.back", "Esc")
        back.clicked.connect(self.back_asked)
        row.addWidget(back)
        self.kit.words.bind(title, title.set_text, "import_data.title")
        return head

    def _body(self) -> QWidget:
        self._middle = QStackedWidget()
        full = Ground(self.kit)
        row = QHBoxLayout(full)
        full.space(row)
        self._left = self._columns()
        for widget in (self._left, HairLine(self.kit, upright=True), self._rows()):
            row.addWidget(widget)
        row.setStretch(2, 1)
        for page in (self._empty(), full):
            self._middle.addWidget(page)
        return self._middle

    def _empty(self) -> QWidget:
        empty, text = Ground(self.kit), TextBlock(self.kit, Ink("body", "text_2"))
        self.kit.words.bind(text, text.set_text, "import_data.empty")
        column = QVBoxLayout(empty)
        empty.space(column, (INSET, INSET, INSET, INSET))
        column.addWidget(text)
        column.addStretch()
        return empty

    def _columns(self) -> QWidget:
        pane = Ground(self.kit)
        column, head = QVBoxLayout(pane), QHBoxLayout()
        pane.space(column)
        pane.space(head, (INSET, GAP, INSET, 0))
        head.addWidget(self._caption("import_data.columns"))
        column.addLayout(head)
        column.addWidget(self.mapping, 1)
        return pane

    def _rows(self) -> QWidget:
        self._tables, pane = QStackedWidget(), Ground(self.kit)
        column, head = QVBoxLayout(pane), QHBoxLayout()
        table_inset = INSET - PAD
        pane.space(column, (table_inset, 0, 0, 0))
        pane.space(head, (INSET - table_inset, GAP, INSET, GAP))
        for table in (self.preview, self.errors):
            self._tables.addWidget(table)
        self._rows_caption = self._caption("import_data.preview")
        head.addWidget(self._rows_caption)
        head.addWidget(self.views)
        head.addStretch()
        column.addLayout(head)
        column.addWidget(self._tables, 1)
        return pane

    def _outcome(self) -> QWidget:
        outcome = Ground(self.kit, "canvas")
        row, texts = QHBoxLayout(outcome), QVBoxLayout()
        outcome.space(row, (INSET, GAP, INSET, GAP), INSET)
        outcome.space(texts, gap=4)
        for widget in (self.state, self.remark, self.progress):
            texts.addWidget(widget)
        row.addLayout(texts, 1)
        row.addWidget(self.halt)
        row.addWidget(self.go)
        return outcome

    def _caption(self, name: str) -> TextLabel:
        label = TextLabel(self.kit, Ink("caption", "text_3"))
        self.kit.words.bind(label, label.set_text, name)
        return label
