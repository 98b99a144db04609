"""Sending a question without an answer to whoever knows, with or without the promise of a call back."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Contact, Outcome
from frontdesk.domain.errors import DeskError
from frontdesk.domain.gaps import Gap
from frontdesk.domain.numbers import mask
from frontdesk.domain.scopes import DEPARTMENT
from frontdesk.domain.similar_gaps import SimilarGaps
from frontdesk.services.gaps import Gaps, Knower
from frontdesk.services.promises import Promises
from frontdesk.ui.directory_words import call_word
from frontdesk.ui.pages.desk.contact_control import ContactControl
from frontdesk.ui.pages.desk.promise.control import PromiseControl
from frontdesk.ui.pages.desk.results import Results
from frontdesk.ui.pages.desk.session import DeskSession
from frontdesk.ui.pages.desk.view import DeskView
from frontdesk.ui.promise_words import moment_word
from frontdesk.ui.tasks import Tasks

KNOWN, SIMILAR, DUE = "gap", "gap similar", "gap due"
SIMILAR_MS, NEAREST = 300, 3


@dataclass(frozen=True, slots=True)
class Known:
    """What is guessed when the strip opens."""

    knower: Knower
    due: datetime
    now: datetime


class GapControl(QObject):
    """``shown`` while the strip stands in place of the contact strip."""

    opened = Signal()

    def __init__(
        self, view: DeskView, session: DeskSession, results: Results, contact: ContactControl, gaps: Gaps,
        promises: Promises, asking: PromiseControl, tasks: Tasks, parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._view, self._session, self._results, self._contact = view, session, results, contact
        self._gaps, self._promises, self._asking, self._tasks = gaps, promises, asking, tasks
        self.shown = self._filling = False
        self._promised: tuple[str, datetime] | None = None
        self._suggested: tuple[str, datetime] | None = None
        self._pause = QTimer(self, singleShot=True, interval=SIMILAR_MS)
        self._pause.timeout.connect(self._look_for_similar)
        strip = view.gap
        strip.edited.connect(self._keep)
        strip.sent.connect(self.send)
        strip.left.connect(self.leave)
        strip.due.textEdited.connect(self._read_due)
        session.switched.connect(self.close)
        contact.transfer_asked.connect(self.close)
        session.changed.connect(self._show_caller)
        session.logged.connect(self._after_log)
        view.kit.words.changed.connect(self._show_caller)

    def ask(self) -> None:
        """Note that there was no answer and ask what is to become of it; again takes the note back."""
        draft = self._session.draft
        if draft is not None and draft.unanswered:
            self.leave()
            self._contact.could_not_answer()
        else:
            self._contact.could_not_answer()
            self._open()

    def confirm(self) -> bool:
        """Take the guessed department as right; tell whether there was one."""
        return self.shown and self._view.gap.department.confirm()

    def leave(self) -> None:
        """Go back to the contact; what was noted and typed stays with it."""
        if self.shown:
            self.close()
            self._view.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def close(self) -> None:
        """Let the contact strip stand in its place again."""
        if not self.shown:
            return
        self.shown = False
        self._pause.stop()
        for channel in (KNOWN, SIMILAR, DUE):
            self._tasks.forget(channel)
        if self._view.gap.isAncestorOf(self._view.focusWidget()) or self._view.gap.hasFocus():
            self._view.box.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self._view.gap.isHidden():  # else another strip has taken its place
            self._view.show_inline(None)

    def send(self, promised: bool) -> None:
        """End the contact with the question on its way."""
        strip, words = self._view.gap, self._view.kit.words
        if not self.shown or self._session.draft is None:
            return
        if not strip.gap.words:
            strip.complain(words("gap.words_needed"), strip.words)
        elif promised and self._suggested and self._suggested[0] == strip.due.text():
            self._promise(self._suggested[1])
        elif promised:
            read = partial(self._promises.read, strip.due.text())
            self._tasks.run(read, self._promise, self._refuse_due, DUE)
        else:
            self._finish(Outcome.MESSAGE)

    def _open(self) -> None:
        draft, strip = self._session.draft, self._view.gap
        if draft is None:
            return
        self._filling = True
        asked = draft.query.strip() or next(reversed(draft.queries), "")
        strip.show_gap(draft.gap or Gap(asked))
        strip.due.clear()
        self._filling = False
        self.shown = True
        self._view.show_inline(strip)
        strip.words.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._show_caller()
        self._tasks.run(self._guess(), self._show_known, lambda _: None, KNOWN)
        self._look_for_similar()
        self.opened.emit()

    def _guess(self) -> partial[Known]:
        listing = self._results.listing
        narrowed = [name for one in listing.reading.narrowed if one.sign == DEPARTMENT for name in one.names]
        nearest = [answer.article for answer in listing.answers[:NEAREST]]
        return partial(_known, self._gaps, self._promises, narrowed, nearest)

    def _show_known(self, known: Known) -> None:
        strip, words = self._view.gap, self._view.kit.words
        if not strip.department.text():
            strip.department.set_guess(known.knower.department)
        if not strip.owner.text():
            strip.owner.setText(known.knower.owner)
            strip.owner.setCursorPosition(0)
        strip.owner.set_trailing(call_word(words, known.knower.number) if known.knower.number else "")
        if not strip.due.text():
            strip.due.setText(moment_word(words, known.due, known.now))
            self._suggested = strip.due.text(), known.due

    def _show_caller(self) -> None:
        """Say on what number the caller hears from the desk."""
        draft, words = self._session.draft, self._view.kit.words
        if self.shown and draft is not None:
            way, number = words(f"desk.channel_{draft.channel.value}"), mask(draft.number, words.language)
            self._view.gap.call_back.setText(f"{way} {number}".strip())

    def _keep(self) -> None:
        """Keep what is typed with the contact, so that nothing of it is lost."""
        if self.shown and not self._filling:
            self._view.gap.complain("")
            self._session.note_gap(self._view.gap.gap)
            self._pause.start()

    def _look_for_similar(self) -> None:
        look = partial(self._gaps.similar, self._view.gap.gap.words)
        self._tasks.run(look, self._show_similar, lambda _: None, SIMILAR)

    def _show_similar(self, similar: SimilarGaps) -> None:
        self._view.gap.similar.show_similar(similar, self._promises.now().date())

    def _read_due(self, text: str) -> None:
        """Say beside the words which moment they mean."""
        self._view.gap.complain("")
        words, now = self._view.kit.words, self._promises.now()
        show = lambda due: self._view.gap.due.set_trailing(moment_word(words, due, now))  # noqa: E731 used once
        hide = lambda _: self._view.gap.due.set_trailing("")  # noqa: E731
        self._tasks.run(partial(self._promises.read, text), show, hide, DUE)

    def _refuse_due(self, error: DeskError) -> None:
        strip = self._view.gap
        strip.complain(self._view.kit.words(f"errors.{error.code}", **error.data), strip.due)

    def _promise(self, due: datetime) -> None:
        if self.shown and self._session.draft is not None:
            self._promised = self._session.draft.id, due
            self._finish(Outcome.PROMISED)

    def _finish(self, outcome: Outcome) -> None:
        self._session.note_gap(self._view.gap.gap)
        self.close()
        self._asking.hushed = True
        try:
            self._contact.complete(outcome)
        finally:
            self._asking.hushed = False

    def _after_log(self, contact: Contact) -> None:
        """Write down by when the call back was promised."""
        if self._promised is None or self._promised[0] != contact.id:
            return
        (contact_id, due), self._promised = self._promised, None
        words, staff = self._view.kit.words, self._session.staff
        when = moment_word(words, due, self._promises.now())
        self._tasks.run(
            partial(self._promises.move, contact_id, due, staff),
            lambda _: self._view.strip.status.offer_undo(words("gap.sent_promise", when=when)),
            self._contact.complain,
        )


def _known(gaps: Gaps, promises: Promises, narrowed: list[str], nearest: list[Article]) -> Known:
    return Known(gaps.knower(narrowed, nearest), promises.suggested(), promises.now())
