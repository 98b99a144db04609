"""The foot of the page and what is asked in its place: one strip at a time, and Esc brings the foot back."""

from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.hand_over import HandItem
from frontdesk.domain.notices import Notice
from frontdesk.domain.shift_log import ShiftEntry
from frontdesk.domain.staff import Staff
from frontdesk.services.hand_over import Board, HandOvers
from frontdesk.services.notices import Notices
from frontdesk.services.sign_in_board import StaffEntry
from frontdesk.ui.contact_words import staff_name
from frontdesk.ui.kit import Kit
from frontdesk.ui.notice_words import until_word
from frontdesk.ui.pages.hand_over.control import HandOverControl
from frontdesk.ui.pages.hand_over.entry_strip import EntryStrip
from frontdesk.ui.pages.hand_over.notice_strip import NoticeStrip
from frontdesk.ui.pages.hand_over.signing import SigningStrip
from frontdesk.ui.pages.hand_over.strips import LeavingStrip, LineStrip
from frontdesk.ui.pages.promises.strips import AskingStrip
from frontdesk.ui.pages.sign_in.staff_filter import matching
from frontdesk.ui.promise_words import moment_word
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.foot import Foot

READ_UNTIL, READ_NOTICE_UNTIL, SAID_MS = "hand-over until", "notice until", 6_000
HINTS = (
    ("Return", "hand_over.open"), ("O", "hand_over.give_to"), ("Ins", "hand_over.add_notice"),
    ("Ctrl+E", "hand_over.edit_notice"),
    ("Del", "hand_over.take_off"), ("Space", "hand_over.pick"), ("A", "hand_over.assume_left"),
    ("C", "shift_log.close"), ("L", "shift_log.write"), ("U", "hand_over.look_to"), ("Ctrl+P", "hand_over.print"),
)  # fmt: skip


