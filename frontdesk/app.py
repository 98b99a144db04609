"""The one place that builds everything and passes it on."""

from __future__ import annotations

from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from frontdesk.gate_desk import GateDesk

if TYPE_CHECKING:
    from frontdesk.printing.page_pictures import PdfPages
    from frontdesk.search.article_index import ArticleIndex
    from frontdesk.search.process.spawning import Spawner
    from frontdesk.search.process.worker import SearchProcess
    from frontdesk.services.answer_use import AnswerUse
    from frontdesk.services.answering import Answering
    from frontdesk.services.attaching import Attaching
    from frontdesk.services.audit import Audit
    from frontdesk.services.backups import Backups
    from frontdesk.services.contact_browser import ContactBrowser
    from frontdesk.services.contact_log import ContactLog
    from frontdesk.services.contact_report import ContactReports
    from frontdesk.services.data_export import DataExport
    from frontdesk.services.data_import import DataImport
    from frontdesk.services.desk_papers import DeskPapers
    from frontdesk.services.directory import Directory
    from frontdesk.services.doctor import Doctor
    from frontdesk.services.duplicates import Duplicates
    from frontdesk.services.figure_papers import FigurePapers
    from frontdesk.services.figures import DeskFigures
    from frontdesk.services.finding import Finder
    from frontdesk.services.gaps import Gaps
    from frontdesk.services.gate_papers_daily import GateDays
    from frontdesk.services.hand_over import HandOvers
    from frontdesk.services.hand_over_papers import HandOverPapers
    from frontdesk.services.knowledge import Knowledge
    from frontdesk.services.merging import Merging
    from frontdesk.services.new_person import NewPeople
    from frontdesk.services.notices import Notices
    from frontdesk.services.people_book import PeopleBook
    from frontdesk.services.people_lookup import PeopleLookup
    from frontdesk.services.ports import ArticleFeed, Progress
    from frontdesk.services.promises import Promises
    from frontdesk.services.reports import OpenPages
    from frontdesk.services.saved_filters import SavedFilters
    from frontdesk.services.security import Security
    from frontdesk.services.segments import Segments
    from frontdesk.services.shift_papers import ShiftPapers
    from frontdesk.services.site import SiteSettings
    from frontdesk.services.site_hours import SiteHours
    from frontdesk.services.statuses import Statuses
    from frontdesk.services.synonyms import Synonyms
    from frontdesk.services.targets import Targets
    from frontdesk.services.transfers import Transfers
    from frontdesk.services.verification import Verification


