"""Who looked at whom: for supervisors only, newest first, by member of staff and by day."""

from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QHeaderView

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.collation import sort_key
from frontdesk.domain.staff import Staff
from frontdesk.domain.thai_dates import DateStyle, format_date, format_moment
from frontdesk.services.audit import Audit, AuditEntry
from frontdesk.services.ports import Clock
from frontdesk.services.security import Security
from frontdesk.ui.contact_words import staff_name
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.section import Section
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.choice import ChoiceList, Option
from frontdesk.ui.widgets.form import Labelled, Sentence
from frontdesk.ui.widgets.text_table import TextTable

COLUMNS = ("when", "who", "what", "whose", "where")
DAYS_BACK = 31
ON_A_PAGE = (AuditKind.REVEAL, AuditKind.COPY)
Read = tuple[tuple[AuditEntry, ...], list[Staff]]


class LooksTable(TextTable):
    """One event a row."""

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, "privacy.looks")
        self._entries: tuple[AuditEntry, ...] = ()
        self.setMinimumHeight(kit.theme.px(360))
        kit.words.changed.connect(self._fill)

    def show_entries(self, entries: tuple[AuditEntry, ...]) -> None:
        self._entries = entries
        self._fill()

    def _fill(self) -> None:
        words = self.kit.words
        self.grid.fill([words(f"privacy.{name}") for name in COLUMNS], [self._row(one) for one in self._entries])
        self.horizontalHeader().setSectionResizeMode(COLUMNS.index("whose"), QHeaderView.ResizeMode.Stretch)

    def _row(self, entry: AuditEntry) -> tuple[str, ...]:
        words, event = self.kit.words, entry.event
        who = staff_name(words, entry.staff) if entry.staff else words("privacy.terminal")
        if event.kind in ON_A_PAGE:
            whose, where = entry.whose or words("privacy.nobody_known"), words(f"privacy.on_{event.detail}")
        else:
            kind, _, count = event.detail.partition(" ")
            whose, where = words("privacy.many", count=f"{int(count or 0):,}", what=words(f"privacy.of_{kind}")), ""
        when = format_moment(event.at, words.language, DateStyle.SHORT)
        return when, who, words(f"privacy.kind_{event.kind.value}"), whose, where


class LooksSection(Section):
    """The list is read when the part comes to the front, and whenever another choice is made."""

    id, icon, widest = "looks", "eye", 980

    def __init__(self, kit: Kit, audit: Audit, security: Security, clock: Clock, tasks: Tasks) -> None:
        super().__init__(kit)
        self._audit, self._security, self._clock, self._tasks = audit, security, clock, tasks
        self._me: Staff | None = None
        self.staff, self.day = ChoiceList(kit, "privacy.who"), ChoiceList(kit, "privacy.day")
        self.state, self.table = Sentence(kit, boxed=True), LooksTable(kit)
        self.add_text("privacy.looks_note")
        self.add(self.state)
        self.add_left(Labelled(kit, "privacy.who", self.staff), Labelled(kit, "privacy.day", self.day))
        self.add(self.table)
        for choice in (self.staff, self.day):
            choice.setFixedWidth(kit.theme.px(220))
            choice.chosen.connect(lambda _: self._read())
        kit.words.changed.connect(self._offer_days)
        self._offer_days()

    def sign_in(self, staff: Staff) -> None:
        self._me = staff
        self.table.show_entries(())
        for part in (self.staff, self.day, self.table):
            part.setEnabled(staff.role.manages_staff)

    def refresh(self) -> None:
        self.state.clear()
        if self._me is not None and self._me.role.manages_staff:
            self._offer_days()
            self._read()
        else:
            self.state.say("errors.not_allowed", "note")

    def _read(self) -> None:
        if self._me is not None:
            day = date.fromisoformat(self.day.value) if self.day.value else None
            work = partial(self._gather, self._me.id, self.staff.value, day)
            self._tasks.run(work, self._show, self.state.say_error, latest="looks")

    def _gather(self, by: str, staff: str, day: date | None) -> Read:
        return self._audit.entries(by, staff, day), self._security.register()

    def _show(self, read: Read) -> None:
        entries, register = read
        known = sorted(register, key=lambda one: sort_key(one.name))
        everybody = Option("", "privacy.everybody")
        options = (everybody, *(Option(one.id, staff_name(self.kit.words, one), literal=True) for one in known))
        self.staff.set_options(options, self.staff.value)
        self.table.show_entries(entries)
        if entries:
            self.state.clear()
        else:
            self.state.say("privacy.no_looks")

    def _offer_days(self) -> None:
        """Offer every day of the last month, today first."""
        today = self._clock.today()
        days = (today - timedelta(days=back) for back in range(DAYS_BACK))
        named = (Option(day.isoformat(), format_date(day, self.kit.words.language), literal=True) for day in days)
        self.day.set_options((Option("", "privacy.every_day"), *named), self.day.value)
