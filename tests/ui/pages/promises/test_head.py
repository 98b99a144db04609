"""The due list's head and page say nothing before they are read, and nothing of another list than the one shown."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.languages import Language
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.promises.head import DueHead, Shown
from frontdesk.ui.pages.promises.page import PromisesPage
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

from ..conftest import ORN


@pytest.fixture
def page(desk: Desk, kit: Kit, tasks: Tasks, watcher: Watcher, qtbot: QtBot) -> PromisesPage:
    made = PromisesPage(kit, desk.promises, desk.contact_log, desk.clock, tasks, watcher)
    made.sign_in(ORN)
    qtbot.addWidget(made)
    return made


def said(head: DueHead) -> list[str]:
    return [label.text() for label in (head.counts, head.rate) if label.text()]


def tags(head: DueHead) -> list[bool]:
    return [tag.isVisibleTo(head) for tag in (head.overdue, head.weak)]


@pytest.mark.parametrize("language", list(Language))
def test_before_it_is_read_nothing_is_counted(page: PromisesPage, language: Language) -> None:
    page.kit.words.set_language(language)
    assert (said(page.head), tags(page.head), page.empty.isVisibleTo(page)) == ([], [False, False], False)


def test_once_read_it_counts(page: PromisesPage, qtbot: QtBot, open_page: Callable[[QWidget], None]) -> None:
    open_page(page)
    qtbot.waitUntil(lambda: page.empty.isVisible())
    assert said(page.head) == ["ต้องทำวันนี้ 0"]
    page.kit.words.set_language(Language.EN)
    assert said(page.head) == ["0 to do today"]


def test_another_list_is_not_called_empty_before_it_is_read(
    page: PromisesPage, qtbot: QtBot, open_page: Callable[[QWidget], None]
) -> None:
    open_page(page)
    qtbot.waitUntil(lambda: page.empty.isVisible())
    page.show_only(Shown.CLOSED)
    page.kit.words.changed.emit()  # as when a minute passes meanwhile
    assert not page.empty.isVisible()
    qtbot.waitUntil(lambda: page.empty.isVisible())
    assert page.empty.text() == page.kit.words("promises.empty_closed")


def test_whoever_sits_down_next_does_not_see_the_list_of_the_last(
    page: PromisesPage, qtbot: QtBot, open_page: Callable[[QWidget], None]
) -> None:
    open_page(page)
    qtbot.waitUntil(lambda: page.empty.isVisible())
    page.sign_in(replace(ORN, id="s-next"))
    assert (said(page.head), page.empty.isVisible()) == ([], False)
