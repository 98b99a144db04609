"""The real window on a real desk in a fresh folder, with its database, data thread and search process."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.languages import Language
from frontdesk.settings import Settings
from frontdesk.ui.kit import Kit
from frontdesk.ui.preferences import KeptSettings, Preferences, kit_for
from frontdesk.ui.workplace import Workplace
from tests.features.driver import Driver
from tests.features.small_desk import ORN, make_small_desk
from tests.ui.conftest import HARMLESS

OpenDesk = Callable[[Path], Driver]
SETTINGS = Settings(theme="light", desk_name="โต๊ะ A")


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("qt_log_ignore", HARMLESS)


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small desk, made once; every story works on a copy."""
    folder = tmp_path_factory.mktemp("filled") / "desk"
    make_small_desk(folder)
    return folder


@pytest.fixture
def folder(filled: Path, tmp_path: Path) -> Path:
    """A desk's folder that only this story uses."""
    return Path(shutil.copytree(filled, tmp_path / "desk"))


@pytest.fixture
def kit(qapp: QApplication) -> Iterator[Kit]:
    made = kit_for(SETTINGS)
    yield made
    made.words.set_language(Language.EN)  # takes Qt's Thai words out of the application


@pytest.fixture
def open_desk(qtbot: QtBot, kit: Kit) -> Iterator[OpenDesk]:
    """Opens the window on a folder; a bug on the data thread, or a thread left behind, fails the story."""
    places: list[Workplace] = []
    bugs: list[object] = []

    def opened(folder: Path) -> Driver:
        place = Workplace(kit, Desk(folder), Preferences(kit, KeptSettings(SETTINGS, lambda _: None)), folder)
        place.tasks.reported.connect(bugs.append)
        places.append(place)
        qtbot.addWidget(place.window)
        place.window.show()
        place.window.activateWindow()
        return Driver(qtbot, place)

    yield opened
    for place in places:
        place.close()
        place.deleteLater()
    assert bugs == []


@pytest.fixture
def at_desk(open_desk: OpenDesk, folder: Path) -> Driver:
    """Orn sits at her desk, and nobody has called yet."""
    driver = open_desk(folder)
    driver.sit_down(ORN)
    return driver
