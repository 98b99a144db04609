"""Making a PDF in a child process, which can be stopped, and whose memory is given back."""

import errno
import logging
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock

from frontdesk.domain.errors import DeskError
from frontdesk.services.ports import Progress
from frontdesk.services.reports import ContactLogReport, Printed, Report

from .child import Broken, Child, Refused, Told

log = logging.getLogger(__name__)

CHUNK = 200
"""Lines sent at once; between two chunks somebody may stop the work."""
HEARTBEAT = 0.1
"""Seconds after which waiting asks whether the paper is still wanted."""
NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


class ProcessPrinter:
    """Implements the port ``Printer``. It may be asked from several threads."""

    def __init__(self) -> None:
        self._ready: Child | None = None
        self._standing_by = False
        self._lock = Lock()

    def make(self, report: Report, path: Path, progress: Progress | None = None) -> Printed:
        """Write a paper; the file is there whole or not at all."""
        part = path.with_name(f"{path.name}.part")
        try:
            part.touch()  # a folder that takes no files is found out before any work is done
            with self._child() as pipe:
                pages = _Talk(pipe, progress or _heedless, _total(report)).hand_over(report, part)
            part.replace(path)
        except OSError as error:
            raise _refusal(error, path.name) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return Printed(path, pages, _total(report))

    def stand_by(self) -> None:
        """From now on keep a child that has loaded everything (some 100 MB), for papers that are wanted in haste."""
        with self._lock:
            self._standing_by = True
            if self._ready is not None and not self._ready.alive:
                self._ready.end()
                self._ready = None
            self._ready = self._ready or Child(ahead=True)

    def close(self) -> None:
        """Stand by no longer."""
        with self._lock:
            self._standing_by = False
            ready, self._ready = self._ready, None
        if ready is not None:
            ready.end()

    @contextmanager
    def _child(self) -> Iterator[Connection]:
        """Lend a child that ends with the block at the latest; then another one stands by, if one did."""
        child = self._take()
        try:
            yield child.pipe
        finally:
            child.end()
            if self._standing_by:
                with suppress(OSError):  # the paper is there; that no other child can be started is no fault of it
                    self.stand_by()

    def _take(self) -> Child:
        with self._lock:
            ready, self._ready = self._ready, None
        if ready is not None and ready.alive:
            return ready
        if ready is not None:
            ready.end()
        return Child()


class _Talk:
    """What parent and child say to each other, as the parent hears it."""

    def __init__(self, pipe: Connection, progress: Progress, total: int) -> None:
        self._pipe, self._progress, self._total = pipe, progress, total
        self._lines = 0

    def hand_over(self, report: Report, part: Path) -> int:
        """Send everything that is to be printed, and wait for the number of pages."""
        try:
            self._pipe.send(part)
            self._send(report)
            while not self._pipe.poll(HEARTBEAT):
                self._progress(self._lines, self._total)
            return self._wait()
        except (EOFError, BrokenPipeError, ConnectionResetError) as error:
            return self._last_word(error)

    def _send(self, report: Report) -> None:
        if not isinstance(report, ContactLogReport):
            self._pipe.send(report)
            return
        self._pipe.send(replace(report, lines=()))
        lines = iter(report.lines)
        while chunk := list(islice(lines, CHUNK)):
            self._pipe.send(chunk)
            while self._pipe.poll():
                self._hear()
            self._progress(self._lines, self._total)
        self._pipe.send([])

    def _wait(self) -> int:
        while True:
            if self._pipe.poll(HEARTBEAT):
                pages = self._hear()
                if pages is not None:
                    return pages
            self._progress(self._lines, self._total)

    def _hear(self) -> int | None:
        """Take in one word of the child; return the number of pages once it is done."""
        said = self._pipe.recv()
        if isinstance(said, Told):
            self._lines = said.lines
            return None
        if isinstance(said, Refused):
            raise OSError(said.number, "")
        if isinstance(said, Broken):
            log.error("a paper could not be made: %s", said.where)
            raise DeskError("report_failed")
        return int(said.pages)

    def _last_word(self, error: Exception) -> int:
        """Find out why the child stopped listening."""
        with suppress(EOFError, ConnectionResetError):
            while self._pipe.poll():
                pages = self._hear()
                if pages is not None:
                    return pages
        raise DeskError("report_failed") from error


def _total(report: Report) -> int:
    return report.totals.contacts if isinstance(report, ContactLogReport) else 0


def _refusal(error: OSError, file: str) -> DeskError:
    return DeskError("disk_full") if error.errno in NO_ROOM else DeskError("file_not_written", file=file)


def _heedless(_: int, __: int) -> None:
    """Report progress to nobody."""
