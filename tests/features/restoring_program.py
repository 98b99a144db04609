"""The whole program in a process of its own, whose problem page is answered with one key: put the backup back.

Called with the desk's folder. Prints the choices of the page, then "open" once the desk is.
"""

import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from frontdesk.program import main
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.pages.problem.page import ProblemPage

LOOK_MS = 50


class Answerer:
    """Looks for the page and the window until both have been seen."""

    def __init__(self, app: QApplication) -> None:
        self._app, self._answered = app, False
        self._timer = QTimer()
        self._timer.timeout.connect(self._look)
        self._timer.start(LOOK_MS)

    def _look(self) -> None:
        for window in self._app.topLevelWidgets():
            if isinstance(window, ProblemPage) and not self._answered:
                self._answer(window)
            elif isinstance(window, MainWindow) and window.isVisible():
                print("open", flush=True)  # noqa: T201
                self._timer.stop()
                self._app.quit()

    def _answer(self, page: ProblemPage) -> None:
        first = page.choices.rows[0]
        if first.hasFocus():
            self._answered = True
            print(*(row.text() for row in page.choices.rows), sep="|", flush=True)  # noqa: T201
            QTest.keyClick(first, Qt.Key.Key_1)


if __name__ == "__main__":
    answerer = Answerer(QApplication([]))
    sys.exit(main(["--data", sys.argv[1]]))
