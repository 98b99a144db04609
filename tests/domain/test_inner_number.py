"""Which number is dialled inside the house."""

import pytest

from frontdesk.domain.inner_number import inner_number, number_to_call
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person, PersonKind


@pytest.mark.parametrize(
    ("kind", "numbers", "inner", "called"),
    [
        (PersonKind.STAFF, ("1210",), "1210", "1210"),
        (PersonKind.STAFF, ("081-234-5678", "1210"), "1210", "1210"),
        (PersonKind.DEPARTMENT, ("1120", "056-000-120"), "1120", "1120"),
        (PersonKind.CUSTOMER, ("1120",), "", "1120"),
        (PersonKind.STAFF, ("๐๘๑-๒๓๔-๕๖๗๘",), "", "0812345678"),
        (PersonKind.STAFF, (), "", ""),
    ],
)
def test_the_inner_number_comes_first(kind: PersonKind, numbers: tuple[str, ...], inner: str, called: str) -> None:
    person = Person("p", "P", "ก", kind=kind, numbers=tuple(map(parse_number, numbers)))
    assert (inner_number(person), number_to_call(person)) == (inner, called)
