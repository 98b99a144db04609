"""Whole calls of the command line on a demo desk: ``python -m tests.benchmarks.cli_start``.

Prints p50 and p95 in seconds beside a bare import of SQLAlchemy, run in turn with them, because
the speed of shared machines drifts within minutes.
"""

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROUNDS = 15
BARE = "import sqlalchemy"
CALLS = {
    "log": ("log", "--channel", "phone", "--outcome", "answered", "--number", "0812345678", "--json"),
    "lookup": ("lookup", "0812345678", "--json"),
    "search": ("search", "บัตรหาย", "--json"),
}


def seconds(command: list[str]) -> float:
    """Run a command to its end and return how long that took."""
    started = perf_counter()
    subprocess.run(command, check=True, capture_output=True)
    return perf_counter() - started


def main() -> None:
    """Make a desk, run every call in turn, print the table."""
    program = [sys.executable, "-m", "frontdesk"]
    with tempfile.TemporaryDirectory() as folder:
        data = ["--data", str(Path(folder) / "desk")]
        subprocess.run([*program, "make-demo", data[1]], check=True, capture_output=True)
        commands = {name: [*program, *call, *data] for name, call in CALLS.items()}
        commands[BARE] = [sys.executable, "-c", BARE]
        for command in commands.values():  # the first run builds the index and fills the disk cache
            seconds(command)
        times: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(ROUNDS):
            for name, command in commands.items():
                times[name].append(seconds(command))
    print(f"{'':20}{'p50 s':>8}{'p95 s':>8}")
    for name, taken in times.items():
        p95 = statistics.quantiles(taken, n=20)[-1]
        print(f"{name:20}{statistics.median(taken):8.2f}{p95:8.2f}")


if __name__ == "__main__":
    main()
