"""A desk's folder, its clock and its database: what every service is built on."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.paths import DeskFolder
from frontdesk.services.clock import SystemClock

if TYPE_CHECKING:
    from frontdesk.storage.database import Database
    from frontdesk.storage.vault import FileVault


class OpenDesk:
    """Opens the database when that is first asked for."""

    def __init__(self, root: Path) -> None:
        self.folder = DeskFolder(root)
        self.clock = SystemClock()

    @cached_property
    def storage(self) -> Database:
        from frontdesk.storage.database import open_database

        return open_database(self.folder.database, self.folder.backups)

    @cached_property
    def vault(self) -> FileVault:
        from frontdesk.storage.vault import FileVault

        return FileVault(self.folder.database)
