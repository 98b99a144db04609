"""What everybody must know: posted once, read by each with one key, and never in the way of a call."""

from frontdesk.domain.notices import Notice, Terms, Wording
from frontdesk.ui.notices.panel import NoticePanel
from tests.features.driver import Driver
from tests.features.small_desk import CHAI, ORN, PIN

MUST = Terms(must_read=True)


def panel(driver: Driver) -> NoticePanel:
    return driver.place.pages.notices.panel


def title(driver: Driver) -> str:
    """Return the title of the notice in the way, or nothing."""
    return panel(driver).card.look.title if panel(driver).isVisible() else ""


def count(driver: Driver) -> str:
    """Return what the bar says of notices."""
    button = driver.place.window.top_bar.notices
    return button.text() if button.isVisible() else ""


def post(driver: Driver, *titles: str) -> list[Notice]:
    notices = driver.place.services.notices
    return [notices.post(Wording(one), MUST, CHAI.id) for one in titles]


def change_seats(driver: Driver) -> None:
    driver.press("Ctrl+Q")
    who = driver.place.pages.who
    driver.wait_for(lambda: driver.place.window.page_id == "sign-in" and who.list.chosen is not None)
    driver.wait_for_data()


def test_two_notices_are_read_before_the_shift_with_a_key_each(at_desk: Driver) -> None:
    post(at_desk, "ปิดประตู 1", "วัคซีนรอบสุดท้าย")
    change_seats(at_desk)
    before = at_desk.place.pages.who.before
    at_desk.wait_for(lambda: before.said[0] == "ประกาศที่ต้องอ่าน 2 · อ่านแล้ว 0")

    at_desk.keys = 0
    at_desk.press("Alt+1", "Alt+2")
    assert before.said[0] == "ประกาศที่ต้องอ่าน 2 · อ่านแล้ว 2"
    at_desk.type(PIN)
    at_desk.wait_until_ready(ORN)

    assert at_desk.keys == 2  # and the PIN
    assert at_desk.place.services.notices.unread(ORN.id) == ()
    assert (title(at_desk), count(at_desk)) == ("", "")


def test_what_was_not_read_waits_behind_a_call_and_is_there_at_the_next_empty_desk(at_desk: Driver) -> None:
    post(at_desk, "ปิดประตู 1")
    change_seats(at_desk)
    at_desk.type(PIN)
    at_desk.wait_until_ready(ORN)
    at_desk.wait_for(lambda: title(at_desk) == "ปิดประตู 1")

    at_desk.type("จอด")  # a call comes in: no key is lost, and it is out of the way
    assert (at_desk.draft.query, title(at_desk), count(at_desk)) == ("จอด", "", "ประกาศ 1")
    at_desk.press("Ctrl+1")
    at_desk.wait_for_record(1)
    at_desk.wait_for(lambda: title(at_desk) == "ปิดประตู 1")

    at_desk.keys = 0
    at_desk.wait_for(lambda: panel(at_desk).ready)
    at_desk.press("Alt+O")
    at_desk.wait_for(lambda: (title(at_desk), count(at_desk)) == ("", ""))
    assert at_desk.keys == 1
    assert at_desk.place.services.notices.unread(ORN.id) == ()
    assert at_desk.desk.view.box.hasFocus()


def test_what_is_posted_during_the_shift_is_counted_and_read_when_there_is_time(at_desk: Driver) -> None:
    at_desk.type("จอด")
    post(at_desk, "น้ำไม่ไหล")
    at_desk.wait_for(lambda: count(at_desk) == "ประกาศ 1")
    assert (title(at_desk), at_desk.draft.query) == ("", "จอด")

    at_desk.keys = 0
    at_desk.press("Ctrl+O")
    assert title(at_desk) == "น้ำไม่ไหล"
    at_desk.wait_for(lambda: panel(at_desk).ready)
    at_desk.press("Alt+O")
    at_desk.wait_for(lambda: count(at_desk) == "")
    assert at_desk.keys == 2
    assert at_desk.draft.query == "จอด"


def test_a_supervisor_posts_one_and_sees_who_has_not_read_it(at_desk: Driver) -> None:
    change_seats(at_desk)
    at_desk.type(f"สมชาย{PIN}")
    at_desk.wait_until_ready(CHAI)
    at_desk.keys = 0
    at_desk.press("Ctrl+J")
    page = at_desk.place.pages.hand_over
    at_desk.wait_for(lambda: page.board is not None and page.list.hasFocus())
    at_desk.press("Ins")
    at_desk.type("ปิดประตู 1")
    at_desk.press("Alt+M", "Return")
    at_desk.wait_for(lambda: page.list.item is not None)
    at_desk.press("Return")
    at_desk.wait_for(lambda: page.readers.readers is not None)
    assert page.readers.readers is not None
    assert page.readers.readers.unread == (ORN,)
    assert at_desk.keys == 5  # F-keys and words apart: open, write, must be read, keep, look
    assert count(at_desk) == ""  # who wrote it knows it
