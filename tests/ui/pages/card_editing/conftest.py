"""A card that is open, in the forms that the tests ask for."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.people.page import PeoplePage
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from tests.ui.keys import press
from tests.ui.pages.card_editing.hands import CTRL, STAFF_MEMBER, SUDA, WILAI
from tests.ui.pages.conftest import ORN


@pytest.fixture
def page(
    desk: Desk, tasks: Tasks, kit: Kit, watcher: Watcher, open_page: Callable[[QWidget], None], qtbot: QtBot
) -> PeoplePage:
    for person in (SUDA, WILAI):
        desk.people_book.save(person, ORN.id)
    made = PeoplePage(kit, desk.people, desk.people_book, desk.contact_log, tasks, watcher, desk)
    made.sign_in(ORN)
    open_page(made)
    made.open_person("p-suda")
    qtbot.waitUntil(lambda: made.card.person_id == "p-suda")
    return made


@pytest.fixture
def on_card(page: PeoplePage, qtbot: QtBot) -> PeoplePage:
    """The ring stands on the first value."""
    press(Qt.Key.Key_E, modifiers=CTRL)
    qtbot.waitUntil(page.editing.walker.hasFocus)
    return page


@pytest.fixture
def on_colleague(page: PeoplePage, desk: Desk, qtbot: QtBot) -> PeoplePage:
    """The ring stands on the card of a member of staff."""
    desk.people_book.save(STAFF_MEMBER, ORN.id)
    page.open_person("p-chai")
    qtbot.waitUntil(lambda: page.card.person_id == "p-chai")
    press(Qt.Key.Key_E, modifiers=CTRL)
    qtbot.waitUntil(page.editing.walker.hasFocus)
    return page


@pytest.fixture
def at_counter(page: PeoplePage) -> Iterator[None]:
    page.kit.words.set_discreet(True)
    yield
    page.kit.words.set_discreet(False)
