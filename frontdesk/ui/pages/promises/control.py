"""What is done to promises on the due list: each at once, and taken back with one key."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.promises import Closing, Promise
from frontdesk.services.promises import Promises
from frontdesk.ui.tasks import Tasks

MOST_STEPS = 50


class DueControl(QObject):
    """``done`` names the sentence that says what was done, ``failed`` carries a ``DeskError``."""

    done = Signal(str)
    failed = Signal(object)

    def __init__(self, promises: Promises, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._promises, self._tasks = promises, tasks
        self._before: list[Promise] = []
        self.staff = ""

    def sign_in(self, staff_id: str) -> None:
        """Act for this one; what another has done is not taken back by them."""
        self.staff = staff_id
        self._before.clear()

    def close(self, promise: Promise, closing: Closing) -> None:
        self._run(promise, partial(self._promises.close, promise.id, closing, self.staff), "promises.was_closed")

    def move(self, promise: Promise, text: str) -> None:
        """Agree on the time that was typed; nothing typed takes what is suggested."""

        def work() -> Promise:
            return self._promises.move(promise.id, self._promises.read(text), self.staff)

        self._run(promise, work, "promises.was_moved")

    def tell(self, promise: Promise) -> None:
        self._run(promise, partial(self._promises.tell, promise.id, self.staff), "promises.was_told")

    def undo(self) -> bool:
        """Take back what was done last; tell whether there was anything."""
        if not self._before:
            return False
        before = self._before.pop()
        put_back = partial(self._promises.put_back, before, self.staff)
        self._tasks.run(put_back, lambda _: self.done.emit("promises.was_put_back"), self.failed.emit)
        return True

    def _run(self, before: Promise, work: Callable[[], Promise], said: str) -> None:
        def finish(_: Promise) -> None:
            self._before = [*self._before[-MOST_STEPS:], before]
            self.done.emit(said)

        self._tasks.run(work, finish, self._fail)

    def _fail(self, error: DeskError) -> None:
        self.failed.emit(error)
