"""Filters under a name: kept with Ctrl+S, listed in their menu, chosen by a number key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.contact_filter import filter_text, read_filter
from frontdesk.services.ports import Clock
from frontdesk.services.saved_filters import MOST, SavedFilter, SavedFilters
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.log.filter_bar import FilterBar
from frontdesk.ui.pages.log.filter_menu import Entry
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.buttons import FlatButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, TextLabel

CHANNEL = "log filters"
INSET, WIDTH = 16, 252


class NameField(LineField):
    """``named`` carries the name and whether it is for everybody, ``left`` follows Esc."""

    named = Signal(str, bool)
    left = Signal()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "log.filter_name", "star", "log.filter_name")
        self.setMaxLength(40)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.text().strip():
                site = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
                self.named.emit(self.text().strip(), site)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class NameStrip(Ground):
    """A line under the bar in which a filter gets its name."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self.field, self.said = NameField(kit), TextLabel(kit, Ink("label", "text_2"))
        self.mine, self.site = (
            FlatButton(kit, "log.keep_mine", "Return"),
            FlatButton(kit, "log.keep_site", "Ctrl+Return"),
        )
        self.field.setFixedWidth(kit.theme.px(WIDTH))
        row, column = QHBoxLayout(), QVBoxLayout(self)
        for widget in (self.field, self.mine, self.site):
            row.addWidget(widget)
        row.addWidget(self.said, 1)
        self.space(row, (INSET, 6, INSET, 6), 8)
        self.space(column)
        column.addLayout(row)
        column.addWidget(HairLine(kit))
        self.mine.clicked.connect(lambda: self._name(site=False))
        self.site.clicked.connect(lambda: self._name(site=True))
        self.hide()

    def open(self, said: str) -> None:
        self.field.clear()
        self.said.set_text(said)
        self.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _name(self, *, site: bool) -> None:
        if self.field.text().strip():
            self.field.named.emit(self.field.text().strip(), site)


class Saving(QObject):
    """Joins the filter bar with what is kept. ``done`` follows when the focus should go back to the table."""

    done = Signal()

    def __init__(
        self, bar: FilterBar, strip: NameStrip, filters: SavedFilters, clock: Clock, tasks: Tasks, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._bar, self._strip, self._filters, self._clock, self._tasks = bar, strip, filters, clock, tasks
        self._words, self._staff = bar.kit.words, ""
        self.kept: list[SavedFilter] = []
        bar.saved.entries = self._entries
        strip.field.named.connect(self._save)
        strip.field.left.connect(self._leave)

    def sign_in(self, staff_id: str) -> None:
        self._staff = staff_id
        self._read()

    def begin(self) -> None:
        """Ask for a name for what is wanted now."""
        self._bar.settle()
        if not self._bar.wanted.everything:
            self._strip.open(self._text())

    def choose(self, place: int) -> None:
        """Want the filter that a number key stands for."""
        if place < len(self.kept):
            self._bar.show_filter(read_filter(self.kept[place].text, self._clock.today()))

    def _text(self) -> str:
        return filter_text(self._bar.wanted, self._words.language, self._clock.today())

    def _save(self, name: str, site: bool) -> None:
        saved = SavedFilter(name, self._text(), site)
        self._run(lambda: self._filters.save(self._staff, saved))
        self._leave()

    def _leave(self) -> None:
        self._strip.hide()
        self.done.emit()

    def _read(self) -> None:
        self._run(lambda: None)

    def _run(self, change: Callable[[], None]) -> None:
        staff = self._staff

        def work() -> list[SavedFilter]:
            change()
            return self._filters.of(staff)

        self._tasks.run(work, self._take)

    def _take(self, kept: list[SavedFilter]) -> None:
        self.kept = kept
        self._bar.saved.set_value(f"{len(kept)}" if kept else "")

    def _entries(self) -> list[Entry]:
        words = self._words
        kept = []
        for place, one in enumerate(self.kept):
            name = words("log.site_filter", name=one.name) if one.site else one.name
            key = f"{place + 1}  " if place < MOST else ""
            kept.append(Entry(f"{key}{name}", partial(self.choose, place), remove=partial(self._remove, one)))
        return [
            *kept,
            Entry(words("log.keep_filter"), self.begin, line=bool(kept)),
            Entry(words("log.no_filter"), self._bar.clear),
        ]

    def _remove(self, saved: SavedFilter) -> None:
        self._run(lambda: self._filters.remove(self._staff, saved))
