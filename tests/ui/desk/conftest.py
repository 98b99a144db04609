"""A real desk page on a real database, with the search in this process so that tests stay quick."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.drafts import Draft
from frontdesk.domain.finding import Found, Question
from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import PartialDate, Person, PersonKind
from frontdesk.domain.site import Site
from frontdesk.domain.staff import Staff
from frontdesk.services.finding import Finder
from frontdesk.ui.kit import Kit
from frontdesk.ui.main_window import MainWindow
from frontdesk.ui.pages.desk.page import DeskPage
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks

NOW = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
STAFF = Staff("staff-1", "onanong", "อรอนงค์ สายใจ", "อรอนงค์", "Onanong")
NUMBER, SHARED, NOBODYS = "081-234-5678", "02-999-1234", "089-111-2222"


class HeldClock:
    """A clock that tests move."""

    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return date(2026, 11, 20)


class NearFinder:
    """The search process without a process; ``hold`` keeps replies back until ``release``."""

    def __init__(self, finder: Finder) -> None:
        self._finder, self.held, self._kept = finder, False, list[Callable[[], None]]()
        self.asked: list[str] = []
        self.refreshed = 0
        self.names_read = True

    def start(
        self,
        on_reply: Callable[[int, Found], None],
        on_state: Callable[[str], None],
        on_progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self._on_reply, self.on_state, self.on_progress = on_reply, on_state, on_progress
        on_state("ready")

    def ask(self, number: int, question: Question) -> None:
        self.asked.append(question.text)
        if self.held:
            self._kept.append(lambda: self._reply(number, question))
        else:
            self._reply(number, question)

    def release(self) -> None:
        """Send everything that was kept back."""
        self.held, kept = False, self._kept
        self._kept = []
        for reply in kept:
            reply()

    def refresh(self) -> None:
        self.refreshed += 1
        self._finder.catch_up()

    def close(self) -> None:
        self._finder.close()

    def _reply(self, number: int, question: Question) -> None:
        found = self._finder.find(question)
        self._on_reply(number, replace(found, people=replace(found.people, ready=self.names_read)))


CARD = Article(
    "a-card", "MRD-01", "บัตรประจำตัวผู้ป่วยหาย", "Lost patient card",
    "แจ้งชื่อกับวันเกิดที่ช่อง 3 ได้เลยค่ะ", "Please go to counter 3.", "1. บัตรประชาชน\n2. ใบมอบฉันทะ", "1. ID card",
    keywords=("บัตรหาย",), department="เวชระเบียน", owner="S-1", deputy="S-2",
    verified_on=date(2026, 11, 3), verified_by="S-1",
)  # fmt: skip
GOLD = replace(
    CARD, id="a-gold", code="UC-02", title="บัตรทองหาย", title_en="Gold card lost", say="ใช้บัตรประชาชนได้เลยค่ะ",
    say_en="Use your ID card.", keywords=(), department="ศูนย์สิทธิ", review_by=date(2026, 11, 1),
)  # fmt: skip
VISIT = replace(
    CARD, id="a-visit", code="IPD-01", title="เวลาเยี่ยมผู้ป่วย", title_en="Visiting hours",
    say="เยี่ยมได้ 11:00 ถึง 20:00 นะคะ", say_en="", body_en="", keywords=(), pinned=True,
)  # fmt: skip
EXTRA = tuple(
    replace(CARD, id=f"a-{n}", code=f"X-{n}", title=f"บัตรแบบที่ {n}", title_en="", say_en="", keywords=())
    for n in range(1, 9)
)


def person(person_id: str, given: str, family: str = "", *numbers: str, **more: object) -> Person:
    parsed = tuple(parse_number(number) for number in numbers)
    return replace(Person(person_id, person_id, given, family, numbers=parsed), **more)  # type: ignore[arg-type]


SUDA = person(
    "P-1", "สุดา", "ใจดี", NUMBER, nickname="ดา", romanised="Suda Jaidee", birthday=PartialDate(11, 23),
    note="พูดช้า ๆ", plate="กข 1234",
)  # fmt: skip
PEOPLE = (
    SUDA,
    person("P-2", "ประนอม", "ใจดี", SHARED),
    person("P-3", "มานพ", "แสนดี", SHARED),
    person("D-MRD", "เวชระเบียน", "", "1120", kind=PersonKind.DEPARTMENT, nickname="ห้องบัตร"),
    person("S-1", "วรรณา", "ศรีสุข", kind=PersonKind.STAFF),
    person("S-2", "อรทัย", "ศรีสุข", "1121", kind=PersonKind.STAFF),
)


def past(contact_id: str, days: int, outcome: Outcome, **more: object) -> Contact:
    at = NOW - timedelta(days=days)
    return replace(Contact(contact_id, at, at, Channel.PHONE, outcome, STAFF.id), **more)  # type: ignore[arg-type]


def fill(desk: Desk) -> None:
    """Put the people, answers and contacts of the tests on file."""
    with desk.storage.write() as repos:
        for article in (CARD, GOLD, VISIT):
            repos.articles.save(article, "test")
        for one in PEOPLE:
            repos.people.save(one, "test")
        suda = {"person_id": "P-1", "person_code": "P-1", "person_name": "สุดา ใจดี", "number": NUMBER}
        repos.contacts.add(past(new_id(), 8, Outcome.ANSWERED, topic="เลื่อนนัดคลินิกตา", **suda))
        repos.contacts.add(past(new_id(), 48, Outcome.PROMISED, topic="ขอใบรับรองแพทย์", **suda))
        repos.contacts.add(past(new_id(), 0, Outcome.ANSWERED, topic="เวลาเยี่ยม", articles=("IPD-01",)))
        repos.site.save(Site("โรงพยาบาล", "Hospital", "สวัสดีค่ะ {name}รับสาย", "Hello, {name} speaking."))


@dataclass
class AtDesk:
    """The page in its window, with the hands and eyes that tests need."""

    qtbot: QtBot
    desk: Desk
    window: MainWindow
    page: DeskPage
    finder: NearFinder
    clock: HeldClock
    tasks: Tasks

    def settle(self) -> None:
        """Wait until the data thread has done what was asked, and what that asked for in turn."""
        for _ in range(3):
            seen: list[bool] = []
            self.tasks.run(lambda: True, seen.append)
            self.qtbot.waitUntil(lambda seen=seen: bool(seen))  # type: ignore[misc]

    def find(self, text: str) -> None:
        """Type a text in the box and wait for everything found."""
        from tests.ui.keys import type_text

        self.page.focus_first()
        type_text(text)
        self.qtbot.waitUntil(lambda: self.page.results.complete)
        self.settle()

    @property
    def draft(self) -> Draft:
        """Return the contact in hand."""
        assert self.page.session.draft is not None
        return self.page.session.draft

    def logged(self) -> list[Contact]:
        """Return what is on the record and was not taken back, newest first."""
        return self.desk.contact_log.latest()


@pytest.fixture
def at_desk(qtbot: QtBot, kit: Kit, desk: Desk, tasks: Tasks) -> Iterator[AtDesk]:
    clock = HeldClock()
    desk.__dict__["clock"] = clock
    fill(desk)
    desk.index.catch_up()
    finder = NearFinder(Finder(desk.storage, desk.index, desk.answering, desk.people, lambda: None))
    search = SearchClient(finder)
    window = MainWindow(kit, clock)
    page = DeskPage(kit, desk, tasks, search)
    window.add_page(page)
    qtbot.addWidget(window)
    page.sign_in(STAFF)
    window.show()
    window.open_page("desk")
    window.activateWindow()
    qtbot.waitUntil(lambda: page.view.box.hasFocus() and len(page.results.titles.quick) == 3)
    made = AtDesk(qtbot, desk, window, page, finder, clock, tasks)
    made.settle()
    yield made
    page.close_down()
    search.close()
