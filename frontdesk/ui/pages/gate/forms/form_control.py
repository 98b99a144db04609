"""What happens in the form of a visit: it is kept while it is typed, read while it is typed, and written down."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.typed_line import read_line
from frontdesk.domain.typed_visits import TypedVisit, VisitDraft, VisitForm
from frontdesk.domain.visits import Stay, Visit
from frontdesk.services.visit_entry import EntrySaved, VisitEntry
from frontdesk.services.visits import Visits
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.autosave import Autosave
from frontdesk.ui.pages.gate.forms.read_back import read_back
from frontdesk.ui.pages.gate.forms.visit_form import SAYING, VisitFormPane
from frontdesk.ui.tasks import Tasks

READ = "visit reading"


class FormControl(QObject):
    """``saved`` carries an ``EntrySaved``, ``closed`` how the form was left, by the name of a sentence or nothing.

    ``thrown`` carries what brings a form back that was thrown away, to be run on the data thread.
    ``typed`` carries a ``TypedVisit`` as it is typed; ``waiting`` how many forms were begun and are not in view.
    ``ask_first`` is given a draft and what writes it down; it may let somebody decide before.
    """

    saved = Signal(object)
    closed = Signal(str)
    thrown = Signal(object)
    typed = Signal(object)
    waiting = Signal(int)
    _restored = Signal(object)

    def __init__(
        self, kit: Kit, pane: VisitFormPane, entry: VisitEntry, visits: Visits, tasks: Tasks,
        place: Callable[[], str], parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._kit, self.pane, self._entry, self._visits, self._tasks = kit, pane, entry, visits, tasks
        self._place, self._staff, self._saving = place, "", False
        self.ask_first: Callable[[VisitDraft, Callable[[], None]], None] = lambda _, go: go()
        self.draft: VisitDraft | None = None
        self._drafts: list[VisitDraft] = []
        self._stay = Stay()
        self._autosave = Autosave(self)
        self._autosave.due.connect(self._keep)
        pane.edited.connect(self._on_edited)
        pane.accepted.connect(self.accept)
        pane.left.connect(self.leave)
        pane.thrown.connect(self.throw)
        pane.stepped.connect(self._step)
        kit.words.changed.connect(self._read)
        self._restored.connect(self._take_again, Qt.ConnectionType.QueuedConnection)

    @property
    def unsaved(self) -> bool:
        """Tell whether something typed is not on disk yet."""
        return self._autosave.pending

    def sign_in(self, staff: str) -> None:
        """Bring back the forms that somebody began."""
        self.flush()
        self.draft, self._staff = None, staff
        self._drafts = []
        self._tasks.run(partial(self._entry.waiting, staff), partial(self._bring_back, staff))
        self._tasks.run(self._visits.stay, self._know_stay)

    def begin(self, form: VisitForm, text: str = "", visit: Visit | None = None) -> None:
        """Open a form: for what stands in the box, or for a visit. With neither, a form left before goes on."""
        self.flush()
        if visit is not None and visit == Visit("", visit.day, visit.name):
            text, visit = visit.name, None  # nothing is known of them but what stands in the box
        waiting = [one for one in self._drafts if one.form is form and not one.typed.visit_id]
        if not text.strip() and visit is None and waiting:
            self._show(waiting[-1])
            return
        heard = read_line(text) if visit is None else self._entry.typed(visit)
        self._show(self._entry.begin(self._staff, form, heard))
        if visit is None and not heard.blank:
            self._on_edited()

    def accept(self) -> None:
        """Write the visit down; what cannot be read is said, and nothing is lost."""
        if self.draft is None or self._saving:
            return
        self.pane.host.settle()
        self._gather()
        self._keep()
        self.ask_first(self.draft, partial(self._save, self.draft.id))

    def _save(self, draft_id: str) -> None:
        """Write down what is still in view."""
        if self.draft is None or self.draft.id != draft_id or self._saving:
            return
        self._saving = True
        work = partial(self._entry.save, self.draft, self._staff, self._place())
        self._tasks.run(work, partial(self._on_saved, self.draft.id), self._on_failed)

    def leave(self) -> None:
        """Close the form; what was typed waits."""
        draft = self.draft
        self._close()
        kept = draft is not None and any(one.id == draft.id for one in self._drafts)
        self.closed.emit("gate_forms.draft_kept" if kept else "")

    def throw(self) -> None:
        """Close the form and throw away what was typed."""
        draft = self.draft
        if draft is None:
            return
        self.flush()
        before, self.draft = self._drafts, None
        self._forget(draft.id)
        self._tasks.run(partial(self._entry.drop, draft.id), lambda _: None)
        self.closed.emit("")
        if any(one.id == draft.id for one in before):
            self.thrown.emit(partial(self._restore, draft))

    def _restore(self, draft: VisitDraft) -> None:
        """Keep a form again that was thrown away; runs on the data thread."""
        self._entry.keep(draft)
        self._restored.emit(draft)

    def _take_again(self, draft: VisitDraft) -> None:
        if draft.staff == self._staff:
            self._drafts.append(draft)
            self._tell_waiting()

    def flush(self) -> None:
        """Keep at once what was typed last."""
        if self.draft is not None:
            self._gather()
            self._autosave.flush()

    def _close(self) -> None:
        self.flush()
        self.draft = None
        self._tasks.forget(READ)
        self._tell_waiting()

    def _show(self, draft: VisitDraft) -> None:
        self.draft, self._saving = None, False  # filling the fields is no typing
        self.pane.show_typed(draft.form, draft.typed)
        self.draft = draft
        self._tell_waiting()
        self._read()
        self.typed.emit(draft.typed)

    def _step(self, way: int) -> None:
        """Go to the next form that waits; the one in view waits then."""
        self.flush()
        shown = self.draft.id if self.draft else ""
        ids = [one.id for one in self._drafts]
        if not ids or ids == [shown]:
            return
        here = ids.index(shown) if shown in ids else -1
        self._show(self._drafts[(here + way) % len(ids)])
        self.pane.focus_first()

    def _on_edited(self) -> None:
        if self.draft is not None:
            self._gather()
            self._autosave.touch()
            self._read()
            self.typed.emit(self.draft.typed)

    def _gather(self) -> None:
        assert self.draft is not None
        self.draft = replace(self.draft, typed=self.pane.typed)

    def _keep(self) -> None:
        self._autosave.settle()
        if self.draft is None:
            return
        draft, places = self.draft, [one.id for one in self._drafts]
        if draft.typed.blank:
            self._drafts = [one for one in self._drafts if one.id != draft.id]
        elif draft.id in places:
            self._drafts[places.index(draft.id)] = draft
        else:
            self._drafts.append(draft)
        self._tasks.run(partial(self._entry.keep, draft), lambda _: None)

    def _on_saved(self, draft_id: str, saved: EntrySaved) -> None:
        self._saving = False
        self._autosave.settle()
        self._forget(draft_id)
        if self.draft is not None and self.draft.id == draft_id:
            self.draft = None
        self._tell_waiting()
        self.saved.emit(saved)

    def _on_failed(self, error: DeskError) -> None:
        self._saving = False
        self.pane.complain(error)
        self.pane.go_to(str(error.data.get("field", "")))

    def _forget(self, draft_id: str) -> None:
        self._drafts = [one for one in self._drafts if one.id != draft_id]
        self._tell_waiting()

    def _bring_back(self, staff: str, drafts: list[VisitDraft]) -> None:
        if staff == self._staff:
            self._drafts = [*drafts, *self._drafts]
            self._tell_waiting()

    def _tell_waiting(self) -> None:
        shown = self.draft.id if self.draft else ""
        count = sum(one.id != shown for one in self._drafts)
        self.pane.show_waiting(count)
        self.waiting.emit(count)

    def _know_stay(self, stay: Stay) -> None:
        self._stay = stay

    def _read(self) -> None:
        """Say under way how times are read; a name that is still missing is not yet a fault."""
        if self.draft is None:
            return
        typed = self.draft.typed
        draft = replace(self.draft, typed=replace(typed, name=typed.name.strip() or "-"))
        done, failed = partial(self._understand, typed), partial(self._misread, typed)
        self._tasks.run(partial(self._entry.read, draft), done, failed, latest=READ)

    def _understand(self, typed: TypedVisit, visits: tuple[Visit, ...]) -> None:
        if self.draft is not None and self.draft.typed == typed:
            self.pane.complain(None)
            said = read_back(self._kit.words, self.draft.form, typed, visits, self._visits.now(), self._stay)
            for name, text in said.items():
                self.pane.say(name, text)

    def _misread(self, typed: TypedVisit, error: DeskError) -> None:
        """Say of a time that cannot be read; what is missing is said when it is saved."""
        name = str(error.data.get("field", ""))
        if self.draft is None or self.draft.typed != typed:
            return
        self.pane.complain(error if name in SAYING and getattr(typed, name).strip() else None)
