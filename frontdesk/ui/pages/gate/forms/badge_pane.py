"""Which labels badges are printed on, with the first page as it will be."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.services.label_sizes import LabelSize, label_sizes
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.forms.buttons import GateButton, GateChoice, GatePrimary
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import Painted, TextLabel

LIST, EDGE = 480, 20
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
SKIPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class Preview(Painted):
    """A page on white, as large as there is room."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.image: QImage | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_image(self, image: QImage | None) -> None:
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self.image is None:
            return
        size = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
        place = self.rect()
        place.setSize(size)
        place.moveCenter(self.rect().center())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(place, self.image)
        draw_frame(painter, self.kit.theme, place, outline="control", radius="radius.small")


class BadgePane(Ground):
    """Up and Down choose a size, Left and Right the first place of a sheet; ``changed`` follows.

    ``print_asked`` follows Enter and Ctrl+P, ``save_asked`` Ctrl+S, ``left`` Esc.
    """

    changed = Signal()
    print_asked = Signal()
    save_asked = Signal()
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sizes = tuple(label_sizes().values())
        self._place = self.skip = 0
        self.title, self.told = TextLabel(kit, Ink("gate_name")), TextLabel(kit, Ink("gate_small", "text_2"))
        self.sheet = TextLabel(kit, Ink("gate_small", "text_2"))
        self.rows, self.preview = [GateChoice(kit, "", "") for _ in self._sizes], Preview(kit)
        self.print = GatePrimary(kit, "gate_forms.print", "Return")
        self.save, self.leave = (
            GateButton(kit, "gate_forms.save_pdf", "Ctrl+S"),
            GateButton(kit, "gate_forms.back", "Escape"),
        )
        for place, row in enumerate(self.rows):
            row.clicked.connect(lambda _=False, place=place: self._choose(place))
        for button, signal in ((self.print, self.print_asked), (self.save, self.save_asked), (self.leave, self.left)):
            button.clicked.connect(signal)
        kit.words.changed.connect(self._renew)
        self._arrange()
        self._renew()

    @property
    def size_code(self) -> str:
        return self._size.code

    def begin(self, title: str, size: str, skip: int) -> None:
        """Ask for the size of the labels of these badges."""
        self.title.set_text(title)
        codes = [one.code for one in self._sizes]
        self._place = codes.index(size) if size in codes else 0
        self.skip = skip % self._size.places
        self.say("")
        self.preview.show_image(None)
        self._renew()

    def say(self, text: str, wrong: bool = False) -> None:
        self.told.set_ink(Ink("gate_small", "danger" if wrong else "text_2"))
        self.told.set_text(text)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Keep the focus: everything here has its key."""
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = Qt.Key(event.key()), event.modifiers() == Qt.KeyboardModifier.ControlModifier
        if key in STEPS:
            self._choose((self._place + STEPS[key]) % len(self._sizes))
        elif key in SKIPS and self._size.places > 1:
            self.skip = (self.skip + SKIPS[key]) % self._size.places
            self._renew()
            self.changed.emit()
        elif key in ENTER:
            self.print_asked.emit()
        elif control and key == Qt.Key.Key_S:
            self.save_asked.emit()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    @property
    def _size(self) -> LabelSize:
        return self._sizes[self._place]

    def _choose(self, place: int) -> None:
        if place != self._place:
            self._place, self.skip = place, 0
            self._renew()
            self.changed.emit()

    def _renew(self) -> None:
        words = self.kit.words
        for place, (row, size) in enumerate(zip(self.rows, self._sizes, strict=True)):
            row.show_text(size.name(words.language))
            row.show_as(chosen=place == self._place, live=False)
        several = self._size.places > 1
        self.sheet.set_text(
            words("gate_forms.first_place", place=self.skip + 1, count=self._size.places) if several else ""
        )
        self.setAccessibleName(" ".join((self.title.text(), self._size.name(words.language), self.sheet.text())))

    def _arrange(self) -> None:
        column, body, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._list = Ground(self.kit)
        rows = QVBoxLayout(self._list)
        for row in self.rows:
            row.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
            rows.addWidget(row)
        rows.addWidget(self.sheet)
        rows.addStretch(1)
        body.addWidget(self._list)
        body.addWidget(self.preview, 1)
        for widget, stretch in ((self.print, 0), (self.save, 0), (self.told, 1), (self.leave, 0)):
            foot.addWidget(widget, stretch)
        column.addWidget(self.title)
        column.addLayout(body, 1)
        column.addLayout(foot)
        self.space(column, (EDGE, 8, EDGE, 10), 8)
        self.space(body, gap=24)
        self.space(rows, gap=4)
        self.space(foot, gap=12)
        self.measure()

    def measure(self) -> None:
        super().measure()
        if hasattr(self, "_list"):
            self._list.setFixedWidth(self.kit.theme.px(LIST))
