from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.promises import (
    CALL_BACK_WITHIN,
    Closing,
    KeptRate,
    Promise,
    PromiseKind,
    When,
    kept_rate,
    promise_of,
    when_of,
)
from frontdesk.domain.thai_dates import THAI_TIME

NOON = datetime(2026, 11, 20, 12, 0, tzinfo=THAI_TIME)
HOUR = timedelta(hours=1)
PROMISE = Promise("1", PromiseKind.PROMISE, NOON - HOUR, "อร", "อร", due_at=NOON + HOUR)
CALL = Contact("c", NOON, NOON, Channel.PHONE, Outcome.ANSWERED, "อร", "081-234-5678", "0812345678", topic="บัตรหาย")


@pytest.mark.parametrize(
    ("due", "when"),
    [
        (None, When.UNSAID),
        (NOON - HOUR, When.OVERDUE),
        (NOON, When.OVERDUE),
        (NOON + 11 * HOUR, When.TODAY),
        (NOON + 12 * HOUR, When.LATER),
        ((NOON + 11 * HOUR).astimezone(UTC), When.TODAY),
    ],
)
def test_where_a_promise_stands(due: datetime | None, when: When) -> None:
    assert when_of(replace(PROMISE, due_at=due), NOON) is when


@pytest.mark.parametrize(
    ("outcome", "kind"),
    [
        (Outcome.PROMISED, PromiseKind.PROMISE),
        (Outcome.MESSAGE, PromiseKind.MESSAGE),
        (Outcome.DROPPED, PromiseKind.CALL_BACK),
        (Outcome.ANSWERED, None),
        (Outcome.TRANSFERRED, None),
    ],
)
def test_what_is_owed_after_a_contact(outcome: Outcome, kind: PromiseKind | None) -> None:
    made = promise_of(replace(CALL, outcome=outcome))
    assert (made.kind if made else None) is kind
    if made is not None:
        assert (made.id, made.what, made.number) == ("c", "บัตรหาย", "081-234-5678")
        assert made.due_at == (NOON + CALL_BACK_WITHIN if kind is PromiseKind.CALL_BACK else None)


@pytest.mark.parametrize(
    ("outcome", "topic", "note", "what"),
    [
        (Outcome.PROMISED, "บัตรหาย", "โทรแจ้ง", "บัตรหาย · โทรแจ้ง"),
        (Outcome.PROMISED, "", "call back", "call back"),
        (Outcome.MESSAGE, "บัตรหาย", "ขอให้โทรกลับ", "ขอให้โทรกลับ"),
        (Outcome.MESSAGE, "บัตรหาย", "", "บัตรหาย"),
    ],
)
def test_what_it_is_called(outcome: Outcome, topic: str, note: str, what: str) -> None:
    made = promise_of(replace(CALL, outcome=outcome, topic=topic, note=note))
    assert made is not None
    assert made.what == what


def closed(closing: Closing, after: timedelta, **fields: object) -> Promise:
    return replace(PROMISE, closing=closing, closed_at=NOON + after, **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("promise", "rate"),
    [
        (closed(Closing.KEPT, HOUR), (1, 1)),
        (closed(Closing.KEPT, 2 * HOUR), (0, 1)),
        (closed(Closing.KEPT, HOUR, late=True), (0, 1)),
        (closed(Closing.NOT_REACHED, HOUR), (0, 1)),
        (closed(Closing.NOT_NEEDED, HOUR), (0, 0)),
        (closed(Closing.CALLED_AGAIN, HOUR), (0, 0)),
        (closed(Closing.WITHDRAWN, HOUR), (0, 0)),
        (closed(Closing.KEPT, HOUR, due_at=None), (0, 0)),
        (PROMISE, (0, 0)),
        (replace(PROMISE, due_at=NOON), (0, 1)),
    ],
)
def test_what_counts_as_kept_on_time(promise: Promise, rate: tuple[int, int]) -> None:
    assert kept_rate([promise], NOON) == KeptRate(*rate)


def test_no_promises_give_no_percentage() -> None:
    assert KeptRate().percent is None
    assert KeptRate(2, 3).percent == 67
