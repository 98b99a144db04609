"""What this program is, what it is made of, and under which licences."""

from PySide6.QtWidgets import QHeaderView

import frontdesk
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.section import Section
from frontdesk.ui.widgets.text_table import TextTable

LICENCES = (
    ("frontdesk", "MIT"),
    ("Sarabun", "SIL Open Font License 1.1"),
    ("Lucide", "ISC"),
    ("Qt, PySide6", "LGPL 3.0"),
    ("SQLite", "public domain"),
    ("SQLCipher, sqlcipher3", "BSD, zlib"),
    ("SQLAlchemy, Alembic", "MIT"),
    ("Whoosh", "BSD"),
    ("nlpo3, PyThaiNLP", "Apache 2.0"),
    ("ICU, icu4py", "Unicode, MIT"),
    ("phonenumbers", "Apache 2.0"),
    ("RapidFuzz, NumPy", "MIT, BSD"),
    ("argon2-cffi", "MIT"),
    ("openpyxl, XlsxWriter", "MIT, BSD"),
    ("ReportLab, uharfbuzz", "BSD, Apache 2.0"),
    ("markdown-it-py, click, msgspec", "MIT, BSD"),
)
"""Shown as they are: names of works and of licences are the same in every language."""


class AboutSection(Section):
    """Read only."""

    id, icon = "about", "circle-question-mark"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.add_text("settings.version", version=frontdesk.__version__)
        self.add_text("settings.about_note")
        self.table = TextTable(kit, "settings.licences")
        self._column.addWidget(self.table, 1)
        kit.words.changed.connect(self._fill)
        self._fill()

    def _fill(self) -> None:
        words = self.kit.words
        self.table.grid.fill([words("settings.work"), words("settings.licence")], LICENCES)
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
