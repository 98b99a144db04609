"""Words that callers used for an answer and that do not find it yet, with the keys to decide about them."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.answer_use import Suggestion
from frontdesk.domain.thai_dates import format_date
from frontdesk.services.clock import SITE_ZONE
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.frames import draw_frame
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import KeyButton
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel
from frontdesk.ui.words import Words

HEIGHT, PAD, GAP = 48, 12, 8
ADD_KEY, REFUSE_KEY = "Ctrl+=", "F12"


class SuggestionBar(Ground):
    """Shows the first suggestion; after a decision the next one moves up. Gone while there is none."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "", parent)
        self._suggestions: tuple[Suggestion, ...] = ()
        self.sentence = TextLabel(kit, Ink("label", bold=True))
        self.add = KeyButton(kit, "answers.add_keyword", ADD_KEY)
        self.refuse = KeyButton(kit, "answers.refuse_keyword", REFUSE_KEY)
        row = QHBoxLayout(self)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.add)
        row.addWidget(self.refuse)
        self.space(row, (PAD, 0, PAD, 0), GAP)
        self.measure()
        self.hide()

    @property
    def words(self) -> str:
        """The words that a key now decides about; empty while there are none."""
        return self._suggestions[0].words if self._suggestions else ""

    def take(self) -> str:
        """Return the words that are being decided about, and go on to the next."""
        words = self.words
        self.show_suggestions(self._suggestions[1:])
        return words

    def show_suggestions(self, suggestions: tuple[Suggestion, ...]) -> None:
        self._suggestions = suggestions
        self.setVisible(bool(suggestions))
        if suggestions:
            said = sentence(suggestions, self.kit.words)
            self.sentence.set_text(said)
            self.setToolTip(said)

    def measure(self) -> None:
        self.setFixedHeight(self.kit.theme.px(HEIGHT))
        super().measure()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self.kit.theme
        outline = "control" if theme.outlined else ""
        draw_frame(QPainter(self), theme, self.rect(), fill="canvas", outline=outline, radius="radius.row")


def sentence(suggestions: tuple[Suggestion, ...], words: Words) -> str:
    """Say what callers said, how often, when last, and how many more such words there are."""
    first, more = suggestions[0], len(suggestions) - 1
    day = format_date(first.last_at.astimezone(SITE_ZONE).date(), words.language)
    said = words("answers.callers_said", words=first.words, count=first.times, day=day)
    return f"{said} · {words('answers.more_words', count=more)}" if more else said
