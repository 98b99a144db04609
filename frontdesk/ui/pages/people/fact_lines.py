"""A column of facts: a sign or a name, what it is, and of what sort or from where."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.people.spots import GHOST, Spot
from frontdesk.ui.paint.caps import caps_of, draw_hint, hint_width
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted

HEAD, ROW, VALUE_LEFT, NAMED_LEFT, GAP, LONGEST_NAME = 30, 28, 26, 82, 12, 120
TITLE, VALUE, SORT, HINT = (
    Ink("label", bold=True),
    Ink("body", tabular=True),
    Ink("label", "text_2"),
    Ink("caption", "text_2"),
)
ABSENT = Ink("label", "text_3")


@dataclass(frozen=True, slots=True)
class Fact:
    """One line: an icon or a name, the value, and its sort at the right end.

    ``key`` is that of the value as in ``card_values``, empty where it cannot be changed here. ``shorter`` are
    ways to say the sort where it would cut the value, the shortest last.
    """

    icon: str
    value: str
    sort: str = ""
    key: str = ""
    name: str = ""
    shorter: tuple[str, ...] = ()


class FactLines(Painted):
    """Gone while there is no fact. ``hint`` is a shortcut and its word, shown in the head."""

    def __init__(self, kit: Kit, brush: Brush, title: str, hint: tuple[str, str] = ("", "")) -> None:
        super().__init__(kit)
        self._brush, self._title, self._hint = brush, title, hint
        self._facts: tuple[Fact, ...] = ()
        self._most = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.words.changed.connect(self.refresh)

    @property
    def facts(self) -> tuple[Fact, ...]:
        return self._facts

    @property
    def shown(self) -> tuple[Fact, ...]:
        """The facts that have a line; the last line may say how many more there are."""
        return self._facts if not self._hidden else self._facts[: self._most - 1]

    def set_hint(self, shortcut: str, name: str) -> None:
        """Show another hint in the head, or none."""
        self._hint = (shortcut, name)
        self.update()

    def show_facts(self, facts: tuple[Fact, ...]) -> None:
        self._facts = facts
        self.setVisible(bool(facts))
        said = ", ".join(" ".join(filter(None, (fact.name, fact.sort, fact.value))) for fact in facts)
        self.setAccessibleName(f"{self.kit.words(self._title)}: {said}")
        self.refresh()

    def set_most(self, lines: int) -> None:
        """Show at most so many lines; 0 for all."""
        if lines != self._most:
            self._most = lines
            self.refresh()

    def spots(self) -> list[Spot]:
        """Return where the values stand."""
        row, head = self._brush.px(ROW), self._brush.px(HEAD)
        return [
            Spot(fact.key, QRect(0, head + n * row, self.width(), row))
            for n, fact in enumerate(self.shown)
            if fact.key and not self.isHidden()
        ]

    def sizeHint(self) -> QSize:
        lines = len(self.shown) + bool(self._hidden)
        return QSize(self._brush.px(280), self._brush.px(HEAD) + lines * self._brush.px(ROW))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, brush, words = QPainter(self), self._brush, self.kit.words
        end = brush.put(painter, TITLE, words(self._title), 0, brush.base(TITLE.style, brush.px(2)))
        self._paint_hint(painter, end + brush.px(GAP))
        for n, fact in enumerate(self.shown):
            self._paint_fact(painter, fact, brush.px(HEAD) + n * brush.px(ROW))
        if self._hidden:
            self._paint_more(painter, brush.px(HEAD) + len(self.shown) * brush.px(ROW))

    @property
    def _hidden(self) -> int:
        return len(self._facts) - self._most + 1 if 0 < self._most < len(self._facts) else 0

    def _paint_hint(self, painter: QPainter, least: float) -> None:
        """Name the key, or what stands there, at the right end, where it has room beside the head."""
        shortcut, name = self._hint
        if not name:
            return
        keys, word, theme = caps_of(shortcut), self.kit.words(name), self.kit.theme
        width = hint_width(theme, keys, word, HINT) if keys else round(self._brush.width(HINT, word))
        left, middle = self.width() - width, theme.px(2) + theme.line(TITLE.style) // 2
        if left < least:
            return
        if keys:
            draw_hint(painter, self.kit, keys, word, left, middle, HINT)
        else:
            self._brush.put(painter, HINT, word, left, self._brush.base(TITLE.style, self._brush.px(2)))

    def _paint_fact(self, painter: QPainter, fact: Fact, top: int) -> None:
        brush, middle = self._brush, top + self._brush.px(ROW) / 2
        base = brush.base(SORT.style, middle - brush.theme.line(SORT.style) / 2)
        left = self._paint_front(painter, fact, middle, base)
        ink = ABSENT if fact.value.startswith(GHOST) else VALUE
        sort = self._sort(fact, left)
        end = brush.put_right(painter, SORT, sort, self.width(), base) - brush.px(GAP)
        block = brush.block(fact.value.removeprefix(GHOST), ink, round(end - left))
        brush.put_block(painter, block, ink.style, left, middle - brush.theme.line(ink.style) / 2)

    def _paint_front(self, painter: QPainter, fact: Fact, middle: float, base: float) -> float:
        """Draw icon or name; return where the value begins."""
        brush = self._brush
        if not fact.name:
            brush.icon(painter, fact.icon, "text_2", 0, middle)
            return brush.px(VALUE_LEFT)
        block = brush.block(fact.name, SORT, brush.px(LONGEST_NAME))
        brush.put_block(painter, block, SORT.style, 0, base - brush.base(SORT.style, 0))
        return max(brush.px(NAMED_LEFT), block.natural_width + brush.px(GAP))

    def _sort(self, fact: Fact, left: float) -> str:
        """Return the fullest way to say the sort that leaves the value whole."""
        brush = self._brush
        room = self.width() - left - brush.px(GAP) - brush.width(VALUE, fact.value)
        ways = (fact.sort, *fact.shorter)
        return next((way for way in ways if brush.width(SORT, way) <= room), ways[-1])

    def _paint_more(self, painter: QPainter, top: int) -> None:
        words, theme = self.kit.words, self.kit.theme
        base = self._brush.base(SORT.style, top + (self._brush.px(ROW) - theme.line(SORT.style)) / 2)
        x = self._brush.put(painter, SORT, words("people.more", count=self._hidden), self._brush.px(VALUE_LEFT), base)
        middle = top + self._brush.px(ROW) // 2
        word = words("people.see_all")
        draw_hint(painter, self.kit, caps_of("Ctrl+↓"), word, round(x) + theme.px(GAP), middle, HINT)
