"""The desk: one page, put together from its parts."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.articles import Article
from frontdesk.domain.audit import AuditKind
from frontdesk.domain.promises import DueCounts, Promise
from frontdesk.domain.staff import Particle, Staff
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.minutes import Minutes
from frontdesk.ui.pages.desk.answer_reader import AnswerReader
from frontdesk.ui.pages.desk.attach_control import AttachControl
from frontdesk.ui.pages.desk.box_control import BoxControl
from frontdesk.ui.pages.desk.caller import Caller, CallerState
from frontdesk.ui.pages.desk.contact_control import ContactControl
from frontdesk.ui.pages.desk.gap.control import GapControl
from frontdesk.ui.pages.desk.keys import desk_keys
from frontdesk.ui.pages.desk.newcomer import Newcomer
from frontdesk.ui.pages.desk.promise.broken_off import BrokenOffControl
from frontdesk.ui.pages.desk.promise.control import PromiseControl
from frontdesk.ui.pages.desk.results import Results
from frontdesk.ui.pages.desk.row_builder import nothing_known
from frontdesk.ui.pages.desk.rows import AnswerRow, DueRow, PersonRow, Row, ShortRow
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice
from frontdesk.ui.pages.desk.services import DeskServices
from frontdesk.ui.pages.desk.session import DeskSession
from frontdesk.ui.pages.desk.tabs import OpenTabs
from frontdesk.ui.pages.desk.transfer.control import TransferControl
from frontdesk.ui.pages.desk.view import DeskView
from frontdesk.ui.reveal import Reveal
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks

GLANCE_MS = 60
"""How long a row stands before its answer is read, while better rows may still come."""
NEXT_TURN_MS = 1
"""The next turn of the event loop: 0 would still be in this one, right after the rows are painted."""


class DeskPage(QWidget):
    """Implements ``Page``. ``tabs_changed`` carries the tabs and the id of the one in hand;
    ``edit_asked`` the id of an answer that somebody wants to change; ``looked`` an ``AuditKind`` and whose data
    it was.
    """

    page_id = "desk"
    tabs_changed = Signal(object, str)
    edit_asked = Signal(str)
    looked = Signal(object, str)

    def __init__(
        self, kit: Kit, services: DeskServices, tasks: Tasks, search: SearchClient, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kit, self._services, self._tasks, self._search = kit, services, tasks, search
        self._voice = Voice(kit.words.language, Particle.KHA, services.clock.today())
        self.session = DeskSession(services.contact_log, services.clock, tasks, self)
        self.caller = Caller(self.session, services.people_book, services.people, tasks, self)
        self.results = Results(search, services.knowledge, services.directory, tasks, self)
        self.reader = AnswerReader(services.knowledge, services.directory, services.people_book, tasks, self)
        self.view = DeskView(kit, services, self._voice, self)
        self.box = BoxControl(self.view, self.session, self.results, self.caller, self)
        self.contact = ContactControl(self.view, self.session, self.results, self)
        self.newcomer = Newcomer(
            self.view, self.session, self.results, self.caller, self.box, services.new_people, tasks, self
        )
        self.attach = AttachControl(self.view, self.session, self.caller, self.box, services.attaching, tasks, self)
        self.transfer = TransferControl(
            self.view, self.session, self.results, self.box, self.contact, services.transfers, tasks, self
        )
        self.promise = PromiseControl(self.view, self.session, services.promises, services.people, tasks, self)
        self.broken_off = BrokenOffControl(self.view, self.session, self.box, services.promises, tasks, self)
        self.gap = GapControl(
            self.view, self.session, self.results, self.contact, services.gaps, services.promises, self.promise, tasks,
            self,
        )  # fmt: skip
        self._glance, self._read_for = QTimer(self, singleShot=True), ""
        self._turn = QTimer(self, singleShot=True, interval=NEXT_TURN_MS)
        self.tabs = OpenTabs(self.session, self.caller, services.people_book, tasks, kit.words, self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.view)
        self.minutes = Minutes(services.clock, self)
        self._connect()

    @property
    def widget(self) -> QWidget:
        return self

    def focus_first(self) -> None:
        """Return to the box, from anywhere."""
        self.view.panes.show_list()
        self.contact.end_finish()
        self.view.box.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sign_in(self, staff: Staff) -> None:
        """Let somebody work here: their drafts, their particle, their recent answers."""
        self.set_speaker(staff)
        self.results.reload(staff.id)
        self.session.sign_in(staff.id)

    def set_speaker(self, staff: Staff) -> None:
        """Greet and speak as this one, at the place as it is now called."""
        self._voice = replace(self._voice, particle=staff.particle)
        self._speak()
        self._tasks.run(self._services.site.get, lambda site: self.view.greeting.set_place(site, staff))

    def sign_out(self) -> None:
        """Put everything away; drafts stay with whoever began them."""
        self.session.sign_out()

    def next_contact(self) -> None:
        """Put the contact in hand aside and be ready for the next."""
        self.session.next()
        self.focus_first()

    def refresh(self) -> None:
        """Read again what may have changed; cursor, words and selection stay."""
        if self.session.staff:
            self.results.reload(self.session.staff)
        self.reader.refresh()
        self.caller.refresh()

    def renew_people(self) -> None:
        """Read those in the list again who may have changed; the rows and the selection stay."""
        ids = [match.person.id for match in self.results.listing.people]
        if ids:
            work = partial(self._services.people_book.by_ids, ids)
            self._tasks.run(work, self.results.renew, latest="people rows")

    def show_due(self, counts: DueCounts, urgent: Sequence[Promise]) -> None:
        """Show what is owed today while the box is empty."""
        now = self._services.clock.now()
        self.results.show_due(tuple(DueRow(one, now) for one in urgent), counts.due)

    def look_at_clock(self) -> None:
        """Say who is there as of now; nothing moves."""
        self.view.list.set_moment(self._services.clock.now())
        self.reader.refresh()
        self.caller.refresh()

    def close_down(self) -> None:
        """Save what is not saved yet, before the data thread ends."""
        self.session.close()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let Ctrl+Z take a logged contact back while that is offered, even from a field."""
        can_undo = self.session.can_undo or self.newcomer.can_undo or self.attach.can_undo
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Undo) and can_undo:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            return event.type() == QEvent.Type.KeyPress and self.undo()
        return super().eventFilter(watched, event)

    def undo(self) -> bool:
        """Take back what was done last, while that is offered; tell whether it was."""
        return self.attach.undo() or self.newcomer.undo() or self.contact.undo()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.back()
        else:
            super().keyPressEvent(event)

    def back(self) -> None:
        """Go one step back: from the live keys, to the box, to an empty box, to no contact."""
        if self.transfer.shown or self.gap.shown:
            self.transfer.leave(by_key=True)
            self.gap.leave()
            return
        if self.contact.end_finish():
            return
        if not self.view.box.hasFocus():
            self.focus_first()
        elif self.view.box.text():
            self.box.set_text("")
        else:
            self.session.discard()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.view.set_low(self.height())

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Let Tab show the other pane where only one is seen."""
        if self.view.panes.narrow and self.view.box.hasFocus():
            self.view.panes.swap()
            return True
        return super().focusNextPrevChild(forward)

    def _connect(self) -> None:
        self.caller.changed.connect(self._show_caller)
        self.reader.changed.connect(lambda _: self._show_answer())
        self.session.changed.connect(self._show_answer)
        self.session.switched.connect(self._show_answer)
        self.box.looked_at.connect(self._on_row)
        self._glance.timeout.connect(self._turn.start)  # once more, and whatever is due by now comes first
        self._turn.timeout.connect(self._look_at_current)
        self.results.settled.connect(lambda: self._glance.start(NEXT_TURN_MS))
        self.results.settled.connect(self._show_answer)
        self.results.titles.read.connect(self._speak)
        self.tabs.changed.connect(self.tabs_changed)
        self._search.state.connect(self.box.say_state)
        self._search.progress.connect(self.box.say_progress)
        self.session.logged.connect(lambda _: self.results.reload(self.session.staff))
        self.view.strip.status.undo_asked.connect(self.undo)
        self.view.who.accepted.connect(self.caller.confirm)
        self.view.who.refused.connect(self.caller.refuse)
        for forget in (self.newcomer.forget, self.session.forget_undo):
            self.attach.done.connect(forget)
        self._kit.words.changed.connect(self._speak)
        self.minutes.passed.connect(self.look_at_clock)
        Reveal(self).changed.connect(self._reveal)
        self.view.bar.number.entered.connect(self.focus_first)
        self.view.bar.number.seen.connect(partial(self._tell_number, AuditKind.REVEAL))
        for copied in (self.view.bar.number.copied, self.transfer.copied):
            copied.connect(partial(self._tell_number, AuditKind.COPY))
        strip, asking = self.view.strip, self.view.promise
        for field in (
            self.view.box, self.view.bar.number, strip.topic, strip.note, self.view.list, asking.due, asking.whom
        ):  # fmt: skip
            field.installEventFilter(self)
        bind_commands(self, Scope.DESK, desk_keys(self))
        self.view.list.set_moment(self._services.clock.now())
        self._speak()
        self._show_caller(self.caller.state)

    def _speak(self) -> None:
        language, today = self._kit.words.language, self._services.clock.today()
        self._voice = replace(self._voice, language=language, today=today, departments=self.results.titles.departments)
        self.view.list.set_voice(self._voice)
        self.view.answer.set_voice(self._voice)
        self.transfer.set_voice(self._voice)

    def _on_row(self, row: Row | None) -> None:
        """Show at once what a person chose; else let the rows be painted first, and better ones come."""
        if row is None or self.view.list.picked:
            self._look_at(row)
        else:
            self._glance.start(NEXT_TURN_MS if self.results.complete else GLANCE_MS)

    def _look_at_current(self) -> None:
        self._look_at(self.view.list.current_row())

    def _look_at(self, row: Row | None) -> None:
        """Show in full what is selected in the list."""
        self._glance.stop()
        self._turn.stop()
        match row:
            case AnswerRow(answer=answer):
                self._read(answer.article)
            case ShortRow(article=article):
                self._read(article)
            case None:
                self._read(None)
            case _ if self._read_for != self.results.listing.query or not self._still_found:
                self._read(None)  # it answered other words: nobody may read it out, or flag it
            case _:
                pass
        if isinstance(row, PersonRow):
            self.caller.preview(row.match.person.id)
        else:
            self.caller.end_preview()

    @property
    def _still_found(self) -> bool:
        """Whether the answer in view is one of those found, also behind "more", or on the empty desk."""
        found = {answer.article.id for answer in self.results.listing.answers}
        listed = {row.key[1] for row in self.view.list.rows}
        return self.reader.detail is None or self.reader.detail.article.id in found | listed

    def _reveal(self, on: bool) -> None:
        """Show everything in full while the keys are held, and put that on record."""
        card = self.caller.state.card
        seen = (self._whose_number if self.view.bar.number.number else "", card.person.id if card else "")
        for subject in dict.fromkeys(filter(None, seen if on else ())):
            self.looked.emit(AuditKind.REVEAL, subject)
        self.view.bar.number.reveal(on)
        self.view.who.reveal(on)

    @property
    def _whose_number(self) -> str:
        """The id of the person whose number stands in the field, or of the contact where nobody is known."""
        draft = self.session.draft
        return (draft.person_id or draft.id) if draft else ""

    def _tell_number(self, kind: AuditKind) -> None:
        self.looked.emit(kind, self._whose_number)

    def _read(self, article: Article | None) -> None:
        self._read_for = self.results.listing.query
        self.reader.show(article)

    def _show_caller(self, state: CallerState) -> None:
        self.view.who.show_state(state, self._services.clock.today())

    def _show_answer(self) -> None:
        detail, draft = self.reader.detail, self.session.draft
        flagged = bool(detail and draft and detail.article.code in draft.flagged)
        self.view.answer.show_detail(detail, flagged, bool(draft and draft.unanswered))
        if self.results.complete:  # until then what was said last stays, so that nothing flickers
            self.view.greeting.show_missing(nothing_known(self.results.listing), bool(draft and draft.unanswered))
        self.view.show_answer(detail is not None)
