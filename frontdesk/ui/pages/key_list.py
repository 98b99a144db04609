"""All keys on one page (F1), in both languages."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractSlider, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from frontdesk.domain.languages import Language
from frontdesk.ui.commands import Command, Scope, in_scope
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.caps import caps_of, draw_chord
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, elided
from frontdesk.ui.widgets.buttons import FlatButton
from frontdesk.ui.widgets.labels import Painted, TextLabel

ROW, HEAD, GAP, INSET = 30, 36, 14, 24
CAPS_SHARE, FIRST_SHARE = 0.30, 0.36


def _f_key(command: Command) -> bool:
    """Tell whether a command has an F-key, as all do that open a page."""
    return command.caps.rpartition("+")[2][1:].isdigit()


PAGE_COMMANDS = frozenset(command.id for command in in_scope(Scope.WINDOW) if _f_key(command)) - {"keys"}
RIGHT = (Scope.DESK, Scope.ANSWERS, Scope.LOG, Scope.REPORT)
BESIDE = {Scope.FORM: {"people", "answers"}, Scope.REPORT: {"log", "supervise", "hand-over"}}
"""The pages beside which forms and papers stand."""

_ACTION = QAbstractSlider.SliderAction
SCROLLS = {
    Qt.Key.Key_Up: _ACTION.SliderSingleStepSub, Qt.Key.Key_Down: _ACTION.SliderSingleStepAdd,
    Qt.Key.Key_PageUp: _ACTION.SliderPageStepSub, Qt.Key.Key_PageDown: _ACTION.SliderPageStepAdd,
    Qt.Key.Key_Home: _ACTION.SliderToMinimum, Qt.Key.Key_End: _ACTION.SliderToMaximum,
}  # fmt: skip

Group = tuple[Scope, list[Command]]


class KeyList(QWidget):
    """A page over the others; Esc and F1 go back to where one was."""

    page_id = "keys"

    def __init__(self, kit: Kit, leave: Callable[[], None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._leave = kit, leave
        self._title = TextLabel(kit, Ink("title"))
        self._back = FlatButton(kit, "shell.key_list_back", "Esc")
        self._table, self._scroll = KeyTable(kit), QScrollArea(self)
        self._back.installEventFilter(self)  # a button takes the arrows for itself
        kit.words.bind(self, self._title.set_text, "shell.key_list_title")
        self._back.clicked.connect(leave)
        self._arrange()
        kit.theme.changed.connect(self._measure)
        self._measure()

    @property
    def widget(self) -> QWidget:
        return self

    def focus_first(self) -> None:
        self._back.setFocus()

    def show_pages(self, page_ids: Iterable[str]) -> None:
        """List only keys of pages that are there."""
        self._table.show_pages(frozenset(page_ids))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            action = SCROLLS.get(Qt.Key(event.key()))
            if action is not None:
                self._scroll.verticalScrollBar().triggerAction(action)
                return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._kit.theme.color("surface"))

    def _arrange(self) -> None:
        scroll = self._scroll
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(self._table)
        self._table.setAutoFillBackground(False)  # setWidget has switched it on
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self._title, 1)
        head.addWidget(self._back)
        column.addLayout(head)
        column.addWidget(scroll, 1)

    def _measure(self) -> None:
        self._scroll.verticalScrollBar().setSingleStep(self._kit.theme.px(ROW))
        inset, column = self._kit.theme.px(INSET), self.layout()
        assert column is not None
        column.setContentsMargins(inset, self._kit.theme.px("x3"), inset, 0)


class KeyTable(Painted):
    """The commands in two columns: caps, the word in the language in use, the word in the other."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._columns: tuple[list[Group], list[Group]] = ([], [])
        kit.words.changed.connect(self._describe)
        self.show_pages(frozenset())

    def show_pages(self, page_ids: frozenset[str]) -> None:
        groups = [(scope, _there(scope, page_ids)) for scope in Scope]
        groups = [group for group in groups if group[1]]
        right = [group for group in groups if group[0] in RIGHT]
        self._columns = [group for group in groups if group[0] not in RIGHT], right
        self._describe()

    def sizeHint(self) -> QSize:
        heights = [sum(HEAD + ROW * len(rows) + GAP for _, rows in column) for column in self._columns]
        return QSize(self.kit.theme.px(720), self.kit.theme.px(max(heights)))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        half = (self.width() - self.kit.theme.px(GAP)) // 2
        for n, column in enumerate(self._columns):
            self._draw_column(painter, column, n * (half + self.kit.theme.px(GAP)), half)

    def _draw_column(self, painter: QPainter, groups: list[Group], x: int, width: int) -> None:
        px, y = self.kit.theme.px, 0
        for scope, commands in groups:
            self._write(painter, Ink("label", "text_2", bold=True), f"shell.scope_{scope}", x, y, HEAD, width)
            y += px(HEAD)
            for command in commands:
                self._draw_command(painter, command, x, y, width)
                y += px(ROW)
            y += px(GAP)

    def _draw_command(self, painter: QPainter, command: Command, x: int, y: int, width: int) -> None:
        caps, first = round(width * CAPS_SHARE), round(width * FIRST_SHARE)
        draw_chord(painter, self.kit, caps_of(command.caps), x, y + self.kit.theme.px(ROW) // 2)
        self._write(painter, Ink("body"), command.text, x + caps, y, ROW, first)
        other = Language.EN if self.kit.words.language is Language.TH else Language.TH
        rest = width - caps - first
        self._write(painter, Ink("label", "text_2"), command.text, x + caps + first, y, ROW, rest, other)

    def _write(
        self, painter: QPainter, ink: Ink, name: str, x: int, y: int, height: int, width: int,
        language: Language | None = None,
    ) -> None:  # fmt: skip
        theme, words = self.kit.theme, self.kit.words
        text = words.in_language(language or words.language, name)
        text = elided(theme, ink, text, width - theme.px("x2"))
        draw_text(painter, theme, ink, text, x, baseline(theme, ink.style, y, theme.px(height)))

    def _describe(self) -> None:
        rows = (command for column in self._columns for _, commands in column for command in commands)
        self.setAccessibleName(self.kit.words("shell.key_list_title"))
        self.setAccessibleDescription("; ".join(f"{c.caps} {self.kit.words(c.text)}" for c in rows))
        self.refresh()


def _there(scope: Scope, page_ids: frozenset[str]) -> list[Command]:
    there = bool(page_ids & BESIDE.get(scope, {scope.value}))
    if scope is not Scope.WINDOW and not there:
        return []
    return [one for one in in_scope(scope) if one.id not in PAGE_COMMANDS or one.id in page_ids]
