"""What tests of the window share: the looks, a real desk in a fresh folder, the data thread.

Every test also fails when it leaves a window open.
"""

import gc
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from frontdesk.app import Desk
from frontdesk.domain.languages import Language
from frontdesk.ui.kit import Kit, make_kit
from frontdesk.ui.memory import Collector
from frontdesk.ui.tasks import Tasks

MOST_CLOSED = 20
"""Windows of earlier tests that may wait for the collector; with every one the looks of the next take longer."""
HARMLESS = r"This plugin does not support (propagateSizeHints|raise\(\))"


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("qt_log_ignore", HARMLESS)


@pytest.fixture(autouse=True, scope="session")
def collector(qapp: QApplication) -> Iterator[Collector]:
    """Widgets end on the window's thread, as in the program."""
    made = Collector()
    yield made
    made.stop()


@pytest.fixture(autouse=True)
def no_window_left(qapp: QApplication) -> Iterator[None]:
    """Fail a test that leaves a window on the screen. What it made and closed ends with it."""
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    if len(qapp.topLevelWidgets()) > MOST_CLOSED:
        gc.collect()
    left = [type(window).__name__ for window in qapp.topLevelWidgets() if window.isVisible()]
    assert not left


@pytest.fixture
def kit(qapp: QApplication) -> Iterator[Kit]:
    """The kit in Thai, light, at 100 %."""
    made = make_kit(Language.TH, "light")
    yield made
    made.words.qt_words.speak(Language.EN)  # takes Qt's Thai words out of the application


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = Desk(tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    made, bugs = Tasks(), list[object]()
    made.reported.connect(bugs.append)
    yield made
    made.close()
    assert bugs == []


class FixedClock:
    """A clock that stands at 10:42 in Bangkok on 20 November 2026."""

    def now(self) -> datetime:
        return datetime(2026, 11, 20, 3, 42, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 11, 20)


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()
