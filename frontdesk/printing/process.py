"""Making a PDF in a child process, which can be stopped, and whose memory is given back."""

import errno
import logging
import multiprocessing
import traceback
import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from itertools import islice
from multiprocessing.connection import Connection
from pathlib import Path

from frontdesk.domain.errors import DeskError
from frontdesk.services.ports import Progress
from frontdesk.services.reports import ContactLine, ContactLogReport, Printed, Report

log = logging.getLogger(__name__)

CHUNK = 200
"""Lines sent at once; between two chunks somebody may stop the work."""
HEARTBEAT = 0.1
"""Seconds after which waiting asks whether the paper is still wanted."""
NO_ROOM = {errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)}


@dataclass(frozen=True, slots=True)
class _Told:
    """So many lines are done."""

    lines: int


@dataclass(frozen=True, slots=True)
class _Done:
    """The file is written and has so many pages."""

    pages: int


@dataclass(frozen=True, slots=True)
class _Refused:
    """The disk refused, with the number that says why."""

    number: int


@dataclass(frozen=True, slots=True)
class _Broken:
    """A bug, and where: never what it was about."""

    where: str


class ProcessPrinter:
    """Implements the port ``Printer``."""

    def make(self, report: Report, path: Path, progress: Progress | None = None) -> Printed:
        """Write a paper; the file is there whole or not at all."""
        part = path.with_name(f"{path.name}.part")
        try:
            part.touch()  # a folder that takes no files is found out before any work is done
            with _child(part) as pipe:
                pages = _Talk(pipe, progress or _heedless, _total(report)).hand_over(report)
            part.replace(path)
        except OSError as error:
            raise _refusal(error, path.name) from error
        finally:
            with suppress(OSError):
                part.unlink(missing_ok=True)
        return Printed(path, pages, _total(report))

    def rehearse(self) -> bool:
        """Start a child that draws for nobody, so that what it loads lies in memory when a paper is wanted in haste."""
        process = multiprocessing.get_context("spawn").Process(target=_rehearse, daemon=True)
        process.start()
        process.join()
        done = process.exitcode == 0
        process.close()
        return done


class _Talk:
    """What parent and child say to each other, as the parent hears it."""

    def __init__(self, pipe: Connection, progress: Progress, total: int) -> None:
        self._pipe, self._progress, self._total = pipe, progress, total
        self._lines = 0

    def hand_over(self, report: Report) -> int:
        """Send everything that is to be printed, and wait for the number of pages."""
        try:
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
        if isinstance(said, _Told):
            self._lines = said.lines
            return None
        if isinstance(said, _Refused):
            raise OSError(said.number, "")
        if isinstance(said, _Broken):
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


@contextmanager
def _child(part: Path) -> Iterator[Connection]:
    """Run a child that writes to a file; it ends with the block at the latest."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=_run, args=(part, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield ours
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def _run(part: Path, pipe: Connection) -> None:
    from .papers import write  # here: the parent never loads ReportLab

    warnings.simplefilter("ignore")  # a library's remark is nothing for the terminal
    with suppress(BrokenPipeError, EOFError):  # the parent no longer wants it
        try:
            report = pipe.recv()
            if isinstance(report, ContactLogReport):
                report = replace(report, lines=_received(pipe))
            pipe.send(_Done(write(report, part, lambda lines: pipe.send(_Told(lines)))))
        except BrokenPipeError:
            raise
        except OSError as error:
            pipe.send(_Refused(error.errno or 0))
        except Exception as error:  # noqa: BLE001 no traceback reaches a user: the parent writes it down
            pipe.send(_Broken(f"{type(error).__name__} {_place(error)}"))


def _rehearse() -> None:
    from .papers import rehearse  # here: the parent never loads ReportLab

    rehearse()


def _place(error: Exception) -> str:
    """Say in which lines a bug is."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))


def _received(pipe: Connection) -> Iterable[ContactLine]:
    while chunk := pipe.recv():
        yield from chunk


def _total(report: Report) -> int:
    return report.totals.contacts if isinstance(report, ContactLogReport) else 0


def _refusal(error: OSError, file: str) -> DeskError:
    return DeskError("disk_full") if error.errno in NO_ROOM else DeskError("file_not_written", file=file)


def _heedless(_: int, __: int) -> None:
    """Report progress to nobody."""
