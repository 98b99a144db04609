"""Cells that tell of a card, as people write them."""

from datetime import date, time
from typing import Any

import pytest

from frontdesk.domain.contacts import Channel
from frontdesk.domain.people import Leave, QuickFact
from frontdesk.services.card_cells import card_changes
from frontdesk.services.import_row import ImportRow

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("column", "text", "value"),
    [
        ("facts", "เครื่องดื่ม: ชาร้อน", (QuickFact("เครื่องดื่ม", "ชาร้อน"),)),
        ("facts", "drink: tea\n\nภาษา : จีน", (QuickFact("drink", "tea"), QuickFact("ภาษา", "จีน"))),
        ("facts", "สี: ฟ้า | เล่าเอง | 8 ม.ค. 2568 | ยินยอม",
         (QuickFact("สี", "ฟ้า", "เล่าเอง", date(2025, 1, 8), consent=True),)),
        ("facts", "", ()),
        ("channel", "ไลน์", Channel.LINE),
        ("channel", "Phone", Channel.PHONE),
        ("channel", "มาเอง", Channel.WALK_IN),
        ("channel", "", None),
        ("not_before", "17:00", time(17)),
        ("not_before", "หลัง 17.30 น.", time(17, 30)),
        ("not_before", "after 9", time(9)),
        ("purchases", "12", 12),
        ("purchases", "", 0),
        ("last_purchase", "3 ต.ค. 2569", date(2026, 10, 3)),
        ("leave", "1/12/2569 - 3/12/2569 ลาพักร้อน", (Leave(date(2026, 12, 1), date(2026, 12, 3), "ลาพักร้อน"),)),
        ("leave", "1 ธ.ค. 2569 ถึง 3 ธ.ค. 2569 ลา", (Leave(date(2026, 12, 1), date(2026, 12, 3), "ลา"),)),
        ("leave", "2026-12-01 to 2026-12-03", (Leave(date(2026, 12, 1), date(2026, 12, 3)),)),
        ("leave", "2026-12-01", (Leave(date(2026, 12, 1), date(2026, 12, 1)),)),
        ("room", "5/12", "5/12"),
    ],
)  # fmt: skip
def test_a_cell_is_read(column: str, text: str, value: Any) -> None:
    row = ImportRow(2, {column: text}, {})
    assert card_changes(row, TODAY) == {column: value}
    assert row.errors == []


@pytest.mark.parametrize(
    ("column", "text", "code"),
    [
        ("facts", "ชาร้อน", "bad_fact"),
        ("facts", ": ชาร้อน", "bad_fact"),
        ("facts", "สี: ฟ้า | a | 2025-01-01 | ยินยอม | อีก", "bad_fact"),
        ("channel", "นกพิราบ", "bad_channel"),
        ("not_before", "25:00", "bad_time"),
        ("not_before", "เย็น ๆ", "bad_time"),
        ("purchases", "many", "bad_count"),
        ("purchases", "-1", "bad_count"),
        ("last_purchase", "เมื่อก่อน", "date_unknown"),
        ("leave", "2026-12-03..2026-12-01", "bad_leave"),
    ],
)
def test_a_cell_that_cannot_be_read_is_told(column: str, text: str, code: str) -> None:
    row = ImportRow(2, {column: text}, {})
    card_changes(row, TODAY)
    assert [error.code for error in row.errors] == [code]
