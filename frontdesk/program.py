"""The program: the command line, or the window where no command is given."""

from __future__ import annotations

import gc
import sys
from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING

from frontdesk.app import Desk, prepare_finder

if TYPE_CHECKING:
    from collections.abc import Sequence

    from frontdesk import cli

STARTING_OBJECTS = 100_000
"""How many new objects call for a collection. What a start loads, some 80,000, stays until the end, so
looking through it every 700, as is usual, finds nothing and takes a tenth of the start."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line, or the window where no command is given; without ``arguments``, as the whole program."""
    gc.set_threshold(STARTING_OBJECTS)
    from frontdesk import cli

    if getattr(sys, "frozen", False):  # a packed program starts its processes by calling itself
        import multiprocessing

        multiprocessing.freeze_support()
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError):  # a windowed start on Windows has no streams
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if arguments is not None:
        return cli.run(list(arguments), Desk, open_window)
    status = cli.run(sys.argv[1:], Desk, open_window)
    gc.freeze()  # the process ends here: looking through all that was loaded once more takes a fifth of a short call
    return status


def open_window(options: cli.WindowOptions) -> int:
    """Start the window; only here is Qt loaded. Meanwhile the search process loads what it needs."""
    from frontdesk.search.process.spawning import Spawner

    spawner = Spawner(prepare_finder)
    spawner.start_ahead()
    try:
        from frontdesk.ui import start

        return start.run(options, partial(Desk, spawner=spawner))
    finally:
        spawner.close()
