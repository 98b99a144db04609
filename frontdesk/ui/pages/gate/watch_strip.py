"""The watch list at the gate: a likeness, its reason and advice, and four keys; the guard decides.

On a screen that strangers can read, nothing tells that there is a list: a neutral sign, until a key is held.
"""

from collections.abc import Iterable

from PySide6.QtCore import QElapsedTimer, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.watch_list import Decision, WatchHit
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.contact_strip import pressed_digit
from frontdesk.ui.pages.gate.big_button import BigButton
from frontdesk.ui.pages.gate.watch_face import WatchFace
from frontdesk.ui.paint.caps import CapLook
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.reveal import Reveal
from frontdesk.ui.watch_words import decision_word, small_word, spoken_hit
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel

CHOICES = tuple(Decision)
GRACE_MS = 400
"""Who goes on typing for the box after the keys changed hands decides nothing until the hands have rested so long."""
SETTLE_MS = 300
"""A number decides once so long no other key has followed: a plate or a scan may begin with the same sign."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
PAD, GAP, NOTE = 16, 10, 320


class NoteField(LineField):
    """A field of the gate's size."""

    style_name, height_name = "gate_body", "search_box"


class WatchStrip(Ground):
    """Gone while there is nothing to show. It never takes the focus by itself: ``take_keys`` gives it the keys.

    ``decided`` carries the ``WatchHit``, a ``Decision`` and a note. ``finished`` follows the last decision, ``left``
    Esc. ``looked`` carries the id of an entry that was uncovered on a discreet screen.
    """

    decided = Signal(object, object, str)
    finished = Signal()
    left = Signal()
    looked = Signal(str)

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "", parent)
        self._hits: tuple[WatchHit, ...] = ()
        self._done, self._seen, self._expanded = set[str](), set[str](), False
        self._since, self.grace_ms, self.settle_ms = QElapsedTimer(), GRACE_MS, SETTLE_MS
        self._waiting: Decision | None = None
        self._settling = QTimer(self, singleShot=True)
        self.face, self.small = WatchFace(kit), TextLabel(kit, Ink("gate_small", "text_2"))
        self.note = NoteField(kit, "watch.note", hint="watch.note_hint")
        self.buttons = [self._button(number, decision) for number, decision in enumerate(CHOICES, 1)]
        self.reveal = Reveal(self)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._arrange()
        self._settling.timeout.connect(self._settle)
        self.reveal.changed.connect(self._on_reveal)
        self.note.returnPressed.connect(self.take_keys)
        kit.words.changed.connect(self._renew)
        self.hide()

    @property
    def hit(self) -> WatchHit | None:
        """The hit to decide on now."""
        return next(iter(self._to_decide()), None)

    @property
    def readable(self) -> bool:
        """Whether all of a hit may be read: on a discreet screen only while the key is held."""
        return not self.kit.words.discreet or self.reveal.shown

    def show_hits(self, hits: Iterable[WatchHit]) -> None:
        """Show whom the arrival in hand may be; what was decided for it stays decided."""
        self._hits = tuple(hits)
        self._renew()

    def clear(self) -> None:
        """Begin with another arrival."""
        self._hits, self._expanded = (), False
        self._wait_for(None)
        self._done.clear()
        self._seen.clear()
        self.note.clear()
        self._renew()

    def take_keys(self) -> None:
        """Let the number keys act from now on."""
        self._since.restart()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def expand(self) -> None:
        """Show small hits in full, to be decided on as well."""
        self._expanded = True
        self._since.restart()
        self._renew()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.isAutoRepeat():
            return
        elif event.key() in ENTER and self.hit is None:
            self.expand()
        elif event.text().strip() or event.key() in ENTER:
            self._take_sign(pressed_digit(event))
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._light(live=True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._wait_for(None)
        self._light(live=False)

    def decide(self, decision: Decision) -> None:
        """Take a decision about the hit in view; one that could not be read yet is not decided on."""
        hit, note = self.hit, self.note.text()
        if hit is None:
            return
        if self.kit.words.discreet and hit.watched.id not in self._seen:
            self.small.set_text(self.kit.words("watch.look_first"))
            self.small.show()
            return
        self._done.add(hit.watched.id)
        self.note.clear()
        self._since.restart()
        self._renew()
        self.decided.emit(hit, decision, note)
        if self.hit is None:
            self.finished.emit()

    def measure(self) -> None:
        super().measure()
        if hasattr(self, "note"):
            self.note.setMaximumWidth(self.kit.theme.px(NOTE))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self.hit is None:
            self.expand()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), self.kit.theme
        alarm = self.readable and self.hit is not None
        painter.fillRect(self.rect(), theme.color("danger_soft" if alarm else "surface"))
        edge = theme.px("stroke.focus") if alarm else theme.px("hair")
        painter.fillRect(0, 0, self.width(), edge, theme.color("danger" if alarm else "line"))
        painter.fillRect(0, self.height() - edge, self.width(), edge, theme.color("danger" if alarm else "line"))

    @property
    def _awake(self) -> bool:
        return not self._since.isValid() or self._since.elapsed() >= self.grace_ms

    def _take_sign(self, digit: int) -> None:
        """Let a number wait for the keys to rest; any other sign, or a second one, says that somebody is typing."""
        typing = self._waiting is not None or not self._awake
        if typing or not 1 <= digit <= len(CHOICES):
            self._wait_for(None)
            self._since.restart()
        elif self.hit is not None:
            self._wait_for(CHOICES[digit - 1])

    def _wait_for(self, decision: Decision | None) -> None:
        self._waiting = decision
        if decision is None:
            self._settling.stop()
        elif self.settle_ms:
            self._settling.start(self.settle_ms)
        else:
            self._settle()

    def _settle(self) -> None:
        decision, self._waiting = self._waiting, None
        if decision is not None:
            self.decide(decision)

    def _light(self, *, live: bool) -> None:
        """Fill the caps while a number alone is enough."""
        for button in self.buttons:
            button.cap_look = CapLook.FILLED if live else CapLook.OUTLINED
            button.update()

    def _to_decide(self) -> tuple[WatchHit, ...]:
        wanted = (hit for hit in self._hits if self._expanded or not hit.quiet)
        return tuple(hit for hit in wanted if hit.watched.id not in self._done)

    def _on_reveal(self, shown: bool) -> None:
        hit = self.hit
        if shown and hit is not None and self.kit.words.discreet:
            self._seen.add(hit.watched.id)
            self.looked.emit(hit.watched.id)
        self._renew()

    def _renew(self) -> None:
        hit, words = self.hit, self.kit.words
        total = sum(self._expanded or not one.quiet for one in self._hits)
        place = words("watch.place", place=total - len(self._to_decide()) + 1, count=total) if total > 1 else ""
        self.face.show_hit(hit, place, self.readable)
        self.face.setVisible(hit is not None)
        self._keys.setVisible(hit is not None)
        self.note.setVisible(not words.discreet)
        for button, decision in zip(self.buttons, CHOICES, strict=True):
            button.show_text(decision_word(words, decision) if self.readable else "")
        self._renew_small()
        self._speak(hit)
        self.setVisible(bool(hit or self.small.text()))
        self.update()

    def _renew_small(self) -> None:
        """Say in one line what needs no decision."""
        words = self.kit.words
        quiet = [] if self._expanded else [hit for hit in self._hits if hit.quiet]
        told = " · ".join(small_word(words, hit) for hit in quiet)
        full = words("watch.small", hits=told) if told else ""
        if told and not self.readable:  # the sign for a hit says already that there is something to read
            full = "" if self.hit else words("watch.small_neutral")
        self.small.set_text(full)
        self.small.setVisible(bool(full))

    def _speak(self, hit: WatchHit | None) -> None:
        """Tell who hears the screen read what can be read on it, and no more."""
        words = self.kit.words
        spoken = spoken_hit(words, hit, hit.adder) if hit and self.readable else words("watch.neutral")
        self.setAccessibleName(spoken)

    def _button(self, number: int, decision: Decision) -> BigButton:
        button = BigButton(self.kit, "", str(number))
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.clicked.connect(lambda: self.decide(decision))
        return button

    def _arrange(self) -> None:
        column, row, self._keys = QVBoxLayout(self), QHBoxLayout(), QWidget()
        self._keys.setLayout(row)
        for button in self.buttons:
            row.addWidget(button)
        row.addWidget(self.note, 1)
        row.addStretch()
        for widget in (self.face, self._keys, self.small):
            column.addWidget(widget)
        self.space(column, (PAD, 8, PAD, 10), 4)
        self.space(row, gap=GAP)
        self.measure()
