"""All services of one desk, as the window and the command line see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:  # each service is imported by ``app`` on first use, so that logging starts fast
    from frontdesk.services.answer_use import AnswerUse
    from frontdesk.services.answering import Answering
    from frontdesk.services.attaching import Attaching
    from frontdesk.services.audit import Audit
    from frontdesk.services.backups import Backups
    from frontdesk.services.card_exchange import CardExchange
    from frontdesk.services.contact_browser import ContactBrowser
    from frontdesk.services.contact_log import ContactLog
    from frontdesk.services.contact_report import ContactReports
    from frontdesk.services.data_export import DataExport
    from frontdesk.services.data_import import DataImport
    from frontdesk.services.desk_papers import DeskPapers
    from frontdesk.services.directory import Directory
    from frontdesk.services.doctor import Doctor
    from frontdesk.services.duplicates import Duplicates
    from frontdesk.services.evacuation import Evacuations
    from frontdesk.services.figure_papers import FigurePapers
    from frontdesk.services.figures import DeskFigures
    from frontdesk.services.gaps import Gaps
    from frontdesk.services.gate_finding import GateFinder
    from frontdesk.services.gate_notice import GateNotice
    from frontdesk.services.gate_papers import GatePapers
    from frontdesk.services.gate_papers_daily import GateDays
    from frontdesk.services.hand_over import HandOvers
    from frontdesk.services.hand_over_papers import HandOverPapers
    from frontdesk.services.knowledge import Knowledge
    from frontdesk.services.merging import Merging
    from frontdesk.services.new_person import NewPeople
    from frontdesk.services.notices import Notices
    from frontdesk.services.people_book import PeopleBook
    from frontdesk.services.people_lookup import PeopleLookup
    from frontdesk.services.ports import AnswerIndex, Clock, SharedFinderProcess
    from frontdesk.services.promises import Promises
    from frontdesk.services.reports import OpenPages
    from frontdesk.services.repositories import Storage
    from frontdesk.services.saved_filters import SavedFilters
    from frontdesk.services.security import Security
    from frontdesk.services.segments import Segments
    from frontdesk.services.shift_log import ShiftLog
    from frontdesk.services.shift_papers import ShiftPapers
    from frontdesk.services.site import SiteSettings
    from frontdesk.services.site_hours import SiteHours
    from frontdesk.services.statuses import Statuses
    from frontdesk.services.synonyms import Synonyms
    from frontdesk.services.targets import Targets
    from frontdesk.services.transfers import Transfers
    from frontdesk.services.verification import Verification
    from frontdesk.services.visit_entry import VisitEntry
    from frontdesk.services.visit_retention import VisitRetention
    from frontdesk.services.visit_series import VisitSeries
    from frontdesk.services.visits import Visits
    from frontdesk.services.watch_list import WatchList


class Services(Protocol):
    """What the adapters that face people work with. Every part is made once, when first used.

    The window asks ``finder_process``, which is not started yet; ``answering`` and ``index`` open
    the index in this very process and are for the command line.
    """

    @property
    def storage(self) -> Storage: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def knowledge(self) -> Knowledge: ...
    @property
    def answer_use(self) -> AnswerUse: ...
    @property
    def people_book(self) -> PeopleBook: ...
    @property
    def people(self) -> PeopleLookup: ...
    @property
    def duplicates(self) -> Duplicates: ...
    @property
    def merging(self) -> Merging: ...
    @property
    def attaching(self) -> Attaching: ...
    @property
    def directory(self) -> Directory: ...
    @property
    def statuses(self) -> Statuses: ...
    @property
    def new_people(self) -> NewPeople: ...
    @property
    def transfers(self) -> Transfers: ...
    @property
    def gaps(self) -> Gaps: ...
    @property
    def contact_log(self) -> ContactLog: ...
    @property
    def contact_browser(self) -> ContactBrowser: ...
    @property
    def saved_filters(self) -> SavedFilters: ...
    @property
    def contact_reports(self) -> ContactReports: ...
    @property
    def desk_papers(self) -> DeskPapers: ...
    @property
    def open_pages(self) -> OpenPages: ...
    @property
    def promises(self) -> Promises: ...
    @property
    def hand_overs(self) -> HandOvers: ...
    @property
    def visits(self) -> Visits: ...
    @property
    def visit_entry(self) -> VisitEntry: ...
    @property
    def gate_notice(self) -> GateNotice: ...
    @property
    def gate_papers(self) -> GatePapers: ...
    def qr_modules(self, content: str) -> tuple[tuple[bool, ...], ...]:
        """Return the modules of a QR code, row by row; true is dark."""

    @property
    def gate_finder(self) -> GateFinder: ...
    @property
    def visit_series(self) -> VisitSeries: ...
    @property
    def visit_retention(self) -> VisitRetention: ...
    @property
    def card_exchange(self) -> CardExchange: ...
    @property
    def shift_log(self) -> ShiftLog: ...
    @property
    def evacuations(self) -> Evacuations: ...
    @property
    def watch_list(self) -> WatchList: ...
    @property
    def gate_days(self) -> GateDays: ...
    @property
    def shift_papers(self) -> ShiftPapers: ...
    @property
    def hand_over_papers(self) -> HandOverPapers: ...
    @property
    def notices(self) -> Notices: ...
    @property
    def figures(self) -> DeskFigures: ...
    @property
    def figure_papers(self) -> FigurePapers: ...
    @property
    def audit(self) -> Audit: ...
    @property
    def security(self) -> Security: ...
    @property
    def data_import(self) -> DataImport: ...
    @property
    def data_export(self) -> DataExport: ...
    @property
    def backups(self) -> Backups: ...
    @property
    def doctor(self) -> Doctor: ...
    @property
    def verification(self) -> Verification: ...
    @property
    def site(self) -> SiteSettings: ...
    @property
    def site_hours(self) -> SiteHours: ...
    @property
    def segments(self) -> Segments: ...
    @property
    def targets(self) -> Targets: ...
    @property
    def synonyms(self) -> Synonyms: ...
    @property
    def index(self) -> AnswerIndex: ...
    @property
    def answering(self) -> Answering: ...
    @property
    def finder_process(self) -> SharedFinderProcess: ...
    def close(self) -> None:
        """Close whatever was opened."""
