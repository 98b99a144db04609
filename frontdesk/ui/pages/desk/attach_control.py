"""Giving the number of the contact in hand to whoever it proves to be: asked first, and taken back with one key."""

from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from frontdesk.domain.caller_ids import withheld
from frontdesk.domain.drafts import Draft
from frontdesk.domain.numbers import looks_like_number, parse_number
from frontdesk.domain.people import Person
from frontdesk.services.attaching import Attached, Attaching, AttachPreview, same_number
from frontdesk.ui.pages.desk.box_control import BoxControl
from frontdesk.ui.pages.desk.caller import Caller, CallerState
from frontdesk.ui.pages.desk.session import DeskSession
from frontdesk.ui.pages.desk.view import DeskView
from frontdesk.ui.tasks import Tasks

CHANNEL, HINT = "attach", "attach hint"


class AttachControl(QObject):
    """``done`` follows every number that was given to somebody; nothing done before can be undone then."""

    done = Signal()

    def __init__(
        self, view: DeskView, session: DeskSession, caller: Caller, box: BoxControl, attaching: Attaching, tasks: Tasks,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._view, self._session, self._caller, self._box = view, session, caller, box
        self._attaching, self._tasks = attaching, tasks
        self._undo: tuple[Attached, Draft | None] | None = None
        self._told = ("", "")
        view.attach.accepted.connect(self._attach)
        view.attach.left.connect(self._leave)
        caller.changed.connect(self._look)
        view.strip.status.gone.connect(self.forget)
        view.strip.status.gone.connect(lambda: self._look(caller.state))
        session.logged.connect(self.forget)
        session.switched.connect(self._follow)
        box.new_person_used.connect(self.forget)

    @property
    def can_undo(self) -> bool:
        """Tell whether a number was just given to somebody."""
        return self._undo is not None

    def ask(self) -> None:
        """Show what giving the caller's number to the one in view would do."""
        card = self._caller.state.card
        if card is None:
            self._view.strip.status.tell(self._view.kit.words("attaching.no_person"))
            return
        look = partial(self._attaching.preview, self._number(card.person), card.person.id)
        self._tasks.run(look, self._show, self._session.failed.emit, CHANNEL)

    def undo(self) -> bool:
        """Take the number and the earlier contacts back; tell whether there was anything to take back."""
        if self._undo is None:
            return False
        (attached, before), self._undo = self._undo, None
        take_back = partial(self._attaching.take_back, attached, self._session.staff)
        self._tasks.run(take_back, lambda _: self._caller.refresh(), self._session.failed.emit)
        draft = self._session.draft
        if draft is not None and before is not None and draft.id == before.id:
            self._session.set_person(before.person_id)
        self._session.name_waiting(attached.draft_ids, "")
        self._view.strip.status.tell(self._view.kit.words("attaching.taken_back"))
        return True

    def forget(self) -> None:
        """Let the number stay: it can no longer be taken back with a key."""
        self._undo = None

    def _number(self, person: Person) -> str:
        """Return the number that is meant: the one in the box, else that of the contact, unless it is theirs."""
        draft = self._session.draft
        typed = [text for text in (self._view.box.text().strip(), draft.number if draft else "") if text]
        numbers = [text for text in typed if looks_like_number(text) and not withheld(text)]
        return next((text for text in numbers if not _has(person, text)), numbers[0] if numbers else "")

    def _show(self, preview: AttachPreview) -> None:
        self._view.attach.show_preview(preview)
        self._view.show_attach(True)
        self._view.attach.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _leave(self, by_key: bool) -> None:
        self._view.attach.show_preview(None)
        self._view.show_attach(False)
        if by_key:
            self._view.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _attach(self) -> None:
        preview = self._view.attach.shown
        if preview is None:
            return
        self._leave(by_key=True)
        attach = partial(self._attaching.attach, preview.number.raw, preview.person.id, self._session.staff)
        self._tasks.run(attach, partial(self._done, self._session.draft), self._session.failed.emit)

    def _done(self, before: Draft | None, attached: Attached) -> None:
        self._session.name_waiting(attached.draft_ids, attached.person_id)
        draft = self._session.draft
        if before is None or (draft is not None and draft.id == before.id):
            if self._caller.state.preview or looks_like_number(self._view.box.text()):
                self._box.set_text("")  # that was who, not what is asked
            self._session.set_person(attached.person_id, attached.number.raw)
            self._caller.refresh()
        self.done.emit()
        self._undo = attached, before
        words, count = self._view.kit.words, len(attached.contact_ids)
        name = "done_known" if attached.known else "done" if count else "done_number"
        said = words(f"attaching.{name}", count=f"{count:,}")
        self._view.strip.status.offer_undo(said)

    def _follow(self) -> None:
        """Ask about one contact only, and undo in that one only."""
        if self._view.attach.shown is not None:
            self._leave(by_key=True)
        draft = self._session.draft
        if self._undo is not None and draft is not None and draft.id != (self._undo[1].id if self._undo[1] else ""):
            self.forget()

    def _look(self, state: CallerState) -> None:
        """Look whether the number says something that the caller's card does not."""
        draft, card = self._session.draft, state.card
        if draft is None or card is None or state.preview or not looks_like_number(state.number):
            return
        if withheld(state.number):
            return
        asked = (draft.id, card.person.id)
        if asked != self._told and not self._view.strip.status.offers_undo:
            look = partial(self._attaching.preview, state.number, card.person.id)
            self._tasks.run(look, partial(self._tell, asked), lambda _: None, HINT)

    def _tell(self, asked: tuple[str, str], preview: AttachPreview) -> None:
        """Name the key, once for each contact and caller."""
        busy = self._view.strip.status.offers_undo or self._view.attach.isVisible()
        if not busy and (preview.earlier or not preview.known):
            self._told = asked
            name = "hint_known" if preview.known else "hint"
            self._view.strip.status.tell(self._view.kit.words(f"attaching.{name}", count=f"{len(preview.earlier):,}"))


def _has(person: Person, text: str) -> bool:
    number = parse_number(text)
    return any(same_number(number, own) for own in person.numbers)
