"""Tells when a notice is over, so that none is shown after its moment."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.domain.notices import Notice
from frontdesk.services.ports import Clock

LONGEST_WAIT_MS, AFTER_MS = 60_000, 30
"""The clock may be set: look at least once a minute."""


class NoticeEnds(QObject):
    """``passed`` comes shortly after the first of the notices it waits for is over, and now and then before."""

    passed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.passed)

    def wait_for(self, notices: Iterable[Notice]) -> None:
        """Wait for the first of these to be over; where none ever is, for nothing."""
        ends = [one.terms.until for one in notices if one.terms.until is not None]
        if not ends:
            self._timer.stop()
            return
        left = round((min(ends) - self._clock.now()).total_seconds() * 1000)
        self._timer.start(min(max(left, 0) + AFTER_MS, LONGEST_WAIT_MS))
