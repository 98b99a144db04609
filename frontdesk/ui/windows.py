"""The windows of one desk on this computer, such as reception and gate, each with somebody of its own signed in."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from frontdesk.services.desk import Services
from frontdesk.ui.kit import Kit
from frontdesk.ui.placing import put_on_free_screen
from frontdesk.ui.preferences import Preferences
from frontdesk.ui.shared import Shared
from frontdesk.ui.workplace import Workplace

MOST = 4
"""So many windows one computer has use for, and memory."""


class Windows(QObject):
    """Opens the first window and others beside it; a window that is closed lets everything of its own go.

    A window has the lowest number that is free, and finds again what was set for that number. ``opened`` carries
    each ``Workplace``.
    """

    opened = Signal(object)

    def __init__(self, kit: Kit, services: Services, preferences: Preferences, folder: Path) -> None:
        super().__init__()
        self._kit, self._preferences, self._folder = kit, preferences, folder
        self._shared = Shared(services)
        self._places: dict[int, Workplace] = {}

    @property
    def places(self) -> tuple[Workplace, ...]:
        """The windows at work, the one used last at the end."""
        return tuple(self._places.values())

    def open_first(self, opens_on: str = "") -> Workplace:
        """Build the first window; it is not shown yet. ``opens_on`` is the page that it shall begin with."""
        return self._build(1, self._kit, self._preferences, opens_on)

    def open_another(self, beside: Workplace) -> None:
        """Open one more window, at which somebody may sign in. Where there is no more room, show the one used least."""
        if not beside.ready_for_more:
            return
        if len(self._places) == MOST:
            self.places[0].come_forward()
            return
        number = next(n for n in range(1, MOST + 1) if n not in self._places)
        kit, preferences = self._preferences.for_window(number)
        if any(place.kit is self._kit for place in self.places):  # whose looks are those of the application
            self._kit.theme.changed.connect(kit.theme.dress_again)
        place = self._build(number, kit, preferences)
        place.ask_who()
        put_on_free_screen(place.window, (other.window for other in self.places if other is not place))
        place.show()
        place.come_forward()

    def come_forward(self) -> None:
        """Bring the window used last to the front."""
        if self._places:
            self.places[-1].come_forward()

    def close(self) -> None:
        """Save what is under way in every window and let everything go."""
        for number in tuple(self._places):
            self._let_go(number)

    def _build(self, number: int, kit: Kit, preferences: Preferences, opens_on: str = "") -> Workplace:
        place = Workplace(kit, self._shared.services, preferences, self._folder, self._shared, opens_on)
        self._places[number] = place
        place.window.window_asked.connect(partial(self.open_another, place))
        place.window.used.connect(partial(self._note_use, number))
        place.window.closing.connect(partial(QTimer.singleShot, 0, partial(self._let_go, number)))
        place.pages.desk.session.elsewhere = partial(self._open_beside, place)
        self.opened.emit(place)
        return place

    def _let_go(self, number: int) -> None:
        place = self._places.pop(number, None)
        if place is not None:
            place.close()
            place.preferences.rest()
            for own in (place.window, place.kit.words, place.kit.theme, place):  # else what listens to them stays
                own.deleteLater()

    def _note_use(self, number: int) -> None:
        place = self._places.pop(number, None)
        if place is not None:
            self._places[number] = place
            place.kit.words.put_qt_words()

    def _open_beside(self, place: Workplace) -> frozenset[str]:
        """Return the contacts that are open in other windows, so that nobody has one in hand twice."""
        sessions = (other.pages.desk.session for other in self.places if other is not place)
        return frozenset(draft.id for session in sessions for draft in session.open_drafts)
