"""What runs inside the search process: answer questions, and take in changes between them."""

import gc
import logging
import math
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any

from frontdesk.domain.errors import DeskError
from frontdesk.domain.finding import Question
from frontdesk.services.ports import Cancelled, Finding, Progress

Make = Callable[[Progress], Finding]
"""Makes what is served; given what to call while the index is built."""

REPLY, READY, FAILED, STATE, PROGRESS = "reply", "ready", "failed", "state", "progress"

_log = logging.getLogger(__name__)

_TURN = 0.0005
"""Seconds that the keeper may go on while a question waits for its turn: a look-up in the database gives its
own turn away often, and at Python's 5 ms it took 0.2 s while the names were read."""

_LOOK_EVERY = 0.25
_AFTER_FAILURE = 30.0
_WORTH_TELLING = 0.5
_TELL_EVERY = 0.5


def run(pipe: Connection, prepare: Callable[[], None]) -> None:
    """Prepare, wait to be told what to make, and serve one window until it says so or is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the window; this follows it
    gc.disable()
    prepare()
    try:
        make = pipe.recv()
    except (EOFError, OSError):
        return  # the window ended, or there was to be none
    _serve(pipe, make)


def _serve(pipe: Connection, make: Make) -> None:
    outlet = _Outlet(pipe)
    sys.setswitchinterval(_TURN)
    keeper = _Keeper(make, outlet)
    gc.freeze()  # what a start loads stays until the end: looking through it costs a tenth of the start
    gc.enable()
    keeper.start()
    outlet.send(READY)
    outlet.send(STATE, "ready")
    _answer(pipe, outlet, keeper)
    if not keeper.stop():
        os._exit(0)  # it is writing; what it leaves behind is swept up by the next one
    keeper.finding.close()
    pipe.close()


def _answer(pipe: Connection, outlet: "_Outlet", keeper: "_Keeper") -> None:
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
            _reply(outlet, keeper.finding, *message)


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

    def __init__(self, make: Make, outlet: _Outlet) -> None:
        super().__init__(name="keep-index", daemon=True)
        self.finding, self._outlet = make(self._tell), outlet
        self._wake, self._stop_asked = threading.Event(), threading.Event()
        self._busy_since, self._told, self._told_at = math.inf, False, 0.0

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
        """Look for changes when asked to, and often enough for those of other programs."""
        while not self._stop_asked.is_set():
            well = self._catch_up()
            self._wake.wait(_LOOK_EVERY if well else _AFTER_FAILURE)
            self._wake.clear()

    def report(self) -> None:
        """Say that the index is being written, once it takes long enough to be noticed."""
        if not self._told and time.monotonic() - self._busy_since > _WORTH_TELLING:
            self._told = True
            self._outlet.send(STATE, "indexing")

    def _tell(self, done: int, total: int) -> None:
        """Pass on how far a build is, now and then; end it if the window has gone."""
        if self._stop_asked.is_set():
            raise Cancelled
        self.report()
        now = time.monotonic()
        if self._told and done and now - self._told_at > _TELL_EVERY:
            self._told_at = now
            self._outlet.send(PROGRESS, done, total)

    def _catch_up(self) -> bool:
        """Take in changes; tell whether that went well."""
        self._busy_since, well, changed = time.monotonic(), True, False
        try:
            changed = self.finding.catch_up()
        except Cancelled:
            return True
        except (DeskError, OSError) as error:
            _log.warning("index not brought up to date: %s", type(error).__name__)
            well = False
        self._busy_since = math.inf
        if changed or self._told:
            self._told = False
            self._outlet.send(STATE, "ready")
        return well
