"""Papers with invented contents, one of each sort."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.languages import Language
from frontdesk.services.paper import Letterhead, Paper, Signed
from frontdesk.services.reports import (
    ContactLine,
    ContactLogReport,
    CorrectedLine,
    DailyReport,
    Figure,
    HandOffSlip,
    HandOverLine,
    HandOverSection,
    HandOverSheet,
    PromiseLine,
    PromiseList,
    Report,
    Scorecard,
    Totals,
    Unit,
)

START = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
CHANNELS, OUTCOMES = list(Channel), list(Outcome)
TOPICS = ("บัตรประจำตัวผู้ป่วยหาย", "ที่จอดรถและค่าจอด", "ขอใบรับรองแพทย์ย้อนหลัง", "เลื่อนนัดคลินิกกระดูก", "Visiting hours")
NOTES = ("", "แพทย์ผู้ตรวจออกเวร นัดรับวันที่ 23 พ.ย. ที่ช่องหมายเลข 3 ชั้น 1 อาคาร A", "", "She will call again at 3 pm")
CALLERS = ("สุดา ใจดี", "วิชัย ทองดี", "", "บริษัท ธารการแพทย์และเวชภัณฑ์ จำกัด (มหาชน)", "John Smith")
STAFF = ("อรอนงค์", "สมชาย", "วรรณา")


def paper(language: Language = Language.TH, logo: Path | None = None) -> Paper:
    return Paper(
        language, Letterhead("โรงพยาบาลธารบุรี", "งานประชาสัมพันธ์", logo), START + timedelta(hours=8), date(2027, 11, 20),
        chain_head="7f3a 91c4 0b2e 55d1 ae90",
    )  # fmt: skip


def lines(count: int, notes: dict[int, str] | None = None) -> Iterator[ContactLine]:
    for place in range(count):
        corrected = (CorrectedLine(START, "อรอนงค์", (("outcome", Outcome.ANSWERED), ("note", "สายตัด"))),)
        yield ContactLine(
            number=place + 1, at=START + timedelta(minutes=3 * place), channel=CHANNELS[place % 6],
            outcome=OUTCOMES[place % 7], caller=CALLERS[place % 5], phone="081-xxx-5678" if place % 3 else "",
            topic=TOPICS[place % 5], note=(notes or {}).get(place, NOTES[place % 4]), staff=STAFF[place % 3],
            corrections=corrected if place == 3 else (),
        )  # fmt: skip


def totals(count: int) -> Totals:
    outcomes = Counter(OUTCOMES[place % 7] for place in range(count))
    channels = Counter(CHANNELS[place % 6] for place in range(count))
    return Totals(count, tuple(outcomes.items()), tuple(channels.items()))


def contact_log(
    count: int, language: Language = Language.TH, notes: dict[int, str] | None = None, logo: Path | None = None
) -> ContactLogReport:
    figures = (Figure("contacts", count), Figure("answered_here", 0.78, Unit.SHARE, count))
    return ContactLogReport(
        paper(language, logo), date(2026, 11, 1), date(2026, 11, 20), totals(count), lines(count, notes),
        figures=figures, makers=("อรอนงค์ พรหมดี", ""),
    )  # fmt: skip


def promises() -> tuple[PromiseLine, ...]:
    said = "โทรกลับเรื่องผลเลือดก่อนบ่ายสาม และแจ้งวันนัดใหม่"
    return tuple(
        PromiseLine(n + 1, START + timedelta(hours=n), CALLERS[n], said, "081-xxx-5678", CHANNELS[0], "อรอนงค์", n < 1)
        for n in range(4)
    )


def hand_over(language: Language = Language.TH) -> HandOverSheet:
    """Return a hand-over with something in every part but one, signed by the leaving one alone."""
    begun = HandOverLine(
        1, "draft", "เลื่อนนัดคลินิกตา · ขอเป็นวันศุกร์ช่วงบ่าย", CALLERS[0], "081-xxx-5678", channel=CHANNELS[0],
        by="วรรณา", since=START,
    )  # fmt: skip
    broken = HandOverLine(2, "call-back", "ที่จอดรถ", phone="089-xxx-0142", by="อรอนงค์", due=START)
    owed = HandOverLine(
        1, "promise", "โทรแจ้งผลเลือดก่อนบ่ายสาม น้ำ & <b>", CALLERS[3], "", channel=CHANNELS[2], by="สมชาย",
        owner="วรรณา", due=START - timedelta(hours=1), overdue=True,
    )  # fmt: skip
    notice = HandOverLine(1, "notice", "ลิฟต์ 2 ปิดซ่อม ให้ใช้ลิฟต์ 1", by="สมชาย", until=date(2026, 11, 22))
    stays = HandOverLine(2, "notice", "กล่องของหายอยู่ลิ้นชักล่างสุด", by="วรรณา")
    parts = {"contacts": (begun, broken), "promises": (owed,), "messages": (), "notices": (notice, stays)}
    return HandOverSheet(
        paper(language), START + timedelta(hours=16),
        tuple(HandOverSection(code, lines) for code, lines in parts.items()),
        Signed("อรอนงค์ พรหมดี", START + timedelta(hours=8)),
    )  # fmt: skip


def others(language: Language = Language.TH) -> dict[str, Report]:
    """Return every sort of paper but the log."""
    share = Figure("transferred", 0.11, Unit.SHARE, 128, 0.13, 0.1, less_is_better=True)
    time = Figure("time_to_answer", 75, Unit.SECONDS, 110, 80, 60, less_is_better=True)
    return {
        "promise_list": PromiseList(paper(language), promises()),
        "hand_over": hand_over(language),
        "hand_off_slip": HandOffSlip(
            paper(language), START, "งานเวชระเบียน", "สุดา ใจดี", "081-234-5678", "2201", "ขอใบรับรองแพทย์ย้อนหลัง",
            ("ค้นแล้วไม่พบ", "โทรถามคลินิก ไม่มีผู้รับสาย"), "ต้องค้นแฟ้มกระดาษ", passed_on=2, staff="อรอนงค์",
        ),
        "daily_report": DailyReport(
            paper(language), date(2026, 11, 20), (Figure("contacts", 12), share, time), totals(12),
            tuple((hour, hour % 5) for hour in range(7, 20)), (("บัตรหาย", 14),), ("ขอโดรนถ่ายภาพได้ไหม",), promises(),
        ),
        "scorecard": Scorecard(
            paper(language), date(2026, 11, 1), (Figure("resolved_first", 0.9, Unit.SHARE, 12, None, 0.8),), (share,),
            (Figure("unanswered", None, Unit.SHARE, 0),), (time,), ("งานลดลงช่วงวันหยุดยาว",),
        ),
    }  # fmt: skip
