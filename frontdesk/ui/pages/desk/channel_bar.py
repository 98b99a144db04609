"""The six channels, side by side: Ctrl+Shift+1..6."""

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from frontdesk.domain.contacts import Channel
from frontdesk.ui.contact_words import CHANNEL_ICONS
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_focus_ring, draw_frame
from frontdesk.ui.paint.ink import Ink, baseline, draw_text, text_width

PAD, GAP = 10, 7


class ChannelButton(QAbstractButton):
    """One channel; the chosen one stands out of the frame."""

    def __init__(self, kit: Kit, channel: Channel, place: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._kit, self._icon, self._hover, self._short = kit, CHANNEL_ICONS[channel], False, False
        self._keys = f"Ctrl+Shift+{place}"
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.words.bind(self, self._set_word, f"desk.channel_{channel.value}")
        kit.theme.changed.connect(self._measure)

    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        word = 0 if self._wordless else self.word_width()
        return QSize(word + theme.px("icon.small") + 2 * theme.px(PAD), theme.px(32))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def word_width(self) -> int:
        """Return how much the word takes, with the gap before it."""
        ink, theme = Ink("label", bold=self.isChecked()), self._kit.theme
        return round(text_width(theme, ink, self.text()) + 0.5) + theme.px(GAP)

    def set_short(self, short: bool) -> None:
        """Leave the word out while another channel is chosen."""
        self._short = short
        self._measure()

    @property
    def _wordless(self) -> bool:
        return self._short and not self.isChecked()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._hover = True
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._hover = False
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self._kit.theme
        ink = Ink("label", "accent" if self.isChecked() else "text" if self._hover else "text_2", self.isChecked())
        if self.isChecked():
            draw_frame(painter, theme, self.rect(), fill="surface", outline="control")
        side = theme.px("icon.small")
        self._kit.icons.paint(painter, self._icon, ink.role, theme.px(PAD), (self.height() - side) // 2, side)
        x = theme.px(PAD) + side + theme.px(GAP)
        if not self._wordless:
            draw_text(painter, theme, ink, self.text(), x, baseline(theme, ink.style, 0, self.height()))
        if self.hasFocus():
            draw_focus_ring(painter, theme, self.rect())

    def _set_word(self, word: str) -> None:
        self.setText(word)
        self.setAccessibleName(word)
        self.setToolTip(f"{word}  {self._keys}")
        self._measure()

    def _measure(self) -> None:
        self.updateGeometry()
        self.update()


class ChannelBar(QWidget):
    """``chosen`` tells the channel that a person picked."""

    chosen = Signal(object)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._group = QButtonGroup(self)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        kit.words.bind(self, self.setAccessibleName, "desk.channel")
        row = QHBoxLayout(self)
        row.setContentsMargins(2, 2, 2, 2)
        row.setSpacing(0)
        self._buttons = [ChannelButton(kit, channel, place, self) for place, channel in enumerate(Channel, 1)]
        for place, button in enumerate(self._buttons):
            self._group.addButton(button, place)
            row.addWidget(button)
        self._group.idClicked.connect(lambda place: self.chosen.emit(list(Channel)[place]))
        self.show_channel(Channel.PHONE)

    def show_channel(self, channel: Channel) -> None:
        """Mark a channel without telling anybody."""
        button = self._group.button(list(Channel).index(channel))
        if button.isChecked():
            return
        button.setChecked(True)
        for button in self._group.buttons():
            button.updateGeometry()

    def full_width(self) -> int:
        """Return how wide the bar is with every word."""
        theme, buttons = self._kit.theme, self._buttons
        return 4 + sum(theme.px("icon.small") + 2 * theme.px(PAD) + button.word_width() for button in buttons)

    def set_short(self, short: bool) -> None:
        """Show the word of the chosen channel only."""
        for button in self._buttons:
            button.set_short(short)

    def show_first(self) -> None:
        """Go back to the channel that most contacts come by."""
        self.show_channel(Channel.PHONE)

    def buttons(self) -> list[QAbstractButton]:
        return self._group.buttons()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        draw_frame(painter, self._kit.theme, self.rect(), fill="sunken", outline="line", radius="radius.row")
