"""A field that stands where a value stood, as large as that was, with its name and what is wrong under it."""

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.national_id import masked, national_ids
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.forms.area_field import AreaField
from frontdesk.ui.pages.people.offers import Offer, Offers
from frontdesk.ui.pages.people.spots import Spot, hint_of, label_of
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.form import Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import KeyCap, TextLabel

PAD, LEAST, NOTE_LINES = 6, 320, 3
MASKING = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class NameField(LineField):
    """As large as a name on a card."""

    style_name, height_name = "gate_name", "search_box"


class InPlace(Ground):
    """``entered`` carries the text when Enter or Tab is pressed, ``typed`` every change of it; ``left`` follows Esc.

    Where ``offers`` are shown, Up and Down choose among them.
    """

    entered = Signal(str)
    typed = Signal(str)
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent=parent)
        self._line, self._large = LineField(kit, "people.value"), NameField(kit, "people.value")
        self._area = AreaField(kit, "people.value", NOTE_LINES)
        self._field: LineField | AreaField = self._line
        self._label, self.wrong, self.offers = TextLabel(kit, Ink("caption", "text_2")), Sentence(kit), Offers(kit)
        self._name = kit.words.bind(self, self._say_name, "people.value")
        self._spot, self._opened_with = QRect(), ""
        self._arrange()
        for field in (self._line, self._large, self._area.edit):
            field.installEventFilter(self)
            field.textChanged.connect(lambda *_: self._on_typed())
        self.offers.picked.connect(lambda: self.entered.emit(self.text))
        self.hide()

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._field.text()

    @property
    def changed(self) -> bool:
        """Whether anything was typed since it was opened."""
        return self.isVisible() and self.text != self._opened_with

    @property
    def field(self) -> QWidget:
        """What is typed in."""
        return self._field.edit if isinstance(self._field, AreaField) else self._field

    def open(self, spot: Spot, text: str, offers: tuple[Offer, ...] = (), chosen: int = -1) -> None:
        """Stand on a value with a text to be changed; ``chosen`` is the place of the offer it is."""
        self._field = self._area if spot.key == "note" else self._large if spot.large else self._line
        for field in (self._line, self._large, self._area):
            field.setVisible(field is self._field)
        self._opened_with = text
        self._name.say(label_of(spot.key))
        self._line.setPlaceholderText(self.kit.words(hint_of(spot.key)) if hint_of(spot.key) else "")
        self.blockSignals(True)
        self._field.setText(text)
        self.blockSignals(False)
        self.wrong.clear()
        self.offers.show_offers(offers, chosen)
        self.place(spot.rect)
        self.show()
        self.raise_()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self._select()

    def focus(self) -> None:
        """Go on typing where it was left."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, text: str) -> None:
        """Put in typing that was set aside."""
        self._field.setText(text)

    def place(self, rect: QRect) -> None:
        """Cover a value; it stays within the card."""
        px, parent = self.kit.theme.px, self.parentWidget()
        assert parent is not None
        self._spot = rect
        width = min(max(rect.width(), px(LEAST)) + 2 * px(PAD), parent.width() - 2 * px(PAD))
        self.setFixedWidth(width)
        self.adjustSize()
        middle = rect.center().y() - px(PAD) - self._field.height() // 2
        x = max(px(PAD), min(rect.x() - 2 * px(PAD), parent.width() - width - px(PAD)))
        self.move(x, max(0, min(middle, parent.height() - self.height())))

    def say_error(self, error: DeskError) -> None:
        """Say what is wrong; what was typed stays."""
        self._field.set_wrong(True)
        self.wrong.say_error(error)
        self.field.setAccessibleDescription(self.wrong.text())
        self.place(self._spot)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_offers(self, offers: tuple[Offer, ...], chosen: int = 0) -> None:
        """Offer something else."""
        self.offers.show_offers(offers, chosen)
        self.place(self._spot)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._on_key(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_frame(QPainter(self), self.kit.theme, self.rect(), fill="surface", outline="control", radius="radius.row")

    def _on_key(self, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        shifted = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if (key in ENTER and not (shifted and self._field is self._area)) or key == Qt.Key.Key_Tab:
            self.entered.emit(self.text)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_X and event.modifiers() == MASKING:
            self._mask_ids()
        elif key in STEPS and self.offers.offers:
            self.offers.step(STEPS[key])
        else:
            return False
        return True

    def _on_typed(self) -> None:
        if self.signalsBlocked() or not self.isVisible():
            return
        self._field.set_wrong(False)
        if self.wrong.text():
            self.wrong.clear()
            self.place(self._spot)
        self._look_for_ids()
        self.typed.emit(self.text)

    def _look_for_ids(self) -> None:
        """Offer to mask a national ID in a note; nothing is ever masked by itself."""
        if isinstance(self._field, AreaField) and national_ids(self.text):
            self.wrong.say("privacy.id_found", "note")
            self.place(self._spot)

    def _mask_ids(self) -> None:
        if national_ids(self.text):
            self._field.setText(masked(self.text))

    def _select(self) -> None:
        if isinstance(self._field, AreaField):
            self._field.edit.selectAll()
        else:
            self._field.selectAll()

    def _say_name(self, name: str) -> None:
        self._label.set_text(name)
        for field in (self._line, self._large, self._area.edit):
            field.setAccessibleName(name)

    def _arrange(self) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        for field in (self._line, self._large, self._area):
            column.addWidget(field)
        foot.addWidget(self._label)
        foot.addStretch(1)
        for shortcut, name in (("Return", "people.keep"), ("Esc", "people.as_it_was")):
            foot.addWidget(KeyCap(self.kit, shortcut, name))
        column.addLayout(foot)
        column.addWidget(self.wrong)
        column.addWidget(self.offers)
        self.space(foot, (8, 0, 4, 0), 10)
        self.space(column, (PAD, PAD, PAD, PAD), 2)
