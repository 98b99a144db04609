"""The contacts that are open at the desk: the one in hand, and those that wait."""

from collections.abc import Callable, Collection
from dataclasses import replace
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal

from frontdesk.domain import drafts
from frontdesk.domain.contacts import Channel, Contact, Feedback, Outcome
from frontdesk.domain.drafts import Draft
from frontdesk.domain.errors import DeskError
from frontdesk.domain.gaps import Gap
from frontdesk.domain.ids import new_id
from frontdesk.domain.transfers import Transfer
from frontdesk.services.ports import Clock
from frontdesk.ui.pages.desk.autosave import Autosave
from frontdesk.ui.tasks import Tasks


class Log(Protocol):
    """What the session needs of the contact log."""

    def log(self, draft: Draft, outcome: Outcome) -> Contact: ...
    def withdraw(self, contact_id: str, by: str) -> None: ...
    def save_draft(self, draft: Draft) -> Draft: ...
    def drop_draft(self, draft_id: str) -> None: ...
    def drafts(self, staff: str = "") -> list[Draft]: ...


class DeskSession(QObject):
    """Every change of an open contact goes through here, and is saved from here.

    ``changed``: the contact in hand has a new state. ``switched``: another contact, or none, is
    in hand. ``waiting_changed``: the list of waiting ones. ``saved``: everything typed is on disk.
    ``logged``: a contact is on the record. ``withdrawn``: it is back in hand. ``failed``: a
    ``DeskError``; what it was about is still in hand or waiting. ``ending``: a contact is being logged, with the
    draft and how it ends.
    """

    changed = Signal()
    switched = Signal()
    waiting_changed = Signal()
    saved = Signal()
    logged = Signal(object)
    withdrawn = Signal()
    failed = Signal(object)
    ending = Signal(object, object)

    def __init__(self, log: Log, clock: Clock, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log, self._clock, self._tasks = log, clock, tasks
        self._staff = ""
        self._draft: Draft | None = None
        self._waiting: tuple[Draft, ...] = ()
        self._last: Draft | None = None
        self.elsewhere: Callable[[], Collection[str]] = frozenset
        """Which drafts the same member of staff has open in another window; they stay there."""
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._save)

    @property
    def staff(self) -> str:
        """The id of whoever is signed in."""
        return self._staff

    @property
    def draft(self) -> Draft | None:
        """The contact in hand; None before the first key."""
        return self._draft

    @property
    def waiting(self) -> tuple[Draft, ...]:
        """The contacts that wait, in the order they were put aside."""
        return self._waiting

    @property
    def open_drafts(self) -> tuple[Draft, ...]:
        """The contact in hand and those that wait."""
        return (*self._waiting, self._draft) if self._draft is not None else self._waiting

    @property
    def unsaved(self) -> bool:
        return self._autosave.pending

    @property
    def can_undo(self) -> bool:
        """Tell whether a contact was logged that can still be taken back."""
        return self._last is not None

    def sign_in(self, staff_id: str) -> None:
        """Take over the desk: what this one left open comes back, the newest in hand."""
        self.sign_out()
        self._staff = staff_id
        self._tasks.run(lambda: self._log.drafts(staff_id), self._restore, self.failed.emit, "drafts")

    def sign_out(self) -> None:
        """Save and put away everything; the drafts stay this one's."""
        self._autosave.flush()
        self._last, self._waiting = None, ()
        self.waiting_changed.emit()
        self._take(None)
        self._staff = ""

    def type_query(self, text: str) -> None:
        self._store(drafts.typed(self._draft or self._fresh(), text))

    def set_number(self, text: str) -> None:
        """Set the caller's number; another number is another caller."""
        draft = self._draft or self._fresh()
        self._store(replace(draft, number=text, person_id="" if text != draft.number else draft.person_id))

    def set_person(self, person_id: str, number: str = "") -> None:
        """Say who the caller is; a number is only taken where none is known yet."""
        draft = drafts.chosen(self._draft or self._fresh())
        self._store(replace(draft, person_id=person_id, number=draft.number or number))

    def set_topic(self, text: str) -> None:
        self._edit(topic=text, topic_typed=bool(text.strip()))

    def set_note(self, text: str) -> None:
        self._edit(note=text)

    def set_channel(self, channel: Channel) -> None:
        """Choose the channel; on an empty desk this begins a contact."""
        self._edit(channel=channel)

    def set_feedback(self, feedback: Feedback) -> None:
        """Note a compliment or a complaint; the same one again takes it back."""
        draft = self._draft or self._fresh()
        self._store(replace(draft, feedback=None if draft.feedback is feedback else feedback))

    def use(self, code: str, title: str, meant: str = "") -> None:
        """Make an answer part of the contact, with the words that found it as they were understood."""
        self._store(drafts.used(self._draft or self._fresh(), code, title, self._clock.now(), meant))

    def resume(self, contact: Contact) -> None:
        """Go on where an earlier contact was: with its caller and, if none is known yet, its topic."""
        draft = drafts.chosen(self._draft or self._fresh())
        number, topic = draft.number or contact.number, draft.topic or contact.topic
        self._store(replace(draft, person_id=contact.person_id or draft.person_id, number=number, topic=topic))

    def take_up(self, contact: Contact) -> None:
        """Go on where a contact broke off, with everything that was typed and used in it."""
        self._store(drafts.taken_up(self._draft or self._fresh(), contact))

    def flag(self, code: str) -> None:
        """Mark an answer as wrong or old, or take the mark back."""
        self._store(drafts.flagged(self._draft or self._fresh(), code))

    def could_not_answer(self) -> None:
        """Note that the desk had no answer, or take that back."""
        self._store(drafts.could_not_answer(self._draft or self._fresh()))

    def pass_on(self, transfer: Transfer) -> None:
        """Write down to whom the contact in hand is passed on; it counts once it ends so."""
        self._edit(transfer=transfer)

    def note_gap(self, gap: Gap) -> None:
        """Keep what could not be answered, in the caller's words, and who should know."""
        self._edit(gap=gap, unanswered=True)

    def mask_ids(self) -> bool:
        """Mask national IDs in everything typed; tell whether there were any."""
        found = self._draft is not None and drafts.holds_national_id(self._draft)
        if found and self._draft is not None:
            self._store(drafts.without_national_ids(self._draft))
        return found

    def searched(self) -> None:
        """Keep the words in the box as words that led to a choice."""
        if self._draft is not None:
            self._store(drafts.searched(self._draft, self._draft.query))

    def next(self) -> None:
        """Put the contact in hand aside as a tab and be ready for the next."""
        self._park()
        self._take(None)

    def open(self, draft_id: str) -> None:
        """Take a waiting contact in hand; the present one waits in its place."""
        wanted = next((d for d in self._waiting if d.id == draft_id), None)
        if wanted is None:
            return
        self._waiting = tuple(d for d in self._waiting if d.id != draft_id)
        self._park()
        self.waiting_changed.emit()
        self._take(wanted)

    def name_waiting(self, draft_ids: Collection[str], person_id: str) -> None:
        """Say who is with waiting contacts; what is stored of them says so already."""
        self._waiting = tuple(replace(d, person_id=person_id) if d.id in draft_ids else d for d in self._waiting)
        self.waiting_changed.emit()

    def open_next(self) -> None:
        """Take in hand whoever has waited longest; asked again and again, this goes round."""
        if self._waiting:
            self.open(self._waiting[0].id)

    def discard(self) -> None:
        """End a contact in which nothing was entered."""
        if self._draft is not None and self._draft.blank:
            draft_id = self._draft.id
            self._take(None)
            self._write(lambda: self._log.drop_draft(draft_id))

    def finish(self, outcome: Outcome) -> None:
        """Log the contact in hand. The desk is free at once; a failure brings the contact back."""
        draft = self._draft
        if draft is None:
            return
        self._autosave.settle()
        self._take(None)
        self._tasks.run(
            lambda: self._log.log(draft, outcome),
            lambda contact: self._after_log(draft, contact),
            lambda error: self._bring_back(draft, error),
        )
        self.ending.emit(draft, outcome)

    def undo(self) -> None:
        """Withdraw the contact that was just logged and open it again as it was."""
        draft, self._last = self._last, None
        if draft is None:
            return
        again, by = replace(draft, id=new_id()), self._staff

        def work() -> Draft:
            self._log.withdraw(draft.id, by)
            return self._log.save_draft(again)

        self._tasks.run(work, lambda _: self._reopen(again), self.failed.emit)

    def forget_undo(self) -> None:
        """Let the last contact rest: it can no longer be taken back."""
        self._last = None

    def close(self) -> None:
        """Save what waits to be saved; called before the data thread is closed."""
        self._autosave.flush()

    def _edit(self, **values: Any) -> None:
        self._store(replace(self._draft or self._fresh(), **values))

    def _fresh(self) -> Draft:
        return drafts.begin(self._staff, self._clock.now())

    def _store(self, draft: Draft) -> None:
        if draft == self._draft:
            return
        began, self._draft = self._draft is None, draft
        self._autosave.touch()
        (self.switched if began else self.changed).emit()

    def _take(self, draft: Draft | None) -> None:
        self._autosave.flush()
        self._draft = draft
        self.switched.emit()

    def _park(self) -> None:
        self._autosave.flush()
        if self._draft is not None and not self._draft.blank:
            self._waiting = (*self._waiting, self._draft)
            self.waiting_changed.emit()
        self._draft = None

    def _save(self) -> None:
        draft = self._draft
        if draft is not None:
            self._write(lambda: self._log.save_draft(draft))

    def _write(self, work: Callable[[], object]) -> None:
        self._tasks.run(work, lambda _: self._tell_saved(), self.failed.emit)

    def _tell_saved(self) -> None:
        if not self.unsaved:
            self.saved.emit()

    def _restore(self, kept: list[Draft]) -> None:
        elsewhere = self.elsewhere()
        found = [draft for draft in kept if draft.id not in elsewhere]
        newest = max(found, key=lambda d: d.updated_at or d.started_at, default=None)
        self._waiting = tuple(d for d in found if d is not newest)
        self.waiting_changed.emit()
        if self._draft is None:
            self._take(newest)
        elif newest is not None:
            self._waiting = (*self._waiting, newest)

    def _after_log(self, draft: Draft, contact: Contact) -> None:
        self._last = draft
        self.logged.emit(contact)

    def _bring_back(self, draft: Draft, error: DeskError) -> None:
        self._reopen(draft)
        self._autosave.touch()
        self.failed.emit(error)

    def _reopen(self, draft: Draft) -> None:
        self._park()
        self._take(draft)
        self.withdrawn.emit()
