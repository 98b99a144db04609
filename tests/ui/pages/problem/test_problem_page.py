"""What stops the start is said calmly, and what can be done is one key away."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.errors import DeskError
from frontdesk.domain.languages import Language
from frontdesk.domain.site import Site
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.problem.page import ProblemPage
from frontdesk.ui.tasks import Tasks

from ...keys import press, type_text

OpenIt = Callable[[DeskError], ProblemPage]


@pytest.fixture
def open_it(tmp_path: Path, kit: Kit, tasks: Tasks, qtbot: QtBot) -> OpenIt:
    def show(error: DeskError) -> ProblemPage:
        page = ProblemPage(kit, error, tmp_path, Desk(tmp_path).backups, tasks)
        qtbot.addWidget(page)
        page.resize(1366, 768)
        page.show()
        page.activateWindow()
        qtbot.waitUntil(lambda: page.choices.rows[0].hasFocus())
        return page

    return show


def said(page: QWidget) -> str:
    return " ".join(widget.accessibleName() for widget in page.findChildren(QWidget))


def titles(page: ProblemPage) -> list[str]:
    return [row.text() for row in page.choices.rows]


@pytest.mark.parametrize(
    ("error", "thai", "english"),
    [
        (DeskError("database_newer", found="0009", known="0003"), "รุ่นใหม่กว่า", "newer version"),
        (DeskError("folder_read_only", folder="desk"), "สิทธิ์", "permissions"),
        (DeskError("disk_full"), "ดิสก์เต็ม", "disk is full"),
        (DeskError("database_busy"), "รอสักครู่", "Wait a little"),
    ],
)
def test_the_sentence_the_place_and_both_languages(
    open_it: OpenIt, kit: Kit, tmp_path: Path, error: DeskError, thai: str, english: str
) -> None:
    page = open_it(error)
    assert thai in said(page)
    assert str(tmp_path) in said(page)
    kit.words.set_language(Language.EN)
    assert english in said(page)
    assert thai not in said(page)


def test_trying_again_is_not_offered_where_it_cannot_help(open_it: OpenIt) -> None:
    assert titles(open_it(DeskError("database_newer", found="9", known="3"))) == ["เปิดโฟลเดอร์อื่น", "ปิดโปรแกรม"]


def test_one_key_tries_again_and_one_quits(open_it: OpenIt, qtbot: QtBot) -> None:
    page = open_it(DeskError("disk_full"))
    with qtbot.waitSignal(page.retry_asked):
        type_text("1")
    press(Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return)
    assert not page.isVisible()


def test_another_folder_is_handed_on(open_it: OpenIt, qtbot: QtBot, tmp_path: Path) -> None:
    page = open_it(DeskError("disk_full"))
    page.open_folder("")  # what the file window gives when it is cancelled
    with qtbot.waitSignal(page.folder_chosen) as chosen:
        page.open_folder(str(tmp_path / "สำรอง"))
    assert chosen.args == [tmp_path / "สำรอง"]


def test_a_damaged_desk_comes_back_from_its_newest_backup(open_it: OpenIt, qtbot: QtBot, tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    desk.site.save(Site("โรงพยาบาลธารบุรี"))
    desk.backups.back_up()
    desk.close()
    for file in tmp_path.glob("frontdesk.db*"):
        file.write_bytes(b"not a database at all " * 400)
    with pytest.raises(DeskError) as damaged:
        Desk(tmp_path).site.get()
    page = open_it(damaged.value)
    assert titles(page)[0] == "กู้คืนจากไฟล์สำรองล่าสุด"
    with qtbot.waitSignal(page.retry_asked):
        type_text("1")
    again = Desk(tmp_path)
    assert again.site.get().name == "โรงพยาบาลธารบุรี"
    again.close()


def test_without_a_backup_nothing_is_promised(open_it: OpenIt) -> None:
    assert "กู้คืนจากไฟล์สำรองล่าสุด" not in titles(open_it(DeskError("database_damaged", file="frontdesk.db")))
