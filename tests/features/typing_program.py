"""The window as a program of its own, at which somebody types without a pause until it is killed.

``python -m tests.features.typing_program FOLDER`` says on its output, a line each: the process id
of its search, then the words in the note after every key.
"""

import os
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from frontdesk.app import Desk
from frontdesk.settings import Settings
from frontdesk.ui.preferences import KeptSettings, Preferences, kit_for
from frontdesk.ui.workplace import Workplace
from tests.features.driver import send_keys
from tests.features.small_desk import LOST_CARD, ORN, SUDAS_NUMBER
from tests.ui.keys import type_text

QUERY, NOTE = "บัตรหาย", "คุณสุดารออยู่หน้าห้องเวชระเบียน will call back at 15:00 "
KEY_MS, LOOK_MS = 80, 10


class Typist:
    """Takes a call by keys alone, then types a note again and again."""

    def __init__(self, place: Workplace) -> None:
        self._place, self._desk, self._typed = place, place.pages.desk, 0
        self._timer = QTimer(interval=LOOK_MS)
        self._timer.timeout.connect(self._begin)
        self._timer.start()

    def _begin(self) -> None:
        """Ask, once the desk is ready; go on when the answer is there."""
        if not len(self._desk.results.titles.quick) or not self._desk.view.box.hasFocus():
            return
        if self._desk.session.draft is None:
            self._desk.session.set_number(SUDAS_NUMBER)
            type_text(QUERY)
        elif self._desk.results.complete and self._desk.caller.state.card is not None:
            self._answer()

    def _answer(self) -> None:
        send_keys("Return")
        assert self._desk.session.draft is not None
        assert self._desk.session.draft.articles == (LOST_CARD,)
        self._desk.view.strip.note.setFocus()
        say(str(self._place.services.finder_process.pid))  # type: ignore[attr-defined]
        self._timer.timeout.disconnect()
        self._timer.timeout.connect(self._type_on)
        self._timer.setInterval(KEY_MS)

    def _type_on(self) -> None:
        type_text(NOTE[self._typed % len(NOTE)])
        self._typed += 1
        say(self._desk.view.strip.note.text())


def say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def main(folder: Path) -> int:
    """Show the window and type until the end."""
    app = QApplication(sys.argv[:1])
    settings = Settings(theme="light")
    kit = kit_for(settings)
    desk = Desk(folder)
    assert desk.security.staff()
    place = Workplace(kit, desk, Preferences(kit, KeptSettings(settings, lambda _: None)), folder)
    place.show((1366, 768))
    place.window.activateWindow()
    place.sign_in(ORN)
    typist = Typist(place)
    app.setProperty("typist", typist)
    return app.exec()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(Path(sys.argv[1])))
