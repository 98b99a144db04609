"""Tests of entries of the watch list: what they need, and until when they count."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.watch_list import LONGEST_REASON, MOST_NAMES, Advice, Watched, WatchKind, checked

ADDED = datetime(2026, 11, 1, tzinfo=UTC)
TODAY = date(2026, 11, 22)
PERSON = Watched("w-1", WatchKind.PERSON, ("สมชาย ใจดี", "ชัย"), "", "ขู่พนักงาน", Advice.CALL_SUPERVISOR, "s-1", ADDED)
CAR = replace(PERSON, kind=WatchKind.PLATE, names=(), plate="1กก 1234 กทม")


@pytest.mark.parametrize(
    ("until", "stands"), [(None, True), (TODAY, True), (date(2026, 11, 21), False), (date(2027, 1, 1), True)]
)
def test_counts_to_its_last_day(until: date | None, stands: bool) -> None:
    entry = replace(PERSON, until=until)
    assert (entry.stands(TODAY), entry.expired(TODAY)) == (stands, not stands)


def test_ended_and_wiped_entries_count_no_more() -> None:
    assert not replace(PERSON, ended_at=ADDED).stands(TODAY)
    assert not replace(PERSON, wiped=True).stands(TODAY)


def test_is_called_by_name_or_plate() -> None:
    assert (PERSON.title, CAR.title) == ("สมชาย ใจดี", "1กก 1234 กทม")


def test_texts_are_tidied() -> None:
    untidy = replace(PERSON, names=(" สมชาย   ใจดี ", "", "สมชาย ใจดี", "ชัย"), plate=" 1กก  1234 ", reason=" ขู่ \n พนักงาน")
    tidy = checked(untidy, TODAY)
    assert (tidy.names, tidy.plate, tidy.reason) == (("สมชาย ใจดี", "ชัย"), "1กก 1234", "ขู่ พนักงาน")


@pytest.mark.parametrize(
    ("entry", "code"),
    [
        (replace(PERSON, names=(" ",)), "watch_nothing_listed"),
        (replace(CAR, plate=" "), "watch_nothing_listed"),
        (replace(PERSON, reason="\n"), "watch_reason_missing"),
        (replace(PERSON, reason="ก" * (LONGEST_REASON + 1)), "watch_text_too_long"),
        (replace(PERSON, names=("ก" * 81,)), "watch_text_too_long"),
        (replace(PERSON, names=tuple(f"ชื่อ {n}" for n in range(MOST_NAMES + 1))), "watch_text_too_long"),
        (replace(CAR, plate="ก" * 81), "watch_text_too_long"),
        (replace(PERSON, until=date(2026, 11, 21)), "watch_date_past"),
    ],
)
def test_faulty_entries_are_refused_without_naming_anybody(entry: Watched, code: str) -> None:
    with pytest.raises(DeskError) as refused:
        checked(entry, TODAY)
    assert refused.value.code == code
    assert "สมชาย" not in str(refused.value)
