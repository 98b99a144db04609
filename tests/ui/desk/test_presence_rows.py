"""What the desk says of the directory: in the rows of people and in the box at the foot of an answer."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from frontdesk.domain.articles import Article, CallNow
from frontdesk.domain.coverage import Coverage, Presence
from frontdesk.domain.languages import Language
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Leave, MatchReason, Person, PersonKind, PersonMatch
from frontdesk.domain.thai_dates import THAI_TIME
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.answer_reader import AnswerDetail, Name
from frontdesk.ui.pages.desk.notice_bar import call_words
from frontdesk.ui.pages.desk.rows import PersonRow
from frontdesk.ui.pages.desk.rows_paint.brush import Brush
from frontdesk.ui.pages.desk.rows_paint.person_row import PersonPainter

NOW = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
LOCAL = NOW.astimezone(THAI_TIME)
STAFF = Person(
    "s", "S-1", "สมชาย", kind=PersonKind.STAFF, department="เวชระเบียน", hours="จ-ศ 08:30-16:30",
    numbers=(parse_number("1210"),),
)  # fmt: skip


def row(person: Person) -> PersonRow:
    return PersonRow(PersonMatch(person, MatchReason.NAME, 1.0), ())


def stated(kit: Kit, person: Person, now: datetime = NOW) -> object:
    painter = PersonPainter(Brush(kit))
    painter.now = now
    face = painter.face(row(person))
    assert isinstance(face, tuple)
    return face[-1]


@pytest.mark.parametrize(
    ("changes", "state"),
    [
        ({}, "อยู่ถึง 16:30"),
        ({"status": "ประชุม", "status_until": NOW + timedelta(hours=4, minutes=18)}, "ประชุมถึง 15:00"),
        ({"leave": (Leave(date(2026, 11, 19), date(2026, 11, 24)),)}, "ลาถึง 24 พ.ย."),
        ({"kind": PersonKind.DEPARTMENT}, "เปิดถึง 16:30"),
        ({"hours": "โทรถามก่อน"}, "เปิด โทรถามก่อน"),
        ({"hours": ""}, "เวชระเบียน"),
        ({"kind": PersonKind.CUSTOMER}, ""),
    ],
)
def test_a_row_of_the_directory_says_who_is_there(kit: Kit, changes: dict[str, object], state: str) -> None:
    assert stated(kit, replace(STAFF, **changes)) == state  # type: ignore[arg-type]


def test_a_row_is_drawn_anew_when_its_status_ends(kit: Kit) -> None:
    person = replace(STAFF, status="ประชุม", status_until=NOW + timedelta(minutes=18))
    assert stated(kit, person) == "ประชุมถึง 11:00"
    assert stated(kit, person, NOW + timedelta(minutes=18)) == "อยู่ถึง 16:30"


OWNER_AWAY = Coverage(Presence.LEAVE, datetime(2026, 11, 25, tzinfo=THAI_TIME))
CALL = CallNow("p", "วรรณา", "1210", "deputy", owner="สมชาย ใจมั่น", owner_doing=OWNER_AWAY, asked_at=LOCAL)


@pytest.mark.parametrize(
    ("call", "language", "said"),
    [
        (CALL, Language.TH, ("โทรหาตอนนี้", "วรรณา (ผู้แทน)", "ต่อ 1210", "สมชาย · ลาถึง 24 พ.ย.")),
        (CALL, Language.EN, ("Call now", "Wanna (deputy)", "ext 1210", "Somchai · on leave until 24 Nov")),
        (
            replace(CALL, extension="0812345678"), Language.TH,
            ("โทรหาตอนนี้", "วรรณา (ผู้แทน)", "081-234-5678", "สมชาย · ลาถึง 24 พ.ย."),
        ),
        (
            replace(CALL, owner_doing=None), Language.TH,
            ("โทรหาตอนนี้", "วรรณา (ผู้แทน)", "ต่อ 1210", "เจ้าของเรื่อง สมชาย ใจมั่น"),
        ),
        (
            replace(CALL, role="owner", owner="", doing=Coverage(Presence.AVAILABLE, LOCAL.replace(hour=16))),
            Language.TH, ("โทรหาตอนนี้", "วรรณา (เจ้าของเรื่อง)", "ต่อ 1210", "อยู่ถึง 16:42"),
        ),
        (
            replace(CALL, doing=Coverage(Presence.OFF), back_at=LOCAL.replace(day=23, hour=8)), Language.EN,
            ("Nobody now, next is", "Wanna (deputy)", "ext 1210", "from Mon 08:42"),
        ),
    ],
)  # fmt: skip
def test_the_box_says_whom_to_call_and_why(
    kit: Kit, call: CallNow, language: Language, said: tuple[str, str, str, str]
) -> None:
    kit.words.set_language(language)
    detail = AnswerDetail(
        Article("a", "A", "ก"), call, Name("วรรณา", "Wanna"), owner=Name("สมชาย ใจมั่น", "Somchai Jaiman")
    )
    words = call_words(detail, kit.words)
    assert words is not None
    assert (words.label, words.who, words.number, words.why) == said


def test_nothing_is_said_where_nobody_has_a_number(kit: Kit) -> None:
    assert call_words(AnswerDetail(Article("a", "A", "ก")), kit.words) is None
