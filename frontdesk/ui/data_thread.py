"""The one thread on which a desk's database is read and written, whichever window asks."""

from collections.abc import Callable
from queue import SimpleQueue
from threading import Event, Thread


class DataThread:
    """Runs what it is given in order, one at a time. A job must not raise."""

    def __init__(self, name: str = "desk-data") -> None:
        self._jobs: SimpleQueue[Callable[[], object] | None] = SimpleQueue()
        self._thread = Thread(target=self._work, name=name, daemon=True)
        self._thread.start()

    @property
    def alive(self) -> bool:
        """Tell whether jobs are still run."""
        return self._thread.is_alive()

    def put(self, job: Callable[[], object]) -> None:
        """Let a job wait for its turn."""
        self._jobs.put(job)

    def drain(self) -> None:
        """Wait until everything that was put before is done."""
        if self.alive:
            done = Event()
            self.put(done.set)
            done.wait()

    def close(self) -> None:
        """Finish what was put, and end."""
        self._jobs.put(None)
        self._thread.join()

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            job()
