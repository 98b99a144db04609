"""The process in which a PDF is made, and what it says."""

import errno
import multiprocessing
import traceback
import warnings
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from frontdesk.services.reports import ContactLine, ContactLogReport

_SPAWN = multiprocessing.get_context("spawn")


@dataclass(frozen=True, slots=True)
class Told:
    """So many lines are done."""

    lines: int


@dataclass(frozen=True, slots=True)
class Done:
    """The file is written and has so many pages."""

    pages: int


@dataclass(frozen=True, slots=True)
class Refused:
    """The disk refused, with the number that says why."""

    number: int


@dataclass(frozen=True, slots=True)
class Broken:
    """A bug, and where: never what it was about."""

    where: str


class Child:
    """A process that makes one paper: it is sent the file to write, then what is to be on it.

    ``ahead`` tells it to load all that papers need before anybody asks for one.
    """

    def __init__(self, *, ahead: bool = False) -> None:
        self.pipe, theirs = _SPAWN.Pipe()
        self._process: Any = _SPAWN.Process(target=_run, args=(theirs, ahead), daemon=True)
        self._process.start()
        theirs.close()

    @property
    def alive(self) -> bool:
        return bool(self._process.is_alive())

    def end(self) -> None:
        """End it, whatever it is doing."""
        self._process.kill()
        self._process.join()
        self._process.close()
        self.pipe.close()


def _run(pipe: Connection, ahead: bool) -> None:
    from .papers import rehearse, write  # here: the parent never loads ReportLab

    warnings.simplefilter("ignore")  # a library's remark is nothing for the terminal
    with suppress(BrokenPipeError, ConnectionResetError, EOFError):  # the parent no longer wants it
        try:
            if ahead:
                rehearse()
            part: Path = pipe.recv()
            report = pipe.recv()
            if isinstance(report, ContactLogReport):
                report = replace(report, lines=_received(pipe))
            pipe.send(Done(write(report, part, lambda lines: pipe.send(Told(lines)))))
        except (BrokenPipeError, ConnectionResetError, EOFError):
            raise
        except OSError as error:
            pipe.send(Refused(error.errno or errno.EIO))
        except Exception as error:  # noqa: BLE001 no traceback reaches a user: the parent writes it down
            pipe.send(Broken(f"{type(error).__name__} {_place(error)}"))


def _place(error: Exception) -> str:
    """Say in which lines a bug is."""
    frames = traceback.extract_tb(error.__traceback__)[-3:]
    return " < ".join(f"{Path(frame.filename).name}:{frame.lineno}" for frame in reversed(frames))


def _received(pipe: Connection) -> Iterable[ContactLine]:
    while chunk := pipe.recv():
        yield from chunk
