"""A caller is passed on only after a look, and what could not be answered goes to whoever knows."""

from datetime import timedelta
from threading import Event

from PySide6.QtGui import QGuiApplication
from PySide6.QtPrintSupport import QPrinter

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.ids import new_id
from frontdesk.domain.transfers import Transfer, TransferReason
from tests.features.driver import Driver
from tests.features.small_desk import LOST_CARD, ORN, SUDA, SUDAS_NUMBER


def passed_on_before(at_desk: Driver, *places: str) -> None:
    """Put on record where Suda was passed on to with her lost card, the first first."""
    storage, now = at_desk.place.services.storage, at_desk.place.services.clock.now()
    with storage.write() as repos:
        for days, place in zip(range(len(places), 0, -1), places, strict=True):
            at, to = now - timedelta(days=days), Transfer(TransferReason.NO_ANSWER, to_place=place)
            repos.contacts.add(
                Contact(
                    new_id(), at, at, Channel.PHONE, Outcome.TRANSFERRED, ORN.id, SUDAS_NUMBER, "0812345678",
                    f"id-{SUDA}", SUDA, "สุดา ใจดี", "บัตรหาย", articles=(LOST_CARD,), transfer=to,
                )
            )  # fmt: skip


def test_a_caller_is_passed_on_with_two_keys_after_the_answer(at_desk: Driver) -> None:
    at_desk.find("บัตรหาย", LOST_CARD)

    at_desk.press("Ctrl+2", "3")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 2
    assert (contact.outcome, contact.queries, contact.articles) == (Outcome.TRANSFERRED, ("บัตรหาย",), ())
    assert contact.transfer is not None
    assert (contact.transfer.reason, contact.transfer.to_text) == (TransferReason.AUTHORITY, "วรรณา ศรีสุข")
    assert "บัตรหาย" in contact.transfer.slip
    assert at_desk.desk.view.box.hasFocus()


def test_three_keys_with_the_number_keys(at_desk: Driver) -> None:
    at_desk.find("lost card", LOST_CARD)

    at_desk.press("Ctrl+Return", "2", "1")

    assert at_desk.wait_for_record(1).outcome is Outcome.TRANSFERRED
    assert at_desk.keys == 3


def test_what_the_guard_shows_is_answered_here_instead(at_desk: Driver) -> None:
    at_desk.find("บัตรหาย", LOST_CARD)

    at_desk.press("Ctrl+2", "Return")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 2
    assert (contact.outcome, contact.articles, contact.transfer) == (Outcome.ANSWERED, (LOST_CARD,), None)


def test_one_who_was_passed_on_twice_is_shown_in_red_with_the_way_they_came(at_desk: Driver) -> None:
    passed_on_before(at_desk, "การเงิน", "ทะเบียน")
    at_desk.desk.session.set_number(SUDAS_NUMBER)
    at_desk.find("บัตรหาย", LOST_CARD)

    at_desk.press("F11", "Ctrl+2")

    head = at_desk.desk.view.transfer.head
    at_desk.wait_for(head.tag.isVisible)
    assert head.tag.accessibleName() == "รายนี้ถูกโอนมาแล้ว 2 ครั้งในเรื่องนี้"
    assert (head.tag._look.state, head.tag._look.icon) == ("danger", "triangle-alert")
    assert (head.way.text(), head.here.text()) == ("ประชาสัมพันธ์ → การเงิน → ทะเบียน →", "ที่นี่")


def test_the_slip_goes_out_with_the_number_and_that_is_on_record(at_desk: Driver) -> None:
    at_desk.desk.session.set_person(f"id-{SUDA}", SUDAS_NUMBER)
    at_desk.find("บัตรหาย", LOST_CARD)

    at_desk.press("Ctrl+2", "Ctrl+C")

    slip = at_desk.desk.view.transfer.slip
    at_desk.wait_for(lambda: SUDAS_NUMBER in QGuiApplication.clipboard().text())
    assert not any(SUDAS_NUMBER in line for line in slip.slip.masked)
    at_desk.wait_for_data()
    with at_desk.place.services.storage.read() as repos:
        event = repos.audit.latest(1)[0]
    assert (event.kind, event.subject, event.staff) == (AuditKind.COPY, f"id-{SUDA}", ORN.id)


def test_the_printer_is_never_asked_for_over_the_next_call(at_desk: Driver) -> None:
    slips, asked = at_desk.place.pages.slips, list[QPrinter]()

    def choose(printer: QPrinter) -> bool:
        asked.append(printer)
        return False

    slips._choose = choose
    at_desk.find("บัตรหาย", LOST_CARD)
    at_desk.press("Ctrl+2")
    at_desk.wait_for_data()
    busy = Event()
    at_desk.place.slow_tasks.run(lambda: busy.wait(30), lambda _: None)  # a slow computer

    with at_desk.qtbot.waitSignal(slips.dropped, timeout=30_000):
        at_desk.press("Ctrl+P")
        assert at_desk.desk.view.transfer.told.text() == "กำลังเตรียมใบส่งต่อ"
        at_desk.press("3")
        at_desk.wait_for_record(1)
        at_desk.type("ที่จอดรถ")
        busy.set()

    assert asked == []
    assert at_desk.desk.view.box.hasFocus()


def test_a_question_without_an_answer_is_sent_with_a_promise_by_two_keys(at_desk: Driver) -> None:
    at_desk.type("ชาร์จรถไฟฟ้า")
    at_desk.wait_for(lambda: at_desk.desk.results.complete)

    at_desk.press("F10")
    at_desk.wait_for(lambda: at_desk.desk.view.gap.due.text())
    at_desk.press("Ctrl+Return")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 2
    assert (contact.outcome, contact.unanswered) == (Outcome.PROMISED, True)
    assert contact.gap is not None
    assert contact.gap.words == "ชาร์จรถไฟฟ้า"
    promises = at_desk.place.services.promises
    at_desk.wait_for(lambda: [one.due_at is not None for one in promises.due_list().promises] == [True])
    assert promises.due_list().promises[0].contact_id == contact.id


def test_a_question_without_an_answer_is_sent_without_a_promise(at_desk: Driver) -> None:
    at_desk.type("ชาร์จรถไฟฟ้า")
    at_desk.wait_for(lambda: at_desk.desk.results.complete)

    at_desk.press("F10", "Alt+Return")

    contact = at_desk.wait_for_record(1)
    assert at_desk.keys == 2
    assert contact.gap is not None
    assert contact.outcome is Outcome.MESSAGE


def test_a_compliment_and_a_complaint_are_one_key_each(at_desk: Driver) -> None:
    for count, (key, feedback) in enumerate((("8", "compliment"), ("9", "complaint")), 1):
        at_desk.find("บัตรหาย", LOST_CARD)
        at_desk.press("Return", f"Ctrl+{key}", "Ctrl+1")
        assert at_desk.keys == 3
        assert at_desk.wait_for_record(count).feedback == feedback
