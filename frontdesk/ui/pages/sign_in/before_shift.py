"""What to know before a shift: the notices to read, and what the shift before hands over. Counts, no names."""

from datetime import datetime

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.thai_dates import THAI_TIME, format_time
from frontdesk.services.ports import Clock
from frontdesk.services.sign_in_board import SignInBoard
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.sign_in.to_read import NoticesToRead, Reading
from frontdesk.ui.paint.frames import draw_hair
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import Painted, TextLabel

INSET, TOP, GAP, FOOT = 64, 48, 16, 24
FIGURE = Ink("body", bold=True, tabular=True)


class CountRow(Painted):
    """A sign, a word and a figure under a hairline; gone while the figure is 0."""

    def __init__(self, kit: Kit, icon: str, role: str, name: str, **gaps: object) -> None:
        super().__init__(kit)
        self._icon, self._role, self._word, self._count = icon, role, "", 0
        kit.words.bind(self, self._set_word, name, **gaps)
        self.set_count(0)

    def set_count(self, count: int) -> None:
        self._count = count
        self.setVisible(count > 0)
        self.setAccessibleName(f"{self._word} {count}")
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.kit.theme.px(240), self.kit.theme.px("row_table"))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        draw_hair(painter, theme, 0, self.width(), 0)
        side, y = theme.px("icon.normal"), baseline(theme, "body", 0, self.height())
        self.kit.icons.paint(painter, self._icon, self._role, 0, (self.height() - side) // 2, side)
        draw_text(painter, theme, Ink(), self._word, side + theme.px(10), y)
        figure = f"{self._count:,}"
        draw_text(painter, theme, FIGURE, figure, self.width() - text_width(theme, FIGURE, figure), y)

    def _set_word(self, word: str) -> None:
        self._word = word
        self.set_count(self._count)


class BeforeShift(Ground):
    """The right side of the sign-in page. Parts that have nothing to say are left out."""

    def __init__(self, kit: Kit, clock: Clock, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent=parent)
        self._clock = clock
        self._board: SignInBoard | None = None
        self._reading = Reading()
        self._title = TextLabel(kit, Ink("title"))
        self._today = TextLabel(kit, Ink("body", "text_2"))
        self.notices = NoticesToRead(kit)
        self._head = TextLabel(kit, Ink("body", bold=True))
        self._rows = (
            CountRow(kit, "history", "overdue", "sign_in.waiting"),
            CountRow(kit, "scroll-text", "text_2", "sign_in.drafts_open"),
            CountRow(kit, "handshake", "overdue", "sign_in.promised"),
            CountRow(kit, "phone", "text_2", "sign_in.dropped"),
            CountRow(kit, "id-card", "overdue", "sign_in.cards"),
        )
        self._backup = TextLabel(kit, Ink("label", "text_3"))
        self._arrange()
        kit.words.bind(self._title, self._title.set_text, "sign_in.before_shift")
        kit.words.changed.connect(self._say)

    @property
    def said(self) -> tuple[str, str, str]:
        """What is said of today or of the notices, of what is handed over and of the last copy."""
        return self._today.text(), self._head.text(), self._backup.text()

    def show_board(self, board: SignInBoard | None) -> None:
        """Say what is known; nothing while it is being read."""
        self._board = board
        counts = _handed(board) if board else (0,) * len(self._rows)
        for row, count in zip(self._rows, counts, strict=True):
            row.set_count(count)
        self._say()

    def show_reading(self, reading: Reading) -> None:
        """Show what whoever is chosen has to read."""
        self._reading = reading
        self.notices.show_reading(reading)
        self._say()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def measure(self) -> None:
        super().measure()
        self._make_room()

    def _make_room(self) -> None:
        """Give the notices what everything else leaves."""
        px = self.kit.theme.px
        others = (*self._heads, *(row for row in self._rows if not row.isHidden()), self._backup)
        used = sum(one.sizeHint().height() for one in others) + px(TOP + FOOT) + 4 * px(GAP)
        self.notices.set_room(max(0, self.width() - 2 * px(INSET)), max(0, self.height() - used))

    def _arrange(self) -> None:
        head, rows, column = QVBoxLayout(), QVBoxLayout(), QVBoxLayout(self)
        self._heads = (self._title, self._today, self._head)
        self.space(column, (INSET, TOP, INSET, FOOT), GAP)
        self.space(head)
        self.space(rows)
        for label in (self._title, self._today):
            head.addWidget(label)
        rows.addWidget(self._head)
        for row in self._rows:
            rows.addWidget(row)
        column.addLayout(head)
        column.addWidget(self.notices)
        column.addLayout(rows)
        column.addStretch()
        column.addWidget(self._backup, alignment=Qt.AlignmentFlag.AlignRight)

    def _say(self) -> None:
        words, board = self.kit.words, self._board
        if board is None:
            for label in (self._today, self._head, self._backup):
                label.set_text("")
            return
        self._today.set_text(self._line(board))
        self._head.set_text(words("sign_in.handed_over" if any(_handed(board)) else "sign_in.nothing_open"))
        self._backup.set_text(self._backup_words(board.backed_up))
        self.notices.setVisible(bool(self._reading.waiting))
        self._make_room()

    def _line(self, board: SignInBoard) -> str:
        """Say how much there is to read; where that is nothing, what was done today."""
        words, reading = self.kit.words, self._reading
        if reading.total:
            return words("notices.to_read", total=reading.total, read=reading.read)
        return words("sign_in.today", count=board.today) if board.today else words("sign_in.today_none")

    def _backup_words(self, at: datetime | None) -> str:
        words = self.kit.words
        if at is None:
            return words("sign_in.backup_none")
        if at.astimezone(THAI_TIME).date() == self._clock.today():
            return words("sign_in.backup_today", time=format_time(at))
        return words("sign_in.backup_on", date=words.date(at), time=format_time(at))


def _handed(board: SignInBoard) -> tuple[int, ...]:
    """Return what the shift before left, in the order of the rows."""
    return board.waiting, board.drafts, board.promised, board.dropped, board.cards
