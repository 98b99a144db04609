"""The line that says whether somebody of the directory can be reached now, and who stands in."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from frontdesk.domain.inner_number import number_to_call
from frontdesk.services.directory import DirectoryEntry
from frontdesk.ui.directory_words import call_word, presence_word
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.desk.rows_paint.person_row import shown_name
from frontdesk.ui.pages.people.card_values import STATUS
from frontdesk.ui.pages.people.spots import Spot
from frontdesk.ui.paint.caps import caps_of, draw_hint, hint_width
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import Painted
from frontdesk.ui.words import Words

HEIGHT, PAD, GAP = 36, 12, 12
STATE, ASIDE, HINT = Ink("body", bold=True), Ink("label", "text_2"), Ink("caption", "text_2")
STATUS_KEY = "Ctrl+T"


class PresenceStrip(Painted):
    """Gone for whoever is not in the directory."""

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._brush = brush
        self._entry: DirectoryEntry | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        kit.words.changed.connect(self._tell)
        self.hide()

    def show_entry(self, entry: DirectoryEntry | None) -> None:
        self._entry = entry
        self.setVisible(entry is not None)
        self._tell()

    def said(self) -> tuple[str, str]:
        """Return how it stands, and who stands in."""
        if self._entry is None:
            return "", ""
        words = self.kit.words
        return state_word(words, self._entry), stand_in(words, self._entry)

    def spots(self) -> list[Spot]:
        """Return where the status stands: all of it, for it is set with keys of its own."""
        return [] if self.isHidden() else [Spot(STATUS, self.rect())]

    def sizeHint(self) -> QSize:
        return QSize(self._brush.px(320), self._brush.px(HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._entry is None:
            return
        painter, brush = QPainter(self), self._brush
        outline = "line" if brush.theme.outlined else ""
        draw_frame(painter, brush.theme, self.rect(), fill="canvas", outline=outline, radius="radius.row")
        self._paint_words(painter, self._entry.coverage.available, self._paint_key(painter))

    def _paint_key(self, painter: QPainter) -> float:
        """Name the key at the right end; return where it begins."""
        keys, word, theme = caps_of(STATUS_KEY), self.kit.words("directory.set_status"), self.kit.theme
        left = self.width() - theme.px(PAD) - hint_width(theme, keys, word, HINT)
        draw_hint(painter, self.kit, keys, word, left, self.height() // 2, HINT)
        return left

    def _paint_words(self, painter: QPainter, available: bool, right: float) -> None:
        brush, middle = self._brush, self.height() / 2
        state, aside = self.said()
        icon = "circle-check" if available else "clock"
        x = brush.icon(painter, icon, "verified" if available else "text_2", brush.px(PAD), middle) + brush.px(GAP)
        block = brush.block(state, STATE, round(right - x - brush.px(GAP)))
        brush.put_block(painter, block, STATE.style, x, middle - brush.theme.line(STATE.style) / 2)
        x += block.natural_width + brush.px(GAP)
        if aside and right - x > brush.px(4 * GAP):
            block = brush.block(aside, ASIDE, round(right - x - brush.px(GAP)))
            brush.put_block(painter, block, ASIDE.style, x, middle - brush.theme.line(ASIDE.style) / 2)

    def _tell(self) -> None:
        self.setAccessibleName(" · ".join(filter(None, self.said())))
        self.refresh()


def state_word(words: Words, entry: DirectoryEntry) -> str:
    """Say how it stands with somebody, in a word at least."""
    word = presence_word(words, entry.person, entry.coverage, entry.asked_at) or words("directory.here")
    return word[:1].upper() + word[1:]


def stand_in(words: Words, entry: DirectoryEntry) -> str:
    """Name whoever stands in while somebody cannot be reached; empty where nobody does."""
    deputy, there = entry.deputy, entry.deputy_coverage
    if entry.coverage.available or deputy is None or there is None or not there.available:
        return ""
    name = shown_name(deputy, words.language)
    number = number_to_call(deputy)
    return words("directory.stands_in", name=f"{name} {call_word(words, number)}" if number else name)
