"""The card of one person: who, what everybody must know, how often, and how to reach them."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.thai_dates import format_date
from frontdesk.ui.contact_words import staff_name
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.people.card_body import INSET, CardBody
from frontdesk.ui.pages.people.person_file import PersonFile
from frontdesk.ui.widgets.foot import Foot
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.scroller import Scroller

WALKING = (("↑ ↓", "people.walk"), ("Return", "people.change_this"), ("Del", "people.remove_this"),
           ("Ctrl+Z", "people.take_back"), ("Esc", "people.finish"))  # fmt: skip
HINTS = (("Ctrl+E", "people.edit"), ("Ctrl+I", "people.add_fact"), ("Ctrl+=", "people.add_number"))


class PersonCardView(Ground):
    """``start_asked``: begin a contact with the one on the card. ``shown`` follows whatever is shown anew."""

    start_asked = Signal()
    shown = Signal()

    def __init__(self, kit: Kit, brush: Brush, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._file: PersonFile | None = None
        self._unfinished, self._said = False, ""
        self.body = CardBody(kit, brush)
        self.name, self.note, self.figures = self.body.name, self.body.note, self.body.figures
        self.promises, self.contacts = self.body.promises, self.body.contacts
        self.reach, self.other, self.start = self.body.reach, self.body.other, self.body.start
        self.scroller, self.foot = Scroller(self.body), Foot(kit, HINTS, INSET)
        self.walk_foot = Foot(kit, WALKING, INSET)
        whole = self._whole = QVBoxLayout(self)
        whole.addWidget(self.scroller, 1)
        whole.addWidget(self.foot)
        whole.addWidget(self.walk_foot)
        self.walk_foot.hide()
        self.space(whole)
        self.scroller.viewport().installEventFilter(self)
        self.start.clicked.connect(self.start_asked)
        kit.words.changed.connect(self._renew)
        self._renew()

    @property
    def file(self) -> PersonFile | None:
        return self._file

    @property
    def person_id(self) -> str:
        """The id of whoever is shown, or empty."""
        return self._file.card.person.id if self._file else ""

    def show_file(self, file: PersonFile | None, unfinished: bool = False) -> None:
        """Show somebody, or nothing; ``unfinished`` says that typing about them is not saved."""
        if file is None or file.card.person.id != self.person_id:
            self.body.show_whole(False)
        self._file, self._unfinished = file, unfinished
        self._renew()

    def say(self, name: str) -> None:
        """Say a sentence at the foot until another, or nothing, is said."""
        self._said = name
        self._renew()

    def reveal(self, in_full: bool) -> None:
        """Show numbers and addresses in full, or masked again."""
        self.body.reveal(in_full)

    def put_strip(self, strip: QWidget) -> None:
        """Put a strip that comes and goes above the foot."""
        self._whole.insertWidget(self._whole.indexOf(self.foot), strip)

    def show_whole(self) -> None:
        """Show every line, or again as many as have room."""
        self.body.show_whole(not self.body.whole)

    def set_walking(self, walking: bool) -> None:
        """Name the keys that work while values are walked over, or those that lead there."""
        self.walk_foot.remark.set_text("")
        self.walk_foot.setVisible(walking)
        self.foot.setVisible(not walking)

    def say_walking(self, name: str, /, **gaps: object) -> None:
        """Say what became of a change, beside the keys."""
        self.walk_foot.remark.set_text(self.kit.words(name, **gaps))

    def measure(self) -> None:
        super().measure()
        if self._spaced:
            self.body.fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QResizeEvent):
            self.body.set_room(event.size().width(), event.size().height())
        return False

    def _renew(self) -> None:
        self.body.setVisible(self._file is not None)
        self.foot.setVisible(self._file is not None and not self.body.editing)
        if self._file is not None:
            self.body.show_file(self._file)
            self.foot.remark.set_text(self._changed(self._file))
        self.shown.emit()

    def _changed(self, file: PersonFile) -> str:
        at, words = file.card.person.updated_at, self.kit.words
        if self._said:
            return words(self._said)
        if self._unfinished:
            return words("people.unfinished")
        if at is None:
            return ""
        one = file.staff.get(file.changed_by)
        day = format_date(at, words.language)
        return (
            words("people.changed_by", day=day, who=staff_name(words, one)) if one else words("people.changed", day=day)
        )
