"""A column of facts: a sign or a label, what it is, and of what sort."""

from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.paint.caps import caps_of, draw_hint, hint_width
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted

HEAD, ROW, VALUE_LEFT, GAP = 30, 28, 26, 12
TITLE, VALUE, SORT, HINT = (
    Ink("label", bold=True),
    Ink("body", tabular=True),
    Ink("label", "text_2"),
    Ink("caption", "text_2"),
)


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: icon, value, and its sort at the right end."""

    icon: str
    value: str
    sort: str


class FactLines(Painted):
    """Gone while there is no fact. ``hint`` is a shortcut and its word, shown in the head."""

    def __init__(self, kit: Kit, brush: Brush, title: str, hint: tuple[str, str] = ("", "")) -> None:
        super().__init__(kit)
        self._brush, self._title, self._hint = brush, title, hint
        self._facts: tuple[Fact, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.words.changed.connect(self.refresh)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return self._facts

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        self._facts = facts
        self.setVisible(bool(facts))
        said = ", ".join(f"{fact.sort} {fact.value}" for fact in facts)
        self.setAccessibleName(f"{self.kit.words(self._title)}: {said}")
        self.refresh()

    def sizeHint(self) -> QSize:
        return QSize(self._brush.px(280), self._brush.px(HEAD + ROW * len(self._facts)))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, brush, words = QPainter(self), self._brush, self.kit.words
        end = brush.put(painter, TITLE, words(self._title), 0, brush.base(TITLE.style, brush.px(2)))
        if self._hint[0]:
            self._paint_hint(painter, end + brush.px(GAP))
        for n, fact in enumerate(self._facts):
            self._paint_fact(painter, fact, brush.px(HEAD) + n * brush.px(ROW))

    def _paint_hint(self, painter: QPainter, least: float) -> None:
        """Name the key at the right end, where it has room beside the head."""
        shortcut, name = self._hint
        keys, word, theme = caps_of(shortcut), self.kit.words(name), self.kit.theme
        left = self.width() - hint_width(theme, keys, word, HINT)
        if left >= least:
            draw_hint(painter, self.kit, keys, word, left, theme.px(2) + theme.line(TITLE.style) // 2, HINT)

    def _paint_fact(self, painter: QPainter, fact: Fact, top: int) -> None:
        brush, middle = self._brush, top + self._brush.px(ROW) / 2
        brush.icon(painter, fact.icon, "text_2", 0, middle)
        base = brush.base(SORT.style, middle - brush.theme.line(SORT.style) / 2)
        end = brush.put_right(painter, SORT, fact.sort, self.width(), base) - brush.px(GAP)
        left = brush.px(VALUE_LEFT)
        block = brush.block(fact.value, VALUE, round(end - left))
        brush.put_block(painter, block, VALUE.style, left, middle - brush.theme.line(VALUE.style) / 2)
