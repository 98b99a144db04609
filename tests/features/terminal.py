"""The program called from a terminal, in a process of its own, on a desk whose window is open."""

import os
import subprocess
import sys
from pathlib import Path

PATIENCE = 60


def frontdesk(folder: Path, *arguments: str) -> str:
    """Run ``frontdesk ARGUMENTS --data FOLDER``; return what it printed. It must end with 0."""
    done = subprocess.run(
        [*program(), *arguments, "--data", str(folder)],
        capture_output=True, text=True, encoding="utf-8", timeout=PATIENCE, env=environment(), check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def program() -> list[str]:
    """Return what starts the program; a warning in it is an error."""
    return [sys.executable, "-W", "error", "-m", "frontdesk"]


def environment() -> dict[str, str]:
    """Return the surroundings of a child: no screen, UTF-8."""
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONUTF8": "1"}
