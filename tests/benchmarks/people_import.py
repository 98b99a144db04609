"""What bringing in very many people costs: time, memory, size; and breaking off and taking back.

    python -m tests.benchmarks.people_import PEOPLE.csv [--cancel] [--undo]

Each desk is made in a temporary folder and removed. The import is the command as a person gives it, in a program
of its own. ``--cancel`` stops one half-way through the writing, ``--undo`` takes the finished one back.
"""

import argparse
import os
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

from frontdesk.app import Desk
from frontdesk.domain.imports import ImportKind
from frontdesk.services.ports import Cancelled

_LOOK = 0.2


class Largest:
    """The largest that the files of a folder become while somebody works on them."""

    def __init__(self, folder: Path) -> None:
        self._folder, self._done, self.size = folder, threading.Event(), 0
        self._thread = threading.Thread(target=self._watch)

    def __enter__(self) -> "Largest":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._done.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._done.wait(_LOOK):
            self.size = max(self.size, size_of(self._folder))


def size_of(folder: Path) -> int:
    """Return the bytes of a desk's database with what SQLite keeps beside it."""
    return sum(file.stat().st_size for file in folder.glob("frontdesk.db*") if file.exists())


def import_all(source: Path, root: Path) -> None:
    """Import by the command and print what it took."""
    command = [sys.executable, "-m", "frontdesk", "import", "people", str(source), "--data", str(root)]
    began = time.perf_counter()
    with Largest(root) as largest:
        print(subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip())
    taken, used = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    per = 1e6 if sys.platform == "darwin" else 1e3
    print(f"{taken:.0f} s, {used.ru_utime + used.ru_stime:.0f} s of work (load {os.getloadavg()[0]:.1f})")
    print(f"peak memory {used.ru_maxrss / per:.0f} MB")
    print(f"file {size_of(root) / 1e6:.0f} MB, with what SQLite keeps beside it {largest.size / 1e6:.0f} MB meanwhile")


def undo(root: Path) -> None:
    """Take the import back and print what it took."""
    desk = Desk(root)
    began = time.perf_counter()
    rows = desk.data_import.undo_last("benchmark", ImportKind.PEOPLE).rows
    print(f"undone: {rows} rows in {time.perf_counter() - began:.0f} s, {desk.people_book.count()} people left")


def cancel(source: Path, root: Path) -> None:
    """Stop an import half-way through the writing and see that nothing of it is left."""
    desk = Desk(root)
    asked: list[float] = []
    calls = 0

    def progress(done: int, total: int) -> None:
        nonlocal calls
        calls += 1
        if total and done >= total / 2:
            asked.append(time.perf_counter())
            raise Cancelled

    try:
        desk.data_import.run(source, ImportKind.PEOPLE, progress=progress, by="benchmark")
    except Cancelled:
        print(f"cancelled after {calls} reports: {time.perf_counter() - asked[0]:.2f} s until it was off")
    print(f"{desk.people_book.count()} people left, last import {desk.data_import.last()}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("people", type=Path)
    parser.add_argument("--cancel", action="store_true")
    parser.add_argument("--undo", action="store_true")
    options = parser.parse_args()
    if not options.people.exists():
        sys.exit(f"nothing measured: {options.people} is not there")
    with tempfile.TemporaryDirectory() as folder:
        if options.cancel:
            cancel(options.people, Path(folder) / "cancelled")
        import_all(options.people, Path(folder) / "desk")
        if options.undo:
            undo(Path(folder) / "desk")


if __name__ == "__main__":
    main()
