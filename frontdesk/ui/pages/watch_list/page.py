"""The watch list (Shift+F4): look somebody up, add, put right, end; every look is on record."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.staff import Staff
from frontdesk.domain.watch_list import Watched
from frontdesk.services.watch_list import WatchBoard, WatchList
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.forms.pane import FormPane
from frontdesk.ui.pages.picking.pane import PickPane
from frontdesk.ui.pages.picking.split_page import SplitPage
from frontdesk.ui.pages.watch_list.card import WatchCard
from frontdesk.ui.pages.watch_list.editor import WatchEditor
from frontdesk.ui.pages.watch_list.entry import FIELDS
from frontdesk.ui.pages.watch_list.items import WatchFinder, items_of
from frontdesk.ui.pages.watch_list.painter import WatchPainter
from frontdesk.ui.reveal import Reveal
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

READ = "watch list"


class WatchListPage(SplitPage):
    """Implements ``Page``. ``left`` follows Esc in the empty box: back to the gate."""

    page_id = "watch-list"
    left = Signal()

    def __init__(
        self, kit: Kit, watch: WatchList, tasks: Tasks, watcher: Watcher, parent: QWidget | None = None
    ) -> None:
        brush = Brush(kit)
        card, form = WatchCard(kit, brush), FormPane(kit, "watch", FIELDS)
        hints = (("Ins", "watch.add"), ("Escape", "watch.to_gate"))
        pane = PickPane(kit, brush, WatchPainter(brush), "watch", hints)
        super().__init__(kit, pane, card, card.scroller, form, watcher, parent)
        self.card, self._watch, self._tasks, self._staff = card, watch, tasks, ""
        self.board: WatchBoard | None = None
        self._finder = WatchFinder(())
        self._ending, self._noted = "", False
        self.reveal, self.editor = Reveal(self), WatchEditor(form, watch, tasks, self)
        self._connect()

    def sign_in(self, staff: Staff) -> None:
        """Work for this one from now on; what another has read is put away."""
        self._staff = self.editor.by = staff.id
        self.board, self._finder, self._noted = None, WatchFinder(()), False
        self.card.show_entry(None, None)
        self.pane.show_items((), "")
        if self.isVisible():
            self._note()
            self.reload()

    def reopen(self, key: str) -> None:
        self.editor.reopen(key)

    def reload(self) -> None:
        if self._staff:
            self._tasks.run(partial(self._watch.board, self._staff), self._take, self._refused, READ)

    def read(self, key: str) -> None:
        """Show the entry with this key."""
        entries = self.board.entries if self.board else ()
        self._keep_standing()
        self.card.show_entry(self.board, next((entry for entry in entries if entry.id == key), None))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._note()

    def hideEvent(self, event: QHideEvent) -> None:
        self._noted = False
        super().hideEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._on_key(event)
        return super().eventFilter(watched, event)

    def end(self) -> None:
        """Ask whether the entry in view is to end; asked again, end it."""
        entry = self.card.entry
        if entry is None or self.in_form or entry.ended_at is not None:
            return
        if self._ending == entry.id:
            work = partial(self._watch.end, entry.id, self._staff)
            self._tasks.run(work, lambda _: self._say_and_read("watch.was_ended"), self._refused)
            self._keep_standing()
        elif self.board is not None and not self.board.manages:
            self._refused(DeskError("watch_not_allowed"))
        else:
            self._ending = entry.id
            self._say("watch.end_asked")

    def _on_key(self, event: QKeyEvent) -> bool:
        box = self.pane.box
        if event.key() == Qt.Key.Key_Delete and box.cursorPosition() == len(box.text()) and not event.modifiers():
            self.end()
            return True
        if event.key() == Qt.Key.Key_Escape and (self._ending or not box.text()):
            if not self._ending:
                self.left.emit()
            self._keep_standing()
            return True
        return False

    def _keep_standing(self) -> None:
        """Ask no longer whether to end something."""
        if self._ending:
            self._ending = ""
            self.card.foot.remark.set_text("")

    def _note(self) -> None:
        """Put on record that somebody reads the list, once each time it comes forward."""
        if self._staff and self.isVisible() and not self._noted:
            self._noted = True
            self._tasks.run(partial(self._watch.open, self._staff), lambda _: None, self._refused)

    def _take(self, board: WatchBoard) -> None:
        self.board, self._finder = board, WatchFinder(board.entries)
        self._list()
        self.read(self.pane.list.key)

    def _list(self) -> None:
        """Show the rows that fit what is typed."""
        if self.board is None:
            return
        text, words = self.pane.box.text(), self.kit.words
        entries = self._finder.found(text)
        items = items_of(entries, self.board.today, words, self.reveal.shown)
        typed = bool(text.strip())
        some = words("watch.found", count=len(entries)) if typed else words("watch.title")
        none = words("watch.none_found" if typed else "watch.empty")
        self.pane.show_items(items, some if items else none, keep=self.pane.list.key)

    def _on_typed(self, _: str) -> None:
        self._list()

    def _on_reveal(self, shown: bool) -> None:
        entry = self.card.entry
        self.card.reveal(shown)
        self._list()
        if shown and entry is not None and self.kit.words.discreet:
            self._tasks.run(partial(self._watch.looked, entry.id, self._staff), lambda _: None, self._refused)

    def _edit(self, _: str = "") -> None:
        entry = self.card.entry
        if entry is not None and not self.in_form and entry.ended_at is None and not entry.wiped:
            self.editor.edit(entry)

    def _on_saved(self, entry: Watched, said: str) -> None:
        self.pane.box.clear()
        self._key = entry.id
        self._say_and_read(said)

    def _say_and_read(self, said: str) -> None:
        self._tasks.run(partial(self._watch.board, self._staff), partial(self._take_and_say, said), self._refused)

    def _take_and_say(self, said: str, board: WatchBoard) -> None:
        key = self._key
        self._take(board)
        if key:
            self.pane.list.pick(key)
        self._say(said)

    def _say(self, name: str) -> None:
        self.card.foot.remark.set_text(self.kit.words(name))

    def _refused(self, error: DeskError) -> None:
        self.card.foot.remark.set_text(self.kit.words(f"errors.{error.code}", **error.data))

    def _connect(self) -> None:
        for widget in (self.pane.box, self.pane.list):
            widget.installEventFilter(self)
        self.pane.typed.connect(self._on_typed)
        self.pane.list.chosen.connect(self._edit)
        self.reveal.changed.connect(self._on_reveal)
        self.editor.opened.connect(self.show_form)
        self.editor.saved.connect(self._on_saved)
        self.kit.words.changed.connect(self._list)
        bind_commands(self, Scope.WATCH, {"new_watched": self.editor.write_new, "edit_watched": self._edit})
