from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from frontdesk.domain.articles import Article
from frontdesk.domain.ids import new_id
from frontdesk.storage.database import Database

LOST_CARD = Article(
    id=new_id(),
    code="MRD-01",
    title="บัตรประจำตัวผู้ป่วยหาย",
    title_en="Lost patient card",
    say="แจ้งที่ช่อง 3 ได้เลยค่ะ",
    say_en="Please go to counter 3.",
    body="1. แจ้งชื่อ\n2. ทำบัตรใหม่ — “ฟรี” ๑๒๓ 🏥",
    body_en="Give your name.",
    category="บัตร",
    keywords=("บัตรหาย", "ทำบัตรใหม่", "card; lost"),
    department="D-MRD",
    owner="P-7",
    deputy="สุดา",
    verified_on=date(2026, 11, 3),
    verified_by="P-7",
    review_by=date(2027, 5, 3),
    pinned=True,
    updated_at=datetime(2026, 11, 3, 9, 30, 15, 123456, tzinfo=UTC),
)
PARKING = Article(new_id(), "SEC-01", "ที่จอดรถ")
OLD = Article(new_id(), "OLD-01", "เลิกใช้แล้ว", archived=True, pinned=True)


@pytest.mark.parametrize("article", [LOST_CARD, PARKING, OLD], ids=lambda one: one.code)
def test_comes_back_as_it_was_saved(database: Database, article: Article) -> None:
    with database.write() as repos:
        repos.articles.save(article, "อรอนงค์")
    with database.read() as repos:
        assert repos.articles.get(article.id) == article
        assert repos.articles.by_code(article.code) == article


def test_lists_leave_archived_ones_out(database: Database) -> None:
    with database.write() as repos:
        repos.articles.save_many([PARKING, OLD, LOST_CARD], "x")
        assert list(repos.articles.all()) == [LOST_CARD, PARKING]
        assert repos.articles.pinned() == [LOST_CARD]
        assert repos.articles.count() == 2
        assert set(repos.articles.by_ids([OLD.id, PARKING.id, "nobody"])) == {OLD.id, PARKING.id}
        assert repos.articles.by_codes(["OLD-01", "none"]) == {"OLD-01": OLD}
        assert repos.articles.get("none") is None


def test_every_save_keeps_the_earlier_version(database: Database) -> None:
    second = replace(PARKING, title="ที่จอดรถผู้ป่วย")
    third = replace(PARKING, title="Parking")
    for article, by in ((PARKING, "ก"), (second, "ข"), (third, "ค")):
        with database.write() as repos:
            repos.articles.save(article, by)
    with database.read() as repos:
        versions = repos.articles.versions(PARKING.id)
    assert [(by, article) for _, by, article in versions] == [("ค", second), ("ข", PARKING)]
    assert versions[0][0] >= versions[1][0]
    assert versions[0][0].utcoffset() is not None


def test_more_than_one_chunk_is_saved_and_streamed(database: Database) -> None:
    many = [Article(new_id(), f"A-{i:04}", f"คำตอบที่ {i}") for i in range(1201)]
    with database.write() as repos:
        repos.articles.save_many(iter(many), "x")
    with database.read() as repos:
        assert list(repos.articles.all()) == many
        assert len(repos.articles.by_codes(f"A-{i:04}" for i in range(1201))) == 1201


def test_nothing_is_saved_when_the_block_fails(database: Database) -> None:
    with pytest.raises(KeyError), database.write() as repos:
        repos.articles.save(PARKING, "x")
        raise KeyError
    with database.read() as repos:
        assert repos.articles.count() == 0
        assert repos.articles.versions(PARKING.id) == []
