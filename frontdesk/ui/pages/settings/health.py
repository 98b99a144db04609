"""How the desk is, in figures, for whoever has to help; and building the index of answers anew."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHeaderView

from frontdesk.domain.errors import DeskError
from frontdesk.services.desk import Services
from frontdesk.services.ports import Progress
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.import_data.progress_line import ProgressLine
from frontdesk.ui.pages.settings.section import Section
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.buttons import KeyButton
from frontdesk.ui.widgets.form import Sentence
from frontdesk.ui.widgets.text_table import TextTable

Report = Mapping[str, Mapping[str, object]]


class HealthSection(Section):
    """The figures are counts and versions, never contents. ``rebuilt`` follows a new index."""

    id, icon, widest = "health", "chart-column", 860
    rebuilt = Signal()
    _counted = Signal(int, int)

    def __init__(self, kit: Kit, services: Services, tasks: Tasks) -> None:
        super().__init__(kit)
        self._services, self._tasks = services, tasks
        self._report: Report = {}
        self.rebuild, self.copy = KeyButton(kit, "settings.rebuild", icon="search"), KeyButton(kit, "settings.copy")
        self.state, self.progress = Sentence(kit, boxed=True), ProgressLine(kit)
        self.table = TextTable(kit, "settings.figures")
        self.add_left(self.rebuild, self.copy)
        self.add(self.state)
        self.add(self.progress)
        self._column.addWidget(self.table, 1)
        self.rebuild.clicked.connect(self._rebuild)
        self.copy.clicked.connect(self._copy)
        self._counted.connect(self.progress.show_count, Qt.ConnectionType.QueuedConnection)
        kit.words.changed.connect(lambda: self._show(self._report))

    def refresh(self) -> None:
        self._tasks.run(self._services.doctor.report, self._show, self.state.say_error, latest="settings-doctor")

    def _rebuild(self) -> None:
        self.rebuild.setEnabled(False)
        self.progress.show_count(0, 0)
        self.progress.show()
        self.state.say("settings.rebuilding", "wait")
        self._tasks.run(self._build, self._built, self._failed)

    def _build(self) -> int:
        self._services.index.rebuild(self._progress())
        return int(str(self._services.index.state().get("articles", 0)))

    def _progress(self) -> Progress:
        return lambda done, total: self._counted.emit(done, total)

    def _built(self, articles: int) -> None:
        self._rest()
        self.state.say("settings.index_built", "done", articles=f"{articles:,}")
        self.refresh()
        self.rebuilt.emit()

    def _failed(self, error: DeskError) -> None:
        self._rest()
        self.state.say_error(error)

    def _rest(self) -> None:
        self.rebuild.setEnabled(True)
        self.progress.hide()

    def _show(self, report: Report) -> None:
        self._report = report
        words = self.kit.words
        head = [words("settings.figure"), words("settings.value")]
        self.table.grid.fill(head, [*_rows(report)])
        self.table.setColumnWidth(0, self.kit.theme.px(280))
        self.table.horizontalHeader().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(f"{name}: {value}" for name, value in _rows(self._report)))
        self.state.say("settings.copied", "done")


def _rows(report: Report) -> list[tuple[str, str]]:
    return [(f"{part} · {name}", str(value)) for part, values in report.items() for name, value in values.items()]
