"""How often the right answer comes first: mean reciprocal rank x100 among ten, beside the peers."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from .corpus import Question
from .engines import OURS, PEERS, Place
from .running import RunningEngine
from .tables import table, yes_or_no

Means = Mapping[tuple[str, str], float]
"""By language and kind."""

MEAN = "mean of kinds"


def quality(place: Place, questions: Sequence[Question], engines: Sequence[str]) -> dict[str, Means]:
    """Ask every engine every question once."""
    return {name: _means(name, place, questions) for name in engines}


def quality_table(means: Mapping[str, Means]) -> str:
    """Return a row for each language and kind, and for the means: all engines, the best peer, the verdict."""
    engines = list(means)
    peers = [name for name in engines if name in PEERS]
    head = ["", *engines, *(["best peer", "ours by", "at least equal"] if peers else [])]
    rows = [[" ".join(row), *_cells(row, means, peers)] for row in means[OURS]]
    return table(head, rows)


def _means(name: str, place: Place, questions: Sequence[Question]) -> Means:
    gains: defaultdict[tuple[str, str], list[float]] = defaultdict(list)
    with RunningEngine(name, place) as engine:
        replies = engine.ask([question.text for question in questions])
    for question, reply in zip(questions, replies, strict=True):
        gains[question.language, question.kind].append(question.gain(reply.codes))
    return _with_means({row: 100 * sum(found) / len(found) for row, found in gains.items()})


def _with_means(kinds: Means) -> Means:
    rows: dict[tuple[str, str], float] = {}
    for language in dict.fromkeys(row[0] for row in kinds):
        mine = {row: value for row, value in kinds.items() if row[0] == language}
        rows |= {**mine, (language, MEAN): sum(mine.values()) / len(mine)}
    return rows


def _cells(row: tuple[str, str], means: Mapping[str, Means], peers: Sequence[str]) -> list[str]:
    shown = {name: round(values[row], 1) for name, values in means.items()}
    cells = [f"{value:.1f}" for value in shown.values()]
    if peers:
        best = max(peers, key=lambda name: shown[name])
        cells += [best, f"{shown[OURS] - shown[best]:+.1f}", yes_or_no(shown[OURS] >= shown[best])]
    return cells
