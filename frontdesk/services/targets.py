"""What the figures of the scorecard are measured in, and what a site aims at."""

import json
from collections.abc import Mapping
from typing import NamedTuple

from frontdesk.domain.errors import DeskError

from .reports import Unit
from .repositories import Repositories, Storage

RULE = "scorecard_targets"


class Measure(NamedTuple):
    """What a figure counts, and which way is better."""

    unit: Unit
    less_is_better: bool = False


MEASURES: Mapping[str, Measure] = {
    "resolved_first": Measure(Unit.SHARE),
    "promises_kept": Measure(Unit.SHARE),
    "compliments": Measure(Unit.COUNT),
    "complaints": Measure(Unit.COUNT, less_is_better=True),
    "transferred": Measure(Unit.SHARE, less_is_better=True),
    "chain_length": Measure(Unit.RATIO, less_is_better=True),
    "repeat_depth": Measure(Unit.RATIO, less_is_better=True),
    "unanswered": Measure(Unit.SHARE, less_is_better=True),
    "verified_uses": Measure(Unit.SHARE),
    "time_to_answer": Measure(Unit.SECONDS, less_is_better=True),
    "time_to_answer_p90": Measure(Unit.SECONDS, less_is_better=True),
    "handling": Measure(Unit.SECONDS, less_is_better=True),
    "contacts": Measure(Unit.COUNT),
}

BOXES: Mapping[str, tuple[str, ...]] = {
    "customer": ("resolved_first", "promises_kept", "compliments", "complaints"),
    "process": ("transferred", "chain_length", "repeat_depth"),
    "knowledge": ("unanswered", "verified_uses"),
    "cost": ("time_to_answer", "time_to_answer_p90", "handling", "contacts"),
}
"""The four boxes of the scorecard, and what stands in each."""

USUAL: Mapping[str, float] = {
    "resolved_first": 0.8, "promises_kept": 0.95, "transferred": 0.1, "unanswered": 0.05, "verified_uses": 0.8,
    "time_to_answer": 15, "time_to_answer_p90": 60,
}  # fmt: skip
"""What a site aims at that has set nothing itself: shares, and seconds."""

LIMITS: Mapping[Unit, tuple[int, int]] = {
    Unit.SHARE: (0, 1), Unit.SECONDS: (1, 86_400), Unit.RATIO: (1, 99), Unit.COUNT: (0, 999_999),
}  # fmt: skip


class Targets:
    """The site's targets, by the codes of figures; a figure without one is in force with none."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def get(self) -> dict[str, float]:
        """Return the targets in force; those that come with the program where the site set none."""
        with self._storage.read() as repos:
            return targets_in(repos)

    def save(self, targets: Mapping[str, float | None], by: str) -> None:
        """Set targets, in force at once; None takes one away, and what is not named stays as usual.

        Raise ``DeskError``: rules_not_allowed, bad_target with the field and its limits.
        """
        for code, target in targets.items():
            check(code, target)
        own = {code: targets[code] for code in sorted(targets) if targets[code] != USUAL.get(code)}
        with self._storage.write() as repos:
            staff = repos.staff.get(by)
            if staff is None or staff.archived or not staff.role.manages_staff:
                raise DeskError("rules_not_allowed")
            if own:
                repos.rules.put(RULE, json.dumps(own))
            else:
                repos.rules.drop(RULE)


def check(code: str, target: float | None) -> None:
    """Raise ``DeskError`` bad_target, with the limits as people write them, for a target that makes no sense."""
    unit = MEASURES[code].unit
    least, most = LIMITS[unit]
    if target is not None and not least <= target <= most:
        scale = 100 if unit is Unit.SHARE else 1
        raise DeskError("bad_target", field=code, least=f"{least * scale:,}", most=f"{most * scale:,}")


def targets_in(repos: Repositories) -> dict[str, float]:
    """Return the targets in force; one of a figure that this version does not know is passed over."""
    text = repos.rules.get(RULE)
    own: dict[str, float | None] = json.loads(text) if text else {}
    return {code: target for code, target in {**USUAL, **own}.items() if target is not None and code in MEASURES}
