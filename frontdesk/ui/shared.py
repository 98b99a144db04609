"""What all windows of one desk share: its services, the data thread and the search process."""

from threading import Lock

from frontdesk.services.desk import Services
from frontdesk.ui.data_thread import DataThread
from frontdesk.ui.search_share import SearchShare


class Shared:
    """Lives as long as any window uses it; the last to leave ends the thread and the process and closes the desk."""

    def __init__(self, services: Services) -> None:
        self.services = services
        self.data = DataThread()
        self.search = SearchShare(services.finder_process)
        self._windows, self._copying = 0, Lock()

    def join(self) -> None:
        """Count one more window."""
        self._windows += 1

    def leave(self) -> None:
        """Count one window less; it has saved what it had to save."""
        self._windows -= 1
        if not self._windows:
            self.data.close()
            self.search.close()
            self.services.close()

    def keep_copy(self) -> None:
        """Make the day's copy, if it is due, in one window at a time, and forget visitors whose time is over."""
        with self._copying:
            self.services.backups.daily()
            self.services.visit_retention.forget()
