"""The gate (F4): one box, the match, the board, and a key for everything."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.gate_board import GateBoard
from frontdesk.domain.people import Person
from frontdesk.domain.staff import Particle, Staff
from frontdesk.domain.visits import MatchedBy, VisitMatch
from frontdesk.services.desk import Services
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.minutes import Minutes
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice
from frontdesk.ui.pages.gate.band import MatchBand
from frontdesk.ui.pages.gate.band_text import BandWords
from frontdesk.ui.pages.gate.board import Board
from frontdesk.ui.pages.gate.box import GateBox
from frontdesk.ui.pages.gate.control import GateControl, Held
from frontdesk.ui.pages.gate.errands import Errands
from frontdesk.ui.pages.gate.forms.gate_forms import GateForms
from frontdesk.ui.pages.gate.forms_side import FormsSide
from frontdesk.ui.pages.gate.found_list import FoundPane
from frontdesk.ui.pages.gate.found_painter import listed
from frontdesk.ui.pages.gate.found_rows import VisitFound
from frontdesk.ui.pages.gate.hand import Hand, Parts
from frontdesk.ui.pages.gate.key_bar import KeyBar
from frontdesk.ui.pages.gate.results import GateResults
from frontdesk.ui.pages.gate.watch_side import WatchSide
from frontdesk.ui.pages.gate.watch_strip import WatchStrip
from frontdesk.ui.preferences import Preferences
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from frontdesk.ui.widgets.ground import Ground

READ, HOST = "gate board", "gate host"
SIDE, ABOVE, GAP = 16, 12, 10
UNDO = QKeySequence.StandardKey.Undo


class GatePage(Ground):
    """Implements ``Page``.

    ``seen`` carries the moment (UTC) for which the board was read. ``gate`` says what this window's gate is called.
    Papers are made with ``slow``; on which labels is kept in ``preferences``.
    """

    page_id = "visitors"
    evacuation_asked = Signal()
    log_asked = Signal()
    seen = Signal(object)

    def __init__(
        self, kit: Kit, services: Services, tasks: Tasks, watcher: Watcher, search: SearchClient,
        gate: Callable[[], str], parent: QWidget | None = None, *,
        slow: Tasks | None = None, preferences: Preferences | None = None,
    ) -> None:  # fmt: skip
        super().__init__(kit, "canvas", parent)
        self._services, self._tasks, self._particle = services, tasks, Particle.KHA
        self._fresh, self._departments = False, dict[str, str]()
        self._warm_for: date | None = None
        self.box, self.band, self.board = GateBox(kit), MatchBand(kit), Board(kit)
        self.found, self.keys, self.watch = FoundPane(kit), KeyBar(kit), WatchStrip(kit)
        self.results = GateResults(services, tasks, search, self)
        self.control = GateControl(services, tasks, gate, self)
        errands = Errands(self.results, tasks, search, self)
        parts = Parts(self.box, self.board, self.results, errands, self.control, BandWords(kit.words), services.clock)
        self.hand = Hand(parts, self._voice, self)
        self.forms = GateForms(kit, services, tasks, gate, self, slow=slow, preferences=preferences)
        self._middle = QStackedWidget()
        self._arrange()
        self.at_forms = FormsSide(
            self.forms, self._middle, (self.band, self.keys), self.control, tasks, services.clock, self._return, self
        )
        self.at_watch = WatchSide(self.watch, services.watch_list, self.control, tasks, self)
        self.hand.away = lambda: self.forms.open is not None or self.at_watch.holding
        self._connect(watcher, Minutes(services.clock, self))
        self._show_hand()

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def staff(self) -> str:
        """The id of whoever works at the gate."""
        return self.control.staff

    def focus_first(self) -> None:
        """Return to what is asked now, else to the box."""
        if self.at_watch.holding:
            self.watch.take_keys()
        elif not self.at_forms.focus():
            self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sign_in(self, staff: Staff) -> None:
        """Let somebody work at the gate; nothing of the one before stays in view."""
        self.control.staff, self._particle, self._fresh = staff.id, staff.particle, False
        self.hand.forget()
        self.forms.sign_in(staff)

    def refresh(self) -> None:
        """Read the board again; words, cursor and selection stay."""
        self._fresh = True
        self._warm()
        self._tasks.run(self._services.visits.board, self._take, latest=READ)
        self.results.renew()

    def _warm(self) -> None:
        """Take the day's visitors in before the first key, which would wait for that: once a day."""
        today = self._services.clock.today()
        if today != self._warm_for:
            self._warm_for = today
            self._tasks.run(partial(self._services.gate_finder.find, ""), lambda _: None)

    def set_departments(self, departments: dict[str, str]) -> None:
        """Take note of the Latin names of departments, by the names that answers give them."""
        self._departments = departments

    def type_in(self, text: str) -> None:
        """Put words into the box as if they had been typed."""
        self.box.setText(text)
        self.box.textEdited.emit(text)

    def _type_from_column(self, text: str) -> None:
        """Take what was typed or scanned in a column to the box."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.type_in(self.box.text() + text)

    def close_down(self) -> None:
        """Keep what was typed last, before the data thread ends."""
        self.forms.close_down()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fresh:
            self.refresh()

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+J for the log of the gate, before the window takes it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and _asks_log(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if _asks_log(event):
            self.log_asked.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.back()
        elif event.matches(UNDO):
            self.hand.undo()
        else:
            super().keyPressEvent(event)

    def back(self) -> None:
        """Go one step back: to the box, to an empty box."""
        if not self.box.hasFocus():
            self.focus_first()
        else:
            self.hand.clear()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go from the box through the columns and back to it."""
        if self._middle.currentWidget() is not self.board or not self.board.step_column(1 if forward else -1):
            self.focus_first()
        return True

    def _take(self, board: GateBoard) -> None:
        self.board.show_board(board)
        self.keys.count(board.people)
        self.seen.emit(board.at)

    def _on_news(self) -> None:
        self._fresh = False
        if self.isVisible():
            self.refresh()

    def _voice(self) -> Voice:
        return Voice(self.kit.words.language, self._particle, self._services.clock.today(), self._departments)

    def _show_hand(self) -> None:
        """Let band, list and board say what is at hand."""
        text, hand = self.hand.band, self.hand
        if text is not None:
            self.band.show_text(text)
        row = hand.row
        self.board.mark(row.key if row else "")
        if self.at_forms.open:
            return
        if hand.rows and (len(hand.rows) > 1 or not isinstance(row, VisitFound)):
            rows = listed(hand.rows, self.kit, self._services.clock.now(), self._voice())
            self.found.list.show_rows(rows, row.key if row else "")
            self._middle.setCurrentWidget(self.found)
        elif hand.rows or not hand.typed:
            self._middle.setCurrentWidget(self.board)

    def _read_host(self) -> None:
        """Read of whom the selected row tells where they are, unless that is known."""
        row = self.board.row
        if row is not None and row.visit.host_id and row.visit.host_id not in self.hand.hosts:
            read = partial(self._services.people_book.by_ids, [row.visit.host_id])
            self._tasks.run(read, self._know_hosts, latest=HOST)

    def _know_hosts(self, hosts: dict[str, Person]) -> None:
        self.hand.hosts |= hosts
        self._show_hand()

    def _show_keys(self) -> None:
        """Show the keys of rows while a column has the focus, for there plain letters are keys."""
        in_column = any(one.hasFocus() for one in self.board.lists)
        row = self.board.row
        self.keys.show_row_keys(in_column, row is not None and row.visit.inside)
        self._show_hand()

    def _print_badge(self, ask: bool = False) -> None:
        if self.hand.visit is not None:
            self.forms.print_badge(self.hand.visit, ask=ask)

    def _edit(self) -> None:
        if self.hand.visit is not None:
            self.forms.edit(self.hand.visit)

    def _exchange_card(self) -> None:
        self.forms.exchange_card(self.hand.visit)

    def _put_off(self) -> None:
        """Note of somebody expected that they will not come, or ask why nobody saw somebody leave."""
        visit = self.hand.visit
        if visit is not None and visit.inside:
            self.forms.assume_left(visit)
        else:
            self.hand.cancel(self.kit.words("gate.cancelled_at_gate"))

    def expect(self) -> None:
        """Write down that somebody will come: whoever stands in the box, unless the box has found them."""
        self.forms.expect("" if self.hand.rows else self.hand.typed)

    def _return(self) -> None:
        """Show the board again after a form, with the box ready."""
        self._show_hand()
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hand.go_on()

    def _settle(self, name: str, said: str) -> None:
        """Go on after a decision; what was being typed when it was asked for makes room for the next text."""
        self.hand.keep_out(name, said)
        self.focus_first()
        self.box.selectAll()

    def _show_held(self, held: Held) -> None:
        """Say who waits, with no key to let them in."""
        row = VisitFound(VisitMatch(held.visit, MatchedBy.NAME))
        text = BandWords(self.kit.words).row(row, self._services.clock.now(), self._voice())
        self.band.show_text(replace(text, primary=None))

    def _on_letter(self, letter: str) -> None:
        actions = {
            "t": self.hand.tell_host, "b": self.hand.at_reception, "g": self._exchange_card, "e": self._edit,
            "p": self._print_badge, "delete": self._put_off,
        }  # fmt: skip
        if letter in actions:
            actions[letter]()

    def _connect(self, watcher: Watcher, minutes: Minutes) -> None:
        watcher.changed.connect(self._on_news)
        minutes.passed.connect(self._on_news)
        self.hand.changed.connect(self._show_hand)
        self.hand.new_asked.connect(lambda visit: self.forms.new_arrival(visit=visit))
        self.hand.text_asked.connect(self.forms.new_arrival)
        self.forms.control.ask_first = self.at_watch.ask_first
        self.at_watch.settled.connect(self._settle)
        self.control.held.connect(self._show_held)
        self.box.textEdited.connect(lambda _: self.at_watch.tell(()))
        self.forms.done.connect(lambda done: self.hand.let_go() if done.visit is not None else None)
        self.control.done.connect(lambda _: self.refresh())
        self.box.undo_asked.connect(self.hand.undo)
        self.box.focused.connect(lambda _: self._show_keys())
        self.board.letter.connect(self._on_letter)
        self.board.removed.connect(self._put_off)
        self.board.text_typed.connect(self._type_from_column)
        self.board.looked_at.connect(self._show_keys)
        self.board.looked_at.connect(self._read_host)
        self.band.asked.connect(self._click_key)
        self.found.list.picked.connect(self.hand.pick)
        self.found.list.used.connect(self.hand.use)
        self.kit.words.changed.connect(self._show_hand)
        self._connect_keys()

    def _connect_keys(self) -> None:
        keys = self.keys
        keys.new_asked.connect(self.hand.ask_new)
        keys.column_asked.connect(lambda: self.focusNextPrevChild(True))
        keys.badge_asked.connect(self._print_badge)
        keys.log_asked.connect(self.log_asked)
        keys.roll_asked.connect(self.evacuation_asked)
        keys.letter_asked.connect(self._on_letter)
        bind_commands(self, Scope.GATE, {
            "gate_numbered": self.hand.use_numbered,
            "guess_yes": self.hand.confirm,
            "guess_no": self.hand.refuse,
            "new_visitor": self.hand.ask_new,
            "expect_visitor": self.expect,
            "edit_visit": self._edit,
            "night": self.kit.theme.switch_dark,
            "tell_host": self.hand.tell_host,
            "at_reception": self.hand.at_reception,
            "exchange_card": self._exchange_card,
            "print_badge": self._print_badge,
            "badge_size": partial(self._print_badge, ask=True),
            "privacy_notice": self.forms.show_notice,
        })  # fmt: skip

    def _click_key(self) -> None:
        """Do by the mouse what the key on the band says."""
        text = self.band.text
        if text.primary is not None and text.primary.keys == "Ins":
            self.hand.ask_new()
        elif self.board.row is not None:
            self.board.used.emit()
        else:
            self.hand.enter()

    def _arrange(self) -> None:
        column, above = QVBoxLayout(self), QVBoxLayout()
        self.space(column, (SIDE, ABOVE, SIDE, 0))
        self.space(above, gap=GAP)
        for pane in (self.board, self.found):
            self._middle.addWidget(pane)
        above.addWidget(self.box)
        above.addWidget(self.band)
        above.addWidget(self.watch)
        above.addWidget(self._middle, 1)
        column.addLayout(above, 1)
        column.addWidget(self.keys)
        column.addWidget(self.forms.strip)


def _asks_log(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_J and event.modifiers() == Qt.KeyboardModifier.ControlModifier
