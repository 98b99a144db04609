"""When the desk works: "in two working hours" and "before closing" are counted by it."""

from frontdesk.domain.errors import DeskError
from frontdesk.domain.working_hours import WorkingHours, read_hours
from frontdesk.services.repositories import Repositories, Storage

RULE, USUAL = "working_hours", "จ-ศ 08:30-16:30"
"""The site's rule, and the hours of a site that set none."""


class SiteHours:
    """The site's own hours, in the words that people write them in."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def get(self) -> str:
        """Return the hours in force as they were written."""
        with self._storage.read() as repos:
            return repos.rules.get(RULE) or USUAL

    def save(self, text: str, by: str) -> str:
        """Set the hours, in force at once; nothing sets the usual ones. Return them as written.

        Raise ``DeskError``: rules_not_allowed, hours_unknown.
        """
        written = text.strip()
        if written:
            read(written)
        with self._storage.write() as repos:
            staff = repos.staff.get(by)
            if staff is None or staff.archived or not staff.role.manages_staff:
                raise DeskError("rules_not_allowed")
            if written in ("", USUAL):
                repos.rules.drop(RULE)
            else:
                repos.rules.put(RULE, written)
        return written or USUAL


def read(text: str) -> WorkingHours:
    """Read hours. Raise ``DeskError`` hours_unknown where any of it is not understood."""
    hours = read_hours(text)
    if hours is None:
        raise DeskError("hours_unknown", value=text)
    return hours


def desk_hours(repos: Repositories) -> WorkingHours:
    """Return the hours in force; the usual ones where those kept cannot be read any more."""
    return read_hours(repos.rules.get(RULE)) or read(USUAL)
