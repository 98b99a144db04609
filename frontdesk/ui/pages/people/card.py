"""The card of one person: who, what everybody must know, how often, and how to reach them."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.thai_dates import format_date
from frontdesk.ui.contact_words import staff_name
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.people.contact_lines import ContactLines
from frontdesk.ui.pages.people.fact_lines import FactLines
from frontdesk.ui.pages.people.facts import other_facts, reach_facts
from frontdesk.ui.pages.people.figures import Figures
from frontdesk.ui.pages.people.name_line import NameLine
from frontdesk.ui.pages.people.note_strip import NoteStrip
from frontdesk.ui.pages.people.person_file import PersonFile
from frontdesk.ui.widgets.buttons import PrimaryButton
from frontdesk.ui.widgets.foot import Foot
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.scroller import Scroller

INSET, TOP, GAP = 24, 12, 12


class PersonCardView(Ground):
    """``start_asked``: begin a contact with the one on the card."""

    start_asked = Signal()

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._file: PersonFile | None = None
        self._in_full = self._unfinished = False
        self.name, self.note = NameLine(kit, brush), NoteStrip(kit, brush)
        self.figures, self.contacts = Figures(kit, brush), ContactLines(kit, brush)
        self.reach = FactLines(kit, brush, "people.reach", ("Ctrl+R", "people.reveal"))
        self.other = FactLines(kit, brush, "people.on_file")
        self.start = PrimaryButton(kit, "people.start", "Return")
        self.foot = Foot(kit, (("Ctrl+E", "people.edit"),), INSET)
        self._arrange()
        self.start.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.start.clicked.connect(self.start_asked)
        kit.words.changed.connect(self._renew)

    @property
    def file(self) -> PersonFile | None:
        return self._file

    @property
    def person_id(self) -> str:
        """The id of whoever is shown, or empty."""
        return self._file.card.person.id if self._file else ""

    def show_file(self, file: PersonFile | None, unfinished: bool = False) -> None:
        """Show somebody, or nothing; ``unfinished`` says that a form of theirs holds unsaved typing."""
        self._file, self._unfinished = file, unfinished
        self._renew()

    def reveal(self, in_full: bool) -> None:
        """Show numbers and addresses in full, or masked again."""
        self._in_full = in_full
        self._renew()

    def _renew(self) -> None:
        self._body.setVisible(self._file is not None)
        self.foot.setVisible(self._file is not None)
        if self._file is not None:
            self._show(self._file)

    def _show(self, file: PersonFile) -> None:
        card, words = file.card, self.kit.words
        self.name.show_card(card)
        self.note.set_text(card.person.note)
        self.figures.show_figures(card.figures)
        self.contacts.show_contacts(card.last_contacts, file.staff)
        self.reach.show_facts(reach_facts(card.person, words, self._in_full))
        self.other.show_facts(other_facts(card.person, words))
        self.foot.remark.set_text(self._changed(file))

    def _changed(self, file: PersonFile) -> str:
        at, words = file.card.person.updated_at, self.kit.words
        if self._unfinished:
            return words("people.unfinished")
        if at is None:
            return ""
        one = file.staff.get(file.changed_by)
        day = format_date(at, words.language)
        return (
            words("people.changed_by", day=day, who=staff_name(words, one)) if one else words("people.changed", day=day)
        )

    def _arrange(self) -> None:
        self._body, head, columns = QWidget(), QHBoxLayout(), QHBoxLayout()
        head.addWidget(self.name, 1)
        head.addWidget(self.start, 0, Qt.AlignmentFlag.AlignTop)
        for column in (self.reach, self.other):
            columns.addWidget(column, 1, Qt.AlignmentFlag.AlignTop)
        body, whole = QVBoxLayout(self._body), QVBoxLayout(self)
        body.addLayout(head)
        for widget in (self.note, self.figures, self.contacts):
            body.addWidget(widget)
        body.addLayout(columns)
        body.addStretch(1)
        self.scroller = Scroller(self._body)
        whole.addWidget(self.scroller, 1)
        whole.addWidget(self.foot)
        self.space(head, gap=GAP)
        self.space(columns, gap=32)
        self.space(body, (INSET, TOP, INSET, GAP), GAP, page=True)
        self.space(whole)
