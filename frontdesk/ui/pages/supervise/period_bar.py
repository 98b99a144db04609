"""The bar above the figures: which days, beside which."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from frontdesk.domain.asked_days import Days, days_text, read_period
from frontdesk.domain.counted_days import CountedDays, Span, before, days_of, named_days
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.choice import Option, Segments
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.ground import PAGE_INSET, Ground
from frontdesk.ui.widgets.labels import KeyCap, TextLabel

HEIGHT, FIELD, LEAST_FOR_KEY = 52, 216, 1100


class DaysField(LineField):
    """Takes days as they are typed; ``asked`` follows Enter, ``left`` Esc."""

    asked = Signal(str)
    left = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "supervise.days", "calendar", parent=parent)
        self.returnPressed.connect(lambda: self.asked.emit(self.text()))

    def refresh(self) -> None:
        super().refresh()
        self.setFixedWidth(self.kit.theme.px(FIELD))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)


class PeriodBar(Ground):
    """``changed`` carries the days a person asked for; ``left`` says that they are done with the field."""

    changed = Signal(object)
    left = Signal()

    def __init__(self, kit: Kit, today: date, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self.today, self.days = today, days_of(Span.MONTH, today, today)
        self.field = DaysField(kit)
        self.spans = Segments(kit, "supervise.span", tuple(Option(one, f"supervise.{one}") for one in Span))
        self.remark = TextLabel(kit, Ink("label", "text_2"))
        self._title = TextLabel(kit, Ink("title", bold=True))
        self._wrong, self._print = False, KeyCap(kit, "Ctrl+P", "supervise.print")
        self._arrange()
        kit.words.bind(self, self._title.set_text, "supervise.title")
        kit.words.changed.connect(self.renew)
        self.field.asked.connect(self._read)
        self.field.left.connect(self._give_up)
        self.spans.chosen.connect(self._choose)
        self.renew()

    def show_days(self, days: CountedDays) -> None:
        self.days = days
        self.renew()

    def renew(self) -> None:
        """Write everything again, as after a change of language."""
        self._wrong = False
        self.field.set_wrong(False)
        self.field.setText(self._written(self.days))
        self.spans.set_value(self.days.span)
        self.remark.set_text(self.kit.words("supervise.beside", days=self._written(before(self.days))))

    def type_days(self) -> None:
        """Let days be typed."""
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.field.selectAll()

    def measure(self) -> None:
        super().measure()
        self.setFixedHeight(self.kit.theme.px(HEIGHT))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, the days that are compared matter more than a key that F1 tells."""
        super().resizeEvent(event)
        self._print.setVisible(self.width() >= self.kit.theme.px(LEAST_FOR_KEY))

    def _written(self, days: CountedDays) -> str:
        return days_text(Days(days.first, days.last), self.kit.words.language)

    def _choose(self, span: str) -> None:
        if span == Span.RANGE:
            self.changed.emit(CountedDays(self.days.first, self.days.last))
            self.type_days()
        else:
            self.changed.emit(days_of(Span(span), self.days.last, self.today))

    def _read(self, text: str) -> None:
        asked = read_period(text, self.today)
        days = asked.days(self.today) if asked else Days()
        if days.first is None or days.first > self.today:
            self.field.set_wrong(True)
            self.remark.set_text(self.kit.words("supervise.days_unknown"))
            return
        last = min(days.last or self.today, self.today)
        self.changed.emit(named_days(days.first, last, self.today))
        self.left.emit()

    def _give_up(self) -> None:
        self.renew()
        self.left.emit()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        for widget in (self._title, self.field, self.spans):
            row.addWidget(widget)
        row.addWidget(self.remark, 1)
        self._title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        for key, name in (("[", "supervise.step_back"), ("]", "supervise.step_on")):
            row.addWidget(KeyCap(self.kit, key, name))
        row.addWidget(self._print)
        self.space(row, (PAGE_INSET, 0, PAGE_INSET, 0), 12, page=True)
        self.measure()
