"""Finding a name to sign in by."""

import pytest

from frontdesk.domain.staff import Staff
from frontdesk.services.sign_in_board import StaffEntry
from frontdesk.ui.pages.sign_in.staff_filter import matching

ENTRIES = tuple(
    StaffEntry(staff)
    for staff in (
        Staff("1", "wanna", "วรรณา สุขเกษม", "วรรณ", "Wanna"),
        Staff("2", "somchai", "นายสมชาย ใจมั่น", "ชาย", "Somchai"),
        Staff("3", "somporn", "สมพร คงทน", "พร", "Somporn"),
        Staff("4", "d1", "ดร.อรอนงค์ พรหมดี", "อร", "Onanong Phromdee"),
    )
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", "1234"),
        ("   ", "1234"),
        ("สม", "23"),
        ("สมชาย", "2"),
        ("ชาย", "2"),
        ("พร", "34"),
        ("พรหม", "4"),
        ("som", "23"),
        ("SOMP", "3"),
        ("Phrom", "4"),
        ("l,=kp", "2"),  # สมชาย with the English keyboard on
        ("หนทยนพื", "3"),  # somporn with the Thai keyboard on
        ("d1", "4"),
        ("xyz", ""),
    ],
)
def test_letters_find_names(typed: str, found: str) -> None:
    assert "".join(sorted(entry.staff.id for entry in matching(ENTRIES, typed))) == found


def test_names_that_begin_so_come_first() -> None:
    assert [entry.staff.id for entry in matching(ENTRIES, "ชา")] == ["2"]
    assert next(entry.staff.id for entry in matching(ENTRIES, "อ")) == "4"
