"""The answers on file (F5): find one, see what stands behind it, write, change and verify."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from frontdesk.domain.articles import Article
from frontdesk.domain.staff import Staff
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.answers.answer_entry import FIELDS
from frontdesk.ui.pages.answers.answer_file import AnswerFile, read_answer
from frontdesk.ui.pages.answers.answer_lists import AnswerLists
from frontdesk.ui.pages.answers.answer_painter import AnswerPainter
from frontdesk.ui.pages.answers.card import AnswerCard
from frontdesk.ui.pages.answers.editor import AnswerEditor
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.desk.services import DeskServices
from frontdesk.ui.pages.forms.pane import FormPane
from frontdesk.ui.pages.picking.items import Item
from frontdesk.ui.pages.picking.pane import PickPane
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher
from frontdesk.ui.widgets.ground import Ground

CARD = "answer card"


class AnswersPage(Ground):
    """Implements ``Page``. ``saved`` follows every change of an answer: titles and index are old then."""

    page_id = "answers"
    saved = Signal()

    def __init__(
        self, kit: Kit, services: DeskServices, search: SearchClient, tasks: Tasks, watcher: Watcher,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(kit, "surface", parent)
        self._services, self._tasks, self._fresh = services, tasks, False
        brush = Brush(kit)
        self._painter = AnswerPainter(brush)
        self.lists = AnswerLists(services.knowledge, search, tasks, kit.words, self)
        self.pane = PickPane(kit, brush, self._painter, "answers", (("Ins", "answers.add"),))
        self.card = AnswerCard(kit, brush, services.clock.today())
        self.form = FormPane(kit, "answers", FIELDS)
        self.editor = AnswerEditor(self.form, services, tasks, self)
        self.right = QStackedWidget()
        self._arrange()
        self._connect(watcher)

    @property
    def widget(self) -> QWidget:
        return self

    @property
    def unsaved(self) -> bool:
        """Tell whether a form holds typing that is not saved."""
        return self.form.unsaved

    def focus_first(self) -> None:
        """Go on with an open form, else begin in the box."""
        target = self.form if self.form.key else self.pane.box
        (target.focusWidget() or target).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def sign_in(self, staff: Staff) -> None:
        """Write as this one from now on."""
        self.editor.staff = staff
        self.card.speak_as(staff.particle)

    def edit(self, article_id: str) -> None:
        """Open an answer's form, as the desk asks."""
        if not self.pane.list.pick(article_id):
            self._load(article_id)
        self.editor.edit(article_id)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._painter.today = self._services.clock.today()
        if not self._fresh:
            self._reload()

    def _connect(self, watcher: Watcher) -> None:
        self.pane.typed.connect(self.lists.look_up)
        self.pane.turned.connect(self.card.scroller.turn)
        self.pane.list.moved.connect(self._on_moved)
        self.pane.list.chosen.connect(self.editor.edit)
        self.lists.listed.connect(self._list)
        self.lists.slow.connect(self.pane.caption.set_text)
        self.editor.opened.connect(lambda: self.right.setCurrentWidget(self.form))
        self.editor.saved.connect(self._on_saved)
        self.form.left.connect(self._on_left)
        self.kit.words.changed.connect(self.lists.renew)
        watcher.changed.connect(self._on_news)
        handlers = {"new_answer": self.editor.write_new, "edit_answer": self._edit, "verify_answer": self._verify}
        bind_commands(self, Scope.ANSWERS, handlers)

    def _edit(self) -> None:
        if self.card.file is not None and self.right.currentWidget() is self.card:
            self.editor.edit(self.card.file.article.id)

    def _verify(self) -> None:
        if self.card.file is not None and self.right.currentWidget() is self.card:
            self.editor.verify(self.card.file.article)

    def _on_moved(self, article_id: str) -> None:
        """Turn to another answer; typing in the form is put aside for later."""
        self.form.put_aside()
        self.right.setCurrentWidget(self.card)
        self._load(article_id)

    def _on_left(self) -> None:
        self.right.setCurrentWidget(self.card)
        self.pane.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_saved(self, article: Article | None) -> None:
        self.saved.emit()
        self._reload()
        if article is not None:
            self._load(article.id)

    def _on_news(self) -> None:
        self._fresh = False
        if self.isVisible():
            self._reload()
            self._load(self.card.file.article.id if self.card.file else "")

    def _reload(self) -> None:
        self._fresh = True
        self.lists.reload()

    def _list(self, items: tuple[Item, ...], caption: str) -> None:
        self.pane.show_items(items, caption, keep=self.pane.list.key)

    def _load(self, article_id: str) -> None:
        if article_id:
            self._tasks.run(partial(read_answer, self._services, article_id), self._show, latest=CARD)
        else:
            self._tasks.forget(CARD)
            self._show(None)

    def _show(self, file: AnswerFile | None) -> None:
        self.card.show_file(file, bool(file and self.form.holds(file.article.id)))

    def _arrange(self) -> None:
        self.right.addWidget(self.card)
        self.right.addWidget(self.form)
        across = QHBoxLayout(self)
        across.addWidget(self.pane)
        across.addWidget(self.right, 1)
        self.space(across)
        self.setFocusProxy(self.pane)
