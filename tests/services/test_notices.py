"""Posting notices, changing them, and who has read them."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.notices import Notice, Terms, Wording
from frontdesk.domain.staff import Role, Staff
from frontdesk.services.notices import Notices
from frontdesk.services.security import TERMINAL
from frontdesk.storage.database import Database

from .conftest import StillClock

ORN = Staff("s-orn", "onanong", "อรอนงค์ พรหมดี")
CHAI = Staff("s-chai", "somchai", "สมชาย ใจมั่น", role=Role.OPERATOR)
PORN = Staff("s-porn", "somporn", "สมพร คงทน", role=Role.GUARD)
LEFT = Staff("s-left", "left", "ลาออก แล้ว", archived=True)
BOSS = "s-boss"
"""Who writes the notices; works elsewhere."""
GATE, MUST = Wording("ปิดประตู 1", "ใช้ประตู 2"), Terms(must_read=True)
HOUR = timedelta(hours=1)


@pytest.fixture
def board(storage: Database, clock: StillClock) -> Notices:
    """A Friday at 10:42."""
    with storage.write() as repos:
        for staff in (ORN, CHAI, PORN, LEFT, Staff("s-cli", TERMINAL, TERMINAL)):
            repos.staff.save(staff)
    return Notices(storage, clock)


def unread(board: Notices, *staff: Staff) -> list[list[str]]:
    return [[one.id for one in board.unread(who.id)] for who in staff]


@pytest.mark.parametrize(("text", "until"), [
    ("", None), ("  ", None),
    ("วันนี้", "2026-11-20T17:00"), ("พรุ่งนี้", "2026-11-21T17:00"), ("tomorrow", "2026-11-21T17:00"),
    ("จันทร์หน้า", "2026-11-23T17:00"), ("25 พ.ย.", "2026-11-25T17:00"), ("25 พ.ย. 2569", "2026-11-25T17:00"),
    ("12:00", "2026-11-20T05:00"), ("เที่ยง", "2026-11-20T05:00"), ("9:00", "2026-11-21T02:00"),
    ("27 พ.ย. 12:00", "2026-11-27T05:00"), ("27 พ.ย. 2569 12:00", "2026-11-27T05:00"),
    ("27 Nov 2026 12:00", "2026-11-27T05:00"), ("2 ชั่วโมง", "2026-11-20T05:42"), ("in 2 hours", "2026-11-20T05:42"),
])  # fmt: skip
def test_a_day_stands_to_its_end_and_a_time_to_the_minute(board: Notices, text: str, until: str | None) -> None:
    expected = datetime.fromisoformat(until).replace(tzinfo=UTC) if until else None
    assert board.read_until(text) == expected


@pytest.mark.parametrize(
    ("text", "code"), [("เมื่อวาน", "due_past"), ("1 พ.ย. 2569", "due_past"), ("ไม่รู้", "due_unknown")]
)
def test_ends_that_cannot_be_are_refused(board: Notices, text: str, code: str) -> None:
    with pytest.raises(DeskError, match=code):
        board.read_until(text)


def test_a_notice_that_was_over_before_it_was_kept_is_refused(board: Notices, clock: StillClock) -> None:
    """Typed at 11:59, kept at 12:00."""
    with pytest.raises(DeskError, match="due_past"):
        board.post(GATE, Terms(clock.now()), BOSS)
    with pytest.raises(DeskError, match="notice_empty"):
        board.post(Wording(" "), Terms(), BOSS)
    assert board.to_read() == ()


def test_everybody_who_has_to_read_it_is_asked_until_they_have(board: Notices, clock: StillClock) -> None:
    gate = board.post(GATE, MUST, BOSS)
    guards = board.post(Wording("กุญแจห้องยา"), replace(MUST, role=Role.GUARD), BOSS)
    board.post(Wording("ลิฟต์ 2 ปิดซ่อม"), Terms(), BOSS)
    assert unread(board, ORN, CHAI, PORN, LEFT) == [[gate.id], [gate.id], [gate.id, guards.id], []]
    clock.move(minutes=3)
    board.mark_read([gate.wording_id], CHAI.id)
    assert unread(board, ORN, CHAI, PORN) == [[gate.id], [], [gate.id, guards.id]]
    assert board.unread("nobody") == ()
    assert [(one.notice, set(one.read_at)) for one in board.to_read()] == [(gate, {BOSS, CHAI.id}), (guards, {BOSS})]


def test_who_has_not_read_is_a_list(board: Notices, clock: StillClock) -> None:
    posted_at = clock.now()
    gate = board.post(GATE, MUST, BOSS)
    clock.move(minutes=5)
    board.mark_read([gate.id], CHAI.id)
    clock.move(minutes=5)
    board.mark_read([gate.id], PORN.id)
    readers = board.readers(gate.id)
    assert (readers.notice, readers.since) == (gate, posted_at)
    assert readers.unread == (ORN,)
    assert readers.read == ((CHAI, posted_at + timedelta(minutes=5)), (PORN, posted_at + timedelta(minutes=10)))
    with pytest.raises(DeskError, match="notice_gone"):
        board.readers("x")


def test_whoever_left_is_asked_no_more_and_what_they_read_stays(
    board: Notices, storage: Database, clock: StillClock
) -> None:
    gate = board.post(GATE, MUST, BOSS)
    board.mark_read([gate.id], CHAI.id)
    with storage.write() as repos:
        for one in (CHAI, PORN, ORN):
            repos.staff.save(replace(one, archived=True))
    readers = board.readers(gate.id)
    assert readers.unread == ()
    assert [one.id for one, _ in readers.read] == [CHAI.id]
    assert board.unread(PORN.id) == ()


def test_it_is_over_by_itself(board: Notices, clock: StillClock) -> None:
    gate = board.post(GATE, replace(MUST, until=clock.now() + HOUR), BOSS)
    clock.move(minutes=59)
    assert unread(board, CHAI) == [[gate.id]]
    clock.move(minutes=1)
    assert unread(board, CHAI) == [[]]
    assert board.to_read() == ()
    assert board.readers(gate.id).unread == (CHAI, PORN, ORN)  # what was not read then stays so


def test_a_clock_that_is_set_back_hides_no_notice(board: Notices, clock: StillClock) -> None:
    gate = board.post(GATE, MUST, BOSS)
    clock.move(days=-1)
    assert unread(board, CHAI) == [[gate.id]]
    board.mark_read([gate.id], CHAI.id)
    clock.move(days=3)
    assert unread(board, CHAI) == [[]]


def test_other_words_are_read_anew(board: Notices) -> None:
    gate = board.post(GATE, MUST, BOSS)
    board.mark_read([gate.id], CHAI.id)
    changed = board.replace(gate.id, replace(GATE, text="ใช้ประตู 3"), MUST, PORN.id)
    assert (changed.replaces, changed.made_by, changed.wording_id) == (gate.id, PORN.id, changed.id)
    assert unread(board, CHAI, PORN) == [[changed.id], []]  # whoever wrote them knows them
    assert [one.notice.id for one in board.to_read()] == [changed.id]


def test_the_same_words_stay_read_whatever_else_changes(board: Notices, clock: StillClock) -> None:
    gate = board.post(GATE, MUST, BOSS)
    posted_at = clock.now()
    board.mark_read([gate.id], CHAI.id)
    clock.move(hours=1)
    longer = board.replace(gate.id, replace(GATE, title=" ปิดประตู  1"), replace(MUST, until=clock.now() + HOUR), BOSS)
    again = board.replace(longer.id, GATE, MUST, BOSS)
    assert again.wording_id == gate.id
    assert unread(board, CHAI, PORN) == [[], [again.id]]
    assert board.readers(again.id).since == posted_at


def test_no_change_changes_nothing(board: Notices) -> None:
    gate = board.post(GATE, MUST, BOSS)
    assert board.replace(gate.id, GATE, MUST, BOSS) == gate


def test_what_is_over_is_not_changed(board: Notices, clock: StillClock) -> None:
    gate = board.post(GATE, replace(MUST, until=clock.now() + HOUR), BOSS)
    other = board.post(GATE, MUST, BOSS)
    board.end(other.id, CHAI.id)
    clock.move(hours=1)
    for key in (gate.id, other.id, "x"):
        with pytest.raises(DeskError, match="notice_gone"):
            board.replace(key, Wording("ใหม่"), MUST, BOSS)


def test_twenty_at_once_come_in_the_order_in_which_they_were_posted(board: Notices, clock: StillClock) -> None:
    posted: list[Notice] = []
    for place in range(20):
        clock.move(seconds=1)
        posted.append(board.post(Wording(f"เรื่องที่ {place + 1}"), MUST, BOSS))
    assert board.unread(CHAI.id) == tuple(posted)
    board.mark_read([one.wording_id for one in posted], CHAI.id)
    assert board.unread(CHAI.id) == ()


def test_whoever_only_moves_the_end_of_a_notice_has_not_read_it(board: Notices) -> None:
    gate = board.post(GATE, MUST, BOSS)
    later = board.replace(gate.id, GATE, replace(MUST, role=Role.OPERATOR), CHAI.id)
    assert unread(board, CHAI) == [[later.id]]
