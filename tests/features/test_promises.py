"""What is owed: promised with three keys, told, moved and closed on the due list, and calls that broke off."""

from datetime import timedelta

from frontdesk.domain.contacts import Outcome
from frontdesk.domain.promises import Closing, Promise, PromiseKind
from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.ui.pages.desk.rows import AnswerRow
from frontdesk.ui.pages.promises.page import PromisesPage
from tests.features.driver import Driver
from tests.features.small_desk import LOST_CARD, NOBODYS_NUMBER, SUDA, SUDAS_NUMBER


def owed(at_desk: Driver) -> tuple[Promise, ...]:
    at_desk.wait_for_data()
    return at_desk.place.services.promises.due_list().promises


def promise_something(at_desk: Driver, note: str = "") -> Promise:
    """Promise something with the time that is suggested."""
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Return")
    at_desk.desk.session.set_note(note)
    at_desk.press("Ctrl+3", "Return")
    at_desk.wait_for(lambda: owed(at_desk) and owed(at_desk)[0].due_at)
    return owed(at_desk)[0]


def due_page(at_desk: Driver) -> PromisesPage:
    """Open the due list and wait until it is read."""
    at_desk.press("F6")
    page = at_desk.place.pages.promises
    at_desk.wait_for(lambda: page.list.hasFocus() and page.list.promise is not None)
    return page


def test_a_promise_with_its_time_takes_three_keys(at_desk: Driver) -> None:
    at_desk.find("บัตรหาย", LOST_CARD)

    at_desk.press("Ctrl+Return", "3", "Return")

    assert at_desk.keys == 3
    at_desk.wait_for(lambda: [one for one in owed(at_desk) if one.due_at])
    [promise] = owed(at_desk)
    assert promise.due_at == at_desk.place.services.promises.suggested()
    assert at_desk.wait_for_record(1).outcome is Outcome.PROMISED
    at_desk.wait_for(lambda: "รับปากไว้ภายใน" in at_desk.desk.view.strip.status.text())
    assert at_desk.desk.view.box.hasFocus()
    assert at_desk.desk.view.strip.isVisible()


def test_another_time_is_typed_in_place(at_desk: Driver) -> None:
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Ctrl+3")
    at_desk.type("พรุ่งนี้ 15:00")
    at_desk.wait_for(lambda: at_desk.desk.view.promise.read.text() == "= พรุ่งนี้ 15:00")
    at_desk.press("Return")

    at_desk.wait_for(lambda: owed(at_desk) and owed(at_desk)[0].due_at)
    due = owed(at_desk)[0].due_at
    assert due is not None
    tomorrow = at_desk.place.services.clock.today() + timedelta(days=1)
    assert due.astimezone(THAI_TIME).strftime("%Y-%m-%d %H:%M") == f"{tomorrow} 15:00"


def test_what_cannot_be_read_is_said_and_the_contact_is_safe(at_desk: Driver) -> None:
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Ctrl+3")
    at_desk.type("ไม่รู้")
    at_desk.press("Return")

    at_desk.wait_for(lambda: at_desk.desk.view.promise.due.wrong)
    assert "อ่านเวลาไม่ออก" in at_desk.desk.view.promise.read.text()
    assert at_desk.wait_for_record(1).outcome is Outcome.PROMISED
    at_desk.press("Escape")
    assert at_desk.desk.view.box.hasFocus()
    assert [one.due_at for one in owed(at_desk)] == [None]


def test_the_promise_is_taken_back_with_its_contact(at_desk: Driver) -> None:
    promise_something(at_desk)
    at_desk.wait_for(lambda: at_desk.desk.session.can_undo)
    at_desk.press("Ctrl+Z")

    at_desk.wait_for(lambda: owed(at_desk) == ())
    assert at_desk.draft.articles == (LOST_CARD,)


def test_a_message_is_for_somebody_and_told_with_one_key(at_desk: Driver) -> None:
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.desk.session.set_note("ขอให้โทรกลับ")
    at_desk.press("Ctrl+4")
    at_desk.type("วรรณา")
    at_desk.wait_for(lambda: "→ วรรณา ศรีสุข" in at_desk.desk.view.promise.found.text())
    at_desk.press("Return")
    at_desk.wait_for(lambda: owed(at_desk) and owed(at_desk)[0].for_id)
    [message] = owed(at_desk)
    assert (message.kind, message.for_name, message.what) == (PromiseKind.MESSAGE, "วรรณา ศรีสุข", "ขอให้โทรกลับ")

    page = due_page(at_desk)
    at_desk.keys = 0
    at_desk.press("T")
    at_desk.wait_for(lambda: owed(at_desk)[0].told_at)
    assert at_desk.keys == 1
    at_desk.press("Ctrl+Z")
    at_desk.wait_for(lambda: owed(at_desk)[0].told_at is None)
    assert page.list.hasFocus()


def test_a_promise_is_closed_with_an_outcome_and_back_again(at_desk: Driver) -> None:
    promise = promise_something(at_desk)
    page = due_page(at_desk)

    at_desk.keys = 0
    at_desk.press("Ctrl+Return", "1")

    at_desk.wait_for(lambda: owed(at_desk) == ())
    assert at_desk.keys == 2
    [closed] = at_desk.place.services.promises.closed_lately()
    assert (closed.id, closed.closing) == (promise.id, Closing.KEPT)
    at_desk.wait_for(lambda: page.list.items == ())
    at_desk.press("Ctrl+Z")
    at_desk.wait_for(lambda: [one.id for one in owed(at_desk)] == [promise.id])


