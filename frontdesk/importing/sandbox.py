"""A child process with limits on time and memory, in which one file that nobody vouches for is read."""

import multiprocessing
import time
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

import msgspec

from frontdesk.domain.errors import DeskError

Row = tuple[int, tuple[str, ...]]


class Head(msgspec.Struct, tag=True):
    """The sheet that is read, sent first."""

    sheet: str


class Rows(msgspec.Struct, tag=True):
    """Some rows with their numbers."""

    rows: list[Row]


class Letters(msgspec.Struct, tag=True):
    """How an address book's text was read, and what is wrong with single rows; sent first."""

    encoding: str
    replaced: int
    faults: list[tuple[int, str, dict[str, Any]]]


class Fault(msgspec.Struct, tag=True):
    """A ``DeskError`` of the child; the last that it sends."""

    code: str
    data: dict[str, Any]


class End(msgspec.Struct, tag=True):
    """All has been sent."""


Packet = Head | Letters | Rows | Fault | End
Source = Callable[[Path], Iterator[Packet]]


@dataclass(frozen=True, slots=True)
class Limits:
    """What a child may use: seconds of work, and bytes of memory where the system can say so."""

    seconds: int = 60
    memory: int = 1 << 30


class Sandbox:
    """A running child, as seen by its parent."""

    def __init__(self, process: BaseProcess, pipe: Connection, path: Path, limits: Limits) -> None:
        self._process = process
        self._pipe = pipe
        self._file = path.name
        self._left = float(limits.seconds)
        self._decoder: msgspec.msgpack.Decoder[Packet] = msgspec.msgpack.Decoder(Packet)

    def packets(self) -> Iterator[Head | Letters | Rows]:
        """Yield what the child found; raise its ``DeskError``, or one for what stopped it."""
        while True:
            packet = self._next()
            if isinstance(packet, Fault):
                raise DeskError(packet.code, **packet.data)
            if isinstance(packet, End):
                return
            yield packet

    def _next(self) -> Packet:
        """Wait for a packet. Only waiting counts as time: the child is not blamed for a slow reader."""
        began = time.monotonic()
        if not self._pipe.poll(max(self._left, 0)):
            raise DeskError("workbook_too_slow", file=self._file)
        self._left -= time.monotonic() - began
        try:
            return self._decoder.decode(self._pipe.recv_bytes())
        except EOFError as error:
            raise self._death() from error

    def _death(self) -> DeskError:
        self._process.join()
        killed = (self._process.exitcode or 0) < 0
        return DeskError("workbook_too_slow" if killed else "workbook_damaged", file=self._file)


@contextmanager
def sandboxed(source: Source, path: Path, limits: Limits) -> Iterator[Sandbox]:
    """Run ``source`` on a file in a child; it ends with the block at the latest."""
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=_run, args=(source, path, limits, theirs), daemon=True)
    process.start()
    theirs.close()
    try:
        yield Sandbox(process, ours, path, limits)
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()


def _run(source: Source, path: Path, limits: Limits, pipe: Connection) -> None:
    warnings.simplefilter("ignore")  # a library's remark on a file's style is nothing for the terminal
    _limit(limits)
    send = msgspec.msgpack.Encoder().encode
    with suppress(BrokenPipeError):  # the parent has seen enough
        try:
            for packet in source(path):
                pipe.send_bytes(send(packet))
            pipe.send_bytes(send(End()))
        except DeskError as error:
            pipe.send_bytes(send(Fault(error.code, error.data)))
        except MemoryError:
            pipe.send_bytes(send(Fault("workbook_too_large", {"file": path.name})))


def _limit(limits: Limits) -> None:
    try:
        import resource
    except ImportError:  # Windows has none; the checks before and the clock hold there
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (limits.seconds, limits.seconds))
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (limits.memory, limits.memory))
