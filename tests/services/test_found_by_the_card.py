"""Whatever stands on a card finds whom it is about, in Thai and in English."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from frontdesk.domain.contacts import Channel, Contact, Feedback, Outcome
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Handle, HandleKind, Leave, PartialDate, Person, PersonKind, QuickFact
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.storage.database import Database

from .conftest import StillClock

SUDA = Person(
    "s", "P-0001", "สุดา", "ใจดี", "นางสาว", "ดา", "Suda Jaidee", organisation="บริษัท เมืองธารพาณิชย์ จำกัด",
    email="suda@example.com", line="suda.j", birthday=PartialDate(1, 16), note="พูดช้า ๆ และทวนวันเวลานัด",
    plate="1กก 1234 กรุงเทพมหานคร", numbers=(parse_number("081-234-5678"),), aliases=("สุดา แก้วใส",),
    handles=(Handle(HandleKind.EMAIL, "s@shop.example"), Handle(HandleKind.LINE, "dokmai.shop"),
             Handle(HandleKind.PLATE, "2ขข 99 เชียงใหม่"), Handle(HandleKind.CODE, "X-0077")),
    facts=(QuickFact("เครื่องดื่ม", "ชาร้อน ไม่หวาน", "ใบลงทะเบียน"),),
)  # fmt: skip
CHAI = Person(
    "c", "S-0001", "สมชาย", "ใจมั่น", kind=PersonKind.STAFF, department="เวชระเบียน", hours="จ-ศ 08:45-16:15",
    lunch="11:45-12:45", room="อาคาร 5 ห้อง 12", deputy="คุณพิมพา", status="อบรมที่ขอนแก่น",
    leave=(Leave(date(2026, 12, 1), date(2026, 12, 3), "ลาพักร้อน"),), numbers=(parse_number("1210"),),
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("สุดา", "s"), ("ใจดี", "s"), ("ดา", "s"), ("Suda Jaidee", "s"), ("แก้วใส", "s"), ("P-0001", "s"),
        ("เมืองธารพาณิชย์", "s"), ("suda@example.com", "s"), ("suda.j", "s"), ("1กก 1234", "s"), ("5678", "s"),
        ("s@shop.example", "s"), ("dokmai.shop", "s"), ("2ขข 99", "s"), ("X-0077", "s"),
        ("ทวนวันเวลา", "s"), ("เครื่องดื่ม", "s"), ("ชาร้อน", "s"), ("ใบลงทะเบียน", "s"), ("16 ม.ค.", "s"), ("16 Jan", "s"),
        ("เวชระเบียน", "c"), ("จ-ศ 08:45-16:15", "c"), ("อาคาร 5 ห้อง 12", "c"), ("พิมพา", "c"), ("ขอนแก่น", "c"),
        ("ลาพักร้อน", "c"), ("1210", "c"), ("Mon–Fri 08:45–16:15", "c"), ("11:45-12:45", "c"), ("16:15", "c"),
        ("เครื่องดื่ม: ชาร้อน · ใบลงทะเบียน", "s"), ("1 ธ.ค. 2569", "c"), ("3 Dec", "c"),
    ],
)  # fmt: skip
def test_words_of_a_card_find_the_person(storage: Database, text: str, found: str) -> None:
    with storage.write() as repos:
        repos.people.save_many([SUDA, CHAI], "x")
    lookup = PeopleLookup(storage)
    lookup.prepare()
    assert found in [match.person.id for match in lookup.find(text).people]


WILAI = Person("w", "P-0900", "วิไล", "ศรีสุข", romanised="Wilai Srisuk", kind=PersonKind.PARTNER)
MANI = Person("m", "P-0901", "มานี", "มีสุข", referred_by="w", purchases=12, last_purchase=date(2026, 11, 3))
CHUJAI = Person("j", "P-0902", "ชูใจ", "เลิศล้ำ", referred_by="w", purchases=112, kind=PersonKind.VISITOR)
PITI = Person("p", "P-0903", "ปิติ", "พิทักษ์", purchases=1200)
KITCHEN = Person("k", "D-0001", "โรงครัว", kind=PersonKind.DEPARTMENT)
PEOPLE = (WILAI, MANI, CHUJAI, PITI, KITCHEN, SUDA, CHAI)


@pytest.fixture
def lookup(storage: Database, clock: StillClock) -> PeopleLookup:
    """People of every segment: Wilai sent two, Mani bought lately, Suda called twice, Piti bought most and long ago."""
    long_ago = clock.today() - timedelta(days=400)
    people = [replace(one, last_purchase=long_ago) if one is PITI else one for one in PEOPLE]
    with storage.write() as repos:
        repos.people.save_many(people, "x")
        for n, person in enumerate((SUDA, SUDA, CHAI, CHAI)):
            at = clock.now() - timedelta(days=n)
            repos.contacts.add(Contact(f"c{n}", at, at, Channel.PHONE, Outcome.ANSWERED, "x", person_id=person.id))
    lookup = PeopleLookup(storage, clock=clock)
    lookup.prepare()
    return lookup


def found(lookup: PeopleLookup, text: str) -> list[str]:
    return [match.person.id for match in lookup.find(text).people]


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("วิไล ศรีสุข", ["w", "j", "m"]),
        ("Wilai Srisuk", ["w", "j", "m"]),
        ("คุณวิไลศรีสุข", ["w", "j", "m"]),
        ("P-0900", ["w", "j", "m"]),
        ("แนะนำโดย วิไล ศรีสุข", ["j", "m"]),
        ("แนะนำโดยวิไล", ["j", "m"]),
        ("sent by Wilai Srisuk", ["j", "m"]),
        ("Sent by: P-0900", ["j", "m"]),
        ("ผู้แนะนำ P-0900", ["j", "m"]),
        ("แนะนำโดย วิลัย ศรีสุก", ["j", "m"]),
        ("แนะนำโดย มานี", []),
        ("มานี มีสุข", ["m", "w"]),
        ("แนะนำต่อ: มานี มีสุข, ชูใจ เลิศล้ำ", ["w"]),
        ("Sent: มานี มีสุข", ["w"]),
        ("แนะนำต่อ 2 คน", ["w"]),
        ("sent 2 others", ["w"]),
        ("แนะนำต่อ 3 คน", []),
        ("sent 3 others", []),
        ("วิไล", ["w"]),
        ("ปิติ พิทักษ์", ["p"]),
    ],
)
def test_who_sent_them(lookup: PeopleLookup, text: str, ids: list[str]) -> None:
    assert found(lookup, text) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("มาใหม่", []),
        ("New", []),
        ("มาประจำ", ["s"]),
        ("regular", ["s"]),
        ("ช่วยบอกต่อ", ["j", "m", "w"]),
        ("Advocate", ["j", "m", "w"]),
        ("ไม่ได้มานาน", ["p"]),
        ("Long  Away", ["p"]),
        ("เจ้าหน้าที่", ["c"]),
        ("Staff", ["c"]),
        ("หน่วยงาน", ["k"]),
        ("department", ["k"]),
        ("คู่ค้า", ["w"]),
        ("Partner", ["w"]),
        ("ผู้มาเยือน", ["j"]),
        ("Visitor", ["j"]),
        ("ผู้รับบริการ", ["s", "p", "m"]),
        ("Customer", ["s", "p", "m"]),
    ],
)
def test_how_well_they_are_known_and_what_they_are(lookup: PeopleLookup, text: str, ids: list[str]) -> None:
    assert found(lookup, text) == ids


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("ซื้อ 12 ครั้ง", ["m"]),
        ("ซื้อหรือใช้บริการ 12 ครั้ง", ["m"]),
        ("ซื้อหรือใช้บริการ ๑๒", ["m"]),
        ("12 purchases", ["m"]),
        ("Purchases 12", ["m"]),
        ("1,200 purchases", ["p"]),
        ("1200 purchases", ["p"]),
        ("12 ซื้อล่าสุด 3 พ.ย. 2569", ["m"]),
        ("12 last 3 Nov 2026", ["m"]),
    ],
)
def test_how_often_they_bought(lookup: PeopleLookup, text: str, ids: list[str]) -> None:
    assert found(lookup, text)[:1] == ids


def test_compliments_make_an_advocate_and_nobody_new(
    lookup: PeopleLookup, storage: Database, clock: StillClock
) -> None:
    with storage.write() as repos:
        repos.people.save(Person("n", "P-0904", "แก้ว", "กล้าหาญ"), "x")
        at = clock.now()
        repos.contacts.add(Contact("n0", at, at, Channel.PHONE, Outcome.ANSWERED, "x", person_id="n"))
    assert found(lookup, "มาใหม่") == ["n"]
    with storage.write() as repos:
        for n in (1, 2):
            contact = Contact(f"n{n}", at, at, Channel.PHONE, Outcome.ANSWERED, "x", person_id="n")
            repos.contacts.add(replace(contact, feedback=Feedback.COMPLIMENT))
    assert found(lookup, "มาใหม่") == []
    assert found(lookup, "ช่วยบอกต่อ")[0] == "n"


def test_who_called_last_long_ago_is_long_away(lookup: PeopleLookup, storage: Database, clock: StillClock) -> None:
    with storage.write() as repos:
        repos.people.save_many([Person("n", "P-0904", "แก้ว", "กล้าหาญ"), replace(KITCHEN, id="k2", code="D-0002")], "x")
        at = clock.now() - timedelta(days=366)
        for key in ("n", "k2", "p", "m"):
            repos.contacts.add(Contact(key, at, at, Channel.PHONE, Outcome.ANSWERED, "x", person_id=key))
    assert found(lookup, "Long away") == ["n", "p"]
    clock.move(days=-2)
    assert found(lookup, "Long away") == []


def test_the_segment_follows_the_rules_of_the_site(lookup: PeopleLookup, storage: Database) -> None:
    with storage.write() as repos:
        repos.rules.put("segments", '{"repeat_from": 3, "advocate_purchases": 100}')
    assert found(lookup, "มาประจำ") == ["m"]
    assert found(lookup, "มาใหม่") == ["s"]


def test_whoever_is_renamed_or_gone_is_found_so_no_more(lookup: PeopleLookup, storage: Database) -> None:
    with storage.write() as repos:
        repos.people.save(replace(WILAI, given_name="วิภา", romanised=""), "x")
        repos.people.save(replace(MANI, archived=True), "x")
    assert found(lookup, "วิภา ศรีสุข") == ["w", "j"]
    assert "j" not in found(lookup, "วิไล ศรีสุข")
    assert "m" not in found(lookup, "12 purchases")


def test_others_are_not_wanted_where_somebody_is_named(lookup: PeopleLookup) -> None:
    assert [match.person.id for match in lookup.find("วิไล ศรีสุข", around=False).people] == ["w"]
    assert lookup.find("มาประจำ", around=False).people == ()
