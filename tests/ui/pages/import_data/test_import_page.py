"""Bringing a site's own data in by keyboard, on the real services and real files."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.imports import ImportKind
from frontdesk.domain.languages import Language
from frontdesk.importing.writers import FileTableWriter
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.import_data.page import ImportPage
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.choice import ChoiceList

from ...keys import press, type_text

CTRL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
ANSWERS = "code,หัวข้อ,คำตอบ,หมวด\nA1,บัตรหาย,ติดต่อช่อง 3,เวชระเบียน\nA2,ที่จอดรถ,อาคาร 4,ทั่วไป\n"
PEOPLE = "รหัส,ชื่อ,นามสกุล,เบอร์โทร,ชื่อที่เพื่อนเรียก\nP1,สุดา,ใจดี,081-234-5678,ดา\nP2,สมชาย,ใจมั่น,02-123-4567,ชาย\n"
WriteFile = Callable[..., Path]


@pytest.fixture
def write(tmp_path: Path) -> WriteFile:
    def make(text: str, name: str = "ข้อมูล.csv", encoding: str = "utf-8") -> Path:
        file = tmp_path / name
        file.write_bytes(text.encode(encoding))
        return file

    return make


@pytest.fixture
def page(desk: Desk, kit: Kit, tasks: Tasks, qtbot: QtBot) -> ImportPage:
    made = ImportPage(kit, desk.data_import, tasks, "s-orn")
    qtbot.addWidget(made)
    made.resize(1278, 728)
    made.show()
    made.activateWindow()
    made.focus_first()
    qtbot.waitUntil(lambda: made.source.path.hasFocus())
    return made


def look_at(page: ImportPage, file: Path, qtbot: QtBot) -> None:
    """Type the path and press Enter."""
    page.source.path.setFocus()
    page.source.path.clear()
    type_text(str(file))
    with qtbot.waitSignal(page.job.previewed):
        press(Qt.Key.Key_Return)


def try_it(page: ImportPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.job.checked):
        press(Qt.Key.Key_Return, modifiers=CTRL)


def bring_in(page: ImportPage, qtbot: QtBot) -> None:
    try_it(page, qtbot)
    with qtbot.waitSignal(page.imported):
        press(Qt.Key.Key_Return, modifiers=CTRL)


def test_a_file_is_looked_at_tried_brought_in_and_taken_back(
    page: ImportPage, desk: Desk, write: WriteFile, qtbot: QtBot
) -> None:
    look_at(page, write(ANSWERS), qtbot)
    assert page.preview.grid.rowCount() == 2
    assert page.mapping.mapping == {"code": "code", "title": "หัวข้อ", "body": "คำตอบ", "category": "หมวด"}
    try_it(page, qtbot)
    assert "ใหม่ 2" in page.state.text()
    assert page.go.text() == "นำเข้า 2 แถว"
    assert desk.knowledge.by_code("A1") is None  # trying writes nothing
    with qtbot.waitSignal(page.imported), qtbot.waitSignal(page.job.last_known):
        press(Qt.Key.Key_Return, modifiers=CTRL)
    found = desk.knowledge.by_code("A1")
    assert found is not None
    assert (found.title, found.body) == ("บัตรหาย", "ติดต่อช่อง 3")
    assert "ข้อมูล.csv" in page.undo.label.text()
    press(Qt.Key.Key_Z, modifiers=ALT)
    assert "2 แถว" in page.undo.button.text()
    with qtbot.waitSignal(page.undone) as undone:
        press(Qt.Key.Key_Z, modifiers=ALT)
    assert undone.args == [2]
    gone = desk.knowledge.by_code("A1")
    assert gone is None or gone.archived


def test_an_address_book_is_about_people_and_has_no_delimiter(
    page: ImportPage, desk: Desk, write: WriteFile, qtbot: QtBot
) -> None:
    card = "BEGIN:VCARD\nVERSION:3.0\nFN:นางสุดา ใจดี\nTEL;TYPE=HOME:02-123-4567\nEND:VCARD\n"
    look_at(page, write(card, "เพื่อน.vcf"), qtbot)
    assert page.source.kind.value == ImportKind.PEOPLE
    assert (page.source.encoding.isVisible(), page.source.delimiter.isVisible()) == (True, False)
    assert page.mapping.mapping == {"code": "code", "name": "name", "phone": "phone"}
    bring_in(page, qtbot)
    assert [match.person.name for match in desk.people.find("021234567").people] == ["สุดา ใจดี"]


def test_undoing_is_asked_twice_and_escape_relents(
    page: ImportPage, desk: Desk, write: WriteFile, qtbot: QtBot
) -> None:
    look_at(page, write(ANSWERS), qtbot)
    bring_in(page, qtbot)
    qtbot.waitUntil(page.undo.button.isVisible)
    press(Qt.Key.Key_Z, modifiers=ALT)
    press(Qt.Key.Key_Escape)
    assert not page.undo.asking
    assert desk.data_import.last() is not None


def test_an_unknown_column_is_offered_and_mapped_by_keyboard(
    page: ImportPage, desk: Desk, write: WriteFile, qtbot: QtBot
) -> None:
    page.open(ImportKind.PEOPLE)
    look_at(page, write(PEOPLE), qtbot)
    assert page.mapping.left_out == ["ชื่อที่เพื่อนเรียก"]
    assert "ชื่อที่เพื่อนเรียก" in page.state.text()
    go_to(page.mapping.rows[-1].choice, "ชื่อเล่น")
    assert page.mapping.left_out == []
    bring_in(page, qtbot)
    person = desk.people_book.by_code("P1")
    assert person is not None
    assert person.nickname == "ดา"


def go_to(choice: ChoiceList, label: str) -> None:
    """Press Up or Down until a label is chosen, or until there is nothing further on."""
    choice.setFocus()
    labels = [choice.itemText(place) for place in range(choice.count())]
    while choice.currentText() != label:
        before = choice.currentIndex()
        press(Qt.Key.Key_Down if before < labels.index(label) else Qt.Key.Key_Up)
        assert choice.currentIndex() != before, f"{label} cannot be reached"


def test_a_field_takes_one_column_only(page: ImportPage, write: WriteFile, qtbot: QtBot) -> None:
    look_at(page, write(ANSWERS), qtbot)
    title, category = page.mapping.rows[1].choice, page.mapping.rows[3].choice
    assert "หัวข้อ · หัวข้อ" in [category.itemText(place) for place in range(category.count())]
    go_to(title, "ไม่นำเข้า")
    go_to(category, "หัวข้อ")
    assert page.mapping.mapping == {"code": "code", "body": "คำตอบ", "title": "หมวด"}
    assert page.mapping.left_out == ["หัวข้อ"]


def test_wrong_rows_are_listed_by_line_and_nothing_is_written(
    page: ImportPage, desk: Desk, write: WriteFile, qtbot: QtBot
) -> None:
    look_at(page, write(ANSWERS + "A1,ซ้ำ,เนื้อหา,x\n,ไม่มีรหัส,เนื้อหา,x\n"), qtbot)
    try_it(page, qtbot)
    rows = [
        [page.errors.grid.index(row, column).data() for column in range(3)]
        for row in range(page.errors.grid.rowCount())
    ]
    assert [(line, column) for line, column, _ in rows] == [("4", "code"), ("5", "code")]
    assert "บรรทัด 2" in rows[0][2]
    assert page.errors.isVisible()
    assert page.errors.hasFocus()
    assert page.go.text() == "ทดลอง"
    assert desk.knowledge.by_code("A2") is None


def test_errors_change_their_language_in_place(page: ImportPage, kit: Kit, write: WriteFile, qtbot: QtBot) -> None:
    look_at(page, write(ANSWERS + "A1,ซ้ำ,เนื้อหา,x\n"), qtbot)
    try_it(page, qtbot)
    kit.words.set_language(Language.EN)
    assert "line 2" in page.errors.grid.index(0, 2).data()
    assert page.state.text().startswith("Errors found: 1")
    assert page.mapping.rows[0].choice.currentText() == "Code"
    assert page.mapping.mapping["title"] == "หัวข้อ"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp874", "utf-16"])
def test_encodings_are_found(page: ImportPage, write: WriteFile, qtbot: QtBot, encoding: str) -> None:
    look_at(page, write(ANSWERS, encoding=encoding), qtbot)
    assert page.preview.grid.index(0, 1).data() == "บัตรหาย"
    assert page.source.encoding.value == encoding.removesuffix("-sig")


def test_encoding_and_delimiter_can_be_changed(page: ImportPage, write: WriteFile, qtbot: QtBot) -> None:
    look_at(page, write(ANSWERS.replace(",", ";")), qtbot)
    assert page.source.delimiter.value == ";"
    page.source.encoding.setFocus()
    with qtbot.waitSignal(page.job.previewed):
        press(Qt.Key.Key_Down)
    assert page.source.encoding.value == "cp874"
    assert page.preview.grid.index(0, 1).data() != "บัตรหาย"


def test_a_workbook_has_no_encoding_to_choose(page: ImportPage, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "คำตอบ.xlsx"
    FileTableWriter().write(file, ("code", "title"), [("A1", "บัตรหาย")])
    look_at(page, file, qtbot)
    assert not page.source.encoding.isVisible()
    bring_in(page, qtbot)


def test_escape_stops_a_long_check_and_nothing_is_written(
    page: ImportPage, desk: Desk, write: WriteFile, qtbot: QtBot
) -> None:
    rows = "".join(f"A{n},หัวข้อ {n},เนื้อหา,หมวด\n" for n in range(30_000))
    look_at(page, write("code,title,body,category\n" + rows), qtbot)
    with qtbot.waitSignal(page.job.progressed):
        press(Qt.Key.Key_Return, modifiers=CTRL)
    assert page.halt.isVisible()
    with qtbot.waitSignal(page.job.stopped):
        press(Qt.Key.Key_Escape)
    assert page.state.text() == "หยุดแล้ว ไม่มีอะไรถูกบันทึก"
    assert page.go.isVisible()
    assert desk.data_import.last() is None


def test_a_file_that_is_no_table_is_refused_in_place(page: ImportPage, tmp_path: Path, qtbot: QtBot) -> None:
    file = tmp_path / "picture.csv"
    file.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 40)
    type_text(str(file))
    with qtbot.waitSignal(page.job.failed):
        press(Qt.Key.Key_Return)
    assert page.state.isVisible()
    assert not page.go.isVisible()


def test_a_missing_file_and_quotes_around_a_path(page: ImportPage, write: WriteFile, qtbot: QtBot) -> None:
    file = write(ANSWERS)
    with qtbot.waitSignal(page.job.previewed):
        page.source.take(f'"{file}"')
    with qtbot.waitSignal(page.job.failed):
        page.source.take(str(file.with_name("ไม่มี.csv")))
    assert "ไม่มี.csv" in page.state.text()


def test_a_dropped_file_is_looked_at(page: ImportPage, write: WriteFile, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(write(ANSWERS)))])
    drop = QDropEvent(
        QPointF(100, 100), Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    with qtbot.waitSignal(page.job.previewed):
        page.dropEvent(drop)
    assert page.preview.grid.rowCount() == 2


def test_importing_the_same_again_changes_nothing(page: ImportPage, write: WriteFile, qtbot: QtBot) -> None:
    file = write(ANSWERS)
    look_at(page, file, qtbot)
    bring_in(page, qtbot)
    look_at(page, file, qtbot)
    try_it(page, qtbot)
    assert "ไม่มีอะไรต้องนำเข้า" in page.state.text()
    assert page.go.text() == "ทดลอง"


def test_escape_leaves_when_nothing_runs(page: ImportPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.left):
        press(Qt.Key.Key_Escape)


def test_every_widget_that_takes_the_focus_has_a_name(page: ImportPage, write: WriteFile, qtbot: QtBot) -> None:
    look_at(page, write(ANSWERS), qtbot)
    takers = [w for w in page.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus and w.isVisible()]
    unnamed = [w for w in takers if not (w.accessibleName() or w.property("text"))]
    assert [type(w).__name__ for w in unnamed] == []


def test_another_file_is_looked_at_and_tried_before_it_is_brought_in(
    page: ImportPage, desk: Desk, write: WriteFile, qtbot: QtBot
) -> None:
    look_at(page, write(ANSWERS), qtbot)
    try_it(page, qtbot)
    other = write(ANSWERS.replace("หมวด", "แผนก").replace("A1", "B1").replace("A2", "B2"), "other.csv")
    page.source.path.setFocus()
    page.source.path.clear()
    type_text(str(other))
    imported: list[object] = []
    page.imported.connect(imported.append)
    with qtbot.waitSignal(page.job.checked):
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return, modifiers=CTRL)  # right behind, before the file can have been looked at
    assert page.mapping.mapping["department"] == "แผนก"
    assert "ใหม่ 2" in page.state.text()
    assert imported == []
    assert desk.knowledge.by_code("B1") is None
