"""The record of contacts (F7): every contact there is, filtered, opened, put right, printed and taken out."""

from functools import partial
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.contacts import Contact
from frontdesk.domain.masking import mask_numbers_in
from frontdesk.domain.staff import Staff
from frontdesk.services.knowledge import Knowledge
from frontdesk.services.saved_filters import SavedFilters
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.log.correcting import CorrectServices, CorrectStrip
from frontdesk.ui.pages.log.detail import ContactDetail, ContactInFull
from frontdesk.ui.pages.log.export_strip import ExportStrip
from frontdesk.ui.pages.log.filter_bar import FilterBar
from frontdesk.ui.pages.log.heading import LogHeading
from frontdesk.ui.pages.log.log_words import counted
from frontdesk.ui.pages.log.model import LogModel
from frontdesk.ui.pages.log.saving import NameStrip, Saving
from frontdesk.ui.pages.log.table import LogTable
from frontdesk.ui.pages.log.taking_out import OutServices, TakingOut
from frontdesk.ui.reveal import Reveal
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from frontdesk.ui.widgets.foot import Foot
from frontdesk.ui.widgets.ground import Ground

TITLES, TOPICS, MOST_TOPICS = "log titles", "log topics", 12
KEYS = (("Return", "log.open"), ("Ctrl+E", "log.correct"), ("Space", "log.pick"), ("Ctrl+P", "log.print"),
        ("Ctrl+Shift+S", "log.export"))  # fmt: skip


class LogServices(CorrectServices, OutServices, Protocol):
    """What the page needs of the services."""

    @property
    def knowledge(self) -> Knowledge: ...
    @property
    def saved_filters(self) -> SavedFilters: ...


