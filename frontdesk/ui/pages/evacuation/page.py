"""The roll of everyone inside (Shift+F12), over whatever was there: ticked off while others tick the same roll.

It needs no PIN: a fire does not wait for one, and names and places are what saves lives. Telephone numbers stay masked.
"""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShowEvent
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.evacuation import Evacuation, OnRoll, Purpose, typed_count
from frontdesk.domain.staff import Staff
from frontdesk.services.evacuation import sheet_of
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.evacuation.bars import EndBar, RollBar
from frontdesk.ui.pages.evacuation.head import RollHead, line_of
from frontdesk.ui.pages.evacuation.items import RollRow, next_missing, rows_of
from frontdesk.ui.pages.evacuation.printing import RollPrinting
from frontdesk.ui.pages.evacuation.roll_list import RollList
from frontdesk.ui.pages.evacuation.session import EvacuationSession
from frontdesk.ui.pages.picking.pick_list import ENTER, STEPS
from frontdesk.ui.widgets.fields import SearchField
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine

ENDS = {Qt.Key.Key_Home: -1, Qt.Key.Key_End: 1}
FRESH_MS, TOGETHER_MS = 500, 1_500
"""How long a fresh roll is waited for before what is in memory is printed; how quickly digits make one number."""


class EvacuationPage(Ground):
    """Implements ``Page``. ``left`` asks for the page that was there before; ``warden`` is whose name is printed."""

    page_id = "evacuation"
    left = Signal()

    def __init__(
        self, kit: Kit, session: EvacuationSession, printing: RollPrinting, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, "surface", parent)
        self.session, self.printing, self.warden = session, printing, ""
        self._printed_for, self._typed, self._typed_on = "", "", ""
        self._undo: list[tuple[str, int]] = []
        self._counted = 0
        self._said: Callable[[], str] | None = None
        self._since_digit = QElapsedTimer()
        self._fresh = QTimer(self, singleShot=True, interval=FRESH_MS)
        self.head, self.box = RollHead(kit), SearchField(kit, "evacuation.box", "evacuation.box_hint")
        self.list, self.bar, self.end_bar = RollList(kit, Brush(kit)), RollBar(kit), EndBar(kit)
        self._arrange()
        self._connect()
        self.setFocusProxy(self.box)
        kit.words.bind(self, self.setAccessibleName, "evacuation.title")

    @property
    def widget(self) -> QWidget:
        return self

    def sign_in(self, staff: Staff, place: str) -> None:
        """Let what is done here be somebody's, at the desk of this name."""
        self.session.staff, self.session.place, self.warden = staff.id, place, staff.name
        self.session.read()

    def sign_out(self) -> None:
        self.session.staff = self.warden = ""

    @property
    def asking(self) -> bool:
        """Whether the end is being asked about."""
        return self._foot.currentWidget() is self.end_bar

    def focus_first(self) -> None:
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def begin(self) -> None:
        """Show what is known at once; read it anew; print it, fresh if that comes soon, else as it is known."""
        self.box.clear()
        self._go_on()
        self._show()
        self.session.begin()
        self._fresh.start()

    def print_now(self) -> None:
        """Print the roll as it stands, on a printer that is asked for."""
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.kit.words("evacuation.title"))
        if QPrintDialog(printer, self).exec() == QPrintDialog.DialogCode.Accepted:
            self._print(printer)

    def ask_to_end(self) -> None:
        """Ask what the evacuation was, and say who would be written down as missing."""
        roll = self.session.roll
        if roll is None or roll.evacuation is None:
            return
        missing = roll.people - roll.found
        name = "end_missing" if missing else "end_all_found"
        self._foot.setCurrentWidget(self.end_bar)
        self.end_bar.ask(self.kit.words(f"evacuation.{name}", missing=f"{missing:,}"))

    def tick(self) -> None:
        """Say that whoever is selected was found, all of a party; or, where they were, that they were not."""
        row = self._row
        if row is not None:
            self._count(row, 0 if not row.missing else row.people)
            self.box.clear()

    def undo(self) -> None:
        """Take the last count back."""
        if self._undo:
            key, before = self._undo.pop()
            self.session.count({key: before})
            self.list.pick(key)

    def leave(self) -> None:
        """Empty the box, or go back to where one was; the evacuation lasts on."""
        if self.box.text():
            self.box.clear()
        else:
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.box and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.session.watch(near=True)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.session.watch(near=False)

    @property
    def _row(self) -> OnRoll | None:
        return self.list.row.row if self.list.row else None

    def _on_key(self, event: QKeyEvent) -> bool:
        if not event.text().isalnum() and event.key() != Qt.Key.Key_Shift:
            self._typed = self._typed_on = ""  # what was counted stands
        key, plain = event.key(), not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if key in STEPS and plain:
            self.list.step(STEPS[Qt.Key(key)])
        elif key in ENDS and plain and not self.box.text():
            self.list.step(len(self.list.items) * ENDS[Qt.Key(key)])
        elif plain and (key in ENTER or (key == Qt.Key.Key_Space and self._one_meant)):
            self.tick()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        elif event.matches(QKeySequence.StandardKey.Undo) and not self.box.text():
            self.undo()
        elif plain and event.text().isdecimal() and self._row is not None and self._counts(self._row, event.text()):
            self._count_typed(self._row, event.text())
        else:
            if plain and event.text().isalpha():
                self._take_as_words()
            return False
        return True

    @property
    def _one_meant(self) -> bool:
        """Whether a space ticks: between the words of a name that several have it is a space."""
        return not self.box.text() or sum(isinstance(one, RollRow) for one in self.list.items) == 1

    def _counts(self, row: OnRoll, digit: str) -> bool:
        """Tell whether a digit says how many of a group were found: not where it goes on with what is looked for."""
        roll, text = self.session.roll, self.box.text()
        looked_for = bool(text and roll and rows_of(roll, f"{text}{digit}", self.kit.words))
        return row.people > 1 and not looked_for

    def _take_as_words(self) -> None:
        """Take a count back whose digits were the beginning of a plate or a badge, and look for these."""
        if self._typed_on and self._since_digit.elapsed() < TOGETHER_MS:
            while self._undo and self._undo[-1][0] == self._typed_on and len(self._undo) > self._counted:
                self.undo()
            self.box.insert(self._typed)
        self._typed = self._typed_on = ""

    def _count_typed(self, row: OnRoll, digit: str) -> None:
        together = row.visit_id == self._typed_on and self._since_digit.isValid()
        together = together and self._since_digit.elapsed() < TOGETHER_MS
        self._counted = self._counted if together else len(self._undo)
        self._typed = f"{self._typed}{digit}" if together else digit
        self._typed_on = row.visit_id
        self._since_digit.start()
        count = typed_count(self._typed, row.people)
        if count is not None:
            self._count(row, count, stay=True)

    def _count(self, row: OnRoll, found: int, stay: bool = False) -> None:
        """Count; the selection goes on to the next who is missing, unless more digits may follow."""
        following = row.visit_id if stay else next_missing(self.list.items, row.visit_id)
        self._undo.append((row.visit_id, row.found))
        self.session.count({row.visit_id: found})
        self.list.pick(following)

    def _show(self) -> None:
        session = self.session
        roll, assembly = session.roll, session.muster.assembly if session.muster else ""
        trouble = session.trouble.code if session.trouble else ""
        self.head.show_roll(roll, line_of(roll, self.kit, assembly, trouble, session.unsaved))
        self.list.show_items(rows_of(roll, self.box.text(), self.kit.words) if roll else (), self.list.key)

    def _print_once(self) -> None:
        """Print the roll of an evacuation when it is first shown here."""
        lasting, roll = self.session.lasting, self.session.roll
        about = lasting.id if lasting else "unwritten"
        if roll is None or self._printed_for == about or (lasting is not None and self._printed_for == "unwritten"):
            return
        self._printed_for = about
        self._print()

    def _print(self, printer: QPrinter | None = None) -> None:
        muster, roll = self.session.muster, self.session.roll
        if muster is not None and roll is not None:
            self._say("evacuation.printing")
            sheet = sheet_of(muster, self.kit.words.language, self.warden)
            self.printing.print(sheet, self.session.staff, printer)

    def _say(self, sentence: str, **gaps: object) -> None:
        """Say how printing goes, in whichever language is spoken."""
        self._said = partial(self.kit.words, sentence, **gaps)
        self._say_again()

    def _say_again(self) -> None:
        if self._said is not None:
            self.head.show_paper(self._said())

    def _on_begun(self) -> None:
        self._fresh.stop()
        self._print_once()

    def _on_printed(self, pages: int) -> None:
        self._say("evacuation.printed", pages=pages)

    def _on_print_failed(self, error: DeskError) -> None:
        self._say(f"errors.{error.code}", **error.data)

    def _end(self, purpose: Purpose) -> None:
        self.session.end(purpose, self._on_not_ended)
        self._go_on()

    def _on_not_ended(self, error: DeskError) -> None:
        self._say(f"errors.{error.code}", **error.data)

    def _on_ended(self, _: Evacuation) -> None:
        self._printed_for = ""
        self._undo.clear()
        self.left.emit()

    def _not_yet(self) -> None:
        if self.asking:
            self._go_on()

    def _go_on(self) -> None:
        self._foot.setCurrentWidget(self.bar)
        self.focus_first()

    def _connect(self) -> None:
        self.box.installEventFilter(self)
        self.box.textChanged.connect(lambda _: self._show())
        self.session.changed.connect(self._show)
        self.session.begun.connect(self._on_begun)
        self.session.ended.connect(self._on_ended)
        self._fresh.timeout.connect(self._print_once)
        self.printing.printed.connect(self._on_printed)
        self.printing.failed.connect(self._on_print_failed)
        self.end_bar.chosen.connect(self._end)
        self.end_bar.left.connect(self._not_yet)
        self.list.chosen.connect(lambda _: self.tick())
        acts = {
            self.bar.found: self.tick, self.bar.undo: self.undo, self.bar.print: self.print_now,
            self.bar.end: self.ask_to_end, self.bar.back: self.left.emit,
        }  # fmt: skip
        for button, act in acts.items():
            button.clicked.connect(lambda _=False, act=act: act())
        self.kit.words.changed.connect(self._show)
        self.kit.words.changed.connect(self._say_again)
        bind_commands(
            self, Scope.EVACUATION,
            {"end_evacuation": self.ask_to_end, "print_roll": self.print_now},
        )  # fmt: skip

    def _arrange(self) -> None:
        column, middle = QVBoxLayout(self), QVBoxLayout()
        self._foot = QStackedWidget()
        for bar in (self.bar, self.end_bar):
            self._foot.addWidget(bar)
        middle.addWidget(self.box)
        middle.addWidget(self.list, 1)
        column.addWidget(self.head)
        column.addLayout(middle, 1)
        column.addWidget(HairLine(self.kit))
        column.addWidget(self._foot)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.set_active(True)
        self.space(column)
        self.space(middle, (24, 12, 24, 0), 8)
