"""The services of the gate, each built when first asked for, as ``app`` builds the others."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from frontdesk.open_desk import OpenDesk

if TYPE_CHECKING:
    from frontdesk.services.card_exchange import CardExchange
    from frontdesk.services.evacuation import Evacuations
    from frontdesk.services.gate_finding import GateFinder
    from frontdesk.services.gate_notice import GateNotice
    from frontdesk.services.gate_papers import GatePapers
    from frontdesk.services.shift_log import ShiftLog
    from frontdesk.services.visit_entry import VisitEntry
    from frontdesk.services.visit_retention import VisitRetention
    from frontdesk.services.visit_series import VisitSeries
    from frontdesk.services.visits import Visits
    from frontdesk.services.watch_list import WatchList


class GateDesk(OpenDesk):
    """What a gate needs beside what every desk has."""

    @cached_property
    def visits(self) -> Visits:
        from frontdesk.services.visits import Visits

        return Visits(self.storage, self.clock)

    @cached_property
    def visit_entry(self) -> VisitEntry:
        from frontdesk.services.visit_entry import VisitEntry

        return VisitEntry(self.storage, self.clock, self.visits)

    @cached_property
    def gate_notice(self) -> GateNotice:
        from frontdesk.services.gate_notice import GateNotice

        return GateNotice(self.storage)

    @cached_property
    def gate_papers(self) -> GatePapers:
        from frontdesk.printing.process import ProcessPrinter
        from frontdesk.services.gate_papers import GatePapers

        return GatePapers(self.storage, self.clock, ProcessPrinter(), self.folder.logo)

    def qr_modules(self, content: str) -> tuple[tuple[bool, ...], ...]:
        from frontdesk.printing.qr_code import modules_of

        return modules_of(content)

    @cached_property
    def gate_finder(self) -> GateFinder:
        from frontdesk.services.gate_finding import GateFinder

        return GateFinder(self.storage, self.clock)

    @cached_property
    def visit_series(self) -> VisitSeries:
        from frontdesk.services.visit_series import VisitSeries

        return VisitSeries(self.storage, self.clock)

    @cached_property
    def visit_retention(self) -> VisitRetention:
        from frontdesk.services.visit_retention import VisitRetention

        return VisitRetention(self.storage, self.clock)

    @cached_property
    def card_exchange(self) -> CardExchange:
        from frontdesk.services.card_exchange import CardExchange

        return CardExchange(self.storage, self.clock)

    @cached_property
    def shift_log(self) -> ShiftLog:
        from frontdesk.services.shift_log import ShiftLog

        return ShiftLog(self.storage, self.clock)

    @cached_property
    def evacuations(self) -> Evacuations:
        from frontdesk.printing.process import ProcessPrinter
        from frontdesk.services.evacuation import Evacuations

        return Evacuations(self.storage, self.clock, ProcessPrinter(), self.folder.logo)

    @cached_property
    def watch_list(self) -> WatchList:
        from frontdesk.services.watch_list import WatchList

        return WatchList(self.storage, self.clock)