class Desk(GateDesk):
    """One desk's services, each built when first asked for.

    Imports stand inside the methods on purpose: ``frontdesk log`` must not pay for searching and
    importing, and nothing but the window may load Qt. ``spawner`` gives the search process.
    """

    def __init__(self, root: Path, spawner: Spawner | None = None) -> None:
        super().__init__(root)
        self._spawner = spawner

    @cached_property
    def knowledge(self) -> Knowledge:
        from frontdesk.services.knowledge import Knowledge

        return Knowledge(self.storage, self.clock)

    @cached_property
    def answer_use(self) -> AnswerUse:
        from frontdesk.services.answer_use import AnswerUse

        return AnswerUse(self.storage, self.knowledge, self.clock)

    @cached_property
    def people_book(self) -> PeopleBook:
        from frontdesk.services.people_book import PeopleBook

        return PeopleBook(self.storage, self.clock)

    @cached_property
    def people(self) -> PeopleLookup:
        from frontdesk.services.people_lookup import PeopleLookup

        return PeopleLookup(self.storage, clock=self.clock)

    @cached_property
    def duplicates(self) -> Duplicates:
        from frontdesk.services.duplicates import Duplicates

        return Duplicates(self.storage, self.people)

    @cached_property
    def merging(self) -> Merging:
        from frontdesk.services.merging import Merging

        return Merging(self.storage, self.clock)

    @cached_property
    def attaching(self) -> Attaching:
        from frontdesk.services.attaching import Attaching

        return Attaching(self.storage, self.clock)

    @cached_property
    def directory(self) -> Directory:
        from frontdesk.services.directory import Directory

        return Directory(self.storage, self.clock)

    @cached_property
    def transfers(self) -> Transfers:
        from frontdesk.services.transfers import Transfers

        return Transfers(self.storage, self.directory, self.clock)

    @cached_property
    def gaps(self) -> Gaps:
        from frontdesk.services.gaps import Gaps

        return Gaps(self.storage, self.directory, self.clock)

    @cached_property
    def statuses(self) -> Statuses:
        from frontdesk.services.statuses import Statuses

        return Statuses(self.storage, self.clock)

    @cached_property
    def contact_log(self) -> ContactLog:
        from frontdesk.services.contact_log import ContactLog

        return ContactLog(self.storage, self.clock)

    @cached_property
    def contact_browser(self) -> ContactBrowser:
        from frontdesk.services.contact_browser import ContactBrowser

        return ContactBrowser(self.storage, self.people, self.clock)

    @cached_property
    def saved_filters(self) -> SavedFilters:
        from frontdesk.services.saved_filters import SavedFilters

        return SavedFilters(self.storage)

    @cached_property
    def contact_reports(self) -> ContactReports:
        from frontdesk.printing.process import ProcessPrinter
        from frontdesk.services.contact_report import ContactReports

        return ContactReports(self.storage, self.clock, ProcessPrinter(), self.folder.logo)

    @cached_property
    def desk_papers(self) -> DeskPapers:
        from frontdesk.printing.process import ProcessPrinter
        from frontdesk.services.desk_papers import DeskPapers
        from frontdesk.services.figures import DeskFigures

        figures = DeskFigures(self.storage, self.clock)
        return DeskPapers(self.storage, self.clock, figures, ProcessPrinter(), self.folder.logo)

    @property
    def open_pages(self) -> OpenPages:
        return _open_pages

    @cached_property
    def promises(self) -> Promises:
        from frontdesk.services.promises import Promises

        return Promises(self.storage, self.clock)

    @cached_property
    def hand_overs(self) -> HandOvers:
        from frontdesk.services.hand_over import HandOvers

        return HandOvers(self.storage, self.clock, self.security)

    @cached_property
    def gate_days(self) -> GateDays:
        from frontdesk.services.gate_papers_daily import GateDays

        return GateDays(self.storage, self.clock, self.folder.logo)

    @cached_property
    def shift_papers(self) -> ShiftPapers:
        from frontdesk.printing.process import ProcessPrinter
        from frontdesk.services.shift_papers import ShiftPapers

        return ShiftPapers(self.storage, self.clock, ProcessPrinter(), self.gate_days, self.hand_over_papers)

    @cached_property
    def hand_over_papers(self) -> HandOverPapers:
        from frontdesk.printing.process import ProcessPrinter
        from frontdesk.services.hand_over_papers import HandOverPapers

        return HandOverPapers(self.storage, self.clock, ProcessPrinter(), self.folder.logo)

    @cached_property
    def notices(self) -> Notices:
        from frontdesk.services.notices import Notices

        return Notices(self.storage, self.clock)

    @cached_property
    def new_people(self) -> NewPeople:
        from frontdesk.services.new_person import NewPeople

        return NewPeople(self.people_book, self.duplicates)

    @cached_property
    def figure_papers(self) -> FigurePapers:
        from frontdesk.services.figure_papers import FigurePapers

        return FigurePapers(self.desk_papers)

    @cached_property
    def figures(self) -> DeskFigures:
        from frontdesk.services.figures import DeskFigures

        return DeskFigures(self.storage, self.clock)

    @cached_property
    def audit(self) -> Audit:
        from frontdesk.services.audit import Audit

        return Audit(self.storage, self.clock)

    @cached_property
    def security(self) -> Security:
        from frontdesk.services.security import Security

        return Security(self.storage, self.clock)

    @cached_property
    def data_import(self) -> DataImport:
        from frontdesk.importing.tables import FileTables
        from frontdesk.services.data_import import DataImport

        return DataImport(self.storage, FileTables(self.clock.today), self.clock)

    @cached_property
    def data_export(self) -> DataExport:
        from frontdesk.importing.writers import FileTableWriter
        from frontdesk.services.data_export import DataExport

        return DataExport(self.storage, FileTableWriter())

    @cached_property
    def backups(self) -> Backups:
        from frontdesk.services.backups import Backups

        return Backups(self.vault, self.folder.backups, self.clock)

    @cached_property
    def doctor(self) -> Doctor:
        from frontdesk.services.doctor import Doctor

        return Doctor(self.vault, self.index, self.backups)

    @cached_property
    def verification(self) -> Verification:
        from frontdesk.services.verification import Verification

        return Verification(self.storage)

    @cached_property
    def site(self) -> SiteSettings:
        from frontdesk.services.site import SiteSettings

        return SiteSettings(self.storage)

    @cached_property
    def site_hours(self) -> SiteHours:
        from frontdesk.services.site_hours import SiteHours

        return SiteHours(self.storage)

    @cached_property
    def targets(self) -> Targets:
        from frontdesk.services.targets import Targets

        return Targets(self.storage)

    @cached_property
    def segments(self) -> Segments:
        from frontdesk.services.segments import Segments

        return Segments(self.storage)

    @cached_property
    def synonyms(self) -> Synonyms:
        from frontdesk.domain.synonyms import read_shipped
        from frontdesk.paths import resources
        from frontdesk.services.synonyms import Synonyms

        file = resources() / "synonyms.toml"
        return Synonyms(self.storage, lambda: read_shipped(file.read_text(encoding="utf-8")))

    @cached_property
    def index(self) -> ArticleIndex:
        from frontdesk.search.article_index import ArticleIndex

        return ArticleIndex(self.folder.index, self.storage.feed(), self.synonyms)

    @cached_property
    def answering(self) -> Answering:
        from frontdesk.services.answering import Answering

        return Answering(self.storage, self.index, self.clock, taught=self.answer_use.taught)

    @cached_property
    def finder_process(self) -> SearchProcess:
        from frontdesk.search.process.worker import SearchProcess

        return SearchProcess(partial(open_finder, self.folder.root), spawner=self._spawner)

    def close(self) -> None:
        for name in ("evacuations", "finder_process", "index", "storage"):
            if name in self.__dict__:
                self.__dict__.pop(name).close()


