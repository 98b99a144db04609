from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.domain.typed_visits import TypedVisit, VisitForm
from frontdesk.domain.visit_repeats import Repeat
from frontdesk.domain.visit_typing import MOST_NAMES, Moment, as_typed, read_party, read_visits
from frontdesk.domain.visits import Visit
from frontdesk.domain.working_hours import read_hours
from frontdesk.services.clock import SITE_ZONE

HOURS = read_hours("จ-ศ 08:30-16:30")
assert HOURS is not None
AT = Moment(datetime(2026, 11, 20, 10, 42, tzinfo=SITE_ZONE), HOURS)
TODAY, TOMORROW = date(2026, 11, 20), date(2026, 11, 21)
NAMED = TypedVisit("วิชัย ทองดี")
DAILY, LAST = {"repeat": Repeat.DAILY}, "repeat_until"
TOO_MANY = "\n".join(f"คนที่ {n}" for n in range(MOST_NAMES + 1))


def arrival(typed: TypedVisit) -> Visit:
    (visit,) = read_visits(VisitForm.ARRIVAL, typed, AT)
    return visit


def expected(**typed: object) -> tuple[Visit, ...]:
    return read_visits(VisitForm.EXPECTED, replace(NAMED, **typed), AT)  # type: ignore[arg-type]


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SITE_ZONE)


def test_a_name_is_enough_for_an_arrival() -> None:
    visit = arrival(TypedVisit("  วิชัย   ทองดี "))
    assert (visit.name, visit.party, visit.until, visit.day) == ("วิชัย ทองดี", 1, None, TODAY)


def test_words_and_the_plate_are_taken_over() -> None:
    typed = TypedVisit(
        "Peter Brown", "ACME", "081-234-5678", "กก1234", "วรรณา", "1120", "ส่งของ", "3 คน", "โน้ตบุ๊ก",
        person_id="p", host_id="h",
    )  # fmt: skip
    visit = arrival(typed)
    assert (visit.plate, visit.party, visit.host, visit.host_id, visit.person_id) == ("กก 1234", 3, "วรรณา", "h", "p")
    assert (visit.purpose, visit.belongings, visit.organisation, visit.place) == ("ส่งของ", "โน้ตบุ๊ก", "ACME", "1120")


@pytest.mark.parametrize(
    ("typed", "until"),
    [("17:00", at(17)), ("2 ชม.", at(12, 42)), ("พรุ่งนี้ 10:00", at(10, day=21)), ("30 min", at(11, 12))],
)
def test_until_when_somebody_stays(typed: str, until: datetime) -> None:
    assert arrival(replace(NAMED, until=typed)).until == until


@pytest.mark.parametrize(
    ("typed", "count"), [("", 1), ("1", 1), ("๓", 3), ("12 คน", 12), ("2 people", 2), ("999", 999)]
)
def test_how_many_come(typed: str, count: int) -> None:
    assert read_party(typed) == count


@pytest.mark.parametrize(
    ("form", "changes", "code", "field"),
    [
        (VisitForm.ARRIVAL, {"name": " "}, "visit_name_needed", "name"),
        (VisitForm.ARRIVAL, {"party": "0"}, "bad_party", "party"),
        (VisitForm.ARRIVAL, {"party": "หลายคน"}, "bad_party", "party"),
        (VisitForm.ARRIVAL, {"party": "1000"}, "bad_party", "party"),
        (VisitForm.ARRIVAL, {"until": "สักพัก"}, "due_unknown", "until"),
        (VisitForm.ARRIVAL, {"until": "1/1/2570"}, "stay_long", "until"),
        (VisitForm.ARRIVAL, {"number": "ไม่มี"}, "no_number_in", "number"),
        (VisitForm.ARRIVAL, {"belongings": "บัตร 1-1037-02071-81-1"}, "visit_national_id", "belongings"),
        (VisitForm.EXPECTED, {}, "visit_when_needed", "when"),
        (VisitForm.EXPECTED, {"when": "เร็ว ๆ นี้"}, "due_unknown", "when"),
        (VisitForm.EXPECTED, {"when": "1/11/2569 10:00"}, "due_past", "when"),
        (VisitForm.EXPECTED, {"when": "พรุ่งนี้", "repeat": Repeat.DAILY}, "repeat_until_needed", LAST),
        (VisitForm.EXPECTED, DAILY | {"when": "30/11/2569", "repeat_until": "25/11/2569"}, "day_before_first", LAST),
        (VisitForm.EXPECTED, DAILY | {"when": "พรุ่งนี้", "repeat_until": "1/11/2571"}, "repeat_too_long", LAST),
        (VisitForm.EXPECTED, {"when": "พรุ่งนี้", "names": TOO_MANY}, "group_too_large", "names"),
    ],
)
def test_what_cannot_be_read_is_said_of_its_field(
    form: VisitForm, changes: dict[str, object], code: str, field: str
) -> None:
    with pytest.raises(DeskError) as caught:
        read_visits(form, replace(NAMED, **changes), AT)  # type: ignore[arg-type]
    assert (caught.value.code, caught.value.data["field"]) == (code, field)


