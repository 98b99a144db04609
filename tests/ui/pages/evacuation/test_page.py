"""The roll with real keys on the real services: ticked, counted, printed, and there when nothing can be read."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.errors import DeskError
from frontdesk.domain.evacuation import Purpose
from frontdesk.domain.languages import Language
from frontdesk.domain.visits import Visit
from frontdesk.storage.repositories import SqlRepositories
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.evacuation.items import RollRow
from frontdesk.ui.pages.evacuation.page import EvacuationPage
from frontdesk.ui.pages.evacuation.printing import RollPrinting
from frontdesk.ui.pages.evacuation.session import EvacuationSession
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

from ...keys import press, type_text
from ..conftest import ORN

CONTROL = Qt.KeyboardModifier.ControlModifier
Key = Qt.Key


class Fault:
    """Stands before the database, and can take it away: for reading, for writing, or both."""

    def __init__(self, desk: Desk) -> None:
        self._storage, self.reading, self.writing = desk.storage, False, False

    @contextmanager
    def read(self) -> Iterator[SqlRepositories]:
        if self.reading:
            raise DeskError("database_busy")
        with self._storage.read() as repos:
            yield repos

    @contextmanager
    def write(self) -> Iterator[SqlRepositories]:
        if self.writing:
            raise DeskError("database_busy")
        with self._storage.write() as repos:
            yield repos


@pytest.fixture
def fault(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> Fault:
    made = Fault(desk)
    monkeypatch.setattr(desk.evacuations, "_storage", made)
    return made


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    return tmp_path / "out.pdf"


@pytest.fixture
def page(
    desk: Desk, kit: Kit, tasks: Tasks, watcher: Watcher, fault: Fault, paper: Path,
    open_page: Callable[[QWidget], None],
) -> EvacuationPage:  # fmt: skip
    """Orn's page with three visits inside, seven people; the roll was read when she signed in."""
    for name, place, party in (("สมศรี บุญมา", "ตึก 5", 1), ("Peter Brown", "", 2), ("บ.ธารการแพทย์", "คลังยา", 4)):
        plate = "บว 2203" if party == 4 else ""
        desk.visits.walk_in(Visit("", desk.clock.today(), name, place=place, party=party, plate=plate), ORN.id)

    def to_file() -> QPrinter:
        printer = QPrinter(QPrinter.PrinterMode.ScreenResolution)
        printer.setOutputFileName(str(paper))
        return printer

    session = EvacuationSession(desk.evacuations, tasks, watcher)
    made = EvacuationPage(kit, session, RollPrinting(desk.evacuations, desk.open_pages, tasks, to_file, session))
    session.setParent(made)
    made.sign_in(ORN, "ป้อม 1")
    open_page(made)
    return made


def names(page: EvacuationPage) -> list[str]:
    return [item.row.name for item in page.list.items if isinstance(item, RollRow)]


def begin(page: EvacuationPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.session.muster is not None)
    with qtbot.waitSignal(page.printing.printed, timeout=20_000):
        page.begin()
    qtbot.waitUntil(lambda: page.session.lasting is not None)


def stored(desk: Desk) -> dict[str, int]:
    return {row.name: row.found for row in desk.evacuations.muster().roll.rows}


def test_everyone_stands_on_it_at_once_and_goes_to_the_printer(
    page: EvacuationPage, qtbot: QtBot, paper: Path, desk: Desk
) -> None:
    qtbot.waitUntil(lambda: page.session.muster is not None)
    with qtbot.waitSignal(page.printing.printed, timeout=20_000):
        page.begin()
        assert names(page) == ["บ.ธารการแพทย์", "สมศรี บุญมา", "Peter Brown"]  # before anything was read anew
        assert page.head.missing.text() == "ยังไม่พบ 7"
    assert paper.read_bytes()[:4] == b"%PDF"
    assert page.head.paper.text() == "พิมพ์รายชื่อแล้ว 1 หน้า"
    assert page.head.title.text() == "อพยพ"
    with desk.storage.read() as repos:
        assert [event.detail for event in repos.audit.latest(9)] == ["rolls 1"]
    page.grab()


