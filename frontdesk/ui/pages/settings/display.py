"""How the screen looks: language, theme, size; what this window is called and begins with."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from frontdesk.domain.languages import Language
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.settings.section import Section
from frontdesk.ui.preferences import Preferences
from frontdesk.ui.theme import ZOOM_MAX, ZOOM_MIN, ZOOM_STEP
from frontdesk.ui.widgets.choice import ChoiceList, Option, Segments
from frontdesk.ui.widgets.fields import LineField

LANGUAGES = (Option(Language.TH, "settings.thai"), Option(Language.EN, "settings.english"))
THEMES = tuple(Option(name, f"settings.theme_{name}") for name in ("system", "clock", "light", "dark", "high_contrast"))
COUNTER = (Option("", "settings.counter_no"), Option("counter", "settings.counter_yes"))
START_PAGES = ("desk", "visitors")
SIZES = tuple(Option(str(size), f"{size} %", literal=True) for size in range(ZOOM_MIN, ZOOM_MAX + 1, ZOOM_STEP))


class DisplaySection(Section):
    """What is chosen here holds at once and is kept. ``desk_named`` carries the desk's new name."""

    id, icon = "display", "monitor"
    desk_named = Signal(str)

    def __init__(self, kit: Kit, preferences: Preferences) -> None:
        super().__init__(kit)
        self._preferences = preferences
        self.language = Segments(kit, "settings.language", LANGUAGES)
        self.theme = Segments(kit, "settings.theme", THEMES)
        self.zoom = ChoiceList(kit, "settings.size", SIZES)
        self.counter = Segments(kit, "settings.counter", COUNTER)
        self.desk = LineField(kit, "settings.desk_name", hint="settings.desk_hint")
        self.add_labelled("settings.language", self.language)
        self.add_labelled("settings.theme", self.theme)
        self.add_labelled("settings.size", self.zoom)
        self.add_labelled("settings.counter", self.counter)
        self.add_text("settings.counter_note")
        self.start = Segments(kit, "settings.start_page", [Option(one, f"settings.start_{one}") for one in START_PAGES])
        self.add_labelled("settings.desk_name", self.desk)
        self._start = self.add_labelled("settings.start_page", self.start)
        self.add_text("settings.window_note")
        self.add_text("settings.display_note")
        self.end()
        self._connect()
        self._show()

    def offer_pages(self, there: Callable[[str], bool]) -> None:
        """Offer to begin with another page than the desk only where there is one."""
        self._start.setVisible(all(there(page) for page in START_PAGES))

    def _connect(self) -> None:
        words, theme = self.kit.words, self.kit.theme
        self.language.chosen.connect(lambda value: words.set_language(Language(value)))
        self.theme.chosen.connect(theme.set_theme)
        self.zoom.chosen.connect(self._resize)
        self.counter.chosen.connect(lambda value: words.set_discreet(bool(value)))
        self.desk.editingFinished.connect(self._name_desk)
        self.start.chosen.connect(self._preferences.set_start_page)
        words.changed.connect(self._show)
        theme.changed.connect(self._show)

    def _show(self) -> None:
        """Show what is in force, also where a key changed it."""
        self.language.set_value(self.kit.words.language)
        self.counter.set_value("counter" if self.kit.words.discreet else "")
        self.theme.set_value(self.kit.theme.wish)
        self.zoom.set_value(str(self.kit.theme.zoom))
        self.zoom.setFixedWidth(self.kit.theme.px(140))
        if not self.desk.hasFocus():
            self.desk.setText(self._preferences.window.desk_name)
        kept = self._preferences.window.start_page
        self.start.set_value(kept if kept in START_PAGES else START_PAGES[0])

    def _resize(self, value: str) -> None:
        self.kit.theme.set_zoom(int(value))
        self.kit.theme.set_window_width(self.window().width())

    def _name_desk(self) -> None:
        if self.desk.text().strip() != self._preferences.window.desk_name:
            self._preferences.set_desk_name(self.desk.text())
            self.desk_named.emit(self._preferences.window.desk_name)
