"""Puts on record who looks at personal data, while the window goes on."""

import logging
from functools import partial

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.errors import DeskError
from frontdesk.services.audit import Audit
from frontdesk.ui.tasks import Tasks

log = logging.getLogger(__name__)


class AuditNotes:
    """``staff`` is the id of whoever is at the desk."""

    def __init__(self, audit: Audit, tasks: Tasks) -> None:
        self._audit, self._tasks = audit, tasks
        self.staff = ""

    def note(self, page: str, kind: AuditKind, subject: str) -> None:
        """Note that this one looked at, or copied, what belongs to a person or contact."""
        work = partial(self._audit.note, kind, self.staff, subject, page)
        self._tasks.run(work, lambda _: None, _complain)


def _complain(error: DeskError) -> None:
    log.warning("a look at personal data could not be noted: %s", error.code)
