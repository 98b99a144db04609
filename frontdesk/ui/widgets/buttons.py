"""Buttons that carry their key: the primary one, outcomes, and flat ones."""

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.caps import WORD_GAP, CapLook, caps_of, chord_width, draw_chord
from frontdesk.ui.paint.frames import draw_focus_ring, draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width


class KeyButton(QAbstractButton):
    """A painted button: sign or key caps, then the word. ``name`` names its text, or is empty."""

    pad = 12
    fill, outline, stroke = "surface", "line", "stroke.hair"
    cap_look, ink = CapLook.OUTLINED, Ink("label")
    word_first = False

    def __init__(self, kit: Kit, name: str, shortcut: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit, self._keys, self._icon, self._hover = kit, caps_of(shortcut), icon, False
        self._word = ""
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        if name:
            kit.words.bind(self, self.show_text, name)
        kit.theme.changed.connect(self.refresh)

    def set_keys(self, shortcut: str) -> None:
        """Show other key caps."""
        self._keys = caps_of(shortcut)
        self.refresh()

    def refresh(self) -> None:
        """Measure and paint again."""
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        theme = self.kit.theme
        word = round(text_width(theme, self.ink, self._word) + 0.5)
        return QSize(2 * theme.px(self.pad) + self._lead_width() + word, theme.px("button"))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._draw_ground(painter, self.rect())
        x = self._draw_icon(painter, self.kit.theme.px(self.pad))
        parts = (self._draw_word, self._draw_keys) if self.word_first else (self._draw_keys, self._draw_word)
        for part in parts:
            x = part(painter, x)
        if self.hasFocus():
            draw_focus_ring(painter, self.kit.theme, self.rect())

    def show_text(self, word: str) -> None:
        """Show a word that is not a fixed text, such as somebody's name."""
        self._word = word
        self.setText(word.replace("&", "&&"))  # no name may become a menu key
        keys = "+".join(self._keys)
        self.setAccessibleName(f"{word} {keys}".strip())
        self.refresh()

    def _shown_ink(self) -> Ink:
        return self.ink if self.isEnabled() else Ink(self.ink.style, "text_3")

    def _draw_ground(self, painter: QPainter, rect: QRect) -> None:
        fill = "hover" if self._hover and self.isEnabled() and self.fill != "accent" else self.fill
        draw_frame(painter, self.kit.theme, rect, fill=fill, outline=self.outline, stroke=self.stroke)

    def _lead_width(self) -> int:
        theme = self.kit.theme
        width = theme.px("icon.small") if self._icon else 0
        width += chord_width(theme, self._keys, self.cap_look) if self._keys else 0
        gaps = bool(self._icon) + bool(self._keys)
        return width + gaps * theme.px(WORD_GAP)

    def _draw_icon(self, painter: QPainter, x: int) -> int:
        """Draw the sign; return where the next part starts, as the two below do."""
        if not self._icon:
            return x
        side = self.kit.theme.px("icon.small")
        top = (self.height() - side) // 2
        self.kit.icons.paint(painter, self._icon, self._shown_ink().role, x, top, side)
        return x + side + self.kit.theme.px(WORD_GAP)

    def _draw_keys(self, painter: QPainter, x: int) -> int:
        if not self._keys:
            return x
        end = draw_chord(painter, self.kit, self._keys, x, self.height() // 2, self.cap_look)
        return end + self.kit.theme.px(WORD_GAP)

    def _draw_word(self, painter: QPainter, x: int) -> int:
        y = baseline(self.kit.theme, self.ink.style, 0, self.height())
        end = draw_text(painter, self.kit.theme, self._shown_ink(), self._word, x, y)
        return round(end + 0.5) + self.kit.theme.px(WORD_GAP)


class PrimaryButton(KeyButton):
    """The one primary key of the page; quiet while it cannot act."""

    def __init__(self, kit: Kit, name: str, shortcut: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(kit, name, shortcut, icon, parent)
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self._dress()
        super().changeEvent(event)

    def _dress(self) -> None:
        on = self.isEnabled()
        self.fill, self.outline = ("accent", "accent") if on else ("surface", "line")
        self.ink = Ink("label", "on_accent" if on else "text_3", bold=True)
        self.cap_look = CapLook.ON_ACCENT if on else CapLook.OUTLINED
        self.refresh()


class OutcomeButton(KeyButton):
    """An outcome with its number. Live means: the number alone is pressed now."""

    def __init__(self, kit: Kit, name: str, shortcut: str, parent: QWidget | None = None) -> None:
        super().__init__(kit, name, shortcut, "", parent)
        self.pad = 8
        self._live = False

    @property
    def live(self) -> bool:
        return self._live

    def set_live(self, live: bool) -> None:
        """Fill the cap with the accent, or show it in outline again."""
        self._live = live
        self.outline = "accent" if live else "line"
        self.cap_look = CapLook.FILLED if live else CapLook.OUTLINED
        self.refresh()


class FlatButton(OutcomeButton):
    """A button without a box, for what is rarely needed."""

    def __init__(self, kit: Kit, name: str, shortcut: str = "", icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(kit, name, shortcut, parent)
        self._icon, self.fill, self.outline = icon, "", ""
        self.refresh()

    def set_live(self, live: bool) -> None:
        super().set_live(live)
        self.outline = ""
