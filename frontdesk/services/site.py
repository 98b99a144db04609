"""The site's own settings."""

from frontdesk.domain.site import Site
from frontdesk.services.repositories import Storage


class SiteSettings:
    """Names and greeting of the place."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def get(self) -> Site:
        with self._storage.read() as repos:
            return repos.site.get()

    def save(self, site: Site) -> None:
        with self._storage.write() as repos:
            repos.site.save(site)
