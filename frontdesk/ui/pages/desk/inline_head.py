"""The title of a strip that grows in place: a sign in the accent, and bold words."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, line_height, text_width
from frontdesk.ui.widgets.labels import Painted

TITLE, GAP = Ink("body", bold=True), 8


class SignLabel(Painted):
    """``name`` names its words, ``icon`` its sign."""

    def __init__(self, kit: Kit, icon: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._icon, self._text = icon, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.words.bind(self, self._set_text, name)

    def sizeHint(self) -> QSize:
        theme = self.kit.theme
        width = theme.px("icon.normal") + theme.px(GAP) + round(text_width(theme, TITLE, self._text) + 0.5)
        return QSize(width + theme.px(4), line_height(theme, TITLE.style))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        side = theme.px("icon.normal")
        self.kit.icons.paint(painter, self._icon, "accent", 0, (self.height() - side) // 2, side)
        y = baseline(theme, TITLE.style, 0, self.height())
        draw_text(painter, theme, TITLE, self._text, side + theme.px(GAP), y)

    def _set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.refresh()
