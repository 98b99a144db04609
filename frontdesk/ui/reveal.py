"""Ctrl+R held down: numbers are shown in full, for as long as the keys are down."""

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

KEYS = "Ctrl+R"
LEAVING = (QEvent.Type.FocusOut, QEvent.Type.WindowDeactivate, QEvent.Type.ApplicationStateChange)


class Reveal(QObject):
    """``changed`` carries whether full numbers are to be shown. Holds while ``inside`` has the focus.

    The press is read as a shortcut, so that it works on a Thai keyboard too; every event of the
    program is looked at only while the keys are down.
    """

    changed = Signal(bool)

    def __init__(self, inside: QWidget) -> None:
        super().__init__(inside)
        self._shown = False
        shortcut = QShortcut(QKeySequence(KEYS), inside)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self._begin)

    @property
    def shown(self) -> bool:
        return self._shown

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        released = event.type() == QEvent.Type.KeyRelease
        again = isinstance(event, QKeyEvent) and event.isAutoRepeat()
        if (released and not again) or event.type() in LEAVING:
            self._end()
        return False

    def _begin(self) -> None:
        if not self._shown:
            self._shown = True
            _program().installEventFilter(self)
            self.changed.emit(True)

    def _end(self) -> None:
        if self._shown:
            self._shown = False
            _program().removeEventFilter(self)
            self.changed.emit(False)


def _program() -> QCoreApplication:
    program = QCoreApplication.instance()
    assert program is not None
    return program
