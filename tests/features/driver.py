"""Hands and eyes at the desk: stories press real keys and wait until the screen shows the result."""

from collections.abc import Callable
from time import monotonic

from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Contact
from frontdesk.domain.drafts import Draft
from frontdesk.domain.staff import Staff
from frontdesk.ui.pages.desk.page import DeskPage
from frontdesk.ui.pages.desk.rows import AnswerRow, Row
from frontdesk.ui.workplace import Workplace
from tests.ui.keys import focused, type_text

PATIENCE_MS = 15_000


def send_keys(*chords: str) -> None:
    """Press keys and chords, as in "Ctrl+Return", wherever the focus is."""
    for chord in chords:
        combination = QKeySequence(chord)[0]  # type: ignore[index] # the stub lacks it
        QTest.keyClick(focused(), combination.key(), combination.keyboardModifiers())


class Driver:
    """One person at one desk. ``keys`` counts what was pressed, chords as one; typed text is not counted.

    ``beside`` sits at another window of the same desk, whose search they share.
    """

    def __init__(self, qtbot: QtBot, place: Workplace, beside: "Driver | None" = None) -> None:
        self.qtbot, self.place = qtbot, place
        self.keys = 0
        self._search_states: list[str] = [*beside._search_states] if beside else []
        place.search.state.connect(self._search_states.append)

    @property
    def desk(self) -> DeskPage:
        return self.place.pages.desk

    @property
    def draft(self) -> Draft:
        """The contact in hand; there must be one."""
        assert self.desk.session.draft is not None
        return self.desk.session.draft

    def turn_to(self) -> None:
        """Let the keyboard be this one's, as somebody does who turns to another window."""
        self.place.come_forward()
        self.wait_for(self.place.window.isActiveWindow)
        self.wait_for(QApplication.focusWidget)

    def type(self, text: str) -> None:
        """Type letter by letter wherever the focus is."""
        type_text(text)

    def press(self, *chords: str) -> None:
        """Press keys and chords one after the other."""
        self.keys += len(chords)
        send_keys(*chords)

    def wait_for(self, condition: Callable[[], object]) -> None:
        """Wait until something holds; the window goes on working meanwhile."""
        self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)

    def sit_down(self, staff: Staff) -> None:
        """Sign in without a PIN, as ``--demo`` does, and wait until the desk is ready."""
        self.place.sign_in(staff)
        self.wait_until_ready(staff)

    def wait_until_ready(self, staff: Staff) -> None:
        """Wait for the desk of one member of staff, with everything that they left open."""
        self.wait_for(lambda: self.desk.session.staff == staff.id and self.desk.view.box.hasFocus())
        self.wait_for(lambda: len(self.desk.results.titles.quick) > 0 and "ready" in self._search_states)
        self.wait_for_data()

    def wait_for_data(self) -> None:
        """Wait until the data thread has done what was asked, and what that asked for in turn."""
        for _ in range(3):
            done: list[bool] = []
            self.place.tasks.run(lambda: True, done.append)
            self.wait_for(lambda done=done: done)  # type: ignore[misc]

    def wait_for_answer(self, code: str) -> None:
        """Wait until everything is found and this answer is selected and read in full."""
        self.wait_for(lambda: self.desk.results.complete and self.chosen_code == code)
        self.wait_for(lambda: self.answer_in_view and self.answer_in_view.code == code)

    def find(self, text: str, code: str) -> None:
        """Type a text and wait for an answer; keys are counted from here."""
        self.type(text)
        self.wait_for_answer(code)
        self.keys = 0

    def find_before(self, code: str, text: str, milliseconds: int) -> Article:
        """Type a text again and again until an answer is the first row and in view; keys are counted from here."""
        limit = monotonic() + milliseconds / 1000
        while True:
            self.desk.box.set_text("")
            self.type(text)
            self.wait_for(lambda: self.desk.results.complete)
            if self.chosen_code == code:
                break
            assert monotonic() < limit, f"{code} not found in time"
        self.wait_for_answer(code)
        self.keys = 0
        assert self.answer_in_view is not None
        return self.answer_in_view

    def wait_until_saved(self) -> None:
        """Wait until everything typed is on disk."""
        self.wait_for(lambda: not self.desk.session.unsaved)
        self.wait_for_data()

    @property
    def rows(self) -> tuple[Row, ...]:
        """The rows of the list as they stand."""
        return self.desk.view.list.rows

    @property
    def chosen_code(self) -> str:
        """The code of the answer that Enter would use, or nothing."""
        row = self.desk.view.list.current_row()
        return row.answer.article.code if isinstance(row, AnswerRow) else ""

    @property
    def answer_in_view(self) -> Article | None:
        """The answer that stands in full beside the list."""
        detail = self.desk.reader.detail
        return detail.article if detail else None

    @property
    def caller(self) -> str:
        """The name on the card of whoever calls, or nothing."""
        card = self.desk.caller.state.card
        return card.person.name if card else ""

    @property
    def guesses(self) -> list[str]:
        """The names of those who may be calling, the one for F11 first."""
        return [card.person.name for card in self.desk.caller.state.guesses]

    @property
    def record(self) -> list[Contact]:
        """The contacts on the record, the newest first."""
        return self.place.services.contact_log.latest()

    def wait_for_record(self, count: int) -> Contact:
        """Wait until so many contacts are on the record; return the newest."""
        self.wait_for(lambda: len(self.record) == count)
        return self.record[0]
