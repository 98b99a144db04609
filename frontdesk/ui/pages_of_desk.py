"""The pages of one window, built and joined."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Protocol

from frontdesk.domain.hand_over import AT_THE_GATE, HandItem, HandOver, ItemKind
from frontdesk.domain.imports import ImportKind
from frontdesk.domain.promises import Promise
from frontdesk.domain.staff import Staff
from frontdesk.services.desk import Services
from frontdesk.services.transfers import TransferPreview
from frontdesk.ui.alarm import Alarm
from frontdesk.ui.audit_notes import AuditNotes
from frontdesk.ui.due_watch import DueWatch
from frontdesk.ui.kit import Kit
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.notices.reader import NoticeReader
from frontdesk.ui.pages.answers.page import AnswersPage
from frontdesk.ui.pages.desk.page import DeskPage
from frontdesk.ui.pages.first_run.page import FirstRunPage
from frontdesk.ui.pages.gate.forms.caller import caller_visit
from frontdesk.ui.pages.gate.page import GatePage
from frontdesk.ui.pages.hand_over.gate_side import GateSide
from frontdesk.ui.pages.hand_over.head import Shown
from frontdesk.ui.pages.hand_over.page import HandOverPage
from frontdesk.ui.pages.import_data.page import ImportPage
from frontdesk.ui.pages.log.page import LogPage
from frontdesk.ui.pages.people.page import PeoplePage
from frontdesk.ui.pages.promises.page import PromisesPage
from frontdesk.ui.pages.report_preview.beside import PageBesideReport
from frontdesk.ui.pages.report_preview.choices import FigureChoices, ShiftChoices
from frontdesk.ui.pages.report_preview.pane import FULL, KEYS, ReportPane
from frontdesk.ui.pages.report_preview.slip_paper import slip_paper
from frontdesk.ui.pages.report_preview.slip_printing import SlipPrinting
from frontdesk.ui.pages.settings.page import SettingsPage
from frontdesk.ui.pages.sign_in.page import SignInPage
from frontdesk.ui.pages.supervise.page import SupervisePage
from frontdesk.ui.pages.watch_list.page import WatchListPage
from frontdesk.ui.preferences import Preferences
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

LEAST_FIGURES = 1100
"""What the figures need to be read beside a paper."""
MASKED_KEYS = tuple(key for key in KEYS if key[0] != FULL)
"""The keys of papers on which no number ever stands in full."""
FIGURE_KEYS = (("Alt+1–2", "report_preview.paper"),)
SHIFT_KEYS = (("Alt+1–3", "report_preview.paper"),)


class Place(Protocol):
    """What the pages need of the window they stand in, and what they ask of it."""

    staff: Staff | None

    @property
    def kit(self) -> Kit: ...
    @property
    def services(self) -> Services: ...
    @property
    def preferences(self) -> Preferences: ...
    @property
    def folder(self) -> Path: ...
    @property
    def tasks(self) -> Tasks: ...
    @property
    def slow_tasks(self) -> Tasks: ...
    @property
    def search(self) -> SearchClient: ...
    @property
    def gate_search(self) -> SearchClient: ...
    @property
    def watcher(self) -> Watcher: ...
    @property
    def window(self) -> MainWindow: ...
    def sign_in(self, staff: Staff) -> None: ...
    def show_who(self) -> None: ...
    @property
    def start_page(self) -> str: ...
    @property
    def desk_name(self) -> str: ...


class Pages:
    """Every page, and how one asks for another."""

    def __init__(self, place: Place) -> None:
        kit, services, tasks = place.kit, place.services, place.tasks
        self._place, self._came_from = place, DeskPage.page_id
        self.desk = DeskPage(kit, services, tasks, place.search)
        self.people = PeoplePage(
            kit, services.people, services.people_book, services.contact_log, tasks, place.watcher, services
        )
        self.watch_list = WatchListPage(kit, services.watch_list, tasks, place.watcher)
        self.gate = GatePage(
            kit, services, tasks, place.watcher, place.gate_search, lambda: place.desk_name,
            slow=place.slow_tasks, preferences=place.preferences,
        )  # fmt: skip
        self.answers = AnswersPage(kit, services, place.search, tasks, place.watcher)
        self.promises = PromisesPage(kit, services.promises, services.contact_log, services.clock, tasks, place.watcher)
        self.due = DueWatch(services.promises, tasks, place.watcher, place.window)
        self.notices = NoticeReader(place.window, services.notices, services.clock, tasks, place.watcher)
        self.log = LogPage(kit, services, tasks, place.watcher, place.slow_tasks)
        self.log_and_report = PageBesideReport(kit, self.log, ReportPane(kit, services, place.slow_tasks))
        self.slips = SlipPrinting(kit.words, services.desk_papers, services.open_pages, place.slow_tasks, place.window)
        self.hand_over = HandOverPage(
            kit,
            services.hand_overs,
            services.notices,
            services.clock,
            tasks,
            place.watcher,
            GateSide(services.visits, services.shift_log, tasks, place.window),
        )
        self.hand_over_and_paper = PageBesideReport(kit, self.hand_over, _hand_over_pane(place))
        self.supervise = SupervisePage(kit, services.figures, services.clock, tasks, place.watcher)
        self.supervise_and_paper = PageBesideReport(kit, self.supervise, _figures_pane(place), least=LEAST_FIGURES)
        self.who = SignInPage(kit, services, tasks, place.desk_name)
        self.first_run = FirstRunPage(kit, services, tasks, place.folder)
        self.settings = SettingsPage(kit, services, tasks, place.preferences, place.folder, place.slow_tasks)
        self.import_data = ImportPage(kit, services.data_import, tasks)
        for page in (
            self.desk, self.people, self.gate, self.answers, self.promises, self.log_and_report,
            self.supervise_and_paper, self.settings, self.hand_over_and_paper, self.import_data,
            self.watch_list,
        ):  # fmt: skip
            place.window.add_page(page)
        for bare in (self.who, self.first_run):
            place.window.add_page(bare, bare=True)
        self.alarm = Alarm(kit, services, tasks, place.watcher, place.window, self.first_run.page_id)
        self.settings.display.offer_pages(place.window.offers)
        self._looks = AuditNotes(services.audit, tasks)
        self._connect()

    def sign_in(self, staff: Staff) -> None:
        """Let one of the staff work on every page."""
        self._looks.staff = staff.id
        self.desk.sign_in(staff)
        self.people.sign_in(staff)
        self.gate.sign_in(staff)
        self.watch_list.sign_in(staff)
        self.answers.sign_in(staff)
        self.promises.sign_in(staff)
        self.due.start()
        self.notices.sign_in(staff)
        self.settings.sign_in(staff)
        self.supervise.sign_in(staff)
        self.import_data.sign_in(staff)
        self.log.sign_in(staff)
        for pane in (self.log_and_report.pane, self.hand_over_and_paper.pane, self.supervise_and_paper.pane):
            pane.sign_in(staff)
        self.hand_over.sign_in(staff)
        self.hand_over.gate.place = self._place.desk_name
        self.alarm.sign_in(staff, self._place.desk_name)
        self._place.tasks.run(self._place.services.hand_overs.waiting, partial(self._show_waiting, staff))

    def ask_about_unsaved(self) -> bool:
        """Bring a form with unsaved typing forward and let it ask; False if there is none, or it has asked."""
        for page in (self.people, self.answers, self.watch_list):
            if page.unsaved and not page.form.foot.asking:
                self._place.window.open_page(page.page_id)
                page.ask_about_unsaved()
                return True
        return False

    def hand_over_or(self, go: Callable[[], None]) -> None:
        """Tell whoever leaves something open of it, once, where it can be handed over; else ``go``."""
        staff = self._place.staff
        if staff is None or self.hand_over.offering:
            go()
            return
        self.desk.session.close()

        def decide(count: int) -> None:
            if count and self._place.staff is staff:
                self._place.window.open_page(self.hand_over.page_id)
                self.hand_over.offer(count)
            elif self._place.staff is staff:
                go()

        self._place.tasks.run(partial(self._place.services.hand_overs.left_by, staff.id), decide)

    def put_papers_away(self) -> None:
        """Leave nothing of papers that were looked at."""
        for page in (self.log_and_report, self.hand_over_and_paper, self.supervise_and_paper):
            page.put_away()

    def sign_out(self) -> None:
        """Put away what belongs to whoever leaves; drafts stay theirs."""
        self.put_papers_away()
        self.desk.sign_out()
        self.gate.forms.close()
        self.alarm.sign_out()
        self.due.stop()
        self.notices.sign_out()
        self._place.window.top_bar.reminder.clear()

    def ask(self, anybody: bool, last: str) -> str:
        """Make ready the page that asks who comes; return its id."""
        if not anybody:
            return self.first_run.page_id
        self.who.open(last)
        return self.who.page_id

    def _connect(self) -> None:
        place = self._place
        self.who.signed_in.connect(place.sign_in)
        place.watcher.changed.connect(self.who.renew_notices)
        self.settings.import_asked.connect(self._import)
        self.settings.staff_changed.connect(self.change_staff)
        self.settings.site_changed.connect(lambda _: self.renew_place())
        self.settings.desk_named.connect(lambda _: place.show_who())
        self.settings.synonyms.changed.connect(place.search.refresh)
        self.import_data.left.connect(lambda: place.window.open_page(self._came_from))
        self.first_run.finished.connect(self._begin)
        self.desk.edit_asked.connect(self._edit_answer)
        self.supervise.answer_asked.connect(self._answer_gap)
        self.supervise.print_asked.connect(self.supervise_and_paper.open_report)
        for page in (self.desk, self.people, self.log):
            page.looked.connect(partial(self._looks.note, page.page_id))
        self.people.contact_asked.connect(self._start_with)
        self._connect_due()
        self._connect_notices()
        self._connect_hand_over()
        self._connect_gate()
        self.log.person_asked.connect(self._show_person)
        self.log.print_asked.connect(self.log_and_report.open_report)
        self.desk.transfer.print_asked.connect(self._print_slip)
        tell, status, words = self.desk.view.transfer.tell, self.desk.view.strip.status, self._place.kit.words
        self.slips.preparing.connect(lambda: tell("report_preview.slip_preparing"))
        self.slips.dropped.connect(lambda: status.tell(words("report_preview.slip_dropped")))
        self.slips.printed.connect(lambda _: tell("report_preview.slip_printed"))
        self.slips.failed.connect(lambda error: tell(f"errors.{error.code if not error.data else 'report_failed'}"))

    def _print_slip(self, preview: TransferPreview) -> None:
        """Print what goes along with the caller in hand."""
        draft, staff, session = self.desk.session.draft, self._place.staff, self.desk.session
        if draft is not None and staff is not None:
            now = self._place.services.clock.now()
            slip = partial(slip_paper, draft, preview, staff=staff.name, at=now)
            self.slips.print(slip, staff.id, lambda: session.draft is None or session.draft.id == draft.id)

    def _connect_hand_over(self) -> None:
        page, window = self.hand_over, self._place.window
        page.opened.connect(self._show_handed)
        page.taken.connect(self._place.sign_in)
        page.left.connect(window.top_bar.who_asked)
        page.print_asked.connect(self.hand_over_and_paper.open_report)
        window.entry_asked.connect(self._write_entry)

    def _connect_gate(self) -> None:
        window = self._place.window
        self.watch_list.left.connect(lambda: window.open_page(self.gate.page_id))
        window.expect_asked.connect(self._expect_visit)
        window.closing.connect(self.gate.forms.close_down)
        self.gate.log_asked.connect(self._show_log)
        self.gate.evacuation_asked.connect(self.alarm.evacuate)
        titles = self.desk.results.titles
        titles.read.connect(lambda: self.gate.set_departments(titles.departments))
        self.gate.seen.connect(lambda at: window.top_bar.show_gate(self._place.desk_name, at))
        window.page_changed.connect(lambda page_id: window.top_bar.set_at_gate(page_id == self.gate.page_id))

    def _expect_visit(self) -> None:
        """Write down at the gate that somebody will come; on the desk that is whoever calls."""
        window, draft, card = self._place.window, self.desk.session.draft, self.desk.caller.state.card
        called = window.page_id == self.desk.page_id and draft is not None
        window.open_page(self.gate.page_id)
        if called and draft is not None and (draft.number or draft.person_id):
            person = card.person if card is not None and card.person.id == draft.person_id else None
            self.gate.forms.expect(visit=caller_visit(draft, person, self._place.services.clock.today()))
        else:
            self.gate.expect()

    def _show_handed(self, item: HandItem) -> None:
        """Bring forward what is handed over, where it can be finished."""
        if item.kind is ItemKind.DRAFT:
            self._place.window.open_page(self.desk.page_id)
            self.desk.session.open(item.key)
        elif item.part in AT_THE_GATE:
            self._place.window.open_page(self.gate.page_id)
            self.gate.type_in(item.who)
        else:
            self._close_promise(item.key)

    def _show_log(self) -> None:
        """Bring the pass-down log of this shift forward."""
        self._place.window.open_page(self.hand_over.page_id)
        self.hand_over.show_only(Shown.LOG)

    def _write_entry(self) -> None:
        """Ask for an entry of the pass-down log, wherever one was."""
        self._place.window.open_page(self.hand_over.page_id)
        self.hand_over.write_entry()

    def _show_waiting(self, staff: Staff, waiting: HandOver | None) -> None:
        """Bring forward what the shift before left to be taken over, unless somebody is helped already."""
        window = self._place.window
        came = waiting is not None and waiting.signed.staff != staff.id and self._place.staff is staff
        if came and window.page_id in (self.desk.page_id, self._place.start_page) and not self.desk.session.unsaved:
            window.open_page(self.hand_over.page_id)

    def _connect_due(self) -> None:
        """Let the list of what is owed be counted in the rail, and speak up quietly in the bar."""
        window, reminder = self._place.window, self._place.window.top_bar.reminder
        self.promises.opened.connect(self._start_on)
        self.people.promise_asked.connect(self._close_promise)
        self.due.counted.connect(lambda counts, _: window.rail.set_due(self.promises.page_id, counts))
        self.due.counted.connect(self.desk.show_due)
        self.due.became_due.connect(reminder.show_due)
        reminder.asked.connect(lambda: window.open_page(self.promises.page_id))
        window.page_changed.connect(lambda page_id: reminder.clear() if page_id == self.promises.page_id else None)

    def _connect_notices(self) -> None:
        """Let what must be read lie over the desk and the gate while nobody is helped there."""
        session, box, window = self.desk.session, self.gate.box, self._place.window
        self.notices.lie_over(self.desk.page_id, lambda: session.draft is not None)
        self.notices.lie_over(
            self.gate.page_id, lambda: bool(box.text()) or window.focusWidget() is not box, over=self.gate.band
        )
        for change in (session.switched, session.changed, box.textChanged, box.focused):
            change.connect(lambda *_: self.notices.renew())

    def _close_promise(self, promise_id: str) -> None:
        """Ask how a promise ended, on the list where all of them are."""
        self._place.window.open_page(self.promises.page_id)
        self.promises.ask_about(promise_id)

    def _start_on(self, promise: Promise) -> None:
        """Begin a contact with whom something is owed; one in hand waits meanwhile."""
        self._place.window.open_page(self.desk.page_id)
        if self.desk.session.draft is not None:
            self.desk.next_contact()
        self.desk.box.start_with(promise)

    def _begin(self, staff: Staff, kind: ImportKind | None) -> None:
        """Let the one who set the desk up work, first on bringing data in if so wished."""
        self._place.sign_in(staff)
        if kind is not None:
            self._import(kind)

    def _import(self, kind: ImportKind) -> None:
        self._came_from = self._place.window.page_id
        self.import_data.open(kind)
        self._place.window.open_page(self.import_data.page_id)

    def change_staff(self, staff: Staff) -> None:
        """Let a change of one's own name, language or particle show at once."""
        if self._place.staff is not None and staff.id == self._place.staff.id:
            self._place.staff = staff
            self.desk.set_speaker(staff)
            self._place.show_who()

    def renew_place(self) -> None:
        """Greet at the place as it is now called."""
        if self._place.staff is not None:
            self.desk.set_speaker(self._place.staff)

    def _edit_answer(self, article_id: str) -> None:
        self._place.window.open_page(self.answers.page_id)
        self.answers.edit(article_id)

    def _answer_gap(self, words: str) -> None:
        self._place.window.open_page(self.answers.page_id)
        self.answers.write_about(words)

    def _start_with(self, person_id: str) -> None:
        """Begin a contact with somebody chosen on another page."""
        self._place.window.open_page(self.desk.page_id)
        self.desk.session.set_person(person_id)

    def _show_person(self, person_id: str) -> None:
        self._place.window.open_page(self.people.page_id)
        self.people.open_person(person_id)


def _hand_over_pane(place: Place) -> ReportPane:
    """Return what shows a hand-over on paper; what was kept of numbers is masked, so there is no key for full ones."""
    return ReportPane(
        place.kit, place.services, place.slow_tasks, papers=place.services.shift_papers, choices=ShiftChoices(),
        named="hand_over.file_name", keys=(*SHIFT_KEYS, *MASKED_KEYS),
    )  # fmt: skip


def _figures_pane(place: Place) -> ReportPane:
    """Return what shows a month or a day of the figures on paper."""
    return ReportPane(
        place.kit, place.services, place.slow_tasks, papers=place.services.figure_papers, choices=FigureChoices(),
        named="report_preview.figures_file_name", keys=(*FIGURE_KEYS, *MASKED_KEYS),
    )  # fmt: skip