def test_space_ticks_and_goes_on_to_the_next_who_is_missing(page: EvacuationPage, qtbot: QtBot, desk: Desk) -> None:
    begin(page, qtbot)
    press(Key.Key_Space)
    assert page.head.found.text() == "พบ 4/7"
    assert names(page) == ["สมศรี บุญมา", "Peter Brown", "บ.ธารการแพทย์"]
    assert page.list.row is not None
    assert page.list.row.row.name == "สมศรี บุญมา"
    press(Key.Key_Space, Key.Key_Space)
    assert page.head.missing.text() == "พบครบแล้ว"
    qtbot.waitUntil(lambda: not page.session.unsaved)
    assert sum(stored(desk).values()) == 7


def test_a_group_is_ticked_by_its_number(page: EvacuationPage, qtbot: QtBot, desk: Desk) -> None:
    begin(page, qtbot)
    type_text("3")
    assert page.list.row is not None
    assert page.list.row.state == "พบ 3/4 คน"
    assert page.head.found.text() == "พบ 3/7"
    assert page.box.text() == ""
    type_text("9")
    assert page.head.found.text() == "พบ 3/7"  # there are not so many
    qtbot.waitUntil(lambda: stored(desk)["บ.ธารการแพทย์"] == 3)


def test_a_plate_that_begins_with_a_digit_counts_nobody(page: EvacuationPage, qtbot: QtBot, desk: Desk) -> None:
    begin(page, qtbot)
    type_text("1")
    assert page.head.found.text() == "พบ 1/7"
    press(Key.Key_Shift)
    type_text("กก")
    assert page.box.text() == "1กก"
    assert page.head.found.text() == "พบ 0/7"
    page.box.clear()
    press(Key.Key_Z, modifiers=Qt.KeyboardModifier.ControlModifier)
    assert page.head.found.text() == "พบ 0/7"
    qtbot.waitUntil(lambda: stored(desk)["บ.ธารการแพทย์"] == 0)


def test_the_digits_of_a_groups_own_plate_go_on_finding_it(page: EvacuationPage, qtbot: QtBot) -> None:
    begin(page, qtbot)
    type_text("บว2203")
    assert page.box.text() == "บว2203"
    assert names(page) == ["บ.ธารการแพทย์"]
    assert page.head.found.text() == "พบ 0/7"
    type_text("2")  # no plate goes on so: it is how many
    assert page.head.found.text() == "พบ 2/7"


def test_a_space_between_two_words_ticks_nobody_while_several_are_meant(page: EvacuationPage, qtbot: QtBot) -> None:
    begin(page, qtbot)
    type_text("ร ")
    assert page.head.found.text() == "พบ 0/7"
    assert page.box.text() == "ร "
    assert len(names(page)) > 1


def test_letters_find_somebody_and_the_tick_brings_the_others_back(page: EvacuationPage, qtbot: QtBot) -> None:
    begin(page, qtbot)
    type_text("บุญ")
    assert names(page) == ["สมศรี บุญมา"]
    press(Key.Key_Space)
    assert page.box.text() == ""
    assert names(page)[-1] == "สมศรี บุญมา"
    type_text("หยยพ")  # peter is not written so on any keyboard
    assert names(page) == []
    press(Key.Key_Escape)
    assert len(names(page)) == 3


def test_the_wrong_keyboard_finds_them_too(page: EvacuationPage, qtbot: QtBot) -> None:
    begin(page, qtbot)
    type_text("ยำะำพ")
    assert names(page) == ["Peter Brown"]


def test_a_slip_of_the_hand_is_taken_back(page: EvacuationPage, qtbot: QtBot, desk: Desk) -> None:
    begin(page, qtbot)
    press(Key.Key_Space)
    press(Key.Key_Z, modifiers=CONTROL)
    assert page.head.found.text() == "พบ 0/7"
    press(Key.Key_Space, Key.Key_End, Key.Key_Space)  # found, and then not found after all
    assert page.head.found.text() == "พบ 0/7"
    qtbot.waitUntil(lambda: not page.session.unsaved)
    assert sum(stored(desk).values()) == 0


