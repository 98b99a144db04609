"""Whoever calls again after their line broke off: said in one line, and taken up with one key."""

from functools import partial

from PySide6.QtCore import QObject

from frontdesk.domain.numbers import looks_like_number
from frontdesk.domain.thai_dates import format_time
from frontdesk.services.promises import BrokenOff, Promises
from frontdesk.ui.contact_words import told_word
from frontdesk.ui.pages.desk.box_control import BoxControl
from frontdesk.ui.pages.desk.session import DeskSession
from frontdesk.ui.pages.desk.view import DeskView
from frontdesk.ui.tasks import Tasks

CHANNEL = "broken off"


class BrokenOffControl(QObject):
    """Follows the contact in hand: its number, and whom it is with."""

    def __init__(
        self, view: DeskView, session: DeskSession, box: BoxControl, promises: Promises, tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._view, self._session, self._box, self._promises, self._tasks = view, session, box, promises, tasks
        self._asked = ("", "", "", "")
        self._offered: BrokenOff | None = None
        for changed in (session.changed, session.switched):
            changed.connect(self._look)
        view.line.offer_asked.connect(self.take_up)
        view.kit.words.changed.connect(lambda: self._offer(self._offered))

    @property
    def offered(self) -> BrokenOff | None:
        """The call that can be taken up now."""
        return self._offered

    def take_up(self) -> None:
        """Go on where the line broke off: words, answers and note are here again."""
        if self._offered is None:
            return
        contact = self._offered.contact
        self._offer(None)
        self._session.take_up(contact)
        draft = self._session.draft
        if draft is not None and draft.query and not self._view.box.text():
            self._box.set_text(draft.query)
        self._view.strip.status.tell(self._view.kit.words("promises.taken_up"))

    def _look(self) -> None:
        draft = self._session.draft
        number = draft.number.strip() if draft and looks_like_number(draft.number.strip()) else ""
        asked = (draft.id, draft.person_id, number, draft.continues) if draft else ("", "", "", "")
        if asked == self._asked:
            return
        self._asked = asked
        if draft is None or draft.continues or not (number or draft.person_id):
            self._tasks.forget(CHANNEL)
            self._offer(None)
        else:
            self._tasks.run(partial(self._promises.broken_off, draft.person_id, number), self._offer, latest=CHANNEL)

    def _offer(self, found: BrokenOff | None) -> None:
        self._offered = found
        if found is None:
            self._view.line.show_offer("")
            return
        words, contact = self._view.kit.words, found.contact
        about = told_word(words, found.promise.what, in_full=False)
        self._view.line.show_offer(words("promises.broke_off", time=format_time(contact.at), text=about))
