"""What follows the index: rows from the database, exact names first, and who to call."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import timedelta

import pytest

from frontdesk.domain import drafts
from frontdesk.domain.articles import Answer, Answers, Article
from frontdesk.domain.contacts import Outcome
from frontdesk.domain.ids import new_id
from frontdesk.domain.people import Person, PersonKind
from frontdesk.services.answering import ASKED_FOR_MORE, Answering, exact_first
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.knowledge import Knowledge
from frontdesk.services.ports import Hit, Progress, Ranking, Scopes
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

    def __init__(self, *hits: Hit, ready: bool = True) -> None:
        self._ranking = Ranking(hits, ready=ready)
        self.asked: list[tuple[str, int, bool, Scopes]] = []

    def search(self, query: str, limit: int, *, literal: bool = False, scopes: Scopes = ()) -> Ranking:
        self.asked.append((query, limit, literal, scopes))
        return self._ranking

    def catch_up(self) -> bool:
        return False

    def rebuild(self, progress: Progress | None = None) -> None: ...

    def state(self) -> Mapping[str, object]:
        return {}

    def close(self) -> None: ...


def test_rows_are_as_the_database_has_them_now(storage: Database, clock: StillClock) -> None:
    knowledge = Knowledge(storage, clock)
    for article in (DISABLED, PARKING):
        knowledge.save(article, "test")
    index = OneIndex(Hit("a1", 2.0, ("จอด",)), Hit("gone", 1.5), Hit("a2", 1.0))
    found = Answering(storage, index, clock).search("จอด", 5)
    assert [(a.article.code, a.marks) for a in found.answers] == [("SEC-04", ("จอด",)), ("SEC-01", ())]
    assert found.ms > 0


def codes(found: Answers) -> list[str]:
    return [answer.article.code for answer in found.answers]


@pytest.fixture
def site(storage: Database, clock: StillClock) -> Database:
    """Answers of two categories and three departments, one of them pinned and one overdue."""
    cards = Article("c1", "CARD-1", "ขอบัตรใหม่", category="ทะเบียน", department="D-1")
    yesterday = clock.today() - timedelta(days=1)
    articles = (
        cards,
        replace(cards, id="c2", code="CARD-2", title="เกวียน", category="ทะเบียนรถ", department="ขนส่ง"),
        replace(cards, id="c3", code="CARD-3", title="แก้คำผิด", review_by=yesterday),
        replace(cards, id="c4", code="CARD-4", title="ฮวงจุ้ย", pinned=True),
        replace(cards, id="c5", code="CARD-5", title="ค่าปรับ", category="การเงิน", department=""),
    )
    with storage.write() as repos:
        repos.articles.save_many(articles, "test")
        repos.people.save(Person("d1", "D-1", "เวชระเบียน", kind=PersonKind.DEPARTMENT, nickname="ห้องบัตร"), "test")
    return storage


HITS = tuple(Hit(f"c{n}", score) for n, score in ((1, 10.0), (3, 9.9), (4, 9.8), (5, 9.0), (2, 4.0)))


def test_overdue_answers_sink_and_pinned_ones_float_among_comparable_ones(site: Database, clock: StillClock) -> None:
    found = Answering(site, OneIndex(*HITS), clock).search("x", 5)
    assert codes(found) == ["CARD-4", "CARD-1", "CARD-5", "CARD-3", "CARD-2"]
    assert [round(answer.score, 2) for answer in found.answers] == [10.29, 10.0, 9.0, 7.92, 4.0]


def test_the_index_is_asked_for_more_than_is_shown(site: Database, clock: StillClock) -> None:
    index = OneIndex(*HITS)

    def weigh(meant: str, answers: Sequence[Answer]) -> Mapping[str, float]:
        return {"c2": 9.0} if meant == "x" else {}

    assert codes(Answering(site, index, clock, (weigh,)).search("x", 2, literal=True)) == ["CARD-2", "CARD-4"]
    assert index.asked == [("x", 2 * ASKED_FOR_MORE, True, ())]


@pytest.mark.parametrize(
    ("query", "rest", "names", "scopes"),
    [
        ("#ทะ ใบ", "ใบ", [("ทะเบียน", "ทะเบียนรถ")], (("#ทะเบียน", "#ทะเบียนรถ"),)),
        ("ใบ #ทะเบียน", "ใบ", [("ทะเบียน",)], (("#ทะเบียน",),)),
        ("@เวช ใบ", "ใบ", [("D-1",)], (("@d-1",),)),
        ("@ห้องบัตร ใบ", "ใบ", [("D-1",)], (("@d-1",),)),
        ("@d-1 ใบ", "ใบ", [("D-1",)], (("@d-1",),)),
        ("#ทะเบียน @ขนส่ง ใบ", "ใบ", [("ทะเบียน",), ("ขนส่ง",)], (("#ทะเบียน",), ("@ขนส่ง",))),
        ("#ทะเบียน #การเงิน ใบ", "ใบ", [("การเงิน", "ทะเบียน")], (("#การเงิน", "#ทะเบียน"),)),
        ("#5 ใบ", "#5 ใบ", [], ()),
        ("suda@example.com", "suda@example.com", [], ()),
        ("@suda", "@suda", [], ()),
    ],
)
def test_scopes_are_what_answers_on_file_have(
    site: Database, clock: StillClock, query: str, rest: str, names: list[tuple[str, ...]], scopes: Scopes
) -> None:
    index = OneIndex(*HITS)
    found = Answering(site, index, clock).search(query, 5)
    assert [one.names for one in found.narrowed] == names
    assert index.asked == [(rest, 5 * ASKED_FOR_MORE, False, scopes)]


def test_nothing_of_another_category_slips_in(site: Database, clock: StillClock) -> None:
    found = Answering(site, OneIndex(*HITS), clock).search("#ทะเบียน x", 5)
    assert codes(found) == ["CARD-4", "CARD-1", "CARD-3"]


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("#ทะเบียน", ["CARD-4", "CARD-3", "CARD-1"]),
        (" #ทะ ", ["CARD-4", "CARD-2", "CARD-3", "CARD-1"]),
        ("@ขนส่ง #ทะเบียนรถ", ["CARD-2"]),
        ("@ขนส่ง", ["CARD-2"]),
    ],
)
def test_a_scope_alone_lists_what_is_in_it(site: Database, clock: StillClock, query: str, listed: list[str]) -> None:
    index = OneIndex(*HITS)
    found = Answering(site, index, clock).search(query, 5)
    assert (codes(found), found.near, index.asked) == (listed, False, [])


def test_no_result_leaves_a_blank(site: Database, clock: StillClock) -> None:
    log = ContactLog(site, clock)
    for code in ("CARD-5", "CARD-2", "CARD-5"):
        log.log(replace(drafts.begin("s", clock.now()), id=new_id(), articles=(code,)), Outcome.ANSWERED)
    answering = Answering(site, OneIndex(), clock)
    found = answering.search("qqq", 4)
    assert (codes(found), found.near) == (["CARD-4", "CARD-5", "CARD-2", "CARD-1"], True)
    inside = answering.search("#ทะเบียน qqq", 4)
    assert (codes(inside), inside.near) == (["CARD-4", "CARD-3", "CARD-1"], True)
    nowhere = answering.search("#ทะเบียน @ขนส่ง", 2)
    assert (codes(nowhere), nowhere.near) == (["CARD-4", "CARD-5"], True)
    assert answering.search("", 4).answers == ()


def test_an_index_that_is_not_ready_is_not_filled_in_for(site: Database, clock: StillClock) -> None:
    found = Answering(site, OneIndex(ready=False), clock).search("qqq", 4)
    assert (found.answers, found.ready, found.near) == ((), False, False)
