"""Passing a caller on: looked at first, then one key that answers here instead, or says why not and logs it."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from frontdesk.domain.contacts import Outcome
from frontdesk.domain.transfers import Transfer, TransferReason
from frontdesk.services.transfers import TransferPreview, Transfers
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.pages.desk.box_control import BoxControl
from frontdesk.ui.pages.desk.contact_control import ContactControl
from frontdesk.ui.pages.desk.results import Results
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice
from frontdesk.ui.pages.desk.session import DeskSession
from frontdesk.ui.pages.desk.transfer.in_sight import answer_in_sight, chosen_receiver
from frontdesk.ui.pages.desk.transfer.receiver_words import receiver_name
from frontdesk.ui.pages.desk.transfer.slip_words import Slip, slip_of
from frontdesk.ui.pages.desk.view import DeskView
from frontdesk.ui.tasks import Tasks

CHANNEL = "transfer"


class TransferControl(QObject):
    """``copied``: the slip with the whole number is on the clipboard. ``print_asked`` carries a ``TransferPreview``."""

    copied = Signal()
    print_asked = Signal(object)

    def __init__(
        self, view: DeskView, session: DeskSession, results: Results, box: BoxControl, contact: ContactControl,
        transfers: Transfers, tasks: Tasks, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._view, self._session, self._results, self._box = view, session, results, box
        self._contact, self._transfers, self._tasks = contact, transfers, tasks
        self._voice: Voice | None = None
        self._shown, self._preview, self._slip = False, TransferPreview(), Slip()
        self._looking, self._waiting = False, list[Callable[[], None]]()
        strip = view.transfer
        strip.use_asked.connect(partial(self._when_seen, self._use))
        strip.reason_given.connect(self._go_on)
        strip.left.connect(self.leave)
        contact.transfer_asked.connect(self.ask)
        session.changed.connect(self.refresh)
        session.switched.connect(self.close)
        results.settled.connect(self.refresh)
        view.kit.words.changed.connect(self._fill)
        strip.copy_asked.connect(self.copy)
        bind_commands(strip, Scope.DESK, {"print_slip": self.print_slip})

    @property
    def shown(self) -> bool:
        """Tell whether the guard stands before a transfer now."""
        return self._shown

    @property
    def preview(self) -> TransferPreview:
        return self._preview

    def set_voice(self, voice: Voice) -> None:
        """Speak as this one."""
        self._voice = voice
        self._fill()

    def ask(self) -> None:
        """Show what there is to know before the caller in hand is passed on."""
        if self._session.draft is None:
            self._contact.begin_finish()
            return
        self._shown, self._preview = True, TransferPreview()
        self._view.transfer.tell("transfer.key_goes_on")
        self._view.show_inline(self._view.transfer)
        self._view.transfer.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.refresh()

    def refresh(self) -> None:
        """Look again, after more was found or typed."""
        draft = self._session.draft
        if not self._shown or draft is None:
            return
        rows, self._looking = self._view.list, True
        answer, receiver = answer_in_sight(rows, self._results.listing), chosen_receiver(rows)
        look = partial(self._transfers.preview, draft, answer, receiver)
        self._tasks.run(look, self._take, lambda _: self._take(TransferPreview(answer)), CHANNEL)

    def leave(self, by_key: bool) -> None:
        """Go back to the contact as it was; the note that somebody wanted to transfer is not kept."""
        if self._shown:
            self.close()
            if by_key:
                self._view.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Let the contact strip stand in its place again."""
        if not self._shown:
            return
        self._shown, self._looking = False, False
        self._waiting.clear()
        self._tasks.forget(CHANNEL)
        if self._view.transfer.hasFocus():
            self._view.box.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._view.transfer.isHidden():
            self._view.show_inline(None)

    def copy(self) -> None:
        """Put the slip with the whole number on the clipboard, which goes on record."""
        self._when_seen(self._copy)

    def print_slip(self) -> None:
        """Ask for the slip on paper."""
        self._when_seen(lambda: self.print_asked.emit(self._preview))

    def _when_seen(self, act: Callable[[], None]) -> None:
        """Act on what is shown; what is pressed before anything is shown waits for it."""
        if self._looking:
            self._waiting.append(act)
        else:
            act()

    def _take(self, preview: TransferPreview) -> None:
        if not self._shown:
            return
        self._preview, self._looking = preview, False
        self._fill()
        waiting, self._waiting = self._waiting, []
        for act in waiting:
            act()

    def _fill(self) -> None:
        draft = self._session.draft
        if self._shown and draft is not None and self._voice is not None:
            self._slip = slip_of(draft, self._preview, self._view.kit.words)
            self._view.transfer.show_preview(self._preview, self._slip, self._voice)

    def _use(self) -> None:
        """Answer here after all, with what is shown."""
        answer = self._preview.answer
        if answer is not None:
            self._box.use_article(answer)
            self.close()
            self._contact.complete(Outcome.ANSWERED)
        elif not self._results.complete:
            self._results.when_complete(lambda: self._when_seen(self._use))

    def _go_on(self, reason: TransferReason) -> None:
        self._results.in_turn(lambda: self._when_seen(partial(self._pass_on, reason)))

    def _pass_on(self, reason: TransferReason) -> None:
        if not self._shown or self._session.draft is None:
            return
        self._session.pass_on(self._transfer(reason))
        self.close()
        self._contact.complete(Outcome.TRANSFERRED)

    def _transfer(self, reason: TransferReason) -> Transfer:
        receiver, slip = self._preview.receiver, "\n".join(self._slip.masked)
        if receiver is None:
            return Transfer(reason, to_place=self._preview.place, slip=slip)
        name = receiver_name(receiver, self._view.kit.words.language)
        return Transfer(reason, receiver.call.person_id, name, self._preview.place, slip)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(self._slip.full))
        self._view.transfer.tell("transfer.copied")
        self.copied.emit()
