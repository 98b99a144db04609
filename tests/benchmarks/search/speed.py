"""How long an answer takes, beside the peers: rounds in which the engines take turns."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from contextlib import ExitStack
from statistics import median

from .engines import FTS5, OURS, TANTIVY, Place
from .running import RunningEngine
from .tables import percentile, table, yes_or_no
from .timed import Rows

ROUNDS = 3

_PARTS = (0.5, 0.95, 0.99)
_TIMES_TANTIVY = 1.3
_MS_ABOVE_TANTIVY = 3.0

Percentiles = tuple[float, ...]
"""p50, p95 and p99 in milliseconds."""

Speeds = Mapping[str, Mapping[str, Percentiles]]
"""By row and engine: the medians of the rounds' percentiles."""


def speed(place: Place, rows: Rows, before: Sequence[str], engines: Sequence[str], busy: bool = False) -> Speeds:
    """Ask every engine the same queries in every round, each time from a fresh start after a warm-up.

    ``busy`` takes the processor's time instead of the clock's.
    """
    rounds: defaultdict[tuple[str, str], list[Percentiles]] = defaultdict(list)
    for turn in range(ROUNDS):
        order = [*engines[turn % len(engines) :], *engines[: turn % len(engines)]]
        for key, figures in _round(place, rows, before, order, busy).items():
            rounds[key].append(figures)
    return {row: {name: _medians(rounds[row, name]) for name in engines} for row in rows}


def speed_table(speeds: Speeds, rows: Rows) -> str:
    """Return a row for each kind: the percentiles of all engines, ours to theirs at p95, and the verdicts."""
    engines = list(next(iter(speeds.values())))
    head = ["", "n", *(f"{name} p50 / p95 / p99 ms" for name in engines)]
    head += [title for name in engines for title in _verdict_titles(name)]
    return table(head, [_cells(row, len(rows[row]), figures) for row, figures in speeds.items()])


def _round(
    place: Place, rows: Rows, before: Sequence[str], order: Sequence[str], busy: bool
) -> dict[tuple[str, str], Percentiles]:
    with ExitStack() as stack:
        running = {name: stack.enter_context(RunningEngine(name, place, busy)) for name in order}
        for engine in running.values():
            engine.ask(before)
        return {
            (row, name): _percentiles(reply.seconds for reply in engine.ask(texts))
            for row, texts in rows.items()
            for name, engine in running.items()
        }


def _percentiles(seconds: Iterable[float]) -> Percentiles:
    times = [1000 * one for one in seconds]
    return tuple(percentile(times, part) for part in _PARTS)


def _medians(rounds: Sequence[Percentiles]) -> Percentiles:
    return tuple(median(values) for values in zip(*rounds, strict=True))


def _verdict_titles(name: str) -> list[str]:
    near = f"at most {_TIMES_TANTIVY} x or {_MS_ABOVE_TANTIVY:g} ms above tantivy"
    return {TANTIVY: ["p95 to tantivy's", near], FTS5: ["p95 to FTS5's", "below FTS5"]}.get(name, [])


def _cells(row: str, count: int, figures: Mapping[str, Percentiles]) -> list[str]:
    cells = [row, str(count), *(" / ".join(f"{ms:.1f}" for ms in found) for found in figures.values())]
    ours = figures[OURS][1]
    for name, found in figures.items():
        theirs = found[1]
        if name == TANTIVY:
            most = max(_TIMES_TANTIVY * theirs, theirs + _MS_ABOVE_TANTIVY)
            cells += [f"{ours / theirs:.2f}", yes_or_no(ours <= most)]
        elif name == FTS5:
            cells += [f"{ours / theirs:.2f}", yes_or_no(ours < theirs)]
    return cells
