"""The note that everybody must see."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.people.spots import GHOST, Spot, label_of
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.thai_layout import ThaiBlock
from frontdesk.ui.widgets.labels import Painted

NOTE = Ink("body", "note")
PAD, TEXT_LEFT, UPRIGHT, LINES = 12, 38, 5, 2


class NoteStrip(Painted):
    """Paper with a star; as high as its words need up to two lines, in full if ``whole``, gone while there are none."""

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush, self._text, self._whole, self._editing = brush, "", False, False
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def set_text(self, text: str) -> None:
        self._text = text.strip()
        self.setAccessibleName(self._text)
        self.setToolTip(self._text)
        self._renew()

    def set_editing(self, editing: bool) -> None:
        """Show where a note would stand as well."""
        self._editing = editing
        self._renew()

    def set_whole(self, whole: bool) -> None:
        """Show the note in full, however long it is."""
        self._whole = whole
        self.refresh()

    def spots(self) -> list[Spot]:
        """Return where the note stands."""
        return [] if self.isHidden() else [Spot("note", self.rect())]

    def heightForWidth(self, width: int) -> int:
        return self._block(width).height + 2 * self._brush.px(UPRIGHT)

    def sizeHint(self) -> QSize:
        width = self.width() or self._brush.px("desk_right_min")
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._brush.theme.line("body") + 2 * self._brush.px(UPRIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, brush = QPainter(self), self._brush
        outline = "note" if brush.theme.outlined else ""
        draw_frame(painter, brush.theme, self.rect(), fill="note_soft", outline=outline, radius="radius.row")
        first = brush.px(UPRIGHT) + brush.theme.line("body") / 2
        brush.icon(painter, "star", "note", brush.px(PAD), first)
        brush.put_block(painter, self._block(self.width()), "body", brush.px(TEXT_LEFT), brush.px(UPRIGHT))

    def _renew(self) -> None:
        self.setVisible(bool(self._text) or self._editing)
        self.refresh()

    def _block(self, width: int) -> ThaiBlock:
        room = width - self._brush.px(TEXT_LEFT) - self._brush.px(PAD)
        text = self._text or GHOST + self.kit.words(label_of("note"))
        return self._brush.block(text, NOTE, max(room, 1), 0 if self._whole else LINES)
