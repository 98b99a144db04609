"""Making files last: what is on the disk after a power cut."""

import os
from pathlib import Path

BESIDE = ("", "-wal", "-shm")
"""What a database's file name may be followed by."""


def make_durable(file: Path) -> None:
    """Wait until a file's content is on the disk."""
    with file.open("rb+") as opened:
        os.fsync(opened.fileno())


def give_name(file: Path, name: Path) -> None:
    """Give a durable file its final name, in place of whatever had it, and make the name durable."""
    file.replace(name)
    _sync_folder(name.parent)


def remove(file: Path) -> None:
    """Remove a database file with what belongs to it; none is fine."""
    for ending in BESIDE:
        file.with_name(file.name + ending).unlink(missing_ok=True)


def move_aside(file: Path, name: Path) -> None:
    """Rename a database file with what belongs to it."""
    for ending in BESIDE:
        part = file.with_name(file.name + ending)
        if part.exists():
            part.replace(name.with_name(name.name + ending))


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # Windows keeps names durable by itself and opens no folders
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
