"""Finding in a process of its own: one question at a time, each asker's newest in turn, restarted if it dies."""

import atexit
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Any

from frontdesk.domain.finding import Found, Question
from frontdesk.services.ports import Progress

from .spawning import Spawned, Spawner
from .worker_process import FAILED, PROGRESS, READY, REPLY, STATE, Make

OnReply = Callable[[int, Found], None]
OnState = Callable[[str], None]
Asked = tuple[int, Question]

_CLOSING_SECONDS = 2.0


class SearchProcess:
    """Keeps one search process alive and passes questions and replies.

    ``make`` is called in the new process, so it must be picklable: a module's function or a partial. It
    is given what to call while the index is built. ``spawner`` may have started the first process ahead.
    """

    def __init__(self, make: Make, restart_pause: float = 60.0, spawner: Spawner | None = None) -> None:
        self._make, self._pause, self._spawner = make, restart_pause, spawner or Spawner()
        self._guard = threading.Lock()
        self._closing = threading.Event()
        self._pipe: Connection | None = None
        self._process: Any = None
        self._waiting: dict[int, Asked] = {}
        self._busy = True
        self._thread: threading.Thread | None = None

    @property
    def pid(self) -> int | None:
        """The number of the process that runs now."""
        process = self._process
        return process.pid if process is not None else None

    def start(self, on_reply: OnReply, on_state: OnState, on_progress: Progress | None = None) -> None:
        """Begin; all are called on a thread of this object."""
        self._on_reply, self._on_state, self._on_progress = on_reply, on_state, on_progress
        atexit.register(self.close)
        self._thread = threading.Thread(target=self._live, name="search-process", daemon=True)
        self._thread.start()

    def ask(self, number: int, question: Question, asker: int = 0) -> None:
        """Send a question, or let it wait in the place of this asker's older one.

        Who has waited longest comes first, so nobody waits for more than one question of each of the others.
        """
        with self._guard:
            self._waiting[asker] = (number, question)
            self._send_waiting()

    def refresh(self) -> None:
        """Ask the process to catch up with the database when it is next idle."""
        with self._guard:
            self._send(None)

    def close(self) -> None:
        """End the process, by force if it does not leave by itself."""
        self._closing.set()
        atexit.unregister(self.close)
        with self._guard:
            pipe, self._pipe = self._pipe, None
            if pipe is not None:
                with suppress(OSError):
                    pipe.send(())
        if self._thread is not None:
            self._thread.join(_CLOSING_SECONDS)
            self._kill()
            self._thread.join()
            self._thread = None

    def _kill(self) -> None:
        with self._guard:
            if self._process is not None:
                self._process.kill()

    def _live(self) -> None:
        state = "starting"
        while not self._closing.is_set():
            self._on_state(state)
            began = time.monotonic()
            self._serve()
            if state != "starting":
                self._rest(self._pause - (time.monotonic() - began))
            state = "restarted"

    def _rest(self, seconds: float) -> None:
        if seconds > 0 and not self._closing.is_set():
            self._on_state("failed")
            self._closing.wait(seconds)

    def _serve(self) -> None:
        """Run one process from its start to its end."""
        spawned = self._spawner.take()
        with self._guard:
            self._pipe, self._process, self._busy = spawned.pipe, spawned.process, True
            spawned.begin(self._make)
        try:
            self._listen(spawned.pipe)
        finally:
            self._bury(spawned)

    def _listen(self, pipe: Connection) -> None:
        """Take messages until the process is gone or has to go."""
        if self._closing.is_set():
            return
        try:
            while True:
                self._take(*pipe.recv())
        except (EOFError, OSError):
            return

    def _take(self, kind: str, *content: Any) -> None:
        if kind == REPLY and not self._closing.is_set():
            self._on_reply(*content)
        elif kind == STATE and not self._closing.is_set():
            self._on_state(*content)
        elif kind == PROGRESS and self._on_progress and not self._closing.is_set():
            self._on_progress(*content)
        if kind in (REPLY, READY, FAILED):
            with self._guard:
                self._busy = False
                self._send_waiting()

    def _send_waiting(self) -> None:
        asker = next(iter(self._waiting), None)
        if asker is not None and not self._busy and self._send(self._waiting[asker]):
            del self._waiting[asker]
            self._busy = True

    def _send(self, message: Asked | None) -> bool:
        if self._pipe is None:
            return False
        with suppress(OSError):  # it has just died; whoever listens finds that out
            self._pipe.send(message)
            return True
        return False

    def _bury(self, spawned: Spawned) -> None:
        with self._guard:
            self._pipe = self._process = None
        spawned.end(_CLOSING_SECONDS)
