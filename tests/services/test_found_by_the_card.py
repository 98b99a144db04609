"""Whatever stands on a card finds whom it is about, in Thai and in English."""

from datetime import date

import pytest

from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Handle, HandleKind, Leave, PartialDate, Person, PersonKind, QuickFact
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.storage.database import Database

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
        ("ลาพักร้อน", "c"), ("1210", "c"),
    ],
)  # fmt: skip
def test_words_of_a_card_find_the_person(storage: Database, text: str, found: str) -> None:
    with storage.write() as repos:
        repos.people.save_many([SUDA, CHAI], "x")
    lookup = PeopleLookup(storage)
    lookup.prepare()
    assert found in [match.person.id for match in lookup.find(text).people]
