"""Evacuating from wherever somebody is: one chord, over any page, signed in or not; and the sign that it lasts."""

from PySide6.QtCore import QObject

from frontdesk.domain.staff import Staff
from frontdesk.services.desk import Services
from frontdesk.ui.kit import Kit
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.pages.evacuation.page import EvacuationPage
from frontdesk.ui.pages.evacuation.printing import RollPrinting
from frontdesk.ui.pages.evacuation.session import EvacuationSession
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher


class Alarm(QObject):
    """Builds the roll and joins it to its window; whatever it prints is made beside all other work."""

    def __init__(
        self, kit: Kit, services: Services, tasks: Tasks, watcher: Watcher, window: MainWindow, beside: str
    ) -> None:
        super().__init__(window)
        self._kit, self._window, self._before, self._beside = kit, window, "", beside
        session = EvacuationSession(services.evacuations, tasks, watcher, self)
        printing = RollPrinting(services.evacuations, services.open_pages, tasks, parent=session)
        self.page = EvacuationPage(kit, session, printing)
        window.add_page(self.page, bare=True)
        window.evacuation_asked.connect(self.evacuate)
        window.top_bar.alarm.clicked.connect(self.evacuate)
        self.page.left.connect(self._go_back)
        session.changed.connect(self._tell)
        session.changed.connect(self._stand_by)
        self._standing_by = False
        kit.words.changed.connect(self._tell)

    def sign_in(self, staff: Staff, place: str) -> None:
        self.page.sign_in(staff, place)

    def sign_out(self) -> None:
        self.page.sign_out()

    def evacuate(self) -> None:
        """Bring the roll forward. There is none before the desk has its first supervisor, the page ``beside``."""
        if self._window.page_id not in (self.page.page_id, self._beside):
            self._before = self._window.page_id
            self._window.open_page(self.page.page_id)
            self.page.begin()

    def _go_back(self) -> None:
        if self._window.page_id == self.page.page_id:
            self._window.open_page(self._before)

    def _stand_by(self) -> None:
        """Be ready to print from when anybody is inside: a desk without a gate never pays for it."""
        roll = self.page.session.roll
        if not self._standing_by and roll is not None and roll.rows:
            self._standing_by = True
            self.page.printing.stand_by()

    def _tell(self) -> None:
        """Say in the bar of every window that an evacuation lasts, and how many are missing."""
        roll = self.page.session.roll
        lasts = roll is not None and roll.evacuation is not None
        self._window.top_bar.alarm.show_missing(roll.people - roll.found if roll and lasts else None)
