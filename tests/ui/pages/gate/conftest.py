"""A real gate page on a real desk: a few visits, people and answers; the search stands in this process."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from frontdesk.app import Desk
from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person, PersonKind
from frontdesk.domain.visits import CardKind, HeldCard, Visit
from frontdesk.services.finding import Finder
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.gate.control import Deed, DeedKind
from frontdesk.ui.pages.gate.page import GatePage
from frontdesk.ui.search_client import SearchClient
from frontdesk.ui.tasks import Tasks
from frontdesk.ui.watcher import Watcher

from ...desk.conftest import NOW, NearFinder
from ...keys import press, type_text
from ..conftest import ORN

GATE, NUMBER = "ป้อมประตู 2", "081-234-5678"
WANNA = Person(
    "S-1", "S-1", "วรรณา", "ศรีสุข", kind=PersonKind.STAFF, room="1120", department="เวชระเบียน",
    numbers=(parse_number("1121"),),
)  # fmt: skip
SUDA = Person("P-1", "P-1", "สุดา", "ใจดี", numbers=(parse_number("089-111-2222"),))
PARKING = Article(
    "a-park", "SEC-01", "ที่จอดรถ", "Parking", "จอดที่อาคาร 4 ฟรี 3 ชั่วโมงค่ะ", "Building 4, free for three hours.",
    keywords=("จอดรถ",), department="รักษาความปลอดภัย",
)  # fmt: skip


class GateClock:
    """A clock that tests move; it begins at 10:42 in Bangkok."""

    def __init__(self) -> None:
        self.at = NOW

    def now(self) -> datetime:
        return self.at

    def today(self) -> date:
        return date(2026, 11, 20)

    def go(self, minutes: int) -> None:
        self.at += timedelta(minutes=minutes)


@dataclass
class AtGate:
    """The page, with the hands and eyes that tests need."""

    qtbot: QtBot
    desk: Desk
    page: GatePage
    finder: NearFinder
    clock: GateClock
    tasks: Tasks

    def settle(self) -> None:
        """Wait until the data thread has done what was asked, and what that asked for in turn."""
        for _ in range(4):
            seen: list[bool] = []
            self.tasks.run(lambda: True, seen.append)
            self.qtbot.waitUntil(lambda seen=seen: bool(seen))  # type: ignore[misc]

    def find(self, text: str) -> None:
        """Type a text in the box and wait for everything found."""
        type_text(text)
        self.qtbot.waitUntil(lambda: self.page.results.complete and self.page.results.rows_for == text.strip())
        self.settle()

    def do(self, kind: DeedKind, act: Callable[[], None]) -> Deed:
        """Press keys and wait for the deed that follows."""
        with self.qtbot.waitSignal(self.page.control.done) as done:
            act()
        self.settle()
        deed = done.args[0]
        assert isinstance(deed, Deed)
        assert deed.kind is kind
        return deed

    def press(self, *keys: int) -> None:
        press(*keys)  # type: ignore[arg-type]

    def visit(self, name: str) -> Visit:
        """Return the visit of a name as it stands now."""
        visits = [one for one in self.all_visits() if one.name == name]
        assert len(visits) == 1
        return visits[0]

    def all_visits(self) -> list[Visit]:
        with self.desk.storage.read() as repos:
            return repos.visits.of_day(self.clock.today())

    def card(self, name: str) -> HeldCard:
        """Return the card that is or was held of a visitor."""
        return self.desk.card_exchange.of_visit(self.visit(name).id)[0]


def expected(name: str, minutes: int, **more: object) -> Visit:
    """Return somebody who is expected so many minutes after now."""
    visit = Visit("", date(2026, 11, 20), name, due=NOW + timedelta(minutes=minutes))
    return replace(visit, **more)  # type: ignore[arg-type]


WICHAI = expected(
    "วิชัย ทองดี", -12, plate="1กก 1234 กรุงเทพมหานคร", host="วรรณา", host_id="S-1", place="เวชระเบียน", number=NUMBER
)
NONGNUCH = expected("นงนุช แสงทอง", 18, place="กายภาพบำบัด")
COMPANY = expected("บ.ธารการแพทย์", 33, plate="บว 8820", place="คลังยา", party=3)


def fill(desk: Desk) -> None:
    """Put visits, people and an answer on file."""
    with desk.storage.write() as repos:
        for person in (WANNA, SUDA):
            repos.people.save(person, "test")
        repos.articles.save(PARKING, "test")
        called = NOW - timedelta(minutes=11)
        repos.contacts.add(
            Contact("c-1", called, called, Channel.PHONE, Outcome.ANSWERED, ORN.id, number=NUMBER, digits="0812345678")
        )
    desk.visits.expect_all([WICHAI, NONGNUCH, COMPANY], ORN.id)
    somsri = desk.visits.walk_in(Visit("", date(2026, 11, 20), "สมศรี บุญมา", place="ตึก 5"), ORN.id, GATE)
    desk.card_exchange.take(somsri.id, CardKind.NATIONAL_ID, ORN.id, "14")
    desk.visits.walk_in(Visit("", date(2026, 11, 20), "Peter Brown", place="อำนวยการ"), ORN.id, GATE)
    late = Visit("", date(2026, 11, 20), "อนันต์ เรืองศรี", place="ตึก 5", until=NOW + timedelta(minutes=25))
    desk.visits.walk_in(late, ORN.id, GATE)


@pytest.fixture
def clock(desk: Desk) -> GateClock:
    made = GateClock()
    desk.__dict__["clock"] = made
    return made


@pytest.fixture
def at_gate(
    qtbot: QtBot, kit: Kit, desk: Desk, clock: GateClock, tasks: Tasks, watcher: Watcher,
    open_page: Callable[[QWidget], None], monkeypatch: pytest.MonkeyPatch,
) -> Iterator[AtGate]:  # fmt: skip
    monkeypatch.setattr("frontdesk.ui.pages.gate.hand.REPEAT_MS", -1)
    fill(desk)
    clock.go(2)
    desk.index.catch_up()
    finder = NearFinder(Finder(desk.storage, desk.index, desk.answering, desk.people, lambda: None))
    search = SearchClient(finder)
    page = GatePage(kit, desk, tasks, watcher, search, lambda: GATE)
    page.sign_in(ORN)
    open_page(page)
    page.focus_first()
    qtbot.waitUntil(lambda: page.board.board is not None and page.box.hasFocus())
    made = AtGate(qtbot, desk, page, finder, clock, tasks)
    made.settle()
    yield made
    page.close_down()
    search.close()