@pytest.mark.parametrize(
    ("when", "day", "due"),
    [
        ("พรุ่งนี้ 10:30", TOMORROW, at(10, 30, 21)),
        ("พรุ่งนี้", TOMORROW, None),
        ("วันนี้", TODAY, None),
        ("today", TODAY, None),
        ("24/11/2569", date(2026, 11, 24), None),
        ("24 พ.ย. 2569 13:00", date(2026, 11, 24), at(13, day=24)),
        ("14:00", TODAY, at(14)),
        ("จันทร์ 9:00", date(2026, 11, 23), at(9, day=23)),
    ],
)
def test_when_somebody_is_expected(when: str, day: date, due: datetime | None) -> None:
    (visit,) = expected(when=when)
    assert (visit.day, visit.due) == (day, due)


def test_a_length_of_time_counts_from_when_they_are_due() -> None:
    (visit,) = expected(when="พรุ่งนี้ 10:30", until="2 ชม.")
    assert visit.until == at(12, 30, 21)


def test_a_group_is_a_visit_for_each_name() -> None:
    visits = expected(name="โรงเรียนบ้านดอน", when="พรุ่งนี้ 09:00", names="ด.ช. เอก ดีงาม\n\nด.ญ. โท ใจดี\n", party="40")
    assert [(one.name, one.organisation, one.party) for one in visits] == [
        ("ด.ช. เอก ดีงาม", "โรงเรียนบ้านดอน", 1), ("ด.ญ. โท ใจดี", "โรงเรียนบ้านดอน", 1),
    ]  # fmt: skip
    assert len({one.group_id for one in visits} - {""}) == 1


def test_a_visit_that_repeats_moves_its_times_along() -> None:
    visits = expected(when="พรุ่งนี้ 10:30", until="1 ชม.", repeat=Repeat.WEEKDAYS, repeat_until="24/11/2569")
    assert [(one.day.day, one.due, one.until) for one in visits] == [
        (21, at(10, 30, 21), at(11, 30, 21)), (23, at(10, 30, 23), at(11, 30, 23)),
        (24, at(10, 30, 24), at(11, 30, 24)),
    ]  # fmt: skip
    assert len({one.series_id for one in visits}) == 1
    assert visits[0].series_id


def test_a_group_that_repeats_is_together_each_day() -> None:
    visits = expected(when="พรุ่งนี้", names="เอก\nโท", repeat=Repeat.DAILY, repeat_until="22/11/2569")
    assert [(one.name, one.day.day) for one in visits] == [("เอก", 21), ("โท", 21), ("เอก", 22), ("โท", 22)]
    assert visits[0].group_id == visits[1].group_id != visits[2].group_id == visits[3].group_id
    assert visits[0].series_id == visits[2].series_id != visits[1].series_id


def test_a_visit_on_file_reads_back_as_it_is() -> None:
    before = Visit(
        "v", TODAY, "วิชัย ทองดี", plate="กก 1234", party=3, due=at(9).astimezone(UTC), until=at(10).astimezone(UTC),
        made_at=at(8).astimezone(UTC),
    )  # fmt: skip
    typed = as_typed(before, AT)
    assert (typed.when, typed.until, typed.party, typed.visit_id) == ("20/11/2569 09:00", "10:00", "3", "v")
    assert read_visits(VisitForm.CHANGE, typed, AT, before) == (before,)


def test_a_changed_time_holds() -> None:
    before = Visit("v", TODAY, "วิชัย", due=at(9), until=at(10), made_at=at(8))
    typed = replace(as_typed(before, AT), until="15:00")
    (after,) = read_visits(VisitForm.CHANGE, typed, AT, before)
    assert (after.due, after.until) == (at(9), at(15))
    assert after.until is not None
    assert after.until - AT.now < timedelta(hours=5)


def test_a_blank_form_is_not_worth_keeping() -> None:
    assert TypedVisit(repeat=Repeat.DAILY, visit_id="v").blank
    assert not TypedVisit(plate="1").blank
