"""Language and theme at the foot of the sign-in page."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.languages import Language
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.caps import caps_of, chord_width, draw_chord
from frontdesk.ui.paint.frames import draw_focus_ring
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.widgets.buttons import FlatButton

THEMES = ("system", "clock", "light", "dark", "high_contrast")
KEYS = caps_of("Ctrl+L")
CHOSEN, OTHER, BETWEEN = Ink("label", "accent", bold=True), Ink("label", "text_2"), " · "


class LanguageSwitch(FlatButton):
    """Names both languages, the one in force in bold; pressing it changes to the other."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "sign_in.languages", icon="languages", parent=parent)
        self.pad = 0
        self.clicked.connect(kit.words.switch)

    def sizeHint(self) -> QSize:
        theme = self.kit.theme
        text = sum(text_width(theme, ink, word) for word, ink in self._parts())
        icon = theme.px("icon.small") + theme.px("x2")
        width = icon + round(text + 0.5) + theme.px("x2") + chord_width(theme, KEYS) + theme.px("x1")
        return QSize(width, theme.px("button"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        side = theme.px("icon.small")
        self.kit.icons.paint(painter, "languages", OTHER.role, 0, (self.height() - side) // 2, side)
        x: float = side + theme.px("x2")
        y = baseline(theme, OTHER.style, 0, self.height())
        for word, ink in self._parts():
            x = draw_text(painter, theme, ink, word, x, y)
        draw_chord(painter, self.kit, KEYS, round(x) + theme.px("x2"), self.height() // 2)
        if self.hasFocus():
            draw_focus_ring(painter, theme, self.rect())

    def _parts(self) -> tuple[tuple[str, Ink], ...]:
        words = self.kit.words
        thai, english = words("sign_in.thai"), words("sign_in.english")
        is_thai = words.language is Language.TH
        return (thai, CHOSEN if is_thai else OTHER), (BETWEEN, OTHER), (english, OTHER if is_thai else CHOSEN)


class ThemeSwitch(FlatButton):
    """Names the theme that was chosen; pressing it takes the next."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "", icon="moon", parent=parent)
        self.pad = 0
        self.clicked.connect(self._next)
        kit.theme.changed.connect(self._say)
        kit.words.changed.connect(self._say)
        self._say()

    def _say(self) -> None:
        self.show_text(self.kit.words(f"sign_in.theme_{self.kit.theme.wish}"))

    def _next(self) -> None:
        place = THEMES.index(self.kit.theme.wish)
        self.kit.theme.set_theme(THEMES[(place + 1) % len(THEMES)])


class SignInFoot(QWidget):
    """The row with both switches."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(LanguageSwitch(kit))
        row.addStretch()
        row.addWidget(ThemeSwitch(kit), alignment=Qt.AlignmentFlag.AlignRight)