class LogPage(Ground):
    """Implements ``Page``. ``person_asked`` carries the id of the person whose contact was opened twice; ``looked``
    an ``AuditKind`` and whose data it was, a contact's where nobody is known; ``print_asked`` what makes the order
    of a paper in a language, None for one of everything.
    """

    page_id = "log"
    person_asked = Signal(str)
    looked = Signal(object, str)
    print_asked = Signal(object)

    def __init__(
        self, kit: Kit, services: LogServices, tasks: Tasks, watcher: Watcher, slow_tasks: Tasks | None = None,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(kit, "surface", parent)
        self._services, self._tasks = services, tasks
        self._fresh = self._was_open = self._may_see_all = False
        self._contact: Contact | None = None
        self.model = LogModel(services.contact_browser, tasks, kit.words, self)
        self.bar, self.name_strip = FilterBar(kit, services.clock.today), NameStrip(kit)
        self.table = LogTable(kit, self.model)
        self.heading = LogHeading(kit, self.table, self.model)
        self.detail, self.strip = ContactDetail(kit), CorrectStrip(kit, services, tasks)
        self.below, self._body = QStackedWidget(), QVBoxLayout()
        self.saving = Saving(self.bar, self.name_strip, services.saved_filters, services.clock, tasks, self)
        self.out = TakingOut(kit.words, self.table, self.model, services, slow_tasks or tasks)
        self.export_strip, self.foot = ExportStrip(kit), Foot(kit, KEYS)
        self._arrange()
        self.setFocusProxy(self.table)
        self._connect(watcher)

    @property
    def widget(self) -> QWidget:
        return self

    def focus_first(self) -> None:
        self.table.setFocus(Qt.FocusReason.ShortcutFocusReason)

    @property
    def head_height(self) -> int:
        """How far down the filters reach, which go over the whole width."""
        return self.bar.height()

    def leave_room(self, width: int) -> None:
        """Keep so much free at the right below the filters, where a paper of the record is shown."""
        self._body.setContentsMargins(0, 0, width, 0)

    def sign_in(self, staff: Staff) -> None:
        """Let somebody's filters be here, and corrections be theirs."""
        self._may_see_all = staff.role.manages_staff
        self.export_strip.hide()
        for part in (self.saving, self.strip, self.out):
            part.sign_in(staff.id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._fresh:
            self._refresh()
        self._tasks.run(lambda: self._services.contact_browser.topics(MOST_TOPICS), self._offer_topics, latest=TOPICS)

    def _connect(self, watcher: Watcher) -> None:
        words, table, model = self.kit.words, self.table, self.model
        words.changed.connect(self._renew_foot)
        self.bar.changed.connect(lambda: model.show(self.bar.wanted))
        self.bar.field.entered.connect(self._to_table)
        self.bar.field.left.connect(self.focus_first)
        self.saving.done.connect(self.focus_first)
        model.counted.connect(self._on_counted)
        model.searching.connect(lambda _: self._renew_foot())
        model.dataChanged.connect(lambda *_: self._on_row(table.currentIndex().row()))
        table.moved.connect(self._on_row)
        table.opened.connect(self._on_open)
        table.digit.connect(self.saving.choose)
        table.picks_changed.connect(self._renew_foot)
        table.left.connect(self._leave)
        self.strip.left.connect(self._close_strip)
        self.export_strip.left.connect(self.focus_first)
        self.export_strip.chosen.connect(self.out.ask_for_file)
        self.strip.saved.connect(lambda _: model.refresh())
        self.out.told.connect(lambda name, gaps: self.foot.remark.set_text(words(name, **gaps)))
        watcher.changed.connect(self._on_news)
        self._bind()

    def _bind(self) -> None:
        bind_commands(self, Scope.LOG, {
            "find_contacts": self._to_field,
            "filter_by": self._open_menu,
            "correct_contact": self.correct,
            "save_filter": self.saving.begin,
            "print_log": lambda: self.print_asked.emit(self.out.paper()),
            "export_contacts": self.export,
            "pick_all": self.table.selectAll,
        })  # fmt: skip
        self._held = Reveal(self)
        self._held.changed.connect(self._reveal)

    def export(self) -> None:
        """Take the contacts out as a table; who may have numbers in full is asked first."""
        if self._may_see_all:
            self.export_strip.open()
        else:
            self.out.ask_for_file()

    def correct(self) -> None:
        """Let the current contact be put right where it is."""
        if self._contact is not None:
            self._was_open = not self.below.isHidden() and self.below.currentWidget() is self.detail
            self.below.setCurrentWidget(self.strip)
            self.below.show()
            self.strip.open(self._contact)
            told = f"{self._contact.topic} {self._contact.note}"
            if mask_numbers_in(told, self.kit.words.language) != told:
                self._tell_looked(self._contact)  # a text can only be put right as it was written

    def _open_menu(self, place: int) -> None:
        (*self.bar.buttons.values(), self.bar.saved)[place].open_menu()

    def _to_field(self) -> None:
        self.bar.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.bar.field.selectAll()

    def _to_table(self) -> None:
        self.bar.settle()
        self.focus_first()

    def _close_strip(self) -> None:
        self.below.setCurrentWidget(self.detail)
        self.below.setVisible(self._was_open)
        if self._was_open:
            self._show_in_full()
        self.focus_first()

    def _leave(self) -> None:
        """Go one step back: stop an export, give up what is picked, close what is open, then give up the filter."""
        if self.out.stop():
            return
        if self.table.picked_count:
            self.table.clearSelection()
        elif self.below.isVisible():
            self.below.hide()
        else:
            self.bar.clear()

    def _reveal(self, on: bool) -> None:
        """Show the contact in full while the keys are held, and put that on record."""
        self.detail.reveal(on)
        if on and self._contact is not None:
            self._show_in_full()
            self.below.show()
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

    def _offer_topics(self, topics: list[str]) -> None:
        self.bar.topics = topics

    def _on_counted(self) -> None:
        self.bar.staff = self.model.staff()
        self._renew_foot()

    def _renew_foot(self) -> None:
        words, picked, said = self.kit.words, self.table.picked_count, self._count_said()
        parts = [said, words("log.picked", count=f"{picked:,}") if picked else "", *self.bar.tags]
        self.foot.remark.set_text(" · ".join(filter(None, parts)))
        empty = "log.empty" if self.bar.wanted.everything else "log.nothing_fits"
        waiting = self.model.rowCount() or self.model.waiting or not self.model.complete
        self.table.say_empty("" if waiting else words(empty))

    def _count_said(self) -> str:
        """Say how many fit, as far as that is known."""
        words, count = self.kit.words, self.model.rowCount()
        if self.model.waiting:
            return words("log.searching")
        return (
            counted(words, "log.count", count) if self.model.complete else words("log.count_so_far", count=f"{count:,}")
        )

    def _on_row(self, row: int) -> None:
        contact = self.model.contact(row)
        if contact == self._contact:
            return
        self._contact = contact
        if contact is not None and self._held.shown:
            self._tell_looked(contact)
        if not self.below.isHidden():
            self._show_in_full()

    def _show_in_full(self) -> None:
        """Show the current contact below; while nothing is open there, moving about costs nothing."""
        contact = self._contact
        self._show(contact, ())
        if contact is not None and contact.articles:
            self._ask_titles(contact)

    def _ask_titles(self, contact: Contact) -> None:
        def work() -> tuple[tuple[str, str], ...]:
            found = ((code, self._services.knowledge.by_code(code)) for code in contact.articles)
            return tuple((article.title, article.title_en) if article else (code, "") for code, article in found)

        self._tasks.run(work, partial(self._show_titles, contact), latest=TITLES)

    def _show_titles(self, contact: Contact, titles: tuple[tuple[str, str], ...]) -> None:
        if contact == self._contact:
            self._show(contact, titles)

    def _show(self, contact: Contact | None, titles: tuple[tuple[str, str], ...]) -> None:
        shown = ContactInFull(contact, self.model.name_of, titles) if contact else None
        self.detail.show_contact(shown)

    def _on_open(self, row: int) -> None:
        """Open the contact below; where it is open, the person it was with."""
        contact = self.model.contact(row)
        if not self.below.isVisible():
            self.below.setCurrentWidget(self.detail)
            self._show_in_full()
            self.below.show()
            self.table.scrollTo(self.table.currentIndex())
        elif contact is not None and contact.person_id:
            self.person_asked.emit(contact.person_id)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        self.space(column)
        self.below.addWidget(self.detail)
        self.below.addWidget(self.strip)
        self.below.setSizePolicy(self.below.sizePolicy().horizontalPolicy(), self.below.sizePolicy().Policy.Maximum)
        self.below.hide()
        self._body.setContentsMargins(0, 0, 0, 0)
        self._body.setSpacing(0)
        column.addWidget(self.bar)
        column.addLayout(self._body, 1)
        for widget in (self.name_strip, self.export_strip, self.heading, self.table, self.below, self.foot):
            self._body.addWidget(widget, int(widget is self.table))
