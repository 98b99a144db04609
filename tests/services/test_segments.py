"""A site's own rules for segments."""

import json

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.segments import SegmentRules
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.segments import NAME, Segments
from frontdesk.storage.database import Database


@pytest.fixture
def segments(storage: Database) -> Segments:
    with storage.write() as repos:
        repos.staff.save(Staff("s1", "chai", "สมชาย", role=Role.SUPERVISOR))
        repos.staff.save(Staff("s2", "orn", "อรอนงค์"))
    return Segments(storage)


def test_the_program_has_rules_of_its_own(segments: Segments) -> None:
    assert segments.rules() == SegmentRules()


def test_a_supervisor_sets_rules_and_goes_back_to_the_usual_ones(segments: Segments, storage: Database) -> None:
    own = SegmentRules(repeat_from=3, dormant_days=180)
    segments.save(own, "s1")
    assert segments.rules() == own
    segments.save(SegmentRules(), "s1")
    with storage.read() as repos:
        assert repos.rules.get(NAME) == ""


@pytest.mark.parametrize("by", ["s2", "nobody"])
def test_nobody_else_may(segments: Segments, by: str) -> None:
    with pytest.raises(DeskError, match="rules_not_allowed"):
        segments.save(SegmentRules(repeat_from=3), by)


def test_what_makes_no_sense_is_not_kept(segments: Segments) -> None:
    with pytest.raises(DeskError, match="bad_rule"):
        segments.save(SegmentRules(repeat_from=0), "s1")
    assert segments.rules() == SegmentRules()


def test_rules_of_another_version_are_read_as_far_as_they_go(segments: Segments, storage: Database) -> None:
    with storage.write() as repos:
        repos.rules.put(NAME, json.dumps({"repeat_from": 4, "loyal_from": 9}))
    assert segments.rules() == SegmentRules(repeat_from=4)
