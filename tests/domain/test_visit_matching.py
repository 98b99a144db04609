"""What is typed or scanned at the gate, and whose visit it means; Thai beside English."""

from datetime import UTC, date, datetime

import pytest

from frontdesk.domain.keyboard_layout import to_thai
from frontdesk.domain.visit_matching import Entry, VisitTable, token_in
from frontdesk.domain.visits import MatchedBy, Visit, VisitState

TODAY = date(2026, 11, 20)
NOON = datetime(2026, 11, 20, 5, tzinfo=UTC)
WICHAI = Visit(
    "wichai", TODAY, "นายวิชัย ทองดี", code="k7m4q2", plate="1กก 1234 กรุงเทพมหานคร", number="081-234-5678",
    digits="0812345678", host="วรรณา สุขเกษม", place="เวชระเบียน ห้อง 1120",
)  # fmt: skip
PETER = Visit(
    "peter",
    TODAY,
    "Mr. Peter Brown",
    organisation="Siam Tools Ltd.",
    host="อำนวยการ",
    state=VisitState.GATE,
    badge="G-12",
)
FIRM = Visit("firm", TODAY, "บ.ธารการแพทย์", plate="บว 8820 นนทบุรี", host="คลังยา", party=3)
NAT = Visit("nat", TODAY, "ณัฐพร แสงทอง", digits="025551188", number="02-555-1188", place="กายภาพบำบัด")
SOMCHAI = Visit("somchai", TODAY, "สมชาย ใจดี", state=VisitState.LEFT, code="abcdef")
ENTRIES = (Entry(WICHAI), Entry(PETER, ("14",)), Entry(FIRM), Entry(NAT), Entry(SOMCHAI))
TABLE = VisitTable(ENTRIES)


@pytest.mark.parametrize(
    ("text", "visit", "reason"),
    [
        ("วิชัย", "wichai", MatchedBy.NAME),
        ("วิชัย ทองดี", "wichai", MatchedBy.NAME),
        ("ทองดี วิชัย", "wichai", MatchedBy.NAME),
        ("คุณวิชัย", "wichai", MatchedBy.NAME),
        ("ทอง วิ", "wichai", MatchedBy.NAME),
        ("brown", "peter", MatchedBy.NAME),
        ("Brown Peter", "peter", MatchedBy.NAME),
        ("mr peter", "peter", MatchedBy.NAME),
        ("ธารการ", "firm", MatchedBy.NAME),
        ("กก1234", "wichai", MatchedBy.PLATE),
        ("1กก 1234 กทม", "wichai", MatchedBy.PLATE),
        ("1234 กก", "wichai", MatchedBy.PLATE),
        ("1234 1กก", "wichai", MatchedBy.PLATE),
        ("๑กก๑๒๓๔", "wichai", MatchedBy.PLATE),
        ("กก12", "wichai", MatchedBy.PLATE),
        ("8820", "firm", MatchedBy.PLATE),
        ("8820 บว", "firm", MatchedBy.PLATE),
        ("บว8820", "firm", MatchedBy.PLATE),
        ("081-234-5678", "wichai", MatchedBy.NUMBER),
        ("+66 81 234 5678", "wichai", MatchedBy.NUMBER),
        ("๐๘๑๒๓๔๕๖๗๘", "wichai", MatchedBy.NUMBER),
        ("5678", "wichai", MatchedBy.NUMBER),
        ("1188", "nat", MatchedBy.NUMBER),
        ("วรรณา", "wichai", MatchedBy.HOST),
        ("อำนวยการ", "peter", MatchedBy.HOST),
        ("siam tools", "peter", MatchedBy.ORGANISATION),
        ("tools", "peter", MatchedBy.ORGANISATION),
        ("กายภาพ", "nat", MatchedBy.PLACE),
        ("เวชระเบียน", "wichai", MatchedBy.PLACE),
        ("1120", "wichai", MatchedBy.PLACE),
        ("K7M4Q2", "wichai", MatchedBy.CODE),
        ("g-12", "peter", MatchedBy.BADGE),
        ("14", "peter", MatchedBy.SLOT),
        ("ช่อง 14", "peter", MatchedBy.SLOT),
        ("slot 14", "peter", MatchedBy.SLOT),
        ("๑๔", "peter", MatchedBy.SLOT),
        ("peter อำนวยการ", "peter", MatchedBy.NAME),
    ],
)
def test_what_is_asked_finds_the_visit(text: str, visit: str, reason: MatchedBy) -> None:
    first = TABLE.find(text, 5)[0]
    assert (first.visit.id, first.reason, first.guess) == (visit, reason, False)


@pytest.mark.parametrize(
    ("text", "visit"),
    [
        ("ณัดพร", "nat"),
        ("นัทพร แสงทอง", "nat"),
        ("wichai", "wichai"),
        ("Natthaporn", "nat"),
        ("ปีเตอร์ บราวน์", "peter"),
        ("วิชย ทองดี", "wichai"),
        ("peter bronw", "peter"),
        (to_thai("brown"), "peter"),
        ("somchaj", "somchai"),
        ("1dd 1234", "wichai"),
        ("dd1234", "wichai"),
    ],
)
def test_what_sounds_or_looks_alike_is_a_guess(text: str, visit: str) -> None:
    first = TABLE.find(text, 5)[0]
    assert (first.visit.id, first.guess) == (visit, True)


@pytest.mark.parametrize("text", ["", " ", "?", "xyzzy", "ฆฆฆ", "0899999999", "9ฮฮ 9999", "abcdef"])
def test_what_means_nobody_finds_nobody(text: str) -> None:
    assert TABLE.find(text, 5) == ()


def test_those_still_to_come_stand_before_those_who_left() -> None:
    expected = Visit("new", TODAY, "สมชาย ใจดี", due=NOON)
    found = VisitTable((*ENTRIES, Entry(expected))).find("สมชาย", 5)
    assert [match.visit.id for match in found] == ["new", "somchai"]


@pytest.mark.parametrize(
    "typed", ["abcd2345efgh6789", "ABCD2345EFGH6789", to_thai("abcd2345efgh6789"), " abcd2345efgh6789\n"]
)
def test_a_scanner_is_read_with_any_keyboard_on(typed: str) -> None:
    assert token_in(typed) == "abcd2345efgh6789"


@pytest.mark.parametrize(
    "typed", ["", "abcd", "abcd2345efgh678", "abcd2345efgh67890", "สวัสดีครับผมมาหา", "0812345678012345"]
)
def test_what_is_no_token_is_none(typed: str) -> None:
    assert token_in(typed) == ""
