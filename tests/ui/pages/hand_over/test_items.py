from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.domain.contacts import Channel
from frontdesk.domain.hand_over import HandItem, HandOver, ItemKind, Signature
from frontdesk.domain.languages import Language
from frontdesk.ui.kit import Kit, make_kit
from frontdesk.ui.pages.hand_over.items import HandRow, PastRow, rows_of
from frontdesk.ui.pages.picking.items import Heading

NOW = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
PROMISE = HandItem(
    ItemKind.PROMISE, "p", "โทรแจ้งคิว", "สุดา ใจดี", "081-xxx-5678", channel=Channel.PHONE, by="อร",
    since=NOW - timedelta(hours=1), due=NOW + timedelta(hours=2),
)  # fmt: skip
NOTICE = HandItem(ItemKind.NOTICE, "n", "ลิฟต์ 2 ปิดซ่อม", until=date(2026, 11, 22))


@pytest.fixture
def kit(qtbot: QtBot) -> Kit:
    return make_kit(Language.TH, "light")


def row(kit: Kit, item: HandItem, owner: str = "", done: bool = False) -> HandRow:
    return HandRow(item, 1, NOW, item.by, owner, kit.words, done)


def test_every_part_has_its_heading_and_rows_are_numbered(kit: Kit) -> None:
    rows = rows_of((PROMISE, replace(PROMISE, key="q"), NOTICE), NOW, str, lambda item: item.owner, kit.words)
    said = [one.text if isinstance(one, Heading) else one.key for one in rows]
    assert said == [
        "เรื่องที่ยังไม่จบ · ไม่มี", "รับปากไว้ที่ถึงกำหนด 2", "promise:p", "promise:q", "ข้อความที่ยังไม่ได้บอก · ไม่มี",
        "เรื่องแจ้งเวรหน้า 1", "notice:n",
    ]  # fmt: skip
    assert [one.number for one in rows if isinstance(one, HandRow)] == [1, 2, 1]


def test_a_row_is_read_out_in_full(kit: Kit) -> None:
    assert row(kit, PROMISE).spoken == (
        "1, โทรแจ้งคิว, สุดา ใจดี · 081-xxx-5678 · โทรศัพท์ · เริ่ม 20 พ.ย. 09:42 · ของอร, วันนี้ 12:42"
    )


@pytest.mark.parametrize(
    ("item", "said"),
    [
        (PROMISE, ["วันนี้ 12:42"]),
        (replace(PROMISE, due=NOW - timedelta(hours=3)), ["เกินกำหนด 3 ชม."]),
        (replace(PROMISE, due=None), ["ยังไม่ระบุเวลา"]),
        (replace(PROMISE, kind=ItemKind.DRAFT), ["ยังไม่จบ"]),
        (NOTICE, ["ถึง 22 พ.ย."]),
        (replace(NOTICE, until=NOW.date()), ["ถึงสิ้นวันนี้"]),
        (replace(NOTICE, until=NOW.date(), due=NOW + timedelta(hours=2)), ["ถึง 12:42"]),
        (replace(NOTICE, due=NOW + timedelta(days=2)), ["ถึง 22 พ.ย. 10:42"]),
        (replace(NOTICE, until=None), ["จนกว่าจะเอาออก"]),
    ],
)
def test_tags_say_by_when(kit: Kit, item: HandItem, said: list[str]) -> None:
    assert [tag.text for tag in row(kit, item).tags] == said


def test_an_owner_is_shown_and_what_was_settled_since_says_so(kit: Kit) -> None:
    assert [tag.text for tag in row(kit, PROMISE, "ชาย", done=True).tags] == ["เรียบร้อยแล้ว", "→ ชาย"]
    assert [tag.text for tag in row(kit, NOTICE, "ชาย").tags] == ["ถึง 22 พ.ย."]


def test_a_message_begins_with_whom_it_is_for(kit: Kit) -> None:
    message = replace(PROMISE, kind=ItemKind.MESSAGE, addressee="วรรณา", what="ขอให้โทรกลับ")
    assert row(kit, message).what == "ถึง วรรณา: ขอให้โทรกลับ"
    assert row(kit, replace(PROMISE, kind=ItemKind.CALL_BACK)).what == "โทรกลับ สายหลุด · โทรแจ้งคิว"
    assert row(kit, HandItem(ItemKind.DRAFT, "d")).what == "เรื่องที่เริ่มไว้"


def test_a_past_one_says_who_when_and_how_much(kit: Kit) -> None:
    made = HandOver("h", Signature("อร", NOW), NOW, (PROMISE, NOTICE))
    alone = PastRow(made, NOW, "อร", "", kit.words)
    assert (alone.what, alone.tags[0].text) == ("อร ส่งเวร ยังไม่มีผู้รับ", "ไม่มีผู้รับ")
    taken = PastRow(replace(made, taken=Signature("ชาย", NOW)), NOW, "อร", "ชาย", kit.words)
    assert (taken.what, taken.tags[0].text) == ("อร ส่งเวรให้ ชาย", "รับเวร 10:42")
    assert taken.meta == "ศ. 20 พ.ย. 2569 · 10:42 · รับปากไว้ที่ถึงกำหนด 1 · เรื่องแจ้งเวรหน้า 1"


def test_a_notice_says_who_has_not_read_it(kit: Kit) -> None:
    assert row(kit, replace(NOTICE, who="อรอนงค์ พรหมดี, สมชาย ใจมั่น")).meta == "ยังไม่อ่าน: อรอนงค์ พรหมดี, สมชาย ใจมั่น"
