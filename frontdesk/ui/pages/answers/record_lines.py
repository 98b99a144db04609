"""Labels and values side by side, one a line; what is empty is left out."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted

HEAD, ROW, GAP = 28, 25, 12
TITLE, LABEL, VALUE = Ink("label", bold=True), Ink("label", "text_2"), Ink("label")

Line = tuple[str, str]
"""A label and its value, in the language of the screen."""


class RecordLines(Painted):
    """``title`` names the head's text. Gone while there is no line."""

    def __init__(self, kit: Kit, brush: Brush, title: str, label_width: int, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush, self._title, self._label_width = brush, title, label_width
        self._lines: tuple[Line, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines

    def show_lines(self, lines: tuple[Line, ...]) -> None:
        self._lines = tuple((label, value) for label, value in lines if value)
        self.setVisible(bool(self._lines))
        said = ", ".join(f"{label} {value}" for label, value in self._lines)
        self.setAccessibleName(f"{self.kit.words(self._title)}: {said}")
        self.setToolTip("\n".join(value for _, value in self._lines))
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(self._brush.px(240), self._brush.px(HEAD + ROW * len(self._lines)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, brush = QPainter(self), self._brush
        brush.put(painter, TITLE, self.kit.words(self._title), 0, brush.base(TITLE.style, brush.px(2)))
        left = brush.px(self._label_width)
        for n, (label, value) in enumerate(self._lines):
            top = brush.px(HEAD) + n * brush.px(ROW)
            for text, ink, x, room in (
                (label, LABEL, 0, left - brush.px(GAP)),
                (value, VALUE, left, self.width() - left),
            ):
                brush.put_block(painter, brush.block(text, ink, max(room, 1)), ink.style, x, top)
