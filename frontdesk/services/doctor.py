"""The state of the desk, for whoever has to help from afar. Counts and versions, never contents."""

import platform
import sys
from collections.abc import Mapping

import frontdesk
from frontdesk.services.backups import Backups
from frontdesk.services.ports import AnswerIndex, Vault


class Doctor:
    """Gathers what is known about this installation."""

    def __init__(self, vault: Vault, index: AnswerIndex, backups: Backups) -> None:
        self._vault = vault
        self._index = index
        self._backups = backups

    def report(self) -> dict[str, Mapping[str, object]]:
        """Return versions, database health, index state and the copies at hand."""
        program = {
            "frontdesk": frontdesk.__version__,
            "python": platform.python_version(),
            "system": platform.platform(),
            "encoding": sys.getfilesystemencoding(),
        }
        return {
            "program": program,
            "database": self._vault.health(),
            "index": self._index.state(),
            "backups": self._backups.state(),
        }
