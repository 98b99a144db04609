"""The log: what goes out as a table, and whose contact it was, all by key."""

import csv
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.audit import AuditKind
from frontdesk.domain.contacts import Channel, Contact, Feedback, Outcome
from frontdesk.domain.languages import Language
from frontdesk.domain.people import Person
from frontdesk.domain.staff import Role, Staff
from frontdesk.domain.transfers import TransferReason
from frontdesk.services.contact_sheet import WIDTHS
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.log.log_words import sheet_words
from frontdesk.ui.pages.log.page import LogPage
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from tests.ui.keys import focused, type_text

from .conftest import ORN

CTRL = Qt.KeyboardModifier.ControlModifier
BOSS = Staff(id="s-boss", code="wanna", name="วรรณา สุขเกษม", role=Role.SUPERVISOR)
Opened = Callable[[], None]


def contact(key: str, **values: object) -> Contact:
    at = datetime.now(UTC)
    kept: dict[str, object] = {"topic": "เรื่อง", "staff": "s-orn", "channel": Channel.PHONE,
                               "outcome": Outcome.ANSWERED, **values}  # fmt: skip
    return Contact(key, at, at, **kept)  # type: ignore[arg-type]


@pytest.fixture
def page(desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher) -> LogPage:
    made = LogPage(kit, desk, tasks, watcher)
    made.sign_in(ORN)
    return made


@pytest.fixture
def open_log(page: LogPage, open_page: Callable[[QWidget], None], qtbot: QtBot) -> Opened:
    """Show the page, and wait until its list is there."""

    def show() -> None:
        open_page(page)
        qtbot.waitUntil(lambda: page.model.complete)

    return show


def press(key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(focused(), key, modifiers)


def test_every_word_of_a_table_is_said_in_both_languages(
    page: LogPage, tmp_path: Path, kit: Kit, qtbot: QtBot, open_log: Opened
) -> None:
    open_log()
    for language, head in ((Language.TH, "ส่งต่อให้"), (Language.EN, "Passed on to")):
        kit.words.set_language(language)
        said = sheet_words(kit.words, language)
        assert said("column", "to") == head
        for sort, codes in {
            "column": tuple(WIDTHS), "channel": tuple(Channel), "outcome": tuple(Outcome), "feedback": tuple(Feedback),
            "reason": tuple(TransferReason), "answer": ("yes",), "title": ("title",),
        }.items():  # fmt: skip
            assert all(said(sort, code) for code in codes)
        file = tmp_path / f"{language}.csv"
        page.out.export(file)
        qtbot.waitUntil(lambda file=file: file.name in page.foot.remark.text())  # type: ignore[misc]
        assert head in file.read_text("utf-8-sig").splitlines()[0]


def test_only_a_supervisor_is_asked_whether_numbers_go_out_in_full(
    page: LogPage, desk: Desk, tmp_path: Path, qtbot: QtBot, open_log: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.storage.write() as repos:
        repos.contacts.add(contact("c8", number="0812345678"))
        repos.staff.save(BOSS)
    open_log()
    file = tmp_path / "ออก.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))

    def phones_of(key: Qt.Key | None, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> set[str]:
        file.unlink(missing_ok=True)
        press(Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
        if key is not None:
            assert page.export_strip.isVisible() and not file.exists()
            press(key, modifiers)
        qtbot.waitUntil(file.exists)
        assert not page.export_strip.isVisible() and page.table.hasFocus()
        rows = csv.DictReader(file.read_text("utf-8-sig").splitlines())
        return {row["หมายเลข"] for row in rows} - {""}

    assert phones_of(None) == {"081-xxx-5678"}
    page.sign_in(BOSS)
    assert phones_of(Qt.Key.Key_Return) == {"081-xxx-5678"}
    assert phones_of(Qt.Key.Key_R, Qt.KeyboardModifier.AltModifier) == {"081-234-5678"}
    press(Qt.Key.Key_S, CTRL | Qt.KeyboardModifier.ShiftModifier)
    press(Qt.Key.Key_Escape)
    assert not page.export_strip.isVisible() and page.table.hasFocus()
    noted = [("s-boss", AuditKind.EXPORT), ("s-boss", AuditKind.EXPORT_FULL), ("s-orn", AuditKind.EXPORT)]
    qtbot.waitUntil(lambda: exports(desk) == noted)


def exports(desk: Desk) -> list[tuple[str, AuditKind]]:
    """Return who took something out, as it is on record by now."""
    with desk.storage.read() as repos:
        return sorted((one.staff, one.kind) for one in repos.audit.latest(5))


def test_a_person_stands_in_a_correction_by_name_and_code(
    page: LogPage, desk: Desk, qtbot: QtBot, open_log: Opened
) -> None:
    with desk.storage.write() as repos:
        repos.people.save(Person(id="p1", code="P-1", given_name="สุดา", family_name="ใจดี"), "s-orn")
        repos.people.save(Person(id="p2", code="P-2", given_name="สุดา", family_name="แก้วดี"), "s-orn")
        known = contact("c8")
        repos.contacts.add(replace(known, person_id="p1", person_code="P-1", person_name="สุดา ใจดี"))
    open_log()
    press(Qt.Key.Key_E, CTRL)
    field = page.strip.fields["person"]
    assert field.text() == "สุดา ใจดี · P-1"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.strip.isVisible())
    assert desk.contact_log.latest()[0].corrections == ()
    press(Qt.Key.Key_E, CTRL)
    field.setFocus()
    field.selectAll()
    type_text("แก้วดี")
    qtbot.waitUntil(lambda: page.strip.offers.accessibleName() == "สุดา แก้วดี · P-2")
    press(Qt.Key.Key_Down)
    assert field.text() == "สุดา แก้วดี · P-2"
    press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not page.strip.isVisible())
    assert desk.contact_log.latest()[0].person_id == "p2"
