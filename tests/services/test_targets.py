"""What a site aims at: seen by all, set by supervisors, sensible, and in force on every paper."""

import json
from collections.abc import Mapping

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.reports import Unit
from frontdesk.services.targets import BOXES, LIMITS, MEASURES, RULE, USUAL, Targets
from frontdesk.storage.database import Database

ORN, BOSS = Staff("s-orn", "orn", "อรอนงค์"), Staff("s-boss", "wanna", "วรรณา", role=Role.SUPERVISOR)


@pytest.fixture
def targets(storage: Database) -> Targets:
    with storage.write() as repos:
        for staff in (ORN, BOSS):
            repos.staff.save(staff)
    return Targets(storage)


def test_the_usual_ones_hold_until_a_site_sets_its_own(targets: Targets) -> None:
    assert targets.get() == dict(USUAL)
    targets.save({**USUAL, "transferred": 0.2, "handling": 90, "verified_uses": None}, BOSS.id)
    left = {code: target for code, target in USUAL.items() if code != "verified_uses"}
    assert targets.get() == {**left, "transferred": 0.2, "handling": 90}


def test_only_what_differs_is_kept(targets: Targets, storage: Database) -> None:
    targets.save({**USUAL, "transferred": 0.2}, BOSS.id)
    with storage.read() as repos:
        assert json.loads(repos.rules.get(RULE)) == {"transferred": 0.2}
    targets.save(USUAL, BOSS.id)
    with storage.read() as repos:
        assert repos.rules.get(RULE) == ""


@pytest.mark.parametrize(
    "wrong",
    [
        {"resolved_first": 1.01}, {"resolved_first": -0.1}, {"time_to_answer": 0}, {"chain_length": 0.5},
        {"complaints": -1}, {"contacts": 1_000_000}, {"handling": float("nan")},
    ],
)  # fmt: skip
def test_what_makes_no_sense_is_refused(targets: Targets, wrong: Mapping[str, float]) -> None:
    with pytest.raises(DeskError) as caught:
        targets.save(wrong, BOSS.id)
    assert caught.value.code == "bad_target"
    assert caught.value.data["field"] in wrong
    assert targets.get() == dict(USUAL)


@pytest.mark.parametrize("by", [ORN.id, "nobody"])
def test_only_supervisors_set_them(targets: Targets, by: str) -> None:
    with pytest.raises(DeskError, match="rules_not_allowed"):
        targets.save({"transferred": 1}, by)


def test_one_that_a_later_version_knows_is_passed_over(targets: Targets, storage: Database) -> None:
    with storage.write() as repos:
        repos.rules.put(RULE, json.dumps({"smiles": 5, "transferred": 0.3}))
    assert targets.get() == {**USUAL, "transferred": 0.3}


def test_every_figure_stands_in_one_box() -> None:
    placed = [code for box in BOXES.values() for code in box]
    assert sorted(placed) == sorted(MEASURES)
    assert set(LIMITS) == set(Unit)
