"""How soon the program is of use after it was started: the window, rows from titles, the search process.

    python -m tests.benchmarks.window_start FOLDER [--starts 5] [--text บัตร]

Starts the program anew each time on the desk in FOLDER, whose index should be up to date, without a screen, and
types a text as soon as somebody is signed in. Printed in seconds from the start of the program, Python's own
start and the loading of Qt included:

- shown: the window has painted itself;
- typed: somebody is signed in and the text stands in the box;
- rows: the first rows for it, from the titles in memory or from the search process;
- all: everything that the search process finds for it.

"all" less "typed" is what somebody waits who is there at once.
"""

import argparse
import os
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from frontdesk.services.desk import Services

OpenDesk = Callable[[Path], Services]
NAMES = ("shown", "typed", "rows", "all")


def main() -> None:
    """Start the program some times and print the percentiles, or be one such program."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--starts", type=int, default=5)
    parser.add_argument("--text", default="บัตร")
    parser.add_argument("--began", type=float, help=argparse.SUPPRESS)
    said = parser.parse_args()
    if said.began is not None:
        print(*started(said.folder, said.text, said.began))
        return
    starts = [in_a_program_of_its_own(said.folder, said.text) for _ in range(said.starts)]
    print(f"{'seconds':12}{'least':>8}{'middle':>8}{'most':>8}   load {os.getloadavg()[0]:.1f}")
    waits = [moments[NAMES.index("all")] - moments[NAMES.index("typed")] for moments in starts]
    for name, times in (*zip(NAMES, zip(*starts, strict=True), strict=True), ("waited", waits)):
        ordered = sorted(times)
        print(f"{name:12}{ordered[0]:8.2f}{ordered[len(ordered) // 2]:8.2f}{ordered[-1]:8.2f}")


def in_a_program_of_its_own(folder: Path, text: str) -> list[float]:
    """Start once; return the moments of ``NAMES`` in seconds."""
    call = [sys.executable, "-m", "tests.benchmarks.window_start", str(folder), "--text", text]
    done = subprocess.run([*call, "--began", str(time.time())], check=True, capture_output=True, text=True)
    return [float(moment) for moment in done.stdout.split()]


def started(folder: Path, text: str, began: float) -> list[float]:
    """Do what the program does from its start to the first answers; return when each was there."""
    from frontdesk.app import Desk, prepare_finder
    from frontdesk.search.process.spawning import Spawner

    spawner = Spawner(prepare_finder)
    spawner.start_ahead()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    try:
        return in_the_window(folder, text, partial(Desk, spawner=spawner), lambda: time.time() - began)
    finally:
        spawner.close()


def in_the_window(folder: Path, text: str, open_desk: OpenDesk, now: Callable[[], float]) -> list[float]:
    """Open the window on a desk, sign in and type."""
    from PySide6.QtWidgets import QApplication

    from frontdesk.settings import Settings
    from frontdesk.ui.preferences import KeptSettings, Preferences, kit_for
    from frontdesk.ui.workplace import Workplace
    from tests.benchmarks.window_latency import SIZE, somebody, wait_until

    app = QApplication.instance() or QApplication(sys.argv[:1])
    settings = Settings(theme="light")
    kit = kit_for(settings)
    place = Workplace(kit, open_desk(folder), Preferences(kit, KeptSettings(settings, lambda _: None)), folder)
    place.show(SIZE)
    place.window.activateWindow()
    app.processEvents()
    place.window.repaint()
    moments = [now()]
    place.sign_in(somebody(place.services.security))
    desk = place.pages.desk
    desk.box.set_text(text)
    moments.append(now())
    wait_until(
        lambda: desk.results.listing.query == text and bool(desk.results.listing.answers or desk.results.complete)
    )
    moments.append(now())
    wait_until(lambda: bool(desk.results.complete))
    moments.append(now())
    place.close()
    return moments


if __name__ == "__main__":
    main()
