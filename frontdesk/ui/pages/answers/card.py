"""One answer as the desk shows it, and under it the record behind it."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.staff import Particle
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.answers import record_words
from frontdesk.ui.pages.answers.answer_file import AnswerFile
from frontdesk.ui.pages.answers.card_foot import CardFoot
from frontdesk.ui.pages.answers.record_lines import RecordLines
from frontdesk.ui.pages.answers.suggestion_bar import SuggestionBar
from frontdesk.ui.pages.desk.answer_view import AnswerView
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine
from frontdesk.ui.widgets.scroller import Scroller

INSET = 24


class AnswerCard(Ground):
    """Shows an ``AnswerFile``, or nothing."""

    def __init__(self, kit: Kit, brush: Brush, today: date, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._file: AnswerFile | None = None
        self._unfinished, self._today = False, today
        self.view = AnswerView(kit, Voice(kit.words.language, Particle.KHA, today))
        self.view.keys.hide()
        self.record = RecordLines(kit, brush, "answers.record", 104)
        self.trust = RecordLines(kit, brush, "answers.trust", 112)
        self.changes = RecordLines(kit, brush, "answers.history", 150)
        self.learned = RecordLines(kit, brush, "answers.learned", 112)
        self.suggestions, self.foot = SuggestionBar(kit), CardFoot(kit)
        self._arrange()
        kit.words.changed.connect(self._renew)

    @property
    def file(self) -> AnswerFile | None:
        return self._file

    def speak_as(self, particle: Particle) -> None:
        """Say the lines with this one's polite particle."""
        self.view.set_voice(Voice(self.kit.words.language, particle, self._today))

    def show_file(self, file: AnswerFile | None, unfinished: bool = False) -> None:
        """Show an answer; ``unfinished`` says that its form holds unsaved typing."""
        same = file is not None and self._file is not None and file.article.id == self._file.article.id
        self._file, self._unfinished = file, unfinished
        if not same:
            self.foot.leave()
        self._renew()

    def _renew(self) -> None:
        self._body.setVisible(self._file is not None)
        self.foot.setVisible(self._file is not None)
        if self._file is not None:
            self._show(self._file)

    def _show(self, file: AnswerFile) -> None:
        words = self.kit.words
        self.view.show_detail(file.detail, flagged=False, unanswered=False)
        self.record.show_lines(record_words.record(file, words))
        self.trust.show_lines(record_words.trust(file, words))
        self.changes.show_lines(record_words.changes(file, words))
        self.learned.show_lines(record_words.learned(file, words))
        self.suggestions.show_suggestions(file.lessons.suggestions)
        self.foot.reset.setVisible(bool(file.lessons.words))
        self.foot.remark.set_text(words("answers.unfinished") if self._unfinished else "")

    def _arrange(self) -> None:
        self._body, columns, right, offer = QWidget(), QHBoxLayout(), QVBoxLayout(), QVBoxLayout()
        body, whole = QVBoxLayout(self._body), QVBoxLayout(self)
        offer.addWidget(self.suggestions)
        right.addWidget(self.trust)
        right.addWidget(self.learned)
        right.addWidget(self.changes)
        right.addStretch(1)
        columns.addWidget(self.record, 1, Qt.AlignmentFlag.AlignTop)
        columns.addLayout(right, 1)
        body.addWidget(self.view, 1)
        body.addLayout(offer)
        body.addWidget(HairLine(self.kit))
        body.addLayout(columns)
        self.scroller = Scroller(self._body)
        whole.addWidget(self.scroller, 1)
        whole.addWidget(self.foot)
        self.space(offer, (INSET, 0, INSET, 12), page=True)
        self.space(right, gap=8)
        self.space(columns, (INSET, 10, INSET, 12), 32, page=True)
        self.space(body)
        self.space(whole)
