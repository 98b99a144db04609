"""A real desk on a real database, with looks and words, for the pages."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.staff import Staff
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

ORN = Staff(id="s-orn", code="onanong", name="อรอนงค์ พรหมดี", name_en="Onanong")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path)
    with made.storage.write() as repos:
        repos.staff.save(ORN)
    yield made
    made.close()


@pytest.fixture
def tasks(qtbot: QtBot, desk: Desk) -> Iterator[Tasks]:
    """The data thread; a bug on it fails the test."""
    made, reported = Tasks(), list[object]()
    made.reported.connect(reported.append)
    yield made
    made.close()
    assert reported == []


@pytest.fixture
def watcher(desk: Desk, tasks: Tasks) -> Iterator[Watcher]:
    made = Watcher(desk.storage, tasks)
    yield made
    made.stop()


@pytest.fixture
def open_page(qtbot: QtBot) -> Callable[[QWidget], None]:
    """Show a page as the window does: active, with the focus in it."""

    def show(page: QWidget) -> None:
        qtbot.addWidget(page)
        page.resize(1278, 728)
        with qtbot.waitExposed(page):
            page.show()
        page.activateWindow()
        page.setFocus()
        qtbot.waitUntil(lambda: page.isActiveWindow() and page.focusWidget() is not None)

    return show
