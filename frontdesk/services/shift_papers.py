"""The papers of a shift, one ordered and made: what is handed over, or what happened at the gate."""

from pathlib import Path

from frontdesk.domain.audit import AuditEvent, AuditKind
from frontdesk.domain.ids import new_id

from .gate_papers_daily import GateDays, GateOrder
from .hand_over_papers import HandOverOrder, HandOverPapers
from .ports import Clock, Progress
from .reports import Printed, Printer
from .repositories import Storage


class ShiftPapers:
    """Makes them. ``gate`` is what the place is called that has them made."""

    def __init__(
        self, storage: Storage, clock: Clock, printer: Printer, days: GateDays, hand_overs: HandOverPapers
    ) -> None:
        self._storage, self._clock, self._printer, self._days, self._hand_overs = (
            storage, clock, printer, days, hand_overs,
        )  # fmt: skip
        self.gate = ""

    def make(self, order: GateOrder, path: Path, by: str) -> Printed:
        """Write a report as PDF and put on record who had it made."""
        printed = self.preview(order, path, by)
        self.note(order, printed, by)
        return printed

    def preview(
        self, order: HandOverOrder | GateOrder, path: Path, by: str, progress: Progress | None = None
    ) -> Printed:
        """Write a paper as PDF, to look at. Raise ``DeskError`` as ``HandOverPapers`` does."""
        if isinstance(order, HandOverOrder):
            return self._hand_overs.preview(order, path, by, progress)
        return self._printer.make(self._days.report(order, self.gate), path, progress)

    def note(self, order: HandOverOrder | GateOrder, printed: Printed, by: str) -> None:
        """Put on record that a paper left the program."""
        if isinstance(order, HandOverOrder):
            self._hand_overs.note(order, printed, by)
            return
        with self._storage.write() as repos:
            repos.audit.add(AuditEvent(new_id(), self._clock.now(), by, AuditKind.PRINT, detail="gate-reports 1"))
