"""The strip that shows what giving a number to somebody would do, before it is done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.numbers import mask
from frontdesk.domain.thai_dates import DateStyle, format_date
from frontdesk.services.attaching import AttachPreview
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.person_row import shown_name
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.accented import Accented
from frontdesk.ui.widgets.buttons import KeyButton, PrimaryButton
from frontdesk.ui.widgets.labels import TextLabel
from frontdesk.ui.words import Words

LISTED = 3
STAYING = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)


class AttachStrip(Accented):
    """Stands in place of the contact strip and has the focus: Enter does it, Esc or going elsewhere does not.

    ``left`` tells whether it was left by its own key.
    """

    accepted = Signal()
    left = Signal(bool)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent)
        self._shown: AttachPreview | None = None
        self.title, self.detail = TextLabel(kit, Ink("body", bold=True)), TextLabel(kit, Ink("label", "text_2"))
        self.decide = PrimaryButton(kit, "attaching.do", "Return")
        self.leave = KeyButton(kit, "attaching.leave", "Escape")
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        for button in (self.decide, self.leave):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange()
        self.decide.clicked.connect(self.accepted)
        self.leave.clicked.connect(lambda: self.left.emit(True))
        kit.words.changed.connect(self._renew)
        self.hide()

    @property
    def shown(self) -> AttachPreview | None:
        """What is being asked, or None."""
        return self._shown

    def show_preview(self, shown: AttachPreview | None) -> None:
        """Ask about this, or nothing."""
        self._shown = shown
        self._renew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self.accepted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit(True)
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self._shown is not None and event.reason() not in STAYING:
            self.left.emit(False)

    def _renew(self) -> None:
        if self._shown is not None:
            words = self.kit.words
            number, name = mask(self._shown.number, words.language), shown_name(self._shown.person, words.language)
            title = "attaching.title_known" if self._shown.known else "attaching.title"
            self.title.set_text(words(title, number=number, name=name or self._shown.person.code))
            self.detail.set_text(what_follows(self._shown, words))
            self.setAccessibleName(f"{self.title.text()} {self.detail.text()}")

    def _arrange(self) -> None:
        said, across = QVBoxLayout(), QHBoxLayout(self)
        said.addStretch(1)
        said.addWidget(self.title)
        said.addWidget(self.detail)
        said.addStretch(1)
        across.addLayout(said, 1)
        across.addWidget(self.decide)
        across.addWidget(self.leave)
        self.space(said, gap=2)
        self.space(across, (14, 11, 16, 9), 8)


def what_follows(preview: AttachPreview, words: Words) -> str:
    """Say what becomes of the contacts with this number."""
    if preview.others:
        names = ", ".join(shown_name(one, words.language) or one.code for one in preview.others)
        return words("attaching.shared", names=names)
    count, drafts = len(preview.earlier), len(preview.drafts)
    said = words("attaching.none_earlier")
    if count:
        name = "attaching.earlier_one" if count == 1 else "attaching.earlier"
        said = words(name, count=f"{count:,}", contacts=_contacts(preview, words))
    return words("attaching.drafts", text=said, count=drafts) if drafts else said


def _contacts(preview: AttachPreview, words: Words) -> str:
    """Name the newest contacts by day and topic."""
    parts = (
        " ".join(filter(None, (format_date(one.at, words.language, DateStyle.SHORT), one.topic or one.note)))
        for one in preview.earlier[:LISTED]
    )
    more = len(preview.earlier) - LISTED
    listed = " · ".join(parts)
    return words("attaching.more", contacts=listed, count=more) if more > 0 else listed
