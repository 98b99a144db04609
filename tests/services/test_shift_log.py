"""The pass-down log of a shift: what stands on its page, and at what time something happened."""

from datetime import timedelta

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.hand_over import HandOver, Signature
from frontdesk.domain.shift_log import EntryKind
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.shift_log import ShiftLog
from frontdesk.storage.database import Database

from .conftest import StillClock


@pytest.fixture
def log(storage: Database, clock: StillClock) -> ShiftLog:
    return ShiftLog(storage, clock)


def test_a_shift_began_with_the_last_hand_over(log: ShiftLog, storage: Database, clock: StillClock) -> None:
    waits = log.write(EntryKind.KEYS, "กุญแจห้อง 4", "s", follow_up=True)
    log.write(EntryKind.PATROL, "ตรวจรอบ 10:00", "s")
    clock.move(minutes=10)
    signed = clock.now()
    with storage.write() as repos:
        repos.hand_overs.add(HandOver("h", Signature("s", signed), signed))
    clock.move(minutes=10)
    fresh = log.write(EntryKind.DELIVERY, "พัสดุ 2 กล่อง", "s")
    page = log.page()
    assert (page.since, page.entries, page.waiting) == (signed, (fresh,), (waits,))


def test_without_a_hand_over_it_began_a_day_ago(log: ShiftLog, clock: StillClock) -> None:
    assert log.page().since == clock.now() - timedelta(hours=24)


def test_earlier_words_stand_beside_what_put_them_right(log: ShiftLog) -> None:
    first = log.write(EntryKind.ALARM, "ชั้น 2", "s")
    second = log.put_right(first.id, "ชั้น 3", "s")
    third = log.put_right(second.id, "ชั้น 4", "s")
    page = log.page()
    assert page.entries == (third,)
    assert [one.text for one in page.earlier[third.id]] == ["ชั้น 2", "ชั้น 3"]


@pytest.mark.parametrize(
    ("typed", "hour", "minute", "days"),
    [("", 10, 42, 0), ("10:15", 10, 15, 0), ("๙.๓๐", 9, 30, 0), ("22:00", 22, 0, 1), ("10:42", 10, 42, 0)],
)  # fmt: skip
def test_a_time_is_the_last_one_that_was(
    log: ShiftLog, clock: StillClock, typed: str, hour: int, minute: int, days: int
) -> None:
    at = log.read_at(typed)
    assert (at.hour, at.minute) == (hour, minute)
    assert at.date() == clock.now().astimezone(SITE_ZONE).date() - timedelta(days=days)


@pytest.mark.parametrize("typed", ["25:00", "เมื่อกี้", "10:15 น. เมื่อวาน"])
def test_what_is_no_time_is_refused(log: ShiftLog, typed: str) -> None:
    with pytest.raises(DeskError, match="bad_time"):
        log.read_at(typed)
