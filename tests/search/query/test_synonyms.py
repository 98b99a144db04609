"""Groups of words that mean the same, in the query."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from frontdesk.domain.segmentation import pieces
from frontdesk.domain.thai_text import normalise
from frontdesk.search.article_index import ArticleIndex
from frontdesk.search.query.planner import _side_by_side
from frontdesk.search.query.synonyms import LiveSynonyms, Same, SynonymTable
from tests.search.feed import SITE, FixedGroups, MemoryFeed

GROUPS = (
    ("ไวไฟ", "วายฟาย", "Wi-Fi"),
    ("รพ.", "โรงพยาบาล"),
    ("บัตรประชาชน", "บัตร ปชช.", "ID card"),
    ("บัตร", "card"),
    ("รหัสผ่าน", "password"),
    ("อาคาร", "ตึก"),
)


def same(query: str, *groups: tuple[str, ...]) -> list[Same]:
    text = normalise(query)
    return SynonymTable(groups or GROUPS).same(text, _side_by_side(pieces(text)))


@pytest.mark.parametrize(
    ("query", "stretches"),
    [
        ("ต่อวายฟายไม่ได้", ["วายฟาย"]),
        ("WIFI ฟรี", ["wifi"]),
        ("wi fi", ["wi fi"]),
        ("ไป รพ. ไหน", ["รพ"]),
        ("lost id card", ["id card"]),
        ("บัตร ปชช. หาย", ["บัตร ปชช"]),
        ("บัตร ปชช", ["บัตร ปชช"]),
        ("บัตรประชาชน กับ บัตร", ["บัตรประชาชน", "บัตร"]),
        ("รหัสผ่านไวไฟตึก 3", ["รหัสผ่าน", "ไวไฟ", "ตึก"]),
        ("ไม่มีอะไร", []),
        ("", []),
    ],
)
def test_what_has_synonyms(query: str, stretches: list[str]) -> None:
    text = normalise(query)
    assert sorted(text[one.start : one.end] for one in same(query)) == sorted(stretches)


def test_a_word_stands_for_one_word() -> None:
    (one,) = same("password")
    assert one.single == {"รหัสผ่าน": 0.6, "รหัส": pytest.approx(0.18), "ผ่าน": pytest.approx(0.18)}
    assert one.phrases == {}


def test_a_phrase_counts_about_as_much_as_a_word() -> None:
    (one,) = same("บัตรประชาชน", ("บัตรประชาชน", "identity card"))
    assert one.single == {}
    assert one.phrases == {"identity": pytest.approx(0.3), "card": pytest.approx(0.3)}


def test_a_word_of_two_groups_has_the_others_of_both() -> None:
    (one,) = same("เน็ต", ("เน็ต", "internet"), ("เน็ต", "ตาข่าย"))
    assert {"internet", "ตาข่าย"} <= set(one.single)


@given(st.text(st.sampled_from('บัตรปช. wi-fi รพ\u200b์้ๆฯ()*?"\n0'), max_size=200) | st.text(max_size=200))
def test_any_text_is_fine(text: str) -> None:
    for one in same(text):
        assert 0 <= one.start < one.end <= len(normalise(text))


def test_no_groups_no_work() -> None:
    assert LiveSynonyms(None).table.same("ไวไฟ", [*pieces("ไวไฟ")]) == []


@pytest.fixture
def groups() -> FixedGroups:
    return FixedGroups()


@pytest.fixture
def live(tmp_path: Path, groups: FixedGroups) -> Iterator[ArticleIndex]:
    index = ArticleIndex(tmp_path, MemoryFeed(SITE), groups)
    index.catch_up()
    yield index
    index.close()


def test_a_changed_list_counts_at_the_next_look(live: ArticleIndex, groups: FixedGroups) -> None:
    assert [hit.article_id for hit in live.search("พาร์คกิ้งฟรีไหม", 1).hits] != ["parking"]
    groups.set(("พาร์คกิ้ง", "ที่จอดรถ"))
    assert live.catch_up()
    assert not live.catch_up()
    assert [hit.article_id for hit in live.search("พาร์คกิ้งฟรีไหม", 1).hits] == ["parking"]


@pytest.mark.parametrize("query", ["บัตรประชาชนหาย", "forgot password", "ท.ร.14/1", "[y9isk", "น้ำดื่ม"])
def test_texts_without_synonyms_keep_their_results(live: ArticleIndex, groups: FixedGroups, query: str) -> None:
    before = live.search(query, 10)
    groups.set(("คำหนึ่ง", "คำสอง"))
    live.catch_up()
    assert live.search(query, 10) == before
