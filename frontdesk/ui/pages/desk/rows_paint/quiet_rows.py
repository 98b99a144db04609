"""The plainer rows: section heads, folded answers, pinned and recent ones, past contacts, words to try."""

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.domain.contacts import Contact
from frontdesk.domain.thai_dates import THAI_TIME, DateStyle, format_date, format_time
from frontdesk.domain.thai_text import marked_spans
from frontdesk.ui.contact_words import CHANNEL_ICONS, topic_word
from frontdesk.ui.pages.desk.counted import counted
from frontdesk.ui.pages.desk.rows import CaptionHint, CaptionRow, ContactRow, MoreRow, ShortRow, SpaceRow, TryRow
from frontdesk.ui.pages.desk.rows_paint.answer_row import KEY, Voice, shown_title
from frontdesk.ui.pages.desk.rows_paint.brush import INSET, Brush, RowLook
from frontdesk.ui.paint.caps import CapLook, draw_chord, draw_hint, hint_width
from frontdesk.ui.paint.frames import draw_hair
from frontdesk.ui.paint.ink import Ink

CAPTION, HINT, GAP_KEYS = Ink("caption", "text_3"), Ink("caption", "text_3"), ("F10",)
TITLE, META, LINK = Ink("body"), Ink("label", "text_2"), Ink("body", "accent")
CAPTION_HEIGHT, SECTION_GAP, MORE_HEIGHT, SHORT_HEIGHT = 28, 6, 32, 42
TEXT_LEFT, GAP = 50, 14


class CaptionPainter:
    """Draws the head of a section, with the keys that work in it."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush

    def height(self, row: CaptionRow, width: int) -> int:
        return self._brush.px(CAPTION_HEIGHT if row.first else CAPTION_HEIGHT + 2 * SECTION_GAP)

    def paint(self, painter: QPainter, rect: QRect, row: CaptionRow, look: RowLook) -> None:
        brush, words = self._brush, self._brush.kit.words
        if not row.first:
            draw_hair(painter, brush.theme, rect.left(), rect.right() + 1, rect.top() + brush.px(SECTION_GAP))
        middle = rect.bottom() + 1 - brush.px(CAPTION_HEIGHT) / 2
        base = brush.base("caption", middle - brush.theme.line("caption") / 2)
        brush.put(painter, CAPTION, words(row.name, count=row.count), rect.left() + brush.px(INSET), base)
        right = rect.right() + 1 - brush.px(INSET)
        if row.hint is CaptionHint.ALT:
            brush.put_right(painter, HINT, f"Alt + {words('desk.alt_number')}", right, base)
        elif row.hint is CaptionHint.DUE:
            brush.put_right(painter, HINT, "F6", right, base)
        elif row.hint is CaptionHint.GAP:
            word = words("desk.could_not_answer")
            left = right - hint_width(brush.theme, GAP_KEYS, word, CAPTION)
            draw_hint(painter, brush.kit, GAP_KEYS, word, left, round(middle), CAPTION)
        elif row.hint is CaptionHint.MOVE and row.first:
            self._paint_moves(painter, right, base, middle)

    def _paint_moves(self, painter: QPainter, right: float, base: float, middle: float) -> None:
        brush = self._brush
        left = brush.put_right(painter, HINT, brush.kit.words("desk.use_answer"), right, base)
        left -= brush.px(8) + brush.px(12)
        draw_chord(painter, brush.kit, ("↵",), round(left), round(middle), CapLook.GHOST)
        brush.put_right(painter, HINT, "↑  ↓", left - brush.px(16), base)


class MorePainter:
    """Draws the row that unfolds the rest of the answers."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush

    def height(self, row: MoreRow, width: int) -> int:
        return self._brush.px(MORE_HEIGHT)

    def paint(self, painter: QPainter, rect: QRect, row: MoreRow, look: RowLook) -> None:
        brush = self._brush
        brush.ground(painter, rect, look)
        middle = rect.top() + rect.height() / 2
        left = brush.icon(painter, "chevron-down", "text_3", rect.left() + brush.px(INSET), middle) + brush.px(4)
        base = brush.base("caption", middle - brush.theme.line("caption") / 2)
        brush.put(painter, CAPTION, counted(brush.kit.words, "desk.more", row.count), left, base)


