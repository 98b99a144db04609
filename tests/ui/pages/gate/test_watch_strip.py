"""The watch list at the gate: the guard decides with one key, and strangers read nothing of it."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Staff
from frontdesk.domain.watch_list import Advice, Decision, How, WatchDecision, Watched, WatchHit, WatchKind
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.watch_strip import WatchStrip
from frontdesk.ui.widgets.labels import Painted
from tests.ui.keys import press, type_text

ADDED = datetime(2026, 11, 3, 3, tzinfo=UTC)
PERSON = Watched(
    "w-1", WatchKind.PERSON, ("สมชาย ใจดี", "ชัย ใจดี"), "", "ขู่พนักงาน", Advice.CALL_SUPERVISOR, "s-1", ADDED,
    date(2027, 1, 31),
)  # fmt: skip
CAR = replace(PERSON, id="w-2", kind=WatchKind.PLATE, names=(), plate="1กก 1234 กทม", reason="ชนแล้วหนี")
ORN = Staff("s-1", "onanong", "อรอนงค์ พรหมดี", name_en="Onanong")
NAMED = WatchHit(PERSON, 0.93, How.SOUND, "ชัย ใจดี", adder=ORN)
DRIVEN = WatchHit(CAR, 0.95, How.SAME_PLATE, adder=ORN)
WEAK = WatchHit(replace(PERSON, id="w-3", names=("ชัย",)), 0.5, How.ONE_WORD, "ชัย", weak=True)
CTRL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key


@pytest.fixture
def strip(kit: Kit, open_page: Callable[[QWidget], None]) -> Iterator[WatchStrip]:
    page = QWidget()
    made = WatchStrip(kit, page)
    made.grace_ms = made.settle_ms = 0
    page.setFocusProxy(made)
    made.show_hits([NAMED])
    open_page(page)
    made.resize(page.width(), made.sizeHint().height())
    yield made


def heard(strip: WatchStrip) -> list[tuple[object, ...]]:
    told: list[tuple[object, ...]] = []
    strip.decided.connect(lambda *parts: told.append(parts))
    return told


def seen(strip: WatchStrip) -> str:
    """Return all that can be read on the strip, or heard of it, or pointed at."""
    labels = [label.accessibleName() for label in strip.findChildren(Painted) if label.isVisible()]
    buttons = [button.text() for button in strip.buttons]
    plain = [label.text() for label in strip.findChildren(QLabel)]
    tips = [widget.toolTip() for widget in strip.findChildren(QWidget)]
    return " ".join((*strip.face.lines(), *labels, *buttons, *plain, *tips, strip.accessibleName()))


def test_says_who_how_like_why_and_what_to_do(strip: WatchStrip) -> None:
    assert strip.face.lines() == (
        "สมชาย ใจดี", "เหมือนมาก 93%", "ออกเสียงเหมือนกัน", "เหตุผล: ขู่พนักงาน", "แจ้งหัวหน้างานก่อน",
        "ในบัญชี: ชัย ใจดี · เพิ่มโดย อรอนงค์ 3 พ.ย. 2569 · ถึง 31 ม.ค. 2570",
    )  # fmt: skip
    assert "ขู่พนักงาน" in strip.accessibleName()


def test_speaks_english(strip: WatchStrip, kit: Kit) -> None:
    kit.words.set_language(Language.EN)
    assert strip.face.lines()[1:3] == ("Very alike 93%", "sounds the same")
    assert strip.face.lines()[5] == "Listed: ชัย ใจดี · added by Onanong on 3 Nov 2026 · until 31 Jan 2027"
    assert [button.text() for button in strip.buttons] == ["Not the same", "Supervisor called", "Refused", "Let in"]


@pytest.mark.parametrize(
    ("key", "letter", "decision"),
    [
        (K.Key_1, "ๅ", Decision.NOT_THE_SAME),
        (K.Key_2, "/", Decision.CALLED_SUPERVISOR),
        (K.Key_3, "-", Decision.REFUSED),
        (K.Key_4, "ภ", Decision.LET_IN),
    ],
)
@pytest.mark.parametrize("thai", [False, True])
def test_one_key_decides_in_either_layout(
    strip: WatchStrip, qtbot: QtBot, key: Qt.Key, letter: str, decision: Decision, thai: bool
) -> None:
    told = heard(strip)
    strip.take_keys()
    with qtbot.waitSignal(strip.finished):
        type_text(letter) if thai else press(key)
    assert told == [(NAMED, decision, "")]
    assert not strip.isVisible()


def test_digits_meant_for_the_box_decide_nothing(strip: WatchStrip, qtbot: QtBot) -> None:
    told = heard(strip)
    strip.grace_ms = 60_000
    strip.take_keys()
    type_text("081234")
    assert told == []
    strip.grace_ms = 0
    press(K.Key_1)
    assert len(told) == 1


def test_who_types_on_decides_nothing_however_long(strip: WatchStrip, qtbot: QtBot) -> None:
    told = heard(strip)
    strip.grace_ms = 400
    strip.take_keys()
    for letter in "1กก 1234 กทม":
        qtbot.wait(100)
        type_text(letter)
    assert told == []


@pytest.mark.parametrize("typed", ["1กก 1234", "3k2mnpq4rs2tuv3w", "2\r", "44"])
def test_a_plate_or_a_scan_that_begins_with_a_number_of_the_strip_decides_nothing(
    strip: WatchStrip, qtbot: QtBot, typed: str
) -> None:
    told = heard(strip)
    strip.settle_ms = 200
    strip.take_keys()
    type_text(typed)
    qtbot.wait(3 * strip.settle_ms)
    assert told == []
    press(K.Key_3)
    qtbot.waitUntil(lambda: bool(told))
    assert told == [(NAMED, Decision.REFUSED, "")]


def test_a_number_that_waits_is_forgotten_with_its_hits(strip: WatchStrip, qtbot: QtBot) -> None:
    told = heard(strip)
    strip.settle_ms = 100
    strip.take_keys()
    press(K.Key_1)
    strip.clear()
    strip.show_hits([DRIVEN])
    qtbot.wait(3 * strip.settle_ms)
    assert told == []


def test_showing_hits_takes_no_focus(strip: WatchStrip, kit: Kit, qtbot: QtBot) -> None:
    strip.note.setFocus()
    strip.show_hits([NAMED, DRIVEN])
    assert strip.note.hasFocus()


def test_several_are_decided_one_after_the_other(strip: WatchStrip, qtbot: QtBot) -> None:
    told, done = heard(strip), list[bool]()
    strip.finished.connect(lambda: done.append(True))
    strip.show_hits([NAMED, DRIVEN])
    strip.take_keys()
    press(K.Key_1)
    assert (strip.hit, done) == (DRIVEN, [])
    assert strip.face.lines()[0] == "1กก 1234 กรุงเทพมหานคร"
    press(K.Key_3)
    assert [parts[:2] for parts in told] == [(NAMED, Decision.NOT_THE_SAME), (DRIVEN, Decision.REFUSED)]
    assert done == [True]


def test_what_was_decided_stays_decided_until_another_arrives(strip: WatchStrip) -> None:
    strip.decide(Decision.LET_IN)
    strip.show_hits([NAMED])
    assert not strip.isVisible()
    strip.clear()
    strip.show_hits([NAMED])
    assert strip.isVisible()


def test_a_note_goes_along_and_its_digits_decide_nothing(strip: WatchStrip, qtbot: QtBot) -> None:
    told = heard(strip)
    strip.note.setFocus()
    type_text("ตึก 2 ชั้น 4")
    assert told == []
    press(K.Key_Return)
    assert strip.hasFocus()
    press(K.Key_2)
    assert told == [(NAMED, Decision.CALLED_SUPERVISOR, "ตึก 2 ชั้น 4")]
    assert strip.note.text() == ""


def test_escape_leaves_it_undecided(strip: WatchStrip, qtbot: QtBot) -> None:
    told = heard(strip)
    strip.take_keys()
    with qtbot.waitSignal(strip.left):
        press(K.Key_Escape)
    assert (told, strip.hit) == ([], NAMED)


def test_enter_decides_nothing(strip: WatchStrip) -> None:
    told = heard(strip)
    strip.take_keys()
    press(K.Key_Return, K.Key_Enter, K.Key_Space, K.Key_5, K.Key_0)
    assert told == []


def test_weak_hits_are_one_line_and_open_with_enter(strip: WatchStrip) -> None:
    strip.show_hits([WEAK])
    assert (strip.hit, strip.face.isVisible()) == (None, False)
    assert strip.small.text() == "เฝ้าระวัง ตรงบางส่วน: ชัย 50% (ตรงกันคำเดียว)"
    strip.take_keys()
    press(K.Key_1)
    assert strip.hit is None
    press(K.Key_Return)
    assert strip.hit == WEAK


def test_who_was_cleared_before_is_small_with_the_day(strip: WatchStrip) -> None:
    earlier = WatchDecision("d", "w-1", datetime(2026, 11, 19, 3, tzinfo=UTC), "s-1", Decision.NOT_THE_SAME, 93)
    strip.show_hits([replace(NAMED, earlier=earlier)])
    assert strip.small.text() == "เฝ้าระวัง ตรงบางส่วน: ชัย ใจดี 93% (เคยตรวจแล้วว่าคนละคน 19 พ.ย. 2569)"
    assert strip.hit is None


def test_no_hits_no_strip(strip: WatchStrip) -> None:
    strip.show_hits([])
    assert not strip.isVisible()


SECRETS = ("สมชาย", "ชัย", "ขู่", "93", "เฝ้าระวัง", "หัวหน้า", "ไม่ให้เข้า", "คนละคน", "บัญชี")


def test_strangers_read_nothing_until_the_key_is_held(strip: WatchStrip, kit: Kit, qtbot: QtBot) -> None:
    kit.words.set_discreet(True)
    strip.show_hits([NAMED, WEAK])
    assert not [secret for secret in SECRETS if secret in seen(strip)]
    looked: list[str] = []
    strip.looked.connect(looked.append)
    strip.take_keys()
    QTest.keyPress(strip, K.Key_R, CTRL)
    assert "ขู่พนักงาน" in seen(strip)
    assert looked == ["w-1"]
    QTest.keyRelease(strip, K.Key_R, CTRL)
    assert not [secret for secret in SECRETS if secret in seen(strip)]


def test_strangers_see_no_danger_colour(strip: WatchStrip, kit: Kit) -> None:
    kit.words.set_discreet(True)
    picture = strip.grab().toImage()
    danger = {kit.theme.color(role).rgb() for role in ("danger", "danger_soft")}
    colours = {picture.pixel(x, y) for x in range(0, picture.width(), 3) for y in range(picture.height())}
    assert not danger & colours
    kit.words.set_discreet(False)
    picture = strip.grab().toImage()
    assert kit.theme.color("danger").rgb() in {picture.pixel(4, y) for y in range(picture.height())}


def test_nothing_is_decided_unread(strip: WatchStrip, kit: Kit) -> None:
    told = heard(strip)
    kit.words.set_discreet(True)
    strip.take_keys()
    press(K.Key_4)
    assert (told, strip.small.text()) == ([], "กด Ctrl+R ค้างไว้เพื่ออ่านก่อนตัดสินใจ")
    QTest.keyPress(strip, K.Key_R, CTRL)
    QTest.keyRelease(strip, K.Key_R, CTRL)
    press(K.Key_4)
    assert told == [(NAMED, Decision.LET_IN, "")]


@pytest.mark.parametrize("theme", ["light", "dark", "high_contrast"])
def test_alarm_has_sign_and_word_in_every_theme(strip: WatchStrip, kit: Kit, theme: str) -> None:
    kit.theme.set_theme(theme)
    picture = strip.grab().toImage()
    assert kit.theme.color("danger").rgb() in {picture.pixel(4, y) for y in range(picture.height())}
    assert strip.accessibleName().startswith("อาจเป็นคนหรือรถที่เฝ้าระวัง")


def test_a_long_reason_is_read_whole(strip: WatchStrip) -> None:
    low = strip.face.heightForWidth(900)
    strip.show_hits([replace(NAMED, watched=replace(PERSON, reason="ขู่พนักงานที่หน้าประตู " * 7))])
    assert strip.face.heightForWidth(900) > low
