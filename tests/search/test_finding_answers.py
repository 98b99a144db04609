"""What is typed at a desk, and the answer that has to come first."""

import pytest

from frontdesk.search.article_index import ArticleIndex

FIRST = [
    ("a whole title", "บัตรประชาชนหาย", "id-card"),
    ("two words", "บัตร หาย", "id-card"),
    ("a question", "ลืมรหัสผ่านต้องทำอย่างไร", "password"),
    ("an English question", "how do I get to the kidney clinic", "kidney"),
    ("English plural", "password", "password"),
    ("English singular of a plural", "policy", "policy"),
    ("a complaint", "complaint", "policy"),
    ("form number", "ท.ร.14/1", "house"),
    ("form number without dots", "ทร14/1", "house"),
    ("form number with spaces", "ท.ร. 14/1", "house"),
    ("form number in Thai digits", "ท.ร.๑๔/๑", "house"),
    ("another form", "ภ.ป.1", "tax"),
    ("another form without dots", "ภป1", "tax"),
    ("a military form", "สด9", "draft"),
    ("a ward code", "ipd3", "ward"),
    ("a ward code as written", "IPD-3", "ward"),
    ("a room", "305", "ward"),
    ("a room in words", "ห้อง 305", "ward"),
    ("an extension", "2500", "ward"),
    ("a telephone number", "021234567", "ward"),
    ("a telephone number, half", "02-123", "ward"),
    ("two letters", "ไต", "kidney"),
    ("two letters inside", "รถ", "parking"),
    ("the last word begun", "บัตรประชา", "id-card"),
    ("a compound begun", "รหัสผ่", "password"),
    ("English begun", "inpat", "ward"),
    ("one letter left out", "บัตรปรชาชน", "id-card"),
    ("one letter wrong", "ทะเบียนราษฎน", "house"),
    ("two letters swapped", "นโยยบาควาเมป็นส่วนตัว", "policy"),
    ("tone left out", "ทีจอดรถ", "parking"),
    ("English slip", "pasword", "password"),
    ("am in two parts", "น\u0e4d\u0e49\u0e32ดื่ม", "water"),
    ("marks out of order", "เวลาเย\u0e48\u0e35ยม", "visit"),
    ("Thai on the English keyboard", "[y9ixit=k=osk", "id-card"),
    ("with shifted keys", "oFp[kp8;k,gxHo", "policy"),
    ("begun on the English keyboard", "isylzj", "password"),
    ("English on the Thai keyboard", "ยฟหหไนพก", "password"),
    ("Thai glued to English", "ใช้wifi", "wifi"),
    ("a loan word by keyword", "ไวไฟ", "wifi"),
    ("another spelling as site synonym", "อินเตอร์เน็ต", "wifi"),
    ("capitals", "WIFI", "wifi"),
]


@pytest.mark.parametrize(("query", "code"), [case[1:] for case in FIRST], ids=[case[0] for case in FIRST])
def test_comes_first(site: ArticleIndex, query: str, code: str) -> None:
    ranking = site.search(query, 5)
    assert [hit.article_id for hit in ranking.hits][:1] == [code]


@pytest.mark.parametrize(
    ("query", "understood"),
    [
        ("[y9ixit=k=o", "บัตรประชาชน"),
        ("ยฟหหไนพก", "password"),
        ("บัตรประชาชน", ""),
        ("password", ""),
        ("ท.ร.14/1", ""),
        ("ipd-3", ""),
        ("0812345678", ""),
        ("xqzj", ""),
        ("WiFi Guest", ""),
    ],
)
def test_says_what_it_understood(site: ArticleIndex, query: str, understood: str) -> None:
    assert site.search(query, 5).understood == understood


@pytest.mark.parametrize("query", ["", "   ", "...", "\u200b", "()"])
def test_nothing_asked_nothing_found(site: ArticleIndex, query: str) -> None:
    ranking = site.search(query, 5)
    assert ranking.hits == ()
    assert ranking.ready


def test_marks_are_words_of_the_answer(site: ArticleIndex) -> None:
    hit = site.search("ทำบัตรประชาชน", 1).hits[0]
    assert "บัตรประชาชน" in hit.marks
    hit = site.search("Lost CARD", 1).hits[0]
    assert set(hit.marks) == {"lost", "card"}


def test_scores_fall_and_the_limit_holds(site: ArticleIndex) -> None:
    hits = site.search("รหัสผ่าน ผู้ป่วย ช่อง", 4).hits
    assert len(hits) == 4
    assert [hit.score for hit in hits] == sorted((hit.score for hit in hits), reverse=True)


def test_the_same_question_gets_the_same_order(site: ArticleIndex) -> None:
    assert site.search("ชั้น 3", 10) == site.search("ชั้น 3", 10)
