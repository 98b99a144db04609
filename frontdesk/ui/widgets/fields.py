"""Fields to type in: a frame with one ring inside, a sign in front, a hint at the end."""

from PySide6.QtCore import QEvent, QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_focus_ring, draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width

HINT = Ink("caption", "text_3")
EDITING = (Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X, Qt.Key.Key_Y, Qt.Key.Key_Z)


class LineField(QLineEdit):
    """A field of one line, 36 high. ``name`` is its accessible name, ``hint`` its placeholder."""

    style_name, height_name, icon_name = "body", "field", "icon.small"
    pad, icon_gap, radius = 10, 8, "radius.control"

    def __init__(self, kit: Kit, name: str, icon: str = "", hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit, self._icon = kit, icon
        self._trailing, self._trailing_icon, self._wrong = "", "", False
        self.setFrame(False)
        self.setProperty("field", "painted")
        kit.words.bind(self, self.setAccessibleName, name)
        if hint:
            kit.words.bind(self, self.setPlaceholderText, hint)
        kit.theme.changed.connect(self.refresh)
        self.refresh()

    @property
    def wrong(self) -> bool:
        """Whether what stands here cannot be accepted; the sentence belongs under the field."""
        return self._wrong

    def set_wrong(self, wrong: bool) -> None:
        self._wrong = wrong
        self.update()

    def set_trailing(self, text: str, icon: str = "") -> None:
        """Show a quiet word at the end, such as Esc or that the draft is saved."""
        self._trailing, self._trailing_icon = text, icon
        self.refresh()

    def refresh(self) -> None:
        """Take size and margins from the theme again."""
        theme = self.kit.theme
        self.setFont(theme.font(self.style_name))
        self.setFixedHeight(theme.px(self.height_name))
        icon = theme.px(self.icon_name) + theme.px(self.icon_gap) if self._icon else 0
        self.setTextMargins(theme.px(self.pad) + icon - 2, 0, theme.px(self.pad) + self._trailing_width(), 0)
        self.update()

    def event(self, event: QEvent) -> bool:
        """Leave Ctrl with a letter to the desk's commands, but for the common editing keys."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            plain_ctrl = event.modifiers() == Qt.KeyboardModifier.ControlModifier
            letter = Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z
            if plain_ctrl and letter and event.key() not in EDITING:
                event.ignore()
                return False
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_frame(painter)
        if self._icon:
            self._draw_icon(painter)
        if self._trailing:
            self._draw_trailing(painter)
        painter.end()
        super().paintEvent(event)

    def _draw_frame(self, painter: QPainter) -> None:
        outline = "danger" if self._wrong else "control"
        draw_frame(painter, self.kit.theme, self.rect(), fill="surface", outline=outline, radius=self.radius)
        if self.hasFocus():
            draw_focus_ring(painter, self.kit.theme, self.rect(), self.radius)

    def _draw_icon(self, painter: QPainter) -> None:
        side = self.kit.theme.px(self.icon_name)
        top = (self.height() - side) // 2
        self.kit.icons.paint(painter, self._icon, "text_2", self.kit.theme.px(self.pad), top, side)

    def _draw_trailing(self, painter: QPainter) -> None:
        theme = self.kit.theme
        left = self.width() - theme.px(self.pad) - self._trailing_width() + theme.px(self.icon_gap)
        if self._trailing_icon:
            side = theme.px("icon.small")
            box = QRect(left, (self.height() - side) // 2, side, side)
            self.kit.icons.paint(painter, self._trailing_icon, HINT.role, box.x(), box.y(), side)
            left += side + theme.px("x1")
        y = baseline(theme, HINT.style, 0, self.height())
        draw_text(painter, theme, HINT, self._trailing, left, y)

    def _trailing_width(self) -> int:
        if not self._trailing:
            return 0
        theme = self.kit.theme
        icon = theme.px("icon.small") + theme.px("x1") if self._trailing_icon else 0
        return round(text_width(theme, HINT, self._trailing) + 0.5) + icon + theme.px(self.icon_gap)


class SearchField(LineField):
    """The one box: 48 high, larger type."""

    style_name, height_name, icon_name = "search", "search_box", "icon.normal"
    pad, icon_gap, radius = 14, 8, "radius.row"

    def __init__(self, kit: Kit, name: str, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(kit, name, "search", hint, parent)
        self.setInputMethodHints(Qt.InputMethodHint.ImhNoPredictiveText)
