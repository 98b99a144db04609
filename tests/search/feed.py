"""An article feed in memory, and the small Thai and English site that the tests ask about."""

from collections.abc import Iterable, Iterator

from frontdesk.domain.articles import Article, ArticleChange


class MemoryFeed:
    """Keeps articles and numbers every change, as the database does."""

    def __init__(self, articles: Iterable[Article] = (), stamp: str = "desk") -> None:
        self._stamp = stamp
        self._articles: dict[str, Article] = {}
        self._changed: dict[str, int] = {}
        self._seq = 0
        self.put(*articles)

    def put(self, *articles: Article) -> None:
        for article in articles:
            self._articles[article.id] = article
            self._note(article.id)

    def drop(self, article_id: str) -> None:
        del self._articles[article_id]
        self._note(article_id)

    def last_seq(self) -> int:
        return self._seq

    def stamp(self) -> str:
        return self._stamp

    def count(self) -> int:
        return sum(not one.archived for one in self._articles.values())

    def everything(self) -> Iterator[Article]:
        return iter(list(self._articles.values()))

    def since(self, seq: int) -> Iterator[ArticleChange]:
        late = sorted((at, key) for key, at in self._changed.items() if at > seq)
        return iter([ArticleChange(at, key, self._articles.get(key)) for at, key in late])

    def _note(self, article_id: str) -> None:
        self._seq += 1
        self._changed[article_id] = self._seq


class FixedGroups:
    """Synonyms that a test may change."""

    def __init__(self, *groups: tuple[str, ...]) -> None:
        self.now, self.number = groups, 1

    def set(self, *groups: tuple[str, ...]) -> None:
        self.now, self.number = groups, self.number + 1

    def groups(self) -> tuple[tuple[str, ...], ...]:
        return self.now

    def revision(self) -> int:
        return self.number


def article(code: str, title: str, body: str = "", title_en: str = "", keywords: str = "") -> Article:
    words = tuple(filter(None, keywords.split(";")))
    return Article(code, code, title, title_en=title_en, body=body, keywords=words)


SITE = (
    article("id-card", "บัตรประชาชนหาย", "ทำบัตรใหม่ได้ที่ช่อง 3 ไม่ต้องแจ้งความ ใช้ทะเบียนบ้าน", "Lost ID card"),
    article("password", "ลืมรหัสผ่านระบบนัดหมาย", "กดลืมรหัสผ่าน แล้วรอข้อความ", "Forgot your password"),
    article("wifi", "ใช้อินเทอร์เน็ตไร้สาย", "ต่อ WiFi ชื่อ Guest ไม่มีรหัสผ่าน", "Free WiFi for visitors", "ไวไฟ;wifi"),
    article("house", "ขอแบบ ท.ร.14/1", "ยื่นคำร้องคัดทะเบียนราษฎรที่ช่อง 5", "House registration copy"),
    article("tax", "แบบ ภ.ป.1 ภาษีป้าย", "ยื่นภายในเดือนมีนาคม ชำระที่กองคลัง"),
    article("draft", "ใบ สด.9 หาย", "ติดต่อสัสดีอำเภอ พร้อมใบแจ้งความ"),
    article("ward", "หอผู้ป่วย IPD-3", "อยู่ชั้น 3 ห้อง 305 ต่อ 2500 โทร 02-123-4567", "Inpatient ward IPD-3"),
    article("kidney", "คลินิกโรคไต", "ฟอกไตวันจันทร์ถึงศุกร์ เตรียมบัตรทอง", "Kidney clinic"),
    article("parking", "ที่จอดรถ", "จอดรถได้ที่อาคาร 2 ชั่วโมงแรกฟรี", "Parking"),
    article("visit", "เวลาเยี่ยมผู้ป่วย", "เยี่ยมได้ 11.00-20.00 น. ห้ามเด็กต่ำกว่า 12 ปี", "Visiting hours"),
    article("water", "น้ำดื่มฟรี", "ตู้น้ำเย็นอยู่ข้างลิฟต์ทุกชั้น", "Drinking water"),
    article("policy", "นโยบายความเป็นส่วนตัว", "ข้อมูลผู้ป่วยเป็นความลับ", "Privacy policies and complaints"),
)
