"""The whole program in a process of its own: a second window is opened with its key, then both are closed.

Called with the desk's folder and what else the program shall be told. Prints how many windows are open before each
step, and on how many screens they stand; its end is the program's own.
"""

import sys
from collections.abc import Callable, Iterator

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from frontdesk.program import main
from frontdesk.ui.main_window import MainWindow
from tests.features.driver import send_keys

LOOK_MS = 50
Step = tuple[int, Callable[[list[MainWindow]], object]]


class Hands:
    """Acts as soon as so many windows are open."""

    def __init__(self, app: QApplication) -> None:
        self._app, self._steps = app, iter(self._plan())
        self._wanted, self._act = next(self._steps)
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _plan(self) -> Iterator[Step]:
        yield 1, lambda _: send_keys("Ctrl+Shift+N")
        yield 2, lambda windows: windows[0].close()
        yield 1, lambda windows: windows[0].close()

    def _look(self) -> None:
        windows = [one for one in self._app.topLevelWidgets() if isinstance(one, MainWindow) and one.isVisible()]
        if len(windows) == self._wanted:
            windows[0].activateWindow()  # without a screen, nobody else gives the keyboard to who is left
        if len(windows) == self._wanted and QApplication.focusWidget() is not None:
            print(len(windows), len({one.screen().name() for one in windows}), flush=True)  # noqa: T201
            act = self._act
            self._wanted, self._act = next(self._steps, (0, len))
            act(windows)


if __name__ == "__main__":
    hands = Hands(QApplication([]))
    sys.exit(main(["--data", *sys.argv[1:]]))
