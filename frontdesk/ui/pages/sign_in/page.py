"""The sign-in page: choose a name, type the PIN, and be in.

Letters go to the name box, digits to the PIN, the arrows to the list; nothing needs Tab or the
mouse. The PIN is tried as soon as it has as many digits as the chosen one's PIN (its length is kept beside
its hash), so that there is no OK key and a PIN longer than six digits is never tried too early.
Enter tries what is there; where the length is not known yet, that is the only way.
"""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.notices import Posted
from frontdesk.domain.staff import Staff
from frontdesk.domain.thai_dates import DateStyle, format_date, format_time
from frontdesk.services.desk import Services
from frontdesk.services.sign_in_board import SignInBoard, sign_in_board
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.notices.ends import NoticeEnds
from frontdesk.ui.pages.sign_in.before_shift import BeforeShift
from frontdesk.ui.pages.sign_in.foot import SignInFoot
from frontdesk.ui.pages.sign_in.staff_filter import matching
from frontdesk.ui.pages.sign_in.staff_list import StaffList
from frontdesk.ui.pages.sign_in.to_read import reading_of
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, TextBlock, TextLabel
from frontdesk.ui.widgets.pin_field import typed_digits

LEFT, RIGHT_MOST, BOTH_FROM = 600, 800, 1000
INSET, TOP, GAP, FOOT, NAME_HEIGHT = 64, 42, 10, 18, 44
CLOCK_MS = 5000


