"""Parts of forms: a field under its label with room for what is wrong, and sentences in place."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.thai_layout import ThaiBlock
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import OVERHANG, Painted, TextLabel

PAD, ICON_GAP = 12, 8
TONES = {"plain": ("", "text_2"), "danger": ("triangle-alert", "danger"), "done": ("circle-check", "verified"),
         "note": ("lock", "note"), "wait": ("clock", "text_2")}  # fmt: skip


class Sentence(Painted):
    """A sentence in place, with a sign and on a soft ground where its tone has one.

    Gone while it says nothing. It keeps what it says, not the words, and follows the language.
    """

    def __init__(self, kit: Kit, boxed: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._boxed, self._name, self._gaps = boxed, "", dict[str, object]()
        self._icon, self._role, self._text = "", "text_2", ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        kit.words.changed.connect(self._renew)
        self.setVisible(False)

    def say(self, name: str, tone: str = "plain", /, **gaps: object) -> None:
        """Say a sentence of the catalogue."""
        self._name, self._gaps = name, gaps
        self._icon, self._role = TONES[tone]
        self._renew()

    def say_error(self, error: DeskError) -> None:
        """Say what went wrong."""
        self.say(f"errors.{error.code}", "danger", **error.data)

    def clear(self) -> None:
        """Say nothing."""
        self._name, self._text = "", ""
        self.setVisible(False)

    def text(self) -> str:
        return self._text

    def heightForWidth(self, width: int) -> int:
        return self._block(width).ink_height + (self.kit.theme.px("x2") if self._ground else 0)

    def sizeHint(self) -> QSize:
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else self.kit.theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(120), 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # another width, another height

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        if self._ground:
            outline = self._role if theme.outlined else ""
            draw_frame(painter, theme, self.rect(), fill=self._ground, outline=outline, radius="radius.row")
        top = theme.px("x1") if self._ground else 0
        if self._icon:
            side = theme.px("icon.small")
            middle = top + (theme.rise("label") + theme.drop("label") - side) // 2
            self.kit.icons.paint(painter, self._icon, self._role, self._pad, middle, side)
        self._block(self.width()).paint(painter, self._lead, top)

    @property
    def _ground(self) -> str:
        """The soft ground of the tone, where there is to be a box."""
        return f"{self._role}_soft" if self._boxed and self._role != "text_2" else ""

    @property
    def _pad(self) -> int:
        return self.kit.theme.px(PAD) if self._ground else OVERHANG

    @property
    def _lead(self) -> int:
        theme = self.kit.theme
        return self._pad + (theme.px("icon.small") + theme.px(ICON_GAP) if self._icon else 0)

    def _block(self, width: int) -> ThaiBlock:
        return ThaiBlock(self.kit.theme, self._text, Ink("label", self._role), width - self._lead - self._pad)

    def _renew(self) -> None:
        if not self._name:
            return
        self._text = self.kit.words(self._name, **self._gaps)
        self.setAccessibleName(self._text)
        self.setVisible(True)
        self.refresh()


class Labelled(Ground):
    """A field with its label above it and what is wrong below it. The label is named by ``name``."""

    def __init__(self, kit: Kit, name: str, field: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent=parent)
        self.field, self.wrong = field, Sentence(kit)
        label = TextLabel(kit, Ink("label", "text_2"))
        kit.words.bind(label, label.set_text, name)
        column = QVBoxLayout(self)
        self.space(column)
        for widget in (label, field, self.wrong):
            column.addWidget(widget)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def say_error(self, error: DeskError | None) -> None:
        """Mark the field as wrong and say why, or take that back."""
        if isinstance(self.field, LineField):
            self.field.set_wrong(error is not None)
        if error is None:
            self.wrong.clear()
        else:
            self.wrong.say_error(error)
        self.field.setAccessibleDescription(self.wrong.text())
