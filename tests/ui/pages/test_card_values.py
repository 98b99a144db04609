"""The values of a card, read and changed one by one."""

from dataclasses import replace
from datetime import date, time

import pytest

from frontdesk.domain.contacts import Channel
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Handle, HandleKind, NumberUse, PartialDate, Person, PersonKind, QuickFact
from frontdesk.ui.pages.people.card_values import facts_known, guarded, text_of, with_fact, with_text, without

TEA = QuickFact("เครื่องดื่ม", "ชาร้อน", "เล่าเอง", date(2026, 10, 3), True)
SUDA = Person(
    id="p1", code="P-0001", given_name="สุดา", family_name="ใจดี", nickname="ดา", email="s@example.org",
    numbers=(parse_number("๐๘๑ ๒๓๔ ๕๖๗๘"), replace(parse_number("02-123-4567 ต่อ 25"), use=NumberUse.WORK)),
    aliases=("สุดา เดิม", "Suda D."), birthday=PartialDate(11, 25, 1983), channel=Channel.LINE, not_before=time(17),
    handles=(Handle(HandleKind.LINE, "suda.work"),), facts=(TEA,), referred_by="p2", purchases=3,
)  # fmt: skip
KEYS = ("given_name", "nickname", "kind", "note", "email", "birthday", "aliases", "channel", "not_before",
        "referred_by", "purchases", "number.0", "number.1", "handle.0")  # fmt: skip


@pytest.mark.parametrize("language", list(Language))
@pytest.mark.parametrize("key", KEYS)
def test_what_was_not_touched_stays_as_it_was(key: str, language: Language) -> None:
    assert with_text(SUDA, key, text_of(SUDA, key, language)) == SUDA


@pytest.mark.parametrize(
    ("key", "text", "field", "value"),
    [
        ("nickname", " ดาว ", "nickname", "ดาว"),
        ("kind", "partner", "kind", PersonKind.PARTNER),
        ("birthday", "12 เม.ย.", "birthday", PartialDate(4, 12)),
        ("birthday", "--04-12", "birthday", PartialDate(4, 12)),
        ("birthday", "16/1/2552", "birthday", PartialDate(1, 16, 2009)),
        ("birthday", "", "birthday", None),
        ("not_before", "5 โมงเย็น", "not_before", time(17)),
        ("not_before", "หลัง 17.30 น.", "not_before", time(17, 30)),
        ("channel", "", "channel", None),
        ("channel", "phone", "channel", Channel.PHONE),
        ("aliases", "ก, ข, ก", "aliases", ("ก", "ข")),
        ("referred_by", "", "referred_by", ""),
        ("purchases", "12", "purchases", 12),
        ("last_purchase", "เมื่อวาน", "last_purchase", date(2026, 11, 19)),
        ("number.+", "suda@work.example", "handles", (*SUDA.handles, Handle(HandleKind.EMAIL, "suda@work.example"))),
        ("number.+", "S@EXAMPLE.ORG", "handles", SUDA.handles),
        ("number.+", "ไลน์ suda.shop", "line", "suda.shop"),
        ("number.+", "LINE ID: @suda_2", "line", "suda_2"),
        ("number.+", "1กก 1234 กรุงเทพ", "plate", "1กก 1234 กรุงเทพ"),
        ("number.0", "", "numbers", SUDA.numbers[1:]),
        ("handle.0", "", "handles", ()),
        ("handle.0", "suda.shop", "handles", (Handle(HandleKind.LINE, "suda.shop"),)),
    ],
)
def test_a_value_is_typed_as_it_is_said(key: str, text: str, field: str, value: object) -> None:
    changed = with_text(SUDA, key, text, date(2026, 11, 20))
    assert getattr(changed, field) == value
    assert replace(changed, **{field: getattr(SUDA, field)}) == SUDA


def test_a_number_keeps_its_place_and_its_use() -> None:
    changed = with_text(SUDA, "number.1", "+66 2 999 8888")
    assert [number.digits for number in changed.numbers] == ["0812345678", "029998888"]
    assert changed.numbers[1].use is NumberUse.WORK


def test_where_a_number_reaches_somebody_is_read_with_it() -> None:
    added = with_text(SUDA, "number.+", "บ้าน 02-999-8888")
    assert (added.numbers[2].digits, added.numbers[2].use) == ("029998888", NumberUse.HOME)


def test_a_new_number_comes_last_and_never_twice() -> None:
    added = with_text(SUDA, "number.+", "089-111-2222, 1669")
    assert [number.digits for number in added.numbers] == ["0812345678", "021234567", "0891112222", "1669"]
    assert with_text(added, "number.+", "089-111-2222").numbers == added.numbers


@pytest.mark.parametrize(
    ("key", "text", "code"),
    [
        ("number.0", "ไม่มี", "bad_phone"),
        ("email", "suda@", "bad_email"),
        ("birthday", "31 ก.พ.", "date_unknown"),
        ("birthday", "16/1/52", "date_ambiguous"),
        ("not_before", "เย็น ๆ", "bad_time"),
        ("purchases", "บ่อย", "bad_count"),
        ("referred_by", "p1", "refers_self"),
    ],
)
def test_what_cannot_be_read_is_refused(key: str, text: str, code: str) -> None:
    with pytest.raises(DeskError, match=code):
        with_text(SUDA, key, text)


def test_a_fact_is_added_changed_and_removed() -> None:
    blue = QuickFact("สีที่ชอบ", "ฟ้า")
    added = with_fact(SUDA, "fact.+", blue)
    assert added.facts == (TEA, blue)
    green = replace(blue, value="เขียว")
    assert with_fact(added, "fact.1", green).facts == (TEA, green)
    assert without(added, "fact.0").facts == (blue,)


@pytest.mark.parametrize(
    ("fact", "code"),
    [
        (QuickFact("", "ฟ้า"), "fact_name_missing"),
        (QuickFact("สีที่ชอบ", ""), "fact_value_missing"),
        (QuickFact("สีที่ชอบ", "ฟ้า" * 200), "fact_too_long"),
    ],
)
def test_a_fact_needs_a_name_and_a_value(fact: QuickFact, code: str) -> None:
    with pytest.raises(DeskError, match=code):
        with_fact(SUDA, "fact.+", fact)


@pytest.mark.parametrize(
    ("key", "meanwhile"),
    [("nickname", replace(SUDA, nickname="แดง")), ("number.0", replace(SUDA, numbers=SUDA.numbers[1:]))],
)
def test_a_change_by_another_is_not_written_over(key: str, meanwhile: Person) -> None:
    change = guarded(SUDA, key, lambda person: without(person, key))
    assert change(replace(SUDA, note="ใหม่")) == replace(without(SUDA, key), note="ใหม่")
    with pytest.raises(DeskError, match="changed_elsewhere"):
        change(meanwhile)


def test_facts_on_the_card_are_not_suggested_again() -> None:
    assert facts_known(SUDA, ("ครอบครัว", "เครื่องดื่ม", "ภาษา")) == ("ครอบครัว", "ภาษา")
