"""What could not be answered, and how much of what was said had been verified."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from frontdesk.domain.figures import Share
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.supervise.card import BASIS, TITLE, Card
from frontdesk.ui.pages.supervise.group_table import paint_bar
from frontdesk.ui.pages.supervise.row_list import RowList
from frontdesk.ui.pages.supervise.table_rows import shown_percent
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, elided, text_width
from frontdesk.ui.widgets.labels import HairLine, Painted, TextLabel

ROW, PAD, COUNT, AGE, GAP = 32, 8, 64, 76, 12
WORDS, NUMBER, AGE_INK = Ink("body"), Ink("label", tabular=True), Ink("label", "text_2", tabular=True)
SHARE_ROOM, TICK, LEAST_ROWS = 150, 14, 3


@dataclass(frozen=True, slots=True)
class GapRow:
    """A question without an answer: in its words, how often, and for how long."""

    words: str
    told: str
    count: str
    age: str


class ShareBar(Painted):
    """A share with the tick of its target, its percent and n."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._share = Share(0, 0)
        self._target: float | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_share(self, share: Share, target: float | None) -> None:
        self._share, self._target = share, target
        words = self.kit.words
        name = words("supervise.verified_name", value=shown_percent(share), n=f"{share.whole:,}")
        self.setAccessibleName(" ".join(filter(None, (name, self._told_target()))))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(200), self.kit.theme.px(30))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme, px = QPainter(self), self.kit.theme, self.kit.theme.px
        rect = QRect(0, 0, self.width() - px(SHARE_ROOM), self.height())
        weak = self._share.weak
        paint_bar(painter, self.kit, rect, self._share.value or 0.0, "control" if weak else "accent")
        if self._target is not None:
            tick = round(rect.width() * self._target)
            painter.fillRect(tick, rect.center().y() + 1 - px(TICK) // 2, px(2), px(TICK), theme.color("text"))
        y = baseline(theme, "body", 0, self.height())
        value = Ink("body", "text_3" if weak else "text", bold=True, tabular=True)
        x = draw_text(painter, theme, value, shown_percent(self._share), rect.right() + px(GAP), y)
        said = self.kit.words("supervise.weak") if weak and self._share.whole else self._told_target()
        draw_text(painter, theme, AGE_INK, elided(theme, AGE_INK, said, self.width() - x - px(8)), x + px(8), y)

    def _told_target(self) -> str:
        if self._target is None:
            return ""
        return self.kit.words("supervise.verified_target", target=f"{self._target * 100:g}")


class GapCard(Card):
    """``list.opened`` carries the gap that an answer is to be written for."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.list = RowList(kit, "supervise.gaps_list", self._paint_row, ROW)
        self.share = ShareBar(kit)
        self._none = TextLabel(kit, Ink("label", "text_2"))
        self._share_title, self._share_basis = TextLabel(kit, TITLE), TextLabel(kit, BASIS)
        line = QHBoxLayout()
        line.addWidget(self._share_title)
        line.addWidget(self._share_basis, 1)
        self.space(line, gap=8)
        self.column.addWidget(self._none)
        self.column.addWidget(self.list, 1)
        self.column.addWidget(HairLine(kit))
        self.column.addLayout(line)
        self.column.addWidget(self.share)
        self.keep_high(self.list, LEAST_ROWS * ROW)
        kit.words.bind(self, self.title.set_text, "supervise.gaps")
        kit.words.bind(self, self._share_title.set_text, "supervise.verified_share")
        kit.words.bind(self, self._none.set_text, "supervise.gaps_none")
        for told in (self._none, self.share):  # nothing is known before it is counted
            told.hide()

    def show_gaps(self, rows: Sequence[GapRow], verified: Share, target: float | None = None) -> None:
        words = self.kit.words
        self.basis.set_text(words("supervise.gaps_basis", count=len(rows)) if rows else "")
        self._none.setVisible(not rows)
        self.share.show()
        self.list.show_rows(rows, keep=True)
        self._share_basis.set_text(words("supervise.verified_basis", n=f"{verified.whole:,}"))
        self.share.show_share(verified, target)

    def _paint_row(self, painter: QPainter, rect: QRect, row: GapRow) -> None:
        theme, px = self.kit.theme, self.kit.theme.px
        y = baseline(theme, WORDS.style, rect.top(), rect.height())
        left, age = rect.left() + px(PAD), rect.left() + rect.width() - px(PAD)
        count = age - px(AGE + GAP)
        draw_text(painter, theme, WORDS, elided(theme, WORDS, row.words, count - px(COUNT) - left), left, y)
        draw_text(painter, theme, NUMBER, row.count, count - text_width(theme, NUMBER, row.count), y)
        draw_text(painter, theme, AGE_INK, row.age, age - text_width(theme, AGE_INK, row.age), y)
