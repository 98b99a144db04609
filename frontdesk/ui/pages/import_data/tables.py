"""What stands in the file, and what is wrong with it, as tables."""

from collections.abc import Sequence

from PySide6.QtWidgets import QHeaderView, QWidget

from frontdesk.domain.imports import RowError, TablePreview
from frontdesk.domain.masking import mask_numbers_in
from frontdesk.ui.kit import Kit
from frontdesk.ui.widgets.text_table import TextTable
from frontdesk.ui.words import Words

ERROR_COLUMNS = ("line", "column", "sentence")


class PreviewTable(TextTable):
    """The first rows of a file; where strangers can read along, with the numbers in them masked."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "import_data.preview", parent)

    def show_preview(self, preview: TablePreview) -> None:
        words, rows = self.kit.words, preview.rows
        if words.discreet:
            rows = tuple(tuple(mask_numbers_in(cell, words.language) for cell in row) for row in rows)
        self.grid.fill(preview.columns, rows)


class ErrorTable(TextTable):
    """What is wrong, row by row, in the language of the moment."""

    lines, row_height = 2, 56

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "import_data.errors", parent)
        self._errors: tuple[RowError, ...] = ()
        kit.words.changed.connect(self._fill)

    def show_errors(self, errors: Sequence[RowError]) -> None:
        self._errors = tuple(errors)
        self._fill()
        if errors:
            self.setCurrentIndex(self.grid.index(0, 0))

    def refresh(self) -> None:
        super().refresh()
        self._widths()

    def _fill(self) -> None:
        words = self.kit.words
        head = [words(f"import_data.error_{name}") for name in ERROR_COLUMNS]
        self.grid.fill(head, [_error_row(error, words) for error in self._errors])
        self._widths()

    def _widths(self) -> None:
        if self.grid.columnCount() == len(ERROR_COLUMNS):
            for column, width in enumerate((72, 136)):
                self.setColumnWidth(column, self.kit.theme.px(width))
            self.horizontalHeader().setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)


def _error_row(error: RowError, words: Words) -> tuple[str, ...]:
    return f"{error.line:,}", error.column, words(f"errors.{error.code}", **error.data)
