"""An answer in the list: the line to say first, then title, department and who stands behind it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter

from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.languages import Language
from frontdesk.domain.politeness import spoken
from frontdesk.domain.snippets import plain, snippet
from frontdesk.domain.staff import Particle
from frontdesk.domain.thai_dates import format_date
from frontdesk.domain.thai_text import normalise
from frontdesk.ui.pages.desk.rows import AnswerRow
from frontdesk.ui.pages.desk.rows_paint.brush import INSET, Brush, RowLook, make_room
from frontdesk.ui.paint.caps import ENTER, CapLook, cap_width, draw_cap
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.thai_layout import ThaiBlock
from frontdesk.ui.words import Words

TOP, BOTTOM, GAP = 7, 8, 8
BOLD_ROOM, SNIPPET = 0.97, 150
DOT = "·"
SAY, META, KEY, REASON = Ink("row_say"), Ink("label", "text_2"), Ink("label", "text_3"), Ink("label", "text_2")
VERIFIED, DUE, TAG = Ink("label", "verified"), Ink("label", "overdue", bold=True), Ink("caption", "text_3")
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


def reason_of(article: Article, seen: tuple[str, ...], marks: tuple[str, ...]) -> Reason:
    """Return why an answer was found, where none of the texts seen shows a mark."""
    if not marks or any(_holds_any(text, marks) for text in seen):
        return Reason()
    keyword = next((word for word in article.keywords if _holds_any(word, marks)), "")
    if keyword:
        return Reason(keyword, keyword=True)
    texts = (article.body, article.body_en, article.say, article.say_en)
    plainly = [text.lower() for text in texts]
    held = tuple(mark for mark in marks if any(mark in text for text in plainly))
    return Reason(_snippet(texts, held or marks))


@lru_cache(maxsize=1_000)
def _normal(text: str) -> str:
    """Normalise one of the short texts of a row, which are looked at with every key."""
    return normalise(text)


def _holds_any(text: str, marks: tuple[str, ...]) -> bool:
    normal = _normal(text)
    return any(mark in normal for mark in marks)


@lru_cache(maxsize=200)
def _snippet(texts: tuple[str, ...], marks: tuple[str, ...]) -> str:
    return snippet(texts, marks)


def shown_title(article: Article, language: Language) -> str:
    """Return the title in the screen's language, else in the other one."""
    first, second = article.title, article.title_en
    return (first or second) if language is Language.TH else (second or first)


@dataclass(frozen=True, slots=True)
class Part:
    """A piece of the second line that is never cut short."""

    text: str
    ink: Ink
    icon: str = ""


@dataclass(frozen=True, slots=True)
class Face:
    """What an answer shows in a width, laid out once; what has the same face looks the same.

    ``title`` is laid out for the room beside a key that is only a hint.
    """

    tag: str
    say: ThaiBlock
    lines: int
    pinned: bool
    title: ThaiBlock | None
    state: tuple[Part, ...]
    reason: ThaiBlock | None


@dataclass(slots=True)
class Known:
    """What was found out about an answer in a width; ``face`` only once it is to be seen."""

    answer: Answer
    told: Shown
    lines: int
    reason: str
    face: Face | None = None


