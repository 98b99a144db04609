"""Which column of the file goes into which field: one row for each column, none left out of sight."""

from collections.abc import Iterator, Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from frontdesk.domain.imports import ImportKind, TablePreview
from frontdesk.services.import_columns import PHONE_FIELDS, fields_of
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.choice import ChoiceList, Option
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import TextLabel

CHOICE, GAP, INSET = 216, 8, 20
NOWHERE = Option("", "import_data.not_taken")


def label_of(kit: Kit, kind: ImportKind, field: str) -> str:
    """Return what a field is called on the screen."""
    if field in PHONE_FIELDS and kind is ImportKind.PEOPLE:
        return kit.words("import_data.phone", place=PHONE_FIELDS.index(field) + 1)
    return kit.words(f"import_fields.{kind.value}_{field}")


class MappingRow(Ground):
    """One column of the file: its name, what stands in it, and where it goes."""

    def __init__(self, kit: Kit, column: str, sample: str) -> None:
        super().__init__(kit)
        self.column = column
        self.choice = ChoiceList(kit, "import_data.goes_to")
        self.choice.setAccessibleDescription(f"{column}: {sample}")
        self._name, texts, row = TextLabel(kit, Ink("label", bold=True)), QVBoxLayout(), QHBoxLayout(self)
        self._name.set_text(column)
        self.space(texts)
        self.space(row, gap=GAP)
        texts.addWidget(self._name)
        texts.addWidget(TextLabel(kit, Ink("caption", "text_3"), text=sample[:120]))
        row.addLayout(texts, 1)
        row.addWidget(self.choice)
        self.measure()

    def mark(self) -> None:
        """Show at the name whether the column is taken in."""
        self._name.set_ink(Ink("label", "text" if self.choice.value else "overdue", bold=True))

    def measure(self) -> None:
        super().measure()
        if hasattr(self, "choice"):
            self.choice.setFixedWidth(self.kit.theme.px(CHOICE))


class MappingList(QScrollArea):
    """All columns of a file. ``changed`` follows a choice of a person."""

    changed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kit = kit
        self._kind = ImportKind.ARTICLES
        self.rows: list[MappingRow] = []
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        kit.words.bind(self, self.setAccessibleName, "import_data.columns")
        kit.words.changed.connect(self._rename)

    @property
    def mapping(self) -> dict[str, str]:
        """Which field takes which column."""
        return {row.choice.value: row.column for row in self.rows if row.choice.value}

    @property
    def left_out(self) -> list[str]:
        """The columns that go nowhere."""
        return [row.column for row in self.rows if not row.choice.value]

    def show_columns(self, preview: TablePreview, kind: ImportKind) -> None:
        """Offer every column of a file; what was guessed is chosen."""
        self._kind = kind
        body = Ground(self.kit, "surface")
        column = QVBoxLayout(body)
        body.space(column, (INSET, GAP, INSET, GAP), GAP)
        self.rows = [self._row(name, _sample(preview, place)) for place, name in enumerate(preview.columns)]
        for row in self.rows:
            column.addWidget(row)
        column.addStretch()
        self.setWidget(body)
        self.choose(preview.mapping)

    def choose(self, mapping: Mapping[str, str]) -> None:
        """Show a mapping."""
        fields = {column: field for field, column in mapping.items()}
        for row in self.rows:
            self._offer(row, fields.get(row.column, ""), mapping)

    def _row(self, column: str, sample: str) -> MappingRow:
        row = MappingRow(self.kit, column, sample)
        row.choice.chosen.connect(lambda _: self._on_choice(row))
        return row

    def _offer(self, row: MappingRow, value: str, mapping: Mapping[str, str]) -> None:
        """Offer a row every field; one that another column has is shown with that column, and passed over."""
        row.choice.set_options([NOWHERE, *self._options(row.column, mapping)], value)
        row.mark()

    def _options(self, column: str, mapping: Mapping[str, str]) -> Iterator[Option]:
        for field in fields_of(self._kind):
            label, taken = label_of(self.kit, self._kind, field.name), mapping.get(field.name, column)
            free = taken == column
            yield Option(field.name, label if free else f"{label} · {taken}", literal=True, free=free)

    def _on_choice(self, chosen: MappingRow) -> None:
        chosen.mark()
        for row in self.rows:
            if row is not chosen:
                self._offer(row, row.choice.value, self.mapping)
        self.changed.emit()

    def _rename(self) -> None:
        self.choose(self.mapping)


def _sample(preview: TablePreview, place: int) -> str:
    """Return what first stands in a column."""
    cells = (row[place] for row in preview.rows if place < len(row))
    return " ".join(next(filter(None, cells), "").split())
