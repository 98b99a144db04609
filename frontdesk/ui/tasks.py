"""Slow work for a window: one data thread, answers on the window's thread."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Qt, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.ui.data_thread import DataThread

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class _Job:
    work: Callable[[], Any]
    done: Callable[[Any], None]
    failed: Callable[[DeskError], None] | None
    channel: str
    number: int


@dataclass(frozen=True, slots=True)
class _Result:
    job: _Job
    value: Any = None
    error: Exception | None = None


class Tasks(QObject):
    """Runs work in order, one at a time, and hands the results back to the window's thread.

    Several windows may share one ``thread``: each has its own channels and ends by itself. Without one,
    a thread is made, and ends with this.

    ``reported`` carries every exception that nobody asked to handle: bugs, and a ``DeskError``
    whose caller gave no ``failed``.
    """

    reported = Signal(object)
    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None, thread: DataThread | None = None) -> None:
        super().__init__(parent)
        self._numbers: dict[str, int] = defaultdict(int)
        self._asides: list[Thread] = []
        self._open = True
        self._finished.connect(self._hand_back, Qt.ConnectionType.QueuedConnection)
        self._thread, self._own = thread or DataThread(), thread is None

    @property
    def running(self) -> bool:
        """Tell whether the data thread lives."""
        return self._thread.alive

    @property
    def open(self) -> bool:
        """Tell whether work is still taken; long reading asks this and gives up when it ends."""
        return self._open

    def aside(self, work: Callable[[], T], done: Callable[[T], None]) -> None:
        """Run long reading on a thread of its own, so that it never holds up a draft being saved."""
        if not self._open:
            return
        job = _Job(work, done, None, "", 0)
        thread = Thread(target=lambda: self._finished.emit(_outcome(job)), name="desk-aside", daemon=True)
        self._asides = [*(t for t in self._asides if t.is_alive()), thread]
        thread.start()

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[DeskError], None] | None = None,
        latest: str = "",
    ) -> None:
        """Run ``work`` on the data thread, then ``done`` with its result on this one.

        ``latest`` names a channel for reading: only its newest job counts, an older one is
        dropped, perhaps without having run. Writing never has a channel.
        """
        if not self._open:
            return
        if latest:
            self._numbers[latest] += 1
        job = _Job(work, done, failed, latest, self._numbers[latest] if latest else 0)
        self._thread.put(partial(self._carry_out, job))

    def forget(self, channel: str) -> None:
        """Drop what is still under way in a channel."""
        self._numbers[channel] += 1

    def close(self) -> None:
        """Finish what was to be written, drop what was to be read, and end the thread unless it is shared."""
        if not self._open:
            return
        self._open = False
        (self._thread.close if self._own else self._thread.drain)()
        for thread in self._asides:
            thread.join()

    def _carry_out(self, job: _Job) -> None:
        if not self._stale(job) and (self._open or not job.channel):
            self._finished.emit(_outcome(job))

    def _stale(self, job: _Job) -> bool:
        return bool(job.channel) and self._numbers[job.channel] != job.number

    def _hand_back(self, result: _Result) -> None:
        if self._stale(result.job):
            return
        error, job = result.error, result.job
        if error is None:
            if self._open:
                job.done(result.value)
        elif isinstance(error, DeskError) and job.failed is not None:
            job.failed(error)
        else:
            self.reported.emit(error)


def _outcome(job: _Job) -> _Result:
    try:
        return _Result(job, value=job.work())
    except Exception as error:  # noqa: BLE001 a bug must reach the reporter, not end the thread
        return _Result(job, error=error)
