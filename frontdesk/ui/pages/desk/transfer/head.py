"""The head of the strip: its title, how often the caller was passed on, and the way they came."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.passing_on import TOO_OFTEN, HandOff
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.inline_head import SignLabel
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.paint.tags import TagLook
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import KeyCap, Tag, TextLabel
from frontdesk.ui.words import Words


class TransferHead(Ground):
    """28 high. The tag is red with sign and word from two hand-offs on."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "", parent)
        self.tag, self.way = Tag(kit, TagLook(""), self), TextLabel(kit, Ink("label", "text_2"), self)
        self.here = TextLabel(kit, Ink("label", bold=True), self)
        self._passed: tuple[HandOff, ...] = ()
        across = QHBoxLayout(self)
        across.addWidget(SignLabel(kit, "phone-forwarded", "transfer.title", self))
        for widget in (self.tag, self.way, self.here):
            across.addWidget(widget)
        across.addStretch(1)
        across.addWidget(KeyCap(kit, "Escape", "transfer.back", self))
        self.space(across, gap=8)
        kit.words.bind(self, self.here.set_text, "transfer.here")
        kit.words.changed.connect(self._fill)
        self._fill()

    def show_passed(self, passed: tuple[HandOff, ...]) -> None:
        """Say how often the caller was passed on in this matter, and where to."""
        self._passed = passed
        self._fill()

    def _fill(self) -> None:
        words, count = self.kit.words, len(self._passed)
        for widget in (self.tag, self.way, self.here):
            widget.setVisible(bool(count))
        self.way.set_text(f"{way(self._passed, words)} →")
        if count >= TOO_OFTEN:
            said = words("transfer.passed_often", count=count)
            self.tag.set_look(TagLook(said, "danger", "triangle-alert", bold=True))
        else:
            self.tag.set_look(TagLook(words("transfer.passed_once"), "overdue", "history"))


def way(passed: tuple[HandOff, ...], words: Words) -> str:
    """Say in words which way a caller came: from the desk to each that they were passed on to."""
    places = (words("transfer.desk"), *(one.receiver or words("transfer.somewhere") for one in passed))
    return " → ".join(places)
