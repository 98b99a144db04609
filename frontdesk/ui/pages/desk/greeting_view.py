"""What to say and press before anything is typed, and what to say where there is no answer."""

from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from frontdesk.domain.languages import Language
from frontdesk.domain.politeness import spoken
from frontdesk.domain.site import Site
from frontdesk.domain.staff import Staff
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.hint_lines import HintLines
from frontdesk.ui.pages.desk.rows_paint.answer_row import LANGUAGE_TAG
from frontdesk.ui.pages.desk.say_block import SayBlock
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.labels import OVERHANG, TextLabel

MISSING_HINTS = (("F10", "desk.hint_gap"), ("↓", "desk.hint_nearest"), ("Alt+0", "desk.hint_literal"))
NOTED_HINTS = (("F10", "desk.could_not_answer_on"), *MISSING_HINTS[1:])
HINTS = (("ก–ฮ", "desk.hint_type"), ("Ctrl+K", "desk.hint_box"), ("F12", "desk.hint_no"))


class GreetingView(QFrame):
    """The greeting as a line to say, with the three keys to begin with."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._site, self._staff = Site(), Staff("", "", "")
        self._head = TextLabel(kit, Ink("caption", "text_3"), self)
        self.say = SayBlock(kit, self)
        self._hints = HintLines(kit, HINTS, self)
        self._lay_out()
        kit.words.changed.connect(self._fill)
        kit.theme.changed.connect(self._fill)
        self._missing = self._noted = False
        self._fill()

    def set_place(self, site: Site, staff: Staff) -> None:
        """Greet for a place, by the name of whoever is signed in."""
        self._site, self._staff = site, staff
        self._fill()

    def show_missing(self, missing: bool, noted: bool = False) -> None:
        """Say what to tell the caller where nothing was found; ``noted`` if that is on the contact already."""
        if (missing, noted) != (self._missing, self._noted):
            self._missing, self._noted = missing, noted
            self._hints.set_lines((NOTED_HINTS if noted else MISSING_HINTS) if missing else HINTS)
            self._fill()

    def _lay_out(self) -> None:
        px = self._kit.theme.px
        column = self._column = QVBoxLayout(self)
        column.setSpacing(px(4))
        column.addWidget(self._head)
        self._body = QVBoxLayout()
        self._body.setSpacing(px(14))
        self._body.addWidget(self.say)
        self._body.addWidget(self._hints)
        column.addLayout(self._body)
        column.addStretch(1)

    def _fill(self) -> None:
        px = self._kit.theme.px
        inset = px(32) if self._kit.theme.wide else px(24)
        self._column.setContentsMargins(inset - OVERHANG, px(18), inset, px(16))
        self._body.setContentsMargins(OVERHANG, 0, 0, 0)
        words = self._kit.words
        self._head.set_text(words("desk.no_answer" if self._missing else "desk.greeting"))
        lines = {language: self._line(language) for language in Language}
        first = words.language
        second = Language.EN if first is Language.TH else Language.TH
        other = LANGUAGE_TAG[second]
        if lines[first]:
            self.say.set_lines(lines[first], lines[second], other)
        else:
            self.say.set_lines(lines[second], tag=other)

    def _line(self, language: Language) -> str:
        words, thai = self._kit.words, language is Language.TH
        if self._missing:
            text = words("desk.say_missing_th" if thai else "desk.say_missing_en")
        else:
            text = self._site.greeting if thai else self._site.greeting_en
        staff = self._staff
        name = staff.name if thai else staff.name_en or staff.name
        named = text.replace("{name}", name.split(" ")[0]).replace("{particle}", staff.particle.value)
        return spoken(named, staff.particle)
