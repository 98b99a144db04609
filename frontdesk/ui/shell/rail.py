"""The rail at the left edge: the pages, with Settings at the foot."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from frontdesk.domain.promises import DueCounts
from frontdesk.ui.commands import Scope, in_scope
from frontdesk.ui.kit import Kit
from frontdesk.ui.shell.rail_button import RailButton

ICONS = {
    "desk": "headset",
    "people": "users",
    "visitors": "door-open",
    "answers": "book-open",
    "promises": "handshake",
    "log": "scroll-text",
    "supervise": "chart-column",
    "settings": "settings",
}
FOOT = "settings"
NARROW_WIDTH = 56


class Rail(QFrame):
    """Shows the pages that exist, in the order of their keys."""

    page_asked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._group = QButtonGroup(self)
        self._buttons: dict[str, RailButton] = {}
        self._column = QVBoxLayout(self)
        self._column.addStretch()
        kit.words.bind(self, self.setAccessibleName, "shell.pages")
        kit.theme.changed.connect(self._measure)
        self._measure()

    def add(self, page_id: str) -> None:
        """Give a page its button; pages that the rail does not know have none."""
        if page_id in ICONS:
            command = next(one for one in in_scope(Scope.WINDOW) if one.id == page_id)
            button = RailButton(self._kit, command, ICONS[page_id], self)
            button.clicked.connect(lambda: self.page_asked.emit(page_id))
            self._buttons[page_id] = button
            self._group.addButton(button)
            self._column.insertWidget(self._place(page_id), button)

    def button(self, page_id: str) -> RailButton:
        """Return the button of a page that has one."""
        return self._buttons[page_id]

    def show_page(self, page_id: str) -> None:
        """Mark the page that is open; none if it has no button."""
        self._group.setExclusive(False)
        for name, button in self._buttons.items():
            button.setChecked(name == page_id)
        self._group.setExclusive(True)

    def set_count(self, page_id: str, count: int) -> None:
        """Show how many things wait on a page."""
        if page_id in self._buttons:
            self._buttons[page_id].set_count(count)

    def set_due(self, page_id: str, counts: DueCounts) -> None:
        """Show how much is to be done on a page, and say how much of it is overdue."""
        if page_id in self._buttons:
            self._buttons[page_id].set_due(counts)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._kit.theme
        painter.fillRect(self.rect(), theme.color("sunken"))
        hair = theme.px("hair")
        painter.fillRect(self.width() - hair, 0, hair, self.height(), theme.color("line"))

    def _place(self, page_id: str) -> int:
        """Return where a button goes: by key, the foot below the empty middle."""
        if page_id == FOOT:
            return self._column.count()
        order = list(ICONS)
        return sum(1 for name in self._buttons if order.index(name) < order.index(page_id))

    def _measure(self) -> None:
        theme = self._kit.theme
        self.setFixedWidth(theme.px(NARROW_WIDTH if theme.narrow else "rail"))
        side = theme.px(4 if theme.narrow else 8)
        self._column.setContentsMargins(side, theme.px("x2"), side, theme.px(10))
        self._column.setSpacing(theme.px(2))
        self.update()
