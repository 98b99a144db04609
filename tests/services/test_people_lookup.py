"""Finding people by anything a caller may give."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.ids import new_id
from frontdesk.domain.keyboard_layout import to_english, to_thai
from frontdesk.domain.numbers import digits_of, parse_number
from frontdesk.domain.people import (
    Handle,
    HandleKind,
    MatchReason,
    NumberKind,
    Person,
    PersonKind,
    PhoneNumber,
    QuickFact,
)
from frontdesk.services.contact_log import ContactLog, Entry
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.storage.database import Database, open_database

from .conftest import StillClock


def _person(code: str, given: str, family: str = "", numbers: str = "", **rest: Any) -> Person:
    parsed = tuple(parse_number(number) for number in numbers.split("|") if number)
    return replace(Person(id=f"id-{code}", code=code, given_name=given, family_name=family, numbers=parsed), **rest)


PEOPLE = (
    _person(
        "P-1",
        "สุดา",
        "ใจดี",
        "081-234-5678",
        nickname="ดา",
        plate="1กก 1234 กรุงเทพมหานคร",
        line="@sudaa",
        handles=(Handle(HandleKind.PLATE, "2ขข 99 เชียงใหม่"), Handle(HandleKind.EMAIL, "da@example.org")),
    ),
    _person("P-2", "ประเสริฐ", "วงศ์สุวรรณ", "02-061-2365 ต่อ 7868|089 777 1234", romanised="Prasoet Wongsuwan"),
    _person("P-3", "ณัฐพงษ์", "แก้วมณี", "053-123-456", organisation="บริษัท กรุงทองการค้า จำกัด"),
    _person("P-4", "สมชาย", "ศรีสุข", "0899998888", email="somchai.s@example.com"),
    _person("P-5", "สมศรี", "ศรีสุข", "0899998888"),
    _person("P-6", "กมล", "ณ อยุธยา", aliases=("กมลวรรณ ทองดี",)),
    _person("P-7", "John", "O'Brien", "+1 415 555 2671"),
    _person("P-8", "สมชาย", "รุ่งเรือง", note="ใช้รถเข็น", facts=(QuickFact("Drink", "เก๊กฮวยเย็น"),)),
    _person("OPD", "ผู้ป่วยนอก", "", "2500|02-123-4567 ต่อ 2510", kind=PersonKind.DEPARTMENT),
)


def _filled(storage: Database) -> PeopleLookup:
    with storage.write() as repos:
        for person in PEOPLE:
            repos.people.save(person, "test")
    return PeopleLookup(storage)


@pytest.fixture(scope="module")
def still(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PeopleLookup]:
    """Look up people who do not change."""
    folder = tmp_path_factory.mktemp("desk")
    database = open_database(folder / "frontdesk.db", folder / "backups")
    yield _filled(database)
    database.close()


@pytest.fixture
def lookup(storage: Database) -> PeopleLookup:
    """Look up people whom the test changes."""
    return _filled(storage)


def _first(lookup: PeopleLookup, text: str) -> tuple[str, MatchReason, bool] | None:
    people = lookup.find(text).people
    return (people[0].person.code, people[0].reason, people[0].guess) if people else None


@pytest.mark.parametrize(
    ("text", "code", "reason"),
    [
        ("0812345678", "P-1", MatchReason.NUMBER),
        ("+66 81 234 5678", "P-1", MatchReason.NUMBER),
        ("๐๘๑-๒๓๔-๕๖๗๘", "P-1", MatchReason.NUMBER),
        ("โทร. 081-2345678", "P-1", MatchReason.NUMBER),
        ("081-234-5678 คุณสุดา", "P-1", MatchReason.NUMBER),
        ("08123", "P-1", MatchReason.NUMBER),
        ("+66 812", "P-1", MatchReason.NUMBER),
        ("5678", "P-1", MatchReason.NUMBER_END),
        ("345678", "P-1", MatchReason.NUMBER_END),
        ("8123", "P-1", MatchReason.NUMBER_INSIDE),
        ("02-061-2365 ต่อ 7868", "P-2", MatchReason.NUMBER),
        ("02-061-2365ต่อ7868", "P-2", MatchReason.NUMBER),
        ("020612365", "P-2", MatchReason.NUMBER),
        ("0897771234", "P-2", MatchReason.NUMBER),
        ("001 1 415 555 2671", "P-7", MatchReason.NUMBER),
        ("2500", "OPD", MatchReason.EXTENSION),
        ("ต่อ 2510", "OPD", MatchReason.EXTENSION),
        ("P-1", "P-1", MatchReason.CODE),
        ("opd", "OPD", MatchReason.CODE),
        ("1กก1234", "P-1", MatchReason.PLATE),
        ("1กก 1234 กทม", "P-1", MatchReason.PLATE),
        ("2ขข99", "P-1", MatchReason.PLATE),
        ("1234 กก 1", "P-1", MatchReason.PLATE),
        ("กทม 1กก 1234", "P-1", MatchReason.PLATE),
        ("กก1234", "P-1", MatchReason.PLATE),
        ("ขข ๙๙ เชียงใหม่", "P-1", MatchReason.PLATE),
        ("da@example.org", "P-1", MatchReason.EMAIL),
        ("เก๊กฮวย", "P-8", MatchReason.ON_CARD),
        ("drink", "P-8", MatchReason.ON_CARD),
        ("รถเข็น", "P-8", MatchReason.ON_CARD),
        ("sudaa", "P-1", MatchReason.LINE),
        ("@SUDAA", "P-1", MatchReason.LINE),
        ("somchai.s@example.com", "P-4", MatchReason.EMAIL),
        ("สุดา ใจดี", "P-1", MatchReason.NAME),
        ("สุดาใจดี", "P-1", MatchReason.NAME),
        ("ใจดี สุดา", "P-1", MatchReason.NAME),
        ("คุณสุดา ใจดี", "P-1", MatchReason.NAME),
        ("น.ส.สุดา ใจดี", "P-1", MatchReason.NAME),
        ("สุด ใจ", "P-1", MatchReason.NAME),
        ("ใจดี", "P-1", MatchReason.NAME),
        ("กมล ณ อยุธยา", "P-6", MatchReason.NAME),
        ("ณ อยุธยา กมล", "P-6", MatchReason.NAME),
        ("กมลวรรณ", "P-6", MatchReason.NAME),
        ("john o'brien", "P-7", MatchReason.NAME),
        ("ดา", "P-1", MatchReason.NICKNAME),
        ("พี่ดา", "P-1", MatchReason.NICKNAME),
        ("สุดา ใจดี (ดา)", "P-1", MatchReason.NAME),
        ("ดา ใจดี", "P-1", MatchReason.NICKNAME),
        ("prasoet wongsuwan", "P-2", MatchReason.ROMANISED),
        ("Wongsuwan Prasoet", "P-2", MatchReason.ROMANISED),
        ("กรุงทอง", "P-3", MatchReason.ORGANISATION),
        ("บริษัท กรุงทองการค้า", "P-3", MatchReason.ORGANISATION),
        ("ผู้ป่วยนอก", "OPD", MatchReason.NAME),
    ],
)
def test_what_is_there_is_found_and_certain(still: PeopleLookup, text: str, code: str, reason: MatchReason) -> None:
    assert _first(still, text) == (code, reason, False)


@pytest.mark.parametrize(
    ("text", "code", "reason"),
    [
        ("สุดา ใจดั", "P-1", MatchReason.SPELLING),
        ("ประเสรฐ วงศ์สุวรรณ", "P-2", MatchReason.SPELLING),
        ("ประเสริด วงศ์สุวัน", "P-2", MatchReason.SOUND),
        ("ปรเะสริฐ วงส์สุวรรณ", "P-2", MatchReason.SPELLING),
        ("ประเสริฐวงสุวรรณ", "P-2", MatchReason.SOUND),
        ("ประเสริฐวงศ์สุพรรณ", "P-2", MatchReason.SPELLING),
        ("ประเสริฐ วงศ์ุวรรณ", "P-2", MatchReason.SPELLING),
        ("นัดพง แก้วมนี", "P-3", MatchReason.SOUND),
        ("ณัฐพงษ์ แกวมณี", "P-3", MatchReason.SOUND),
        ("natthapong kaewmanee", "P-3", MatchReason.ROMANISED),
        ("prasert wongsuwan", "P-2", MatchReason.ROMANISED),
        ("sriisook", "P-4", MatchReason.ROMANISED),
        (to_english("สุดา ใจดี"), "P-1", MatchReason.LAYOUT),
        (to_english("ณัฐพงษ์"), "P-3", MatchReason.LAYOUT),
        (to_thai("0812345678"), "P-1", MatchReason.LAYOUT),
        (to_thai("john"), "P-7", MatchReason.LAYOUT),
    ],
)
def test_what_is_nearly_there_is_found_as_a_guess(
    still: PeopleLookup, text: str, code: str, reason: MatchReason
) -> None:
    assert _first(still, text) == (code, reason, True)


@pytest.mark.parametrize("text", ["", "   ", "\u200b", "ฮฮฮฮฮฮฮฮ", "0000000000", "+", "'; DROP TABLE people; --", "%"])
def test_nobody_is_found_for_nonsense(still: PeopleLookup, text: str) -> None:
    assert still.find(text).people == ()


@pytest.mark.parametrize(
    "text", ["what are the visiting hours", "บัตรหายต้องทำอย่างไร", to_english("บัตรหาย"), "lost my card"]
)
def test_a_question_is_nobodys_name(still: PeopleLookup, text: str) -> None:
    assert still.find(text).people == ()


def test_several_people_on_one_number_are_guesses(still: PeopleLookup) -> None:
    found = still.find("089-999-8888").people
    assert [(match.person.code, match.guess) for match in found] == [("P-4", True), ("P-5", True)]


def test_another_extension_of_the_same_line_is_a_guess(still: PeopleLookup) -> None:
    assert _first(still, "02-061-2365 ต่อ 99") == ("P-2", MatchReason.NUMBER, True)


def test_of_two_alike_the_last_in_contact_comes_first(
    lookup: PeopleLookup, storage: Database, clock: StillClock
) -> None:
    assert [match.person.code for match in lookup.find("สมชาย").people] == ["P-8", "P-4"]
    entry = Entry(Channel.PHONE, Outcome.ANSWERED, person="P-4")
    ContactLog(storage, clock).enter(entry, "test")
    assert [match.person.code for match in lookup.find("สมชาย").people] == ["P-4", "P-8"]
    assert [match.person.code for match in lookup.find("089-999-8888").people] == ["P-4", "P-5"]


def test_the_exact_comes_before_the_beginning_and_that_before_the_guess(
    lookup: PeopleLookup, storage: Database
) -> None:
    with storage.write() as repos:
        for code, given in (("Q-1", "สมชายชาญ"), ("Q-2", "สมหาย"), ("Q-3", "เอก")):
            repos.people.save(_person(code, given, "สมชาย" if code == "Q-3" else "ดี"), "test")
    found = lookup.find("สมชาย").people
    assert [match.person.code for match in found] == ["P-8", "P-4", "Q-3", "Q-1", "Q-2"]
    assert [match.guess for match in found] == [False, False, False, False, True]


def test_a_new_name_is_known_at_once(lookup: PeopleLookup, storage: Database) -> None:
    assert _first(lookup, "ธีรพัทร พูลทรัพ") is None
    with storage.write() as repos:
        repos.people.save(_person("N-1", "ธีรภัทร์", "พูลทรัพย์"), "test")
    assert _first(lookup, "ธีรพัทร พูลทรัพ") == ("N-1", MatchReason.SOUND, True)


def test_archived_people_are_not_found(lookup: PeopleLookup, storage: Database) -> None:
    with storage.write() as repos:
        repos.people.save(replace(PEOPLE[0], archived=True), "test")
    assert _first(lookup, "081-234-5678") is None
    assert _first(lookup, "สุดา ใจดี") is None


def test_no_more_than_asked_for(still: PeopleLookup) -> None:
    assert len(still.find("ส", limit=2).people) == 2


def test_preparing_changes_nothing(lookup: PeopleLookup) -> None:
    before = lookup.find("natthapong kaewmanee").people
    lookup.prepare()
    assert lookup.find("natthapong kaewmanee").people == before


@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=200) | st.text(alphabet="สมชาย ใจดี0123+-ต่อ'%_l,=kp", max_size=30))
def test_any_text_is_answered(still: PeopleLookup, text: str) -> None:
    found = still.find(text)
    assert found.query == text
    assert len({match.person.id for match in found.people}) == len(found.people) <= 10


@pytest.mark.parametrize("text", ["123456", "๑๒๓๔๕๖", "12 34 56", "1234567"])
def test_whole_numbers_of_six_or_seven_digits_come_first(storage: Database, lookup: PeopleLookup, text: str) -> None:
    digits = digits_of(text)
    whole, longer = (
        Person(new_id(), f"N-{place}", "เลข", f"ที่{place}", numbers=(PhoneNumber(raw, NumberKind.OTHER, "", raw),))
        for place, raw in enumerate((digits, f"{digits}89"))
    )
    with storage.write() as repos:
        repos.people.save_many((longer, whole), "x")
    found = lookup.find(text).people
    assert (found[0].person.code, found[0].score) == ("N-0", 100)
    assert "N-1" in [one.person.code for one in found]


@pytest.mark.parametrize(
    ("text", "guessed"),
    [("สมชาย ใจร", False), ("สมชาย ใจรัก", False), ("สมชาย ใจลัก", True), ("สมชาย ดวง", True)],
)
def test_no_guesses_at_a_name_that_is_being_typed(
    storage: Database, lookup: PeopleLookup, text: str, guessed: bool
) -> None:
    names = (("สมชาย", "ใจรัก"), ("สมชาน", "ใจบ"), ("สมชาย", "ดวงดี"), ("สมชัย", "ดวง"))
    with storage.write() as repos:
        repos.people.save_many((Person(new_id(), f"G-{at}", *name) for at, name in enumerate(names)), "x")
    lookup.prepare()
    assert any(one.guess for one in lookup.find(text).people) is guessed
