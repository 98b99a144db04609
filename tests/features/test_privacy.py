"""Personal data: looks are on record, identity numbers can be hidden, and files tell nothing."""

import zlib
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from frontdesk import logs
from frontdesk.domain.audit import AuditKind
from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import Person
from frontdesk.services.audit import AuditEntry
from tests.features.conftest import OpenDesk
from tests.features.driver import Driver
from tests.features.small_desk import CHAI, NOBODYS_NUMBER, ORN, SUDAS_NUMBER, VISITING
from tests.ui.keys import focused

CTRL = Qt.KeyboardModifier.ControlModifier
NATIONAL_ID = "1-1017-00123-45-6"
NAME, NUMBER, DIGITS, TOLD = "พิมพ์มาดา", "086-777-3131", "0867773131", "เรื่องลับเฉพาะ"


def noted(driver: Driver) -> list[AuditEntry]:
    """What a supervisor reads, newest first."""
    driver.wait_for_data()
    return list(driver.place.services.audit.entries(CHAI.id))


def test_a_look_at_a_number_is_on_record_for_the_supervisor(at_desk: Driver) -> None:
    at_desk.desk.session.set_number(SUDAS_NUMBER)
    at_desk.wait_for(lambda: at_desk.caller == "สุดา ใจดี")
    assert at_desk.desk.view.bar.number.text() == "081-xxx-5678"

    QTest.keyPress(focused(), Qt.Key.Key_R, CTRL)
    assert at_desk.desk.view.bar.number.text() == SUDAS_NUMBER
    QTest.keyRelease(focused(), Qt.Key.Key_R, CTRL)

    (entry,) = noted(at_desk)
    assert (entry.event.kind, entry.event.staff, entry.whose) == (AuditKind.REVEAL, ORN.id, "สุดา ใจดี")
    assert entry.event.detail == "desk"
    assert not any(SUDAS_NUMBER in str(field) or "5678" in str(field) for field in (entry.event.detail,))


def test_a_look_in_the_record_is_the_contacts_where_nobody_is_known(at_desk: Driver) -> None:
    at_desk.desk.session.set_number(NOBODYS_NUMBER)
    at_desk.find("เวลาเยี่ยม", VISITING)
    at_desk.press("Return", "Ctrl+1")
    contact = at_desk.wait_for_record(1)

    at_desk.press("F7")
    page = at_desk.place.pages.log
    at_desk.wait_for(lambda: page.model.contact(0) and page.table.hasFocus())
    at_desk.press("Home", "Return")
    at_desk.wait_for(lambda: page.detail.who.text() == "089-xxx-2222")
    QTest.keyPress(focused(), Qt.Key.Key_R, CTRL)
    assert page.detail.who.text() == NOBODYS_NUMBER
    QTest.keyRelease(focused(), Qt.Key.Key_R, CTRL)

    (entry,) = noted(at_desk)
    assert (entry.event.subject, entry.event.detail, entry.whose) == (contact.id, "log", "")


def test_an_identity_number_is_hidden_with_one_chord_before_it_is_logged(at_desk: Driver) -> None:
    at_desk.find("เวลาเยี่ยม", VISITING)
    at_desk.press("Return")
    at_desk.desk.view.strip.note.setFocus()
    at_desk.type(f"บัตร {NATIONAL_ID}")

    at_desk.press("Ctrl+Shift+X", "Ctrl+1")

    assert at_desk.wait_for_record(1).note == "บัตร x-xxxx-xxxxx-45-6"
    assert at_desk.keys == 3


def test_neither_log_nor_index_nor_any_file_name_tells_of_anybody(open_desk: OpenDesk, folder: Path) -> None:
    handler = logs.start(folder / "logs")
    try:
        live_a_day(open_desk(folder))
    finally:
        logs.stop(handler)

    for file in folder.rglob("*"):
        assert not any(told in file.name for told in (NAME, NUMBER, DIGITS, TOLD))
        if file.is_file() and file.relative_to(folder).parts[0] in ("logs", "index"):
            assert_silent(file.read_bytes())
    assert list((folder / "index").rglob("*"))
    assert (folder / "logs" / "frontdesk.log").read_text("utf-8").count("unexpected") == 1


def live_a_day(driver: Driver) -> None:
    """Put somebody on file, log a contact, look somebody up in vain, and let something go wrong."""
    driver.sit_down(ORN)
    driver.type(f"{NAME} {NUMBER}")
    driver.wait_for(lambda: driver.desk.results.complete)
    driver.press("Ins")
    driver.find("เวลาเยี่ยม", VISITING)
    driver.desk.view.strip.note.setFocus()
    driver.type(f"{TOLD} {NUMBER}")
    driver.press("Ctrl+1")
    driver.wait_for_record(1)
    driver.type(f"{NAME} {TOLD}")
    driver.wait_for(lambda: driver.desk.results.complete)
    driver.place.services.knowledge.revision()
    driver.place.search.refresh()
    logs.note_bug(DeskError("bad_phone", value=f"{NAME} {NUMBER}"))
    driver.wait_until_saved()


def assert_silent(content: bytes) -> None:
    """Look for a name, a number and a note in a file, in the encodings and the compression that indexes use."""
    texts = [content]
    for start in (place for place in range(len(content)) if content[place] == 0x78):  # zlib begins so
        try:
            texts.append(zlib.decompressobj().decompress(content[start:]))
        except zlib.error:
            continue
    for told in (NAME, NUMBER, DIGITS, TOLD):
        for encoding in ("utf-8", "utf-16-le", "utf-16-be", "utf-32-le"):
            assert not any(told.encode(encoding) in text for text in texts)


@pytest.mark.parametrize("told", [NAME, DIGITS])
def test_what_lies_in_a_file_is_found(told: str) -> None:
    for content in (told.encode(), told.encode("utf-16-le"), b"\0" + zlib.compress(told.encode())):
        with pytest.raises(AssertionError):
            assert_silent(b"abc" + content)


def test_an_error_tells_its_code_and_nothing_that_was_typed() -> None:
    error = DeskError("bad_phone", value=f"{NAME} {NUMBER}")

    assert all(told not in f"{error} {error!r}" for told in (NAME, NUMBER, DIGITS))
    assert str(error) == "bad_phone"


def test_a_screen_that_faces_the_counter_hides_what_the_desk_knows(at_desk: Driver) -> None:
    suda = at_desk.place.services.people_book.by_code("P-0001")
    assert isinstance(suda, Person)
    at_desk.place.kit.words.set_discreet(True)
    at_desk.desk.session.set_number(SUDAS_NUMBER)
    at_desk.wait_for(lambda: at_desk.caller == "สุดา ใจดี")
    at_desk.desk.view.bar.number.setFocus()

    assert at_desk.desk.view.bar.number.text() == "081-xxx-5678"
    assert noted(at_desk) == []
    at_desk.place.kit.words.set_discreet(False)
