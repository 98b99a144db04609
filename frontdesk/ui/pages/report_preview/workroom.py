"""Folders in which papers are made to be looked at: each of one window, and swept where a window broke down."""

import shutil
import tempfile
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QLockFile

PREFIX, LOCK = "frontdesk-paper-", "window.lock"
"""Nothing in a folder's name tells whose it is."""


class Workroom:
    """A folder for its owner only, until ``close``. Its lock says that a window is at work in it."""

    def __init__(self) -> None:
        self.folder = Path(tempfile.mkdtemp(prefix=PREFIX))
        self._lock = _lock_of(self.folder)
        self._lock.tryLock(0)

    def close(self) -> None:
        """Take the folder away with all that is in it."""
        self._lock.unlock()
        shutil.rmtree(self.folder, ignore_errors=True)


def sweep() -> int:
    """Take away what windows left that broke down; return how many folders these were.

    A folder at work in is left alone, and so is whatever somebody else's hand made.
    """
    swept = 0
    for folder in Path(tempfile.gettempdir()).glob(f"{PREFIX}*"):
        with suppress(OSError):  # another user's, or just swept by another window
            swept += _swept(folder)
    return swept


def _swept(folder: Path) -> bool:
    if folder.is_symlink() or not folder.is_dir():
        return False
    lock = _lock_of(folder)
    if not lock.tryLock(0):
        return False
    lock.unlock()
    shutil.rmtree(folder)
    return True


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / LOCK))
    lock.setStaleLockTime(0)
    return lock
