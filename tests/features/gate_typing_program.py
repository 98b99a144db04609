"""The window as a program of its own, at whose gate somebody types an arrival until it is killed.

``python -m tests.features.gate_typing_program FOLDER`` says on its output, a line each: the process id of its search,
then the belongings in the form after every key.
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
from tests.features.small_desk import ORN
from tests.features.typing_program import KEY_MS, LOOK_MS, say
from tests.ui.keys import type_text

VISITOR, HOST = "วิชัย ทองดี", "วรรณา ศรีสุข"
BELONGINGS = "โน้ตบุ๊ก 1 เครื่อง กล่องเครื่องมือ 2 ใบ one bag "


class GateTypist:
    """Opens the form of an arrival by keys alone, then types into it again and again."""

    def __init__(self, place: Workplace) -> None:
        self._place, self._gate, self._typed = place, place.pages.gate, 0
        self._timer = QTimer(interval=LOOK_MS)
        self._timer.timeout.connect(self._begin)
        self._timer.start()

    def _begin(self) -> None:
        """Type the name, once the gate is ready."""
        if self._place.window.page_id != self._gate.page_id:
            send_keys("F4")
        elif self._gate.box.hasFocus():
            send_keys("Ins")
            type_text(VISITOR)
            send_keys("Tab")
            type_text(HOST)
            self._timer.timeout.disconnect()
            self._timer.timeout.connect(self._go_on)

    def _go_on(self) -> None:
        """Take the host, once the line names them."""
        form = self._gate.forms.form
        if HOST not in form.host.captioned.said:
            return
        send_keys("Return")
        form.plain["belongings"].setFocus()
        say(str(self._place.services.finder_process.pid))  # type: ignore[attr-defined]
        self._timer.timeout.disconnect()
        self._timer.timeout.connect(self._type_on)
        self._timer.setInterval(KEY_MS)

    def _type_on(self) -> None:
        type_text(BELONGINGS[self._typed % len(BELONGINGS)])
        self._typed += 1
        say(self._gate.forms.form.plain["belongings"].text())


def main(folder: Path) -> int:
    """Show the window and type until the end."""
    app = QApplication(sys.argv[:1])
    settings = Settings(theme="light")
    kit, desk = kit_for(settings), Desk(folder)
    assert desk.security.staff()
    place = Workplace(kit, desk, Preferences(kit, KeptSettings(settings, lambda _: None)), folder)
    place.show((1366, 768))
    place.window.activateWindow()
    place.sign_in(ORN)
    typist = GateTypist(place)
    app.setProperty("typist", typist)
    return app.exec()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    sys.exit(main(Path(sys.argv[1])))
