"""Codes, numbers, short words, glued and old spellings: each with the answer that has to come first."""

from collections.abc import Iterator

import pytest

from frontdesk.domain.synonyms import read_shipped
from frontdesk.paths import resources
from frontdesk.search.article_index import ArticleIndex

from .feed import FixedGroups, MemoryFeed
from .hard_site import HARD_SITE


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ArticleIndex]:
    """An index of the hard site, with the synonyms that are shipped."""
    shipped = read_shipped((resources() / "synonyms.toml").read_text(encoding="utf-8"))
    index = ArticleIndex(tmp_path_factory.mktemp("office"), MemoryFeed(HARD_SITE), FixedGroups(*shipped))
    index.catch_up()
    yield index
    index.close()


def first(office: ArticleIndex, query: str, count: int = 1) -> list[str]:
    return [hit.article_id for hit in office.search(query, count).hits]


CODES = {
    "tr14": "ท.ร.14/1|ท.ร. 14/1|ทร14/1|ทร.14/1|ทร 14/1|ทร14|ท.ร.14|ท.ร.๑๔/๑|แบบ ทร14/1|ท ร 14/1|ทร-14/1|ขอ ทร.14",
    "tr1": "ท.ร.1/1|ทร1/1|ทร.1/1|ท.ร. ๑/๑",
    "tr4": "ท.ร.4/1|ทร 4/1|ใบทร4",
    "tr6": "ท.ร.6|ทร6|ทร.6",
    "pp1": "ภ.ป.1|ภป1|ภป.1|ภ.ป. 1|แบบภป1|ภ.ป.๑",
    "pp3": "ภ.ป.3|ภป3|ภป 3",
    "pnd90": "ภ.ง.ด.90|ภงด90|ภงด.91|ภ.ง.ด. 91|ภงด 90",
    "sd9": "สด.9|สด9|ส.ด.9|สด 9|ใบสด.9",
    "sd43": "สด.43|สด43|ส.ด.43",
    "ch3": "ช.3|ช3|ช. 3",
    "kr2": "ค.ร.2|คร2|คร.2",
    "ipd3": "IPD-3|ipd3|IPD 3|ipd-3|IPD.3|ipd3 อยู่ไหน|ตึก ipd3",
    "ipd5": "IPD-5|ipd5|IPD 5",
    "icu": "icu|ICU",
    "tm30": "ตม.30|ตม30|ต.ม.30|TM.30|tm30|TM 30",
    "iso": "iso9001|ISO 9001|ISO 9001:2015",
}
NUMBERS = {
    "r305": "ห้อง 305|ห้อง305|305|ต่อ 2500|ต่อ2500|2500|เบอร์ต่อ 2500|ext 2500",
    "r306": "ห้อง 306|306|2501",
    "r1205": "1205|ห้อง 1205|1305",
    "duty": "02-123-4567|021234567|02 123 4567|4567",
    "mobile": "081-234-5678|0812345678|081 234 5678",
    "floor3": "ชั้น 3|ชั้น3|ชั้น ๓",
    "floor4": "ชั้น 4|ชั้น4",
    "gate2": "ประตู 2|ประตู2",
}
SHORT = {
    "car": "จอด|จอดรถ",
    "kidney": "ไต|ฟอกไต|โรคไต",
    "eye": "ตา|ตรวจตา",
    "ear": "หู หนวก|หูหนวก",
    "cat": "แมว|หมัน",
    "blood-type": "ก.|แบบ ก.|แบบ ข.",
    "tb": "tb|TB",
    "qr": "qr|QR",
}
GLUED = {
    "wifi": "wifiฟรี|ใช้wifi|ฟรีwifi|wifi ฟรี|wi-fi|WI-FI ฟรี",
    "covid": "covid19|covid-19|covid 19|ตรวจcovid|ตรวจcovid19|COVID",
    "qr": "จ่ายqr|qrcode|qr code",
    "line": "ไลน์|lineของสำนักงาน|LINE",
    "icu": "เยี่ยมicu",
}
SPELLINGS = {
    "child-care": "รับเด็กๆ|รับเด็ก ๆ|เด็กๆอายุ 2|เด็ก ๆ อายุ",
    "bkk": "กรุงเทพมหานคร|กรุงเทพ|กรุงเทพฯ|กรุงเทพ ฯ|ไปกรุงเทพฯ",
    "slow": "ช้าๆ|ช้า ๆ|คิวช้าๆ",
    "lift": "ลิฟท์|ลิฟต์|ลิฟท์เสีย",
    "clinic-kids": "วัคซีน|วัคซิน",
    "email": "อีเมล|อีเมล์",
    "app": "แอป|แอพ|แอปพลิเคชัน|แอพพลิเคชั่น",
    "comp": "คอมพิวเตอร์|คอมพิวเต้อร์",
}
ENGLISH = {
    "cards": "gift card|gift cards|GIFT CARD",
    "id-card": "lost cards|losing my id card",
    "car": "park|parking|where can I park|parked",
    "children": "children's playground",
    "register": "register elderly|registration|registered elderly|registering the elderly",
    "policy": "policy|policies|privacy policy",
    "baby": "baby|babies|baby room",
    "delivery": "delivery|deliveries|delivered",
    "painting": "painted|painting|paint",
    "graph": "photocopy|photocopies|photocopying",
    "clinic-kids": "vaccination|vaccinations|vaccinate",
    "password": "forgot password|passwords|forgotten passwords",
    "kr2": "marriage|marriages",
    "wifi": "wifi|free wi-fi",
}
LOANS = {
    "wifi": "ไวไฟ|วายฟาย|ต่อเน็ต|อินเตอร์เน็ตฟรี|internet|ไวไฟฟรีไหม",
    "email": "email|e-mail|อีเมลล์",
    "app": "app|แอพพลิเคชั่น",
    "comp": "computer|คอม",
    "password": "พาสเวิร์ด|ลืมพาสเวิด|ลืม password",
    "licence": "ใบขับขี่|ต่อใบขับขี่|driving license",
    "id-card": "บัตร ปชช. หาย|บัตรประจำตัวประชาชนหาย|ปชช หาย",
    "toilet": "สุขา|ห้องสุขา|restroom|ส้วม",
    "graph": "ซีร็อกซ์|ถ่ายสำเนา|photocopy",
    "car": "ลานจอด|ลานจอดรถ|car park",
    "bkk": "กทม.|กทม|ไป กทม",
    "lift": "elevator|lift",
    "line": "line",
    "clinic-kids": "vaccine|คลีนิควัคซีน",
    "kr2": "marriage certificate|จดทะเบียนสมรส",
}
SWAPPED = {
    "ipd3": "รยก-3|รยก3",
    "tr14": "mi14/1",
    "icu": "ณฉ๊|รแี",
    "sd9": "lf9",
    "wifi": "ไรดร",
}


