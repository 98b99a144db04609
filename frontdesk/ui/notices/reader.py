"""What whoever is signed in has to read: in the way of an empty desk at first, later a quiet number in the bar."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.notices import Notice
from frontdesk.domain.staff import Staff
from frontdesk.services.notices import Notices
from frontdesk.services.ports import Clock
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.notice_words import said_word, until_word
from frontdesk.ui.notices.card import CardLook
from frontdesk.ui.notices.ends import NoticeEnds
from frontdesk.ui.notices.panel import NoticePanel
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

READ = "notices to read"


class NoticeReader(QObject):
    """What was not read before signing in lies over the first page while nobody is helped there; the first key of a
    contact puts it away without a movement, and it is there again at the next empty desk. What is posted later is
    only counted. Ctrl+O shows what there is to read on any page, Alt+O says that the one shown was read.
    """

    def __init__(self, window: MainWindow, notices: Notices, clock: Clock, tasks: Tasks, watcher: Watcher) -> None:
        super().__init__(window)
        self._window, self._notices, self._clock, self._tasks = window, notices, clock, tasks
        self._staff, self._unread, self._owed = "", tuple[Notice, ...](), frozenset[str]()
        self._begun = self._asked = self._put_away = self._marking = False
        self._busy: dict[str, Callable[[], bool]] = {}
        self._over: dict[str, QWidget] = {}
        self.current: Notice | None = None
        self.panel = NoticePanel(window.kit, window.page_area, window)
        self._ends = NoticeEnds(clock, self)
        self._connect(watcher)

    @property
    def unread(self) -> tuple[Notice, ...]:
        """What is still to be read, the oldest first."""
        return self._unread

    def lie_over(self, page_id: str, busy: Callable[[], bool], over: QWidget | None = None) -> None:
        """Let notices lie over a page where work begins, unless somebody is helped there; ``renew`` follows a change
        of ``busy``. ``over`` is the part to lie on of a page that is read from afar, while nobody is helped."""
        self._busy[page_id] = busy
        if over is not None:
            self._over[page_id] = over

    def sign_in(self, staff: Staff) -> None:
        """Begin for somebody: what they have not read by now is in the way."""
        self.sign_out()
        self._staff = staff.id
        self.count()

    def sign_out(self) -> None:
        self._tasks.forget(READ)
        self._staff, self._unread, self._owed = "", (), frozenset()
        self._begun = self._asked = self._put_away = self._marking = False
        self.renew()

    def count(self) -> None:
        """Read again what is to be read."""
        if self._staff:
            self._tasks.run(partial(self._notices.unread, self._staff), self._take, latest=READ)

    def toggle(self) -> None:
        """Show what there is to read, or put it away for now."""
        if self.panel.isVisible():
            self._asked, self._put_away = False, True
        elif self._unread:
            self._asked, self._put_away = True, False
        self.renew()

    def mark(self) -> None:
        """Note that the notice in view was read; one that has only just appeared was not."""
        if self.current is None or self._marking or not self.panel.ready:
            return
        self._marking = True
        work = partial(self._notices.mark_read, [self.current.wording_id], self._staff)
        self._tasks.run(work, lambda _: self._marked(), self._fail)

    def renew(self) -> None:
        """Show what belongs on the screen now."""
        if self._helping:
            self._put_away = False
        wanted = self._wanted()
        self.current = next((one for one in wanted if one == self.current), next(iter(wanted), None))
        if self.current is None:
            self._asked = False
            self.panel.hide()
        else:
            self._show(self.current, len(wanted))
        self._window.top_bar.show_notices(0 if self._window.locked else len(self._unread))

    @property
    def _helping(self) -> bool:
        """Whether somebody is helped on the page in front."""
        busy = self._busy.get(self._window.page_id)
        return busy is not None and busy()

    def _wanted(self) -> list[Notice]:
        """Return what is to be shown now: all of it where that was asked for, else what is in the way."""
        there = [one for one in self._unread if one.stands(self._clock.now())]
        if self._asked:
            return there
        in_the_way = self._window.page_id in self._busy and not (self._helping or self._put_away)
        return [one for one in there if one.wording_id in self._owed] if in_the_way else []

    def _show(self, notice: Notice, count: int) -> None:
        words = self._window.kit.words
        title, text = said_word(words, notice, in_full=True)
        until = until_word(words, notice.terms.until, self._clock.now())
        head = words("notices.one_to_read") if count == 1 else words("notices.some_to_read", count=count)
        over = self._over.get(self._window.page_id)
        on = None if self._helping else over
        self.panel.show_notice(CardLook(title, text, until), head, large=over is not None, over=on)

    def _take(self, unread: tuple[Notice, ...]) -> None:
        if not self._begun:
            self._begun, self._owed = True, frozenset(one.wording_id for one in unread)
        self._unread = unread
        self._ends.wait_for(unread)
        self.renew()

    def _marked(self) -> None:
        self._marking = False
        self.count()

    def _fail(self, error: DeskError) -> None:
        self._marking = False
        self.panel.remark.set_text(self._window.kit.words(f"errors.{error.code}", **error.data))

    def _on_page(self, _: str) -> None:
        """Leave what was asked for on another page there."""
        self._asked = self._put_away = False
        self.renew()

    def _connect(self, watcher: Watcher) -> None:
        watcher.changed.connect(self.count)
        self._ends.passed.connect(self.count)
        self._window.page_changed.connect(self._on_page)
        self._window.kit.words.changed.connect(self.renew)
        self._window.top_bar.notices_asked.connect(self.toggle)
        self.panel.read.clicked.connect(self.mark)
        self.panel.leave.clicked.connect(self.toggle)
        bind_commands(self._window, Scope.WINDOW, {"notices": self.toggle, "notice_read": self.mark})
