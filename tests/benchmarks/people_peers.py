"""Finding people beside LIKE and FTS5 trigrams over all rows: recall, speed and what opening costs.

    python -m tests.benchmarks.people_peers DESK LOOKUPS.jsonl [--each 100] [--peers-each 12] [--rounds 3]
        [--no-peers] [--no-opening] [--processor]

DESK is a desk's folder with many people on file, LOOKUPS the look-ups that were made with them. Each look-up
is asked in every round, ours and the peers' in turn; its time is the median of the rounds, in milliseconds.
LIKE reads every row, so that fewer look-ups of each kind are asked of the peers. They get a scratch database in
a temporary folder, which is removed. ``--processor`` takes times that other programs disturb less.
"""

import argparse
import os
import platform
import resource
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, field
from math import ceil
from pathlib import Path
from statistics import median

from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.storage.database import open_database
from tests.benchmarks.people.lookups import LookUp, beginnings, read_look_ups
from tests.benchmarks.people.opening import measure
from tests.benchmarks.people.peers import FindCodes, Peers

OURS, LIKE, TRIGRAM = "ours", "LIKE", "FTS5"
_WARM_UP = 30

Clock = Callable[[], float]


@dataclass
class Measured:
    """The seconds of each look-up in each round, and whom the last one found."""

    seconds: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    found: dict[str, list[str]] = field(default_factory=dict)

    def ask(self, find: FindCodes, text: str, clock: Clock) -> None:
        began = clock()
        self.found[text] = find(text)
        self.seconds[text].append(clock() - began)

    def row(self, look_ups: Sequence[LookUp]) -> str:
        """Return recall and times as cells."""
        asked = [one for one in look_ups if one.text in self.found]
        known = [one for one in asked if one.codes is not None]
        right = sum(not one.codes.isdisjoint(self.found[one.text]) for one in known if one.codes is not None)
        times = sorted(1000 * median(self.seconds[one.text]) for one in asked)
        if not times:
            return "| " * 4
        recall = f"{100 * right / len(known):.1f}" if known else ""
        return f"| {recall} " + "".join(f"| {times[ceil(share * len(times)) - 1]:.2f} " for share in (0.5, 0.95, 0.99))


def main() -> None:
    """Measure what was asked for and print it as tables."""
    chosen = _chosen()
    known = read_look_ups(chosen.look_ups)
    kinds = {kind: some[: chosen.each] for kind, some in known.items()} | beginnings(known, chosen.each)
    machine = f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}, Python {platform.python_version()}"
    print(f"{machine}; load {os.getloadavg()[0]:.1f} at the start")
    with ExitStack() as stack:
        ways = _ways(chosen, stack)
        clock = time.thread_time if chosen.processor else time.perf_counter
        measured = _measure(kinds, ways, chosen, clock)
    _print(kinds, measured)
    if not chosen.no_opening:
        _print_opening(chosen.desk, known["number"][0].text, known["typo"][0].text)


def _ways(chosen: argparse.Namespace, stack: ExitStack) -> dict[str, FindCodes]:
    file = chosen.desk / "frontdesk.db"
    database = open_database(file)
    stack.callback(database.close)
    lookup, before, began, spent = PeopleLookup(database), _memory(), time.perf_counter(), time.process_time()
    lookup.prepare()
    waited, worked = time.perf_counter() - began, time.process_time() - spent
    print(f"names read aside: {waited:.1f} s ({worked:.1f} s of work), {_memory() - before:.0f} MB more", flush=True)
    ways: dict[str, FindCodes] = {OURS: lambda text: [one.person.code for one in lookup.find(text).people]}
    if not chosen.no_peers:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        peers = Peers(file, folder / "peers.db")
        stack.callback(peers.close)
        ways |= {LIKE: peers.like, TRIGRAM: peers.trigram}
    return ways


def _measure(
    kinds: dict[str, list[LookUp]], ways: dict[str, FindCodes], chosen: argparse.Namespace, clock: Clock
) -> dict[str, Measured]:
    measured = {name: Measured() for name in ways}
    for _ in range(chosen.rounds):
        for some in kinds.values():
            for one in some[:_WARM_UP]:  # as on a desk in use, but no look-up right after itself
                ways[OURS](one.text)
            for number, one in enumerate(some):
                for name, find in ways.items():
                    if name == OURS or number < chosen.peers_each:
                        measured[name].ask(find, one.text, clock)
    return measured


def _print(kinds: dict[str, list[LookUp]], measured: dict[str, Measured]) -> None:
    heads = "".join(f"| {name} R@10 | p50 | p95 | p99 " for name in measured)
    print(f"\n| look-up | n {heads}|\n|{'---|' * (2 + 4 * len(measured))}")
    for kind, some in kinds.items():
        print(f"| {kind} | {len(some)} {''.join(one.row(some) for one in measured.values())}|")


def _print_opening(root: Path, number: str, misspelt: str) -> None:
    opening = measure(root, number, misspelt, times=3)
    print(f"\nopen the desk and find a number: {opening.first_look_up:.2f} s")
    print(f"open the desk and find a misspelt name, names read at once: {opening.first_guess:.2f} s")
    print(f"search process: first reply {opening.process_replies:.2f} s, guesses {opening.process_guesses:.2f} s")


def _memory() -> float:
    """Return the megabytes that this process takes at most so far."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1e6 if sys.platform == "darwin" else 1e3)


def _chosen() -> argparse.Namespace:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("desk", type=Path)
    options.add_argument("look_ups", type=Path)
    options.add_argument("--each", type=int, default=100, help="look-ups of each kind")
    options.add_argument("--peers-each", type=int, default=12, help="look-ups of each kind asked of the peers")
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--no-peers", action="store_true")
    options.add_argument("--no-opening", action="store_true")
    options.add_argument("--processor", action="store_true")
    chosen = options.parse_args()
    for needed in (chosen.desk / "frontdesk.db", chosen.look_ups):
        if not needed.exists():
            sys.exit(f"nothing measured: {needed} is not there")
    return chosen


if __name__ == "__main__":
    main()
