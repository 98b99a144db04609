"""Who is inside, by place, in the order of a dictionary."""

from datetime import UTC, datetime

from frontdesk.domain.languages import Language
from frontdesk.services.gate_reports import EvacuationRoll, RollLine
from frontdesk.services.paper import Letterhead, Paper

AT = datetime(2026, 11, 20, 2, 0, tzinfo=UTC)


def roll(*rows: RollLine) -> EvacuationRoll:
    return EvacuationRoll(Paper(Language.TH, Letterhead("ที่นี่")), AT, rows)


def test_places_and_names_stand_in_dictionary_order_and_unknown_places_last() -> None:
    found = roll(
        RollLine("เกษม", place="โรงครัว"), RollLine("ไก่", place=""), RollLine("ขวัญ", place="คลินิก"),
        RollLine("กานดา", place="คลินิก"), RollLine("เก่ง", place="คลินิก"), RollLine("Ann", place="คลินิก"),
        RollLine("เปรม", place="Gate 2"),
    )  # fmt: skip
    assert [(place, [row.name for row in rows]) for place, rows in found.by_place()] == [
        ("Gate 2", ["เปรม"]), ("คลินิก", ["Ann", "กานดา", "เก่ง", "ขวัญ"]), ("โรงครัว", ["เกษม"]), ("", ["ไก่"]),
    ]  # fmt: skip


def test_parties_are_counted_by_the_head() -> None:
    found = roll(RollLine("ก", people=4), RollLine("ข", staff=True), RollLine("ค", people=2, staff=True))
    assert (found.people, found.staff) == (7, 3)
    assert (roll().people, roll().by_place()) == (0, [])
