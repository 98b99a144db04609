"""When the desk works, set by supervisors; promises go by it at once."""

from datetime import datetime

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.promises import Promises
from frontdesk.services.site_hours import RULE, USUAL, SiteHours
from frontdesk.storage.database import Database

from .conftest import StillClock

ORN, BOSS = Staff("s-orn", "orn", "อรอนงค์"), Staff("s-boss", "wanna", "วรรณา", role=Role.SUPERVISOR)


@pytest.fixture
def hours(storage: Database) -> SiteHours:
    with storage.write() as repos:
        for staff in (ORN, BOSS):
            repos.staff.save(staff)
    return SiteHours(storage)


@pytest.mark.parametrize(
    ("written", "closing", "two_hours"),
    [
        ("", "2026-11-20 16:30", "2026-11-20 12:42"),
        ("ทุกวัน 10:00-20:00", "2026-11-20 20:00", "2026-11-20 12:42"),
        ("Mon-Fri 8:00-11:30", "2026-11-20 11:30", "2026-11-23 09:12"),
        ("จ-ศ 08:30-12:00, 13:00-16:30", "2026-11-20 16:30", "2026-11-20 13:42"),
        ("เสาร์ 9-12", "2026-11-21 12:00", "2026-11-21 11:00"),
    ],
)
def test_promises_go_by_the_hours_of_the_site(
    hours: SiteHours, storage: Database, clock: StillClock, written: str, closing: str, two_hours: str
) -> None:
    assert hours.save(written, BOSS.id) == (written or USUAL)
    promises = Promises(storage, clock)
    found = [promises.read("ก่อนปิด"), promises.read("ใน 2 ชั่วโมงทำการ")]
    assert found == [datetime.fromisoformat(text).replace(tzinfo=SITE_ZONE) for text in (closing, two_hours)]


@pytest.mark.parametrize("wrong", ["ตามสะดวก", "ปิด", "จ-ศ 25:00-26:00"])
def test_what_cannot_be_read_is_refused(hours: SiteHours, wrong: str) -> None:
    with pytest.raises(DeskError, match="hours_unknown"):
        hours.save(wrong, BOSS.id)
    assert hours.get() == USUAL


def test_only_supervisors_set_them(hours: SiteHours) -> None:
    with pytest.raises(DeskError, match="rules_not_allowed"):
        hours.save("ทุกวัน 9-17", ORN.id)


def test_what_is_kept_and_cannot_be_read_any_more_is_as_usual(
    hours: SiteHours, storage: Database, clock: StillClock
) -> None:
    with storage.write() as repos:
        repos.rules.put(RULE, "อ่านไม่ออก")
    assert Promises(storage, clock).suggested().hour == 16
