"""One form at a time in the right pane. What is typed and not saved is kept until it is discarded."""

from collections.abc import Collection, Iterable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.ui.commands import Scope, bind_commands
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.forms.fields import Errors, FieldSpec, Values
from frontdesk.ui.pages.forms.form import Form
from frontdesk.ui.pages.forms.form_foot import FormFoot
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel
from frontdesk.ui.widgets.scroller import Scroller


class FormPane(Ground):
    """``save_asked`` carries the key of what is edited and its values; ``left`` follows going back.

    Only what was changed is kept aside, so that it meets whatever the record says by then.
    """

    save_asked = Signal(str, object)
    left = Signal()

    def __init__(self, kit: Kit, area: str, specs: Iterable[FieldSpec], parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._key, self._saved = "", Values()
        self._kept: dict[str, Values] = {}
        self._last_field: QWidget | None = None
        self.title = TextLabel(kit, Ink("title"))
        self._title = kit.words.bind(self, self.title.set_text, "forms.save")
        self.form, self.foot = Form(kit, area, specs), FormFoot(kit)
        self._arrange()
        self._connect()

    @property
    def key(self) -> str:
        """What is being edited; empty while no form is open."""
        return self._key

    @property
    def unsaved(self) -> bool:
        """Tell whether anything typed anywhere is not saved."""
        return bool(self._kept or self._changes())

    @property
    def put_by(self) -> str:
        """A key whose typing was put aside; empty where there is none, or where the open form comes first."""
        return "" if self._changes() else next(iter(self._kept), "")

    def holds(self, key: str) -> bool:
        """Tell whether typing for this key was put aside."""
        return key in self._kept

    def open(self, key: str, values: Values, title: str, **gaps: object) -> None:
        """Edit something; typing that was put aside for it comes back."""
        self.put_aside()
        self._key, self._saved = key, values
        self._title.say(title, **gaps)
        self.form.set_values(values | self._kept.pop(key, {}))
        self.foot.say_error(None)
        self._renew()
        first = next(iter(self.form.fields.values()))
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def only_changed(self, names: Collection[str]) -> bool:
        """Tell whether nothing but these fields was changed in the open form."""
        return all(name in names for name in self._changes())

    def put_aside(self) -> None:
        """Close the form and keep what is typed for another time."""
        changes = self._changes()
        if changes:
            self._kept[self._key] = changes
        self._key = ""

    def done(self) -> None:
        """Close the form after it was saved."""
        self._key = ""
        self.left.emit()

    def refuse(self, errors: Errors, whole: DeskError | None = None) -> None:
        """Say what is wrong, at its field or with the whole form."""
        self.foot.be_plain(unsaved=True)
        self.foot.say_error(whole)
        self.form.show_errors(errors)

    def save(self) -> None:
        if self._key:
            self.save_asked.emit(self._key, self.form.values())

    def back(self) -> None:
        """Go back; where typing would be lost, ask first."""
        if self.foot.asking:
            self._go_on()
        elif self._changes():
            self._last_field = self.focusWidget()
            self.foot.ask()
        else:
            self.done()

    def _changes(self) -> Values:
        if not self._key:
            return {}
        return {name: value for name, value in self.form.values().items() if value != self._saved.get(name, "")}

    def _discard(self) -> None:
        self.form.set_values(self._saved)
        self.done()

    def _go_on(self) -> None:
        self._renew()
        (self._last_field or self.form).setFocus(Qt.FocusReason.OtherFocusReason)

    def _renew(self) -> None:
        self.foot.be_plain(bool(self._changes()))

    def _on_edit(self) -> None:
        self.foot.say_error(None)
        self._renew()

    def _connect(self) -> None:
        self.form.edited.connect(self._on_edit)
        self.foot.save_asked.connect(self.save)
        self.foot.back_asked.connect(self.back)
        self.foot.go_on_asked.connect(self._go_on)
        self.foot.discard_asked.connect(self._discard)
        bind_commands(self, Scope.FORM, {"save": self.save, "leave": self.back})

    def _arrange(self) -> None:
        head, column = QVBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.title)
        column.addLayout(head)
        column.addWidget(Scroller(self.form), 1)
        column.addWidget(self.foot)
        self.space(head, (22, 14, 24, 0), page=True)
        self.space(column)