class ShortPainter:
    """Draws a pinned or lately used answer on one line."""

    def __init__(self, brush: Brush, voice: Voice) -> None:
        self._brush, self.voice = brush, voice

    def height(self, row: ShortRow, width: int) -> int:
        return self._brush.px(SHORT_HEIGHT)

    def paint(self, painter: QPainter, rect: QRect, row: ShortRow, look: RowLook) -> None:
        brush = self._brush
        brush.ground(painter, rect, look)
        area, middle = brush.text_rect(rect), rect.top() + rect.height() / 2
        top = middle - brush.theme.line("body") / 2
        base = brush.base("body", top)
        right = area.right()
        if row.number <= 9:
            right = brush.put_right(painter, KEY, f"Alt {row.number}", right, base) - brush.px(12)
        brush.icon(painter, "history" if row.used_at else "pin", "text_2", area.left(), middle)
        x: float = rect.left() + brush.px(TEXT_LEFT)
        block = brush.block(shown_title(row.article, brush.kit.words.language), TITLE, int(right - x))
        brush.put_block(painter, block, "body", x, top)
        x += block.natural_width + brush.px(GAP)
        if self._detail(row) and right - x > brush.px(48):
            detail = brush.block(self._detail(row), META, int(right - x))
            brush.put_block(painter, detail, "label", x, base - brush.base("label", 0))

    def _detail(self, row: ShortRow) -> str:
        if row.used_at is None:
            return self.voice.department(row.article)
        if row.used_at.astimezone(THAI_TIME).date() == self.voice.today:
            return format_time(row.used_at)
        return format_date(row.used_at, self.voice.language, DateStyle.SHORT)


class ContactPainter:
    """Draws a past contact: who, what about, when and how it ended."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush

    def height(self, row: ContactRow, width: int) -> int:
        return self._brush.px("row_person")

    def face(self, row: ContactRow) -> object:
        """Return what makes a row look as it does: of the words typed only those that stand in it."""
        contact, marks = row.match.contact, row.match.marks
        matter = topic_word(self._brush.kit.words, contact)
        return contact, matter, *(tuple(marked_spans(text, marks)) for text in (matter, contact.person_name))

    def paint(self, painter: QPainter, rect: QRect, row: ContactRow, look: RowLook) -> None:
        brush, contact = self._brush, row.match.contact
        brush.ground(painter, rect, look)
        area, middle = brush.text_rect(rect), rect.top() + rect.height() / 2
        top = middle - brush.theme.line("body") / 2
        base = brush.base("body", top)
        right = brush.put_right(painter, META, self._when(contact), area.right(), base) - brush.px(12)
        brush.icon(painter, CHANNEL_ICONS[contact.channel], "text_2", area.left(), middle, "icon.normal")
        x: float = rect.left() + brush.px(TEXT_LEFT + 2)
        block = brush.block(topic_word(brush.kit.words, contact), TITLE, int(right - x), 1, row.match.marks)
        brush.put_block(painter, block, "body", x, top)
        x += block.natural_width + brush.px(7)
        if contact.person_name and right - x > brush.px(48):
            name = brush.block(contact.person_name, META, int(right - x), 1, row.match.marks)
            brush.put_block(painter, name, "label", x, base - brush.base("label", 0))

    def _when(self, contact: Contact) -> str:
        words = self._brush.kit.words
        day = format_date(contact.at, words.language, DateStyle.SHORT)
        return f"{words(f'desk.was_{contact.outcome.value}')} · {day}"


class SpacePainter:
    """Draws nothing."""

    def height(self, row: SpaceRow, width: int) -> int:
        return row.height

    def paint(self, painter: QPainter, rect: QRect, row: SpaceRow, look: RowLook) -> None:
        pass


class TryPainter:
    """Draws a word that would find something."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush

    def height(self, row: TryRow, width: int) -> int:
        return self._brush.px(SHORT_HEIGHT)

    def paint(self, painter: QPainter, rect: QRect, row: TryRow, look: RowLook) -> None:
        brush = self._brush
        brush.ground(painter, rect, look)
        area = brush.text_rect(rect)
        base = brush.base("body", rect.top() + (rect.height() - brush.theme.line("body")) / 2)
        brush.put(painter, LINK, row.word, area.left(), base)
        brush.put_right(painter, META, counted(brush.kit.words, "desk.try_count", row.count), area.right(), base)
