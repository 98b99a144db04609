"""Which file, what is in it, and how it is written."""

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QWidget

from frontdesk.domain.imports import FileFormat, ImportKind
from frontdesk.ui.kit import Kit
from frontdesk.ui.widgets.buttons import KeyButton
from frontdesk.ui.widgets.choice import ChoiceList, Option, Segments
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.ground import Ground

KINDS = tuple(Option(kind.value, f"import_data.kind_{kind.value}") for kind in ImportKind)
ENCODINGS = (Option("utf-8", "UTF-8", True), Option("cp874", "Windows-874 / TIS-620", True),
             Option("utf-16", "UTF-16", True))  # fmt: skip
DELIMITERS = (Option(",", "import_data.comma"), Option(";", "import_data.semicolon"),
              Option("\t", "import_data.tab"), Option("|", "import_data.bar"))  # fmt: skip
ENDINGS = "*.csv *.tsv *.txt *.xlsx *.vcf *.vcard *.ics"
HOLD_ONLY = {".vcf": ImportKind.PEOPLE, ".vcard": ImportKind.PEOPLE, ".ics": ImportKind.VISITS}
"""What files of some endings always hold."""
HEIGHT, INSET, GAP = 52, 20, 8


class SourceBar(Ground):
    """``file_chosen`` carries a path, ``kind_chosen`` a kind, ``format_chosen`` comes after a change of format."""

    file_chosen = Signal(object)
    kind_chosen = Signal(object)
    format_chosen = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self.path = LineField(kit, "import_data.file", "file-up", "import_data.file_hint")
        self.browse = KeyButton(kit, "import_data.browse", "Ctrl+O")
        self.kind = Segments(kit, "import_data.kind", KINDS)
        self.encoding = ChoiceList(kit, "import_data.encoding", ENCODINGS)
        self.delimiter = ChoiceList(kit, "import_data.delimiter", DELIMITERS)
        row = QHBoxLayout(self)
        self.space(row, (INSET, 0, INSET, 0), GAP)
        row.addWidget(self.kind)
        row.addWidget(self.path, 1)
        for widget in (self.browse, self.encoding, self.delimiter):
            row.addWidget(widget)
        self._connect()
        self.show_format(FileFormat())
        self.measure()

    def measure(self) -> None:
        super().measure()
        self.setFixedHeight(self.kit.theme.px(HEIGHT))
        if hasattr(self, "delimiter"):
            self.encoding.setFixedWidth(self.kit.theme.px(190))
            self.delimiter.setFixedWidth(self.kit.theme.px(130))

    @property
    def format(self) -> FileFormat:
        """What a person chose, as far as the file has a format to choose."""
        return FileFormat(self.encoding.value, self.delimiter.value)

    def show_file(self, path: Path) -> None:
        self.path.setText(str(path))

    def show_format(self, found: FileFormat) -> None:
        """Show how a file is written; a workbook has nothing to choose, a vCard no delimiter."""
        text = bool(found.encoding)
        self.encoding.setVisible(text)
        self.delimiter.setVisible(bool(found.delimiter))
        known = [option.value for option in ENCODINGS]
        other = () if found.encoding in known else (Option(found.encoding, found.encoding.upper(), True),)
        self.encoding.set_options((*ENCODINGS, *other), found.encoding)
        self.delimiter.set_value(found.delimiter)

    def ask(self) -> None:
        """Open the system's window for choosing a file."""
        words = self.kit.words
        start = str(Path(self.path.text()).parent) if self.path.text() else str(Path.home())
        types = f"{words('import_data.tables')} ({ENDINGS});;{words('import_data.all_files')} (*)"
        chosen, _ = QFileDialog.getOpenFileName(self, words("import_data.choose_file"), start, types)
        self.take(chosen)

    def take(self, text: str) -> None:
        """Take a path as it was chosen, dropped or typed; quotes around it are no part of it."""
        bare = text.strip().strip('"')
        if bare:
            path = Path(bare).expanduser()
            self.show_file(path)
            if (only := HOLD_ONLY.get(path.suffix.lower())) is not None:
                self.kind.set_value(only.value)
            self.file_chosen.emit(path)

    def _connect(self) -> None:
        self.browse.clicked.connect(self.ask)
        self.path.returnPressed.connect(lambda: self.take(self.path.text()))
        self.kind.chosen.connect(lambda value: self.kind_chosen.emit(ImportKind(value)))
        for choice in (self.encoding, self.delimiter):
            choice.chosen.connect(lambda _: self.format_chosen.emit())
