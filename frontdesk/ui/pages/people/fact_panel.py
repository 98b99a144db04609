"""Writing a quick fact where it stands: what about, what, from where, and whether it may be kept."""

from datetime import date

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import QuickFact
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.people.suggestion_line import SuggestionLine
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.choice import Option, Segments
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.form import Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import KeyCap, TextLabel

PAD = 10
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
TURNS = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
CONSENT = (Option("", "people.consent_unasked"), Option("yes", "people.consented"))
SHARES = {"name": 3, "value": 6, "source": 4}
ERROR_FIELDS = {"fact_name_missing": "name"}


class FactPanel(Ground):
    """``entered`` carries the ``QuickFact``. Enter goes from the name to the value, from elsewhere it stores;
    Tab goes on, Down and Up take what is suggested, Esc leaves.
    """

    entered = Signal(object)
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget) -> None:
        super().__init__(kit, parent=parent)
        self.fields = {name: LineField(kit, f"people.fact_{name}") for name in SHARES}
        self.consent = Segments(kit, "people.fact_consent", CONSENT)
        self.wrong, self._suggested = Sentence(kit), SuggestionLine(kit)
        self._fact, self._today, self._opened_with = QuickFact("", ""), date.min, QuickFact("", "")
        self._names: tuple[str, ...] = ()
        self._arrange()
        for field in self._order:
            field.installEventFilter(self)
        for line in self.fields.values():
            line.textEdited.connect(lambda _: self._take_back())
        self.hide()

    @property
    def fact(self) -> QuickFact:
        """The fact as typed; learned today unless only its source or consent is another."""
        name, value, source = (field.text().strip() for field in self.fields.values())
        same = (name, value) == (self._fact.name, self._fact.value)
        learned = self._fact.learned_on if same else self._today
        return QuickFact(name, value, source, learned, self.consent.value == "yes")

    @property
    def changed(self) -> bool:
        """Whether anything was typed since it was opened."""
        return self.isVisible() and self.fact != self._opened_with

    def open(self, rect: QRect, fact: QuickFact, names: tuple[str, ...], today: date) -> None:
        """Stand on a line of facts, with a fact to be changed or an empty one; ``names`` are suggested."""
        self._fact, self._names, self._today = fact, names, today
        self.put(fact)
        self._opened_with = self.fact
        self.wrong.clear()
        self.place(rect)
        self.show()
        self.raise_()
        self.fields["value" if fact.name else "name"].setFocus(Qt.FocusReason.OtherFocusReason)

    def focus(self) -> None:
        """Go on typing where it was left."""
        last = self.focusWidget() or self.fields["name"]
        last.setFocus(Qt.FocusReason.OtherFocusReason)

    def put(self, fact: QuickFact) -> None:
        """Put in a fact, or typing that was set aside."""
        for name, field in self.fields.items():
            field.setText(getattr(fact, name))
        self.consent.set_value("yes" if fact.consent else "")

    def place(self, rect: QRect) -> None:
        """Cover a line over the whole width of the card; it stays within the card."""
        px, parent = self.kit.theme.px, self.parentWidget()
        assert parent is not None
        self._spot = rect
        self.setFixedWidth(parent.width() - 2 * px(PAD))
        self.adjustSize()
        above = px(PAD) + self.kit.theme.line("caption")
        y = rect.center().y() - above - px("field") // 2
        self.move(px(PAD), max(0, min(y, parent.height() - self.height())))

    def say_error(self, error: DeskError) -> None:
        """Say what is wrong; what was typed stays."""
        field = self.fields[ERROR_FIELDS.get(error.code, "value")]
        field.set_wrong(True)
        self.wrong.say_error(error)
        field.setAccessibleDescription(self.wrong.text())
        self.place(self._spot)
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._suggest(watched)
        return isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._on_key(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        draw_frame(QPainter(self), self.kit.theme, self.rect(), fill="surface", outline="control", radius="radius.row")

    @property
    def _order(self) -> list[LineField | Segments]:
        return [*self.fields.values(), self.consent]

    def _on_key(self, watched: QObject, event: QKeyEvent) -> bool:
        key = Qt.Key(event.key())
        if key in ENTER and watched is self.fields["name"] and not event.modifiers():
            self.fields["value"].setFocus(Qt.FocusReason.TabFocusReason)
        elif key in ENTER:
            self.entered.emit(self.fact)
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key in TURNS:
            self._turn(watched, TURNS[key])
        elif key in STEPS and isinstance(watched, LineField):
            watched.setText(self._suggested.step(STEPS[key]) or watched.text())
            self._take_back()
        else:
            return False
        return True

    def _turn(self, watched: QObject, way: int) -> None:
        place = next(n for n, field in enumerate(self._order) if field is watched)
        self._order[(place + way) % len(self._order)].setFocus(Qt.FocusReason.TabFocusReason)

    def _suggest(self, watched: QObject) -> None:
        if watched is self.fields["name"]:
            self._suggested.suggest(self._names)
        elif watched is self.fields["source"]:
            self._suggested.suggest(tuple(self.kit.words("people.fact_sources").split(", ")))
        else:
            self._suggested.suggest(())

    def _take_back(self) -> None:
        """What is typed now may be right."""
        for field in self.fields.values():
            field.set_wrong(False)
        if self.wrong.text():
            self.wrong.clear()
            self.place(self._spot)

    def _arrange(self) -> None:
        column, grid, foot = QVBoxLayout(self), QGridLayout(), QHBoxLayout()
        named = [*self.fields.items(), ("consent", self.consent)]
        for place, (name, field) in enumerate(named):
            label = TextLabel(self.kit, Ink("caption", "text_2"))
            self.kit.words.bind(label, label.set_text, f"people.fact_{name}")
            grid.addWidget(label, 0, place)
            grid.addWidget(field, 1, place)
            grid.setColumnStretch(place, SHARES.get(name, 0))
        foot.addWidget(self._suggested, 1)
        for shortcut, name in (("Return", "people.keep"), ("Esc", "people.as_it_was")):
            foot.addWidget(KeyCap(self.kit, shortcut, name))
        column.addLayout(grid)
        column.addWidget(self.wrong)
        column.addLayout(foot)
        self.space(grid, gap=6)
        self.space(foot, gap=10)
        self.space(column, (PAD, PAD, PAD, PAD), 4)