class AnswerPainter:
    """Draws answer rows of one or two spoken lines."""

    def __init__(self, brush: Brush) -> None:
        self._brush = brush
        self._known: dict[tuple[str, int], Known] = {}
        self.voice = Voice(brush.kit.words.language, Particle.KHA, date.min)

    def forget(self) -> None:
        """Lay everything out anew: what rows say, or how, has changed."""
        self._known.clear()

    def height(self, row: AnswerRow, width: int) -> int:
        brush, known = self._brush, self._look_at(row.answer, width)
        height = brush.px(TOP) + brush.px(BOTTOM) + brush.px("hair")
        return height + known.lines * brush.theme.line("row_say") + (1 + bool(known.reason)) * brush.theme.line("label")

    def face(self, row: AnswerRow, width: int) -> object:
        """Return what makes this row look as it does."""
        return self._face(row.answer, width), row.number

    def paint(self, painter: QPainter, rect: QRect, row: AnswerRow, look: RowLook) -> None:
        brush, face = self._brush, self._face(row.answer, rect.width())
        brush.ground(painter, rect, look)
        top = rect.top() + brush.px(TOP)
        x = brush.text_rect(rect).left()
        if face.tag:
            brush.put(painter, TAG, face.tag, x, brush.base("row_say", top))
        brush.put_block(painter, face.say, "row_say", x + self._tag_width(face.tag), top)
        below = top + face.lines * brush.theme.line("row_say")
        self._paint_meta(painter, rect, row, look, below)
        if face.reason is not None:
            brush.put_block(painter, face.reason, "label", x, below + brush.theme.line("label"))

    def _look_at(self, answer: Answer, width: int) -> Known:
        key = answer.article.id, width
        known = self._known.get(key)
        if known is None or not _alike(known.answer, answer):
            make_room(self._known)
            told = shown(answer.article, self.voice)
            lines = self._lines(told, width, answer.marks)
            reason = self._reason(answer, told).said(self._brush.kit.words)
            known = self._known[key] = Known(answer, told, lines, reason)
        return known

    def _face(self, answer: Answer, width: int) -> Face:
        known = self._look_at(answer, width)
        if known.face is None:
            known.face = self._laid_out(known, width)
        return known.face

    def _laid_out(self, known: Known, width: int) -> Face:
        brush, told, answer = self._brush, known.told, known.answer
        say = brush.block(told.say, SAY, self._room(told, width), known.lines, answer.marks)
        state, area = tuple(self._state(answer.article)), width - 2 * brush.px(INSET)
        title = self._title(answer, told.title, state, area - brush.width(KEY, "Alt 9") - brush.px(12))
        reason = brush.block(known.reason, REASON, area, 1, answer.marks) if known.reason else None
        return Face(told.tag, say, known.lines, answer.article.pinned, title, state, reason)

    def _room(self, told: Shown, width: int) -> int:
        return width - 2 * self._brush.px(INSET) - self._tag_width(told.tag)

    def _lines(self, told: Shown, width: int, marks: tuple[str, ...]) -> int:
        """Count the lines. The bold words change with every key: they are laid out only in a close case."""
        room = self._room(told, width)
        plain = self._brush.block(told.say, SAY, room, 2)
        if plain.lines > 1 or plain.natural_width <= BOLD_ROOM * room:
            return plain.lines
        return self._brush.block(told.say, SAY, room, 2, marks).lines

    def _title(self, answer: Answer, title: str, state: tuple[Part, ...], room: float) -> ThaiBlock | None:
        """Lay the title out: it gives way to the parts beside it, which never do."""
        if not title:
            return None
        fixed = self._pin_width(answer.article) + sum(self._part_width(part) for part in state)
        return self._brush.block(title, META, int(room - fixed), 1, answer.marks)

    def _pin_width(self, article: Article) -> int:
        return self._brush.px("icon.small") + self._brush.px(5) if article.pinned else 0

    def _tag_width(self, tag: str) -> int:
        return round(self._brush.width(TAG, tag)) + self._brush.px(GAP) if tag else 0

    def _paint_meta(self, painter: QPainter, rect: QRect, row: AnswerRow, look: RowLook, top: float) -> None:
        """Draw the second line: the title gives way, department and date never do."""
        brush, face = self._brush, self._face(row.answer, rect.width())
        area, base = brush.text_rect(rect), brush.base("label", top)
        right = self._paint_key(painter, area.right(), row, look, top) - brush.px(12)
        x = area.left()
        if face.pinned:
            x = brush.icon(painter, "pin", "text_2", x, base - brush.px(5)) + brush.px(5)
        start, title = x, self._title_beside(row, face, right - area.left())
        if title is not None:
            brush.put_block(painter, title, "label", x, top)
            x += title.natural_width
        for n, part in enumerate(face.state):
            x = self._paint_part(painter, part, x, base, first=x == start and n == 0)

    def _title_beside(self, row: AnswerRow, face: Face, room: float) -> ThaiBlock | None:
        """Return the title in the room that the row's key leaves."""
        if face.title is None or not face.title.elided:
            return face.title
        told = shown(row.answer.article, self.voice)
        return self._title(row.answer, told.title, face.state, room)

    def _reason(self, answer: Answer, told: Shown) -> Reason:
        if answer.taught:
            return Reason(" ".join(answer.taught), taught=True)
        return reason_of(answer.article, (told.say, told.title), answer.marks)

    def _state(self, article: Article) -> Iterator[Part]:
        words = self._brush.kit.words
        if department := self.voice.department(article):
            yield Part(department, META)
        if article.review_due(self.voice.today):
            yield Part(words("desk.review_due"), DUE, "clock-alert")
        elif article.verified_on:
            yield Part(format_date(article.verified_on, words.language), VERIFIED, "badge-check")

    def _part_width(self, part: Part) -> float:
        side = self._brush.px("icon.small") + self._brush.px(5) if part.icon else 0
        return self._brush.width(META, part.text) + side + self._dot_width()

    def _dot_width(self) -> float:
        return self._brush.width(META, DOT) + 2 * self._brush.px(GAP)

    def _paint_part(self, painter: QPainter, part: Part, x: float, base: float, first: bool) -> float:
        brush = self._brush
        if not first:
            x = brush.put(painter, META, DOT, x + brush.px(GAP), base) + brush.px(GAP)
        if part.icon:
            x = brush.icon(painter, part.icon, part.ink.role, x, base - brush.px(5)) + brush.px(5)
        return brush.put(painter, part.ink, part.text, x, base)

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


def _alike(one: Answer, other: Answer) -> bool:
    """Tell whether two results show the same; how high they scored is not seen."""
    return one is other or (one.marks, one.taught, one.article) == (other.marks, other.taught, other.article)
