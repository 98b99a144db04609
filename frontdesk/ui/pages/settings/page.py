"""The settings page (F9): parts on the left, one of them in full on the right."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from frontdesk.domain.staff import Staff
from frontdesk.services.desk import Services
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.about import AboutSection
from frontdesk.ui.pages.settings.colleagues import ColleaguesSection
from frontdesk.ui.pages.settings.data_care import DataSection
from frontdesk.ui.pages.settings.display import DisplaySection
from frontdesk.ui.pages.settings.gate import GateSection
from frontdesk.ui.pages.settings.health import HealthSection
from frontdesk.ui.pages.settings.looks import LooksSection
from frontdesk.ui.pages.settings.myself import MyselfSection
from frontdesk.ui.pages.settings.place import PlaceSection
from frontdesk.ui.pages.settings.section import Section
from frontdesk.ui.pages.settings.section_list import SectionList
from frontdesk.ui.pages.settings.segments import SegmentsSection
from frontdesk.ui.pages.settings.site_hours import SiteHoursSection
from frontdesk.ui.pages.settings.synonyms import SynonymsSection
from frontdesk.ui.pages.settings.targets import TargetsSection
from frontdesk.ui.paint.ink import Ink
from frontdesk.ui.preferences import Preferences
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.ground import Ground
from frontdesk.ui.widgets.labels import HairLine, TextLabel
from frontdesk.ui.widgets.scrolled import scrolled

LEFT, TOP, INSET = 240, 16, 20


class SettingsPage(Ground):
    """``import_asked`` carries an ``ImportKind``; ``staff_changed`` the ``Staff`` that was stored, perhaps oneself;
    ``site_changed`` the ``Site``; ``desk_named`` the desk's name; ``index_rebuilt`` and ``data_changed`` come alone.

    ``slow`` is where the index is built; it should not be the thread that saves drafts.
    """

    page_id = "settings"
    import_asked = Signal(object)
    staff_changed = Signal(object)
    site_changed = Signal(object)
    desk_named = Signal(str)
    index_rebuilt = Signal()
    data_changed = Signal()

    def __init__(
        self, kit: Kit, services: Services, tasks: Tasks, preferences: Preferences, folder: Path,
        slow: Tasks | None = None,
    ) -> None:  # fmt: skip
        super().__init__(kit, "surface")
        self._staff_id = ""
        self.display = DisplaySection(kit, preferences)
        self.myself = MyselfSection(kit, services.security, tasks)
        self.place = PlaceSection(kit, services.site, tasks)
        self.synonyms = SynonymsSection(kit, services.synonyms, tasks)
        self.hours = SiteHoursSection(kit, services.site_hours, tasks)
        self.gate = GateSection(kit, services.visits, services.gate_notice, services.evacuations, preferences, tasks)
        self.segments = SegmentsSection(kit, services.segments, tasks)
        self.targets = TargetsSection(kit, services.targets, tasks)
        self.colleagues = ColleaguesSection(kit, services.security, tasks)
        self.looks = LooksSection(kit, services.audit, services.security, services.clock, tasks)
        self.data = DataSection(kit, services.backups, services.data_import, tasks, folder)
        self.health = HealthSection(kit, services, slow or tasks)
        self.about = AboutSection(kit)
        self.sections: tuple[Section, ...] = (
            self.display, self.myself, self.place, self.hours, self.gate, self.synonyms, self.segments, self.targets,
            self.colleagues, self.looks, self.data, self.health, self.about,
        )  # fmt: skip
        self.parts = SectionList(kit, [(section.title, section.icon) for section in self.sections])
        self._arrange()
        self._connect()
        kit.words.bind(self, self.setAccessibleName, "settings.title")

    @property
    def widget(self) -> QWidget:
        return self

    def focus_first(self) -> None:
        self.parts.setFocus()

    def sign_in(self, staff: Staff) -> None:
        """Show the settings of one of the staff."""
        self._staff_id = staff.id
        for section in self.sections:
            section.sign_in(staff)

    def open(self, section_id: str) -> None:
        """Go to a part by its id, as "display" or "colleagues"."""
        self.parts.choose([section.id for section in self.sections].index(section_id))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.parts.hasFocus():
            self.parts.setFocus()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._current.refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def measure(self) -> None:
        super().measure()
        if hasattr(self, "_left"):
            self._fit()

    @property
    def _current(self) -> Section:
        return self.sections[self.parts.place]

    def _arrange(self) -> None:
        row, self._stack = QHBoxLayout(self), QStackedWidget()
        self.space(row)
        self._left = self._left_pane()
        for section in self.sections:
            self._stack.addWidget(scrolled(section))
        for widget in (self._left, HairLine(self.kit, upright=True), self._stack):
            row.addWidget(widget)
        row.setStretch(2, 1)

    def _left_pane(self) -> Ground:
        pane, title = Ground(self.kit), TextLabel(self.kit, Ink("title"))
        column, head = QVBoxLayout(pane), QVBoxLayout()
        pane.space(column, (0, TOP, 0, TOP), 8)
        pane.space(head, (INSET, 0, INSET, 0))
        self.kit.words.bind(title, title.set_text, "settings.title")
        head.addWidget(title)
        column.addLayout(head)
        column.addWidget(self.parts)
        column.addStretch(1)
        return pane

    def _connect(self) -> None:
        self.parts.chosen.connect(self._show_part)
        self.parts.entered.connect(self._enter)
        self.display.desk_named.connect(self.desk_named)
        self.myself.changed.connect(self.staff_changed)
        self.colleagues.changed.connect(self._on_colleague)
        self.place.changed.connect(self.site_changed)
        self.data.import_asked.connect(self.import_asked)
        self.data.undone.connect(lambda _: self.data_changed.emit())
        self.health.rebuilt.connect(self.index_rebuilt)

    def _on_colleague(self, staff: Staff) -> None:
        """Tell of a change; one's own holds here as well."""
        if staff.id == self._staff_id:
            for section in (self.myself, self.colleagues):
                section.sign_in(staff)
        self.staff_changed.emit(staff)

    def _show_part(self, place: int) -> None:
        self._stack.setCurrentIndex(place)
        self._current.refresh()

    def _enter(self) -> None:
        """Go from the list into the part."""
        self.focusNextChild()
        focused = QApplication.focusWidget()
        if focused is not None and not self._current.isAncestorOf(focused):
            self.parts.setFocus()

    def _fit(self) -> None:
        px = self.kit.theme.px
        left = px(LEFT)
        self._left.setFixedWidth(left)
        for section in self.sections:
            section.fit(max(1, self.width() - left - px("hair")))
