"""One notice in full, and who has not read it: a list of names, since when, and who has."""

from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.staff import Staff
from frontdesk.domain.thai_dates import DateStyle
from frontdesk.services.notices import Notices, Readers
from frontdesk.ui.kit import Kit
from frontdesk.ui.notice_words import said_word, until_word
from frontdesk.ui.notices.card import CardLook, NoticeCard
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.hand_over.painter import HandOverPainter
from frontdesk.ui.pages.picking.items import Heading, Item
from frontdesk.ui.pages.picking.pick_list import PickList
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel
from frontdesk.ui.words import Words

READ, INSET, GAP = "readers of a notice", 20, 6


@dataclass(frozen=True, slots=True)
class ReaderRow:
    """Somebody who has to read a notice; ``read_at`` is when they did."""

    staff: Staff
    read_at: datetime | None
    words: Words
    icon: str = "user"

    @property
    def key(self) -> str:
        return self.staff.id

    @property
    def spoken(self) -> str:
        return ", ".join((self.what, self.meta, *(tag.text for tag in self.tags)))

    @property
    def what(self) -> str:
        english = self.words.language == "en" and self.staff.name_en
        return self.staff.name_en if english else self.staff.name

    @property
    def meta(self) -> str:
        return self.words(f"roles.{self.staff.role.value}")

    @property
    def tags(self) -> tuple[TagLook, ...]:
        if self.read_at is None:
            return (TagLook(self.words("notices.unread"), "overdue", "clock"),)
        when = self.words.moment(self.read_at, DateStyle.SHORT)
        return (TagLook(self.words("notices.read_on", when=when), "verified", "check"),)


class ReadersPane(Ground):
    """``left`` follows Esc, ``failed`` carries a ``DeskError``. Who has read it when is told to supervisors, and to
    whoever wrote the notice; who has not is told to everybody, so that somebody says it to them."""

    left = Signal()
    failed = Signal(object)

    def __init__(self, kit: Kit, notices: Notices, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._notices, self._tasks = notices, tasks
        self._staff: Staff | None = None
        self.readers: Readers | None = None
        self.card, self.about = NoticeCard(kit), TextLabel(kit, Ink("label", "text_2"))
        brush = Brush(kit)
        self.list = PickList(kit, brush, HandOverPainter(brush), "notices.readers")
        column, above = QVBoxLayout(self), QVBoxLayout()
        self.space(column, gap=GAP)
        self.space(above, (INSET, GAP, INSET, 0), GAP)
        above.addWidget(self.card)
        above.addWidget(self.about)
        column.addLayout(above)
        column.addWidget(self.list, 1)
        self.setFocusProxy(self.list)
        kit.words.changed.connect(self._say)

    def sign_in(self, staff: Staff) -> None:
        self._staff = staff
        self._clear()

    def open(self, notice_id: str) -> None:
        """Show a notice, also one that is over."""
        self._tasks.run(partial(self._notices.readers, notice_id), self._take, self._fail, READ)

    def refresh(self) -> None:
        """Read again who has read it; the selection stays."""
        if self.readers is not None and self.isVisible():
            self.open(self.readers.notice.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def _take(self, readers: Readers) -> None:
        self.readers = readers
        self._say()

    def _fail(self, error: DeskError) -> None:
        self.failed.emit(error)

    def _clear(self) -> None:
        self._tasks.forget(READ)
        self.readers = None
        self.card.show_look(CardLook())
        self.list.show_items(())

    def _say(self) -> None:
        if self.readers is None:
            return
        words, notice = self.kit.words, self.readers.notice
        until = until_word(words, notice.terms.until, self._notices.now())
        title, text = said_word(words, notice, in_full=True)
        self.card.show_look(CardLook(title, text, until or words("notices.until_taken_off")))
        role = words(f"roles.{notice.terms.role.value}") if notice.terms.role else words("notices.everybody")
        since = words.moment(self.readers.since, DateStyle.SHORT)
        name = "about_must" if notice.terms.must_read else "about"
        self.about.set_text(words(f"notices.{name}", whom=role, since=since))
        self.list.show_items(self._rows(self.readers), self.list.key)

    def _rows(self, found: Readers) -> tuple[Item, ...]:
        """List first those who have not read it; a notice that nobody has to read has no list."""
        words = self.kit.words
        if not found.notice.terms.must_read:
            return ()
        unread = [ReaderRow(one, None, words) for one in found.unread]
        read = [ReaderRow(one, at, words) for one, at in found.read] if self._may_see(found) else []
        first = Heading(words("notices.not_read" if unread else "notices.all_read", count=len(unread)))
        return (first, *unread, Heading(words("notices.have_read", count=len(found.read))), *read)

    def _may_see(self, found: Readers) -> bool:
        staff = self._staff
        return staff is not None and (staff.role.manages_staff or staff.id == found.notice.made_by)
