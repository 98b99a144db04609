"""A form's fields under their labels, in a grid of twelve columns."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.forms.area_field import AreaField
from frontdesk.ui.pages.forms.cover import Cover
from frontdesk.ui.pages.forms.fields import COLUMNS, Errors, FieldKind, FieldSpec, Values
from frontdesk.ui.widgets.choice import ChoiceList, Segments
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.form import Labelled
from frontdesk.ui.widgets.ground import Ground

Field = LineField | AreaField | ChoiceList | Segments


class Form(Ground):
    """``edited``: something was typed or chosen. ``area`` names the texts of labels and hints. ``uncovered``: a
    private field can be read by somebody who went to it.
    """

    edited = Signal()
    uncovered = Signal()

    def __init__(self, kit: Kit, area: str, specs: Iterable[FieldSpec], parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._area = area
        self.fields: dict[str, Field] = {}
        self._labelled: dict[str, Labelled] = {}
        self._covers: list[Cover] = []
        grid = self._grid = QGridLayout(self)
        self.space(grid, (24, 8, 24, 16), 10, page=True)
        used: dict[int, int] = {}
        for spec in specs:
            start = used.get(spec.row, 0)
            used[spec.row] = start + spec.span
            grid.addWidget(self._labelled_field(spec), 2 * spec.row, start, 1, spec.span, Qt.AlignmentFlag.AlignTop)
        for column in range(COLUMNS):
            grid.setColumnStretch(column, 1)
        grid.setRowStretch(grid.rowCount(), 1)

    def put_below(self, row: int, remark: QWidget) -> None:
        """Put a line of its own under a row of fields."""
        self._grid.addWidget(remark, 2 * row + 1, 0, 1, COLUMNS)

    def reveal(self, on: bool) -> None:
        """Let private fields be read while a key is held."""
        for cover in self._covers:
            cover.reveal(on)

    def values(self) -> Values:
        """Return what stands in every field now."""
        return {name: _value(field) for name, field in self.fields.items()}

    def set_values(self, values: Values) -> None:
        """Fill the fields without telling anybody, and forget what was wrong."""
        blocker = QSignalBlocker(self)
        for name, field in self.fields.items():
            _set_value(field, values.get(name, ""))
        self.show_errors({})
        for cover in self._covers:
            cover.renew()
        blocker.unblock()

    def show_errors(self, errors: Errors) -> None:
        """Mark the fields that are wrong, each with its sentence, and go to the first of them."""
        for name, labelled in self._labelled.items():
            labelled.say_error(errors.get(name))
            field = self.fields[name]
            if isinstance(field, AreaField):
                field.set_wrong(name in errors)
        first = next((name for name in self.fields if name in errors), "")
        if first:
            self.fields[first].setFocus(Qt.FocusReason.OtherFocusReason)

    def error(self, name: str) -> str:
        """Return the sentence under a field, or nothing."""
        return self._labelled[name].wrong.text()

    def _labelled_field(self, spec: FieldSpec) -> Labelled:
        field = self._made(spec)
        self.fields[spec.name] = field
        signal = field.textChanged if isinstance(field, LineField | AreaField) else field.chosen
        signal.connect(lambda *_: self.edited.emit())
        if spec.private:
            self._cover(field, spec.private)
        self._labelled[spec.name] = Labelled(self.kit, self._label(spec), field)
        return self._labelled[spec.name]

    def _cover(self, field: Field, private: str) -> None:
        cover = Cover(self.kit, field, partial(_value, field), private)
        cover.lifted.connect(self.uncovered)
        self._covers.append(cover)

    def _made(self, spec: FieldSpec) -> Field:
        label, hint = self._label(spec), f"{self._area}.{spec.hint}" if spec.hint else ""
        if spec.kind is FieldKind.AREA:
            return AreaField(self.kit, label, spec.lines, hint)
        if spec.kind is FieldKind.CHOICE:
            return ChoiceList(self.kit, label, spec.options)
        if spec.kind is FieldKind.SEGMENTS:
            return Segments(self.kit, label, spec.options)
        return LineField(self.kit, label, hint=hint)

    def _label(self, spec: FieldSpec) -> str:
        return f"{self._area}.field_{spec.name}"


def _value(field: Field) -> str:
    return field.text() if isinstance(field, LineField | AreaField) else field.value


def _set_value(field: Field, value: str) -> None:
    if isinstance(field, LineField | AreaField):
        field.setText(value)
        if isinstance(field, LineField):
            field.setCursorPosition(0)
    else:
        field.set_value(value)
