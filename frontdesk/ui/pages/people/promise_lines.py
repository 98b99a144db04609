"""What was promised to somebody, in the colour of what is due."""

from collections.abc import Mapping
from datetime import UTC, datetime

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.promises import Promise
from frontdesk.domain.staff import Staff
from frontdesk.domain.thai_dates import DateStyle, format_date
from frontdesk.ui.contact_words import staff_name
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.people.card_lines import CardLines
from frontdesk.ui.paint.caps import draw_hint, hint_width
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import draw_tag, tag_width
from frontdesk.ui.promise_words import KIND_ICONS, due_tag, due_word, what_word

HEAD, ROW, GAP, PAD, TEXT_LEFT = 26, 40, 4, 12, 38
TITLE, MORE, KEYS = Ink("label", bold=True), Ink("caption", "text_2"), ("Ctrl", "↵")
TOPIC, BY = Ink("body", bold=True), Ink("label", "text_2")


class PromiseLines(CardLines):
    """Gone while nothing is promised; shows at most ``set_most`` of them, the one due first at the top."""

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, brush, parent)
        self._promises: tuple[Promise, ...] = ()
        self._staff: Mapping[str, Staff] = {}
        self._now = datetime.min.replace(tzinfo=UTC)
        kit.words.changed.connect(self._say)

    def show_promises(self, promises: tuple[Promise, ...], staff: Mapping[str, Staff], now: datetime) -> None:
        self._promises, self._staff, self._now = promises, staff, now
        self.setVisible(bool(promises))
        self._say()

    @property
    def shown(self) -> tuple[Promise, ...]:
        return self.limited(self._promises)

    def sizeHint(self) -> QSize:
        px = self._brush.px
        return QSize(px(480), px(HEAD) + len(self.shown) * px(ROW) + max(0, len(self.shown) - 1) * px(GAP))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, brush, words = QPainter(self), self._brush, self.kit.words
        base = brush.base(TITLE.style, 0)
        brush.put(painter, TITLE, words("people.promises", count=len(self._promises)), 0, base)
        hidden = len(self._promises) - len(self.shown)
        word = words("promises.close")
        right = self.width() - hint_width(self.kit.theme, KEYS, word, MORE)
        draw_hint(painter, self.kit, KEYS, word, right, brush.px(HEAD) // 2 - 1, MORE)
        if hidden:
            brush.put_right(painter, MORE, words("people.more", count=hidden), right - brush.px(PAD), base)
        for n, promise in enumerate(self.shown):
            top = brush.px(HEAD) + n * (brush.px(ROW) + brush.px(GAP))
            self._paint_row(painter, promise, QRect(0, top, self.width(), brush.px(ROW)))

    def _paint_row(self, painter: QPainter, promise: Promise, rect: QRect) -> None:
        brush, theme, middle = self._brush, self.kit.theme, rect.center().y() + 1
        overdue = promise.overdue(self._now)
        role = "overdue" if overdue else "text_2"
        outline = ("overdue" if overdue else "line") if theme.outlined else ""
        draw_frame(painter, theme, rect, fill="overdue_soft" if overdue else "canvas", outline=outline,
                   radius="radius.row")  # fmt: skip
        brush.icon(painter, KIND_ICONS[promise.kind], role, brush.px(PAD), middle)
        label = brush.base(BY.style, middle - theme.line(BY.style) / 2)
        right = rect.width() - brush.px(PAD)
        tag = due_tag(self.kit.words, promise, self._now)
        right -= tag_width(theme, tag)
        draw_tag(painter, self.kit, tag, right, middle)
        right -= brush.px(PAD)
        by, left = self._by(promise), brush.px(TEXT_LEFT)
        room = right - left - round(brush.width(BY, by)) - brush.px(PAD)
        block = brush.block(what_word(self.kit.words, promise), TOPIC, room)
        brush.put_block(painter, block, TOPIC.style, left, middle - theme.line(TOPIC.style) / 2)
        brush.put(painter, BY, by, left + block.natural_width + brush.px(10), label)

    def _by(self, promise: Promise) -> str:
        one = self._staff.get(promise.owner)
        who = staff_name(self.kit.words, one) if one else promise.owner
        day = format_date(promise.made_at, self.kit.words.language, DateStyle.SHORT)
        return self.kit.words("people.promised_by", who=who, day=day)

    def _say(self) -> None:
        words = self.kit.words
        said = "; ".join(
            f"{what_word(words, one)}, {due_word(words, one, self._now)}, {self._by(one)}" for one in self._promises
        )
        self.setAccessibleName(f"{words('people.promises', count=len(self._promises))}: {said}")
        self.refresh()
