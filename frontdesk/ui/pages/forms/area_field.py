"""A field of several lines. Tab leaves it; saving and the page's commands stay with the page."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QVBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_focus_ring, draw_frame
from frontdesk.ui.widgets.fields import EDITING
from frontdesk.ui.widgets.ground import Ground

PLAIN = "QPlainTextEdit, QPlainTextEdit:focus { border: none; background: transparent; padding: 0; }"
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
ROOM = 6
"""Inside the text's own rectangle, so that marks above the first line are not cut."""


class _Text(QPlainTextEdit):
    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
            if plain_ctrl and ((letter and event.key() not in EDITING) or event.key() in ENTER):
                event.ignore()
                return False
        return super().event(event)


class AreaField(Ground):
    """``name`` is its accessible name, ``lines`` its height."""

    textChanged = Signal()  # noqa: N815 - as Qt's own fields have it

    def __init__(self, kit: Kit, name: str, lines: int, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(kit, "", parent)
        self._lines, self._wrong = lines, False
        self.edit = _Text()
        self.edit.setFrameShape(QFrame.Shape.NoFrame)
        self.edit.setTabChangesFocus(True)
        self.edit.setStyleSheet(PLAIN)
        self.edit.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.edit.textChanged.connect(self.textChanged)
        self.edit.installEventFilter(self)
        self.setFocusProxy(self.edit)
        kit.words.bind(self, self.edit.setAccessibleName, name)
        if hint:
            kit.words.bind(self, self.edit.setPlaceholderText, hint)
        column = QVBoxLayout(self)
        column.addWidget(self.edit)
        self.space(column, (4, 2, 2, 2))
        self.measure()

    def text(self) -> str:
        return self.edit.toPlainText()

    def setText(self, text: str) -> None:
        self.edit.setPlainText(text)

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def measure(self) -> None:
        """Take size and font from the theme again."""
        super().measure()
        theme = self.kit.theme
        for part in (self.edit, self.edit.viewport()):  # the hint is drawn in the viewport's own font
            part.setFont(theme.font("body"))
        self.edit.document().setDocumentMargin(theme.px(ROOM))
        line = self.edit.fontMetrics().lineSpacing()
        self.setFixedHeight(max(theme.px("field"), self._lines * line + 2 * theme.px(ROOM) + theme.px(6)))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QFocusEvent):
            self.update()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        outline = "danger" if self._wrong else "control"
        draw_frame(painter, theme, self.rect(), fill="surface", outline=outline)
        if self.edit.hasFocus():
            draw_focus_ring(painter, theme, self.rect())
