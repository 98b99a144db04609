"""What an engine costs: building, disk, and for ours the memory and the wait of a fresh process."""

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from .builds import SEGMENTATION, build_seconds, disk_bytes
from .engines import PEERS, Place
from .tables import table

_FRESH = 3
_ROOT = Path(__file__).parents[3]
_HEAD = ("articles", "build s", "MB on disk")
_OURS_HEAD = ("MB resident, bare", "after 300 queries", "open to first answer s", "start to first answer s")


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds and bytes by engine, and what a fresh process of ours took: medians of some."""

    built: Mapping[str, float]
    disk: Mapping[str, int]
    footprint: Mapping[str, float]


def cost(place: Place, texts: Sequence[str], engines: Sequence[str]) -> Cost:
    """Look at what was built and open ours in fresh processes."""
    runs = [_footprint(place, texts) for _ in range(_FRESH)]
    medians = {name: median(run[name] for run in runs) for name in runs[0]}
    return Cost(build_seconds(place), {name: disk_bytes(place.of(name)) for name in engines}, medians)


def cost_tables(costs: Mapping[int, Cost], engines: Sequence[str]) -> str:
    """Return a row for each engine and size, and a row for each size of ours in a fresh process."""
    built = [[f"{name}, {size:,}", *_built(name, one)] for name in engines for size, one in costs.items()]
    fresh = [[f"{size:,}", *_fresh(one.footprint)] for size, one in costs.items()]
    return f"{table(_HEAD, built)}\n\n{table((_HEAD[0], *_OURS_HEAD), fresh)}"


def _footprint(place: Place, texts: Sequence[str]) -> dict[str, float]:
    command = [sys.executable, "-m", "tests.benchmarks.search.footprint", str(place.folder.resolve()), place.stamp]
    ran = subprocess.run(command, input=json.dumps(texts), capture_output=True, text=True, check=True, cwd=_ROOT)
    return dict(json.loads(ran.stdout))


def _built(name: str, one: Cost) -> list[str]:
    seconds = one.built.get(name)
    if seconds is None:
        return ["", f"{one.disk[name] / 1e6:.0f}"]
    shared = one.built.get(SEGMENTATION, 0.0) if name in PEERS else 0.0
    return [f"{seconds + shared:.0f}", f"{one.disk[name] / 1e6:.0f}"]


def _fresh(found: Mapping[str, float]) -> list[str]:
    memory = [f"{found[name]:.0f}" for name in ("bare_mb", "full_mb")]
    return [*memory, *(f"{found[name]:.2f}" for name in ("opened", "alive"))]
