"""Keeps what is typed: soon after a pause, and regularly while there is none."""

from PySide6.QtCore import QObject, QTimer, Signal

PAUSE_MS = 300
"""After this long without a change it is saved: within half a second, writing included."""
LONGEST_MS = 800
"""While changes keep coming it is saved this often: no more than a second is ever lost."""


class Autosave(QObject):
    """Says when it is time to save."""

    due = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pause = self._timer(PAUSE_MS)
        self._longest = self._timer(LONGEST_MS)

    def touch(self) -> None:
        """Note a change that is not saved yet."""
        self._pause.start()
        if not self._longest.isActive():
            self._longest.start()

    @property
    def pending(self) -> bool:
        """Tell whether a change waits to be saved."""
        return self._longest.isActive()

    def settle(self) -> None:
        """Forget waiting changes: they were saved, or are no longer wanted."""
        self._pause.stop()
        self._longest.stop()

    def flush(self) -> None:
        """Save now if anything waits."""
        if self.pending:
            self._fire()

    def _timer(self, ms: int) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.setInterval(ms)
        timer.timeout.connect(self._fire)
        return timer

    def _fire(self) -> None:
        self.settle()
        self.due.emit()