def table(*groups: dict[str, str]) -> list[tuple[str, str]]:
    return [(query, code) for group in groups for code, queries in group.items() for query in queries.split("|")]


@pytest.mark.parametrize(("query", "code"), table(CODES, NUMBERS, SHORT, GLUED, SPELLINGS, ENGLISH, LOANS, SWAPPED))
def test_comes_first(office: ArticleIndex, query: str, code: str) -> None:
    assert first(office, query) == [code]


@pytest.mark.parametrize(
    ("query", "code", "other"),
    [
        ('"ของหาย"', "lost-and-found", "found-lost"),
        ("“ภาษีป้ายจ่ายล่าช้า”", "tax-late", "tax-pay"),
        ("“ภาษีจ่าย” ล่าช้า ภาษีป้าย", "tax-pay", "tax-late"),
        ('"lost and found"', "lost-and-found", "found-lost"),
        ('"found: a lost"', "found-lost", "lost-and-found"),
        ('lost and found "lost child"', "found-lost", "lost-and-found"),
        ("«ท.ร.1/1»", "tr1", "tr14"),
        ('"gift cards"', "cards", "id-card"),
    ],
)
def test_a_quoted_phrase_comes_before_what_has_only_its_words(
    office: ArticleIndex, query: str, code: str, other: str
) -> None:
    found = first(office, query, 12)
    assert found[0] == code
    assert other not in found or found.index(other) > 0


def test_a_phrase_that_stands_nowhere_changes_nothing(office: ArticleIndex) -> None:
    assert first(office, '"บัตรหายจริง"', 3) == first(office, "บัตรหายจริง", 3)


@pytest.mark.parametrize(
    ("query", "code"), [("ID cards", "id-card"), ("room 305", "r305"), ("children", "children"), ("room 305", "r305")]
)
def test_is_among_three(office: ArticleIndex, query: str, code: str) -> None:
    assert code in first(office, query, 3)
