"""The answers on file (F5): find one, see what stands behind it, write, change and verify."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from frontdesk.domain.articles import Article
from frontdesk.domain.staff import Staff
from frontdesk.ui.commands import Handlers, Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.answers.answer_entry import FIELDS
from frontdesk.ui.pages.answers.answer_file import AnswerFile, read_answer
from frontdesk.ui.pages.answers.answer_lists import AnswerLists
from frontdesk.ui.pages.answers.answer_painter import AnswerPainter
from frontdesk.ui.pages.answers.card import AnswerCard
from frontdesk.ui.pages.answers.editor import AnswerEditor
from frontdesk.ui.pages.answers.services import AnswersServices
from frontdesk.ui.pages.answers.teaching import Teaching
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.forms.pane import FormPane
from frontdesk.ui.pages.picking.items import Item
from frontdesk.ui.pages.picking.pane import PickPane
from frontdesk.ui.pages.picking.split_page import SplitPage
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

CARD = "answer card"


class AnswersPage(SplitPage):
    """Implements ``Page``. ``saved`` follows every change of an answer: titles and index are old then."""

    page_id = "answers"
    saved = Signal()

    def __init__(
        self, kit: Kit, services: AnswersServices, search: SearchClient, tasks: Tasks, watcher: Watcher,
        parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        brush = Brush(kit)
        painter, form = AnswerPainter(brush), FormPane(kit, "answers", FIELDS)
        card = AnswerCard(kit, brush, services.clock.today())
        pane = PickPane(kit, brush, painter, "answers", (("Ins", "answers.add"),))
        super().__init__(kit, pane, card, card.scroller, form, watcher, parent)
        self.card, self._painter = card, painter
        self._services, self._tasks = services, tasks
        self.lists = AnswerLists(services.knowledge, services.answer_use, search, tasks, kit.words, self)
        self.teaching = Teaching(card, services.answer_use, tasks, self)
        self.editor = AnswerEditor(form, services, tasks, self)
        self._connect()

    def sign_in(self, staff: Staff) -> None:
        """Write as this one from now on."""
        self.editor.staff = self.teaching.staff = staff
        self.lists.owned_by((staff.code, staff.name))
        self.card.speak_as(staff.particle)

    def edit(self, article_id: str) -> None:
        """Open an answer's form, as the desk asks."""
        if not self.pane.list.pick(article_id):
            self.load(article_id)
        self.editor.edit(article_id)

    def write_about(self, words: str) -> None:
        """Begin an answer to a question in somebody's words."""
        self.editor.write_new(words)

    def reopen(self, key: str) -> None:
        self.editor.reopen(key)

    def read(self, key: str) -> None:
        if key:
            self._tasks.run(partial(read_answer, self._services, key), self._show, latest=CARD)
        else:
            self._tasks.forget(CARD)
            self._show(None)

    def reload(self) -> None:
        self._painter.today = self._services.clock.today()
        self.lists.reload()

    def _connect(self) -> None:
        self.pane.typed.connect(self.lists.look_up)
        self.pane.list.chosen.connect(self.editor.edit)
        self.lists.listed.connect(self._list)
        self.lists.slow.connect(self.pane.caption.set_text)
        self.editor.opened.connect(self.show_form)
        self.editor.saved.connect(self._on_saved)
        self.teaching.saved.connect(self._on_saved)
        self.teaching.decided.connect(self._on_decided)
        self.card.foot.left.connect(self.focus_first)
        self.kit.words.changed.connect(self.lists.reload)
        handlers: Handlers = {
            "new_answer": self.editor.write_new,
            "edit_answer": lambda: self._on_card(lambda article: self.editor.edit(article.id)),
            "verify_answer": lambda: self._on_card(self.editor.verify),
            "add_keyword": lambda: self._on_card(lambda _: self.teaching.accept()),
            "refuse_keyword": lambda: self._on_card(lambda _: self.teaching.refuse()),
            "reset_words": lambda: self._on_card(lambda _: self.teaching.reset()),
        }
        bind_commands(self, Scope.ANSWERS, handlers)

    def _on_card(self, act: Callable[[Article], None]) -> None:
        """Act on the answer in view, unless a form is open."""
        if self.card.file is not None and not self.in_form:
            act(self.card.file.article)

    def _on_saved(self, article: Article | None) -> None:
        self.saved.emit()
        self.reload()
        if article is not None:
            self.load(article.id)

    def _on_decided(self, key: str) -> None:
        self.reload()
        self.load(key)

    def _list(self, items: tuple[Item, ...], caption: str) -> None:
        self.pane.show_items(items, caption, keep=self.pane.list.key)

    def _show(self, file: AnswerFile | None) -> None:
        self.card.show_file(file, bool(file and self.form.holds(file.article.id)))
