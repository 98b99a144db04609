"""Who should know what the desk does not, and who asked the like before."""

from dataclasses import replace

import pytest

from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Outcome
from frontdesk.domain.drafts import begin
from frontdesk.domain.gaps import Gap
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person, PersonKind
from frontdesk.services.contact_log import ContactLog
from frontdesk.services.directory import Directory
from frontdesk.services.gaps import Gaps, Knower
from frontdesk.storage.database import Database
from tests.services.conftest import StillClock

BUILDING = Person("d-1", "D-1", "อาคารสถานที่", numbers=(parse_number("1300"),), kind=PersonKind.DEPARTMENT)
NOPPHON = Person("s-1", "S-1", "นพดล", "แก้วใส", numbers=(parse_number("1302"),), kind=PersonKind.STAFF)
PARK = Article("a-1", "SEC-01", "ที่จอดรถ", department="D-1", owner="S-1")
LIFT = replace(PARK, id="a-2", code="SEC-02", title="ลิฟต์", owner="")
CARD = Article("a-3", "MRD-01", "บัตรหาย", department="เวชระเบียน", owner="ไม่มีในรายชื่อ")


@pytest.fixture
def gaps(storage: Database, clock: StillClock) -> Gaps:
    with storage.write() as repos:
        repos.people.save_many((BUILDING, NOPPHON), "test")
    return Gaps(storage, Directory(storage, clock), clock)


def test_the_department_of_most_of_the_nearest_answers_and_its_owner(gaps: Gaps) -> None:
    assert gaps.knower((), (CARD, LIFT, PARK)) == Knower("อาคารสถานที่", "นพดล แก้วใส", "1302")


def test_what_the_question_was_narrowed_to_comes_first(gaps: Gaps) -> None:
    assert gaps.knower(("เวชระเบียน",), (LIFT, PARK, CARD)) == Knower("เวชระเบียน")


def test_a_department_without_an_owner_is_called_itself(gaps: Gaps) -> None:
    assert gaps.knower((), (LIFT,)) == Knower("อาคารสถานที่", "", "1300")


def test_nobody_can_be_guessed_of_nothing(gaps: Gaps) -> None:
    assert gaps.knower((), ()) == Knower()


def test_what_was_asked_alike_is_counted_for_thirty_days(gaps: Gaps, storage: Database, clock: StillClock) -> None:
    log = ContactLog(storage, clock)
    for words in ("ชาร์จรถไฟฟ้าได้ไหม", "เยี่ยมไข้ตอนกลางคืน", "มีที่ชาร์จรถ EV ไหม"):
        made = replace(begin("staff-1", clock.now()), unanswered=True, gap=Gap(words))
        log.log(made, Outcome.PROMISED)
        clock.move(days=1)
    found = gaps.similar("ที่จอดรถชาร์จรถไฟฟ้าได้ไหม")
    assert (found.count, found.words) == (2, ("มีที่ชาร์จรถ EV ไหม", "ชาร์จรถไฟฟ้าได้ไหม"))
    clock.move(days=28)
    assert gaps.similar("ที่จอดรถชาร์จรถไฟฟ้าได้ไหม").words == ("มีที่ชาร์จรถ EV ไหม",)
