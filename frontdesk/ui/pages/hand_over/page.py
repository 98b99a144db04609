"""Handing over to the next shift (Ctrl+J): read out, signed by the one who leaves and the one who comes."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.collation import sort_key
from frontdesk.domain.hand_over import HandItem, HandOver, ItemKind
from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Staff
from frontdesk.services.gate_papers_daily import GateOrder, GateSpan
from frontdesk.services.hand_over import Board, HandOvers
from frontdesk.services.hand_over_papers import HandOverOrder
from frontdesk.services.notices import Notices
from frontdesk.services.ports import Clock
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.contact_words import staff_name
from frontdesk.ui.kit import Kit
from frontdesk.ui.minutes import Minutes
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.hand_over.asking import Asking
from frontdesk.ui.pages.hand_over.control import HandOverControl
from frontdesk.ui.pages.hand_over.gate_keys import Around, GateKeys
from frontdesk.ui.pages.hand_over.gate_side import GateSide
from frontdesk.ui.pages.hand_over.hand_list import HandList
from frontdesk.ui.pages.hand_over.head import HandOverHead, Shown
from frontdesk.ui.pages.hand_over.items import PastRow, rows_of
from frontdesk.ui.pages.hand_over.log_items import log_rows
from frontdesk.ui.pages.hand_over.readers import ReadersPane
from frontdesk.ui.pages.picking.items import Item
from frontdesk.ui.promise_words import moment_word
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from frontdesk.ui.widgets.ground import Ground

READ = "hand-over"
SIGNS = {Shown.NOW: "hand_over.sign", Shown.WAITING: "hand_over.sign_coming"}


class HandOverPage(Ground):
    """Implements ``Page`` and ``RoomyPage``.

    ``opened`` carries a thing that somebody wants to see where it is, ``taken`` the ``Staff`` who took over and sits
    at the desk now, ``left`` says that somebody goes without handing over, ``print_asked`` which paper is wanted.
    """

    page_id = "hand-over"
    opened = Signal(object)
    taken = Signal(object)
    left = Signal()
    print_asked = Signal(object)

    def __init__(
        self, kit: Kit, hand_overs: HandOvers, notices: Notices, clock: Clock, tasks: Tasks, watcher: Watcher,
        gate: GateSide, parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(kit, "surface", parent)
        self._hand_overs, self._notices, self._tasks = hand_overs, notices, tasks
        self._shown, self._looked_at, self._removing = Shown.NOW, "", ""
        self._fresh = self._undecided = False
        self._taking: HandOver | None = None
        self.board: Board | None = None
        self.gate = gate
        self.control = HandOverControl(hand_overs, notices, tasks, self)
        self.head, self.list = HandOverHead(kit), HandList(kit, Brush(kit))
        self.readers, self._middle = ReadersPane(kit, notices, tasks), QStackedWidget()
        self.asking = Asking(kit, hand_overs, notices, self.control, tasks, self.list)
        around = Around(self._open_item, self._items, self._renew, self.refresh)
        self._gate_keys = GateKeys(gate, self.list, self.asking, around, self)
        self._arrange()
        self.setFocusProxy(self.list)
        self._connect(watcher, Minutes(clock, self))

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def head_height(self) -> int:
        return self.head.height()

    @property
    def offering(self) -> bool:
        """Whether somebody who is about to leave is being told what is open."""
        return self.isVisible() and self.asking.current is self.asking.leaving

    @property
    def shown_hand_over(self) -> HandOver | None:
        """The signed hand-over in view, None for what is open now and for the list of past ones."""
        if self.board is None or self._shown is Shown.NOW:
            return None
        if self._shown is Shown.WAITING:
            return self.board.waiting
        return next((one for one in self.board.past if one.id == self._looked_at), None)

    def leave_room(self, width: int) -> None:
        self._body.setContentsMargins(0, 0, width, 0)

    def focus_first(self) -> None:
        """Begin with what waits to be taken over, else with what is open now."""
        self.asking.leave()
        self._leave_readers()
        self._undecided = True
        self.refresh()
        self.list.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sign_in(self, staff: Staff) -> None:
        self.control.staff = self.gate.staff = staff.id
        self.readers.sign_in(staff)
        self.asking.leave()
        self._looked_at = ""

    def offer(self, count: int) -> None:
        """Tell whoever is about to leave what is open; one key goes on without handing over."""
        self.asking.offer(count)

    def show_only(self, shown: Shown) -> None:
        """Show what is open, what waits, or past hand-overs."""
        waits = self.board is not None and self.board.waiting is not None
        self._shown = Shown.NOW if shown is Shown.WAITING and not waits else shown
        self._looked_at = ""
        self._undecided = False
        self.asking.leave()
        self._leave_readers()
        if shown is Shown.LOG:
            self.gate.refresh()
        self._renew()

    def write_entry(self) -> None:
        """Show the log of this shift and ask for an entry."""
        self.show_only(Shown.LOG)
        self.asking.ask_entry()

    def sign(self) -> None:
        """Ask for the signature that is next: of the leaving one, or of the coming one."""
        board = self.board
        if board is None or self._shown in (Shown.PAST, Shown.LOG):
            return
        self._leave_readers()
        self._taking = board.waiting if self._shown is Shown.WAITING else None
        if self._taking is not None:
            coming = self._coming(board, self._taking)
            self.asking.ask_to_sign("hand_over.coming", "hand_over.nobody_yet", coming)
        elif self.control.staff in board.staff:
            self.asking.ask_to_sign("hand_over.leaving", "hand_over.not_now", (board.staff[self.control.staff],))

    def refresh(self) -> None:
        """Read everything again; the selection stays where it is."""
        self._fresh = True
        self._tasks.run(self._hand_overs.board, self._take, latest=READ)
        if self._shown is Shown.LOG:
            self.gate.refresh()

    def print(self) -> None:
        """Ask for the paper of what is shown, or of the past hand-over that is selected."""
        made = self.shown_hand_over or self.list.hand_over
        if self._shown is Shown.LOG:
            self.print_asked.emit(partial(GateOrder, GateSpan.SHIFT))
            return
        if made is not None or self._shown is not Shown.PAST:
            self.print_asked.emit(partial(_order, made.id if made else ""))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fresh:
            self.refresh()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._looked_at:
            key, self._looked_at = self._looked_at, ""
            self._renew()
            self.list.pick(key)
        else:
            super().keyPressEvent(event)

    def _take(self, board: Board) -> None:
        self.board = self.asking.board = board
        if self._undecided or (self._shown is Shown.WAITING and board.waiting is None):
            self._shown = Shown.WAITING if board.waiting else Shown.NOW
        self._undecided = False
        self._renew()

    def _renew(self) -> None:
        if self.board is None:
            return
        self.list.show_items(self._rows(self.board), self.list.key)
        self.head.show_shown(self._shown)
        sign = SIGNS.get(self._shown, "")
        self.head.show_state(self._line(self.board), self.board.waiting is not None, sign)

    def _rows(self, board: Board) -> tuple[Item, ...]:
        words, now, made = self.kit.words, self._hand_overs.now(), self.shown_hand_over
        if made is not None:
            waits = self._shown is Shown.WAITING
            moment, still = (now, board.open) if waits else (made.signed.at, None)
            return rows_of(made.items, moment, self._name, made.owner_of, words, still)
        if self._shown is Shown.PAST:
            return tuple(
                PastRow(one, now, self._name(one.signed.staff), self._name(one.taken.staff) if one.taken else "", words)
                for one in board.past
            )
        if self._shown is Shown.LOG:
            return log_rows(self.gate.page, words) if self.gate.page else ()
        items = tuple(item for item in board.items if not item.over(now))
        return rows_of(items, now, self._name, lambda item: item.owner, words, picked=self.gate.picked)

    def _line(self, board: Board) -> str:
        """Say what the list shows."""
        words, now, made = self.kit.words, self._hand_overs.now(), self.shown_hand_over
        if made is None and self._shown is Shown.PAST:
            return words("hand_over.line_past" if board.past else "hand_over.line_no_past")
        if self._shown is Shown.LOG:
            return words("shift_log.line", when=words.moment(self.gate.page.since)) if self.gate.page else ""
        if made is None:
            assert board.until is not None
            return words("hand_over.line_now", until=moment_word(words, board.until, now))
        names = {"leaving": self._name(made.signed.staff), "when": words.moment(made.signed.at)}
        if made.taken is None:
            return words("hand_over.line_waiting", **names)
        return words("hand_over.line_taken", coming=self._name(made.taken.staff), **names)

    def _name(self, staff_id: str) -> str:
        one = self.board.staff.get(staff_id) if self.board else None
        return staff_name(self.kit.words, one) if one else staff_id

    def _coming(self, board: Board, made: HandOver) -> tuple[Staff, ...]:
        """Return who may take over: the one at the desk first, the leaving one last."""
        order = {made.signed.staff: 2, self.control.staff: 0 if self.control.staff != made.signed.staff else 2}
        return tuple(sorted(board.signing, key=lambda one: (order.get(one.id, 1), sort_key(one.name))))

    def _open(self, _: str) -> None:
        """Look into a past hand-over or at a notice, or go to where a thing is."""
        past, item = self.list.hand_over, self.list.item
        if past is not None:
            self._looked_at = past.id
            self._renew()
        elif item is not None and item.kind is ItemKind.DRAFT and item.by != self.control.staff:
            self.asking.say("hand_over.draft_of", name=self._name(item.by))
        elif item is not None and item.kind is ItemKind.NOTICE:
            self.readers.open(item.key)
            self._middle.setCurrentWidget(self.readers)
            self.asking.offer_keys(owned=False, notice=False)
            self.readers.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._gate_keys.edit_entry() and item is not None:
            self.opened.emit(item)

    def _leave_readers(self) -> None:
        """Go back from a notice to the list."""
        if self._middle.currentWidget() is self.readers:
            self._middle.setCurrentWidget(self.list)
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self._on_moved("")

    def _edit(self) -> None:
        """Put a notice or an entry of the log right."""
        if self._gate_keys.edit_entry():
            return
        item = self._open_item()
        self._leave_readers()
        if item is not None and item.kind is ItemKind.NOTICE:
            self._tasks.run(partial(self._notices.get, item.key), self.asking.edit_notice, self.asking.fail)
        elif item is not None:
            self.asking.say("notices.only_notices")

    def _ask_owner(self) -> None:
        item = self._open_item()
        if item is not None and item.owned:
            self.asking.ask_owner(item)

    def _remove(self) -> None:
        """Take a notice off when asked twice."""
        item = self._open_item()
        if item is None:
            return
        if item.kind is not ItemKind.NOTICE:
            self.asking.say("hand_over.only_notices")
        elif self._removing != item.key:
            self._removing = item.key
            self.asking.say("hand_over.once_more")
        else:
            self._removing = ""
            self.control.end_notice(item)

    def _on_moved(self, _: str) -> None:
        """Offer the keys that serve the selected thing."""
        self._removing, item = "", self.list.item
        kind = item.kind if item is not None else None
        self.asking.offer_keys(
            owned=item is not None and item.owned, notice=kind is ItemKind.NOTICE, visit=kind is ItemKind.VISIT,
            entry=self.list.entry is not None or kind in (ItemKind.FOLLOW_UP, ItemKind.INCIDENT),
        )  # fmt: skip

    def _items(self) -> tuple[HandItem, ...]:
        return self.board.items if self.board else ()

    def _open_item(self) -> HandItem | None:
        """Return the selected thing where it can be changed: in what is open now."""
        if self._shown is not Shown.NOW:
            self.asking.say("hand_over.kept_as_it_was")
            return None
        return self.list.item

    def _ask_if_open(self, ask: str) -> None:
        if self._shown is not Shown.NOW:
            self.show_only(Shown.NOW)
        self._leave_readers()
        {"until": self.asking.ask_until, "notice": self.asking.ask_notice}[ask]()

    def _signed(self, staff_id: str, pin: str) -> None:
        if self._taking is not None:
            self.control.take_over(self._taking, staff_id, pin)
        else:
            self.control.sign(staff_id, pin)

    def _on_signed(self, made: HandOver) -> None:
        """Let the coming one sign next, if somebody has come."""
        self._undecided = True
        self._tasks.run(self._hand_overs.board, self._ask_the_coming_one)

    def _ask_the_coming_one(self, board: Board) -> None:
        self._take(board)
        self.asking.leave()
        others = [one for one in board.signing if one.id != self.control.staff]
        if others:
            self.sign()
        self.asking.say("hand_over.was_signed")

    def _on_taken(self, made: HandOver) -> None:
        self.asking.leave()
        assert made.taken is not None
        if self.board is not None:
            self.taken.emit(self.board.staff[made.taken.staff])

    def _on_news(self) -> None:
        self._fresh = False
        if self.isVisible():
            self.refresh()
            self.readers.refresh()

    def _connect(self, watcher: Watcher, minutes: Minutes) -> None:
        self.head.chosen.connect(self.show_only)
        self.head.sign.clicked.connect(self.sign)
        self.list.chosen.connect(self._open)
        self.list.owner_asked.connect(self._ask_owner)
        self.list.until_asked.connect(partial(self._ask_if_open, "until"))
        self.list.removal_asked.connect(self._remove)
        self.list.moved.connect(self._on_moved)
        self.asking.signing.signed.connect(self._signed)
        self.asking.leaving.signing.connect(self.sign)
        self.asking.leaving.going.connect(self.left)
        self.control.signed.connect(self._on_signed)
        self.control.taken.connect(self._on_taken)
        self.control.done.connect(lambda _: self.refresh())
        self.control.done.connect(lambda _: self._leave_readers())
        self.readers.left.connect(self._leave_readers)
        self.readers.failed.connect(self.asking.fail)
        watcher.changed.connect(self._on_news)
        minutes.passed.connect(self._renew)
        self.kit.words.changed.connect(self._renew)
        self.list.writing_asked.connect(self.write_entry)
        shown = list(Shown)
        bind_commands(
            self,
            Scope.HAND_OVER,
            {
                "sign_hand_over": self.sign,
                "add_notice": partial(self._ask_if_open, "notice"),
                "edit_notice": self._edit,
                "show_hand_overs": lambda place: self.show_only(shown[place]),
                "print_hand_over": self.print,
            },
        )

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        self._body = QVBoxLayout()
        self.space(column)
        for pane in (self.list, self.readers):
            self._middle.addWidget(pane)
        self._body.addWidget(self._middle, 1)
        self._body.addWidget(self.asking.stack)
        column.addWidget(self.head)
        column.addLayout(self._body, 1)


def _order(hand_over: str, language: Language) -> HandOverOrder:
    return HandOverOrder(hand_over, language)
