from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.domain.promise_history import as_it_stood
from frontdesk.domain.promises import Closing, Promise, PromiseEvent, PromiseEventKind, PromiseKind, kept_rate

MADE_AT = datetime(2026, 11, 19, 2, 0, tzinfo=UTC)


def at(hours: float) -> datetime:
    return MADE_AT + timedelta(hours=hours)


def event(hours: float, kind: PromiseEventKind, detail: str = "") -> PromiseEvent:
    return PromiseEvent(at(hours), "อร", kind, detail)


EVENTS = (
    event(0, PromiseEventKind.MADE, at(4).isoformat()),
    event(1, PromiseEventKind.ADDRESSED, "s-1"),
    event(2, PromiseEventKind.TOLD),
    event(3, PromiseEventKind.UNTOLD),
    event(5, PromiseEventKind.MOVED, at(30).isoformat()),
    event(25, PromiseEventKind.CLOSED, Closing.KEPT),
    event(26, PromiseEventKind.REOPENED),
    event(27, PromiseEventKind.MOVED),
    event(28, PromiseEventKind.CLOSED, Closing.NOT_NEEDED),
)
NOW = Promise(
    "p", PromiseKind.MESSAGE, MADE_AT, "อร", "อร", "แจ้งหมอ", late=True, closing=Closing.NOT_NEEDED, closed_at=at(28),
)  # fmt: skip


@pytest.mark.parametrize(
    ("hours", "due", "told", "late", "closing"),
    [
        (0, 4, False, False, None),
        (2, 4, True, False, None),
        (3, 4, False, False, None),
        (4.5, 4, False, False, None),
        (5, 30, False, True, None),
        (25, 30, False, True, Closing.KEPT),
        (26, 30, False, True, None),
        (27.5, None, False, True, None),
        (28, None, False, True, Closing.NOT_NEEDED),
    ],
)
def test_it_stands_as_it_did(hours: float, due: float | None, told: bool, late: bool, closing: Closing | None) -> None:
    stood = as_it_stood(NOW, EVENTS, at(hours))
    assert stood.due_at == (at(due) if due is not None else None)
    assert (stood.told_at is not None, stood.late, stood.closing) == (told, late, closing)
    assert (stood.id, stood.what, stood.open) == ("p", "แจ้งหมอ", closing is None)


def test_one_that_was_missed_and_moved_was_missed_then() -> None:
    rate = kept_rate([as_it_stood(NOW, EVENTS, at(4.5))], at(4.5))
    assert (rate.kept, rate.n) == (0, 1)


def test_whose_it_was() -> None:
    now = Promise("p", PromiseKind.PROMISE, MADE_AT, "อร", "ชาย")
    events = [event(0, PromiseEventKind.MADE), event(4, PromiseEventKind.HANDED_OVER, "ชาย")]
    assert [as_it_stood(now, events, at(hours)).owner for hours in (1, 4)] == ["อร", "ชาย"]
    assert as_it_stood(now, events[:1], at(1)).owner == "ชาย"


@pytest.mark.parametrize(
    ("kind", "detail", "impersonal"),
    [
        (PromiseEventKind.MADE, "", True),
        (PromiseEventKind.MADE, "2026-11-19T02:00:00+00:00", True),
        (PromiseEventKind.MOVED, "โทรหาคุณดา", False),
        (PromiseEventKind.CLOSED, "kept", True),
        (PromiseEventKind.CLOSED, "คุณดารับทราบ", False),
        (PromiseEventKind.CORRECTED, "message", True),
        (PromiseEventKind.ADDRESSED, "id-1", False),
        (PromiseEventKind.TOLD, "บอกคุณดาแล้ว", False),
        (PromiseEventKind.TOLD, "", True),
        (PromiseEventKind.HANDED_OVER, "s-1", True),
    ],
)
def test_what_tells_of_nobody(kind: PromiseEventKind, detail: str, impersonal: bool) -> None:
    assert PromiseEvent(MADE_AT, "อร", kind, detail).impersonal is impersonal
