"""A person through the form and back."""

from datetime import date, time

import pytest

from frontdesk.domain.contacts import Channel
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import PartialDate, Person, PersonKind, QuickFact
from frontdesk.ui.pages.people.person_entry import FIELDS, read_person, values_of

SUDA = Person(
    id="p1", code="P-0001", given_name="สุดา", family_name="ใจดี", title="น.ส.", nickname="ดา", romanised="Suda Jaidee",
    kind=PersonKind.PARTNER, organisation="เมืองธารพาณิชย์", department="บัญชี", hours="09:00-17:00", email="s@example.org",
    line="suda.j", birthday=PartialDate(11, 25, 1983), note="พูดช้า ๆ", plate="1กก 1234",
    numbers=(parse_number("๐๘๑ ๒๓๔ ๕๖๗๘"), parse_number("02-123-4567 ต่อ 25")), aliases=("สุดา เดิม", "Suda D."),
    facts=(QuickFact("เครื่องดื่ม", "ชาร้อน | หวาน", "เล่าเอง", date(2026, 10, 3), True), QuickFact("สีที่ชอบ", "ฟ้า")),
    channel=Channel.LINE, not_before=time(17), referred_by="p2", purchases=3,
)  # fmt: skip
TODAY = date(2026, 11, 20)


@pytest.mark.parametrize("language", list(Language))
def test_what_was_not_touched_comes_back_as_it_was(language: Language) -> None:
    assert read_person(values_of(SUDA, language, "P-0002"), SUDA, TODAY) == (SUDA, {})


def test_every_field_of_the_form_is_filled_and_read() -> None:
    assert set(values_of(SUDA, Language.TH)) == {spec.name for spec in FIELDS}


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("25 พ.ย. 2526", PartialDate(11, 25, 1983)),
        ("25/11/2526", PartialDate(11, 25, 1983)),
        ("25 Nov 1983", PartialDate(11, 25, 1983)),
        ("25 พ.ย.", PartialDate(11, 25)),
        ("", None),
    ],
)
def test_a_birthday_is_typed_in_either_era_or_without_a_year(text: str, birthday: PartialDate | None) -> None:
    person, errors = read_person(values_of(SUDA, Language.TH) | {"birthday": text}, SUDA, TODAY)
    assert (person.birthday, errors) == (birthday, {})


def test_numbers_stand_one_a_line_and_keep_what_was_typed() -> None:
    typed = "081-234-5678\n\n+66 2 123 4567 ต่อ 25\n1210"
    person, errors = read_person(values_of(SUDA, Language.TH) | {"numbers": typed}, SUDA, TODAY)
    assert errors == {}
    assert person.numbers[0] == SUDA.numbers[0]
    assert [number.digits for number in person.numbers[:2]] == ["0812345678", "021234567"]
    assert person.numbers[2].extension == "1210"


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("birthday", "31 ก.พ. 2526", "date_unknown"),
        ("birthday", "25/11/26", "date_ambiguous"),
        ("email", "suda@", "bad_email"),
        ("numbers", "ไม่มีเบอร์", "bad_phone"),
        ("code", "  ", "code_missing"),
        ("not_before", "ไม่รู้", "bad_time"),
        ("purchases", "หลายครั้ง", "bad_count"),
        ("facts", "ชาร้อน", "bad_fact"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_field(name: str, text: str, code: str) -> None:
    _, errors = read_person(values_of(SUDA, Language.TH) | {name: text}, SUDA, TODAY)
    assert {field: error.code for field, error in errors.items()} == {name: code}


def test_somebody_needs_a_name_an_organisation_or_a_number() -> None:
    empty = values_of(Person(id="p", code="P", given_name=""), Language.TH)
    _, errors = read_person(empty, SUDA, TODAY)
    assert isinstance(errors["given_name"], DeskError)
    assert read_person(empty | {"organisation": "บริษัท ก"}, SUDA, TODAY)[1] == {}


@pytest.mark.parametrize(
    ("text", "at"),
    [("17:00", time(17)), ("หลัง 17.00 น.", time(17)), ("บ่าย 3", time(15)), ("after 9", time(9)), ("", None)],
)
def test_a_time_of_day_is_typed_as_it_is_said(text: str, at: time | None) -> None:
    person, errors = read_person(values_of(SUDA, Language.TH) | {"not_before": text}, SUDA, TODAY)
    assert (person.not_before, errors) == (at, {})


def test_a_new_fact_was_learned_today_and_an_old_one_when_it_was() -> None:
    values = values_of(SUDA, Language.TH)
    person, _ = read_person(values | {"facts": f"{values['facts']}\nภาษา: ญี่ปุ่น"}, SUDA, TODAY)
    assert person.facts == (*SUDA.facts, QuickFact("ภาษา", "ญี่ปุ่น", learned_on=TODAY))
