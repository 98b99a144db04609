"""The window at work: its pages, the threads and processes behind them, and who is signed in."""

import logging
from pathlib import Path

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from frontdesk import logs
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.desk import Services
from frontdesk.ui.kit import Kit
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.minutes import Minutes
from frontdesk.ui.news import News
from frontdesk.ui.pages.report_preview.workroom import sweep
from frontdesk.ui.pages_of_desk import Pages
from frontdesk.ui.place_news import PlaceNews
from frontdesk.ui.placing import bring_forward
from frontdesk.ui.preferences import Preferences
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.shared import Shared
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

log = logging.getLogger(__name__)

LOOK_FOR_COPY_MS = 3_600_000
"""How often a window that stays open sees whether the day's copy is due."""


class Workplace(QObject):
    """Builds the window on a desk's services and wires its parts. ``close`` lets everything go.

    ``shared`` is what other windows of the same desk use too; alone, a window makes it. ``opens_on`` is the page
    that comes first after signing in, before the one that is set for this window.
    """

    def __init__(
        self, kit: Kit, services: Services, preferences: Preferences, folder: Path, shared: Shared | None = None,
        opens_on: str = "",
    ) -> None:  # fmt: skip
        super().__init__()
        self.kit, self.services, self.preferences, self.folder = kit, services, preferences, folder
        self.staff: Staff | None = None
        self._shared, self._opens_on = shared or Shared(services), opens_on
        self._shared.join()
        self.tasks = Tasks(self, self._shared.data)
        self.slow_tasks = Tasks(self)
        for tasks in (self.tasks, self.slow_tasks):
            tasks.reported.connect(logs.note_bug)
        self.search = SearchClient(self._shared.search.line(), self)
        self.gate_search = SearchClient(self._shared.search.line(), self)
        self.watcher = Watcher(services.storage, self.tasks, self)
        self.window = MainWindow(kit, services.clock)
        self.pages = Pages(self)
        self.news = News(services.knowledge, self.watcher, self.search, self.tasks, self.pages.desk, self)
        self.place_news = PlaceNews(services, self.tasks, self.watcher, lambda: self.staff, self)
        self.copy_timer, self.minutes = QTimer(self), Minutes(services.clock, self)
        self._open = True
        self._connect()

    @property
    def start_page(self) -> str:
        """The page that comes first after signing in: what was asked for or set, else a guard's gate, others' desk."""
        usual = self.pages.gate.page_id if self.staff and self.staff.role is Role.GUARD else ""
        wanted = self._opens_on or self.preferences.window.start_page or usual
        return wanted if self.window.offers(wanted) else self.pages.desk.page_id

    @property
    def ready_for_more(self) -> bool:
        """Whether another window is of use: not before the desk has its first supervisor."""
        return self.window.page_id != self.pages.first_run.page_id

    def show(self, size: tuple[int, int] | None = None) -> None:
        """Show the window, as large as the screen unless a size is given."""
        self.slow_tasks.run(sweep, lambda _: None)
        if size is not None:
            self.window.resize(*size)
            self.window.show()
        else:
            self.window.showMaximized()

    def sign_in(self, staff: Staff) -> None:
        """Let somebody work: their language, their drafts, their name in the bar."""
        self.staff = staff
        self.kit.words.set_language(staff.language)
        self.pages.sign_in(staff)
        self.show_who()
        self.window.open_page(self.start_page)
        self._keep_copy()
        self.place_news.look()
        self.slow_tasks.run(self.services.answer_use.renew, lambda _: None, _note_unlearned)

    def come_forward(self) -> None:
        """Bring the window to the front."""
        bring_forward(self.window)

    def ask_who(self) -> None:
        """Put the desk away and ask who comes; an empty desk asks for its first supervisor."""
        last, self.staff = self.staff.id if self.staff else "", None
        self.pages.sign_out()
        self.show_who()
        self.window.open_page(self.pages.ask(bool(self.services.security.staff()), last))

    def close(self) -> None:
        """Save what is under way and end this window; the last one ends what all have shared."""
        if not self._open:
            return
        self._open = False
        self.watcher.stop()
        self.copy_timer.stop()
        self.pages.desk.close_down()
        self.pages.gate.close_down()
        self.pages.put_papers_away()
        self.tasks.close()
        self.slow_tasks.close()
        self.search.close()
        self.gate_search.close()
        self.window.close()
        self._shared.leave()

    def _connect(self) -> None:
        window, desk = self.window, self.pages.desk
        window.new_contact_asked.connect(self._next_contact)
        window.waiting_asked.connect(self._next_waiting)
        window.box_asked.connect(self._go_to_box)
        window.top_bar.who_asked.connect(self._change_seats)
        window.top_bar.tabs.chosen.connect(self._open_contact)
        window.closing.connect(desk.close_down)
        window.may_close = self._may_leave
        desk.tabs_changed.connect(window.top_bar.show_tabs)
        self.kit.words.changed.connect(self.show_who)
        self.minutes.passed.connect(lambda: self.kit.theme.look_at_clock(self.services.clock.now()))
        self.place_news.site_changed.connect(self.pages.renew_place)
        self.place_news.staff_changed.connect(self.pages.change_staff)
        app = QApplication.instance()
        if app is not None:
            app.aboutToQuit.connect(self.close)
        self.copy_timer.timeout.connect(self._keep_copy)
        self.copy_timer.start(LOOK_FOR_COPY_MS)
        self.watcher.start()

    def _keep_copy(self) -> None:
        if self.staff is not None:
            self.slow_tasks.run(self._shared.keep_copy, lambda _: None, _note)

    def _may_leave(self) -> bool:
        """Ask once, in place, what to do with a form that holds unsaved typing."""
        if not self._open or not self.pages.ask_about_unsaved():
            return True
        self.come_forward()
        return False

    def _change_seats(self) -> None:
        """Ask who comes; whoever leaves something open is told first, and the same key goes on."""
        if self._may_leave():
            self.pages.hand_over_or(self.ask_who)

    def _go_to_box(self) -> None:
        """Go to the one box: that of the gate while the gate is in front."""
        gate = self.pages.gate.page_id
        self.window.open_page(gate if self.window.page_id == gate else self.pages.desk.page_id)

    def _next_contact(self) -> None:
        self.window.open_page(self.pages.desk.page_id)
        self.pages.desk.next_contact()

    def _next_waiting(self) -> None:
        self.window.open_page(self.pages.desk.page_id)
        self.pages.desk.session.open_next()

    def _open_contact(self, draft_id: str) -> None:
        self.window.open_page(self.pages.desk.page_id)
        self.pages.desk.session.open(draft_id)

    def show_who(self) -> None:
        """Say in the bar which desk this is and who works at it."""
        self.window.set_name(self.desk_name)
        self.pages.who.set_desk_name(self.desk_name)
        if self.staff is None:
            self.window.top_bar.show_who("")
            return
        thai = self.kit.words.language is Language.TH
        name = self.staff.name.split()[0] if thai else self.staff.name_en or self.staff.name
        self.window.top_bar.show_who(" · ".join(filter(None, (self.desk_name, name))))

    @property
    def desk_name(self) -> str:
        """What this window's desk is called; one more window without a name says its number."""
        number, name = self.preferences.number, self.preferences.window.desk_name
        return name or (self.kit.words("shell.window", number=number) if number > 1 else "")


def _note(error: DeskError) -> None:
    """Keep why the day's copy could not be made; the settings page shows how old the last one is."""
    log.warning("no copy of the database: %s", error.code)


def _note_unlearned(error: DeskError) -> None:
    """Keep why what was learned could not be made anew; the next one who signs in tries again."""
    log.warning("answers did not learn anew: %s", error.code)
