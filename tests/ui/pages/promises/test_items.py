from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import process_time

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.domain.languages import Language
from frontdesk.domain.promises import Closing, Promise, PromiseKind
from frontdesk.ui.kit import Kit, make_kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.picking.items import Heading
from frontdesk.ui.pages.promises.due_list import DueListView
from frontdesk.ui.pages.promises.items import PromiseItem, closed_items, open_items
from frontdesk.ui.promise_words import due_tag, due_word, what_word

NOW = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
PROMISE = Promise("1", PromiseKind.PROMISE, NOW, "อร", "อร", "โทรแจ้งคิว 081-234-5678", person_name="สุดา ใจดี")
MANY, LONGEST_S = 10_000, 2.0


@pytest.fixture
def kit(qtbot: QtBot) -> Kit:
    return make_kit(Language.TH, "light")


def due(minutes: float) -> Promise:
    return replace(PROMISE, id=str(minutes), due_at=NOW + timedelta(minutes=minutes))


@pytest.mark.parametrize(
    ("promise", "thai", "english"),
    [
        (PROMISE, "ยังไม่ระบุเวลา", "No time yet"),
        (due(0), "ถึงเวลาแล้ว", "Due now"),
        (due(-42), "เกินกำหนด 42 นาที", "42 min overdue"),
        (due(-200), "เกินกำหนด 3 ชม.", "3 h overdue"),
        (due(-3000), "เกินกำหนด 2 วัน", "2 d overdue"),
        (due(258), "วันนี้ 15:00", "Today 15:00"),
        (due(24 * 60 + 258), "พรุ่งนี้ 15:00", "Tomorrow 15:00"),
        (due(4 * 24 * 60), "อ. 24 พ.ย. 10:42", "Tue 24 Nov 10:42"),
        (due(40 * 24 * 60), "30 ธ.ค. 2569 10:42", "30 Dec 2026 10:42"),
    ],
)
def test_by_when_in_words(kit: Kit, promise: Promise, thai: str, english: str) -> None:
    assert due_word(kit.words, promise, NOW) == thai
    kit.words.set_language(Language.EN)
    assert due_word(kit.words, promise, NOW) == english


def test_overdue_is_told_by_sign_and_word(kit: Kit) -> None:
    late, soon = due_tag(kit.words, due(-42), NOW), due_tag(kit.words, due(5), NOW)
    assert (late.icon, late.state, late.bold) == ("clock-alert", "overdue", True)
    assert (soon.icon, soon.state, soon.bold) == ("clock", "", False)


def test_numbers_in_what_was_promised_are_masked(kit: Kit) -> None:
    assert "234" not in what_word(kit.words, PROMISE)


def test_the_parts_stand_in_their_order(kit: Kit) -> None:
    items = open_items((due(-5), due(5), due(3000), PROMISE), NOW, str, kit.words)
    said = [item.text if isinstance(item, Heading) else item.key for item in items]
    assert said == ["เกินกำหนด 1", "-5", "วันนี้ 1", "5", "ยังไม่ระบุเวลา 1", "1", "วันถัดไป 1", "3000"]


def test_a_row_is_read_out_in_full(kit: Kit) -> None:
    message = replace(PROMISE, kind=PromiseKind.MESSAGE, for_name="ปราณี", what="ขอให้โทรกลับ")
    item = PromiseItem(message, NOW, "อรอนงค์", kit.words)
    assert item.spoken == "ถึง ปราณี: ขอให้โทรกลับ, สุดา ใจดี · รับเรื่อง 20 พ.ย. · อรอนงค์, ยังไม่ระบุเวลา"
    assert item.state is not None
    assert item.state.text == "ยังไม่ได้บอก"


def test_closed_ones_stand_by_day_with_how_they_ended(kit: Kit) -> None:
    kept = replace(due(5), closing=Closing.KEPT, closed_at=NOW)
    missed = replace(due(6), closing=Closing.NOT_REACHED, closed_at=NOW - timedelta(days=1))
    items = closed_items((kept, missed), NOW, str, kit.words)
    assert [item.text for item in items if isinstance(item, Heading)] == ["ศ. 20 พ.ย. 2569", "พฤ. 19 พ.ย. 2569"]
    assert [item.tag.text for item in items if isinstance(item, PromiseItem)] == ["ทำให้แล้ว", "ติดต่อไม่ได้"]


def test_ten_thousand_are_shown_at_once(kit: Kit, qtbot: QtBot) -> None:
    view = DueListView(kit, Brush(kit))
    qtbot.addWidget(view)
    view.resize(1200, 600)
    view.show()
    promises = [due(n - MANY / 2) for n in range(MANY)]
    before = process_time()
    view.show_items(open_items(promises, NOW, str, kit.words))
    view.grab()
    view.step(2 * MANY)
    view.grab()
    assert process_time() - before < LONGEST_S
    assert view.promise == promises[-1]
