"""Which column of a file holds which of our fields."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from frontdesk.domain.imports import ImportKind

SHORTEST_LIMIT = 120
"""No field has a lower limit, so that a row without longer texts need not be looked at by the field."""

NUMBERS = 200
ONE_LINE = 1_000
LIST = 10_000
LONG = 1_000_000


@dataclass(frozen=True, slots=True)
class Field:
    """A field that a file may bring: the names its column goes by, and how long its text may be.

    ``lines`` says that the text may be of several lines.
    """

    name: str
    also: tuple[str, ...] = ()
    limit: int = ONE_LINE
    lines: bool = False


def _field(name: str, also: str = "", limit: int = ONE_LINE, lines: bool = False) -> Field:
    return Field(name, tuple(also.split()), limit, lines)


ARTICLE_FIELDS = (
    _field("code", "รหัส รหัสคำตอบ เลขที่ id no"),
    _field("title", "หัวข้อ ชื่อเรื่อง เรื่อง คำถาม question topic subject หัวเรื่อง titleth"),
    _field("title_en", "หัวข้ออังกฤษ หัวข้อภาษาอังกฤษ คำถามอังกฤษ titleenglish questionen englishtitle"),
    _field("say", "คำพูด ประโยคพูด พูดว่า ตอบสั้น คำตอบสั้น shortanswer sayaloud sayth", LONG, lines=True),
    _field("say_en", "คำพูดอังกฤษ คำตอบสั้นอังกฤษ sayenglish shortansweren", LONG, lines=True),
    _field("body", "เนื้อหา คำตอบ รายละเอียด answer text content details bodyth", LONG, lines=True),
    _field("body_en", "เนื้อหาอังกฤษ คำตอบอังกฤษ รายละเอียดอังกฤษ bodyenglish answeren", LONG, lines=True),
    _field("category", "หมวด หมวดหมู่ ประเภท กลุ่ม group"),
    _field("keywords", "คำค้น คำสำคัญ คีย์เวิร์ด keyword tags tag", LIST),
    _field("department", "แผนก หน่วยงาน ฝ่าย กอง dept division unit"),
    _field("owner", "ผู้รับผิดชอบ เจ้าของ เจ้าของเรื่อง responsible"),
    _field("deputy", "ผู้แทน ผู้รับผิดชอบสำรอง backup substitute"),
    _field("review_by", "ทบทวนภายใน วันทบทวน ทบทวนก่อน reviewdate review expires"),
    _field("verified_on", "ตรวจสอบเมื่อ วันที่ตรวจสอบ verified verifieddate"),
    _field("verified_by", "ตรวจสอบโดย ผู้ตรวจสอบ verifier"),
    _field("pinned", "ปักหมุด pin"),
)

PHONE_FIELDS = tuple(f"phone{place}" if place > 1 else "phone" for place in range(1, 21))

_PHONE = _field(
    "phone",
    "โทรศัพท์ โทร เบอร์โทร เบอร์โทรศัพท์ เบอร์ หมายเลขโทรศัพท์ มือถือ เบอร์มือถือ โทรศัพท์มือถือ โทรศัพท์บ้าน เบอร์ภายใน "
    "เบอร์ต่อ ต่อ แฟกซ์ โทรสาร tel telephone phonenumber mobile cell mobilephone ext extension fax",
    limit=NUMBERS,
)

PEOPLE_FIELDS = (
    _field("code", "รหัส รหัสพนักงาน รหัสลูกค้า เลขที่ id no customerid employeeid"),
    _field("title", "คำนำหน้า คำนำหน้าชื่อ prefix salutation"),
    _field("given_name", "ชื่อ ชื่อจริง ชื่อต้น firstname first given forename"),
    _field("family_name", "นามสกุล สกุล lastname last surname family"),
    _field("name", "ชื่อนามสกุล ชื่อสกุล ชื่อเต็ม ชื่อและนามสกุล fullname"),
    _field("nickname", "ชื่อเล่น nick"),
    _field("romanised", "ชื่ออังกฤษ ชื่อภาษาอังกฤษ romanized englishname nameen"),
    _field("kind", "ประเภท ชนิด สถานะ type"),
    _field("organisation", "องค์กร บริษัท หน่วยงานต้นสังกัด organization company"),
    _field("department", "แผนก ฝ่าย กอง หน่วยงาน dept division unit"),
    _field("hours", "เวลาทำการ เวลาทำงาน openinghours workinghours"),
    _PHONE,
    _field("email", "อีเมล อีเมล์ mail emailaddress"),
    _field("line", "ไลน์ ไลน์ไอดี lineid"),
    _field("birthday", "วันเกิด วันเดือนปีเกิด birthdate dateofbirth dob"),
    _field("aliases", "ชื่ออื่น ชื่อเดิม alias othernames formername", LIST),
    _field("note", "หมายเหตุ บันทึก notes remark remarks comment", LONG, lines=True),
    _field("plate", "ทะเบียนรถ เลขทะเบียน ทะเบียน licenceplate licenseplate carplate"),
    _field("facts", "ควรรู้ ข้อมูลควรรู้ ข้อควรรู้ quickfacts preferences", LIST, lines=True),
    _field("channel", "ช่องทางที่สะดวก ช่องทาง สะดวกทาง preferredchannel contactby"),
    _field("not_before", "ติดต่อได้หลัง สะดวกหลัง ไม่ก่อน notbefore callafter"),
    _field("purchases", "จำนวนครั้งที่ซื้อ ซื้อ จำนวนซื้อ orders"),
    _field("last_purchase", "ซื้อล่าสุด วันที่ซื้อล่าสุด lastorder lastpurchasedate"),
    _field("room", "ห้อง ห้องทำงาน ที่นั่ง office"),
    _field("lunch", "พักเที่ยง เวลาพัก พัก lunchbreak"),
    _field("deputy", "ผู้แทน ผู้ปฏิบัติแทน ทำแทน substitute backup"),
    _field("leave", "วันลา ลา absence holidays", LIST, lines=True),
    _field("status", "สถานะตอนนี้ กำลังทำอะไร doingnow"),
    _field("status_until", "สถานะถึง สถานะถึงเวลา busyuntil"),
    _field("referred_by", "ผู้แนะนำ รหัสผู้แนะนำ แนะนำโดย referrer referredbycode sentby"),
    _field("former_codes", "รหัสเดิม รหัสเก่า oldcodes oldcode formercode", LIST),
    *(Field(name, limit=_PHONE.limit) for name in PHONE_FIELDS[1:]),
)

VISIT_FIELDS = (
    _field("date", "วันที่ วัน วันที่มา วันนัด วันที่นัด วันเข้าพบ day visitdate arrivaldate"),
    _field("time", "เวลา เวลานัด เวลามา เวลาเข้า hour visittime arrivaltime from start"),
    _field("until", "ถึงเวลา เวลาออก ถึง สิ้นสุด to end endtime till"),
    _field("name", "ชื่อ ชื่อสกุล ชื่อนามสกุล ผู้มาติดต่อ ชื่อผู้มาติดต่อ ชื่อคณะ visitor visitorname fullname", SHORTEST_LIMIT),
    _field("organisation", "หน่วยงาน องค์กร บริษัท จาก organization company whence", SHORTEST_LIMIT),
    _field("host", "ผู้รับ ผู้รับรอง พบ ผู้ที่มาพบ มาพบ ติดต่อ พบใคร tosee visiting hostname meet", SHORTEST_LIMIT),
    _field("place", "สถานที่ ห้อง ห้องประชุม location room where", SHORTEST_LIMIT),
    _field("phone", " ".join(_PHONE.also), SHORTEST_LIMIT),
    _field("plate", "ทะเบียน ทะเบียนรถ เลขทะเบียน licenceplate licenseplate carplate car vehicle", SHORTEST_LIMIT),
    _field("purpose", "เรื่อง วัตถุประสงค์ ธุระ เหตุผล subject reason topic", SHORTEST_LIMIT),
    _field("party", "จำนวน จำนวนคน คน กี่คน people persons pax count headcount"),
    _field("group", "คณะ กลุ่ม หมู่คณะ groupname team"),
    _field("belongings", "สัมภาระ ของที่นำมา สิ่งของ items equipment", NUMBERS),
    _field("note", "หมายเหตุ บันทึก notes remark remarks comment", LIST, lines=True),
    _field("email", "อีเมล อีเมล์ mail emailaddress"),
    _field("visitors", "ผู้ได้รับเชิญ ผู้เข้าร่วม attendees invitees guests", LONG, lines=True),
    _field("invitation", "คำเชิญ"),
    _field("id", "visitid"),
)
"""``visitors``, ``email`` and ``invitation`` are what an invitation brings: ``email`` only says who somebody is."""

_FIELDS = {
    ImportKind.ARTICLES: ARTICLE_FIELDS,
    ImportKind.PEOPLE: PEOPLE_FIELDS,
    ImportKind.VISITS: VISIT_FIELDS,
}
_NEEDED = {
    ImportKind.ARTICLES: (("code",), ("title", "title_en")),
    ImportKind.PEOPLE: (("code",), ("given_name", "name", "family_name", "organisation")),
    ImportKind.VISITS: (("date",), ("name", "visitors")),
}


def fields_of(kind: ImportKind) -> tuple[Field, ...]:
    """Return every field that a file of this kind may bring."""
    return _FIELDS[kind]


def guess_mapping(columns: Sequence[str], kind: ImportKind) -> dict[str, str]:
    """Find the column of each field by the names it goes by, in Thai and in English."""
    names = {field.name for field in _FIELDS[kind]}
    mapping = {column: column for column in columns if column in names}
    for column in unused(columns, mapping):
        field = _field_called(_bare(column), kind)
        if field == "phone":
            field = _free_phone(mapping)
        if field:
            mapping.setdefault(field, column)
    return mapping


def unused(columns: Iterable[str], mapping: Mapping[str, str]) -> tuple[str, ...]:
    """Return the columns that no field is taken from."""
    taken = set(mapping.values())
    return tuple(column for column in columns if column not in taken)


def missing_fields(mapping: Mapping[str, str], kind: ImportKind) -> list[str]:
    """Return the fields without which nothing of this kind can be taken in."""
    return [names[0] for names in _NEEDED[kind] if not any(name in mapping for name in names)]


def _field_called(bare: str, kind: ImportKind) -> str:
    for field in _FIELDS[kind]:
        if bare == _bare(field.name) or bare in field.also:
            return field.name
    return "phone" if kind is ImportKind.PEOPLE and bare.rstrip("0123456789") in _PHONE.also else ""


def _free_phone(mapping: Mapping[str, str]) -> str:
    return next((name for name in PHONE_FIELDS if name not in mapping), "")


def _bare(column: str) -> str:
    return re.sub(r"[\s_\-./()*:]+", "", column.casefold())
