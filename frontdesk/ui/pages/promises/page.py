"""What the desk owes (F6): overdue first, and nothing leaves the list without an outcome."""

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.promises import Closing, DueCounts, Promise
from frontdesk.domain.staff import Staff
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.ports import Clock
from frontdesk.services.promises import DueList, Promises
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.contact_words import staff_name
from frontdesk.ui.kit import Kit
from frontdesk.ui.minutes import Minutes
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.promises.control import DueControl
from frontdesk.ui.pages.promises.due_list import DueListView
from frontdesk.ui.pages.promises.head import DueHead, Shown
from frontdesk.ui.pages.promises.items import closed_items, open_items
from frontdesk.ui.pages.promises.strips import ClosingStrip, MovingStrip
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.promise_words import moment_word
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from frontdesk.ui.widgets.foot import Foot
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel

READ, READ_TIME = "promises", "promise time"
SAID_MS = 6_000
HINTS = (
    ("Return", "promises.open"), ("Ctrl+Return", "promises.close"), ("M", "promises.move"), ("T", "promises.tell"),
    ("Ctrl+Z", "promises.undo"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the page shows, read in one go, and which promises they are."""

    shown: Shown
    due: DueList
    closed: tuple[Promise, ...]
    counts: DueCounts
    staff: dict[str, Staff]


class PromisesPage(Ground):
    """Implements ``Page``. ``opened`` carries a promise whose person is wanted on the desk."""

    page_id = "promises"
    opened = Signal(object)

    def __init__(
        self, kit: Kit, promises: Promises, log: ContactLog, clock: Clock, tasks: Tasks, watcher: Watcher,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(kit, "surface", parent)
        self._promises, self._log, self._tasks = promises, log, tasks
        self._gathered: Gathered | None = None
        self._shown, self._fresh, self._asked, self._wanted = Shown.ALL, False, "", ""
        self.control = DueControl(promises, tasks, self)
        self.head, self.list = DueHead(kit), DueListView(kit, Brush(kit))
        self.empty = TextLabel(kit, Ink("body", "text_2"))
        self.foot, self.closing, self.moving = Foot(kit, HINTS), ClosingStrip(kit), MovingStrip(kit)
        self._strips, self._strip = QStackedWidget(), QWidget()
        self._quiet = QTimer(self, singleShot=True, interval=SAID_MS)
        self._arrange()
        self.setFocusProxy(self.list)
        self._connect(watcher, Minutes(clock, self))

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def asking(self) -> bool:
        """Whether the strip asks something now."""
        return self._strip is not self.foot

    def focus_first(self) -> None:
        self.leave_strip()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sign_in(self, staff: Staff) -> None:
        self.control.sign_in(staff.id)
        self._fresh, self._gathered = False, None
        self.list.show_items((), "")
        self._say_nothing()

    def show_only(self, shown: Shown) -> None:
        """Show the promises of all, one's own, or those that were closed."""
        if shown is not self._shown:
            self._say_nothing()
        self._shown = shown
        self.head.show_shown(shown)
        self.refresh()

    def ask_about(self, promise_id: str) -> None:
        """Ask how this promise ended, once the list is read."""
        self._wanted = promise_id
        self.show_only(Shown.ALL)

    def ask_closing(self) -> None:
        """Make the number keys live for the selected promise."""
        promise = self.list.promise
        if promise is not None and promise.open:
            self._show_strip(self.closing, promise)

    def ask_time(self) -> None:
        """Ask by when the selected promise is meant now."""
        promise = self.list.promise
        if promise is not None and promise.open:
            self.moving.field.clear()
            self._show_strip(self.moving, promise)
            self._read_time("")

    def tell(self) -> None:
        """Mark the selected message as told."""
        if self.list.promise is not None:
            self.control.tell(self.list.promise)

    def leave_strip(self) -> None:
        """Ask no longer; nothing was changed."""
        if self.asking:
            had_focus = self.closing.hasFocus() or self.moving.field.hasFocus()
            self._put_strip(self.foot)
            if had_focus:
                self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """Read everything again; the selection stays where it is."""
        self._fresh = True
        owner = self.control.staff if self._shown is Shown.MINE else ""
        self._tasks.run(partial(self._gather, self._shown, owner), self._take, latest=READ)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fresh:
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        else:
            super().keyPressEvent(event)

    def undo(self) -> None:
        if not self.control.undo():
            self._say("promises.nothing_to_undo")

    def _gather(self, shown: Shown, owner: str) -> Gathered:
        closed = self._promises.closed_lately(owner) if shown is Shown.CLOSED else ()
        due, counts = self._promises.due_list(owner), self._promises.counts(owner)
        return Gathered(shown, due, closed, counts, self._log.staff_names())

    def _take(self, gathered: Gathered) -> None:
        self._gathered = gathered
        self._renew()

    def _renew(self) -> None:
        found = self._gathered
        if found is None or found.shown is not self._shown:
            return
        now, words = self._promises.now(), self.kit.words
        make, promises = (
            (closed_items, found.closed) if self._shown is Shown.CLOSED else (open_items, found.due.promises)
        )
        keep, next_key = self.list.key, self.list.neighbour()
        items = make(promises, now, self._owner, words)
        keys = {item.key for item in items}
        self.list.show_items(items, keep if keep in keys else next_key)
        self.empty.setVisible(not items)
        self.empty.set_text(words(f"promises.empty_{self._shown.value}"))
        self.head.show_figures(found.counts, found.due.rate)
        wanted, self._wanted = self._wanted, ""
        if wanted and self.list.pick(wanted):
            self.ask_closing()

    def _say_nothing(self) -> None:
        """Count nothing and call nothing empty until it is read."""
        self.head.forget()
        self.empty.hide()

    def _owner(self, staff_id: str) -> str:
        one = self._gathered.staff.get(staff_id) if self._gathered else None
        return staff_name(self.kit.words, one) if one else staff_id

    def _show_strip(self, strip: QWidget, promise: Promise) -> None:
        self._asked = promise.id
        self._put_strip(strip)
        strip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _close(self, closing: Closing) -> None:
        promise = self._asked_about()
        self.leave_strip()
        if promise is not None:
            self.control.close(promise, closing)

    def _move(self, text: str) -> None:
        promise = self._asked_about()
        if promise is None:
            self.leave_strip()
        else:
            self.control.move(promise, text)

    def _asked_about(self) -> Promise | None:
        due = self._gathered.due.promises if self._gathered else ()
        return next((one for one in due if one.id == self._asked), None)

    def _read_time(self, text: str) -> None:
        """Say how a time is read while it is typed."""
        now = self._promises.now()
        self._tasks.run(
            partial(self._promises.read, text),
            lambda due: self._say_time(text, moment_word(self.kit.words, due, now)),
            lambda error: self.moving.say(self._sentence(error), wrong=True),
            READ_TIME,
        )

    def _say_time(self, typed: str, read: str) -> None:
        if typed.strip():
            self.moving.say(f"= {read}")
        else:
            self.moving.offer(read)
            self.moving.say("")

    def _on_done(self, said: str) -> None:
        self.leave_strip()
        self._say(said)
        self.refresh()

    def _on_failed(self, error: DeskError) -> None:
        if self._strip is self.moving:
            self.moving.say(self._sentence(error), wrong=True)
        else:
            self._set_remark(self._sentence(error))

    def _say(self, name: str) -> None:
        self._set_remark(self.kit.words(name))

    def _set_remark(self, text: str) -> None:
        self.foot.remark.set_text(text)
        self._quiet.start()

    def _sentence(self, error: DeskError) -> str:
        return self.kit.words(f"errors.{error.code}", **error.data)

    def _on_open(self, key: str) -> None:
        promise = self.list.promise
        if promise is not None and promise.id == key:
            self.opened.emit(promise)

    def _on_news(self) -> None:
        self._fresh = False
        if self.isVisible():
            self.refresh()

    def _connect(self, watcher: Watcher, minutes: Minutes) -> None:
        self.head.chosen.connect(self.show_only)
        self.list.chosen.connect(self._on_open)
        self.list.move_asked.connect(self.ask_time)
        self.list.told_asked.connect(self.tell)
        self.closing.chosen.connect(self._close)
        self.moving.accepted.connect(self._move)
        self.moving.typed.connect(self._read_time)
        for strip in (self.closing, self.moving):
            strip.left.connect(self.leave_strip)
        self.control.done.connect(self._on_done)
        self.control.failed.connect(self._on_failed)
        self._quiet.timeout.connect(lambda: self.foot.remark.set_text(""))
        watcher.changed.connect(self._on_news)
        minutes.passed.connect(self._renew)
        self.kit.words.changed.connect(self._renew)
        shown = list(Shown)
        bind_commands(
            self,
            Scope.PROMISES,
            {
                "close_promise": self.ask_closing,
                "show_promises": lambda place: self.show_only(shown[place]),
            },
        )

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        self.space(column)
        for strip in (self.foot, self.closing, self.moving):
            self._strips.addWidget(strip)
        above = QVBoxLayout()
        self.space(above, (18, 0, 20, 0))
        above.addWidget(self.empty)
        self.empty.hide()
        column.addWidget(self.head)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        column.addWidget(self._strips)
        self._put_strip(self.foot)
        self.kit.theme.changed.connect(lambda: self._put_strip(self._strip))

    def _put_strip(self, strip: QWidget) -> None:
        self._strip = strip
        self._strips.setCurrentWidget(strip)
        self._strips.setFixedHeight(strip.height())
