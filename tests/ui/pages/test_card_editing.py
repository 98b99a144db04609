"""Values of a card changed where they stand, with real keys."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import time, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.contacts import Channel
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Handle, HandleKind, Leave, PartialDate, Person, PersonKind, QuickFact
from frontdesk.domain.thai_dates import format_date
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.people.page import PeoplePage
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from tests.ui.keys import focused, press, type_text
from tests.ui.pages.conftest import ORN

CTRL, SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier
ENTER, ESC, DOWN, UP, TAB = Qt.Key.Key_Return, Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Tab
SUDA = Person(
    id="p-suda", code="P-0001", given_name="สุดา", family_name="ใจดี", nickname="ดา", note="พูดช้า ๆ",
    numbers=(parse_number("081-234-5678"),), facts=(QuickFact("เครื่องดื่ม", "ชาร้อน", "เล่าเอง"),),
)  # fmt: skip
WILAI = Person(id="p-wilai", code="P-0003", given_name="วิไล", family_name="ศรีสุข")


@pytest.fixture
def page(
    desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> PeoplePage:
    for person in (SUDA, WILAI):
        desk.people_book.save(person, ORN.id)
    made = PeoplePage(kit, desk.people, desk.people_book, desk.contact_log, tasks, watcher, desk)
    made.sign_in(ORN)
    open_page(made)
    made.open_person("p-suda")
    qtbot.waitUntil(lambda: made.card.person_id == "p-suda")
    return made


@pytest.fixture
def on_card(page: PeoplePage, qtbot: QtBot) -> PeoplePage:
    """The ring stands on the first value."""
    press(Qt.Key.Key_E, modifiers=CTRL)
    qtbot.waitUntil(page.editing.walker.hasFocus)
    return page


def walk_to(page: PeoplePage, key: str) -> None:
    for _ in range(60):
        if page.editing.key == key:
            return
        press(DOWN)
    raise AssertionError(f"{key} is not on the card")


def change(page: PeoplePage, qtbot: QtBot, key: str, text: str) -> Person:
    """Walk to a value and type another; return the person as stored."""
    walk_to(page, key)
    press(ENTER)
    type_text(text)
    with qtbot.waitSignal(page.editing.saved) as saved:
        press(ENTER)
    assert saved.args is not None
    stored = saved.args[0]
    assert isinstance(stored, Person)
    return stored


def stored(desk: Desk, person_id: str = "p-suda") -> Person:
    person = desk.people_book.get(person_id)
    assert person is not None
    return person


def to_be_saved(page: PeoplePage) -> bool:
    return page.unsaved


def test_the_ring_walks_over_every_value_and_back(on_card: PeoplePage) -> None:
    seen = [on_card.editing.key]
    for _ in range(60):
        press(DOWN)
        seen.append(on_card.editing.key)
    walked = list(dict.fromkeys(seen))
    assert walked[:4] == ["given_name", "family_name", "nickname", "kind"]
    assert {"note", "channel", "not_before", "number.0", "number.+", "fact.0", "fact.+", "birthday", "referred_by",
            "organisation", "email", "line", "plate", "code", "purchases"} <= set(walked)  # fmt: skip
    press(UP)
    assert on_card.editing.key == walked[-2]
    press(TAB)
    assert on_card.editing.key == walked[-1]


def test_the_ring_says_what_it_stands_on(on_card: PeoplePage) -> None:
    walk_to(on_card, "number.0")
    assert on_card.editing.walker.accessibleName() == "หมายเลข: 081-xxx-5678"


def test_a_value_is_changed_where_it_stands(on_card: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    change(on_card, qtbot, "nickname", "ดาว")
    assert stored(desk).nickname == "ดาว"
    qtbot.waitUntil(lambda: "ดาว" in on_card.card.name.accessibleName())
    assert on_card.editing.walker.hasFocus()
    assert on_card.editing.key == "nickname"
    assert [by for _, by, _ in desk.people_book.versions("p-suda")] == [ORN.id]


@pytest.mark.parametrize(
    ("key", "text", "field", "value"),
    [
        ("birthday", "12 เม.ย.", "birthday", PartialDate(4, 12)),
        ("kind", "คู่", "kind", PersonKind.PARTNER),
        ("channel", "LI", "channel", Channel.LINE),
        ("organisation", "ร้านดอกไม้", "organisation", "ร้านดอกไม้"),
        ("note", "ใหม่", "note", "ใหม่"),
    ],
)
def test_each_sort_of_value_is_typed(
    on_card: PeoplePage, desk: Desk, qtbot: QtBot, key: str, text: str, field: str, value: object
) -> None:
    change(on_card, qtbot, key, text)
    assert getattr(stored(desk), field) == value


def test_the_field_stands_where_the_value_stood(on_card: PeoplePage) -> None:
    walk_to(on_card, "number.0")
    ring = on_card.editing.walker.geometry()
    press(ENTER)
    field = on_card.editing.field.field
    assert field.hasFocus()
    at = field.mapTo(on_card.card.body, field.rect().center())
    assert ring.top() <= at.y() <= ring.bottom()


def test_what_is_wrong_is_said_under_the_field_and_nothing_is_lost(
    on_card: PeoplePage, desk: Desk, qtbot: QtBot
) -> None:
    walk_to(on_card, "birthday")
    press(ENTER)
    type_text("31 ก.พ.")
    press(ENTER)
    assert "31 ก.พ." in on_card.editing.field.wrong.text()
    assert on_card.editing.field.text == "31 ก.พ."
    assert on_card.editing.field.field.hasFocus()
    assert stored(desk).birthday is None
    press(ESC)
    assert on_card.editing.walker.hasFocus()


def test_escape_right_behind_enter_stores_and_leaves(on_card: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("ดาว")
    press(ENTER)
    press(ESC)
    qtbot.waitUntil(lambda: not on_card.editing.on)
    qtbot.waitUntil(on_card.pane.box.hasFocus)
    assert stored(desk).nickname == "ดาว"
    assert not on_card.unsaved


def test_escape_gives_back_what_was_there(on_card: PeoplePage, desk: Desk) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("แดง")
    press(ESC)
    assert on_card.editing.key == "nickname"
    press(ESC)
    assert on_card.pane.box.hasFocus()
    assert not on_card.editing.on
    assert stored(desk).nickname == "ดา"
    assert not on_card.unsaved


def test_a_fact_is_added_with_a_suggested_name(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_I, modifiers=CTRL)
    qtbot.waitUntil(page.editing.facts.fields["name"].hasFocus)
    press(DOWN, DOWN, ENTER)
    type_text("ฟ้าอ่อน")
    press(TAB, DOWN, TAB, Qt.Key.Key_Right)
    with qtbot.waitSignal(page.editing.saved):
        press(ENTER)
    fact = stored(desk).facts[1]
    assert fact == QuickFact("สีที่ชอบ", "ฟ้าอ่อน", "เล่าเอง", desk.people_book.today(), consent=True)
    qtbot.waitUntil(lambda: page.card.other.facts[1].value == "ฟ้าอ่อน")


def test_a_fact_without_a_value_is_refused_in_place(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_I, modifiers=CTRL)
    qtbot.waitUntil(page.editing.facts.fields["name"].hasFocus)
    type_text("ภาษา")
    press(ENTER, ENTER)
    assert page.editing.facts.wrong.text()
    assert page.editing.facts.fact.name == "ภาษา"
    assert len(stored(desk).facts) == 1


def test_a_fact_is_changed_in_its_line(on_card: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    walk_to(on_card, "fact.0")
    press(ENTER)
    assert on_card.editing.facts.fields["value"].hasFocus()
    press(Qt.Key.Key_A, modifiers=CTRL)
    type_text("กาแฟดำ")
    with qtbot.waitSignal(on_card.editing.saved):
        press(ENTER)
    assert stored(desk).facts[0].value == "กาแฟดำ"
    assert stored(desk).facts[0].learned_on == desk.people_book.today()


def test_a_number_is_added_and_found(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    press(Qt.Key.Key_Equal, modifiers=CTRL)
    qtbot.waitUntil(page.editing.field.field.hasFocus)
    type_text("089-765-4321")
    with qtbot.waitSignal(page.editing.saved):
        press(ENTER)
    (found,) = desk.people.find("0897654321").people
    assert found.person.id == "p-suda"


def test_what_is_removed_comes_back(on_card: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    for key in ("number.0", "fact.0"):
        walk_to(on_card, key)
        with qtbot.waitSignal(on_card.editing.saved):
            press(Qt.Key.Key_Delete)
    assert (stored(desk).numbers, stored(desk).facts) == ((), ())
    for _ in range(2):
        with qtbot.waitSignal(on_card.editing.saved):
            press(Qt.Key.Key_Z, modifiers=CTRL)
    assert (stored(desk).numbers, stored(desk).facts) == (SUDA.numbers, SUDA.facts)
    press(Qt.Key.Key_Z, modifiers=CTRL)
    assert stored(desk).numbers == SUDA.numbers


def test_who_sent_somebody_is_chosen_by_name(on_card: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    walk_to(on_card, "referred_by")
    press(ENTER)
    type_text("วิไล")
    qtbot.waitUntil(lambda: bool(on_card.editing.field.offers.offers))
    with qtbot.waitSignal(on_card.editing.saved):
        press(ENTER)
    assert stored(desk).referred_by == "p-wilai"
    qtbot.waitUntil(lambda: on_card.card.file is not None and on_card.card.file.card.referred_by is not None)


@pytest.mark.parametrize(("steps", "deputy"), [(1, "P-0003"), (0, "วิไล")])
def test_a_deputy_is_somebody_on_file_or_just_a_name(
    on_card: PeoplePage, desk: Desk, qtbot: QtBot, steps: int, deputy: str
) -> None:
    change(on_card, qtbot, "kind", "เจ้าหน้าที่")
    qtbot.waitUntil(lambda: "deputy" in [spot.key for spot in on_card.card.body.spots()])
    walk_to(on_card, "deputy")
    press(ENTER)
    type_text("วิไล")
    qtbot.waitUntil(lambda: bool(on_card.editing.field.offers.offers))
    press(*[DOWN] * steps)
    with qtbot.waitSignal(on_card.editing.saved):
        press(ENTER)
    assert stored(desk).deputy == deputy


def test_a_name_nobody_has_sends_nobody(on_card: PeoplePage, desk: Desk, tasks: Tasks, qtbot: QtBot) -> None:
    walk_to(on_card, "referred_by")
    press(ENTER)
    type_text("ฮฮฮ")
    done: list[bool] = []
    tasks.run(lambda: True, done.append)
    qtbot.waitUntil(lambda: bool(done))
    press(ENTER)
    assert on_card.editing.field.wrong.text()
    assert stored(desk).referred_by == ""


def test_typing_meets_a_change_made_meanwhile(on_card: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("แดง")
    other = Desk(desk.folder.root)
    other.people_book.save(replace(SUDA, nickname="ต้อย"), "s-other")
    other.close()
    press(ENTER)
    qtbot.waitUntil(lambda: bool(on_card.editing.field.wrong.text()))
    assert on_card.editing.field.text == "แดง"
    assert stored(desk).nickname == "ต้อย"


def test_typing_is_kept_while_somebody_else_is_looked_at(on_card: PeoplePage, qtbot: QtBot) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("แดง")
    on_card.open_person("p-wilai")
    qtbot.waitUntil(lambda: on_card.card.person_id == "p-wilai")
    assert on_card.unsaved
    assert not on_card.editing.on
    on_card.open_person("p-suda")
    qtbot.waitUntil(lambda: on_card.card.person_id == "p-suda")
    assert "Ctrl+E" in on_card.card.foot.remark.text()
    on_card.edit()
    qtbot.waitUntil(on_card.editing.field.field.hasFocus)
    assert on_card.editing.field.text == "แดง"


def test_leaving_with_typing_in_a_field_is_asked_about_once(on_card: PeoplePage) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("แดง")
    assert to_be_saved(on_card)
    on_card.ask_about_unsaved()
    assert on_card.editing.field.wrong.text()
    assert focused() is on_card.editing.field.field
    assert not to_be_saved(on_card)
    type_text("น")
    assert to_be_saved(on_card)


def test_leaving_brings_typing_forward_that_was_set_aside(on_card: PeoplePage, qtbot: QtBot) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("แดง")
    on_card.open_person("p-wilai")
    qtbot.waitUntil(lambda: on_card.card.person_id == "p-wilai")
    on_card.ask_about_unsaved()
    qtbot.waitUntil(lambda: on_card.editing.field.text == "แดง" and bool(on_card.editing.field.wrong.text()))
    assert on_card.card.person_id == "p-suda"
    assert not on_card.unsaved


def test_one_comes_back_to_a_field_left_open(on_card: PeoplePage) -> None:
    walk_to(on_card, "nickname")
    press(ENTER)
    type_text("แดง")
    on_card.pane.box.setFocus()
    press(Qt.Key.Key_E, modifiers=CTRL)
    assert focused() is on_card.editing.field.field
    assert on_card.editing.field.text == "แดง"


def test_typing_in_the_box_ends_the_walk_and_searches(on_card: PeoplePage, qtbot: QtBot) -> None:
    on_card.pane.box.setFocus()
    type_text("วิไล")
    qtbot.waitUntil(lambda: on_card.card.person_id == "p-wilai")
    assert not on_card.editing.on
    assert on_card.pane.box.hasFocus()


def test_the_whole_form_is_one_key_away(on_card: PeoplePage, qtbot: QtBot) -> None:
    press(Qt.Key.Key_E, modifiers=CTRL | SHIFT)
    qtbot.waitUntil(lambda: on_card.form.key == "p-suda")
    assert on_card.form.form.values()["facts"] == "เครื่องดื่ม: ชาร้อน | เล่าเอง"


def test_the_names_follow_the_language(on_card: PeoplePage, kit: Kit) -> None:
    walk_to(on_card, "number.0")
    kit.words.set_language(Language.EN)
    assert on_card.editing.walker.accessibleName().startswith("Number:")


STAFF_MEMBER = Person(id="p-chai", code="S-1", given_name="สมชาย", family_name="ใจมั่น", kind=PersonKind.STAFF)


@pytest.fixture
def on_colleague(page: PeoplePage, desk: Desk, qtbot: QtBot) -> PeoplePage:
    """The ring stands on the card of a member of staff."""
    desk.people_book.save(STAFF_MEMBER, ORN.id)
    page.open_person("p-chai")
    qtbot.waitUntil(lambda: page.card.person_id == "p-chai")
    press(Qt.Key.Key_E, modifiers=CTRL)
    qtbot.waitUntil(page.editing.walker.hasFocus)
    return page


@pytest.mark.parametrize(
    ("key", "text", "field", "value"),
    [
        ("hours", "จ-ศ 08:30-16:30", "hours", "จ-ศ 08:30-16:30"),
        ("room", "อาคาร 5 ห้อง 12", "room", "อาคาร 5 ห้อง 12"),
        ("lunch", "12:00-13:00", "lunch", "12:00-13:00"),
        ("deputy", "คุณวิไล", "deputy", "คุณวิไล"),
        ("aliases", "สมชาย เดิม, ชาย", "aliases", ("สมชาย เดิม", "ชาย")),
        ("birthday", "29 ก.พ.", "birthday", PartialDate(2, 29)),
        ("not_before", "บ่าย 3", "not_before", time(15)),
        ("purchases", "12", "purchases", 12),
    ],
)
def test_every_value_of_a_colleague_is_typed(
    on_colleague: PeoplePage, desk: Desk, qtbot: QtBot, key: str, text: str, field: str, value: object
) -> None:
    change(on_colleague, qtbot, key, text)
    assert getattr(stored(desk, "p-chai"), field) == value


def test_leave_is_added_changed_and_taken_away_where_it_stands(
    on_colleague: PeoplePage, desk: Desk, qtbot: QtBot
) -> None:
    today = desk.people_book.today()
    first, last = today + timedelta(days=3), today + timedelta(days=5)
    said = f"{format_date(first, Language.TH)} - {format_date(last, Language.TH)} ลาพักร้อน"
    change(on_colleague, qtbot, "leave.+", said)
    assert stored(desk, "p-chai").leave == (Leave(first, last, "ลาพักร้อน"),)
    qtbot.waitUntil(lambda: "leave.0" in [spot.key for spot in on_colleague.card.body.spots()])

    walk_to_key(on_colleague, "leave.0")
    press(ENTER)
    assert on_colleague.editing.field.text == said
    type_text(f"{format_date(last, Language.TH)} ลากิจ")
    with qtbot.waitSignal(on_colleague.editing.saved):
        press(ENTER)
    assert stored(desk, "p-chai").leave == (Leave(last, last, "ลากิจ"),)

    qtbot.waitUntil(lambda: "ลากิจ" in [fact.sort for fact in on_colleague.card.other.facts])
    with qtbot.waitSignal(on_colleague.editing.saved):
        press(Qt.Key.Key_Delete)
    assert stored(desk, "p-chai").leave == ()


def test_days_that_are_none_are_said_under_the_field(on_colleague: PeoplePage, desk: Desk) -> None:
    walk_to(on_colleague, "leave.+")
    press(ENTER)
    type_text("สัปดาห์หน้า")
    press(ENTER)
    assert "สัปดาห์หน้า" in on_colleague.editing.field.wrong.text()
    assert stored(desk, "p-chai").leave == ()


def test_codes_of_those_merged_stand_on_the_card(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    desk.people_book.save(replace(SUDA, handles=(Handle(HandleKind.CODE, "P-0077"),)), ORN.id)
    page.load("p-suda")
    qtbot.waitUntil(lambda: ("รหัสเดิม", "P-0077") in [(fact.name, fact.value) for fact in page.card.other.facts])
    assert [match.person.id for match in desk.people.find("P-0077").people] == ["p-suda"]


@pytest.fixture
def at_counter(page: PeoplePage) -> Iterator[None]:
    page.kit.words.set_discreet(True)
    yield
    page.kit.words.set_discreet(False)


@pytest.mark.usefixtures("at_counter")
def test_strangers_at_the_counter_read_no_fact_note_or_birthday(page: PeoplePage, desk: Desk, qtbot: QtBot) -> None:
    told = (QuickFact("ครอบครัว", "คุณแม่ประนอม"), QuickFact("โรคประจำตัว", "เบาหวาน"))
    desk.people_book.save(replace(SUDA, note="ติดเชื้อ HIV", facts=told, birthday=PartialDate(11, 23)), ORN.id)
    page.load("p-suda")
    qtbot.waitUntil(lambda: len(page.card.other.facts) == 3)
    assert [(fact.name, fact.value) for fact in page.card.other.facts] == [
        ("ครอบครัว", "•••"), ("•••", "•••"), ("วันเกิด", "•••"),
    ]  # fmt: skip
    assert page.card.note.accessibleName() == "ติด …"
    page.card.reveal(True)
    assert [fact.value for fact in page.card.other.facts] == ["คุณแม่ประนอม", "เบาหวาน", "23 พ.ย."]
    assert page.card.note.accessibleName() == "ติดเชื้อ HIV"


@pytest.mark.usefixtures("at_counter")
def test_to_change_a_fact_at_the_counter_is_a_look(page: PeoplePage, qtbot: QtBot) -> None:
    looks: list[str] = []
    page.editing.revealed.connect(looks.append)
    press(Qt.Key.Key_E, modifiers=CTRL)
    qtbot.waitUntil(page.editing.walker.hasFocus)
    walk_to(page, "fact.0")
    press(ENTER)
    assert looks == ["p-suda"]


def walk_to_key(page: PeoplePage, key: str) -> None:
    """Walk back first: what was added may stand before."""
    press(Qt.Key.Key_Home)
    walk_to(page, key)


def test_whoever_the_list_stands_on_is_opened_over_somebody_else(page: PeoplePage, qtbot: QtBot) -> None:
    page.pane.box.setText("สุดา")
    qtbot.waitUntil(lambda: page.pane.list.key == "p-suda")
    page.load("p-wilai")
    qtbot.waitUntil(lambda: page.card.person_id == "p-wilai")
    page.open_person("p-suda")
    qtbot.waitUntil(lambda: page.card.person_id == "p-suda")
