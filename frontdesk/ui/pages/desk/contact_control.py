"""The contact in hand and the widgets that show it: channel, number, clock, topic, note, outcomes."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QLineEdit

from frontdesk.domain.contacts import Feedback, Outcome
from frontdesk.domain.drafts import holds_national_id
from frontdesk.domain.errors import DeskError
from frontdesk.ui.pages.desk.results import Results
from frontdesk.ui.pages.desk.session import DeskSession
from frontdesk.ui.pages.desk.view import DeskView


class ContactControl(QObject):
    """Carries what is entered into the session, and the session's state into the widgets.

    ``transfer_asked``: the caller is to be passed on, which is looked at first.
    """

    transfer_asked = Signal()

    def __init__(self, view: DeskView, session: DeskSession, results: Results, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._view, self._session, self._results = view, session, results
        strip, bar = view.strip, view.bar
        bar.channels.chosen.connect(session.set_channel)
        bar.number.typed.connect(session.set_number)
        strip.topic.textEdited.connect(session.set_topic)
        strip.note.textEdited.connect(session.set_note)
        strip.finish_asked.connect(self.begin_finish)
        strip.ended.connect(self.finish)
        strip.felt.connect(self.feel)
        strip.status.gone.connect(session.forget_undo)
        session.changed.connect(self._show)
        session.switched.connect(self._show)
        session.saved.connect(lambda: strip.show_saved(session.draft is not None))
        session.logged.connect(self._on_logged)
        session.withdrawn.connect(self._on_reopened)
        session.failed.connect(self.complain)

    def begin_finish(self) -> None:
        """Make the number keys live, if there is a contact to end."""
        if self._session.draft is None:
            self._view.strip.status.tell(self._view.kit.words("desk.nothing_to_finish"))
        else:
            self._view.strip.set_live(True)

    def end_finish(self) -> bool:
        """Leave the live state; tell whether it was on."""
        was_live = self._view.strip.live
        if was_live:
            self._view.strip.set_live(False)
            self._view.box.setFocus()
        return was_live

    def finish(self, outcome: Outcome) -> None:
        """Log the contact with the answer that was entered, and be ready for the next one; a transfer is asked for."""
        if outcome is Outcome.TRANSFERRED:
            self.transfer_asked.emit()
        else:
            self._results.in_turn(lambda: self.complete(outcome))

    def complete(self, outcome: Outcome) -> None:
        """Log the contact as it stands."""
        if self._session.draft is None:
            self.begin_finish()
            return
        self._view.strip.set_live(False)
        self._view.strip.status.clear()
        self._view.box.setFocus()
        self._session.finish(outcome)

    def feel(self, feedback: Feedback) -> None:
        if self._session.draft is not None:
            self._session.set_feedback(feedback)

    def could_not_answer(self) -> None:
        """Note that there was no answer, and the words in the box with it; again takes the note back."""
        self._session.could_not_answer()
        draft, words = self._session.draft, self._view.kit.words
        if draft is not None and draft.unanswered and draft.query.strip():
            self._view.strip.status.tell(words("desk.words_kept", text=draft.query.strip()))

    def mask_ids(self) -> None:
        """Mask the national IDs in what was typed."""
        found, view = self._session.mask_ids(), self._view
        view.strip.status.tell(view.kit.words("privacy.id_masked" if found else "privacy.no_id"))
        draft = self._session.draft
        if draft is not None and draft.query != view.box.text():
            view.box.setText(draft.query)
            self._results.look_up(draft.query)

    def undo(self) -> bool:
        """Take the last contact back, if that is still offered; tell whether it was."""
        offered = self._session.can_undo
        if offered:
            self._session.undo()
        return offered

    def complain(self, error: DeskError) -> None:
        """Say what went wrong, in place."""
        self._view.strip.status.complain(self._view.kit.words(f"errors.{error.code}", **error.data))

    def _show(self) -> None:
        draft, view = self._session.draft, self._view
        view.strip.set_open(draft is not None)
        view.strip.show_saved(draft is not None and not draft.blank and not self._session.unsaved)
        view.bar.clock.start_from(draft.started_at if draft else None)
        view.bar.number.set_number(draft.number if draft else "")
        _put(view.strip.topic, draft.topic if draft else "")
        _put(view.strip.note, draft.note if draft else "")
        view.strip.show_feedback(draft.feedback if draft else None)
        view.strip.show_unanswered(bool(draft and draft.unanswered))
        view.strip.show_id_found(draft is not None and holds_national_id(draft))
        if draft is not None:
            view.bar.channels.show_channel(draft.channel)
        else:
            view.bar.channels.show_first()

    def _on_logged(self) -> None:
        self._view.strip.status.offer_undo(self._view.kit.words("desk.logged"))

    def _on_reopened(self) -> None:
        self._view.strip.status.tell(self._view.kit.words("desk.taken_back"))
        self._view.box.setFocus()


def _put(field: QLineEdit, text: str) -> None:
    if field.text() != text:
        field.setText(text)
        field.setCursorPosition(len(text) if field.hasFocus() else 0)
