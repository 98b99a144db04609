"""The index's folder: whole builds side by side, one of them current, one writer at a time.

Whoosh never makes its files durable, so a build is believed only if what is noted about it is true.
"""

import errno
import json
import os
import shutil
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

from whoosh.filedb.filestore import FileStorage

from frontdesk.domain.errors import DeskError
from frontdesk.domain.ids import new_id

_CURRENT, _ABOUT, _LOCK = "current", "about.json", "lock"
_DATA = {".seg", ".arrays", ".toc"}
_TRY_AGAIN = 0.05


@dataclass(frozen=True, slots=True)
class About:
    """What a build was made from and by, and its files.

    ``seq`` is the last change taken in; ``base`` counts the documents of the full build, which keep
    the numbers 0 to base - 1. ``files`` gives each data file's size in bytes and CRC-32.
    """

    version: str
    stamp: str
    seq: int
    base: int
    files: dict[str, list[int]]


def storage(folder: Path) -> Any:
    """Return Whoosh's own view of a folder, which brings no types."""
    return FileStorage(str(folder))  # type: ignore[no-untyped-call]


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Turn a full disk or a folder that cannot be written into a ``DeskError``."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DeskError("disk_full") from error
        if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            raise DeskError("folder_read_only", folder=str(folder)) from error
        raise


class IndexFolder:
    """Where builds are kept and how one replaces another."""

    def __init__(self, root: Path) -> None:
        self.root = root

    @contextmanager
    def writing(self, patience: float = 0.0) -> Iterator[bool]:
        """Yield whether this process may write; false if another does for longer than so many seconds."""
        if self.root.is_file():
            _put_aside(self.root)
        self.root.mkdir(parents=True, exist_ok=True)
        for name in (_LOCK, _CURRENT):
            if (self.root / name).is_dir():
                _put_aside(self.root / name)
        lock = storage(self.root).lock(_LOCK)
        held = _acquired(lock, patience)
        try:
            yield held
        finally:
            if held:
                lock.release()

    def current(self) -> Path | None:
        """Return the build that answers, if there is one."""
        try:
            name = (self.root / _CURRENT).read_text(encoding="utf-8").strip()
        except (OSError, UnicodeDecodeError):
            return None
        build = self.root / name
        return build if name and build.parent == self.root and build.is_dir() else None

    def new_build(self) -> Path:
        """Make an empty folder for a build that nobody sees yet."""
        build = self.root / f"build-{new_id()}"
        build.mkdir(parents=True)
        return build

    def publish(self, build: Path) -> None:
        """Let a finished build answer from now on, and drop the others."""
        _write_whole(self.root / _CURRENT, build.name)
        self.sweep()

    def sweep(self) -> None:
        """Drop what a process that was killed has left; only who may write may do so."""
        current = self.current()
        for other in self.root.glob("build-*"):
            if other != current:
                self.discard(other)

    @staticmethod
    def discard(build: Path) -> None:
        """Delete a build, as far as nobody still reads it."""
        shutil.rmtree(build, ignore_errors=True)


def read_about(build: Path) -> About | None:
    """Return what is noted about a build if its files are there in full, else None.

    Whoosh's own list of segments is small and read in full, so that no spoilt one is ever opened.
    """
    try:
        about = About(**json.loads((build / _ABOUT).read_text(encoding="utf-8")))
        whole = all((build / name).stat().st_size == size for name, (size, _) in about.files.items())
        lists = {name: noted for name, noted in about.files.items() if name.endswith(".toc")}
    except (OSError, ValueError, TypeError, AttributeError):
        return None
    return about if whole and lists and is_sound(build, replace(about, files=lists)) else None


def is_sound(build: Path, about: About) -> bool:
    """Read every file of a build and tell whether all are as they were written."""
    return Soundness().of(build, about)


class Soundness:
    """Which files are as they were noted. Each is read once, and again when it was touched."""

    def __init__(self) -> None:
        self._read: dict[Path, tuple[int, int, int]] = {}

    def of(self, build: Path, about: About) -> bool:
        """Tell whether all files of a build are as they were written."""
        try:
            return all(self._holds(build / name, crc) for name, (_, crc) in about.files.items())
        except OSError:
            return False

    def spoilt(self, build: Path, about: About) -> bool:
        """Tell whether any file that is still there is other than it was written."""
        there = {name: noted for name, noted in about.files.items() if (build / name).exists()}
        return not self.of(build, replace(about, files=there))

    def forget(self) -> None:
        """Read everything again next time."""
        self._read.clear()

    def _holds(self, file: Path, crc: int) -> bool:
        found = file.stat()
        state = (found.st_size, found.st_mtime_ns, crc)
        if self._read.get(file) != state:
            if _checksum(file) != crc:
                return False
            self._read[file] = state
        return True


def note(build: Path, about: About) -> None:
    """Make a build's files durable and write down what they are.

    Data files are never written twice, so what ``about`` says of one already holds: were it read again,
    damage done since would be written down as right.
    """
    files = {}
    for file in sorted(build.iterdir()):
        if file.suffix in _DATA and file.name in about.files:
            files[file.name] = about.files[file.name]
            continue
        _sync(file)
        if file.suffix in _DATA:
            files[file.name] = [file.stat().st_size, _checksum(file)]
    _write_whole(build / _ABOUT, json.dumps(asdict(replace(about, files=files))))


def _checksum(file: Path) -> int:
    crc = 0
    with file.open("rb") as content:
        while block := content.read(1 << 20):
            crc = zlib.crc32(block, crc)
    return crc


def _acquired(lock: Any, patience: float) -> bool:
    until = time.monotonic() + patience
    while not lock.acquire(blocking=False):
        if time.monotonic() >= until:
            return False
        time.sleep(_TRY_AGAIN)
    return True


def _put_aside(path: Path) -> None:
    """Move what is not ours and in the way: nothing is ever deleted unasked."""
    path.replace(path.with_name(f"{path.name}.before-{new_id()}"))


def _sync(file: Path) -> None:
    descriptor = os.open(file, os.O_RDWR)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _write_whole(file: Path, text: str) -> None:
    """Replace a small file in one step, so that a reader finds the old text or the new one."""
    beside = file.with_name(f"{file.name}.{os.getpid()}.new")
    beside.write_text(text, encoding="utf-8")
    _sync(beside)
    beside.replace(file)