class Asking(QObject):
    """``home`` is what gets the focus back. ``board`` is what was read last; signing itself is the page's business."""

    def __init__(
        self, kit: Kit, hand_overs: HandOvers, notices: Notices, control: HandOverControl, tasks: Tasks, home: QWidget
    ) -> None:
        super().__init__(home)
        self._notices = notices
        self._kit, self._hand_overs, self._control, self._tasks, self._home = kit, hand_overs, control, tasks, home
        self.board = Board()
        self.stack, self.foot = QStackedWidget(), Foot(kit, HINTS)
        self.owner = LineStrip(kit, "hand_over.owner", "user")
        self.until = LineStrip(kit, "hand_over.until", "clock")
        self.reason, self.entry = LineStrip(kit, "hand_over.reason", "log-out"), EntryStrip(kit)
        self.notice, self.leaving, self.signing = NoticeStrip(kit), LeavingStrip(kit), SigningStrip(kit)
        self.current: QWidget = self.foot
        self._about: HandItem | None = None
        self._quiet = QTimer(self, singleShot=True, interval=SAID_MS)
        for strip in (self.foot, *self._strips):
            self.stack.addWidget(strip)
        self._connect()
        self.put(self.foot)
        self.offer_keys(owned=False, notice=False)

    @property
    def asked(self) -> bool:
        """Whether something is asked now."""
        return self.current is not self.foot

    def offer_keys(self, *, owned: bool, notice: bool, visit: bool = False, entry: bool = False) -> None:
        """Say only the keys that serve what is selected: something that somebody is to have, a notice, a visit, or an
        entry of the log."""
        for keys, shown in ((("O",), owned), (("Del",), notice), (("Ctrl+E",), notice or entry),
                            (("Space", "A"), visit), (("C",), entry)):  # fmt: skip
            for key in keys:
                self.foot.show_hint(key, shown=shown)

    def put(self, strip: QWidget) -> None:
        """Show a strip, or the foot, and give it the focus."""
        self.current = strip
        self.stack.setCurrentWidget(strip)
        self.stack.setFixedHeight(strip.height())
        if strip is not self.foot:
            strip.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Ask no longer; nothing was changed."""
        if self.asked:
            focused = self.stack.window().focusWidget()
            had_focus = focused is not None and (focused is self.current or self.current.isAncestorOf(focused))
            self.put(self.foot)
            if had_focus:
                self._home.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask_owner(self, item: HandItem) -> None:
        """Ask who is to have it."""
        self._about = item
        self.owner.begin()
        self._show_owner("")
        self.put(self.owner)

    def ask_until(self) -> None:
        """Ask until when the coming shift lasts."""
        self.until.begin()
        self._read_until("")
        self.put(self.until)

    def ask_notice(self) -> None:
        """Ask what everybody should know."""
        self.notice.begin()
        self._read_notice_until(self.notice.until.text())
        self.put(self.notice)

    def edit_notice(self, notice: Notice) -> None:
        """Ask what is to come in the place of a notice."""
        self.notice.edit(notice)
        self._read_notice_until(self.notice.until.text())
        self.put(self.notice)

    def ask_entry(self, entry: ShiftEntry | None = None) -> None:
        """Ask for an entry of the log, or for other words of one."""
        if entry is None:
            self.entry.begin()
        else:
            self.entry.edit(entry)
        self.put(self.entry)

    def ask_reason(self, count: int) -> None:
        """Ask why so many visits are closed though nobody saw their end."""
        self.reason.begin()
        self.reason.say(self._kit.words("hand_over.reason_of", count=f"{count:,}"))
        self.put(self.reason)

    def offer(self, count: int) -> None:
        """Tell whoever is about to leave what is open."""
        self.leaving.begin(count)
        self.put(self.leaving)

    def ask_to_sign(self, role: str, leave: str, signers: tuple[Staff, ...]) -> None:
        """Ask one of these to sign, as ``SigningStrip.ask`` does."""
        self.signing.ask(role, leave, signers, self.board.digits)
        self.put(self.signing)

    def say(self, sentence: str, /, **gaps: object) -> None:
        """Say for a while what was done."""
        self.remark(self._kit.words(sentence, **gaps))

    def remark(self, text: str) -> None:
        self.foot.remark.set_text(text)
        self._quiet.start()

    def fail(self, error: DeskError) -> None:
        """Say where it was asked what went wrong."""
        sentence = self._kit.words(f"errors.{error.code}", **error.data)
        if self.current is self.signing:
            self.signing.refuse(sentence)
        elif isinstance(self.current, LineStrip | NoticeStrip | EntryStrip):
            self.current.say(sentence, wrong=True)
        else:
            self.remark(sentence)

    @property
    def _strips(self) -> tuple[AskingStrip, ...]:
        return self.owner, self.until, self.reason, self.entry, self.notice, self.leaving, self.signing

    def _left(self, strip: AskingStrip) -> None:
        """Follow a strip that is left, unless another has taken its place already."""
        if self.current is strip:
            self.leave()

    def _candidate(self, text: str) -> Staff | None:
        found = matching([StaffEntry(one) for one in self.board.signing], text) if text.strip() else []
        return found[0].staff if found else None

    def _show_owner(self, text: str) -> None:
        """Say under way who is meant."""
        one, words = self._candidate(text), self._kit.words
        if one is not None:
            self.owner.say(f"→ {staff_name(words, one)}")
        elif text.strip():
            self.owner.say(words("hand_over.nobody_called_so"), wrong=True)
        else:
            self.owner.say(words("hand_over.owner_none"))

    def _name_owner(self, text: str) -> None:
        one = self._candidate(text)
        if self._about is not None and (one is not None or not text.strip()):
            self._control.name_owner(self._about, one.id if one else "")

    def _read_until(self, text: str) -> None:
        now = self._hand_overs.now()
        self._tasks.run(
            partial(self._hand_overs.read_until, text),
            lambda until: self.until.say(f"= {moment_word(self._kit.words, until, now)}"),
            lambda error: self.until.say(self._kit.words(f"errors.{error.code}", **error.data), wrong=True),
            READ_UNTIL,
        )

    def _read_notice_until(self, text: str) -> None:
        """Say under way until when a notice would stand."""
        words, now = self._kit.words, self._notices.now()
        self._tasks.run(
            partial(self._notices.read_until, text),
            lambda until: self.notice.say(until_word(words, until, now) or words("notices.until_taken_off")),
            lambda error: self.notice.say(words(f"errors.{error.code}", **error.data), wrong=True),
            READ_NOTICE_UNTIL,
        )

    def _on_done(self, said: str) -> None:
        if said == "hand_over.notice_kept":
            self.notice.clear()
        self.leave()
        self.say(said)

    def _connect(self) -> None:
        for strip in self._strips:
            strip.left.connect(partial(self._left, strip))
        self.owner.typed.connect(self._show_owner)
        self.owner.accepted.connect(self._name_owner)
        self.until.typed.connect(self._read_until)
        self.until.accepted.connect(self._control.look_until)
        self.notice.accepted.connect(self._control.write_notice)
        self.notice.until_typed.connect(self._read_notice_until)
        for strip in (self.notice, self.entry):
            strip.resized.connect(lambda: self.stack.setFixedHeight(self.current.height()))
        self._control.done.connect(self._on_done)
        self._control.failed.connect(self.fail)
        self._quiet.timeout.connect(lambda: self.foot.remark.set_text(""))
        self._kit.theme.changed.connect(lambda: self.stack.setFixedHeight(self.current.height()))
