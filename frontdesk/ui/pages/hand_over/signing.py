"""The strip on which somebody signs: chosen by name where that is open, proved by PIN where there is one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.languages import Language
from frontdesk.domain.staff import MIN_PIN_DIGITS, Staff
from frontdesk.services.sign_in_board import StaffEntry
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.promises.strips import AskingStrip
from frontdesk.ui.pages.sign_in.staff_filter import matching
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import PrimaryButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.labels import TextLabel
from frontdesk.ui.widgets.pin_field import PinField, typed_digits

NAME, LEAST_NAME = 200, 90
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class SigningStrip(AskingStrip):
    """``signed`` carries the id of whoever signs and the PIN, empty for those who have none.

    Letters choose a name, the arrows another, digits are the PIN; it is tried as soon as it is typed in full.
    """

    signed = Signal(str, str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._asked_for, self._all, self._found, self._place = "", tuple[Staff, ...](), tuple[Staff, ...](), 0
        self._digits: Mapping[str, int] = {}
        self._leaves = ""
        self._busy = False
        self.role, self.who = TextLabel(kit, Ink("label", "text_2")), TextLabel(kit, Ink("body", bold=True))
        self.name = LineField(kit, "hand_over.signer", "search", "sign_in.name_hint")
        self.pin = PinField(kit, "sign_in.pin")
        self.by_name = PrimaryButton(kit, "hand_over.sign_by_name", "Return")
        self.hint = TextLabel(kit, Ink("label", "text_2"))
        for widget, stretch in (
            (self.role, 0), (self.who, 0), (self.name, 0), (self.pin, 0), (self.by_name, 0), (self.hint, 1),
            (self.leave, 0),
        ):  # fmt: skip
            self.row.addWidget(widget, stretch)
        self._connect()
        self.measure()

    @property
    def chosen(self) -> Staff | None:
        """Whoever would sign now."""
        return self._found[self._place] if 0 <= self._place < len(self._found) else None

    def ask(self, role: str, leave: str, signers: Sequence[Staff], digits: Mapping[str, int]) -> None:
        """Ask one of these to sign; ``role`` names what for, ``leave`` what Esc means, ``digits`` tells how long the
        PINs are, by id."""
        self._asked_for, self._all, self._digits = role, tuple(signers), digits
        self._leaves = leave
        self._busy = False
        self.pin.setReadOnly(False)
        self.name.setVisible(len(self._all) > 1)
        self.name.clear()
        self._filter("")

    def refuse(self, sentence: str) -> None:
        """Say why the signature was not taken; the next try is at once."""
        self._set_busy(False)
        self.pin.set_wrong(True)
        self._say(sentence, wrong=True)
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def measure(self) -> None:
        super().measure()
        self.name.setMinimumWidth(self.kit.theme.px(LEAST_NAME))
        self.name.setMaximumWidth(self.kit.theme.px(NAME))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._busy or self._take_key(watched, event)
        return super().eventFilter(watched, event)

    def _take_key(self, watched: QObject, event: QKeyEvent) -> bool:
        """Carry out a key that means the same in both fields; tell whether it was one."""
        if event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier):
            return False
        if event.key() in STEPS:
            self._choose(self._place + STEPS[Qt.Key(event.key())])
        elif event.key() in ENTER:
            self._enter()
        elif watched is self.name and event.text().isdecimal():
            self._to_pin(event.text())
        else:
            return False
        return True

    def _enter(self) -> None:
        if self.pin.text() or self.by_name.isVisible():
            self._sign()
        else:
            self.pin.setFocus(Qt.FocusReason.OtherFocusReason)

    def _sign(self) -> None:
        if self.chosen is not None and not self._busy:
            pin = "" if self.by_name.isVisible() else self.pin.text()
            self._set_busy(True)
            self.signed.emit(self.chosen.id, pin)

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        self.pin.setReadOnly(busy)
        if not busy:
            self.pin.clear()

    def _on_pin(self, digits: str) -> None:
        if digits:
            self.pin.set_wrong(False)
            self._tell()
        if self.chosen is not None and digits and len(digits) == self._digits.get(self.chosen.id, 0):
            self._sign()

    def _to_pin(self, text: str) -> None:
        self.pin.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pin.type_text(text)

    def _to_name(self, text: str) -> None:
        if self.name.isVisible():
            self.name.setFocus(Qt.FocusReason.OtherFocusReason)
            self.name.insert(text)

    def _filter(self, text: str) -> None:
        found = tuple(one.staff for one in matching([StaffEntry(one) for one in self._all], text))
        meant = typed_digits(text)
        if not found and text and len(meant) == len(text):  # the number row of the Thai keyboard
            self.name.clear()
            self._to_pin(meant)
            return
        self._found = found
        self._choose(0)

    def _choose(self, place: int) -> None:
        self._place = max(0, min(place, len(self._found) - 1))
        chosen = self.chosen
        has_pin = chosen is None or chosen.id in self._digits
        self.pin.setVisible(has_pin)
        self.by_name.setVisible(not has_pin)
        self.pin.expected = (self._digits.get(chosen.id, 0) if chosen else 0) or MIN_PIN_DIGITS
        self.pin.set_wrong(False)
        self.pin.clear()
        self.setFocusProxy(self.pin if has_pin else self.by_name)
        self._tell()

    def _tell(self) -> None:
        """Say who signs, and what is asked of them."""
        words, chosen = self.kit.words, self.chosen
        if self._asked_for:
            self.role.set_text(words(self._asked_for))
            self.leave.show_text(words(self._leaves))
        self.who.set_text(_whole_name(chosen, words.language) if chosen else "")
        if chosen is None:
            self._say(words("hand_over.nobody_called_so"), wrong=True)
        elif chosen.id in self._digits:
            digits = self._digits[chosen.id]
            said = words("sign_in.digits", count=digits) if digits else words("sign_in.enter")
            more = words("hand_over.another", count=len(self._found) - 1) if len(self._found) > 1 else ""
            self._say(" · ".join(filter(None, (said, more))))
        else:
            self._say("")

    def _say(self, text: str, wrong: bool = False) -> None:
        self.hint.set_ink(Ink("label", "danger" if wrong else "text_2"))
        self.hint.set_text(text)
        self.pin.setAccessibleDescription(text)
        self.pin.setAccessibleName(f"{self.role.text()} {self.who.text()} PIN".strip())

    def _connect(self) -> None:
        self.name.textChanged.connect(self._filter)
        self.pin.pin_changed.connect(self._on_pin)
        self.pin.letters_typed.connect(self._to_name)
        self.by_name.clicked.connect(self._sign)
        self.kit.words.changed.connect(self._tell)
        for field in (self.name, self.pin):
            field.installEventFilter(self)


def _whole_name(staff: Staff, language: Language) -> str:
    return staff.name_en if language is Language.EN and staff.name_en else staff.name
