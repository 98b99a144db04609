"""What the place is called and how calls are answered, in both languages."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from frontdesk.domain.site import Site
from frontdesk.services.site import SiteSettings
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.section import Section
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.widgets.buttons import PrimaryButton
from frontdesk.ui.widgets.fields import LineField
from frontdesk.ui.widgets.form import Sentence

FIELDS = ("name", "name_en", "greeting", "greeting_en")


class PlaceSection(Section):
    """``changed`` carries the ``Site`` as stored now."""

    id, icon = "place", "building-2"
    changed = Signal(object)

    def __init__(self, kit: Kit, site: SiteSettings, tasks: Tasks) -> None:
        super().__init__(kit)
        self._site, self._tasks = site, tasks
        self.fields = {name: LineField(kit, f"settings.site_{name}") for name in FIELDS}
        self.save, self.state = PrimaryButton(kit, "settings.save", "Ctrl+S"), Sentence(kit, boxed=True)
        for name, field in self.fields.items():
            self.add_labelled(f"settings.site_{name}", field)
            field.returnPressed.connect(self.focusNextChild)
        self.add_text("settings.greeting_note")
        self.add_left(self.save)
        self.add(self.state)
        self.end()
        self.save.clicked.connect(self._save)
        shortcut = QShortcut(QKeySequence("Ctrl+S"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self._save)

    def refresh(self) -> None:
        self.state.clear()
        self._tasks.run(self._site.get, self._show, self.state.say_error, latest="settings-site")

    def _show(self, site: Site) -> None:
        for name, field in self.fields.items():
            field.setText(getattr(site, name))

    def _save(self) -> None:
        site = Site(**{name: field.text().strip() for name, field in self.fields.items()})
        self._tasks.run(partial(self._site.save, site), lambda _: self._saved(site), self.state.say_error)

    def _saved(self, site: Site) -> None:
        self.state.say("settings.saved", "done")
        self.changed.emit(site)
