from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.contacts import Channel
from frontdesk.domain.merging import Conflict, conflicts, joined, parted
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Handle, HandleKind, Leave, PartialDate, Person, PersonKind, QuickFact

ONE = Person("a", "P-1", "สุดา", "ใจดี")
CODE = Handle(HandleKind.CODE, "P-2")


def two(**fields: object) -> Person:
    """Return somebody of the same name with other values."""
    return replace(Person("b", "P-2", "สุดา", "ใจดี"), **fields)  # type: ignore[arg-type]


KEPT: list[tuple[dict[str, object], dict[str, object], dict[str, object]]] = [
    ({}, {"given_name": "ศุดา"}, {"aliases": ("ศุดา ใจดี",)}),
    ({}, {"family_name": "แสนดี", "nickname": "ดา"}, {"aliases": ("สุดา แสนดี",), "nickname": "ดา"}),
    ({"nickname": "ดา"}, {"nickname": "ดาว"}, {"aliases": ("ดาว",)}),
    ({"aliases": ("ดา",)}, {"aliases": ("ดา", "สุด")}, {"aliases": ("ดา", "สุด")}),
    ({"romanised": "Suda"}, {"romanised": "Sudah"}, {"aliases": ("Sudah",)}),
    ({"family_name": ""}, {}, {"family_name": "ใจดี"}),
    ({"email": "a@x.org"}, {"email": "b@x.org"}, {"handles": (Handle(HandleKind.EMAIL, "b@x.org"), CODE)}),
    ({"line": "suda"}, {"line": "@SUDA"}, {}),
    ({}, {"plate": "1กก 1"}, {"plate": "1กก 1"}),
    ({"note": "ก"}, {"note": "ข"}, {"note": "ก\nข"}),
    ({"note": "ก\nข"}, {"note": "ข"}, {"note": "ก\nข"}),
    ({"purchases": 2}, {"purchases": 3}, {"purchases": 5}),
    ({"last_purchase": date(2026, 1, 1)}, {"last_purchase": date(2026, 2, 1)}, {"last_purchase": date(2026, 2, 1)}),
    ({}, {"last_purchase": date(2026, 2, 1)}, {"last_purchase": date(2026, 2, 1)}),
    ({}, {"referred_by": "c"}, {"referred_by": "c"}),
    ({"referred_by": "b"}, {"referred_by": "a"}, {"referred_by": ""}),
    ({}, {"channel": Channel.LINE}, {"channel": Channel.LINE}),
]


@pytest.mark.parametrize(("own", "others", "kept"), KEPT)
def test_what_stays_of_two(own: dict[str, object], others: dict[str, object], kept: dict[str, object]) -> None:
    survivor = replace(ONE, **own)  # type: ignore[arg-type]
    expected = {"handles": (CODE,)} | kept
    assert joined(survivor, [two(**others)]) == replace(survivor, **expected)  # type: ignore[arg-type]


def test_numbers_facts_and_leave_are_kept_once() -> None:
    fact, leave = QuickFact("เครื่องดื่ม", "ชา"), Leave(date(2026, 1, 1), date(2026, 1, 2))
    number, again, other = (parse_number(text) for text in ("081-234-5678", "+66812345678", "ต่อ 25"))
    survivor = replace(ONE, numbers=(number,), facts=(fact,), leave=(leave,))
    others = two(numbers=(again, other), facts=(fact, QuickFact("เครื่องดื่ม", "กาแฟ")), leave=(leave,))
    whole = joined(survivor, [others])
    assert whole.numbers == (number, other)
    assert whole.facts == (fact, QuickFact("เครื่องดื่ม", "กาแฟ"))
    assert whole.leave == (leave,)


def test_what_cannot_all_stand_on_one_card() -> None:
    first = replace(ONE, organisation="ธารบุรี", birthday=PartialDate(1, 2))
    others = [two(organisation="เมืองธาร", birthday=PartialDate(1, 2)), two(kind=PersonKind.STAFF, room="5")]
    assert conflicts(first, others) == (
        Conflict("kind", PersonKind.CUSTOMER, (PersonKind.STAFF,)),
        Conflict("organisation", "ธารบุรี", ("เมืองธาร",)),
    )


texts = st.sampled_from(["", "สุดา", "ศุดา", "ดา", "Suda", "ใจดี"])
aliases = st.lists(texts.filter(bool), max_size=3, unique=True).map(tuple)
numbers = st.lists(st.sampled_from(["0812345678", "2500", "02-123-4567 ต่อ 2"]).map(parse_number), max_size=3)
facts = st.lists(st.builds(QuickFact, texts, texts), max_size=2, unique=True).map(tuple)
people = st.builds(
    Person, st.just("b"), st.just("P-2"), texts, texts, nickname=texts, romanised=texts, email=texts, line=texts,
    plate=texts, note=texts, organisation=texts, aliases=aliases, numbers=numbers.map(tuple), facts=facts,
)  # fmt: skip


@given(people, people)
def test_the_same_again_adds_nothing(one: Person, other: Person) -> None:
    whole = joined(replace(one, id="a", code="P-1"), [other])
    assert joined(whole, [replace(other, purchases=0)]) == whole


@given(people, people, people)
def test_parting_brings_back_what_was_and_keeps_what_came_since(one: Person, other: Person, later: Person) -> None:
    survivor = replace(one, id="a", code="P-1")
    after = joined(survivor, [other])
    assert parted(survivor, after, after) == survivor
    changed = replace(after, numbers=(*after.numbers, *later.numbers), room="5")
    back = parted(survivor, after, changed)
    assert back.room == "5"
    assert {*survivor.numbers} <= {*back.numbers}
    assert {*later.numbers} <= {*back.numbers, *other.numbers}
