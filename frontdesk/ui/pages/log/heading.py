"""Above the table: the day of the first row in view, and how many contacts fit."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.thai_dates import DateStyle, format_date
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.log.log_words import counted
from frontdesk.ui.pages.log.model import LogModel
from frontdesk.ui.pages.log.table import LogTable
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel

INSET = 20


class LogHeading(Ground):
    """Follows the table as it scrolls."""

    def __init__(self, kit: Kit, table: LogTable, model: LogModel, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._table, self._model = table, model
        self.day, self.count = TextLabel(kit, Ink("body", bold=True)), TextLabel(kit, Ink("label", "text_2"))
        row = QHBoxLayout(self)
        row.addWidget(self.day)
        row.addWidget(self.count, 1)
        self.space(row, (INSET - 2, 8, INSET, 0), 8)
        for signal in (model.counted, model.dataChanged, kit.words.changed, table.verticalScrollBar().valueChanged):
            signal.connect(self.renew)

    def renew(self, *_: object) -> None:
        """Say the day and the count as they are now."""
        words, top = self.kit.words, self._model.contact(max(0, self._table.rowAt(0)))
        count = self._model.rowCount()
        self.day.set_text(format_date(top.at, words.language, DateStyle.FULL) if top else words("log.title"))
        complete = count and self._model.complete
        self.count.set_text(f"· {counted(words, 'log.count', count)}" if complete else "")
