"""An answer in the list: the line to say first, then title, department and who stands behind it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.domain.articles import Article
from frontdesk.domain.languages import Language
from frontdesk.domain.politeness import spoken
from frontdesk.domain.snippets import holds_any, plain, snippet
from frontdesk.domain.staff import Particle
from frontdesk.domain.thai_dates import format_date
from frontdesk.ui.pages.desk.rows import AnswerRow
from frontdesk.ui.pages.desk.rows_paint.brush import INSET, Brush, RowLook
from frontdesk.ui.paint.caps import ENTER, CapLook, cap_width, draw_cap
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.thai_layout import ThaiBlock
from frontdesk.ui.words import Words

TOP, BOTTOM, GAP = 7, 8, 8
BOLD_ROOM, SNIPPET = 0.97, 150
DOT = "·"
SAY, META, KEY, REASON = Ink("row_say"), Ink("label", "text_2"), Ink("label", "text_3"), Ink("label", "text_2")
VERIFIED, DUE = Ink("label", "verified"), Ink("label", "overdue", bold=True)
LANGUAGE_TAG = {Language.TH: "ไทย", Language.EN: "EN"}


@dataclass(frozen=True, slots=True)
class Voice:
    """Whose words are shown: the screen's language, the speaker's particle, and the day.

    ``departments`` has the Latin names of departments, by the names that answers give them.
    """

    language: Language
    particle: Particle
    today: date
    departments: Mapping[str, str] = field(default_factory=dict)

    def department(self, article: Article) -> str:
        """Name the department of an answer, or its category where it has none."""
        name = article.department or article.category
        return self.departments.get(name, name) if self.language is Language.EN else name


@dataclass(frozen=True, slots=True)
class Shown:
    """What a row says of an article; ``tag`` names the language where it is not the screen's."""

    say: str
    title: str
    tag: str = ""


def shown(article: Article, voice: Voice) -> Shown:
    """Choose what to show: the screen's language where there is any, else the other one, tagged."""
    thai = Shown(spoken(article.say or _beginning(article.body), voice.particle), article.title)
    english = Shown(article.say_en or _beginning(article.body_en), article.title_en)
    first, second = (thai, english) if voice.language is Language.TH else (english, thai)
    if first.say or (first.title and not second.say):
        return Shown(first.say or first.title, first.title if first.say else "")
    other = Language.EN if voice.language is Language.TH else Language.TH
    say = second.say or second.title
    return Shown(say, (first.title or second.title) if second.say else "", LANGUAGE_TAG[other])


@lru_cache(maxsize=500)
def _beginning(body: str) -> str:
    """Return the first words of a Markdown text, for an answer that has no line to say."""
    return plain(body[: 2 * SNIPPET])[:SNIPPET]


@dataclass(frozen=True, slots=True)
class Reason:
    """Words around a match that nothing else in a row shows.

    ``keyword`` if they are one of the keywords, ``taught`` if callers said them before and the answer does not.
    """

    text: str = ""
    keyword: bool = False
    taught: bool = False

    def said(self, words: Words) -> str:
        """Return the line in the language of the screen."""
        if self.keyword or self.taught:
            return words("desk.keyword" if self.keyword else "desk.taught", text=self.text)
        return self.text


@lru_cache(maxsize=200)
def reason_of(article: Article, seen: tuple[str, ...], marks: tuple[str, ...]) -> Reason:
    """Return why an answer was found, where none of the texts seen shows a mark."""
    if not marks or any(holds_any(text, marks) for text in seen):
        return Reason()
    keyword = next((word for word in article.keywords if holds_any(word, marks)), "")
    if keyword:
        return Reason(keyword, keyword=True)
    return Reason(snippet((article.body, article.body_en, article.say, article.say_en), marks))


def shown_title(article: Article, language: Language) -> str:
    """Return the title in the screen's language, else in the other one."""
    first, second = article.title, article.title_en
    return (first or second) if language is Language.TH else (second or first)