def test_what_another_window_ticks_is_seen_here(
    page: EvacuationPage, qtbot: QtBot, desk: Desk, watcher: Watcher
) -> None:
    begin(page, qtbot)
    watcher.start()
    assert page.session.lasting is not None
    key = page.list.key
    desk.evacuations.count(page.session.lasting.id, {key: 4}, "")
    qtbot.waitUntil(lambda: page.head.found.text() == "พบ 4/7")


def test_the_end_is_asked_about_and_who_is_missing_is_kept(page: EvacuationPage, qtbot: QtBot, desk: Desk) -> None:
    begin(page, qtbot)
    type_text("3")
    press(Key.Key_Return, modifiers=CONTROL)
    assert page.end_bar.said.text() == "จะบันทึกว่ายังไม่พบ 4 คน ครั้งนี้คืออะไร"
    press(Key.Key_Escape)
    assert not page.asking
    assert page.box.hasFocus()
    press(Key.Key_Return, modifiers=CONTROL)
    with qtbot.waitSignal(page.left):
        press(Key.Key_2)
    [ended] = desk.evacuations.past()
    assert (ended.purpose, ended.people, ended.found, ended.ended_by) == (Purpose.DRILL, 7, 3, ORN.id)
    missing = {visit.name: people for visit, people in desk.evacuations.missing(ended.id)}
    assert missing == {"สมศรี บุญมา": 1, "Peter Brown": 2, "บ.ธารการแพทย์": 1}


def test_the_roll_is_there_when_the_database_is_not(
    page: EvacuationPage, qtbot: QtBot, fault: Fault, paper: Path, desk: Desk
) -> None:
    qtbot.waitUntil(lambda: page.session.muster is not None)
    fault.reading = fault.writing = True
    with qtbot.waitSignal(page.printing.printed, timeout=20_000):
        page.begin()
    assert names(page) == ["บ.ธารการแพทย์", "สมศรี บุญมา", "Peter Brown"]
    assert paper.exists()
    press(Key.Key_Space)
    assert page.head.found.text() == "พบ 4/7"
    qtbot.waitUntil(lambda: "รอเก็บ 1 รายการ" in page.head.line.text())
    fault.reading = fault.writing = False
    qtbot.waitUntil(lambda: not page.session.unsaved and page.session.lasting is not None, timeout=10_000)
    assert stored(desk)["บ.ธารการแพทย์"] == 4
    assert page.head.found.text() == "พบ 4/7"


def test_what_was_never_read_says_so_and_comes_by_itself(page: EvacuationPage, qtbot: QtBot, fault: Fault) -> None:
    qtbot.waitUntil(lambda: page.session.muster is not None)
    fault.writing, page.session.muster = True, None
    page.begin()
    qtbot.waitUntil(lambda: "ยังอ่านรายชื่อไม่ได้" in page.head.line.text())
    fault.writing = False
    with qtbot.waitSignal(page.printing.printed, timeout=20_000):
        qtbot.waitUntil(lambda: len(names(page)) == 3, timeout=10_000)


def test_without_a_printer_the_roll_says_what_to_press(page: EvacuationPage, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: page.session.muster is not None)
    page.printing._find = lambda: None
    with qtbot.waitSignal(page.printing.failed, timeout=20_000):
        page.begin()
    assert "Ctrl+P" in page.head.paper.text()
    page.kit.words.set_language(Language.EN)
    assert page.head.paper.text().startswith("No printer is set here")
    assert len(names(page)) == 3


@pytest.mark.parametrize("language", list(Language))
def test_it_reads_in_both_languages(page: EvacuationPage, qtbot: QtBot, kit: Kit, language: Language) -> None:
    begin(page, qtbot)
    kit.words.set_language(language)
    page.grab()
    assert page.head.missing.text() == {Language.TH: "ยังไม่พบ 7", Language.EN: "7 missing"}[language]
