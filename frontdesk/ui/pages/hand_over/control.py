"""What is done on the page: everything on the data thread, each with a sentence that says that it was done."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.hand_over import HandItem, HandOver
from frontdesk.domain.notices import Terms
from frontdesk.services.hand_over import HandOvers
from frontdesk.services.notices import Notices
from frontdesk.ui.pages.hand_over.notice_strip import AskedNotice
from frontdesk.ui.tasks import Tasks

T = TypeVar("T")


class HandOverControl(QObject):
    """``done`` names the sentence that says what was done; ``signed`` and ``taken`` carry the hand-over, ``failed`` a
    ``DeskError``. ``staff`` is the id of whoever acts."""

    done = Signal(str)
    signed = Signal(object)
    taken = Signal(object)
    failed = Signal(object)

    def __init__(self, hand_overs: HandOvers, notices: Notices, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._hand_overs, self._notices, self._tasks = hand_overs, notices, tasks
        self.staff = ""

    def name_owner(self, item: HandItem, staff_id: str) -> None:
        said = "hand_over.owner_named" if staff_id else "hand_over.owner_open"
        self._run(partial(self._hand_overs.name_owner, item.key, staff_id), lambda _: self.done.emit(said))

    def look_until(self, text: str) -> None:
        work = partial(self._hand_overs.look_until, text)
        self._run(work, lambda _: self.done.emit("hand_over.looks_until"))

    def write_notice(self, asked: AskedNotice) -> None:
        by, notices = self.staff, self._notices

        def work() -> None:
            terms = Terms(notices.read_until(asked.until), asked.must_read, asked.role)
            if asked.notice_id:
                notices.replace(asked.notice_id, asked.wording, terms, by)
            else:
                notices.post(asked.wording, terms, by)

        self._run(work, lambda _: self.done.emit("hand_over.notice_kept"))

    def end_notice(self, item: HandItem) -> None:
        work = partial(self._notices.end, item.key, self.staff)
        self._run(work, lambda _: self.done.emit("hand_over.notice_gone"))

    def sign(self, staff_id: str, pin: str) -> None:
        self._run(partial(self._hand_overs.sign, staff_id, pin), self.signed.emit)

    def take_over(self, made: HandOver, staff_id: str, pin: str) -> None:
        self._run(partial(self._hand_overs.take_over, made.id, staff_id, pin), self.taken.emit)

    def _run(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        self._tasks.run(work, done, self._fail)

    def _fail(self, error: DeskError) -> None:
        self.failed.emit(error)
