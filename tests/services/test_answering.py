"""What follows the index: rows from the database, exact names first, and who to call."""

import pytest

from frontdesk.domain.articles import Answer, Article
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person, PersonKind
from frontdesk.services.answering import Answering, Directory, exact_first
from frontdesk.services.knowledge import Knowledge
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.ports import Hit, Ranking
from frontdesk.storage.database import Database

from .conftest import StillClock

DISABLED = Article("a1", "SEC-04", "ที่จอดรถคนพิการ", "Parking for the disabled")
PARKING = Article("a2", "SEC-01", "ที่จอดรถ", "Parking", keywords=("จอดรถ ที่ไหน", "car park"))


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("ที่จอดรถ", "SEC-01"),
        ("ที่ จอดรถ", "SEC-01"),
        ("จอดรถที่ไหน", "SEC-01"),
        ("PARKING", "SEC-01"),
        ("sec-01", "SEC-01"),
        ("ที่จอด", "SEC-04"),
        ("", "SEC-04"),
    ],
)
def test_what_is_called_just_so_comes_first(query: str, first: str) -> None:
    ranked = (Answer(DISABLED, 9.0), Answer(PARKING, 8.0))
    assert exact_first(query, ranked)[0].article.code == first


class OneIndex:
    """An index that always has the same hits."""

    def search(self, query: str, limit: int, **asked: object) -> Ranking:
        return Ranking((Hit("a1", 2.0, ("จอด",)), Hit("gone", 1.5), Hit("a2", 1.0)))


def test_rows_are_as_the_database_has_them_now(storage: Database, clock: StillClock) -> None:
    knowledge = Knowledge(storage, clock)
    for article in (DISABLED, PARKING):
        knowledge.save(article, "test")
    found = Answering(storage, OneIndex()).search("จอด", 5)  # type: ignore[arg-type] # only search is asked
    assert [(a.article.code, a.marks) for a in found.answers] == [("SEC-04", ("จอด",)), ("SEC-01", ())]
    assert found.ms > 0


@pytest.fixture
def directory(storage: Database, clock: StillClock) -> Directory:
    book = PeopleBook(storage, clock)
    book.save(Person("p1", "S-1", "ปราณี", "ศรีสายธาร", kind=PersonKind.STAFF), "test")
    book.save(Person("p2", "S-2", "อรทัย", kind=PersonKind.STAFF, numbers=(parse_number("1121"),)), "test")
    book.save(Person("p3", "D-1", "เวชระเบียน", kind=PersonKind.DEPARTMENT, numbers=(parse_number("1120"),)), "test")
    return Directory(storage)


@pytest.mark.parametrize(
    ("article", "called"),
    [
        (Article("a", "A", "ก", owner="S-2", deputy="S-1"), ("owner", "1121")),
        (Article("a", "A", "ก", owner="S-1", deputy="S-2"), ("deputy", "1121")),
        (Article("a", "A", "ก", owner="S-1", department="เวชระเบียน"), ("department", "1120")),
        (Article("a", "A", "ก", owner="nobody"), None),
    ],
)
def test_who_to_call_is_the_first_that_has_a_number(
    directory: Directory, article: Article, called: tuple[str, str] | None
) -> None:
    found = directory.call_now(article)
    assert (found and (found.role, found.extension)) == called
