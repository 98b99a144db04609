"""What runs inside the search process: answer questions, and take in changes between them."""

import logging
import math
import os
import signal
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from frontdesk.domain.errors import DeskError
from frontdesk.domain.finding import Question
from frontdesk.services.ports import Finding

REPLY, READY, FAILED, STATE = "reply", "ready", "failed", "state"

_log = logging.getLogger(__name__)

_LOOK_EVERY = 1.0
_WORTH_TELLING = 0.5


def run(pipe: Connection, make: Callable[[], Finding]) -> None:
    """Serve one window until it says so or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window; this follows it
    outlet = _Outlet(pipe)
    finding = make()
    keeper = _Keeper(finding, outlet)
    keeper.start()
    outlet.send(READY)
    outlet.send(STATE, "ready")
    _answer(pipe, outlet, finding, keeper)
    if not keeper.stop():
        os._exit(0)  # a rebuild is under way; what it leaves behind is swept up by the next one
    finding.close()
    pipe.close()


def _answer(pipe: Connection, outlet: "_Outlet", finding: Finding, keeper: "_Keeper") -> None:
    """Answer until an empty message or the end of the pipe; None asks to catch up."""
    while True:
        keeper.report()
        try:
            if not pipe.poll(_WORTH_TELLING):
                continue
            message = pipe.recv()
        except (EOFError, OSError):
            return
        if message == ():
            return
        if message is None:
            keeper.wake()
        else:
            _reply(outlet, finding, *message)


def _reply(outlet: "_Outlet", finding: Finding, number: int, question: Question) -> None:
    try:
        found = finding.find(question)
    except DeskError as error:
        _log.warning("question not answered: %s", error.code)
        outlet.send(FAILED)
    else:
        outlet.send(REPLY, number, found)


class _Outlet:
    """The way back to the window, for both threads."""

    def __init__(self, pipe: Connection) -> None:
        self._pipe, self._guard = pipe, threading.Lock()

    def send(self, *message: Any) -> None:
        try:
            with self._guard:
                self._pipe.send(message)
        except OSError:
            _log.info("the window is gone")


class _Keeper(threading.Thread):
    """Keeps the index true to the database, beside the questions."""

    def __init__(self, finding: Finding, outlet: _Outlet) -> None:
        super().__init__(name="keep-index", daemon=True)
        self._finding, self._outlet = finding, outlet
        self._wake, self._stop_asked = threading.Event(), threading.Event()
        self._busy_since, self._told = math.inf, False

    def wake(self) -> None:
        """Look for changes now."""
        self._wake.set()

    def stop(self) -> bool:
        """End; tell whether it ended at once."""
        self._stop_asked.set()
        self._wake.set()
        self.join(_WORTH_TELLING)
        return not self.is_alive()

    def run(self) -> None:
        """Look for changes when asked to, and every second for those of other programs."""
        while not self._stop_asked.is_set():
            self._catch_up()
            self._wake.wait(_LOOK_EVERY)
            self._wake.clear()

    def report(self) -> None:
        """Say that the index is being written, once it takes long enough to be noticed."""
        if not self._told and time.monotonic() - self._busy_since > _WORTH_TELLING:
            self._told = True
            self._outlet.send(STATE, "indexing")

    def _catch_up(self) -> None:
        self._busy_since = time.monotonic()
        try:
            changed = self._finding.catch_up()
        except (DeskError, OSError) as error:
            _log.warning("index not brought up to date: %s", type(error).__name__)
            changed = False
        self._busy_since = math.inf
        if changed or self._told:
            self._told = False
            self._outlet.send(STATE, "ready")
