"""How often and when somebody was in contact, and how they like to be reached: one outlined row, two if narrow."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRect, QSize
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

HEIGHT, PAD, VALUE_TOP, LABEL_TOP, LEAST = 62, 14, 6, 33, 124
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
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
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
        return [spot for n, cell in enumerate(self.cells()) for spot in self._spots_of(cell, self._corner(n))]

    def heightForWidth(self, width: int) -> int:
        cells = len(self.cells())
        return -(-cells // self._across(width)) * self._brush.px(HEIGHT)

    def sizeHint(self) -> QSize:
        width = self.width() or self._brush.px("desk_right_min")
        return QSize(self._brush.px(320), self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self._brush.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, hair = QPainter(self), self.kit.theme, self.kit.theme.px("hair")
        draw_frame(painter, theme, self.rect(), outline="line", radius="radius.row")
        for n, cell in enumerate(self.cells()):
            corner = self._corner(n)
            if corner.x():
                painter.fillRect(QRect(corner.x(), corner.y(), hair, self._brush.px(HEIGHT)), theme.color("line"))
            elif corner.y():
                painter.fillRect(QRect(0, corner.y(), self.width(), hair), theme.color("line"))
            self._paint_cell(painter, cell, corner)

    def _of_person(self) -> Iterator[Cell]:
        person, words = self._person, self.kit.words
        if person is None:
            return
        if self._editing or person.channel or person.not_before:
            yield Cell(when_word(words, person), way_word(words, person), "not_before", "channel")
        if person.purchases:
            last = format_date(person.last_purchase, words.language) if person.last_purchase else ""
            label = words("people.purchases_last", day=last) if last else words("people.purchases")
            yield Cell(f"{person.purchases:,}", label, "purchases", "last_purchase")
        elif self._editing:
            yield Cell(GHOST, words(label_of("purchases")), "purchases")

    def _across(self, width: int) -> int:
        """Return how many figures stand side by side."""
        cells = len(self.cells())
        most = max(1, width // self._brush.px(LEAST))
        return cells if cells <= most else -(-cells // -(-cells // most))

    def _corner(self, place: int) -> QPoint:
        across = self._across(self.width())
        return QPoint(round(place % across * self.width() / across), place // across * self._brush.px(HEIGHT))

    def _room(self) -> int:
        return self.width() // self._across(self.width()) - self._brush.px(PAD) - self._brush.px(4)

    def _spots_of(self, cell: Cell, corner: QPoint) -> Iterator[Spot]:
        px, room = self._brush.px, self._room()
        for key, ink, top in ((cell.value_key, VALUE, VALUE_TOP), (cell.label_key, LABEL, LABEL_TOP)):
            if key:
                rect = QRect(corner.x() + px(PAD), corner.y() + px(top), room, self._brush.theme.line(ink.style))
                yield Spot(key, rect)

    def _paint_cell(self, painter: QPainter, cell: Cell, corner: QPoint) -> None:
        brush, left = self._brush, corner.x() + self._brush.px(PAD)
        for text, ink, top in ((cell.value, VALUE, VALUE_TOP), (cell.label, LABEL, LABEL_TOP)):
            block = brush.block(text, ink, self._room())
            brush.put_block(painter, block, ink.style, left, corner.y() + brush.px(top))

    def _say(self) -> None:
        cells = self.cells()
        self.setVisible(self._editing or self._figures.total > 0 or len(cells) > 1)
        self.setAccessibleName(", ".join(f"{cell.label} {cell.value}" for cell in cells))
        self.refresh()
