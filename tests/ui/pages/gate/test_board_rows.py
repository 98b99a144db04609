"""What the columns say, in both languages, as of a moment."""

from dataclasses import replace
from datetime import timedelta

import pytest

from frontdesk.domain.gate_board import GateBoard, OpenCard
from frontdesk.domain.languages import Language
from frontdesk.domain.visits import CardKind, HeldCard, Visit, VisitState
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.board_rows import CardRow, ColumnKind, columns

from ...desk.conftest import NOW
from .conftest import expected

INSIDE = replace(
    expected("สมศรี บุญมา", 0, place="ตึก 5"),
    id="v",
    state=VisitState.GATE,
    arrived_at=NOW - timedelta(minutes=6),
    due=None,
)
CARD = HeldCard("c", "v", "14", CardKind.NATIONAL_ID, taken_at=NOW - timedelta(hours=18))


def said(kit: Kit, board: GateBoard, kind: ColumnKind) -> list[str]:
    return [row.spoken for row in columns(board, kit.words)[kind].rows]


@pytest.mark.parametrize(
    ("visit", "thai", "english"),
    [
        (expected("ก", 18, plate="กก 1234 กทม", place="ตึก 5"), "ก, กก 1234 · ตึก 5, 11:00", "ก, กก 1234 · ตึก 5, 11:00"),
        (expected("ก", 18, host="วรรณา", party=3), "ก, วรรณา · 3 คน, 11:00", "ก, วรรณา · 3 people, 11:00"),
        (expected("ก", -25), "ก, 10:17, สาย 25 นาที", "ก, 10:17, 25 min late"),
        (expected("ก", -125), "ก, 08:37, สาย 2 ชม.", "ก, 08:37, 2 h late"),
        (expected("ก", -12), "ก, 10:30", "ก, 10:30"),
        (replace(expected("ก", 0), due=None), "ก", "ก"),
    ],
)  # fmt: skip
def test_who_is_expected(kit: Kit, visit: Visit, thai: str, english: str) -> None:
    board = GateBoard(NOW, expected=(visit,), expected_count=1)
    assert said(kit, board, ColumnKind.EXPECTED) == [thai]
    kit.words.set_language(Language.EN)
    assert said(kit, board, ColumnKind.EXPECTED) == [english]


def test_who_is_inside_and_what_was_done_for_them(kit: Kit) -> None:
    told = replace(INSIDE, id="w", host_told_at=NOW)
    seen = replace(told, id="x", state=VisitState.RECEPTION)
    board = GateBoard(NOW, inside=(INSIDE, told, seen), inside_count=3, cards={"v": (CARD,)})
    assert said(kit, board, ColumnKind.INSIDE) == [
        "สมศรี บุญมา, ตึก 5 · บัตรช่อง 14, 10:36",
        "สมศรี บุญมา, ตึก 5, 10:36, แจ้งผู้รับแล้ว",
        "สมศรี บุญมา, ตึก 5, 10:36, ถึงประชาสัมพันธ์",
    ]


@pytest.mark.parametrize(
    ("minutes", "over"), [(0, "+1 นาที"), (35, "+35 นาที"), (60, "+1 ชม."), (119, "+1 ชม."), (3000, "+2 วัน")]
)
def test_who_has_stayed_too_long(kit: Kit, minutes: int, over: str) -> None:
    late = replace(INSIDE, until=NOW - timedelta(minutes=minutes))
    board = GateBoard(NOW, overdue=(late,), overdue_count=1)
    assert said(kit, board, ColumnKind.OVERDUE) == [f"สมศรี บุญมา, ตึก 5, {over}"]


def test_cards_that_were_not_returned_stand_below_the_overdue(kit: Kit) -> None:
    owner = replace(INSIDE, state=VisitState.LEFT)
    board = GateBoard(NOW, open_cards=(OpenCard(CARD, owner),))
    shown = columns(board, kit.words)[ColumnKind.OVERDUE]
    assert (shown.count, shown.unread) == (0, 0)
    assert isinstance(shown.rows[0], CardRow)
    assert shown.rows[0].spoken == "บัตรยังไม่คืน 1, ช่อง 14 · เมื่อวาน 16:42"


def test_the_day_stands_below_the_time_of_who_came_before_midnight(kit: Kit) -> None:
    stays = replace(INSIDE, arrived_at=NOW - timedelta(hours=20), host_told_at=NOW)
    board = GateBoard(NOW, inside=(stays,), inside_count=1)
    (row,) = columns(board, kit.words)[ColumnKind.INSIDE].rows
    assert row.spoken == "สมศรี บุญมา, ตึก 5, 14:42, เมื่อวาน · แจ้งผู้รับแล้ว"


def test_counts_are_whole_where_not_all_are_listed(kit: Kit) -> None:
    board = GateBoard(NOW, inside=(INSIDE,), inside_count=4_000)
    shown = columns(board, kit.words)[ColumnKind.INSIDE]
    assert (shown.count, shown.unread) == (4_000, 3_999)


def test_plates_and_numbers_are_cut_where_strangers_read(kit: Kit) -> None:
    kit.words.set_discreet(True)
    board = GateBoard(NOW, expected=(expected("ก", 18, plate="1กก 1234 กทม", number="081-234-5678"),), expected_count=1)
    assert said(kit, board, ColumnKind.EXPECTED) == ["ก, 1กก xx34, 11:00"]
