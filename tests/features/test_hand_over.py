"""The end of a shift: read out, signed by two, and the next one sits at a desk on which nothing was lost."""

from datetime import timedelta

from frontdesk.domain.hand_over import ItemKind
from frontdesk.domain.promises import Promise, PromiseKind
from frontdesk.ui.pages.hand_over.page import HandOverPage
from tests.features.driver import Driver
from tests.features.small_desk import CHAI, LOST_CARD, ORN, PIN, SUDAS_NUMBER


def page_of(driver: Driver) -> HandOverPage:
    return driver.place.pages.hand_over


def leave_something(driver: Driver) -> str:
    """Orn has a contact in hand and owes somebody something; return the id of the contact."""
    services = driver.place.services
    now = services.clock.now()
    services.promises.make(
        Promise("p", PromiseKind.PROMISE, now, ORN.id, ORN.id, "โทรแจ้งคิว", due_at=now + timedelta(minutes=30))
    )
    driver.desk.session.set_number(SUDAS_NUMBER)
    driver.wait_for(lambda: driver.caller)
    driver.find("บัตรหาย", LOST_CARD)
    driver.wait_until_saved()
    return driver.draft.id


def open_page(driver: Driver) -> HandOverPage:
    driver.press("Ctrl+J")
    driver.wait_for(lambda: page_of(driver).list.item is not None)
    return page_of(driver)


def test_two_sign_and_the_coming_one_goes_on_where_the_leaving_one_was(at_desk: Driver) -> None:
    begun = leave_something(at_desk)
    at_desk.keys = 0
    page = open_page(at_desk)
    assert page.board is not None
    assert [(item.kind, item.who) for item in page.board.items] == [
        (ItemKind.DRAFT, "สุดา ใจดี"), (ItemKind.PROMISE, ""),
    ]  # fmt: skip

    at_desk.press("Ctrl+Return")
    at_desk.type(PIN)
    at_desk.wait_for(lambda: page.asking.signing.chosen == CHAI and page.asking.signing.pin.hasFocus())
    at_desk.type(PIN)
    at_desk.wait_until_ready(CHAI)

    assert at_desk.keys == 2  # and the two PINs
    assert at_desk.place.staff == CHAI
    assert at_desk.place.window.top_bar.who.text() == "โต๊ะ A · สมชาย"
    at_desk.wait_for(lambda: at_desk.desk.session.draft is not None)
    assert (at_desk.draft.id, at_desk.draft.staff) == (begun, CHAI.id)
    at_desk.wait_for(lambda: at_desk.caller == "สุดา ใจดี")
    promise = at_desk.place.services.promises.get("p")
    assert promise is not None
    assert promise.owner == CHAI.id
    at_desk.press("Ctrl+1")
    contact = at_desk.wait_for_record(1)
    assert (contact.id, contact.staff) == (begun, CHAI.id)


def test_nobody_has_come_yet_and_the_next_sign_in_is_told(at_desk: Driver) -> None:
    leave_something(at_desk)
    page = open_page(at_desk)
    at_desk.press("Ctrl+Return")
    at_desk.type(PIN)
    at_desk.wait_for(lambda: page.asking.signing.chosen == CHAI and page.asking.signing.pin.hasFocus())
    at_desk.press("Escape", "Ctrl+Q")
    who = at_desk.place.pages.who
    at_desk.wait_for(lambda: at_desk.place.window.page_id == "sign-in" and who.list.chosen is not None)

    at_desk.type(f"สมชาย{PIN}")
    at_desk.wait_for(lambda: at_desk.place.window.page_id == "hand-over" and page.list.item is not None)
    assert at_desk.place.staff == CHAI
    at_desk.keys = 0
    at_desk.press("Ctrl+Return")
    at_desk.type(PIN)
    at_desk.wait_until_ready(CHAI)
    assert at_desk.keys == 1
    assert at_desk.place.services.hand_overs.waiting() is None
    at_desk.wait_for(lambda: at_desk.desk.session.draft is not None)


def test_whoever_goes_is_told_once_and_one_key_goes_on(at_desk: Driver) -> None:
    leave_something(at_desk)
    at_desk.press("Ctrl+Q")
    at_desk.wait_for(lambda: page_of(at_desk).offering)
    assert at_desk.place.staff == ORN
    at_desk.keys = 0
    at_desk.press("Ctrl+Q")
    at_desk.wait_for(lambda: at_desk.place.window.page_id == "sign-in")
    assert at_desk.keys == 1
    assert [draft.staff for draft in at_desk.place.services.contact_log.drafts()] == [ORN.id]


def test_with_nothing_open_one_goes_at_once(at_desk: Driver) -> None:
    at_desk.press("Ctrl+Q")
    at_desk.wait_for(lambda: at_desk.place.window.page_id == "sign-in")


def test_a_call_comes_first(at_desk: Driver) -> None:
    """Somebody who leaves or comes is asked nothing while they type."""
    leave_something(at_desk)
    at_desk.press("Ctrl+Q")
    at_desk.wait_for(lambda: page_of(at_desk).offering)
    at_desk.press("F2")
    assert at_desk.desk.view.box.hasFocus()
    assert not page_of(at_desk).offering
    at_desk.press("Ctrl+N")
    at_desk.type("จอด")
    assert at_desk.draft.query == "จอด"


def test_the_paper_lies_beside_it(at_desk: Driver) -> None:
    leave_something(at_desk)
    open_page(at_desk)
    pane = at_desk.place.pages.hand_over_and_paper.pane
    at_desk.press("Ctrl+P")
    at_desk.wait_for(lambda: pane.sheet.image is not None)
    assert pane.bar.where.text() == "หน้า 1 จาก 1"
    at_desk.press("Escape")
    at_desk.wait_for(lambda: page_of(at_desk).list.hasFocus())
