"""The gate's one box: 60 high at 30 px; a scanner types into it like a keyboard."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.widgets.fields import SearchField

HIGH, HINT = 60, Ink("gate_small", "text_2")
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PAGE = 4
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: PAGE, Qt.Key.Key_PageUp: -PAGE}


class GateBox(SearchField):
    """``entered`` follows Enter, ``stepped`` the arrows, ``undo_asked`` Ctrl+Z while there is nothing typed."""

    entered = Signal()
    stepped = Signal(int)
    undo_asked = Signal()
    focused = Signal(bool)

    style_name, icon_name = "gate_box", "icon.large"
    pad, icon_gap = 18, 12

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        self._hint = ""
        super().__init__(kit, "gate.box", parent=parent)
        kit.words.bind(self, self._set_hint, "gate.box_hint")

    def refresh(self) -> None:
        super().refresh()
        self.setFixedHeight(self.kit.theme.px(HIGH))

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._undoes(event):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._undoes(event):
            self.undo_asked.emit()
        elif event.key() in ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self.entered.emit()
        elif event.key() in STEPS and not event.modifiers():
            self.stepped.emit(STEPS[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.focused.emit(False)

    def _undoes(self, event: QKeyEvent) -> bool:
        return event.matches(QKeySequence.StandardKey.Undo) and not self.text()

    def _set_hint(self, hint: str) -> None:
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.set_trailing(hint)

    def _trailing_width(self) -> int:
        theme = self.kit.theme
        return round(text_width(theme, HINT, self._trailing) + 0.5) + theme.px(self.icon_gap)

    def _draw_trailing(self, painter: object) -> None:
        theme = self.kit.theme
        left = self.width() - theme.px(self.pad) - self._trailing_width() + theme.px(self.icon_gap)
        y = baseline(theme, HINT.style, 0, self.height())
        draw_text(painter, theme, HINT, self._trailing, left, y)  # type: ignore[arg-type]
