"""One button of the rail: sign, word, F-key and a count of what waits."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from frontdesk.domain.promises import DueCounts
from frontdesk.ui.commands import Command
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_focus_ring, draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, elided, text_width

WIDTH, HEIGHT, SMALL = 72, 68, 48
ICON_TOP, WORD_TOP, WORD_HEIGHT, KEY_HEIGHT = 12, 30, 30, 24
BADGE = 18
RAISED, LATE_TOP, LATE_HEIGHT = 7, 44, 24
"""How much sign and word go up where a line stands below them, and where that is."""
KEY, LATE = Ink("hint", "text_3"), Ink("hint", "danger", bold=True)


class RailButton(QToolButton):
    """Opens a page. Its command gives the word and the key."""

    def __init__(self, kit: Kit, command: Command, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit, self.command, self._icon, self._count, self._late = kit, command, icon, 0, 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        kit.words.changed.connect(self._name_it)
        kit.theme.changed.connect(self._resize)
        self._name_it()
        self._resize()

    def set_count(self, count: int) -> None:
        """Show how many things wait on the page; 0 shows nothing."""
        self._count = count
        self._name_it()

    def set_due(self, counts: DueCounts) -> None:
        """Show what is to be done, and in words how much of it is overdue."""
        self._late = counts.overdue
        self.set_count(counts.due)

    def sizeHint(self) -> QSize:
        px = self.kit.theme.px
        return QSize(px(SMALL), px(SMALL)) if self.kit.theme.narrow else QSize(px(WIDTH), px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_ground(painter)
        self._draw_icon(painter)
        if not self.kit.theme.narrow:
            self._draw_word(painter)
            self._draw_key(painter)
            if self._late:
                self._draw_late(painter)
        if self._count:
            self._draw_count(painter)
        if self.hasFocus():
            draw_focus_ring(painter, self.kit.theme, self.rect(), "radius.row")

    def _name_it(self) -> None:
        word, key = self.kit.words(self.command.text), self.command.caps
        name = "shell.rail_button_count" if self._count else "shell.rail_button"
        said = self.kit.words(name, name=word, key=key, count=self._count)
        if self._late:
            said = f"{said} · {self.kit.words('promises.overdue_count', count=self._late)}"
        self.setText(word)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.update()

    def _resize(self) -> None:
        self.setFixedSize(self.sizeHint())
        self.update()

    @property
    def _role(self) -> str:
        return "accent" if self.isChecked() else "text_2"

    def _draw_ground(self, painter: QPainter) -> None:
        if self.isChecked():
            draw_frame(painter, self.kit.theme, self.rect(), fill="surface", outline="line", radius="radius.row")
        elif self.underMouse():
            draw_frame(painter, self.kit.theme, self.rect(), fill="hover", radius="radius.row")

    def _draw_icon(self, painter: QPainter) -> None:
        px = self.kit.theme.px
        side = px("icon.normal")
        top = (self.height() - side) // 2 if self.kit.theme.narrow else px(ICON_TOP) - self._raised
        self.kit.icons.paint(painter, self._icon, self._role, (self.width() - side) // 2, top, side)

    def _draw_word(self, painter: QPainter) -> None:
        theme = self.kit.theme
        ink = Ink("label", self._role, bold=self.isChecked())
        word = elided(theme, ink, self.text(), self.width() - 2)
        x = (self.width() - text_width(theme, ink, word)) / 2
        y = baseline(theme, ink.style, theme.px(WORD_TOP) - self._raised, theme.px(WORD_HEIGHT))
        draw_text(painter, theme, ink, word, x, y)

    @property
    def _raised(self) -> int:
        return self.kit.theme.px(RAISED) if self._late else 0

    def _draw_late(self, painter: QPainter) -> None:
        theme = self.kit.theme
        text = elided(theme, LATE, self.kit.words("promises.rail_overdue", count=self._late), self.width() - 2)
        x = (self.width() - text_width(theme, LATE, text)) / 2
        draw_text(painter, theme, LATE, text, x, baseline(theme, LATE.style, theme.px(LATE_TOP), theme.px(LATE_HEIGHT)))

    def _draw_key(self, painter: QPainter) -> None:
        theme = self.kit.theme
        x = self.width() - theme.px(7) - text_width(theme, KEY, self.command.caps)
        draw_text(painter, theme, KEY, self.command.caps, x, baseline(theme, KEY.style, 0, theme.px(KEY_HEIGHT)))

    def _draw_count(self, painter: QPainter) -> None:
        theme = self.kit.theme
        ink = Ink("hint", "surface", bold=True)
        text = str(min(self._count, 99))
        width = max(theme.px(BADGE), round(text_width(theme, ink, text)) + theme.px(8))
        rect = QRect(theme.px(3), theme.px(5), width, theme.px(BADGE))
        draw_frame(painter, theme, rect, fill="danger" if self._late else "overdue", radius="radius.badge")
        x = rect.x() + (width - text_width(theme, ink, text)) / 2
        draw_text(painter, theme, ink, text, x, baseline(theme, ink.style, rect.y() - 6, rect.height() + 12))
