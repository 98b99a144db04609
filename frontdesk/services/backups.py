"""Copies of the desk, made by hand and by themselves."""

from collections.abc import Mapping
from datetime import timedelta
from pathlib import Path

from frontdesk.services.ports import BackupInfo, Clock, Vault

KEPT = 14
"""Daily copies that stay; the vault drops older ones."""


class Backups:
    """Making, listing and putting back copies of the database."""

    def __init__(self, vault: Vault, folder: Path, clock: Clock) -> None:
        self._vault = vault
        self._folder = folder
        self._clock = clock

    def back_up(self, folder: Path | None = None) -> BackupInfo:
        """Make a checked copy, in the desk's own folder of backups unless another is named."""
        return self._vault.back_up(folder or self._folder)

    def daily(self) -> BackupInfo | None:
        """Make today's copy unless there is one less than a day old."""
        latest = self.latest()
        if latest is not None and self._clock.now() - latest.at < timedelta(days=1):
            return None
        return self.back_up()

    def state(self) -> Mapping[str, object]:
        """Describe the desk's own copies for ``doctor``; ``latest`` is the moment of the newest, empty for none."""
        kept, newest = self._vault.backups(self._folder), self.latest()
        return {
            "folder": str(self._folder),
            "count": len(kept),
            "latest": newest.at.isoformat() if newest else "",
            "contacts": newest.contacts if newest else 0,
            "size_bytes": newest.size if newest else 0,
        }

    def latest(self) -> BackupInfo | None:
        """Return the newest copy, if there is any."""
        return max(self._vault.backups(self._folder), key=lambda info: info.at, default=None)

    def restore(self, file: Path) -> Path:
        """Put a copy in place of the database; return where the present one was kept."""
        return self._vault.restore(file)
