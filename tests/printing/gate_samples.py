"""Papers of the gate with invented contents."""

from datetime import date, timedelta
from pathlib import Path

from frontdesk.domain.languages import Language
from frontdesk.domain.shift_log import EntryKind
from frontdesk.domain.visits import CardKind, VisitKind
from frontdesk.services.gate_reports import (
    Badge,
    BadgeSheet,
    Controller,
    DailyActivity,
    EvacuationRoll,
    GateCounts,
    GateEntry,
    GateReport,
    GateSection,
    NoticePage,
    OpenCard,
    PrivacyNotice,
    RollLine,
    VisitLine,
)
from frontdesk.services.label_sizes import label_sizes
from frontdesk.services.paper import Letterhead, Paper, Signed

from .sample_papers import START

TOKEN = "k7m2pq9xw4tz3hnc"
END = START + timedelta(hours=9)
LONG_THAI = "หม่อมราชวงศ์กฤษณพงศ์ภูมินทร์ วรุตม์ธราธิปพิสุทธิ์ศักดินันท์ ณ อยุธยาบุรีรัมย์"
LONG_ENGLISH = "Bartholomew-Alexander Fitzgerald-Wolfeschlegelsteinhausenbergerdorff the Third"
NAMES = ("สุดา ใจดี", "นายก้องเกียรติ น้ำพุทธรักษา", "John Smith", "วิชัย ทองดี", "ญาณิศา ป้องปกครองฐิติพงษ์", "บริษัท ธารการแพทย์ จำกัด")
PLACES = ("อาคารอำนวยการ ชั้น 2", "คลินิกกระดูก อาคาร A", "ห้องประชุมธาร 3", "", "โรงครัว")
HOSTS = ("อรอนงค์ พรหมดี", "นพ. ธีระ ปัญญาเลิศ", "ฝ่ายจัดซื้อ", "วรรณา")


def gate_paper(language: Language = Language.TH, logo: Path | None = None) -> Paper:
    return Paper(language, Letterhead("โรงพยาบาลธารบุรี", "งานรักษาความปลอดภัย", logo), END, date(2027, 2, 18))


def badge(name: str = "สุดา ใจดี", **more: object) -> Badge:
    said: dict[str, object] = {
        "host": "อรอนงค์ พรหมดี", "place": "อาคารอำนวยการ ชั้น 2 ห้องประชุมธาร", "number": "V-027",
        "organisation": "บริษัท ธารการแพทย์และเวชภัณฑ์ จำกัด (มหาชน)", "typed": "K7M2PQ",
    }  # fmt: skip
    return Badge(TOKEN, name, START, END, **(said | more))  # type: ignore[arg-type]


def badges(code: str, count: int = 1, skip: int = 0, **more: object) -> BadgeSheet:
    given = (badge(NAMES[place % len(NAMES)], **more) for place in range(count))
    return BadgeSheet(gate_paper(), label_sizes()[code], tuple(given), skip)


def notice(page: NoticePage = NoticePage.A4, /, **more: object) -> PrivacyNotice:
    said: dict[str, object] = {"qr_text": "https://privacy.example.org/visitors"}
    th = Controller("โรงพยาบาลธารบุรี", "งานเวชระเบียน ชั้น 1 อาคาร A โทร. 02-555-0100 pdpa@example.org", "สมชาย ใจดี")
    en = Controller("Tharnburi Hospital", "Medical records, floor 1, building A, 02-555-0100, pdpa@example.org")
    return PrivacyNotice(gate_paper(), th, en, page=page, **(said | more))  # type: ignore[arg-type]


