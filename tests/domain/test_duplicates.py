from dataclasses import replace

import pytest

from frontdesk.domain.duplicates import Sign, compare, same_given_name
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Handle, HandleKind, PartialDate, Person

SUDA = Person(
    "a", "P-1", "สุดา", "ใจดี", nickname="ดา", romanised="Suda Jaidee", organisation="ธารบุรี", line="suda.j",
    birthday=PartialDate(1, 16, 1983), numbers=(parse_number("081-234-5678"), parse_number("02-123-4567 ต่อ 25")),
    plate="1กก 1234 กรุงเทพมหานคร", email="suda@example.org",
)  # fmt: skip
BARE = Person("b", "P-2", "")
N, S = ("081 234 5678",), Sign


def other(given: str = "", family: str = "", numbers: tuple[str, ...] = (), **more: object) -> Person:
    parsed = tuple(map(parse_number, numbers))
    return replace(BARE, given_name=given, family_name=family, numbers=parsed, **more)  # type: ignore[arg-type]


SAME: list[tuple[Person, list[Sign]]] = [
    (other("สุดา", "ใจดี", N), [S.NUMBER, S.NAME]),
    (other("ศุดา", "ใจดี", N), [S.NUMBER, S.ALMOST]),
    (other("สุดา", "แสนดี", N), [S.NUMBER, S.GIVEN]),
    (other("ดา", "", N), [S.NUMBER, S.GIVEN]),
    (other("Suda", "Jaidee", N), [S.NUMBER, S.NAME]),
    (other("", "", N), [S.NUMBER]),
    (other("ใจดี", "สุดา", birthday=PartialDate(1, 16)), [S.BIRTHDAY, S.NAME]),
    (other("ศุดา", "ใจดี", birthday=PartialDate(1, 16)), [S.BIRTHDAY, S.ALMOST]),
    (other("สุดา", "ใจดิ", birthday=PartialDate(1, 16)), [S.BIRTHDAY, S.SOUND]),
    (other("ศุดา", "ใจดี", organisation="ธารบุรี"), [S.ALMOST, S.ORGANISATION]),
    (other("สุดา", "ใจดี"), [S.NAME]),
    (other("ศุดา", "ใจดี"), [S.ALMOST]),
    (other("สุภา", "ใจดี"), [S.ALMOST]),
    (other("สดา", "ใจดี"), [S.ALMOST]),
    (other("สุดดา", "ใจดี"), [S.ALMOST]),
    (other("สุภา", "", line="@Suda.J", nickname="ดา"), [S.LINE, S.GIVEN]),
    (other("", "", email="SUDA@example.org"), [S.EMAIL]),
    (other("สุดา", "", plate="1 กก1234"), [S.PLATE, S.GIVEN]),
    (other("สุดา", "", handles=(Handle(HandleKind.PLATE, "1กก 1234"),)), [S.PLATE, S.GIVEN]),
    (other("มานพ", "แสนดี", code="p-1 "), [S.CODE]),
    (other("สุดา", "ใจดี", aliases=("สุดา แสนดี",)), [S.NAME]),
    (other("นภา", "ศรีสุข", handles=(Handle(HandleKind.CODE, "P-1"),)), [S.CODE]),
]


@pytest.mark.parametrize(("person", "reasons"), SAME)
def test_signs_of_one_person(person: Person, reasons: list[Sign]) -> None:
    found = compare(SUDA, person)
    assert found is not None
    assert (list(found.reasons), found.sharing, found.person) == (reasons, False, person)
    assert compare(person, SUDA) == replace(found, person=SUDA)


SHARING: list[tuple[Person, list[Sign]]] = [
    (other("มานพ", "ใจดี", N), [S.NUMBER]),
    (other("มานพ", "ใจดี", N, organisation="ธารบุรี"), [S.NUMBER]),
    (other("ประนอม", "", plate="1กก 1234", email="suda@example.org"), [S.EMAIL, S.PLATE]),
]


@pytest.mark.parametrize(("person", "reasons"), SHARING)
def test_families_only_share(person: Person, reasons: list[Sign]) -> None:
    found = compare(SUDA, person)
    assert found is not None
    assert (list(found.reasons), found.sharing) == (reasons, True)
    assert found.likeness < 0.2


@pytest.mark.parametrize(
    "person",
    [
        other("มานพ", "แสนดี"),
        other("สุดา", "แสนดี"),
        other("ศุดา", "แสนดี"),
        other("สุพี", "ใจดี"),
        other("มานพ", "แสนดี", birthday=PartialDate(1, 16, 1983), organisation="ธารบุรี"),
        other("สุดา", "ใจดี", birthday=PartialDate(2, 1)),
        other("มานพ", "", ("02-123-4567 ต่อ 26", "02-123-4567")),
        BARE,
    ],
)
def test_too_little_in_common(person: Person) -> None:
    assert compare(SUDA, person) is None


def test_more_in_common_is_likelier() -> None:
    weak, strong = compare(SUDA, other("สุดา", "ใจดี")), compare(SUDA, other("สุดา", "ใจดี", N))
    sure = compare(SUDA, other("สุดา", "ใจดี", N, birthday=PartialDate(1, 16)))
    wrong = compare(SUDA, other("สุดา", "ใจดี", N, birthday=PartialDate(9, 9)))
    assert weak and strong and sure and wrong
    assert wrong.likeness < weak.likeness < strong.likeness < sure.likeness < 1


NAMES = [("สุดา", "ศุดา", True), ("ทิพย์", "ทิพ", True), ("สมบัติ", "สมบัด", True), ("วรรณา", "วรรณภา", True),
         ("นก", "นิด", False), ("สุดา", "สุภา", False), ("Somchai", "Somchay", True), ("มานพ", "มานะ", False)]  # fmt: skip


@pytest.mark.parametrize(("one", "two", "same"), NAMES)
def test_given_names_spelt_or_said_alike(one: str, two: str, same: bool) -> None:
    assert same_given_name(one, two) is same
