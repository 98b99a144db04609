"""Before a caller is passed on: what is seen, and what each key does."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.contacts import Outcome
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language
from frontdesk.domain.transfers import Transfer, TransferReason
from frontdesk.ui.pages.desk.rows import PersonRow
from frontdesk.ui.pages.desk.transfer.strip import HEIGHT, TransferStrip
from tests.ui.desk.conftest import NUMBER, AtDesk, past
from tests.ui.keys import focused, press, type_text

KEY, CTRL = Qt.Key, Qt.KeyboardModifier.ControlModifier


def ask(at_desk: AtDesk, words: str = "บัตรหาย") -> TransferStrip:
    """Type words, press Ctrl+2 and wait for what there is to see."""
    if words:
        at_desk.find(words)
    press(KEY.Key_2, modifiers=CTRL)
    at_desk.settle()
    return at_desk.page.view.transfer


def passed_on(at_desk: AtDesk, *places: str) -> None:
    """Put on record where Suda was passed on to before in the matter of her lost card."""
    with at_desk.desk.storage.write() as repos:
        for days, place in enumerate(reversed(places), 1):
            to = Transfer(TransferReason.NO_ANSWER, to_place=place)
            suda = {"person_id": "P-1", "number": NUMBER, "digits": "0812345678", "articles": ("MRD-01",)}
            repos.contacts.add(past(new_id(), days, Outcome.TRANSFERRED, transfer=to, **suda))


def test_the_strip_grows_in_place_and_nothing_is_logged(at_desk: AtDesk) -> None:
    count, row = len(at_desk.logged()), at_desk.page.view.list.current_row
    at_desk.find("บัตรหาย")
    before = row()
    strip = ask(at_desk, "")
    assert (strip.isVisible(), strip.height(), strip.hasFocus()) == (True, HEIGHT, True)
    assert not at_desk.page.view.strip.isVisible()
    assert (row(), len(at_desk.logged())) == (before, count)
    assert at_desk.page.session.draft is not None


def test_it_shows_the_answer_and_who_covers_it(at_desk: AtDesk) -> None:
    strip = ask(at_desk)
    assert strip.answer.answer is not None
    assert strip.answer.answer.code == "MRD-01"
    assert strip.answer.ringed
    assert strip.receiver.said is not None
    assert (strip.receiver.said.name, strip.receiver.said.number) == ("อรทัย ศรีสุข", "ต่อ 1121")
    assert "วรรณา ศรีสุข" in strip.receiver.said.why


def test_two_after_ctrl_enter_asks_too(at_desk: AtDesk) -> None:
    at_desk.find("บัตรหาย")
    press(KEY.Key_Return, modifiers=CTRL)
    press(KEY.Key_2)
    assert at_desk.page.view.transfer.hasFocus()
    assert not at_desk.page.view.strip.live


def test_enter_answers_here_instead(at_desk: AtDesk) -> None:
    ask(at_desk)
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_Return)
    contact = at_desk.logged()[0]
    assert (contact.outcome, contact.articles, contact.queries) == (Outcome.ANSWERED, ("MRD-01",), ("บัตรหาย",))
    assert contact.transfer is None
    assert at_desk.page.view.box.hasFocus()
    assert at_desk.page.view.strip.isVisible()


@pytest.mark.parametrize(("place", "reason"), list(enumerate(TransferReason)))
def test_the_reason_key_goes_on(at_desk: AtDesk, place: int, reason: TransferReason) -> None:
    ask(at_desk)
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY(KEY.Key_1 + place))
    contact = at_desk.logged()[0]
    assert contact.outcome is Outcome.TRANSFERRED
    assert contact.transfer is not None
    told = contact.transfer
    assert (told.reason, told.to_person, told.to_text, told.to_place) == (reason, "S-2", "อรทัย ศรีสุข", "เวชระเบียน")
    assert "บัตรหาย" in told.slip
    assert not at_desk.page.view.transfer.isVisible()


def test_thai_number_keys_are_reasons_too(at_desk: AtDesk) -> None:
    ask(at_desk)
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        type_text("/")
    assert at_desk.logged()[0].transfer is not None
    assert at_desk.logged()[0].transfer.reason is TransferReason.NOT_ENOUGH  # type: ignore[union-attr]


def test_keys_pressed_before_anything_is_seen_wait_for_it(at_desk: AtDesk) -> None:
    at_desk.find("บัตรหาย")
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_2, modifiers=CTRL)
        press(KEY.Key_3)
    contact = at_desk.logged()[0]
    assert contact.transfer is not None
    assert (contact.transfer.reason, contact.transfer.to_person) == (TransferReason.AUTHORITY, "S-2")


def test_an_answer_entered_right_before_is_on_the_slip(at_desk: AtDesk) -> None:
    at_desk.page.focus_first()
    at_desk.finder.held = True
    type_text("บัตรประจำตัว")
    press(KEY.Key_Return)
    press(KEY.Key_2, modifiers=CTRL)
    press(KEY.Key_2)
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        at_desk.finder.release()
    contact = at_desk.logged()[0]
    assert (contact.outcome, contact.articles) == (Outcome.TRANSFERRED, ("MRD-01",))
    assert contact.transfer is not None
    assert "บัตรประจำตัวผู้ป่วยหาย" in contact.transfer.slip


def test_escape_goes_back_and_leaves_everything(at_desk: AtDesk) -> None:
    ask(at_desk)
    draft = at_desk.draft
    press(KEY.Key_Escape)
    view = at_desk.page.view
    assert (view.transfer.isVisible(), view.strip.isVisible(), view.box.hasFocus()) == (False, True, True)
    assert at_desk.draft == draft
    press(KEY.Key_2, modifiers=CTRL)
    assert view.transfer.isVisible()


def test_going_elsewhere_leaves_it(at_desk: AtDesk) -> None:
    ask(at_desk)
    at_desk.page.view.strip.note.setFocus()
    at_desk.page.view.box.setFocus()
    assert not at_desk.page.view.transfer.isVisible()
    ask(at_desk, "")
    at_desk.page.next_contact()
    assert not at_desk.page.view.transfer.isVisible()
    assert at_desk.page.session.waiting


def test_with_no_contact_there_is_nothing_to_pass_on(at_desk: AtDesk) -> None:
    press(KEY.Key_2, modifiers=CTRL)
    assert not at_desk.page.view.transfer.isVisible()
    assert at_desk.page.view.strip.status.text() == at_desk.page.view.kit.words("desk.nothing_to_finish")


def test_without_an_answer_the_reason_still_goes_on(at_desk: AtDesk) -> None:
    strip = ask(at_desk, "qqqq")
    assert strip.answer.answer is None
    assert strip.receiver.said is None
    press(KEY.Key_Return)
    assert strip.isVisible()
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_1)
    contact = at_desk.logged()[0]
    assert contact.transfer is not None
    assert (contact.transfer.receiver, contact.queries) == ("", ("qqqq",))


def test_whoever_is_selected_is_the_one_to_pass_on_to(at_desk: AtDesk) -> None:
    at_desk.find("เวชระเบียน")
    rows = at_desk.page.view.list
    place = next(n for n, row in enumerate(rows.rows) if isinstance(row, PersonRow))
    rows.pick(place)
    strip = ask(at_desk, "")
    assert strip.receiver.said is not None
    assert (strip.receiver.said.name, strip.receiver.said.number) == ("เวชระเบียน", "ต่อ 1120")


@pytest.mark.parametrize(
    ("places", "tag", "red"),
    [((), "", False), (("การเงิน",), "1 ครั้ง", False), (("การเงิน", "ทะเบียน"), "2 ครั้ง", True)],
)
def test_how_often_this_caller_was_passed_on(at_desk: AtDesk, places: tuple[str, ...], tag: str, red: bool) -> None:
    passed_on(at_desk, *places)
    at_desk.page.session.set_number(NUMBER)
    at_desk.page.focus_first()
    head = ask(at_desk).head
    assert head.tag.isVisible() == bool(places)
    if places:
        assert tag in head.tag.accessibleName()
        assert (head.tag._look.state, head.tag._look.icon == "triangle-alert") == ("danger" if red else "overdue", red)
        assert head.way.text() == f"ประชาสัมพันธ์ → {' → '.join(places)} →"
        assert head.here.text() == "ที่นี่"


def test_the_slip_masks_the_number_and_the_copy_tells_it(at_desk: AtDesk) -> None:
    looked: list[tuple[object, str]] = []
    at_desk.page.looked.connect(lambda kind, whose: looked.append((kind, whose)))
    at_desk.page.session.set_person("P-1", NUMBER)
    at_desk.page.session.set_note("โทรแทนคุณแม่")
    strip = ask(at_desk)
    said = strip.slip.slip
    assert said.masked[0] == "คุณสุดา ใจดี ถามเรื่อง บัตรหาย"
    assert said.masked[1] == "โทรแทนคุณแม่"
    assert NUMBER not in " ".join(said.masked)
    press(KEY.Key_C, modifiers=CTRL)
    assert QGuiApplication.clipboard().text() == "\n".join(said.full)
    assert NUMBER in QGuiApplication.clipboard().text()
    assert looked == [(AuditKind.COPY, "P-1")]
    assert strip.isVisible()
    assert strip.told.text() == at_desk.page.view.kit.words("transfer.copied")
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_1)
    assert at_desk.logged()[0].transfer is not None
    assert NUMBER not in at_desk.logged()[0].transfer.slip  # type: ignore[union-attr]


def test_a_screen_that_faces_the_counter_tells_strangers_little(at_desk: AtDesk) -> None:
    at_desk.page.session.set_person("P-1", NUMBER)
    at_desk.page.session.set_note("แม่ป่วยหนักเป็นโรคหัวใจ ให้โทรกลับ 089-765-4471 ก่อนเที่ยง")
    strip = ask(at_desk)
    assert strip.slip.slip.shown[1] == "แม่ป่วยหนักเป็นโรคหัวใจ ให้โทรกลับ 089-xxx-4471 ก่อนเที่ยง"
    at_desk.page.view.kit.words.set_discreet(True)
    shown = " ".join(strip.slip.slip.shown)
    assert "089" not in shown
    assert "ก่อนเที่ยง" not in shown
    assert strip.slip.accessibleName().endswith(shown)
    assert strip.slip.slip.full[1] == "แม่ป่วยหนักเป็นโรคหัวใจ ให้โทรกลับ 089-765-4471 ก่อนเที่ยง"
    assert strip.slip.slip.masked[1] == "แม่ป่วยหนักเป็นโรคหัวใจ ให้โทรกลับ 089-xxx-4471 ก่อนเที่ยง"


def test_ctrl_p_asks_for_the_slip_on_paper(at_desk: AtDesk) -> None:
    ask(at_desk)
    with at_desk.qtbot.waitSignal(at_desk.page.transfer.print_asked):
        press(KEY.Key_P, modifiers=CTRL)
    assert focused() is at_desk.page.view.transfer


def test_a_transfer_is_taken_back_like_any_contact(at_desk: AtDesk) -> None:
    count = len(at_desk.logged())
    ask(at_desk)
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_4)
    with at_desk.qtbot.waitSignal(at_desk.page.session.withdrawn):
        press(KEY.Key_Z, modifiers=CTRL)
    assert len(at_desk.logged()) == count
    assert at_desk.draft.query == "บัตรหาย"
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_1, modifiers=CTRL)
    assert at_desk.logged()[0].transfer is None


def test_another_outcome_ends_the_contact_from_here(at_desk: AtDesk) -> None:
    ask(at_desk)
    with at_desk.qtbot.waitSignal(at_desk.page.session.logged):
        press(KEY.Key_5, modifiers=CTRL)
    assert at_desk.logged()[0].outcome is Outcome.WRONG_PLACE
    assert not at_desk.page.view.transfer.isVisible()
    assert at_desk.page.view.strip.isVisible()


def test_both_languages(at_desk: AtDesk) -> None:
    strip = ask(at_desk)
    at_desk.page.view.kit.words.set_language(Language.EN)
    at_desk.settle()
    assert strip.receiver.said is not None
    assert strip.receiver.said.number == "ext 1121"
    assert strip.slip.slip.masked[0] == "The caller asks about บัตรหาย"


def test_a_caller_who_is_known_later_is_seen(at_desk: AtDesk) -> None:
    passed_on(at_desk, "การเงิน", "ทะเบียน")
    strip = ask(at_desk)
    assert not strip.head.tag.isVisible()
    at_desk.page.session.set_person("P-1")
    at_desk.settle()
    assert strip.head.tag.isVisible()
    assert replace(at_desk.draft, transfer=None) == at_desk.draft
