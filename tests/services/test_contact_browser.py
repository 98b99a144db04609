"""Lists of contacts of any length: their beginning, the rest, the news, and who is meant by a name."""

from array import array
from contextlib import closing
from datetime import timedelta

import pytest
from sqlcipher3.dbapi2 import connect

from frontdesk.domain.contact_filter import read_filter
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.errors import DeskError
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.domain.staff import Staff
from frontdesk.services.contact_browser import FIRST, MOST_NEWS, ContactBrowser, News
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.storage.database import Database

from .conftest import StillClock

MANY = 3 * FIRST


def contact(clock: StillClock, second: int, **values: object) -> Contact:
    at = clock.now() + timedelta(seconds=second)
    return Contact(f"c{second:05}", at, at, Channel.PHONE, Outcome.ANSWERED, "s1", **values)  # type: ignore[arg-type]


@pytest.fixture
def browser(storage: Database, clock: StillClock) -> ContactBrowser:
    with storage.write() as repos:
        repos.staff.save(Staff(id="s1", code="onanong", name="อรอนงค์ พรหมดี", name_en="Onanong"))
        suda = Person(id="p1", code="P-1", given_name="สุดา", family_name="ใจดี", numbers=(parse_number("0812345678"),))
        repos.people.save(suda, "s1")
        fields: dict[int, dict[str, str]] = {
            5: {"person_id": "p1"},
            6: {"number": "0899994471", "digits": "0899994471"},
        }
        repos.contacts.add_many(contact(clock, number, **fields.get(number, {})) for number in range(MANY))
    return ContactBrowser(storage, PeopleLookup(storage), clock)


def found(browser: ContactBrowser, clock: StillClock, line: str) -> list[str]:
    opening = browser.open(read_filter(line, clock.today()))
    places, whole = list(opening.places), opening.whole
    while not whole:
        more = browser.more(opening.wanted, places[-1], opening.layout)
        places, whole = [*places, *more.places], more.whole
    return [one.id for one in browser.contacts(places, opening.layout)]


def test_the_beginning_and_the_rest_are_all(browser: ContactBrowser, clock: StillClock) -> None:
    opening = browser.open(read_filter("", clock.today()))
    assert (len(opening.places), opening.whole, opening.entries) == (FIRST, False, MANY)
    assert found(browser, clock, "") == [f"c{number:05}" for number in reversed(range(MANY))]


@pytest.mark.parametrize(
    ("line", "ids"),
    [
        ("คน:P-1", ["c00005"]),
        ("สุดา ใจดี", ["c00005"]),
        ("081-234-5678", ["c00005"]),
        ("089 999 4471", ["c00006"]),
        ('"089 999 4471"', ["c00006"]),
        ("4471", ["c00006"]),
        ("คน:089-999-4471", ["c00006"]),
        ("คน:ไม่มีใคร", []),
        ("โดย:ไม่มีใคร", []),
        ("เมื่อวาน", []),
    ],
)
def test_who_and_when_is_meant(browser: ContactBrowser, clock: StillClock, line: str, ids: list[str]) -> None:
    assert found(browser, clock, line) == ids


@pytest.mark.parametrize("line", ["โดย:onanong", "โดย:อรอนงค์", "by:Onanong", "วันนี้", "20 พ.ย. 2569"])
def test_staff_by_code_and_name_and_days_in_words(browser: ContactBrowser, clock: StillClock, line: str) -> None:
    assert len(found(browser, clock, line)) == MANY


def test_news_say_what_came_went_and_changed(browser: ContactBrowser, storage: Database, clock: StillClock) -> None:
    opening = browser.open(read_filter("โทรศัพท์", clock.today()))
    newest, known = opening.places[0], opening.entries
    assert browser.news(opening.wanted, known, opening.layout, newest) == News(known)
    with storage.write() as repos:
        repos.contacts.add(contact(clock, MANY + 1))
        repos.contacts.correct(f"c{MANY - 1:05}", {"channel": Channel.LINE}, "s1", clock.now())
        repos.contacts.correct(f"c{MANY - 2:05}", {"note": "แก้"}, "s1", clock.now())
    news = browser.news(opening.wanted, known, opening.layout, newest)
    assert [one.id for one in browser.contacts(news.above, opening.layout)] == [f"c{MANY + 1:05}"]
    assert (list(news.gone), list(news.changed)) == ([opening.places[0]], [opening.places[1]])
    assert not news.anew and news.entries == known + 3


def test_after_very_much_the_list_is_read_anew(browser: ContactBrowser, storage: Database, clock: StillClock) -> None:
    opening = browser.open(read_filter("", clock.today()))
    with storage.write() as repos:
        repos.contacts.add_many(contact(clock, MANY + number) for number in range(MOST_NEWS + 1))
    assert browser.news(opening.wanted, opening.entries, opening.layout, opening.places[0]).anew


def test_what_is_chosen_is_read_oldest_first(browser: ContactBrowser, storage: Database, clock: StillClock) -> None:
    opening = browser.open(read_filter("", clock.today()))
    with storage.read() as repos:
        some = [
            one.id
            for one in browser.selected(array("q", [opening.places[3], opening.places[0]]), opening.layout)(repos)
        ]
        whole = [one.id for one in browser.chosen(read_filter("", clock.today()))(repos)]
    assert some == [f"c{MANY - 4:05}", f"c{MANY - 1:05}"]
    assert whole == [f"c{number:05}" for number in range(MANY)]


def test_places_of_a_file_that_was_rewritten_are_refused(
    browser: ContactBrowser, storage: Database, clock: StillClock
) -> None:
    opening = browser.open(read_filter("", clock.today()))
    with closing(connect(storage.file, isolation_level=None)) as other:
        other.execute("VACUUM").close()
    with pytest.raises(DeskError, match="places_moved"):
        browser.contacts(opening.places, opening.layout)
    with pytest.raises(DeskError, match="places_moved"):
        browser.more(opening.wanted, opening.places[-1], opening.layout)
    with pytest.raises(DeskError, match="places_moved"):
        browser.news(opening.wanted, opening.entries, opening.layout, opening.places[0])
    with storage.read() as repos, pytest.raises(DeskError, match="places_moved"):
        browser.selected(array("q", opening.places), opening.layout)(repos)
