"""Gate and reception see the same: two pages on one desk, and what another program writes."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from frontdesk.app import Desk
from frontdesk.services.finding import Finder
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.board_rows import ColumnKind
from frontdesk.ui.pages.gate.control import DeedKind
from frontdesk.ui.pages.gate.page import GatePage
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

from ...desk.conftest import NearFinder
from ...keys import press, type_text
from ..conftest import ORN
from .conftest import AtGate

A_SECOND = 1_000


@pytest.fixture
def reception(at_gate: AtGate, kit: Kit) -> Iterator[GatePage]:
    """The same board at reception: its own window, data thread and watcher on the same folder."""
    desk, tasks = Desk(at_gate.desk.folder.root), Tasks()
    desk.__dict__["clock"] = at_gate.clock
    watcher = Watcher(desk.storage, tasks)
    search = SearchClient(NearFinder(Finder(desk.storage, desk.index, desk.answering, desk.people, lambda: None)))
    page = GatePage(kit, desk, tasks, watcher, search, lambda: "ประชาสัมพันธ์")
    at_gate.qtbot.addWidget(page)
    page.sign_in(ORN)
    page.resize(1278, 728)
    page.show()
    watcher.start()
    at_gate.qtbot.waitUntil(lambda: page.board.board is not None)
    at_gate.page.activateWindow()
    at_gate.page.focus_first()
    at_gate.qtbot.waitUntil(at_gate.page.box.hasFocus)
    at_gate.settle()
    yield page
    watcher.stop()
    page.hide()
    page.close_down()
    tasks.close()
    search.close()
    desk.close()


def names(page: GatePage, kind: ColumnKind) -> list[str]:
    return [row.visit.name for row in page.board.columns[kind].list.rows]


def test_an_arrival_is_seen_at_reception_within_a_second(at_gate: AtGate, reception: GatePage) -> None:
    at_gate.find("1234")
    at_gate.do(DeedKind.ARRIVED, lambda: press(Qt.Key.Key_Return))
    at_gate.qtbot.waitUntil(lambda: "วิชัย ทองดี" in names(reception, ColumnKind.INSIDE), timeout=A_SECOND)
    assert "วิชัย ทองดี" not in names(reception, ColumnKind.EXPECTED)


def test_a_refresh_moves_neither_words_nor_selection(at_gate: AtGate, reception: GatePage) -> None:
    listed = reception.board.columns[ColumnKind.EXPECTED].list
    listed.select(2)
    reception.type_in("นงนุช")
    at_gate.find("1234")
    at_gate.do(DeedKind.ARRIVED, lambda: press(Qt.Key.Key_Return))
    at_gate.qtbot.waitUntil(lambda: len(listed.rows) == 2, timeout=A_SECOND)
    assert listed.row is not None
    assert listed.row.visit.name == "บ.ธารการแพทย์"
    assert reception.box.text() == "นงนุช"
    at_gate.qtbot.waitUntil(lambda: reception.band.text.title == "นงนุช แสงทอง")


def test_what_is_found_follows_what_others_do(at_gate: AtGate, reception: GatePage) -> None:
    reception.type_in("1234")
    at_gate.qtbot.waitUntil(lambda: reception.band.key.text() == "มาถึงแล้ว")
    type_text("1234")
    at_gate.qtbot.waitUntil(lambda: at_gate.page.results.ready)
    at_gate.do(DeedKind.ARRIVED, lambda: press(Qt.Key.Key_Return))
    at_gate.qtbot.waitUntil(lambda: reception.band.key.text() == "ออกแล้ว", timeout=A_SECOND)


def test_a_visit_written_by_another_program_comes_up(at_gate: AtGate, reception: GatePage) -> None:
    other = Desk(at_gate.desk.folder.root)
    try:
        visit = at_gate.visit("นงนุช แสงทอง")
        other.visits.arrive(visit.id, ORN.id, "ประตู 9")
    finally:
        other.close()
    at_gate.qtbot.waitUntil(lambda: "นงนุช แสงทอง" in names(reception, ColumnKind.INSIDE), timeout=A_SECOND)
