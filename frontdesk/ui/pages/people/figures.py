"""How often and when somebody was in contact, and how they like to be reached: one outlined row."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.domain.people import ContactFigures, Person
from frontdesk.domain.thai_dates import format_date
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.people.preference_words import way_word, when_word
from frontdesk.ui.pages.people.spots import GHOST, Spot, label_of
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted

HEIGHT, PAD, VALUE_TOP, LABEL_TOP = 62, 14, 6, 33
VALUE, LABEL = Ink("row_say", bold=True, tabular=True), Ink("caption", "text_2")


@dataclass(frozen=True, slots=True)
class Cell:
    """A figure over its label; either may be a value that can be changed, by its key."""

    value: str
    label: str
    value_key: str = ""
    label_key: str = ""


class Figures(Painted):
    """Gone for somebody who was never in contact and likes to be reached in any way."""

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush, self._figures, self._editing = brush, ContactFigures(), False
        self._person: Person | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.words.changed.connect(self._say)

    def show_figures(self, figures: ContactFigures, person: Person) -> None:
        self._figures, self._person = figures, person
        self._say()

    def set_editing(self, editing: bool) -> None:
        """Show what is not there yet as well."""
        self._editing = editing
        self._say()

    def cells(self) -> list[Cell]:
        """Return the figures that say something."""
        words, figures = self.kit.words, self._figures
        days = (("people.first", figures.first), ("people.last", figures.last))
        cells = [Cell(f"{figures.total:,}", words("people.total"))]
        cells += [Cell(format_date(day, words.language), words(name)) for name, day in days if day]
        return [*cells, *self._of_person()]

    def spots(self) -> list[Spot]:
        """Return where the values stand."""
        if self.isHidden():
            return []
        return [spot for n, cell in enumerate(self.cells()) for spot in self._spots_of(cell, self._left(n))]

    def sizeHint(self) -> QSize:
        return QSize(self._brush.px(320), self._brush.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        draw_frame(painter, theme, self.rect(), outline="line", radius="radius.row")
        for n, cell in enumerate(self.cells()):
            left = self._left(n)
            if n:
                painter.fillRect(QRect(left, 0, theme.px("hair"), self.height()), theme.color("line"))
            self._paint_cell(painter, cell, left + self._brush.px(PAD))

    def _of_person(self) -> Iterator[Cell]:
        person, words = self._person, self.kit.words
        if person is None:
            return
        if self._editing or person.channel or person.not_before:
            yield Cell(when_word(words, person), way_word(words, person), "not_before", "channel")
        if person.purchases:
            last = format_date(person.last_purchase, words.language) if person.last_purchase else ""
            label = words("people.purchases_last", day=last) if last else words("people.purchases")
            yield Cell(f"{person.purchases:,}", label, "purchases")
        elif self._editing:
            yield Cell(GHOST, words(label_of("purchases")), "purchases")

    def _left(self, place: int) -> int:
        return round(place * self.width() / len(self.cells()))

    def _room(self) -> int:
        return self.width() // len(self.cells()) - self._brush.px(PAD) - self._brush.px(4)

    def _spots_of(self, cell: Cell, left: int) -> Iterator[Spot]:
        px = self._brush.px
        x, room = left + px(PAD), self._room()
        if cell.value_key:
            yield Spot(cell.value_key, QRect(x, px(VALUE_TOP), room, self._brush.theme.line(VALUE.style)))
        if cell.label_key:
            yield Spot(cell.label_key, QRect(x, px(LABEL_TOP), room, self._brush.theme.line(LABEL.style)))

    def _paint_cell(self, painter: QPainter, cell: Cell, left: int) -> None:
        brush = self._brush
        for text, ink, top in ((cell.value, VALUE, VALUE_TOP), (cell.label, LABEL, LABEL_TOP)):
            brush.put_block(painter, brush.block(text, ink, self._room()), ink.style, left, brush.px(top))

    def _say(self) -> None:
        cells = self.cells()
        self.setVisible(self._editing or self._figures.total > 0 or len(cells) > 1)
        self.setAccessibleName(", ".join(f"{cell.label} {cell.value}" for cell in cells))
        self.refresh()
