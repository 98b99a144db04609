"""What somebody changed in another window about the place, or about whoever is signed in here, shows at once."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from frontdesk.domain.site import Site
from frontdesk.domain.staff import Staff
from frontdesk.services.desk import Services
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

Read = tuple[Site, list[Staff]]


class PlaceNews(QObject):
    """``site_changed`` comes alone; ``staff_changed`` carries the ``Staff`` that works here, as they are now."""

    site_changed = Signal()
    staff_changed = Signal(object)

    def __init__(
        self, services: Services, tasks: Tasks, watcher: Watcher, who: Callable[[], Staff | None],
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._services, self._tasks, self._who = services, tasks, who
        self._site: Site | None = None
        watcher.changed.connect(self.look)

    def look(self) -> None:
        """Read both again, as long as somebody works here."""
        if self._who() is not None:
            self._tasks.run(self._read, self._compare, latest="place news")

    def _read(self) -> Read:
        return self._services.site.get(), self._services.security.staff()

    def _compare(self, read: Read) -> None:
        (site, everybody), here = read, self._who()
        before, self._site = self._site, site
        if before is not None and site != before:
            self.site_changed.emit()
        now = next((one for one in everybody if here is not None and one.id == here.id), here)
        if now is not None and now != here:
            self.staff_changed.emit(now)