def roll(count: int = 30, language: Language = Language.TH) -> EvacuationRoll:
    rows = tuple(
        RollLine(
            f"{NAMES[n % 6]} {n}", "บริษัท ธารการแพทย์ จำกัด" if n % 3 == 0 else "", HOSTS[n % 4], PLACES[n % 5],
            START + timedelta(minutes=n), people=(1, 1, 1, 4, 1, 7, 1, 23)[n % 8], badge=f"V-{n:03}",
            slot=str(n) if n % 4 == 0 else "", phone="081-xxx-5678" if n % 2 else "",
            note="ใช้รถเข็น" if n == 6 else "", staff=n % 9 == 8, seen=1 if n == 3 else 0,
        )
        for n in range(count)
    )  # fmt: skip
    return EvacuationRoll(gate_paper(language), END, rows, "ลานจอดรถหน้าอาคาร A", "สมหมาย แข็งขัน")


def visits(count: int) -> tuple[VisitLine, ...]:
    return tuple(
        VisitLine(
            n + 1, NAMES[n % 6], None if n % 11 == 10 else START + timedelta(minutes=7 * n),
            None if n % 7 == 3 else START + timedelta(minutes=7 * n + 50), "บริษัท ธารการแพทย์ จำกัด" if n % 3 == 0 else "",
            HOSTS[n % 4], PLACES[n % 5], "ส่งเอกสาร" if n % 2 else "", "1กก xx34" if n % 4 == 0 else "",
            "081-xxx-5678" if n % 3 else "", (1, 1, 4)[n % 3], f"V-{n:03}", str(n) if n % 5 == 0 else "",
            "เลิกเวรแล้วไม่พบในพื้นที่" if n % 13 == 12 else "",
        )
        for n in range(count)
    )  # fmt: skip


def activity(count: int = 14, language: Language = Language.TH) -> DailyActivity:
    entries = {
        EntryKind.INCIDENT: (
            GateEntry(START, "รถชนเสากั้นทางออก ไม่มีผู้บาดเจ็บ น้ำมันรั่วเล็กน้อย & <b>", "สมหมาย", "ประตู 2", True),
        ),
        EntryKind.KEYS: (GateEntry(START, "กุญแจห้องไฟฟ้า ยืมโดยช่างประจำตึก", "สมหมาย", closing="คืนแล้ว 15:20"),),
        EntryKind.PATROL: (GateEntry(END - timedelta(days=1), "เดินตรวจรอบอาคาร A ปกติ", "ประเสริฐ"),),
    }
    sections = tuple(GateSection(kind, entries.get(kind, ())) for kind in EntryKind)
    cards = (
        OpenCard("12", CardKind.DRIVING_LICENCE, "สุดา ใจดี", START, "5678"),
        OpenCard("7", CardKind.NATIONAL_ID, "วิชัย ทองดี", START - timedelta(days=1), still_inside=False),
    )
    return DailyActivity(
        gate_paper(language), START, END, GateCounts(20, count, 5, 3, count - 3, 1, 2, 6), "เวรเช้า", "ประตูหน้า",
        "ประเสริฐ มั่นคง", ("สมหมาย แข็งขัน", "บุญมี ศรีสุข"), (("เลิกเวรแล้วไม่พบในพื้นที่", 1),), visits(count), sections, cards,
        (("not-the-same", 2), ("called-supervisor", 1)), Signed("สมหมาย แข็งขัน", END), Signed(),
    )  # fmt: skip


def gate_papers(language: Language = Language.TH) -> dict[str, GateReport]:
    """Return every sort of paper of the gate; badges and the notice are in both languages at once."""
    return {"evacuation": roll(30, language), "daily_activity": activity(14, language)}


def bilingual() -> dict[str, GateReport]:
    """Return what is in both languages at once: the notice, and badges on labels of every size."""
    staff = badge(LONG_THAI, kind=VisitKind.STAFF, escort=True, people=4)
    found: dict[str, GateReport] = {"notice-a4": notice(), "notice-a5": notice(NoticePage.A5)}
    for code, size in label_sizes().items():
        one = BadgeSheet(gate_paper(), size, (badge(), staff, badge(LONG_ENGLISH, number="", typed="")))
        found[f"badges-{code}"] = one
    return found
