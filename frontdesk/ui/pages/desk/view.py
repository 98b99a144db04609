"""The desk's widgets in their places, without any behaviour."""

from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.answer_view import AnswerView
from frontdesk.ui.pages.desk.attach_strip import AttachStrip
from frontdesk.ui.pages.desk.box_line import BoxLine
from frontdesk.ui.pages.desk.contact_bar import ContactBar
from frontdesk.ui.pages.desk.contact_strip import ContactStrip
from frontdesk.ui.pages.desk.gap.strip import GapStrip
from frontdesk.ui.pages.desk.greeting_view import GreetingView
from frontdesk.ui.pages.desk.panes import Panes
from frontdesk.ui.pages.desk.promise.strip import PromiseStrip
from frontdesk.ui.pages.desk.results_list import ResultsList
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice
from frontdesk.ui.pages.desk.search_box import SearchBox
from frontdesk.ui.pages.desk.services import DeskServices
from frontdesk.ui.pages.desk.transfer.strip import TransferStrip
from frontdesk.ui.pages.desk.who_panel import WhoPanel
from frontdesk.ui.widgets.labels import HairLine

LOW = 700


class Surface(QFrame):
    """A pane with the ground of lists and cards. It covers what is below it, which is never painted for it."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        kit.theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), self._kit.theme.color("surface"))


class DeskView(QWidget):
    """Bar, panes and strip. Every part is public to the page that wires them."""

    def __init__(self, kit: Kit, services: DeskServices, voice: Voice, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self.bar = ContactBar(kit, services.clock, self)
        self.box, self.line, self.list = SearchBox(kit, self), BoxLine(kit, self), ResultsList(kit, self)
        self.who = WhoPanel(kit, self)
        self.greeting, self.answer = GreetingView(kit, self), AnswerView(kit, voice, self)
        self.reading = QStackedWidget(self)
        self.reading.addWidget(self.greeting)
        self.reading.addWidget(self.answer)
        self.panes = Panes(kit, self._left(), self._right(), self)
        self.strip, self.attach = ContactStrip(kit, self), AttachStrip(kit, self)
        self.promise = PromiseStrip(kit, self)
        self.transfer, self.gap = TransferStrip(kit, voice, self), GapStrip(kit, self)
        self._arrange()
        kit.theme.changed.connect(self._measure)
        self._measure()
        self._order_tabs()

    def show_answer(self, shown: bool) -> None:
        """Show the answer, or the greeting in its place."""
        self.reading.setCurrentWidget(self.answer if shown else self.greeting)

    def show_attach(self, shown: bool) -> None:
        """Show the strip that asks about a number in place of the contact strip; nothing else moves."""
        if shown:
            self.attach.setFixedHeight(self.strip.height())
        self.strip.setVisible(not shown)
        self.attach.setVisible(shown)

    def show_inline(self, strip: QWidget | None) -> None:
        """Let a taller strip stand in place of the contact strip, or none; the lists above keep their place."""
        for one in (self.transfer, self.gap):
            one.setVisible(one is strip)
        self.strip.setVisible(strip is None and self.attach.isHidden())
        self.answer.set_brief(strip is not None)

    def show_promise(self, shown: bool) -> None:
        """Show the strip that asks by when in place of the contact strip; nothing else moves."""
        if shown:
            self.promise.setFixedHeight(self.strip.height())
        self.strip.setVisible(not shown)
        self.promise.setVisible(shown)

    def set_low(self, height: int) -> None:
        """Let the card tell less where the window is low (in pixels)."""
        self.who.card.set_low(height < self.kit.theme.px(LOW - 40))

    def _left(self) -> QWidget:
        pane = Surface(self.kit, self)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._box_room = QVBoxLayout()
        self._box_room.addWidget(self.box)
        column.addLayout(self._box_room)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        return pane

    def _right(self) -> QWidget:
        pane = Surface(self.kit, self)
        column = QVBoxLayout(pane)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.who)
        column.addWidget(HairLine(self.kit, pane))
        column.addWidget(self.reading, 1)
        return pane

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(self.panes, 1)
        column.addWidget(self.strip)
        column.addWidget(self.attach)
        column.addWidget(self.promise)
        column.addWidget(self.transfer)
        column.addWidget(self.gap)

    def _measure(self) -> None:
        px = self.kit.theme.px
        self._box_room.setContentsMargins(px(16), px(12), px(16), px(2))

    def _order_tabs(self) -> None:
        order = (self.box, self.list, self.bar.number, self.strip.topic, self.strip.note, self.strip.finish)
        chain = (*order, *self.strip.outcomes, *self.strip.feedback, *self.bar.channels.buttons())
        for first, second in pairwise(chain):
            QWidget.setTabOrder(first, second)
