"""Corrected, literal, narrowed, or without an answer: what is shown, the keys it takes, and what is kept."""

from frontdesk.domain.contacts import Outcome
from frontdesk.domain.keyboard_layout import to_english
from frontdesk.ui.pages.desk.rows import AnswerRow, CaptionRow
from tests.features.driver import Driver
from tests.features.small_desk import GOLD_CARD, LOST_CARD, PARKING, VISITING

SWAPPED = to_english("บัตรหาย")


def codes(driver: Driver) -> list[str]:
    return [row.answer.article.code for row in driver.rows if isinstance(row, AnswerRow)]


def captions(driver: Driver) -> list[str]:
    return [row.name for row in driver.rows if isinstance(row, CaptionRow)]


def settle(driver: Driver) -> None:
    driver.wait_for(lambda: driver.desk.results.complete)


def test_a_correction_is_said_and_one_key_takes_the_words_literally(at_desk: Driver) -> None:
    at_desk.find(SWAPPED, LOST_CARD)
    line = at_desk.desk.view.line
    assert line.text() == f"ค้นหา บัตรหาย · พิมพ์ {SWAPPED} Alt+0 ค้นตามที่พิมพ์"

    at_desk.press("Alt+0")
    settle(at_desk)
    assert line.text() == f"ค้นตามที่พิมพ์ {SWAPPED} Alt+0 ค้นแบบแก้ให้"

    at_desk.press("Alt+0")
    at_desk.wait_for_answer(LOST_CARD)
    at_desk.press("Return", "Ctrl+1")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 4
    assert (contact.queries, contact.articles) == ((SWAPPED,), (LOST_CARD,))


def test_literal_holds_for_these_words_only(at_desk: Driver) -> None:
    at_desk.type(SWAPPED)
    at_desk.press("Alt+0")
    at_desk.desk.box.set_text("")
    at_desk.find(SWAPPED, LOST_CARD)
    assert not at_desk.desk.results.listing.literal


def test_ctrl_g_narrows_to_the_category_of_the_answer_and_back(at_desk: Driver) -> None:
    at_desk.find("บัตร", LOST_CARD)
    assert set(codes(at_desk)) >= {LOST_CARD, GOLD_CARD}

    at_desk.press("Ctrl+G")
    at_desk.wait_for_answer(LOST_CARD)
    assert (at_desk.desk.view.box.text(), codes(at_desk)) == ("#เวชระเบียน บัตร", [LOST_CARD])
    assert at_desk.desk.view.line.text() == "เฉพาะ เวชระเบียน Ctrl+G ค้นทั้งหมด"

    at_desk.press("Ctrl+G")
    at_desk.wait_for(lambda: GOLD_CARD in codes(at_desk))
    assert (at_desk.desk.view.box.text(), at_desk.keys) == ("บัตร", 2)


def test_a_category_and_a_department_can_be_typed(at_desk: Driver) -> None:
    at_desk.type("#อาคาร")
    at_desk.wait_for(lambda: at_desk.desk.results.complete and codes(at_desk) == [PARKING])
    at_desk.desk.box.set_text("")
    at_desk.type("@เวช เยี่ยม")
    at_desk.wait_for_answer(VISITING)
    at_desk.desk.box.set_text("")
    at_desk.type("#5 บัตรหาย")
    at_desk.wait_for_answer(LOST_CARD)
    assert not at_desk.desk.results.listing.reading.narrowed


def test_no_words_leave_a_blank_and_f10_keeps_them(at_desk: Driver) -> None:
    at_desk.type("qqqq")
    settle(at_desk)
    assert captions(at_desk)[0] == "desk.nearest"
    assert codes(at_desk)[0] == VISITING  # the pinned one
    assert at_desk.chosen_code == ""
    assert at_desk.desk.view.greeting.say.text().startswith("ขอเวลาสอบถาม")

    at_desk.press("F10")
    assert at_desk.desk.view.gap.isVisible()
    at_desk.press("Esc")
    assert at_desk.desk.view.strip.unanswered.isVisible()
    at_desk.press("Ctrl+4")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 3
    assert (contact.unanswered, contact.queries, contact.articles) == (True, ("qqqq",), ())
    assert contact.outcome is Outcome.MESSAGE
    assert not at_desk.desk.view.strip.unanswered.isVisible()


def test_enter_uses_nothing_that_is_only_near_until_somebody_chooses_it(at_desk: Driver) -> None:
    at_desk.type("qqqq")
    settle(at_desk)
    at_desk.press("Return")
    assert at_desk.draft.articles == ()

    at_desk.press("Down", "Return", "Ctrl+1")

    contact = at_desk.wait_for_record(1)
    assert (contact.articles, at_desk.keys) == ((VISITING,), 4)
