"""Writing and changing one entry: from the list into the form, and checked back."""

from datetime import UTC, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.errors import DeskError
from frontdesk.domain.watch_list import Advice, Watched, WatchKind
from frontdesk.services.watch_list import WatchList
from frontdesk.ui.pages.forms.fields import Values
from frontdesk.ui.pages.forms.pane import FormPane
from frontdesk.ui.pages.watch_list.entry import FIELD_OF, read_entry, values_of
from frontdesk.ui.tasks import Tasks

NEW = "new"


class WatchEditor(QObject):
    """``opened``: the form is ready to be shown. ``saved`` carries the entry and the name of what to say."""

    opened = Signal()
    saved = Signal(object, str)

    def __init__(self, pane: FormPane, watch: WatchList, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pane, self._watch, self._tasks = pane, watch, tasks
        self._bases: dict[str, Watched] = {}
        self.by = ""
        pane.save_asked.connect(self._save)

    def write_new(self, name: str = "", plate: str = "") -> None:
        """Begin a new entry; it counts for the usual time unless something else is typed."""
        names = (name,) if name else ()
        kind, until = WatchKind.PERSON, self._watch.usual_until()
        self._open(NEW, Watched("", kind, names, plate, "", Advice.CALL_SUPERVISOR, self.by, _UNSET, until))

    def edit(self, entry: Watched) -> None:
        """Open the form for an entry."""
        self._open(entry.id, entry)

    def reopen(self, key: str) -> None:
        """Go on with typing that was put aside."""
        self._open(key, self._bases[key])

    def _open(self, key: str, entry: Watched) -> None:
        self._bases[key] = entry
        title = "watch.new_title" if key == NEW else "watch.edit_title"
        self._pane.open(key, values_of(entry, self._pane.kit.words.language), title)
        self.opened.emit()

    def _save(self, key: str, values: Values) -> None:
        entry, errors = read_entry(values, self._bases[key], self._watch.today())
        if errors:
            self._pane.refuse(errors)
            return
        store = self._watch.add if key == NEW else self._watch.change
        self._tasks.run(partial(store, entry, self.by), partial(self._done, key), self._refuse)

    def _done(self, key: str, entry: Watched) -> None:
        self._bases.pop(key, None)
        self._pane.done()
        self.saved.emit(entry, "watch.was_added" if key == NEW else "watch.was_changed")

    def _refuse(self, error: DeskError) -> None:
        field = FIELD_OF.get(error.code, "")
        self._pane.refuse({field: error} if field else {}, None if field else error)


_UNSET = datetime.min.replace(tzinfo=UTC)
"""The moment of an entry that is not stored yet."""
