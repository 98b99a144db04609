"""What strangers see of a private field: its value masked, until somebody types in it or holds it open."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.languages import Language
from frontdesk.domain.masking import DOTS, hidden_note, mask_address, mask_numbers_in, mask_plate
from frontdesk.domain.numbers import mask
from frontdesk.domain.people import QuickFact
from frontdesk.domain.quick_facts import tells_of_health
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted

Mask = Callable[[str, Language], str]
PAD, TOP = 10, 8
TEXT = Ink("body")
CHANGES = (QEvent.Type.FocusIn, QEvent.Type.FocusOut, QEvent.Type.Resize)


def _numbers(text: str, language: Language) -> str:
    return "\n".join(mask(line, language) for line in text.splitlines())


def _facts(text: str) -> str:
    """Say what each fact is about, and of those about health nothing at all."""
    facts = (QuickFact(*line.partition(":")[::2]) for line in text.splitlines())
    return "\n".join(DOTS if tells_of_health(fact) else f"{fact.name}: {DOTS}" for fact in facts)


MASKS: dict[str, Mask] = {
    "numbers": _numbers,
    "address": lambda text, _: mask_address(text.strip()),
    "plate": lambda text, _: mask_plate(text),
    "note": lambda text, language: mask_numbers_in(hidden_note(text), language),
    "facts": lambda text, _: _facts(text),
    "hidden": lambda *_: DOTS,
}
"""How a value is masked, by the ``private`` of its field."""


class Cover(Painted):
    """Lies over ``field``, whose text ``read`` gives; the text itself is never touched.

    ``lifted``: the field got the focus, and what it holds can be read.
    """

    lifted = Signal()

    def __init__(self, kit: Kit, field: QWidget, read: Callable[[], str], private: str) -> None:
        super().__init__(kit, field)
        self._field, self._read, self._mask, self._open = field, read, MASKS[private], False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        (field.focusProxy() or field).installEventFilter(self)
        field.installEventFilter(self)
        kit.words.changed.connect(self.renew)
        self.renew()

    @property
    def text(self) -> str:
        """What it says, one value a line."""
        return self._mask(self._read(), self.kit.words.language)

    def reveal(self, on: bool) -> None:
        """Let what is under it be read while a key is held."""
        self._open = on
        self.renew()

    def renew(self) -> None:
        """Lie over the field wherever it may not be read."""
        edge = self.kit.theme.px("stroke.focus")
        self.setGeometry(self._field.rect().adjusted(edge, edge, -edge, -edge))
        self.setVisible(self.kit.words.discreet and not self._open and not self._focused and bool(self._read()))
        self.raise_()
        self.update()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in CHANGES:
            if event.type() == QEvent.Type.FocusIn and self.isVisible():
                self.lifted.emit()
            self.renew()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        painter.fillRect(self.rect(), theme.color("surface"))
        painter.setFont(TEXT.font(theme))
        painter.setPen(theme.color(TEXT.role))
        one_line = self.height() < 2 * theme.px("field")
        flags = Qt.AlignmentFlag.AlignVCenter if one_line else Qt.AlignmentFlag.AlignTop
        top = 0 if one_line else theme.px(TOP) - theme.px("stroke.focus")
        room = QRect(theme.px(PAD) - theme.px("stroke.focus"), top, self.width() - theme.px(PAD), self.height() - top)
        painter.drawText(room, flags | Qt.AlignmentFlag.AlignLeft, self.text)

    @property
    def _focused(self) -> bool:
        return (self._field.focusProxy() or self._field).hasFocus()
