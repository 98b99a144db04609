"""The bar above the record: a field for everything, and a button with a menu for each thing to filter by."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.asked_days import ALL_DAYS, Period, Stretch, period_text
from frontdesk.domain.contact_filter import ContactFilter, filter_said, read_filter
from frontdesk.domain.contacts import Channel, Feedback, Outcome
from frontdesk.domain.staff import Staff
from frontdesk.ui.contact_words import staff_name
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.log.filter_button import FilterButton, toggled
from frontdesk.ui.pages.log.filter_menu import Entry
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine

HEIGHT, FIELD, INSET, REST_MS = 56, 252, 16, 200
NONE = ContactFilter()
KEYS = "Ctrl+F"
BUTTONS = {
    "days": ("Alt+1", "calendar"),
    "channel": ("Alt+2", "phone"),
    "outcome": ("Alt+3", "check"),
    "topic": ("Alt+4", "tag"),
    "staff": ("Alt+5", "user"),
}


class FilterField(LineField):
    """``entered`` follows Enter and Down, ``left`` Esc in an empty field."""

    entered = Signal()
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "log.field", "search", "log.field_hint", parent)
        self.set_trailing(KEYS)
        self.textChanged.connect(lambda text: self.set_trailing("" if text else KEYS))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            if self.text():
                self.clear()
            else:
                self.left.emit()
        else:
            super().keyPressEvent(event)


class FilterBar(Ground):
    """``changed`` follows every change of ``wanted``, while typing after a short rest.

    What is typed stands over what was chosen in menus; Enter takes it over into these, but for the words.
    """

    changed = Signal()

    def __init__(self, kit: Kit, today: Callable[[], date], parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._today, self._chosen, self._typed = today, NONE, NONE
        self.topics: list[str] = []
        self.staff: list[Staff] = []
        self.field = FilterField(kit)
        self.buttons = {name: FilterButton(kit, f"log.by_{name}", *look) for name, look in BUTTONS.items()}
        self.saved = FilterButton(kit, "log.saved", "Alt+6", "star")
        self.saved.named = True
        self._rest = QTimer(self, singleShot=True, interval=REST_MS)
        self._rest.timeout.connect(self._read)
        self._arrange()
        self.field.textChanged.connect(lambda _: self._rest.start())
        for name, fill in (("days", self._days), ("channel", self._channels), ("outcome", self._outcomes),
                           ("topic", self._topics), ("staff", self._staff)):  # fmt: skip
            self.buttons[name].entries = fill
        kit.words.changed.connect(self._tell)
        self.measure()

    @property
    def wanted(self) -> ContactFilter:
        return self._typed.over(self._chosen)

    @property
    def tags(self) -> tuple[str, ...]:
        """What is filtered by that has no button of its own, said in words."""
        own = replace(self.wanted, channels=(), outcomes=(), topic="", staff="", words=())
        return filter_said(own, self.kit.words.language)

    def show_filter(self, wanted: ContactFilter) -> None:
        """Show and want this."""
        self._chosen, self._typed = replace(wanted, words=()), replace(NONE, words=wanted.words)
        self.field.blockSignals(True)
        self.field.setText(" ".join(_quoted(word) for word in wanted.words))
        self.field.blockSignals(False)
        self._rest.stop()
        self._tell()
        self.changed.emit()

    def clear(self) -> None:
        """Want everything."""
        if self.wanted != NONE or self.field.text():
            self.show_filter(NONE)

    def settle(self) -> None:
        """Take what was typed over into the buttons; the words stay in the field."""
        self._rest.stop()
        self._typed = read_filter(self.field.text(), self._today())
        self.show_filter(self.wanted)

    def measure(self) -> None:
        self.setFixedHeight(self.kit.theme.px(HEIGHT))
        self.field.setFixedWidth(self.kit.theme.px(FIELD))
        super().measure()
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Say less on the buttons where all do not fit."""
        every = (*self.buttons.values(), self.saved)
        for tight in (False, True):
            for button in every:
                button.set_tight(tight)
            gaps = self.kit.theme.px(8) * len(every) + 2 * self.kit.theme.px(INSET)
            if sum(button.sizeHint().width() for button in every) + self.field.width() + gaps <= self.width():
                break

    def _read(self) -> None:
        typed = read_filter(self.field.text(), self._today())
        if typed != self._typed:
            self._typed = typed
            self._tell()
            self.changed.emit()

    def _choose(self, **values: object) -> None:
        """Want something else of what the menus offer."""
        self._typed = read_filter(self.field.text(), self._today())
        self.show_filter(replace(self.wanted, **values))  # type: ignore[arg-type] # values of the fields named

    def _tell(self) -> None:
        wanted, language = self.wanted, self.kit.words.language
        words = self.kit.words
        self.buttons["days"].set_value(period_text(wanted.period, language))
        self.buttons["channel"].set_value(", ".join(words(f"desk.channel_{one.value}") for one in wanted.channels))
        self.buttons["outcome"].set_value(", ".join(words(f"desk.was_{one.value}") for one in wanted.outcomes))
        self.buttons["topic"].set_value(wanted.topic)
        self.buttons["staff"].set_value(wanted.staff)
        self._fit()

    def _days(self) -> list[Entry]:
        words, now = self.kit.words, self.wanted.period
        every = [(words("log.all_days"), ALL_DAYS)]
        every += [(period_text(Period(one), words.language), Period(one)) for one in Stretch]
        entries = [Entry(word, partial(self._choose, period=period), period == now) for word, period in every]
        return [*entries, Entry(words("log.type_days"), self._type_days, line=True)]

    def _type_days(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.field.selectAll()

    def _channels(self) -> list[Entry]:
        chosen = self.wanted.channels
        every = [Entry(self.kit.words(f"desk.channel_{one.value}"), partial(self._toggle, "channels", one, Channel),
                       one in chosen) for one in Channel]  # fmt: skip
        return [self._all(channels=()), *every]

    def _outcomes(self) -> list[Entry]:
        words, wanted = self.kit.words, self.wanted
        entries = [self._all(outcomes=())]
        entries += [Entry(words(f"desk.was_{one.value}"), partial(self._toggle, "outcomes", one, Outcome),
                          one in wanted.outcomes) for one in Outcome]  # fmt: skip
        for name in ("unanswered", "corrected"):
            on = bool(getattr(wanted, name))
            entries.append(
                Entry(words(f"log.{name}"), partial(self._choose, **{name: not on}), on, name == "unanswered")
            )
        for one in Feedback:
            on = wanted.feedback is one
            value = None if on else one
            entries.append(Entry(words(f"log.{one.value}"), partial(self._choose, feedback=value), on))
        return entries

    def _toggle(self, name: str, value: object, order: Iterable[object]) -> None:
        self._choose(**{name: toggled(getattr(self.wanted, name), value, order)})

    def _topics(self) -> list[Entry]:
        now = self.wanted.topic
        every = dict.fromkeys(filter(None, (now, *self.topics)))
        return [self._all(topic=""), *(Entry(one, partial(self._choose, topic=one), one == now) for one in every)]

    def _staff(self) -> list[Entry]:
        names = [staff_name(self.kit.words, one) for one in self.staff]
        said = [name if names.count(name) == 1 else one.code for one, name in zip(self.staff, names, strict=True)]
        every = (Entry(name, partial(self._choose, staff=name), name == self.wanted.staff) for name in said)
        return [self._all(staff=""), *every]

    def _all(self, **none: object) -> Entry:
        """Return the entry that lets all through again."""
        on = all(getattr(self.wanted, name) == value for name, value in none.items())
        return Entry(self.kit.words("log.all"), partial(self._choose, **none), on)

    def _arrange(self) -> None:
        bar, column = QWidget(), QVBoxLayout(self)
        row = QHBoxLayout(bar)
        row.addWidget(self.field)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self.saved)
        self.space(column)
        self.space(row, (INSET, 0, INSET, 0), 8)
        column.addWidget(bar, 1)
        column.addWidget(HairLine(self.kit))


def _quoted(word: str) -> str:
    plain = read_filter(word, date(2000, 1, 1)) == replace(NONE, words=(word,))
    return word if plain else f'"{word}"'
