"""The record of contacts (F7): a table that is always up to date, and one contact in full."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.contacts import Contact
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.knowledge import Knowledge
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.log.detail import ContactDetail, ContactInFull
from frontdesk.ui.pages.log.model import LogModel
from frontdesk.ui.pages.log.table import LogTable
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.reveal import Reveal
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from frontdesk.ui.widgets.foot import Foot
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel

INSET = 20
TITLES = "log titles"


class LogPage(Ground):
    """Implements ``Page``. ``person_asked`` carries the id of the person whose contact was opened; ``looked`` an
    ``AuditKind`` and whose data it was, a contact's where nobody is known; ``print_asked`` wants a paper,
    and carries what makes its order in a language, or None.
    """

    page_id = "log"
    person_asked = Signal(str)
    looked = Signal(object, str)
    print_asked = Signal(object)

    def __init__(
        self, kit: Kit, log: ContactLog, knowledge: Knowledge, tasks: Tasks, watcher: Watcher,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(kit, "surface", parent)
        self._knowledge, self._tasks = knowledge, tasks
        self._fresh = False
        self._contact: Contact | None = None
        self.model = LogModel(log, tasks, kit.words, self)
        self.table = LogTable(kit, self.model)
        self.detail = ContactDetail(kit)
        self._title = TextLabel(kit, Ink("title", bold=True))
        self._count = TextLabel(kit, Ink("label", "text_2"))
        self._foot = Foot(kit, (("Return", "log.open"), ("Ctrl+R", "log.reveal"), ("Ctrl+P", "log.print")))
        self._arrange()
        self.setFocusProxy(self.table)
        self._connect(watcher)

    @property
    def widget(self) -> QWidget:
        return self

    def focus_first(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fresh:
            self._refresh()

    def _connect(self, watcher: Watcher) -> None:
        self.kit.words.bind(self, self._title.set_text, "log.title")
        self.kit.words.changed.connect(self._renew_count)
        self.model.counted.connect(self._renew_count)
        self.model.dataChanged.connect(lambda *_: self._on_row(self.table.currentIndex().row()))
        self.table.moved.connect(self._on_row)
        self.table.opened.connect(self._on_open)
        watcher.changed.connect(self._on_news)
        bind_commands(self, Scope.LOG, {"print_log": lambda: self.print_asked.emit(None)})
        self._held = Reveal(self)
        self._held.changed.connect(self._reveal)

    def _reveal(self, on: bool) -> None:
        """Show the contact in full while the keys are held, and put that on record."""
        self.detail.reveal(on)
        if on and self._contact is not None:
            self._tell_looked(self._contact)

    def _tell_looked(self, contact: Contact) -> None:
        self.looked.emit(AuditKind.REVEAL, contact.person_id or contact.id)

    def _on_news(self) -> None:
        self._fresh = False
        if self.isVisible():
            self._refresh()

    def _refresh(self) -> None:
        self._fresh = True
        self.model.refresh()

    def _renew_count(self) -> None:
        count = self.model.rowCount()
        self._count.set_text(self.kit.words("log.count", count=f"{count:,}") if count else self.kit.words("log.empty"))

    def _on_row(self, row: int) -> None:
        contact = self.model.contact(row)
        if contact == self._contact:
            return
        self._contact = contact
        if contact is not None and self._held.shown:
            self._tell_looked(contact)
        self._show(contact, ())
        if contact is not None and contact.articles:
            self._ask_titles(contact)

    def _ask_titles(self, contact: Contact) -> None:
        def work() -> tuple[str, ...]:
            found = ((code, self._knowledge.by_code(code)) for code in contact.articles)
            return tuple((article.title or article.title_en) if article else code for code, article in found)

        self._tasks.run(work, lambda titles: self._show_titles(contact, titles), latest=TITLES)

    def _show_titles(self, contact: Contact, titles: tuple[str, ...]) -> None:
        if contact == self._contact:
            self._show(contact, titles)

    def _show(self, contact: Contact | None, titles: tuple[str, ...]) -> None:
        staff = self.model.staff_word(contact) if contact else ""
        self.detail.show_contact(ContactInFull(contact, staff, titles) if contact else None)

    def _on_open(self, row: int) -> None:
        contact = self.model.contact(row)
        if contact is not None and contact.person_id:
            self.person_asked.emit(contact.person_id)

    def _arrange(self) -> None:
        head, column = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self._title)
        head.addWidget(self._count, 1)
        self.space(head, (INSET - 2, 12, INSET, 2), 10)
        self.space(column)
        column.addLayout(head)
        for widget, stretch in ((self.table, 1), (self.detail, 0), (self._foot, 0)):
            column.addWidget(widget, stretch)
