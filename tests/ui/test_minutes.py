"""The minute passes when the clock's does."""

from datetime import UTC, date, datetime

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.ui.minutes import Minutes


class NearlyFull:
    """A clock just before a full minute."""

    def now(self) -> datetime:
        return datetime(2026, 11, 20, 3, 42, 59, 990_000, tzinfo=UTC)

    def today(self) -> date:
        return date(2026, 11, 20)


def test_a_minute_passes_right_after_it_is_full_and_again(qapp: QApplication, qtbot: QtBot) -> None:
    minutes, passed = Minutes(NearlyFull()), list[bool]()
    minutes.passed.connect(lambda: passed.append(True))
    qtbot.waitUntil(lambda: len(passed) == 2, timeout=5_000)
