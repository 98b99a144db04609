"""A small desk on file for the stories: a few answers, people and two members of staff."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from argon2 import PasswordHasher

from frontdesk.app import Desk
from frontdesk.domain.articles import Article
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person, PersonKind
from frontdesk.domain.site import Site
from frontdesk.domain.staff import Particle, PinRecord, Role, Staff

PIN = "258036"
ORN = Staff("staff-orn", "onanong", "อรอนงค์ พรหมดี", "อร", "Onanong")
CHAI = Staff("staff-chai", "somchai", "สมชาย ใจมั่น", "ชาย", "Somchai", Role.SUPERVISOR, particle=Particle.KHRAP)

LOST_CARD, VISITING, PARKING, GOLD_CARD = "MRD-01", "IPD-01", "SEC-01", "UC-02"
SUDA, PRANOM, MANOP = "P-0001", "P-0002", "P-0003"
SUDAS_NUMBER, SHARED_NUMBER, NOBODYS_NUMBER = "081-234-5678", "02-999-1234", "089-111-2222"

_CARD = Article(
    "a-card", LOST_CARD, "บัตรประจำตัวผู้ป่วยหาย", "Lost patient card",
    "แจ้งชื่อกับวันเกิดที่ช่อง 3 ได้เลยค่ะ", "Please go to counter 3.",
    "1. แจ้งชื่อ\n2. รอ 10 นาที", "1. Say your name\n2. Wait ten minutes",
    keywords=("บัตรหาย", "ทำบัตรใหม่", "lost card"), category="เวชระเบียน", department="เวชระเบียน", owner="S-MRD-1",
    verified_on=date(2026, 11, 3), verified_by="S-MRD-1",
)  # fmt: skip
ARTICLES = (
    _CARD,
    replace(
        _CARD, id="a-visit", code=VISITING, title="เวลาเยี่ยมผู้ป่วย", title_en="Visiting hours", pinned=True,
        say="เยี่ยมได้ 11:00 ถึง 20:00 ทุกวันค่ะ", say_en="Every day from 11 to 8.", keywords=("เยี่ยมไข้",),
        category="ผู้ป่วยใน",
    ),
    replace(
        _CARD, id="a-park", code=PARKING, title="ที่จอดรถ", title_en="Parking",
        say="จอดที่อาคาร 4 ฟรี 3 ชั่วโมงค่ะ", say_en="Building 4, free for three hours.", keywords=("จอดรถ",),
        category="อาคาร",
    ),
    replace(
        _CARD, id="a-gold", code=GOLD_CARD, title="บัตรทองหาย", title_en="Gold card lost",
        say="ใช้บัตรประชาชนได้เลยค่ะ", say_en="Your ID card is enough.", keywords=("สิทธิบัตรทอง",), category="สิทธิ",
    ),
)  # fmt: skip


def _person(code: str, given: str, family: str, *numbers: str, kind: PersonKind = PersonKind.CUSTOMER) -> Person:
    parsed = tuple(parse_number(number) for number in numbers)
    return Person(f"id-{code}", code, given, family, kind=kind, numbers=parsed)


PEOPLE = (
    _person(SUDA, "สุดา", "ใจดี", SUDAS_NUMBER),
    _person(PRANOM, "ประนอม", "แก้วใส", SHARED_NUMBER),
    _person(MANOP, "มานพ", "แสนดี", SHARED_NUMBER),
    _person("S-MRD-1", "วรรณา", "ศรีสุข", "1121", kind=PersonKind.STAFF),
)


def make_small_desk(folder: Path) -> None:
    """Fill a new folder, with its index, so that a desk opened on it is ready at once."""
    desk = Desk(folder)
    try:
        _fill(desk)
        desk.index.catch_up()
    finally:
        desk.close()


def _fill(desk: Desk) -> None:
    hasher = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)
    pin = PinRecord(hasher.hash(PIN), digits=len(PIN))
    with desk.storage.write() as repos:
        repos.site.save(Site("โรงพยาบาลธารบุรี", "Tharaburi Hospital", "สวัสดีค่ะ {name}รับสาย", "Hello, {name}."))
        for staff in (ORN, CHAI):
            repos.staff.save(staff)
            repos.staff.set_pin(staff.id, pin)
        repos.articles.save_many(ARTICLES, ORN.id)
        repos.people.save_many(PEOPLE, ORN.id)
