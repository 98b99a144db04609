"""What the form of a person notices while it is filled: somebody on file much like them, an identity number."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.duplicates import Duplicate
from frontdesk.domain.national_id import masked, national_ids
from frontdesk.domain.people import Person
from frontdesk.services.duplicates import Duplicates
from frontdesk.ui.alike_words import alike_words
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.pages.forms.area_field import AreaField
from frontdesk.ui.pages.forms.key_remark import KeyRemark
from frontdesk.ui.pages.forms.pane import FormPane
from frontdesk.ui.tasks import Tasks

NEW = "new"
"""The key of a form for somebody who is not on file."""
CHANNEL, ROW = "alike in form", 1
"""The row of numbers and note; what was noticed stands under it."""


class Noticing(QObject):
    """``chosen`` carries the id of the one on file who is to be opened instead. Nothing here ever blocks saving.

    ``read`` gives the person as typed so far, or None while there is nobody to compare.
    """

    chosen = Signal(str)

    def __init__(
        self, pane: FormPane, read: Callable[[], Person | None], duplicates: Duplicates, tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._pane, self._read, self._duplicates, self._tasks = pane, read, duplicates, tasks
        self._alike: Duplicate | None = None
        self.alike = KeyRemark(pane.kit, "F11", "new_person.open_this_one", "guess")
        self.id_found = KeyRemark(pane.kit, "Ctrl+Shift+X", "privacy.mask", "note")
        self._both = _one_below_the_other(self.alike, self.id_found)
        self._both.hide()
        pane.form.put_below(ROW, self._both)
        self._note = pane.form.fields["note"]
        self.alike.asked.connect(self.open_alike)
        self.id_found.asked.connect(self.mask_id)
        pane.form.edited.connect(self.look)
        pane.kit.words.changed.connect(self._say)
        bind_commands(pane, Scope.FORM, {"open_alike": self.open_alike, "mask_id": self.mask_id})

    def look(self) -> None:
        """Look at what is typed by now."""
        self._say_id()
        person = self._read()
        if person is None or not (person.name or person.numbers):
            self._tasks.forget(CHANNEL)
            self._show(())
        else:
            self._tasks.run(partial(self._duplicates.like, person), self._show, latest=CHANNEL)

    def open_alike(self) -> None:
        """Open the one on file instead."""
        if self._alike is not None:
            self.chosen.emit(self._alike.person.id)

    def mask_id(self) -> None:
        """Mask the national IDs in the note."""
        if isinstance(self._note, AreaField) and national_ids(self._note.text()):
            self._note.setText(masked(self._note.text()))

    def _show(self, found: tuple[Duplicate, ...]) -> None:
        """Name the likeliest; whoever only shares a number is no news about somebody on file already."""
        told = [one for one in found if not (one.sharing and self._pane.key != NEW)]
        self._alike = told[0] if told else None
        self._say()

    def _say(self) -> None:
        words = self._pane.kit.words
        said = " ".join(alike_words(self._alike, words)) if self._alike else ""
        self.alike.say(said)
        self._say_id()

    def _say_id(self) -> None:
        found = isinstance(self._note, AreaField) and national_ids(self._note.text())
        self.id_found.say(self._pane.kit.words("privacy.id_in_note") if found else "")
        self._both.setVisible(bool(self.alike.text or self.id_found.text))


def _one_below_the_other(*remarks: QWidget) -> QWidget:
    both = QWidget()
    column = QVBoxLayout(both)
    column.setContentsMargins(0, 0, 0, 0)
    for remark in remarks:
        column.addWidget(remark)
    return both
