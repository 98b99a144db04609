"""The real window on a real desk in a fresh folder, with its database, data thread and search process."""

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.languages import Language
from frontdesk.settings import Settings
from frontdesk.ui.kit import Kit
from frontdesk.ui.preferences import KeptSettings, Preferences, kit_for
from frontdesk.ui.windows import Windows
from frontdesk.ui.workplace import Workplace
from tests.features.driver import Driver
from tests.features.small_desk import CHAI, ORN, make_small_desk
from tests.ui.conftest import HARMLESS, collector, no_window_left

__all__ = ["collector", "no_window_left"]
"""Fixtures of all tests of the window."""

OpenDesk = Callable[[Path], Driver]
Keep = Callable[[Workplace], None]
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
    made.words.qt_words.speak(Language.EN)  # takes Qt's Thai words out of the application


@pytest.fixture
def keep_picture(request: pytest.FixtureRequest) -> Keep:
    """Keeps a picture of a window where they are asked for: pytest tests/features -k gate --pictures DIR."""
    folder: str | None = request.config.getoption("--pictures")
    story = re.sub(r"[^\w-]+", "-", request.node.name)

    def keep(place: Workplace) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            seen = len(list(Path(folder).glob(f"{story}*.png")))
            place.window.grab().save(str(Path(folder) / f"{story}{f'-{seen + 1}' if seen else ''}.png"))

    return keep


@pytest.fixture
def open_desk(qtbot: QtBot, kit: Kit, keep_picture: Keep) -> Iterator[OpenDesk]:
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
        keep_picture(place)
        place.close()
        place.deleteLater()
    assert bugs == []


@pytest.fixture
def windows(qtbot: QtBot, kit: Kit, folder: Path, keep_picture: Keep) -> Iterator[Windows]:
    """The windows of one desk on this computer, the first of them open; nobody has signed in."""
    bugs: list[object] = []
    made = Windows(kit, Desk(folder), Preferences(kit, KeptSettings(SETTINGS, lambda _: None)), folder)
    made.opened.connect(lambda place: place.tasks.reported.connect(bugs.append))
    first = made.open_first()
    first.window.show()
    first.come_forward()
    yield made
    for place in made.places:
        keep_picture(place)
    made.close()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert bugs == []


@pytest.fixture
def reception(qtbot: QtBot, windows: Windows) -> Driver:
    """Orn sits at reception, in the first window."""
    driver = Driver(qtbot, windows.places[0])
    driver.sit_down(ORN)
    return driver


@pytest.fixture
def gate(qtbot: QtBot, windows: Windows, reception: Driver) -> Driver:
    """Chai sits at the gate, in another window of the same desk."""
    reception.press("Ctrl+Shift+N")
    driver = Driver(qtbot, windows.places[-1], reception)
    driver.turn_to()
    driver.sit_down(CHAI)
    return driver


@pytest.fixture
def at_desk(open_desk: OpenDesk, folder: Path) -> Driver:
    """Orn sits at her desk, and nobody has called yet."""
    driver = open_desk(folder)
    driver.sit_down(ORN)
    return driver
