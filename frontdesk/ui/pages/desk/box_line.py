"""The line under the box: how the words were taken, and the keys that change it."""

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QSize, Signal, SignalInstance
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.domain.thai_text import normalise
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.reading import Reading
from frontdesk.ui.pages.desk.rows_paint.brush import INSET, Brush
from frontdesk.ui.paint.caps import draw_hint, hint_width
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted

HEIGHT, GAP, PART_GAP = 24, 8, 20
TEXT, WORD = Ink("caption", "text_2"), Ink("caption", "text_3")
LITERAL, NARROW, TAKE_UP = ("Alt", "0"), ("Ctrl", "G"), ("Ctrl", "B")


@dataclass(frozen=True, slots=True)
class Part:
    """A sentence, perhaps none, with a key and what the key does."""

    text: str
    marks: tuple[str, ...]
    keys: tuple[str, ...]
    word: str


class BoxLine(Painted):
    """Always there, so that no row moves when it says something. A click does what the key beside it does."""

    literal_asked = Signal()
    narrow_asked = Signal()
    offer_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush = Brush(kit)
        self._reading, self._can_narrow, self._offer = Reading(), False, ""
        self._ends: list[tuple[float, Part]] = []
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        kit.words.changed.connect(self._tell)

    def show_reading(self, reading: Reading, can_narrow: bool) -> None:
        """Say how words were taken; ``can_narrow`` tells whether an answer with a category is selected."""
        before = self.parts()
        self._reading, self._can_narrow = reading, can_narrow
        if before != self.parts():
            self._tell()

    def show_offer(self, text: str) -> None:
        """Say that a call broke off which can be taken up again, or nothing of the kind."""
        if text != self._offer:
            self._offer = text
            self._tell()

    def text(self) -> str:
        """Return everything that stands here, as it is read aloud."""
        return " · ".join(" ".join((part.text, "+".join(part.keys), part.word)).strip() for part in self.parts())

    def parts(self) -> list[Part]:
        """Return what there is to say, the most needed first."""
        words, reading = self.kit.words, self._reading
        parts: list[Part] = []
        if self._offer:
            parts.append(Part(self._offer, (), TAKE_UP, words("promises.take_up")))
        if reading.understood:
            text = words("desk.looked_up", text=reading.understood, typed=reading.typed)
            parts.append(Part(text, (normalise(reading.understood),), LITERAL, words("desk.as_typed")))
        elif reading.literal:
            text = words("desk.literally", typed=reading.typed)
            parts.append(Part(text, (), LITERAL, words("desk.as_meant")))
        if reading.narrowed:
            text = words("desk.only", names=" · ".join(reading.names))
            marks = tuple(normalise(name) for name in reading.names)
            parts.append(Part(text, marks, NARROW, words("desk.everywhere")))
        elif self._can_narrow and not parts:
            parts.append(Part("", (), NARROW, words("desk.this_category")))
        return parts

    def sizeHint(self) -> QSize:
        return QSize(self._brush.px("desk_left_min"), self._brush.px(HEIGHT))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._act(event.position().toPoint())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, brush, parts = QPainter(self), self._brush, self.parts()
        x: float = brush.px(INSET)
        self._ends = []
        room: float = self.width() - 2 * brush.px(INSET) - sum(self._fixed(part) for part in parts)
        for n, part in enumerate(parts):
            later = sum(brush.width(TEXT, other.text) for other in parts[n + 1 :])
            share = max(room - later, room / 2) if n + 1 < len(parts) else room
            end = self._paint_part(painter, part, x, round(share))
            room -= end - x - self._fixed(part) + brush.px(PART_GAP)
            self._ends.append((end, part))
            x = end + brush.px(PART_GAP)

    def _paint_part(self, painter: QPainter, part: Part, x: float, room: int) -> float:
        brush, middle = self._brush, self.height() / 2
        if part.text:
            block = brush.block(part.text, TEXT, max(room, brush.px(40)), 1, part.marks)
            brush.put_block(painter, block, "caption", x, middle - brush.theme.line("caption") / 2)
            x += block.natural_width + brush.px(GAP)
        return draw_hint(painter, brush.kit, part.keys, part.word, round(x), round(middle), WORD)

    def _fixed(self, part: Part) -> int:
        """Return the width that a part needs beside its sentence."""
        return hint_width(self._brush.theme, part.keys, part.word, WORD) + (self._brush.px(GAP) if part.text else 0)

    def _act(self, at: QPoint) -> None:
        part = next((part for end, part in self._ends if at.x() <= end), None)
        if part is not None:
            asked: dict[tuple[str, ...], SignalInstance] = {
                LITERAL: self.literal_asked,
                NARROW: self.narrow_asked,
                TAKE_UP: self.offer_asked,
            }
            asked[part.keys].emit()

    def _tell(self) -> None:
        self.setAccessibleName(self.text())
        self.update()
