"""Filters of contacts under a name: everybody's own, and those of the site that all see."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from frontdesk.services.repositories import Storage

MOST = 9
"""How many each may keep: a number key chooses one."""

RULE = "log filters"


@dataclass(frozen=True, slots=True)
class SavedFilter:
    """A filter as the line that it is written in. ``site`` says that it is everybody's."""

    name: str
    text: str
    site: bool = False


class SavedFilters:
    """Keeps filters in the site's rules."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def of(self, staff_id: str) -> list[SavedFilter]:
        """Return somebody's filters, then the site's."""
        with self._storage.read() as repos:
            own, site = (repos.rules.get(_rule(owner)) for owner in (staff_id, ""))
        return [*_read(own, site=False), *_read(site, site=True)]

    def save(self, staff_id: str, saved: SavedFilter) -> None:
        """Keep a filter, in place of the one of the same name; of too many the first goes."""
        self._change("" if saved.site else staff_id, saved.name, saved)

    def remove(self, staff_id: str, saved: SavedFilter) -> None:
        self._change("" if saved.site else staff_id, saved.name, None)

    def _change(self, owner: str, name: str, saved: SavedFilter | None) -> None:
        with self._storage.write() as repos:
            kept = _read(repos.rules.get(_rule(owner)), site=False)
            names = [one.name for one in kept]
            if saved is not None and name in names:
                kept[names.index(name)] = saved
            else:
                kept = [one for one in kept if one.name != name] + ([saved] if saved is not None else [])
            texts = [[one.name, one.text] for one in kept[-MOST:]]
            repos.rules.put(_rule(owner), json.dumps(texts, ensure_ascii=False))


def _rule(owner: str) -> str:
    return f"{RULE} {owner}".strip()


def _read(text: str, *, site: bool) -> list[SavedFilter]:
    return [SavedFilter(name, line, site) for name, line in json.loads(text or "[]")]