def prepare_finder() -> None:
    """Load what finding takes in any folder, most of a start. It is called inside the search process."""
    import frontdesk.search.article_index
    import frontdesk.services.answer_use
    import frontdesk.services.answering
    import frontdesk.services.finding
    import frontdesk.services.people_lookup
    import frontdesk.services.synonyms
    import frontdesk.storage.answer_words
    import frontdesk.storage.database
    import frontdesk.storage.synonyms  # noqa: F401
    from frontdesk.domain.common_words import commonness
    from frontdesk.domain.segmentation import pieces

    for word in pieces("จุดประชาสัมพันธ์"):  # loads the dictionary of words, and that of their parts
        commonness(word.text)


def open_finder(root: Path, tell: Progress) -> Finder:
    """Build what the search process holds. It is called inside that process."""
    from frontdesk.search.article_index import ArticleIndex
    from frontdesk.search.building.build_process import BuildProcess
    from frontdesk.services.finding import Finder
    from frontdesk.services.people_lookup import PeopleLookup

    desk = Desk(root)
    builder = BuildProcess(desk.storage.feed(), partial(open_feed, root), tell)
    desk.index = ArticleIndex(desk.folder.index, desk.storage.feed(), desk.synonyms, builder)
    people = PeopleLookup(desk.storage, aside=True, clock=desk.clock)
    return Finder(desk.storage, desk.index, desk.answering, people, desk.storage.close)


def _open_pages(file: Path) -> PdfPages:
    from frontdesk.printing.page_pictures import PdfPages

    return PdfPages(file)


def open_feed(root: Path) -> ArticleFeed:
    """Open what the index is built from. It is called inside the process that builds."""
    return Desk(root).storage.feed()
