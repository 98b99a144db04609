"""Tells when a minute has passed, for what is only true at a time of the day."""

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from frontdesk.services.ports import Clock

MINUTE_MS, AFTER_MS = 60_000, 50


class Minutes(QObject):
    """``passed`` comes shortly after each full minute of the clock."""

    passed = Signal()

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._timer = QTimer(self, singleShot=True)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.timeout.connect(self._pass)
        self._wait()

    def _pass(self) -> None:
        self._wait()
        self.passed.emit()

    def _wait(self) -> None:
        now = self._clock.now()
        gone = now.second * 1_000 + now.microsecond // 1_000
        self._timer.start(MINUTE_MS - gone + AFTER_MS)
