from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.notices import (
    LONGEST_NOTICE,
    LONGEST_TITLE,
    Notice,
    Posted,
    Terms,
    Wording,
    end_of_day,
    ends_with_its_day,
    last_day,
)
from frontdesk.domain.staff import Role, Staff

NOW = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
ORN, SOMPORN = Staff("s-orn", "orn", "อรอนงค์"), Staff("s-porn", "somporn", "สมพร", role=Role.GUARD)


def notice(**terms: object) -> Notice:
    return Notice("n", Wording("ปิดประตู 1"), NOW, ORN.id, Terms(**terms), "n")  # type: ignore[arg-type]


@pytest.mark.parametrize(("wording", "thai", "english"), [
    (Wording("ปิดประตู 1", "ใช้ประตู 2"), ("ปิดประตู 1", "ใช้ประตู 2"), ("ปิดประตู 1", "ใช้ประตู 2")),
    (Wording("ปิด", "ใช้ประตู 2", "Closed"), ("ปิด", "ใช้ประตู 2"), ("Closed", "ใช้ประตู 2")),
    (Wording(title_en="Closed", text_en="Gate 2"), ("Closed", "Gate 2"), ("Closed", "Gate 2")),
    (Wording(text="ใช้ประตู 2"), ("", "ใช้ประตู 2"), ("", "ใช้ประตู 2")),
])  # fmt: skip
def test_a_notice_is_said_in_the_language_that_there_is(
    wording: Wording, thai: tuple[str, str], english: tuple[str, str]
) -> None:
    assert (wording.said(Language.TH), wording.said(Language.EN)) == (thai, english)


def test_one_line_holds_title_and_text() -> None:
    assert Wording("ปิดประตู 1", "ใช้ประตู 2").in_one_line(Language.TH) == "ปิดประตู 1 · ใช้ประตู 2"
    assert Wording(text="ใช้ประตู 2").in_one_line(Language.EN) == "ใช้ประตู 2"


def test_needless_room_is_left_out() -> None:
    assert Wording("  ปิด\nประตู ", " ", "Gate  1").checked() == Wording("ปิด ประตู", "", "Gate 1")


@pytest.mark.parametrize(("wording", "code", "most"), [
    (Wording(), "notice_empty", None),
    (Wording(" ", "\n\t", " ", "​ "[1:]), "notice_empty", None),
    (Wording("ก" * (LONGEST_TITLE + 1)), "notice_too_long", LONGEST_TITLE),
    (Wording("ก", "ข" * (LONGEST_NOTICE + 1)), "notice_too_long", LONGEST_NOTICE),
    (Wording("ก", title_en="a" * (LONGEST_TITLE + 1)), "notice_too_long", LONGEST_TITLE),
    (Wording("ก", text_en="a" * (LONGEST_NOTICE + 1)), "notice_too_long", LONGEST_NOTICE),
])  # fmt: skip
def test_a_notice_says_something_and_not_too_much(wording: Wording, code: str, most: int | None) -> None:
    with pytest.raises(DeskError) as caught:
        wording.checked()
    assert (caught.value.code, caught.value.data.get("most")) == (code, most)


def test_the_longest_notice_is_taken() -> None:
    longest = Wording("ก" * LONGEST_TITLE, "ข" * LONGEST_NOTICE, "a" * LONGEST_TITLE, "b" * LONGEST_NOTICE)
    assert longest.checked() == longest


def test_a_notice_is_over_from_its_moment_on() -> None:
    until = NOW + timedelta(hours=1)
    assert notice(until=until).stands(until - timedelta.resolution)
    assert not notice(until=until).stands(until)
    assert notice().stands(NOW + timedelta(days=9_999))


def test_a_day_is_over_at_midnight_in_thailand() -> None:
    end = end_of_day(date(2026, 11, 27))
    assert end == datetime(2026, 11, 27, 17, 0, tzinfo=UTC)
    assert (last_day(end), ends_with_its_day(end)) == (date(2026, 11, 27), True)
    noon = datetime(2026, 11, 27, 5, 0, tzinfo=UTC)
    assert (last_day(noon), ends_with_its_day(noon)) == (date(2026, 11, 27), False)
    after_midnight = datetime(2026, 11, 27, 17, 30, tzinfo=UTC)
    assert (last_day(after_midnight), ends_with_its_day(after_midnight)) == (date(2026, 11, 28), False)


@pytest.mark.parametrize(("terms", "staff", "concerned"), [
    ({"must_read": True}, ORN, True),
    ({}, ORN, False),
    ({"must_read": True, "role": Role.GUARD}, ORN, False),
    ({"must_read": True, "role": Role.GUARD}, SOMPORN, True),
    ({"must_read": True}, replace(ORN, archived=True), False),
])  # fmt: skip
def test_who_has_to_read_it(terms: dict[str, object], staff: Staff, concerned: bool) -> None:
    assert notice(**terms).concerns(staff) is concerned


def test_who_has_read_it_need_not_again() -> None:
    posted = Posted(notice(must_read=True), {ORN.id: NOW})
    assert (posted.waits_for(ORN), posted.waits_for(SOMPORN)) == (False, True)
    assert posted.unread_by([ORN, SOMPORN, replace(SOMPORN, id="x", archived=True)]) == [SOMPORN]
