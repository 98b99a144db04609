"""The strip for a question without an answer: the caller's words, who should know, and by when to call back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.gaps import Gap
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.gap.guess_field import GuessField
from frontdesk.ui.pages.desk.gap.similar_panel import SimilarPanel
from frontdesk.ui.pages.desk.inline_head import SignLabel
from frontdesk.ui.pages.forms.area_field import AreaField
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.widgets.accented import Accented
from frontdesk.ui.widgets.buttons import KeyButton, PrimaryButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.labels import KeyCap, Tag, TextLabel

HEIGHT, HEAD, WORDS_HEIGHT, CAPTION_HEIGHT = 236, 28, 108, 24
NARROW, SHARES, NARROW_SHARES = 1000, (36, 24, 29, 33), (23, 26, 24, 27)


class WordsField(AreaField):
    """The caller's words, as high as the two fields beside it."""

    def measure(self) -> None:
        super().measure()
        self.setFixedHeight(self.kit.theme.px(WORDS_HEIGHT))


class GapStrip(Accented):
    """``edited``: what was asked, or who should know, has changed. ``sent`` tells whether a call back is promised."""

    edited = Signal()
    sent = Signal(bool)
    transfer_asked = Signal()
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self.words = WordsField(kit, "gap.words", 3, parent=self)
        self.department = GuessField(kit, "gap.department", self)
        self.owner = LineField(kit, "gap.owner", parent=self)
        self.call_back = LineField(kit, "gap.call_back", "handshake", parent=self)
        self.due = LineField(kit, "gap.due", "clock", parent=self)
        self.similar = SimilarPanel(kit, self)
        self.promise = PrimaryButton(kit, "gap.send_promise", "Ctrl+Return", parent=self)
        self.only = KeyButton(kit, "gap.send_only", "Alt+Return", parent=self)
        self._title, self._captions = SignLabel(kit, "circle-question-mark", "gap.title", self), list[TextLabel]()
        self.noted, self.told = Tag(kit, TagLook(""), self), TextLabel(kit, Ink("label", "danger"), self)
        self.call_back.setReadOnly(True)
        self.call_back.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        kit.words.bind(self, self.setAccessibleName, "gap.title")
        kit.words.bind(self, self._name_noted, "desk.unanswered")
        self._connect()
        self._arrange()
        self.measure()
        self.hide()

    @property
    def gap(self) -> Gap:
        """What is filled in."""
        return Gap(self.words.text().strip(), self.department.value, self.owner.text().strip())

    def show_gap(self, gap: Gap) -> None:
        """Fill in what is known, and write on at the end of the caller's words."""
        self.words.setText(gap.words)
        self.words.edit.moveCursor(QTextCursor.MoveOperation.End)
        self.department.set_value(gap.department)
        self.owner.setText(gap.owner)
        self.complain("")

    def complain(self, sentence: str, field: AreaField | LineField | None = None) -> None:
        """Say what is missing, or nothing, and go to the field it is about."""
        self.told.set_text(sentence)
        for one in (self.words, self.due):
            one.set_wrong(one is field)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)

    def measure(self) -> None:
        super().measure()
        self.setFixedHeight(self.kit.theme.px(HEIGHT))
        self._title.setFixedHeight(self.kit.theme.px(HEAD))
        for caption in self._captions:
            caption.setFixedHeight(self.kit.theme.px(CAPTION_HEIGHT))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._share()

    def _share(self) -> None:
        """Give each part its share of the width; where that is little, names need more of it than long words."""
        narrow = self.width() < self.kit.theme.px(NARROW)
        for place, share in enumerate(NARROW_SHARES if narrow else SHARES):
            self._across.setStretch(place, share)

    def _name_noted(self, word: str) -> None:
        """Say that the contact bears the mark, which the strip below would say."""
        self.noted.set_look(TagLook(word, "overdue", "circle-question-mark", bold=True))

    def _connect(self) -> None:
        self.words.textChanged.connect(self.edited)
        self.department.changed.connect(self.edited)
        self.owner.textEdited.connect(self.edited)
        self.promise.clicked.connect(lambda: self.sent.emit(True))
        self.only.clicked.connect(lambda: self.sent.emit(False))

    def _arrange(self) -> None:
        column, foot = QVBoxLayout(self), QHBoxLayout()
        across = self._across = QHBoxLayout()
        across.addLayout(self._captioned((("gap.words", self.words),)))
        across.addLayout(self._captioned((("gap.department", self.department), ("gap.owner", self.owner))))
        across.addLayout(self._captioned((("gap.call_back", self.call_back), ("gap.due", self.due))))
        across.addWidget(self.similar)
        self._share()
        for widget in (self.promise, self.only):
            foot.addWidget(widget)
        foot.addWidget(self.told, 1)
        foot.addWidget(KeyCap(self.kit, "Ctrl+2", "gap.transfer", self))
        column.addLayout(self._head())
        column.addLayout(across)
        column.addLayout(foot)
        self.space(column, (16, 11, 16, 10), 9)
        self.space(across, gap=12)
        self.space(foot, gap=6)

    def _head(self) -> QHBoxLayout:
        head, why = QHBoxLayout(), TextLabel(self.kit, Ink("label", "text_2"), self)
        self.kit.words.bind(why, why.set_text, "gap.why")
        for widget in (self._title, self.noted, why):
            head.addWidget(widget)
        head.addStretch(1)
        head.addWidget(KeyCap(self.kit, "Escape", "transfer.back", self))
        self.space(head, gap=12)
        return head

    def _captioned(self, fields: tuple[tuple[str, QWidget], ...]) -> QVBoxLayout:
        column = QVBoxLayout()
        for place, (name, field) in enumerate(fields):
            caption = TextLabel(self.kit, Ink("caption", "text_2"), self)
            self._captions.append(caption)
            self.kit.words.bind(caption, caption.set_text, name)
            if place:
                column.addStretch(1)
            column.addWidget(caption)
            column.addWidget(field)
        self.space(column, gap=0)
        return column
