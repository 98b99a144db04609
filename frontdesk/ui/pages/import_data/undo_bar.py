"""The last import, and taking it back: pressed twice, since it cannot be taken back itself."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from frontdesk.domain.imports import ImportBatch, Undone
from frontdesk.ui.kit import Kit
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.widgets.buttons import KeyButton
from frontdesk.ui.widgets.form import Sentence
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, TextLabel

HEIGHT, INSET, GAP = 52, 20, 12


class UndoBar(Ground):
    """``confirmed`` says that the last import is to be taken back."""

    confirmed = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(kit, "surface", parent)
        self._batch: ImportBatch | None = None
        self._sure = False
        self.label = TextLabel(kit, Ink("label", "text_2"))
        self.button = KeyButton(kit, "", "Alt+Z", "undo-2")
        column, row = QVBoxLayout(self), QHBoxLayout()
        self.space(column)
        self.space(row, (INSET, 0, INSET, 0), GAP)
        row.addWidget(self.label, 1)
        row.addWidget(self.button)
        column.addWidget(HairLine(kit))
        column.addLayout(row, 1)
        self.button.clicked.connect(self.press)
        kit.words.changed.connect(self._say)
        self.measure()
        self.show_batch(None)

    def measure(self) -> None:
        super().measure()
        self.setFixedHeight(self.kit.theme.px(HEIGHT))

    def show_batch(self, batch: ImportBatch | None) -> None:
        """Show the import that would be taken back."""
        self._batch, self._sure = batch, False
        self.button.setVisible(batch is not None)
        self._say()

    def press(self) -> None:
        """Ask once more, then do it."""
        if self._batch is None:
            return
        sure, self._sure = self._sure, not self._sure
        self._say()
        if sure:
            self.confirmed.emit()

    def relent(self) -> None:
        """Forget that it was pressed once; tell nothing."""
        self._sure = False
        self._say()

    @property
    def asking(self) -> bool:
        """Tell whether it was pressed once."""
        return self._sure

    def _say(self) -> None:
        words, batch = self.kit.words, self._batch
        if batch is None:
            self.label.set_text(words("import_data.no_last"))
            return
        self.label.set_text(
            words(
                "import_data.last", file=batch.file_name, moment=words.moment(batch.at),
                kind=words(f"import_data.kind_{batch.kind.value}"), created=f"{batch.created:,}",
                updated=f"{batch.updated:,}",
            )
        )  # fmt: skip
        rows = f"{batch.created + batch.updated:,}"
        self.button.show_text(words("import_data.undo_sure" if self._sure else "import_data.undo", rows=rows))


def say_undone(sentence: Sentence, done: Undone) -> None:
    """Say what taking an import back did, and which visits it left as they are."""
    counts = {"rows": f"{done.rows:,}", "came": f"{done.came:,}", "changed": f"{done.changed:,}"}
    sentence.say("import_data.undone_visits" if done.came or done.changed else "import_data.undone", "done", **counts)
