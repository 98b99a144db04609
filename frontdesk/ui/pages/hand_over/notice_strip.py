"""What stands at the foot while a notice is written or changed: what it says, until when, for whom."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.notices import LONGEST_NOTICE, LONGEST_TITLE, Notice, Wording
from frontdesk.domain.staff import Role
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.notice_words import until_typed
from frontdesk.ui.pages.promises.strips import AskingStrip
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import OutcomeButton, PrimaryButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.flow import Flow
from frontdesk.ui.widgets.labels import TextLabel

UNTIL, GAP = 220, 8
ROLES: tuple[Role | None, ...] = (None, *Role)


@dataclass(frozen=True, slots=True)
class AskedNotice:
    """A notice as it was typed; ``notice_id`` is the one it is to replace, empty for a new one."""

    wording: Wording
    until: str
    must_read: bool
    role: Role | None
    notice_id: str = ""


class NoticeStrip(AskingStrip):
    """``accepted`` carries an ``AskedNotice``, ``until_typed`` what stands in the field of until when."""

    accepted = Signal(object)
    until_typed = Signal(str)
    resized = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._editing, self._must_read = "", False
        self._meant_for: Role | None = None
        self.title = LineField(kit, "notices.title", "megaphone", "notices.title_hint")
        self.text = LineField(kit, "notices.text", "", "notices.text_hint")
        self.title_en = LineField(kit, "notices.title_en", "languages", "notices.title_en")
        self.text_en = LineField(kit, "notices.text_en", "", "notices.text_en")
        self.until = LineField(kit, "notices.until", "calendar", "notices.until_hint")
        self.read = TextLabel(kit, Ink("label", "text_2"))
        self.must = OutcomeButton(kit, "notices.must_read", "Alt+M")
        self.whom = OutcomeButton(kit, "", "Alt+R")
        self.decide = PrimaryButton(kit, "notices.keep", "Return")
        self._arrange()
        self._connect()
        self._show_terms()
        self.measure()

    @property
    def fields(self) -> tuple[LineField, ...]:
        return self.title, self.text, self.title_en, self.text_en, self.until

    @property
    def asked(self) -> AskedNotice:
        """What is typed and chosen now."""
        wording = Wording(self.title.text(), self.text.text(), self.title_en.text(), self.text_en.text())
        return AskedNotice(wording, self.until.text(), self._must_read, self._meant_for, self._editing)

    def begin(self) -> None:
        """Ask for a new one; what was typed and not kept is still there."""
        if self._editing:
            self.clear()
        self.say("")

    def edit(self, notice: Notice) -> None:
        """Ask what is to come in the place of a notice."""
        self.clear()
        said = notice.wording
        self._editing, self._must_read, self._meant_for = notice.id, notice.terms.must_read, notice.terms.role
        words = said.title, said.text, said.title_en, said.text_en, until_typed(self.kit.words, notice.terms.until)
        for field, text in zip(self.fields, words, strict=True):
            field.setText(text)
        self._show_terms()

    def clear(self) -> None:
        self._editing, self._must_read, self._meant_for = "", False, None
        for field in self.fields:
            field.clear()
        self._show_terms()
        self.say("")

    def say(self, text: str, wrong: bool = False) -> None:
        """Say how until when is read, or what is wrong."""
        self.read.set_ink(Ink("label", "danger" if wrong else "text_2"))
        self.read.set_text(text)
        self.until.set_wrong(wrong)
        self.until.setAccessibleDescription(text)
        self._fit()

    def measure(self) -> None:
        super().measure()
        self.until.setFixedWidth(self.kit.theme.px(UNTIL))
        self._options.setSpacing(self.kit.theme.px(GAP))
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        """Be as high as the lines of options need."""
        self._column.invalidate()
        height = self.row.totalHeightForWidth(max(self.width(), self.minimumSizeHint().width()))
        if height > 0 and height != self.height():
            self.setFixedHeight(height)
            self.resized.emit()

    def _switch_must_read(self) -> None:
        self._must_read = not self._must_read
        self._show_terms()

    def _next_role(self) -> None:
        self._meant_for = ROLES[(ROLES.index(self._meant_for) + 1) % len(ROLES)]
        self._show_terms()

    def _show_terms(self) -> None:
        words = self.kit.words
        self.must.set_live(self._must_read)
        self.must.setAccessibleDescription(words("notices.yes" if self._must_read else "notices.no"))
        whose = words(f"roles.{self._meant_for.value}") if self._meant_for else words("notices.everybody")
        self.whom.show_text(words("notices.for_whom", whom=whose))

    def _accept(self) -> None:
        self.accepted.emit(self.asked)

    def _arrange(self) -> None:
        self._column, self._options = QVBoxLayout(), Flow()
        self.row.addLayout(self._column)
        self.space(self._column, gap=GAP)
        for pair in ((self.title, self.text), (self.title_en, self.text_en)):
            line = QHBoxLayout()
            self.space(line, gap=GAP)
            for field, stretch in zip(pair, (2, 5), strict=True):
                line.addWidget(field, stretch)
            self._column.addLayout(line)
        for button in (self.must, self.whom, self.decide):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        for widget in (self.until, self.must, self.whom, self.decide, self.leave, self.read):
            self._options.addWidget(widget)
        self._column.addLayout(self._options)
        self.setFocusProxy(self.title)

    def _connect(self) -> None:
        most = LONGEST_TITLE, LONGEST_NOTICE
        for field, longest in zip(self.fields[:4], most * 2, strict=True):
            field.setMaxLength(longest)
        for field in self.fields:
            field.returnPressed.connect(self._accept)
        self.until.textEdited.connect(self.until_typed)
        self.decide.clicked.connect(self._accept)
        self.must.clicked.connect(self._switch_must_read)
        self.whom.clicked.connect(self._next_role)
        self.kit.words.changed.connect(self._show_terms)
        bind_commands(
            self, Scope.HAND_OVER, {"must_read": self._switch_must_read, "notice_for": self._next_role}
        )  # fmt: skip
