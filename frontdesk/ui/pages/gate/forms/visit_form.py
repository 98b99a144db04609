"""The form of a visit: it stands in the place of the board, the box above it stays."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.masking import mask_plate
from frontdesk.domain.numbers import mask
from frontdesk.domain.typed_visits import TypedVisit, VisitForm
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.forms.buttons import GateButton, GatePrimary
from frontdesk.ui.pages.gate.forms.fields import Captioned, CountField, GateField, NameField, NamesField
from frontdesk.ui.pages.gate.forms.focus_order import step_focus
from frontdesk.ui.pages.gate.forms.form_keys import FormKey, form_key
from frontdesk.ui.pages.gate.forms.host_field import HostField
from frontdesk.ui.pages.gate.forms.purposes import PurposeField
from frontdesk.ui.pages.gate.forms.repeat_field import RepeatField
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel

Row = tuple[tuple[str, int], ...]
WHO: Row = (("name", 6), ("host", 6))
WHY: Row = (("purpose", 12),)
WITH: Row = (("plate", 3), ("party", 2), ("number", 3), ("organisation", 4))
WHEN: Row = (("when", 4), ("until", 2), ("repeat", 3), ("repeat_until", 3))
ROWS: dict[VisitForm, tuple[Row, ...]] = {
    VisitForm.ARRIVAL: (WHO, WHY, WITH, (("belongings", 8), ("until", 4))),
    VisitForm.EXPECTED: (WHO, WHEN, WHY, WITH, (("names", 12),)),
    VisitForm.CHANGE: (WHO, WHY, WITH, (("belongings", 5), ("when", 4), ("until", 3))),
}  # fmt: skip
"""The fields of each form, row by row in the order of Tab, with the columns of twelve that each has."""
PLAIN = {"when": "calendar-clock", "until": "clock", "repeat_until": "calendar", "plate": "car", "number": "phone",
         "organisation": "building-2", "belongings": ""}  # fmt: skip
SAYING = ("when", "until", "repeat_until")
COLUMNS, EDGE, TALL = 12, 20, "names"
MOST_ROWS = max(map(len, ROWS.values()))


class VisitFormPane(Ground):
    """``edited`` follows each key, ``accepted`` Ctrl+Enter, ``left`` Esc, ``thrown`` Shift+Esc, ``stepped`` the way to
    another form that waits."""

    edited = Signal()
    accepted = Signal()
    left = Signal()
    thrown = Signal()
    stepped = Signal(int)

    def __init__(self, kit: Kit, host: HostField, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self.host, self._ids, self._form = host, ("", ""), VisitForm.ARRIVAL
        self.name, self.party, self.purpose = (
            NameField(kit, "name", "user"),
            CountField(kit, "party", "users", "gate_forms.party_hint"),
            PurposeField(kit),
        )
        self.plain = {name: GateField(kit, name, icon, f"gate_forms.{name}_hint") for name, icon in PLAIN.items()}
        self.repeat, self.names = RepeatField(kit), NamesField(kit, "gate_forms.names", 1, "gate_forms.names_hint")
        self.title, self.waiting = TextLabel(kit, Ink("gate_name")), GateButton(kit, "", "Ctrl+↓")
        self.told = TextLabel(kit, Ink("gate_small", "danger"))
        self.save = GatePrimary(kit, "gate_forms.save_arrival", "Ctrl+Return")
        self.leave, self.throw = (
            GateButton(kit, "gate_forms.leave", "Escape"),
            GateButton(kit, "gate_forms.throw", "Shift+Escape"),
        )
        self._order: list[QWidget] = []
        self._masked: dict[str, tuple[str, str]] = {}
        self._title, self._save = (
            kit.words.bind(self, self.title.set_text, "gate_forms.title_arrival"),
            kit.words.bind(self, self.save.show_text, "gate_forms.save_arrival"),
        )
        self.parts = self._make_parts()
        self._arrange()
        self._connect()
        self.show_form(VisitForm.ARRIVAL)

    @property
    def typed(self) -> TypedVisit:
        """What stands in the fields."""
        said = {name: self._meant(name, field.text()) for name, field in self.plain.items()}
        person_id, visit_id = self._ids
        return TypedVisit(
            **said, name=self.name.text(), host=self.host.field.text(), place=self.host.place,
            purpose=self.purpose.text(), party=self.party.text(), repeat=self.repeat.value, names=self.names.text(),
            person_id=person_id, host_id=self.host.host_id, visit_id=visit_id,
        )  # fmt: skip

    def show_typed(self, form: VisitForm, typed: TypedVisit) -> None:
        """Fill the form."""
        self.show_form(form)
        self._ids = typed.person_id, typed.visit_id
        for name, field in self.plain.items():
            field.setText(self._shown(name, getattr(typed, name)))
        self.name.setText(typed.name)
        self.party.setText(typed.party)
        self.purpose.setText(typed.purpose)
        self.repeat.set_value(typed.repeat)
        self.names.setText(typed.names)
        self.host.show_host(typed.host, typed.host_id, typed.place)
        self.complain(None)

    def _shown(self, name: str, text: str) -> str:
        """Return what a field shows: where strangers read along, no number and no plate in full."""
        shown = text
        if self.kit.words.discreet and text and name in ("number", "plate"):
            shown = mask(text, self.kit.words.language) if name == "number" else mask_plate(text)
        self._masked[name] = shown, text
        return shown

    def _meant(self, name: str, text: str) -> str:
        """Return what stands in a field; one that shows a mask and was left alone means what is behind it."""
        shown, behind = self._masked.get(name, ("", ""))
        return behind if text == shown else text

    def focus_first(self) -> None:
        """Go where typing goes on: to the name, or past it where it is known."""
        first: QWidget = self.host.field if self.name.text() else self.name
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_form(self, form: VisitForm) -> None:
        """Lay the fields of a form out."""
        self._form = form
        self._title.say(f"gate_forms.title_{form.value}")
        self._save.say(f"gate_forms.save_{form.value}")
        for part in self.parts.values():
            self._grid.removeWidget(part)
            part.hide()
        order: list[QWidget] = []
        for row, fields in enumerate(ROWS[form]):
            column = 0
            for name, width in fields:
                top = Qt.AlignmentFlag(0) if name == TALL else Qt.AlignmentFlag.AlignTop
                self._grid.addWidget(self.parts[name], row, column, 1, width, top)
                self.parts[name].show()
                order.append(self._focus_of(name))
                column += width
        for row in range(MOST_ROWS):
            self._grid.setRowStretch(row, int(row == len(ROWS[form]) - 1))
        for before, after in pairwise(order):
            self.setTabOrder(before, after)
        self._order = order

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Go round within the form: the page has an order of its own."""
        step_focus(self, self._order, forward)
        return True

    def show_waiting(self, count: int) -> None:
        """Say how many other forms were begun."""
        self.waiting.setVisible(count > 0)
        self.waiting.show_text(self.kit.words("gate_forms.waiting", count=count))

    def say(self, name: str, text: str) -> None:
        """Say under a field how it is read."""
        self.parts[name].say(text)

    def complain(self, error: DeskError | None) -> None:
        """Say what is wrong, and with which field; or nothing."""
        for name, part in self.parts.items():
            if name != "host":
                part.say("")
        text = self.kit.words(f"errors.{error.code}", **error.data) if error else ""
        name = str(error.data.get("field", "")) if error else ""
        wrong = self.parts.get(name)
        if wrong is not None:
            wrong.say(text, wrong=True)
        self.told.set_text(text if wrong is None or not wrong.said else "")

    def go_to(self, name: str) -> None:
        """Put the focus into a field."""
        if name in self.parts:
            self._focus_of(name).setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and (key := form_key(event)) is not None:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                return event.isAutoRepeat() or self._follow(key, watched)
        return False

    def _follow(self, key: FormKey | int, watched: QObject) -> bool:
        if isinstance(key, int):
            return self.purpose.choose(key)
        if key is FormKey.NEXT:
            return self._next(watched)
        if key in (FormKey.AFTER, FormKey.BEFORE):
            self.stepped.emit(1 if key is FormKey.AFTER else -1)
        else:
            {FormKey.SAVE: self.accepted, FormKey.LEAVE: self.left, FormKey.THROW: self.thrown}[key].emit()
        return True

    def _next(self, watched: QObject) -> bool:
        """Go on with Enter; in the field of the host it takes whom the line names."""
        if watched is self.names.edit:
            return False
        if watched is self.host.field:
            self.host.take()
        self.focusNextChild()
        return True

    def _make_parts(self) -> dict[str, Captioned]:
        parts = {
            name: Captioned(self.kit, name, field, said=name in SAYING, parent=self)
            for name, field in self.plain.items()
        }
        made: tuple[tuple[str, QWidget, bool], ...] = (
            ("name", self.name, False), ("party", self.party, False), ("purpose", self.purpose, False),
            ("repeat", self.repeat, False), ("names", self.names, False),
        )  # fmt: skip
        parts |= {name: Captioned(self.kit, name, field, said=said, parent=self) for name, field, said in made}
        return parts | {"host": self.host.captioned}

    def _focus_of(self, name: str) -> QWidget:
        field = self.parts[name].field
        return field.focusProxy() or field

    def _connect(self) -> None:
        for part in self.parts.values():
            field = part.field
            watched = field.focusProxy() if field.focusProxy() else field
            assert watched is not None
            watched.installEventFilter(self)
        for line in (*self.plain.values(), self.name, self.party, self.repeat):
            line.textEdited.connect(lambda _: self.edited.emit())
        for changed in (self.names.textChanged, self.purpose.edited, self.host.edited, self.host.taken):
            changed.connect(self.edited)
        self.save.clicked.connect(self.accepted)
        self.leave.clicked.connect(self.left)
        self.throw.clicked.connect(self.thrown)
        self.waiting.clicked.connect(lambda: self.stepped.emit(1))

    def _arrange(self) -> None:
        column, head, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        self._grid = QGridLayout()
        for place in range(COLUMNS):
            self._grid.setColumnStretch(place, 1)
        for widget, stretch in ((self.title, 1), (self.waiting, 0), (self.throw, 0), (self.leave, 0)):
            head.addWidget(widget, stretch)
        foot.addWidget(self.save)
        foot.addWidget(self.told, 1)
        column.addLayout(head)
        column.addLayout(self._grid, 1)
        column.addLayout(foot)
        self.space(column, (EDGE, 6, EDGE, 8), 4)
        self.space(self._grid, gap=6)
        for row in (head, foot):
            self.space(row, gap=12)
