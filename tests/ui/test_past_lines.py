"""Calls and visits as lines of one list, Thai and English."""

from datetime import UTC, date, datetime, timedelta

import pytest

from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.languages import Language
from frontdesk.domain.visits import Visit, VisitState
from frontdesk.ui.past_lines import VISIT_ICON, past_lines, visit_matter, visit_stand
from frontdesk.ui.words import Words

TODAY = date(2026, 11, 20)
TEN = datetime(2026, 11, 20, 3, tzinfo=UTC)
VISIT = Visit("v", TODAY, "สุดา", host="วรรณา", place="ห้อง 1120", purpose="รับผลเลือด", due=TEN)


def test_calls_and_visits_stand_in_the_order_of_time() -> None:
    call = Contact("c", TEN - timedelta(minutes=10), TEN, Channel.PHONE, Outcome.ANSWERED, "อร")
    came = Visit("w", TODAY, "สุดา", state=VisitState.GATE, arrived_at=TEN + timedelta(hours=1))
    lines = past_lines(Words(Language.TH), [call], [VISIT, came], TODAY)
    assert [line.icon for line in lines] == [VISIT_ICON, VISIT_ICON, "phone"]
    assert [line.at for line in lines] == [came.arrived_at, VISIT.due, call.at]


@pytest.mark.parametrize(
    ("language", "state", "said"),
    [
        (Language.TH, VisitState.EXPECTED, "นัด 10:00"),
        (Language.EN, VisitState.EXPECTED, "due 10:00"),
        (Language.TH, VisitState.RECEPTION, "อยู่ข้างใน"),
        (Language.EN, VisitState.LEFT, "left 11:30"),
        (Language.TH, VisitState.ASSUMED_LEFT, "ถือว่าออกแล้ว"),
        (Language.EN, VisitState.CANCELLED, "cancelled"),
    ],
)
def test_how_a_visit_stands_in_words(language: Language, state: VisitState, said: str) -> None:
    left = TEN + timedelta(minutes=90)
    visit = Visit("v", TODAY, "สุดา", state=state, due=TEN, left_at=left)
    assert visit_stand(Words(language), visit, TODAY) == said


def test_who_never_came_is_called_that() -> None:
    assert visit_stand(Words(Language.TH), VISIT, TODAY + timedelta(days=1)) == "ไม่ได้มา"


def test_the_purpose_is_left_out_where_strangers_see_it() -> None:
    words = Words(Language.TH)
    assert visit_matter(words, VISIT) == "พบ วรรณา · ห้อง 1120 · รับผลเลือด"
    words.set_discreet(True)
    assert "ผลเลือด" not in visit_matter(words, VISIT)
