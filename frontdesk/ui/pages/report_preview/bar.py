"""The bar over a paper: what it is, where one is in it, its language, and the key that prints."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from frontdesk.domain.languages import Language
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.report_preview.turn_keys import TurnKeys
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import KeyButton, PrimaryButton
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel

HEIGHT, INSET = 52, 16


class ReportBar(Ground):
    """``language`` and ``print`` are its buttons."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "", parent)
        self._place, self._language = (0, 0), Language.TH
        self._title = TextLabel(kit, Ink("label", bold=True))
        self.where = TextLabel(kit, Ink("label", "text_2", tabular=True))
        self.language = KeyButton(kit, "", icon="languages")
        self.print = PrimaryButton(kit, "report_preview.print", "Ctrl+P")
        kit.words.bind(self, self._title.set_text, "report_preview.title")
        kit.words.changed.connect(self._renew)
        self._arrange()
        self.measure()

    def show_place(self, page: int, pages: int) -> None:
        """Say which page of how many is shown; nothing while there are none."""
        self._place = (page, pages)
        said = self.kit.words("report_preview.page_of", page=f"{page:,}", pages=f"{pages:,}") if pages else ""
        self.where.set_text(said)
        self.print.setEnabled(bool(pages))

    def show_language(self, language: Language) -> None:
        self._language = language
        self.language.show_text(self.kit.words(f"report_preview.in_{language.value}"))

    def _renew(self) -> None:
        self.show_place(*self._place)
        self.show_language(self._language)

    def measure(self) -> None:
        self.setFixedHeight(self.kit.theme.px(HEIGHT))
        super().measure()

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        for widget in (self._title, self.where, TurnKeys(self.kit)):
            row.addWidget(widget)
        row.addStretch(1)
        row.addWidget(self.language)
        row.addWidget(self.print)
        self.space(row, (INSET, 0, INSET, 0), 10)
