"""Starting search processes; the first one before anybody knows which folder it is for."""

import multiprocessing
from collections.abc import Callable
from contextlib import suppress
from typing import Any

from .worker_process import Make, run

Prepare = Callable[[], None]

_SPAWN = multiprocessing.get_context("spawn")


def nothing() -> None:
    """Prepare nothing."""


class Spawned:
    """A process that prepares itself, then waits to be told what to make and serve."""

    def __init__(self, prepare: Prepare) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self.process: Any = _SPAWN.Process(target=run, args=(theirs, prepare), name="frontdesk-search")
        self.process.start()  # no daemon, which could have no process of its own to build the index
        theirs.close()

    def begin(self, make: Make) -> None:
        """Say what to serve; a process that has died by now is found out by whoever listens."""
        with suppress(OSError):
            self.pipe.send(make)

    def end(self, patience: float = 0.0) -> None:
        """End it, after some seconds by force."""
        self.pipe.close()
        self.process.join(patience)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()
        self.process.close()


class Spawner:
    """Gives processes that prepare themselves in the same way.

    What every one of them needs takes most of a start, and needs no folder: ``start_ahead`` lets that
    happen while the window is made. ``prepare`` is called in the new process, so it must be picklable.
    """

    def __init__(self, prepare: Prepare = nothing) -> None:
        self._prepare = prepare
        self._ahead: Spawned | None = None

    def start_ahead(self) -> None:
        """Start the process that is asked for next."""
        self._ahead = Spawned(self._prepare)

    def take(self) -> Spawned:
        """Return the process that was started ahead, or a new one; whoever takes it ends it."""
        ahead, self._ahead = self._ahead, None
        return ahead or Spawned(self._prepare)

    def close(self) -> None:
        """End the process that was started ahead and that nobody has taken."""
        ahead, self._ahead = self._ahead, None
        if ahead is not None:
            ahead.end()
