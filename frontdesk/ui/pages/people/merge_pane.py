"""Merging in place of the card (Ctrl+M): who may be the same, then what would be kept."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.merging import Merge
from frontdesk.services.merging import MergePreview
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import INSET as ROW_INSET
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.log.detail_line import DetailLine
from frontdesk.ui.pages.people.merge_item import DuplicateItem, MergeChoices, PastItem, items_of
from frontdesk.ui.pages.people.merge_painter import MergePainter
from frontdesk.ui.pages.people.merge_words import LINES, Lines, kept_lines, parted_lines
from frontdesk.ui.pages.people.person_words import called
from frontdesk.ui.pages.picking.pick_list import PickList
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import KeyButton, PrimaryButton
from frontdesk.ui.widgets.foot import Foot
from frontdesk.ui.widgets.form import Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, TextLabel
from frontdesk.ui.widgets.scroller import Scroller

INSET = 24
TURNS = {Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}
HINTS = (("Space", "merging.mark"), ("Return", "merging.look"), ("Escape", "merging.back"))


class MergePane(Ground):
    """``looked``: the ids that are to be merged, to be shown first. ``merged`` carries them when it is decided,
    ``parted`` the id of an earlier merge to undo. ``left`` follows going back to the card.
    """

    looked = Signal(object)
    merged = Signal(object)
    parted = Signal(str)
    left = Signal()

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._choices = MergeChoices("", "")
        self._marked: tuple[str, ...] = ()
        self._shown: MergePreview | Merge | None = None
        self.title, self.count = TextLabel(kit, Ink("title", bold=True)), TextLabel(kit, Ink("label", "text_2"))
        self.how, self.wrong = TextLabel(kit, Ink("label", "text_2")), Sentence(kit)
        self.list = PickList(kit, brush, MergePainter(brush), "merging.list")
        self.lines = {name: DetailLine(kit, f"merging.{name}", lines=0) for name in LINES}
        self.decide = PrimaryButton(kit, "merging.mark", "Return")
        self.back = KeyButton(kit, "merging.back", "Escape")
        self.stages = QStackedWidget()
        self._arrange()
        self.setFocusProxy(self.list)
        self.list.chosen.connect(self._look)
        self.decide.clicked.connect(self._decide)
        self.back.clicked.connect(self.go_back)
        kit.words.changed.connect(self._renew)

    @property
    def person_id(self) -> str:
        """The id of whom the duplicates are of, or empty."""
        return self._choices.person_id

    @property
    def marked(self) -> tuple[str, ...]:
        """The ids of those who are marked."""
        return self._marked

    @property
    def previewing(self) -> bool:
        """Tell whether what would be kept is shown."""
        return self.stages.currentIndex() == 1

    def open(self, choices: MergeChoices) -> None:
        """Show who may be merged with somebody; what was marked of the same person stays so."""
        if choices.person_id != self.person_id:
            self._marked = ()
            self._show_stage(None)
        self._choices = choices
        self.wrong.clear()
        self._renew()

    def look_at(self, shown: MergePreview | Merge) -> None:
        """Show what a merge would keep, or what undoing one would bring back."""
        self._show_stage(shown)
        self._renew()
        self.decide.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, error: DeskError) -> None:
        """Say what stood in the way."""
        self.wrong.say_error(error)

    def go_back(self) -> None:
        """Go back one step: to the list, to the card."""
        if self.previewing:
            self._show_stage(None)
            self._renew()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.go_back()
        elif event.key() in TURNS and self.previewing:
            self.scroller.turn(TURNS[Qt.Key(event.key())])
        elif event.key() == Qt.Key.Key_Space and not self.previewing:
            self._mark(self.list.key)
        else:
            super().keyPressEvent(event)

    def _mark(self, key: str) -> None:
        if any(one.person.id == key for _, found in self._choices.sections for one in found):
            known = key in self._marked
            self._marked = tuple(one for one in self._marked if one != key) if known else (*self._marked, key)
            self._renew()

    def _look(self, key: str) -> None:
        """Look at what entering a row would do: merge those marked, else this one; or part an earlier merge."""
        self.wrong.clear()
        row = next((item for item in self.list.items if item.key == key), None)
        if isinstance(row, PastItem):
            self.look_at(row.merge)
        elif isinstance(row, DuplicateItem):
            self._marked = self._marked or (key,)
            self._renew()
            self.looked.emit((self.person_id, *self._marked))

    def _decide(self) -> None:
        if isinstance(self._shown, Merge):
            self.parted.emit(self._shown.id)
        elif self._shown is not None:
            self.merged.emit(tuple(one.id for one in self._shown.people))

    def _show_stage(self, shown: MergePreview | Merge | None) -> None:
        self._shown = shown
        self.stages.setCurrentIndex(0 if shown is None else 1)

    def _renew(self) -> None:
        words, shown = self.kit.words, self._shown
        self.list.show_items(items_of(self._choices, self._marked, words), self.list.key)
        marked = len(self._marked)
        self.count.set_text(words("merging.chosen", count=marked) if marked and shown is None else "")
        if shown is None:
            self.title.set_text(words("merging.title", name=self._choices.name))
            self.how.set_text(words("merging.how" if self.list.items else "merging.none"))
        elif isinstance(shown, Merge):
            self._say("comes_back", "part", 1 + len(shown.merged_ids), "", parted_lines(shown, words))
        else:
            name = called(shown.survivor, words.language)
            self._say("stays", "merge", len(shown.people), f"{name} · {shown.survivor.code}", kept_lines(shown, words))

    def _say(self, title: str, act: str, count: int, who: str, lines: Lines) -> None:
        words = self.kit.words
        self.title.set_text(" · ".join(filter(None, (words(f"merging.{title}"), who))))
        self.how.set_text("" if act == "part" else words("merging.how"))
        self.decide.show_text(words(f"merging.{act}", count=count))
        for name, line in self.lines.items():
            line.set_text(lines[name])

    def _arrange(self) -> None:
        head, first, column = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        first.addWidget(self.title, 1)
        first.addWidget(self.count)
        for part in (first, self.how, self.wrong):
            head.addLayout(part) if isinstance(part, QHBoxLayout) else head.addWidget(part)
        column.addLayout(head)
        column.addWidget(self.stages, 1)
        self.stages.addWidget(self._choosing())
        self.stages.addWidget(self._looking())
        self.space(head, (INSET - 2, 14, INSET, 6), 2, page=True)
        self.space(column)

    def _choosing(self) -> QWidget:
        stage, rows = QWidget(), QHBoxLayout()
        column = QVBoxLayout(stage)
        rows.addWidget(self.list)
        column.addLayout(rows, 1)
        column.addWidget(Foot(self.kit, HINTS, INSET))
        self.space(rows, (INSET - ROW_INSET, 0, INSET - ROW_INSET, 0), page=True)
        self.space(column)
        return stage

    def _looking(self) -> QWidget:
        stage, lines, keys = QWidget(), QWidget(), QHBoxLayout()
        column, text = QVBoxLayout(stage), QVBoxLayout(lines)
        for line in self.lines.values():
            text.addWidget(line)
        text.addStretch(1)
        self.scroller = Scroller(lines)
        for button in (self.decide, self.back):
            keys.addWidget(button)
        keys.addStretch(1)
        column.addWidget(self.scroller, 1)
        column.addWidget(HairLine(self.kit))
        column.addLayout(keys)
        self.space(keys, (INSET, 4, INSET, 4), 8, page=True)
        self.space(text, (INSET - 2, 4, INSET, 12), 4, page=True)
        self.space(column)
        return stage
