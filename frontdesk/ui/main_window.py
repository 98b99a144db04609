"""The window: the rail, the bar, and one page at a time."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QCloseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.services.ports import Clock
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.page import Page
from frontdesk.ui.pages.key_list import KeyList
from frontdesk.ui.shell.rail import Rail
from frontdesk.ui.shell.top_bar import TopBar
from frontdesk.ui.theme import ZOOM_MIN, ZOOM_STEP

LEAST_WIDTH, LEAST_HEIGHT = 960, 540
FIRST_SIZE = (1366, 768)
PAGE_KEYS = (
    "desk", "people", "visitors", "answers", "promises", "log", "supervise", "settings", "hand-over", "watch-list",
)  # fmt: skip


class MainWindow(QWidget):
    """Shows the pages it is given. A bare page, as for signing in, fills the window and locks the keys.

    ``page_changed`` tells the id of the page in front; ``closing`` comes before the window is gone,
    unless ``may_close`` says that there is something to settle first. ``used``: of all windows, this one has
    the keyboard now; ``window_asked``: another one is wanted. ``evacuation_asked`` comes at any time, locked or not;
    ``expect_asked``: somebody will come.
    """

    page_changed = Signal(str)
    new_contact_asked = Signal()
    waiting_asked = Signal()
    box_asked = Signal()
    window_asked = Signal()
    evacuation_asked = Signal()
    entry_asked = Signal()
    expect_asked = Signal()
    used = Signal()
    closing = Signal()

    def __init__(self, kit: Kit, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        kit.theme.dress(self)
        self._pages: dict[str, Page] = {}
        self._bare: set[str] = set()
        self.may_close: Callable[[], bool] = _always
        self._before_keys = self._name = ""
        self.rail, self.top_bar = Rail(kit, self), TopBar(kit, clock, self)
        self._stack = QStackedWidget(self)
        self._arrange()
        self._connect()
        self._key_list = KeyList(kit, self.leave_key_list)
        self.add_page(self._key_list)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.resize(*FIRST_SIZE)

    @property
    def page_id(self) -> str:
        """The page in front."""
        shown = self._stack.currentWidget()
        return next((name for name, page in self._pages.items() if page.widget is shown), "")

    @property
    def page_area(self) -> QWidget:
        """Where the pages are."""
        return self._stack

    @property
    def locked(self) -> bool:
        """Whether a bare page is in front, and the keys of the window rest."""
        return self.page_id in self._bare

    def add_page(self, page: Page, bare: bool = False) -> None:
        """Take a page in. The first one added is not shown until ``open_page``."""
        self._pages[page.page_id] = page
        self._stack.addWidget(page.widget)
        self.rail.add(page.page_id)
        if bare:
            self._bare.add(page.page_id)
        self._key_list.show_pages(self._pages)

    def offers(self, page_id: str) -> bool:
        """Tell whether there is such a page to work on."""
        return page_id in self._pages and page_id not in self._bare

    def open_page(self, page_id: str) -> None:
        """Bring a page to the front and put the focus where its work begins."""
        if page_id not in self._pages:
            return
        bare = page_id in self._bare
        self.rail.setVisible(not bare)
        self.top_bar.setVisible(not bare)
        self._stack.setCurrentWidget(self._pages[page_id].widget)
        self.rail.show_page(page_id)
        self._pages[page_id].focus_first()
        self.page_changed.emit(page_id)

    def set_name(self, name: str) -> None:
        """Say which of the windows this is, wherever the system lists them."""
        self._name = name
        self._show_title()

    def toggle_key_list(self) -> None:
        """Show all keys over the page, or go back to it."""
        if self.page_id == KeyList.page_id:
            self.leave_key_list()
        else:
            self._before_keys = self.page_id
            self.open_page(KeyList.page_id)

    def leave_key_list(self) -> None:
        self.open_page(self._before_keys)

    def set_zoom(self, percent: int) -> None:
        """Change the size of everything."""
        self.kit.theme.set_zoom(percent)
        self.kit.theme.set_window_width(self.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.kit.theme.set_window_width(self.width())

    def closeEvent(self, event: QCloseEvent) -> None:
        if not self.may_close():
            event.ignore()
            return
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.used.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self.kit.theme.color("canvas"))

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        column = QVBoxLayout()
        for layout in (row, column):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        row.addWidget(self.rail)
        row.addLayout(column, 1)
        column.addWidget(self.top_bar)
        column.addWidget(self._stack, 1)

    def _connect(self) -> None:
        self.kit.words.changed.connect(self._show_title)
        self._show_title()
        self.rail.page_asked.connect(self._ask_page)
        self.top_bar.new_contact_asked.connect(self.new_contact_asked)
        self.top_bar.language_asked.connect(self.kit.words.switch)
        self.top_bar.keys_asked.connect(self.toggle_key_list)
        zoom = self.kit.theme
        bind_commands(
            self,
            Scope.WINDOW,
            {
                "language": self.kit.words.switch,
                "zoom_in": lambda: self.set_zoom(zoom.zoom + ZOOM_STEP),
                "zoom_out": lambda: self.set_zoom(zoom.zoom - ZOOM_STEP),
                "zoom_reset": lambda: self.set_zoom(ZOOM_MIN),
                "another_window": self.window_asked.emit,
                "evacuation": self.evacuation_asked.emit,
                "keys": self._unless_locked(self.toggle_key_list),
                "expect_visit": self._unless_locked(self.expect_asked.emit),
                "new_contact": self._unless_locked(self.new_contact_asked.emit),
                "next_waiting": self._unless_locked(self.waiting_asked.emit),
                "write_entry": self._unless_locked(self.entry_asked.emit),
                "box": self._unless_locked(self.box_asked.emit),
                "change_seats": self._unless_locked(self.top_bar.who_asked.emit),
                **{name: partial(self._ask_page, name) for name in PAGE_KEYS},
            },
        )

    def _show_title(self) -> None:
        title = self.kit.words("shell.title")
        self.setWindowTitle(f"{self._name} · {title}" if self._name else title)

    def _ask_page(self, page_id: str) -> None:
        if not self.locked:
            self.open_page(page_id)

    def _unless_locked(self, action: Callable[[], None]) -> Callable[[], None]:
        def run() -> None:
            if not self.locked:
                action()

        return run


def _always() -> bool:
    return True
