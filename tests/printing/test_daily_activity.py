"""A shift at the gate on paper: numbers, what was passed down, cards, every visit, lines to sign on."""

import io
import re
from dataclasses import replace

import pypdfium2
import pytest

from frontdesk.domain.languages import Language
from frontdesk.domain.shift_log import EntryKind
from frontdesk.domain.visits import CardKind
from frontdesk.printing.papers import draw
from frontdesk.services.gate_reports import DailyActivity, GateCounts, GateEntry, GateSection, OpenCard
from frontdesk.services.paper import Signed
from frontdesk.texts import Texts

from .conftest import Reader, read_with_pdfium
from .gate_samples import END, LONG_ENGLISH, LONG_THAI, activity, gate_paper, visits
from .sample_papers import START
from .test_thai_text import HARD_WORDS

ON_IT = {
    Language.TH: ("รายงานประจำวันป้อมยาม", "20 พ.ย. 2569 · 08:00 น. ถึง 20 พ.ย. 2569 · 17:00 น.", "ประตูหน้า · เวรเช้า",
                  "รับเวรจาก ประเสริฐ มั่นคง", "ผู้อยู่เวร สมหมาย แข็งขัน, บุญมี ศรีสุข", "เลิกเวรแล้วไม่พบในพื้นที่ · 1", "เหตุการณ์ 1",
                  "น้ำมันรั่วเล็กน้อย & <b>", "ยังไม่เรียบร้อย", "สัญญาณเตือน 0 ไม่มี", "บัตรที่ยังไม่ได้คืน 2 ใบ", "ใบขับขี่ ลงท้าย 5678",
                  "ออกไปแล้วโดยไม่ได้รับคืน", "ไม่ใช่คนเดียวกัน · 2", "การเข้าออก 14 รายการ", "ไม่มา", "ยังอยู่", "1กก xx34",
                  "ความหมายของตัวเลข", "นัดแล้วไม่มา: ", "ผู้ส่งเวร", "ลงชื่อด้วย PIN 20 พ.ย. 2569 · 17:00", "ทำลายภายใน"),
    Language.EN: ("Gate daily activity report", "Took over from", "On duty", "Incidents: 1", "Keys: 1",
                  "Unusual calls: 0 None", "Cards not returned: 2", "Driving licence, ends in 5678",
                  "Watch list: what was decided", "Visits: 14",
                  "Never came", "Assumed to have left:", "Handed over by", "Taken over by", "Destroy by 18 Feb 2027"),
}  # fmt: skip


def made(report: DailyActivity) -> bytes:
    file = io.BytesIO()
    draw(report, file, lambda _: None)
    return file.getvalue()


def words_in(pages: list[str]) -> str:
    return " ".join(" ".join(pages).split())


@pytest.mark.parametrize("language", list(Language))
def test_all_that_belongs_on_it_is_on_it(reader: Reader, language: Language) -> None:
    said = words_in(reader(made(activity(14, language))))
    assert [words for words in ON_IT[language] if words not in said] == []


@pytest.mark.parametrize("count", [0, 1, 90])
def test_every_visit_is_on_it_once_under_repeated_heads(count: int) -> None:
    numbered = tuple(replace(line, name=f"แขก{line.number:04}") for line in visits(count))
    pages = read_with_pdfium(made(replace(activity(0), visits=numbered)))
    assert re.findall(r"แขก\d{4}", " ".join(pages)) == [line.name for line in numbered]
    for number, page in enumerate(pages, start=1):
        assert f"หน้า {number} จาก {len(pages)}" in page
        assert "แขก" not in page or "ทะเบียน · โทรศัพท์" in page


def test_an_idle_shift_says_none() -> None:
    idle = DailyActivity(gate_paper(), START, END, GateCounts(), sections=tuple(map(GateSection, EntryKind)))
    said = words_in(read_with_pdfium(made(idle)))
    assert said.count("ไม่มี") >= len(EntryKind) + 2
    assert "รายชื่อเฝ้าระวัง" not in said


def test_a_shift_over_midnight_says_the_day() -> None:
    late = replace(activity(0), sections=(GateSection(EntryKind.PATROL, (GateEntry(END.replace(day=21), "เดินตรวจ"),)),))
    assert "21 พ.ย." in words_in(read_with_pdfium(made(late)))


@pytest.mark.parametrize("text", HARD_WORDS)
def test_hard_words_are_whole_wherever_they_stand(reader: Reader, text: str) -> None:
    assert said_often(reader, text) >= 4


@pytest.mark.parametrize("text", [LONG_THAI, LONG_ENGLISH])
def test_long_names_are_whole_wherever_they_stand(text: str) -> None:
    assert said_often(read_with_pdfium, text) >= 4


def said_often(reader: Reader, text: str) -> int:
    one = replace(visits(1)[0], name=text, host=text)
    entry = GateSection(EntryKind.KEYS, (GateEntry(START, text, place=text),))
    report = replace(activity(0), visits=(one,), sections=(entry,), leaving=Signed(text, END))
    return "".join("".join(reader(made(report))).split()).count("".join(text.split()))


@pytest.mark.parametrize("language", list(Language))
def test_every_kind_has_its_words(language: Language) -> None:
    cards = tuple(OpenCard(str(number), kind, "ก") for number, kind in enumerate(CardKind))
    sections = tuple(GateSection(kind, (GateEntry(START, "ข"),)) for kind in EntryKind)
    report = replace(activity(0, language), cards=cards, sections=sections)
    said = words_in(read_with_pdfium(made(report)))
    assert all(Texts(language)(f"gate_papers.card_{kind.value}") in said for kind in CardKind)


def test_a_long_entry_flows_over_pages_and_is_whole() -> None:
    told = [f"ข้อที่ {number} เดินตรวจรอบอาคารตามปกติ" for number in range(120)]
    section = GateSection(EntryKind.PATROL, (GateEntry(START, "\n".join(told), "สมหมาย"),))
    pages = read_with_pdfium(made(replace(activity(0), sections=(section,))))
    assert "(ต่อ)" in pages[1]
    assert re.findall(r"ข้อที่ \d+ เดินตรวจรอบอาคารตามปกติ", "\n".join(pages)) == told


def test_nothing_of_anybody_is_told_beside_the_pages() -> None:
    document = pypdfium2.PdfDocument(made(activity()))
    told = " ".join(document.get_metadata_dict().values())
    document.close()
    assert "รายงานประจำวันป้อมยาม" in told
    assert not re.search("สุดา|สมหมาย|5678", told)
