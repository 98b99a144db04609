"""Words on a page: plain labels, tags, key rows and hairlines, all painted from roles."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.caps import caps_of, draw_hint, hint_width
from frontdesk.ui.paint.frames import draw_hair
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, elided, line_height, text_width
from frontdesk.ui.paint.tags import TagLook, draw_tag, tag_width
from frontdesk.ui.paint.thai_layout import ThaiBlock

OVERHANG = 2
"""Room at the sides: the first and last letters of Sarabun reach a little out of their boxes."""


class Painted(QWidget):
    """A widget that paints itself and follows the theme."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        kit.theme.changed.connect(self.refresh)

    def refresh(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the layout ask again: it keeps the height that belonged to the width before."""
        super().resizeEvent(event)
        if self.sizePolicy().hasHeightForWidth() and event.size().width() != event.oldSize().width():
            self.updateGeometry()


class TextLabel(Painted):
    """One line of plain text, ended by dots where it does not fit. Never reads markup."""

    def __init__(self, kit: Kit, ink: Ink, parent: QWidget | None = None, text: str = "") -> None:
        super().__init__(kit, parent)
        self._ink, self._text = ink, ""
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_text(text)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        text = " ".join(text.split())
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.refresh()

    def set_ink(self, ink: Ink) -> None:
        self._ink = ink
        self.refresh()

    def sizeHint(self) -> QSize:
        width = round(text_width(self.kit.theme, self._ink, self._text) + 0.5) + 2 * OVERHANG
        return QSize(width, line_height(self.kit.theme, self._ink.style))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        y = baseline(theme, self._ink.style, 0, self.height())
        shown = elided(theme, self._ink, self._text, self.width() - 2 * OVERHANG + 1)
        draw_text(painter, theme, self._ink, shown, OVERHANG, y)


class TextBlock(Painted):
    """Plain text over several lines, as high as its width needs."""

    def __init__(self, kit: Kit, ink: Ink, parent: QWidget | None = None, max_lines: int = 0) -> None:
        super().__init__(kit, parent)
        self._ink, self._text, self._max_lines = ink, "", max_lines
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def text(self) -> str:
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.refresh()

    def heightForWidth(self, width: int) -> int:
        return self._block(width).ink_height if self._text else 0

    def sizeHint(self) -> QSize:
        width = self.width() if self.testAttribute(Qt.WidgetAttribute.WA_Resized) else self.kit.theme.px(480)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(120), line_height(self.kit.theme, self._ink.style))

    def paintEvent(self, event: QPaintEvent) -> None:
        self._block(self.width()).paint(QPainter(self), OVERHANG, 0)

    def _block(self, width: int) -> ThaiBlock:
        return ThaiBlock(self.kit.theme, self._text, self._ink, width - 2 * OVERHANG, self._max_lines)


class Tag(Painted):
    """A word in a small box."""

    def __init__(self, kit: Kit, look: TagLook, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._look = look
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(look.text)

    def set_look(self, look: TagLook) -> None:
        if look != self._look:
            self._look = look
            self.setAccessibleName(look.text)
            self.refresh()

    def sizeHint(self) -> QSize:
        theme = self.kit.theme
        return QSize(tag_width(theme, self._look), max(theme.px("tag"), line_height(theme, "caption")))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_tag(QPainter(self), self.kit, self._look, 0, self.height() // 2)


class KeyCap(Painted):
    """A chord and the word for what it does."""

    def __init__(self, kit: Kit, shortcut: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._keys, self._word = caps_of(shortcut), ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.bound = kit.words.bind(self, self._set_word, name)

    def sizeHint(self) -> QSize:
        theme = self.kit.theme
        return QSize(hint_width(theme, self._keys, self._word, _HINT), line_height(theme, _HINT.style))

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_hint(QPainter(self), self.kit, self._keys, self._word, 0, self.height() // 2, _HINT)

    def _set_word(self, word: str) -> None:
        self._word = word
        self.setAccessibleName(f"{'+'.join(self._keys)} {word}")
        self.refresh()


class HairLine(Painted):
    """A line between two regions; upright if ``upright``."""

    def __init__(self, kit: Kit, parent: QWidget | None = None, upright: bool = False) -> None:
        super().__init__(kit, parent)
        self._upright = upright
        fixed, grows = QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding
        self.setSizePolicy(*((fixed, grows) if upright else (grows, fixed)))

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px("hair"), self.kit.theme.px("hair"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._upright:
            painter.fillRect(self.rect(), self.kit.theme.color("line"))
        else:
            draw_hair(painter, self.kit.theme, 0, self.width(), 0)


_HINT = Ink("caption", "text_2")