class AnswerPainter:
    """Draws answer rows of one or two spoken lines."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush
        self.voice = Voice(brush.kit.words.language, Particle.KHA, date.min)

    def height(self, row: AnswerRow, width: int) -> int:
        theme = self._brush.theme
        lines = self._lines(row, width)
        padding = self._brush.px(TOP) + self._brush.px(BOTTOM) + theme.px("hair")
        below = 2 if self._reason(row).text else 1
        return padding + lines * theme.line("row_say") + below * theme.line("label")

    def paint(self, painter: QPainter, rect: QRect, row: AnswerRow, look: RowLook) -> None:
        brush = self._brush
        brush.ground(painter, rect, look)
        block, lines = self._say(row, rect.width()), self._lines(row, rect.width())
        top = rect.top() + brush.px(TOP)
        x = brush.text_rect(rect).left()
        tag = shown(row.answer.article, self.voice).tag
        if tag:
            brush.put(painter, Ink("caption", "text_3"), tag, x, brush.base("row_say", top))
        brush.put_block(painter, block, "row_say", x + self._tag_width(tag), top)
        below = top + lines * brush.theme.line("row_say")
        self._paint_meta(painter, rect, row, look, below)
        self._paint_reason(painter, rect, row, below + brush.theme.line("label"))

    def _say(self, row: AnswerRow, width: int) -> ThaiBlock:
        told = shown(row.answer.article, self.voice)
        room = width - 2 * self._brush.px(INSET) - self._tag_width(told.tag)
        return self._brush.block(told.say, SAY, room, self._lines(row, width), row.answer.marks)

    def _lines(self, row: AnswerRow, width: int) -> int:
        """Count the lines. The bold words change with every key: they are laid out only in a close case."""
        told = shown(row.answer.article, self.voice)
        room = width - 2 * self._brush.px(INSET) - self._tag_width(told.tag)
        plain = self._brush.block(told.say, SAY, room, 2)
        if plain.lines > 1 or plain.natural_width <= BOLD_ROOM * room:
            return plain.lines
        return self._brush.block(told.say, SAY, room, 2, row.answer.marks).lines

    def _tag_width(self, tag: str) -> int:
        if not tag:
            return 0
        return round(self._brush.width(Ink("caption", "text_3"), tag)) + self._brush.px(GAP)

    def _paint_meta(self, painter: QPainter, rect: QRect, row: AnswerRow, look: RowLook, top: float) -> None:
        """Draw the second line: the title gives way, department and date never do."""
        brush, article = self._brush, row.answer.article
        area, base = brush.text_rect(rect), brush.base("label", top)
        right = self._paint_key(painter, area.right(), row, look, top) - brush.px(12)
        state = self._state(article)
        fixed = sum(self._part_width(part, icon) for part, _, icon in state)
        x = area.left()
        if article.pinned:
            x = brush.icon(painter, "pin", "text_2", x, base - brush.px(5)) + brush.px(5)
        start, title = x, shown(article, self.voice).title
        if title:
            block = brush.block(title, META, int(right - x - fixed), 1, row.answer.marks)
            brush.put_block(painter, block, "label", x, top)
            x += block.natural_width
        for n, (part, ink, icon) in enumerate(state):
            x = self._paint_part(painter, part, ink, icon, x, base, first=x == start and n == 0)

    def _paint_reason(self, painter: QPainter, rect: QRect, row: AnswerRow, top: float) -> None:
        """Draw the words around a match that stands in neither of the lines above."""
        brush, area, reason = self._brush, self._brush.text_rect(rect), self._reason(row)
        text = reason.said(brush.kit.words)
        if text:
            block = brush.block(text, REASON, int(area.width()), 1, row.answer.marks)
            brush.put_block(painter, block, "label", area.left(), top)

    def _reason(self, row: AnswerRow) -> Reason:
        if row.answer.taught:
            return Reason(" ".join(row.answer.taught), taught=True)
        told = shown(row.answer.article, self.voice)
        return reason_of(row.answer.article, (told.say, told.title), row.answer.marks)

    def _state(self, article: Article) -> list[tuple[str, Ink, str]]:
        words, parts = self._brush.kit.words, list[tuple[str, Ink, str]]()
        if department := self.voice.department(article):
            parts.append((department, META, ""))
        if article.review_due(self.voice.today):
            parts.append((words("desk.review_due"), DUE, "clock-alert"))
        elif article.verified_on:
            parts.append((format_date(article.verified_on, words.language), VERIFIED, "badge-check"))
        return parts

    def _part_width(self, part: str, icon: str) -> float:
        side = self._brush.px("icon.small") + self._brush.px(5) if icon else 0
        return self._brush.width(META, part) + side + self._dot_width()

    def _dot_width(self) -> float:
        return self._brush.width(META, DOT) + 2 * self._brush.px(GAP)

    def _paint_part(
        self, painter: QPainter, part: str, ink: Ink, icon: str, x: float, base: float, first: bool
    ) -> float:
        brush = self._brush
        if not first:
            x = brush.put(painter, META, DOT, x + brush.px(GAP), base) + brush.px(GAP)
        if icon:
            x = brush.icon(painter, icon, ink.role, x, base - brush.px(5)) + brush.px(5)
        return brush.put(painter, ink, part, x, base)

    def _paint_key(self, painter: QPainter, right: float, row: AnswerRow, look: RowLook, top: float) -> float:
        """Draw the key at the row's end; return where it begins."""
        brush = self._brush
        if look.lit:
            left = right - cap_width(brush.theme, ENTER)
            middle = round(top + brush.theme.line("label") / 2)
            draw_cap(painter, brush.kit, ENTER, round(left), middle, CapLook.OUTLINED)
            return left
        if look.selected or row.number > 9:
            return right
        return brush.put_right(painter, KEY, f"Alt {row.number}", right, brush.base("label", top))
