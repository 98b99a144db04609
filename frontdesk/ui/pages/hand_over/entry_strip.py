"""What stands at the foot while an entry of the pass-down log is written or put right: a number, words, a time."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.shift_log import LONGEST_ENTRY, EntryKind, ShiftEntry
from frontdesk.domain.thai_dates import format_time
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.contact_strip import pressed_digit
from frontdesk.ui.pages.promises.strips import AskingStrip
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import OutcomeButton, PrimaryButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.flow import Flow
from frontdesk.ui.widgets.labels import TextLabel

KINDS, WHEN, GAP = tuple(EntryKind), 200, 8


@dataclass(frozen=True, slots=True)
class AskedEntry:
    """An entry as it was typed; ``corrects`` is the id of the one it puts right, empty for a new one."""

    kind: EntryKind
    text: str
    at: str = ""
    follow_up: bool = False
    corrects: str = ""


class EntryStrip(AskingStrip):
    """Takes a number first, then words. ``accepted`` carries an ``AskedEntry``."""

    accepted = Signal(object)
    resized = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._kind, self._follow_up, self._corrects = KINDS[0], False, ""
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.kinds = [self._kind_button(number, kind) for number, kind in enumerate(KINDS, 1)]
        self.text = LineField(kit, "shift_log.text", "pencil", "shift_log.text_hint")
        self.at = LineField(kit, "shift_log.at", "clock", "shift_log.at_hint")
        self.follow = OutcomeButton(kit, "shift_log.follow_up", "Alt+F")
        self.decide = PrimaryButton(kit, "shift_log.keep", "Return")
        self.read = TextLabel(kit, Ink("label", "text_2"))
        self._arrange()
        self._connect()
        self.measure()

    @property
    def asked(self) -> AskedEntry:
        return AskedEntry(self._kind, self.text.text(), self.at.text(), self._follow_up, self._corrects)

    def begin(self) -> None:
        """Ask for a new entry: its number comes first."""
        self.clear()
        self._choosing(True)

    def edit(self, entry: ShiftEntry) -> None:
        """Ask for the words that shall stand from now on; when it happened stays."""
        self.clear()
        self._corrects, self._kind, self._follow_up = entry.id, entry.kind, entry.follow_up
        self.text.setText(entry.text)
        self.at.setText(format_time(entry.at))
        self._choosing(False)

    def clear(self) -> None:
        self._kind, self._follow_up, self._corrects = KINDS[0], False, ""
        self.text.clear()
        self.at.clear()
        self.say("")

    def choose(self, place: int) -> None:
        """Take a kind and go on with the words."""
        self._kind = KINDS[place]
        self._choosing(False)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def switch_follow_up(self) -> None:
        if not self._corrects:
            self._follow_up = not self._follow_up
            self._show()

    def say(self, text: str, wrong: bool = False) -> None:
        """Say what is wrong, or nothing."""
        self.read.set_ink(Ink("label", "danger" if wrong else "text_2"))
        self.read.set_text(text)
        self.at.set_wrong(False)
        self._fit()

    def measure(self) -> None:
        super().measure()
        self.at.setFixedWidth(self.kit.theme.px(WHEN))
        self._options.setSpacing(self.kit.theme.px(GAP))
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit = pressed_digit(event)
        if self.focusProxy() is None and 1 <= digit <= len(KINDS):
            self.choose(digit - 1)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _choosing(self, choosing: bool) -> None:
        """Wait for a number, or for words."""
        self.setFocusProxy(None if choosing else self.text)  # type: ignore[arg-type] # the stub does not know None
        self.setAccessibleName(self.kit.words("shift_log.press_a_number") if choosing else "")
        self._show(choosing)

    def _show(self, choosing: bool = False) -> None:
        for kind, button in zip(KINDS, self.kinds, strict=True):
            button.set_live(choosing or kind is self._kind)
        self.follow.set_live(self._follow_up)
        words = self.kit.words
        self.follow.setAccessibleDescription(words("notices.yes" if self._follow_up else "notices.no"))
        self.follow.setEnabled(not self._corrects)
        self.at.setReadOnly(bool(self._corrects))

    def _fit(self) -> None:
        """Be as high as the kinds need."""
        self._column.invalidate()
        height = self.row.totalHeightForWidth(max(self.width(), self.minimumSizeHint().width()))
        if height > 0 and height != self.height():
            self.setFixedHeight(height)
            self.resized.emit()

    def _kind_button(self, number: int, kind: EntryKind) -> OutcomeButton:
        button = OutcomeButton(self.kit, f"shift_log.kind_{kind.value}", str(number))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.choose(number - 1))
        return button

    def _arrange(self) -> None:
        self._column, self._options, line = QVBoxLayout(), Flow(), QHBoxLayout()
        self.row.addLayout(self._column)
        self.space(self._column, gap=GAP)
        self.space(line, gap=GAP)
        for widget in (*self.kinds, self.read):
            self._options.addWidget(widget)
        for button in (self.follow, self.decide):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget, stretch in ((self.text, 1), (self.at, 0), (self.follow, 0), (self.decide, 0), (self.leave, 0)):
            line.addWidget(widget, stretch)
        self._column.addLayout(self._options)
        self._column.addLayout(line)

    def _connect(self) -> None:
        self.text.setMaxLength(LONGEST_ENTRY)
        for field in (self.text, self.at):
            field.returnPressed.connect(lambda: self.accepted.emit(self.asked))
        self.decide.clicked.connect(lambda: self.accepted.emit(self.asked))
        self.follow.clicked.connect(self.switch_follow_up)
        bind_commands(self, Scope.HAND_OVER, {"follow_up": self.switch_follow_up, "entry_kind": self.choose})