def test_a_time_is_moved_in_place(at_desk: Driver) -> None:
    promise = promise_something(at_desk)
    page = due_page(at_desk)
    at_desk.press("M")
    at_desk.type("สัปดาห์หน้า 9:00")
    at_desk.press("Return")

    at_desk.wait_for(lambda: owed(at_desk)[0].due_at != promise.due_at)
    at_desk.wait_for(page.list.hasFocus)


def test_the_rail_counts_on_every_page(at_desk: Driver) -> None:
    button = at_desk.place.window.rail.button("promises")
    assert button.accessibleName() == "รับปากไว้ ปุ่ม F6"
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Ctrl+3", "Escape", "F3")

    at_desk.wait_for(lambda: button.accessibleName() == "รับปากไว้ ปุ่ม F6 มี 1 รายการ")
    promises, now = at_desk.place.services.promises, at_desk.place.services.clock.now()
    promises.move(owed(at_desk)[0].id, now - timedelta(minutes=1), "x")
    at_desk.wait_for(lambda: "เกินกำหนด 1" in button.accessibleName())


def test_what_becomes_due_is_said_without_taking_the_focus(at_desk: Driver) -> None:
    promise = promise_something(at_desk)
    reminder = at_desk.place.window.top_bar.reminder
    at_desk.type("ที่จอด")
    at_desk.place.pages.due.became_due.emit([promise])

    assert reminder.text().startswith("ถึงเวลา: บัตรประจำตัวผู้ป่วยหาย")
    assert at_desk.desk.view.box.hasFocus()
    at_desk.press("F6")
    assert reminder.text() == ""


def test_enter_on_the_list_brings_the_person_to_the_desk(at_desk: Driver) -> None:
    at_desk.desk.session.set_number(SUDAS_NUMBER)
    at_desk.wait_for(lambda: at_desk.caller == "สุดา ใจดี")
    promise_something(at_desk)
    due_page(at_desk)
    at_desk.press("Return")

    at_desk.wait_for(lambda: at_desk.caller == "สุดา ใจดี")
    assert at_desk.place.window.page_id == "desk"


def test_whose_line_broke_off_goes_on_where_it_was(at_desk: Driver) -> None:
    at_desk.desk.session.set_number(NOBODYS_NUMBER)
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Return")
    at_desk.desk.session.set_note("อยู่หน้าตึก 2")
    at_desk.press("Ctrl+6")
    dropped = at_desk.wait_for_record(1)
    assert [one.kind for one in owed(at_desk)] == [PromiseKind.CALL_BACK]

    at_desk.desk.session.set_number(NOBODYS_NUMBER)
    at_desk.wait_for(lambda: "สายหลุดเมื่อ" in at_desk.desk.view.line.text())
    at_desk.keys = 0
    at_desk.press("Ctrl+B")

    assert at_desk.keys == 1
    assert (at_desk.draft.note, at_desk.draft.articles) == ("อยู่หน้าตึก 2", (LOST_CARD,))
    at_desk.wait_for(lambda: isinstance(at_desk.desk.view.list.current_row(), AnswerRow))
    assert at_desk.desk.view.line.text() == "" or "สายหลุด" not in at_desk.desk.view.line.text()
    at_desk.press("Ctrl+1")
    again = at_desk.wait_for_record(2)
    assert again.queries == dropped.queries
    at_desk.wait_for(lambda: owed(at_desk) == ())
    [closed] = at_desk.place.services.promises.closed_lately()
    assert (closed.closing, closed.contact_id, closed.closing_contact) == (
        Closing.CALLED_AGAIN, dropped.id, again.id,
    )  # fmt: skip


def test_the_person_card_leads_to_closing(at_desk: Driver) -> None:
    at_desk.desk.session.set_number(SUDAS_NUMBER)
    at_desk.wait_for(lambda: at_desk.caller == "สุดา ใจดี")
    promise = promise_something(at_desk)
    people = at_desk.place.pages.people
    at_desk.press("F3")
    at_desk.type(SUDA)
    at_desk.wait_for(lambda: people.card.file and people.card.file.card.promises == (promise,))

    at_desk.keys = 0
    at_desk.press("Ctrl+Return")
    at_desk.wait_for(lambda: at_desk.place.pages.promises.closing.hasFocus())
    at_desk.press("1")

    at_desk.wait_for(lambda: owed(at_desk) == ())
    assert at_desk.keys == 2


def test_an_outcome_put_right_on_the_log_puts_the_due_list_right(at_desk: Driver) -> None:
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Return", "Ctrl+1")
    contact = at_desk.wait_for_record(1)
    log, button = at_desk.place.pages.log, at_desk.place.window.rail.button("promises")
    at_desk.press("F7")
    at_desk.wait_for(lambda: log.model.rowCount() == 1 and log.model.contact(0))

    at_desk.press("Ctrl+E", "Down", "Down", "Return")

    at_desk.wait_for(lambda: [one.id for one in owed(at_desk)] == [contact.id])
    at_desk.wait_for(lambda: button.accessibleName() == "รับปากไว้ ปุ่ม F6 มี 1 รายการ")
    at_desk.press("Ctrl+E", "Up", "Up", "Return")
    at_desk.wait_for(lambda: owed(at_desk) == ())
    at_desk.wait_for(lambda: button.accessibleName() == "รับปากไว้ ปุ่ม F6")
    assert [event.kind.value for event in at_desk.place.services.promises.events(contact.id)] == ["made", "closed"]
    assert at_desk.place.services.verification.verify().sound
