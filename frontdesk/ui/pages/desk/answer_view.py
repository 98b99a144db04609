"""An answer in full: the line to say stays, the steps scroll, who to call now stays."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from frontdesk.domain.languages import Language
from frontdesk.domain.politeness import spoken
from frontdesk.domain.thai_dates import format_date
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.answer_reader import AnswerDetail
from frontdesk.ui.pages.desk.key_line import KeyLine
from frontdesk.ui.pages.desk.notice_bar import CallNowBar
from frontdesk.ui.pages.desk.other_language import OtherLanguage
from frontdesk.ui.pages.desk.rows_paint.answer_row import LANGUAGE_TAG, Voice, shown_title
from frontdesk.ui.pages.desk.say_block import SayBlock
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.tokens import STEPS
from frontdesk.ui.widgets.browser import SafeBrowser
from frontdesk.ui.widgets.labels import OVERHANG, Tag, TextLabel


class AnswerView(QFrame):
    """Shows an ``AnswerDetail`` in the language and with the particle of a ``Voice``."""

    def __init__(self, kit: Kit, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit, self._voice = kit, voice
        self._detail: AnswerDetail | None = None
        self.flagged = self._brief = False
        self._shown: tuple[AnswerDetail | None, bool, bool] | None = None
        self.title = TextLabel(kit, Ink("title"), self)
        self.owner = TextLabel(kit, Ink("label", "text_2"), self)
        self.state, self.flag = Tag(kit, TagLook(""), self), Tag(kit, TagLook(""), self)
        self.say = SayBlock(kit, self)
        self.steps = _steps(kit, self)
        self.other = OtherLanguage(kit, self)
        self.call_now, self.keys = CallNowBar(kit, self), KeyLine(kit, self)
        self._lay_out()
        kit.theme.changed.connect(self._fill)
        kit.words.changed.connect(self._fill)

    def set_voice(self, voice: Voice) -> None:
        self._voice = voice
        self._fill()

    def show_detail(self, detail: AnswerDetail | None, flagged: bool, unanswered: bool) -> None:
        """Show an answer; ``flagged`` and ``unanswered`` are what the contact says of it."""
        shown = (detail, flagged, unanswered)
        if shown == self._shown:
            return
        self._shown, self._detail, self.flagged = shown, detail, flagged
        self.keys.set_state(flagged, unanswered)
        self._fill()

    def set_brief(self, brief: bool) -> None:
        """Leave out whom to call and the keys, where a taller strip below says what can be done."""
        self._brief = brief
        self.keys.setVisible(not brief)
        self._fill()

    def _lay_out(self) -> None:
        column = self._column = QVBoxLayout(self)
        column.setSpacing(0)
        head = QHBoxLayout()
        head.setSpacing(self._kit.theme.px(10))
        self.title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        for widget in (self.title, self.owner):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(self.flag)
        head.addWidget(self.state)
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        left = QVBoxLayout()
        left.setSpacing(self._kit.theme.px(10))
        left.addWidget(self.say)
        left.addWidget(self.steps, 1)
        self._columns.addLayout(left, 3)
        self._columns.addWidget(self.other, 2)
        self._body = QVBoxLayout()
        self._body.setSpacing(0)
        self._body.addLayout(self._columns, 1)
        self._body.addSpacing(self._kit.theme.px(8))
        self._body.addWidget(self.call_now)
        self._body.addSpacing(self._kit.theme.px(5))
        self._body.addWidget(self.keys)
        column.addLayout(head)
        column.addSpacing(self._kit.theme.px(4))
        column.addLayout(self._body, 1)

    def _fill(self) -> None:
        px = self._kit.theme.px
        inset = px(32) if self._kit.theme.wide else px(24)
        self._column.setContentsMargins(inset - OVERHANG, px(9), inset, px(7))
        self._body.setContentsMargins(OVERHANG, 0, 0, 0)
        self._columns.setSpacing(px(40) if self._kit.theme.wide else 0)
        if self._detail is not None:
            self._fill_head(self._detail)
            self._fill_lines(self._detail)
            self.call_now.show_call(replace(self._detail, call_now=None) if self._brief else self._detail)
            self.keys.set_uses(self._detail.uses)

    def _fill_head(self, detail: AnswerDetail) -> None:
        words, article = self._kit.words, detail.article
        self.title.set_text(shown_title(article, words.language))
        names = (detail.owner.shown(words.language), self._voice.department(article))
        owner = " · ".join(name for name in names if name)
        self.owner.set_text(words("desk.owner", owner=owner) if owner else "")
        self.owner.setVisible(bool(owner) and self._kit.theme.wide)
        self.state.set_look(self._state_tag(detail))
        self.flag.set_look(TagLook(words("desk.flagged"), "danger", "triangle-alert", bold=True))
        self.flag.setVisible(self.flagged)

    def _state_tag(self, detail: AnswerDetail) -> TagLook:
        """Say who stands behind the answer and since when, or that it must be looked at again."""
        words, article = self._kit.words, detail.article
        if article.review_due(self._voice.today):
            return TagLook(words("desk.review_due"), "overdue", "clock-alert", bold=True)
        if article.verified_on is None:
            return TagLook(words("desk.not_verified"))
        day = format_date(article.verified_on, words.language)
        who = detail.verified_by.shown(words.language)
        return TagLook(" · ".join(filter(None, (words("desk.verified", day=day), who))), "verified", "badge-check")

    def _fill_lines(self, detail: AnswerDetail) -> None:
        article, language = detail.article, self._kit.words.language
        thai = (spoken(article.say, self._voice.particle), spoken(article.body, self._voice.particle))
        english = (article.say_en, article.body_en)
        first, second = (thai, english) if language is Language.TH else (english, thai)
        other = Language.EN if language is Language.TH else Language.TH
        tag, beside = LANGUAGE_TAG[other], self._kit.theme.wide and any(first) and any(second)
        if not any(first):
            self.say.set_lines(second[0], tag=tag)
        else:
            self.say.set_lines(first[0] or second[0], "" if beside or not first[0] else second[0], tag)
        self.steps.set_markdown(first[1] or second[1])
        self.steps.setMinimumHeight(self._kit.theme.line(STEPS))
        self.other.show_lines(*(second if beside else ("", "")), tag)


def _steps(kit: Kit, parent: QWidget) -> SafeBrowser:
    steps = SafeBrowser(kit, "desk.steps", STEPS, parent)
    steps.setFrameShape(QFrame.Shape.NoFrame)
    steps.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    steps.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
    return steps