class SignInPage(QWidget):
    """Emits ``signed_in`` with the ``Staff`` whose PIN was right."""

    page_id = "sign-in"
    signed_in = Signal(object)

    def __init__(self, kit: Kit, services: Services, tasks: Tasks, desk_name: str = "") -> None:
        super().__init__()
        self._kit, self._services, self._tasks, self._desk_name = kit, services, tasks, desk_name
        self._board, self._last, self._busy = SignInBoard(), "", False
        self._early = ""
        self._marked: dict[str, frozenset[str]] = {}
        self._ends = NoticeEnds(services.clock, self)
        self.site = TextLabel(kit, Ink("gate_name"))
        self.date = TextLabel(kit, Ink("body", "text_2"))
        self.name = LineField(kit, "sign_in.name", "search", "sign_in.name_hint")
        self.nobody = TextBlock(kit, Ink("body", "text_2"))
        self.list = StaffList(kit)
        self.before = BeforeShift(kit, services.clock)
        self._lay_out()
        self._connect()
        kit.words.bind(self, self.setAccessibleName, "sign_in.title")

    @property
    def widget(self) -> QWidget:
        return self

    def open(self, last: str = "") -> None:
        """Begin anew; ``last`` is the id of whoever most likely signs in, so that the PIN comes first."""
        self._last = last
        self._marked = {}
        self.name.clear()
        self.before.show_board(None)
        self._say()
        self.refresh()

    def refresh(self) -> None:
        """Read again who may sign in and what is handed over."""
        self._tasks.run(partial(sign_in_board, self._services), self._show_board, latest="sign-in-board")

    def renew_notices(self) -> None:
        """Read again what is to be read; nothing that was typed or chosen moves."""
        if self.isVisible():
            self._tasks.run(self._services.notices.to_read, self._take_notices, latest="sign-in-notices")

    def mark(self, place: int) -> None:
        """Note that whoever is chosen says they have read a notice, or take that back.

        Nobody is proved before the PIN is: only then is the mark given, to whoever it proved.
        """
        staff, shown = self.list.chosen, self.before.notices.shown
        if staff is not None and not self._busy and self.before.isVisible() and place < len(shown):
            self._marked[staff.id] = self._marked.get(staff.id, frozenset()) ^ {shown[place].wording_id}
            self._show_notices()

    def set_desk_name(self, name: str) -> None:
        """Say which desk this is."""
        self._desk_name = name
        self._say()

    def focus_first(self) -> None:
        """Put the focus where typing should go."""
        (self.list.pin if self._last and self.list.chosen else self.name).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._busy or self._take_key(watched, event)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._clock.start()
        self.refresh()
        self.focus_first()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._clock.stop()
        self.list.pin.clear()
        self._early = ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _lay_out(self) -> None:
        self._left = Ground(self._kit, "surface")
        head, column = QVBoxLayout(), QVBoxLayout(self._left)
        self._left.space(column, (INSET, TOP, INSET, FOOT), GAP)
        self._left.space(head)
        for label in (self.site, self.date):
            head.addWidget(label)
        column.addLayout(head)
        for widget in (self.name, self.nobody, self.list, SignInFoot(self._kit)):
            column.addWidget(widget, 1 if widget is self.list else 0)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for part in (self._left, HairLine(self._kit, upright=True), self.before):
            row.addWidget(part)
        row.addStretch()
        self.nobody.hide()
        self.setMinimumWidth(1)  # the parts are fitted to the page, not the page to its parts
        self._fit()

    def _connect(self) -> None:
        self._clock = QTimer(self, interval=CLOCK_MS)
        self._clock.timeout.connect(self._say)
        self.name.textChanged.connect(self._filter)
        self.list.pin.pin_changed.connect(self._on_pin)
        self.list.pin.letters_typed.connect(self._to_name)
        self.list.clicked.connect(lambda _: self.list.pin.setFocus())
        self.list.chosen_changed.connect(self._show_notices)
        self.before.notices.pressed.connect(self.mark)
        self._ends.passed.connect(self._show_notices)
        bind_commands(self, Scope.SIGN_IN, {"mark_notice": self.mark})
        self._kit.words.changed.connect(self._say)
        self._kit.theme.changed.connect(self._fit)
        for field in (self.name, self.list.pin):
            field.installEventFilter(self)

    def _fit(self) -> None:
        px = self._kit.theme.px
        both = self.width() >= px(BOTH_FROM)
        self._left.setFixedWidth(px(LEFT) if both else self.width())
        self.name.setFixedHeight(px(NAME_HEIGHT))
        self.before.setVisible(both)
        self.before.setFixedWidth(max(0, min(px(RIGHT_MOST), self.width() - px(LEFT) - px("hair"))))

    def _take_key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Carry out a key that means the same in both fields; tell whether it was one."""
        if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            return False
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if steps is not None:
            self.list.step(steps)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif event.key() == Qt.Key.Key_Escape:
            self._step_back()
        elif watched is self.name and event.text().isdecimal():
            self._to_pin(event.text())
        else:
            return False
        return True

    def _enter(self) -> None:
        if self.list.pin.text():
            self._try()
        else:
            self.list.pin.setFocus()

    def _step_back(self) -> None:
        self._early = ""
        if self.list.pin.text():
            self.list.pin.clear()
        else:
            self.name.clear()
            self.name.setFocus()

    def _to_pin(self, digits: str) -> None:
        """Type digits of the PIN; before it is known who works here, they wait."""
        if self.list.chosen is not None:
            self.list.pin.setFocus()
            self.list.pin.type_text(digits)
        elif not self._board.entries:
            self._early += digits

    def _to_name(self, letters: str) -> None:
        self.name.setFocus()
        self.name.insert(letters)

    def _filter(self, text: str) -> None:
        found = matching(self._board.entries, text)
        meant = typed_digits(text)
        if not found and len(meant) == len(text):  # the number row of the Thai keyboard
            self.name.clear()
            self._to_pin(meant)
            return
        chosen = self.list.chosen
        self.list.show_entries(found, keep="" if text or chosen is None else chosen.id)
        self._say()

    def _on_pin(self, digits: str) -> None:
        if digits:
            self.list.set_error(None)
        if self.list.digits and len(digits) == self.list.digits:
            self._try()

    def _try(self) -> None:
        staff, pin = self.list.chosen, self.list.pin.text()
        if staff is None or self._busy:
            return
        self._set_busy(True)
        self._tasks.run(partial(self._services.security.sign_in, staff.id, pin), self._let_in, self._refuse)

    def _let_in(self, staff: Staff) -> None:
        self._set_busy(False)
        self._last = staff.id
        self.name.clear()
        if marked := self._marked.pop(staff.id, None):
            work = partial(self._services.notices.mark_read, marked, staff.id)
            self._tasks.run(work, lambda _: None, _leave_unread)
        self.signed_in.emit(staff)

    def _refuse(self, error: DeskError) -> None:
        self._set_busy(False)
        self.list.set_error(error)
        self.list.pin.setFocus()

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.list.pin.setReadOnly(busy)
        if not busy:
            self.list.pin.clear()

    def _show_board(self, board: SignInBoard) -> None:
        chosen = self.list.chosen
        self._board = board
        self.before.show_board(board)
        self._show_notices()
        self.list.show_entries(matching(board.entries, self.name.text()), self._last or (chosen.id if chosen else ""))
        self._say()
        if self.isVisible() and not self.name.text():
            self.focus_first()
        early, self._early = self._early, ""
        if early:
            self._to_pin(early)

    def _take_notices(self, notices: tuple[Posted, ...]) -> None:
        self._board = replace(self._board, notices=notices)
        self._show_notices()

    def _show_notices(self) -> None:
        """Show what whoever is chosen has to read now."""
        staff, now = self.list.chosen, self._services.clock.now()
        marked = self._marked.get(staff.id, frozenset()) if staff else frozenset[str]()
        reading = reading_of(self._board.notices, staff, marked, now)
        self.before.show_reading(reading)
        self._ends.wait_for(one.notice for one in self._board.notices if one.notice.stands(now))

    def _say(self) -> None:
        words, site, now = self._kit.words, self._board.site, self._services.clock.now()
        thai = words.language is Language.TH
        names = (site.name, site.name_en) if thai else (site.name_en, site.name)
        self.site.set_text(next(filter(None, names), words("sign_in.title")))
        day = format_date(now, words.language, DateStyle.FULL)
        desk = [self._desk_name] if self._desk_name else []
        self.date.set_text(" · ".join([*desk, day, format_time(now)]))
        self.nobody.setVisible(not self.list.model().rowCount() and bool(self.name.text()))
        self.nobody.set_text(words("sign_in.nobody", text=self.name.text()))


def _leave_unread(error: DeskError) -> None:
    """Let what could not be marked stay unread: whoever signed in is asked for it again."""
