"""One entry of the watch list in full: why, what to do, up to when, by whom, and what guards decided."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.watch_list import Watched
from frontdesk.services.watch_list import WatchBoard
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.answers.record_lines import RecordLines
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.watch_list.card_lines import decision_lines, entry_lines
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.watch_words import advice_word, reason_word, state_word, title_word
from frontdesk.ui.widgets.foot import Foot
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import Tag, TextBlock, TextLabel
from frontdesk.ui.widgets.scroller import Scroller

INSET, LABELS, MOMENTS = 24, 130, 190
HINTS = (("Ctrl+E", "watch.edit"), ("Del", "watch.end"), ("Ctrl+R", "watch.read"))


class WatchCard(Ground):
    """Shows an entry of a ``WatchBoard``, or nothing. ``in_full`` uncovers it on a discreet screen."""

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._board: WatchBoard | None = None
        self.entry: Watched | None = None
        self._in_full = False
        self.title, self.state = TextLabel(kit, Ink("name")), Tag(kit, TagLook(""))
        self.reason, self.advice = TextBlock(kit, Ink("body")), TextLabel(kit, Ink("body", "danger", bold=True))
        self.record = RecordLines(kit, brush, "watch.entry", LABELS)
        self.decisions = RecordLines(kit, brush, "watch.decisions", MOMENTS)
        self.keeps, self.foot = TextBlock(kit, Ink("caption", "text_2")), Foot(kit, HINTS, INSET)
        kit.words.bind(self, self.keeps.set_text, "watch.keeps")
        self._arrange()
        kit.words.changed.connect(self._renew)
        self._renew()

    def show_entry(self, board: WatchBoard | None, entry: Watched | None) -> None:
        self._board, self.entry = board, entry
        self._renew()

    def reveal(self, in_full: bool) -> None:
        """Let all of it be read while a key is held."""
        self._in_full = in_full
        self._renew()

    def _renew(self) -> None:
        board, entry = self._board, self.entry
        self._body.setVisible(entry is not None)
        self.foot.setVisible(entry is not None)
        if board is not None and entry is not None:
            self._show(board, entry)

    def _show(self, board: WatchBoard, entry: Watched) -> None:
        words, stands = self.kit.words, entry.stands(board.today)
        self.title.set_text(title_word(words, entry, self._in_full))
        look = ("danger", "triangle-alert") if stands else ("", "")
        self.state.set_look(TagLook(state_word(words, entry, board.today), *look, bold=stands))
        self.reason.set_text(reason_word(words, entry, self._in_full))
        self.advice.set_text(advice_word(words, entry))
        self.record.show_lines(entry_lines(board, entry, words, self._in_full))
        self.decisions.show_lines(decision_lines(board, entry, words, self._in_full))
        self.foot.show_hint("Ctrl+E", shown=entry.ended_at is None and not entry.wiped)
        self.foot.show_hint("Del", shown=entry.ended_at is None and board.manages)
        self.foot.show_hint("Ctrl+R", shown=words.discreet)

    def _arrange(self) -> None:
        self._body, head, whole = QWidget(), QHBoxLayout(), QVBoxLayout(self)
        body = QVBoxLayout(self._body)
        head.addWidget(self.title, 1)
        head.addWidget(self.state)
        body.addLayout(head)
        for widget in (self.reason, self.advice, self.record, self.decisions):
            body.addWidget(widget)
        body.addStretch(1)
        body.addWidget(self.keeps)
        self.scroller = Scroller(self._body)
        whole.addWidget(self.scroller, 1)
        whole.addWidget(self.foot)
        self.space(head, gap=12)
        self.space(body, (INSET, 14, INSET, 12), 10, page=True)
        self.space(whole)
