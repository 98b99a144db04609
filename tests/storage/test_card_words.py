"""People are found by what stands on their cards, and no longer by what stood there."""

from dataclasses import replace
from datetime import date, time

import pytest

from frontdesk.domain.contacts import Channel
from frontdesk.domain.people import Leave, PartialDate, Person, QuickFact
from frontdesk.storage.database import Database

SUDA = Person(
    "1", "P-1", "สุดา", note="พูดช้า ๆ และทวนวันเวลานัด", room="อาคาร 2 ชั้น 5",
    facts=(QuickFact("เครื่องดื่ม", "ชาร้อน ไม่หวาน", "ใบลงทะเบียน"), QuickFact("Family", "Two sons")),
    birthday=PartialDate(1, 16),
)  # fmt: skip
ANNA = Person("2", "P-2", "Anna", note="Speaks German", status="ประชุมถึง 15:00", hours="จ-ศ 08:30-16:30",
              lunch="12:15-13:15", deputy="S-77",
              channel=Channel.LINE, not_before=time(17, 0), last_purchase=date(2026, 11, 3),
              leave=(Leave(date(2026, 12, 1), date(2026, 12, 3), "ลาพักร้อน"),))  # fmt: skip
PLAIN = Person("3", "P-3", "มานี")


@pytest.mark.parametrize(
    ("words", "found"),
    [
        (["ทวนวัน"], ["1"]),
        (["ชาร้อน"], ["1"]),
        (["TWO", "sons"], ["1"]),
        (["อาคาร", "2"], ["1"]),
        (["german"], ["2"]),
        (["ประชุม"], ["2"]),
        (["ลงทะเบียน"], ["1"]),
        (["16", "ม.ค."], ["1"]),
        (["16", "jan"], ["1"]),
        (["17", "ม.ค."], []),
        (["08:30"], ["2"]),
        (["12:15"], ["2"]),
        (["s-77"], ["2"]),
        (["พักร้อน"], ["2"]),
        (["สะดวกทาง", "ไลน์"], ["2"]),
        (["prefers", "line"], ["2"]),
        (["หลัง", "17:00"], ["2"]),
        (["3", "พ.ย."], ["2"]),
        (["3", "nov"], ["2"]),
        (["ชาเย็น"], []),
        (["ชา"], []),
        (['"', "german"], []),
        (["german\0"], ["2"]),
        (["มานี"], []),
        ([], []),
    ],
)
def test_words_of_a_card(database: Database, words: list[str], found: list[str]) -> None:
    with database.write() as repos:
        repos.people.save_many([SUDA, ANNA, PLAIN], "x")
    with database.read() as repos:
        assert repos.people.ids_by_card_words(words, 9) == found


def test_words_follow_the_card(database: Database) -> None:
    with database.write() as repos:
        repos.people.save_many([SUDA, ANNA], "x")
    with database.write() as repos:
        repos.people.save(replace(SUDA, note="หูตึง"), "x")
        repos.people.save(replace(ANNA, archived=True), "x")
    with database.read() as repos:
        assert [repos.people.ids_by_card_words([word], 9) for word in ("ทวนวัน", "หูตึง", "german")] == [[], ["1"], []]
        assert repos.people.get("1") == replace(SUDA, note="หูตึง")


def test_what_is_told_of_purchases_facts_and_leave(database: Database) -> None:
    fact = QuickFact("สี", "เขียว", "เล่าเอง", date(2026, 10, 3), True)
    leave = Leave(date(2026, 12, 1), date(2026, 12, 3))
    with database.write() as repos:
        repos.people.save(Person("4", "P-4", "ปิติ", purchases=1200, facts=(fact,), leave=(leave,)), "x")
    texts = (["ซื้อ 1200 ครั้ง"], ["1,200", "purchases"], ["3", "ต.ค.", "2569"], ["agreed"], ["3", "dec"], ["ซื้อ 200 ครั้ง"])
    with database.read() as repos:
        assert [repos.people.ids_by_card_words(words, 9) for words in texts] == [["4"]] * 5 + [[]]
