"""The notice of privacy over the whole window, turned to the visitor: nothing else is on the screen."""

from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.languages import Language
from frontdesk.domain.thai_text import normalise
from frontdesk.services.gate_notice import NoticeFacts
from frontdesk.services.gate_reports import Controller
from frontdesk.texts import Texts
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.thai_layout import ThaiBlock

Modules = tuple[tuple[bool, ...], ...]
STYLES = ("gate_name", "say", "gate_body", "gate_small", "body", "label")
"""From the largest; the first in which everything fits is used."""
PARTS = ("who", "what", "why", "unless", "long", "sees", "rights", "contact")
INSET, BETWEEN, GAP, CODE, QUIET, HEAD, FOOT = 28, 36, 4, 104, 4, 112, 32
PRINT = (Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier)
ALARM = (Qt.Key.Key_F12, Qt.KeyboardModifier.ShiftModifier)


class NoticeShown(NamedTuple):
    """What the notice says, and the code with its address."""

    facts: NoticeFacts
    thai: Controller
    english: Controller
    code: Modules = ()


class NoticePane(QWidget):
    """Lies over the window while it is shown. Esc puts it away; ``print_asked`` follows Ctrl+P.

    Whatever a visitor presses reaches nothing behind it but the alarm, for which it makes way.
    """

    left = Signal()
    print_asked = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self._shown: NoticeShown | None = None
        self._told = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        kit.theme.changed.connect(self.update)
        kit.words.bind(self, self.setAccessibleName, "gate_papers.privacy_notice")
        self.hide()

    def show_notice(self, shown: NoticeShown, window: QWidget) -> None:
        """Cover a window with the notice."""
        self._shown, self._told = shown, ""
        self.setParent(window)
        window.installEventFilter(self)
        self.setGeometry(window.rect())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.setAccessibleDescription("\n".join(self._text(language) for language in Language))

    def add_code(self, shown: NoticeShown, code: Modules) -> None:
        """Show the code of the notice that is in view."""
        if self._shown is shown:
            self._shown = shown._replace(code=code)
            self.update()

    def put_away(self) -> None:
        if not self.isHidden():
            self.window().removeEventFilter(self)
            self.hide()

    def tell(self, text: str) -> None:
        """Say at the foot what was done, such as that it is printed."""
        self._told = text
        self.update()

    def fitting_style(self) -> str:
        """Return the largest type in which both languages fit."""
        room = self.height() - self._head() - self.kit.theme.px(FOOT)
        fits = (style for style in STYLES if max(self._height(one, style) for one in Language) <= room)
        return next(fits, STYLES[-1])

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride:
            alarm = isinstance(event, QKeyEvent) and (event.key(), event.modifiers()) == ALARM
            if alarm:
                self.left.emit()
            event.setAccepted(not alarm)
            return True
        return super().event(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Resize and watched is self.parent():
            self.setGeometry(self.window().rect())
        return False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif (event.key(), event.modifiers()) == PRINT:
            self.print_asked.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._shown is None:
            return
        painter, theme = QPainter(self), self.kit.theme
        painter.fillRect(self.rect(), theme.color("surface"))
        left, half = theme.px(INSET), self._half()
        style = self.fitting_style()
        for place, language in enumerate(Language):
            x = left + place * (half + theme.px(BETWEEN))
            self._paint_head(painter, language, x, half)
            self._paint_parts(painter, language, style, x, self._head())
        self._paint_code(painter)
        hint = self._told or self.kit.words("gate_forms.notice_keys")
        ink = Ink("caption", "text_3")
        ThaiBlock(theme, hint, ink, self.width()).paint(painter, left, self.height() - theme.px(26))

    def _paint_head(self, painter: QPainter, language: Language, x: int, width: int) -> None:
        theme, texts = self.kit.theme, Texts(language)
        room = width - (theme.px(CODE + 12) if self._code_side() and language is Language.EN else 0)
        title = ThaiBlock(
            theme, texts("gate_papers.privacy_notice"), Ink("number" if theme.wide else "gate_name"), room
        )
        title.paint(painter, x, theme.px(14))
        law = ThaiBlock(theme, texts("gate_papers.notice_law"), Ink("body", "text_2"), room)
        law.paint(painter, x, theme.px(16) + title.height)

    def _paint_parts(self, painter: QPainter, language: Language, style: str, x: int, top: int) -> None:
        for block in self._blocks(language, style):
            block.paint(painter, x, top)
            top += block.height + self.kit.theme.px(GAP)

    def _paint_code(self, painter: QPainter) -> None:
        """Draw the code in black on white whatever the theme: telephones read no other."""
        side = self._code_side()
        if not side or self._shown is None:
            return
        rows, theme = self._shown.code, self.kit.theme
        box = QRect(self.width() - theme.px(INSET) - side, theme.px(8), side, side)
        painter.fillRect(box, QColor("white"))
        module = side // (len(rows) + 2 * QUIET)
        start = (side - module * len(rows)) // 2
        for y, row in enumerate(rows):
            for x, dark in enumerate(row):
                if dark:
                    painter.fillRect(
                        box.left() + start + x * module, box.top() + start + y * module, module, module, QColor("black")
                    )

    def _code_side(self) -> int:
        return self.kit.theme.px(CODE) if self._shown is not None and self._shown.code else 0

    def _half(self) -> int:
        theme = self.kit.theme
        return (self.width() - 2 * theme.px(INSET) - theme.px(BETWEEN)) // 2

    def _head(self) -> int:
        theme = self.kit.theme
        return max(theme.px(HEAD), self._code_side() + theme.px(14))

    def _height(self, language: Language, style: str) -> int:
        return sum(block.height + self.kit.theme.px(GAP) for block in self._blocks(language, style))

    def _blocks(self, language: Language, style: str) -> list[ThaiBlock]:
        """Return each part with what it is about in bold before it."""
        texts, said, made = Texts(language), self._said(language), list[ThaiBlock]()
        for part in filter(said.get, PARTS):
            label = texts(f"gate_papers.notice_{part}")
            text = f"{label}: {said[part]}"
            made.append(ThaiBlock(self.kit.theme, text, Ink(style), self._half(), marks=(normalise(label),)))
        return made

    def _text(self, language: Language) -> str:
        return "\n".join(text for text in self._said(language).values() if text)

    def _said(self, language: Language) -> dict[str, str]:
        """Return what each part says of this site, in the words of the paper."""
        assert self._shown is not None
        facts, texts = self._shown.facts, Texts(language)
        side = self._shown.thai if language is Language.TH else self._shown.english
        said = {part: texts(f"gate_papers.notice_{part}_text") for part in ("what", "why", "unless", "sees", "rights")}
        kept = (("belongings", facts.belongings), ("cards", facts.cards), ("cameras", facts.cameras))
        said["what"] = " ".join(
            [said["what"], *(texts(f"gate_papers.notice_{name}_text") for name, does in kept if does)]
        )
        officer = texts("gate_papers.notice_officer_text", officer=side.officer) if side.officer else ""
        return said | {
            "who": texts("gate_papers.notice_who_text", name=side.name),
            "long": texts("gate_papers.notice_long_text", days=facts.keep_days),
            "contact": "\n".join(filter(None, (side.contact, officer))),
        }
