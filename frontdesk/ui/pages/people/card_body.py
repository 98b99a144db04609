"""The parts of a card, one under the other, and how much of them is shown."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.ui.contact_words import note_word
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.people.card_plan import GAP, CardPlan, planned
from frontdesk.ui.pages.people.contact_lines import ContactLines
from frontdesk.ui.pages.people.directory_facts import with_directory
from frontdesk.ui.pages.people.fact_lines import FactLines
from frontdesk.ui.pages.people.facts import other_facts, reach_facts
from frontdesk.ui.pages.people.figures import Figures
from frontdesk.ui.pages.people.name_line import NameLine
from frontdesk.ui.pages.people.note_strip import NoteStrip
from frontdesk.ui.pages.people.person_file import PersonFile
from frontdesk.ui.pages.people.presence_strip import PresenceStrip
from frontdesk.ui.pages.people.promise_lines import PromiseLines
from frontdesk.ui.pages.people.spots import Spot
from frontdesk.ui.widgets.buttons import PrimaryButton
from frontdesk.ui.widgets.ground import Ground

INSET, TOP, NARROW = 24, 12, 640


class CardBody(Ground):
    """``pointed`` carries the key of a value that was clicked on, and whether twice; ``laid_out`` follows every move
    of the parts.

    While ``editing`` every value is shown, if it is asked for simply everything, else as much as has room.
    """

    pointed = Signal(str, bool)
    laid_out = Signal()

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, parent=parent)
        self._room = self._width = 0
        self._in_full = self._whole = self.editing = False
        self._file: PersonFile | None = None
        self.name, self.note = NameLine(kit, brush), NoteStrip(kit, brush)
        self.presence = PresenceStrip(kit, brush)
        self.figures, self.promises = Figures(kit, brush), PromiseLines(kit, brush)
        self.contacts = ContactLines(kit, brush)
        self.reach = FactLines(kit, brush, "people.reach", ("Ctrl+R", "people.reveal"))
        self.other = FactLines(kit, brush, "people.good_to_know")
        self.start = PrimaryButton(kit, "people.start", "Return")
        self.start.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._arrange()

    def show_file(self, file: PersonFile) -> None:
        """Show somebody."""
        self._file = file
        card = file.card
        self.name.show_card(card)
        self.presence.show_entry(file.entry)
        self._show_note(file)
        self.figures.show_figures(card.figures, card.person)
        self.promises.show_promises(card.promises, file.staff, card.as_of)
        self.contacts.show_contacts(card, file.staff)
        self._show_facts(file)
        self.fit()

    def reveal(self, in_full: bool) -> None:
        """Show numbers and addresses in full, or masked again."""
        self._in_full = in_full
        self.name.reveal(in_full)
        self._show_facts(self._file)
        self._show_note(self._file)

    def set_editing(self, editing: bool) -> None:
        """Show also what is not there yet, so that it can be walked to."""
        self.editing = editing
        for part in (self.name, self.note, self.figures):
            part.set_editing(editing)
        self._show_facts(self._file)
        self.fit()

    def show_whole(self, whole: bool) -> None:
        """Show every line, even if the card must scroll then."""
        self._whole = whole
        self.fit()

    @property
    def whole(self) -> bool:
        return self._whole

    def set_room(self, width: int, height: int) -> None:
        """Take note of the place there is, in pixels."""
        if (width, height) != (self._width, self._room):
            self._width, self._room = width, height
            self.fit()

    def fit(self) -> None:
        """Show as much as has room."""
        self.note.set_whole(self._whole or self.editing)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(down if self._stacked else across)
        plan = CardPlan() if self._whole else self._plan()
        self.promises.set_most(plan.promises)
        self.contacts.set_most(plan.contacts)
        for column in (self.reach, self.other):
            column.set_most(plan.facts)

    def spots(self) -> list[Spot]:
        """Return where the values of the card stand, in the order in which they are walked over."""
        return [
            Spot(spot.key, QRect(part.mapTo(self, spot.rect.topLeft()), spot.rect.size()), spot.large)
            for part in (self.name, self.presence, self.note, self.figures, self.reach, self.other)
            for spot in part.spots()
        ]

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self.laid_out.emit()
        return done

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._point(event.position().toPoint(), twice=False)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._point(event.position().toPoint(), twice=True)

    def _point(self, at: QPoint, twice: bool) -> None:
        key = next((spot.key for spot in self.spots() if spot.rect.contains(at)), "")
        if key:
            self.pointed.emit(key, twice)

    def _show_facts(self, file: PersonFile | None) -> None:
        if file is not None:
            person, words = file.card.person, self.kit.words
            self.reach.show_facts(reach_facts(person, words, self._in_full, self.editing))
            self.other.set_hint("", "people.source_and_consent" if person.facts else "")
            facts = other_facts(person, words, self.editing, self._in_full)
            self.other.show_facts(with_directory(facts, file.entry, words, self.editing, self._in_full))

    def _show_note(self, file: PersonFile | None) -> None:
        if file is not None:
            self.note.set_text(note_word(self.kit.words, file.card.person.note, self._in_full))

    def _plan(self) -> CardPlan:
        """Give what stands at any rate its room, and plan the rest."""
        if self._file is None or not self._room:
            return CardPlan()
        px = self.kit.theme.px
        if self._stacked:
            return CardPlan(promises=2)
        inner = self._width - 2 * px(INSET)
        always = px(TOP) + px(GAP) + sum(self._heights(inner)) - px(GAP)
        card = self._file.card
        facts = max(len(self.reach.facts), len(self.other.facts))
        room = (self._room - always) / self.kit.theme.scale
        return planned(room, len(card.promises), len(card.last_contacts) + len(card.visits), facts, self.editing)

    @property
    def _stacked(self) -> bool:
        """Whether the card is too narrow for two columns; it scrolls then and shows everything."""
        return 0 < self._width < self.kit.theme.px(NARROW)

    def _heights(self, width: int) -> Iterator[int]:
        """Yield the heights of the parts that always stand, each with the gap after it."""
        gap = self.kit.theme.px(GAP)
        yield self.name.heightForWidth(width - self.start.sizeHint().width() - gap) + gap
        if not self.presence.isHidden():
            yield self.presence.sizeHint().height() + gap
        if not self.note.isHidden():
            yield self.note.heightForWidth(width) + gap
        if not self.figures.isHidden():
            yield self.figures.heightForWidth(width) + gap

    def _arrange(self) -> None:
        head, body = QHBoxLayout(), QVBoxLayout(self)
        self._columns = columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        head.addWidget(self.name, 1)
        head.addWidget(self.start, 0, Qt.AlignmentFlag.AlignTop)
        for column in (self.reach, self.other):
            columns.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        body.addLayout(head)
        for widget in (self.presence, self.note, self.figures, self.promises, self.contacts):
            body.addWidget(widget)
        body.addLayout(columns)
        body.addStretch(1)
        self.space(head, gap=GAP)
        self.space(columns, gap=32)
        self.space(body, (INSET, TOP, INSET, GAP), GAP, page=True)
