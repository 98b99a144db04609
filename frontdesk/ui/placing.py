"""Where windows stand: in front of the others, and each on a screen of its own where there are enough."""

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget


def bring_forward(window: QWidget) -> None:
    """Show a window before all others, as large as it was."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()


def put_on_free_screen(window: QWidget, others: Iterable[QWidget]) -> None:
    """Move a window to the first screen on which none of the others stands, if there is one."""
    taken = [other.screen() for other in others]
    free = next((screen for screen in QGuiApplication.screens() if screen not in taken), None)
    if free is not None:
        window.move(free.availableGeometry().topLeft())
