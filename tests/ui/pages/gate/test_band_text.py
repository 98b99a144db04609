"""What the band says: nothing that did not happen, and nothing that a visitor should not read."""

from dataclasses import replace
from datetime import timedelta

import pytest

from frontdesk.domain.languages import Language
from frontdesk.domain.staff import Particle
from frontdesk.domain.visits import MatchedBy, Visit, VisitMatch, VisitState
from frontdesk.ui.kit import Kit
from frontdesk.ui.pages.desk.rows_paint.answer_row import Voice
from frontdesk.ui.pages.gate.band_text import BandText, BandWords, Tone
from frontdesk.ui.pages.gate.found_painter import ListedRow, listed
from frontdesk.ui.pages.gate.found_rows import VisitFound

from ...desk.conftest import NOW
from .conftest import expected

DAY = timedelta(days=1)
VISIT = replace(expected("สุดา ใจดี", 0), id="v", token="t", due=NOW)
YESTERDAY = replace(VISIT, day=VISIT.day - DAY, due=NOW - DAY)
TOMORROW = replace(VISIT, day=VISIT.day + DAY, due=NOW + DAY)
LEFT = replace(YESTERDAY, state=VisitState.LEFT, arrived_at=NOW - DAY, left_at=NOW - DAY + timedelta(hours=1))
CANCELLED = replace(VISIT, state=VisitState.CANCELLED)
GROUP = replace(VISIT, state=VisitState.GATE, arrived_at=NOW, party=12)
VOICE = Voice(Language.TH, Particle.KHA, NOW.date())


def found(visit: Visit, earlier: bool = False) -> VisitFound:
    return VisitFound(VisitMatch(visit, MatchedBy.NAME, earlier=earlier))


def band(kit: Kit, visit: Visit, earlier: bool = False) -> BandText:
    return BandWords(kit.words).row(found(visit, earlier), NOW, VOICE)


@pytest.mark.parametrize(
    ("visit", "earlier", "said"),
    [
        (VISIT, False, "นัด 10:42"),
        (TOMORROW, False, "นัด พรุ่งนี้ 10:42"),
        (replace(TOMORROW, due=None), False, "นัด พรุ่งนี้"),
        (YESTERDAY, True, "นัด เมื่อวาน 10:42 ไม่ได้มา"),
        (CANCELLED, False, "ยกเลิกนัด 10:42"),
        (LEFT, True, "มาครั้งก่อน เมื่อวาน 11:42"),
    ],
)
def test_says_when_somebody_comes_or_came_and_never_that_they_came_when_not(
    kit: Kit, visit: Visit, earlier: bool, said: str
) -> None:
    assert said in band(kit, visit, earlier).spoken
    assert ("มาครั้งก่อน" in band(kit, visit, earlier).spoken) == (visit is LEFT)


@pytest.mark.parametrize(
    ("visit", "earlier", "end", "under"),
    [
        (VISIT, False, "10:42", "จะมา"),
        (TOMORROW, False, "10:42", "พรุ่งนี้"),
        (YESTERDAY, True, "", "ไม่ได้มา"),
        (CANCELLED, False, "", "ยกเลิกนัด"),
        (LEFT, True, "", "เคยมา"),
    ],
)
def test_the_list_says_the_same(kit: Kit, visit: Visit, earlier: bool, end: str, under: str) -> None:
    row = listed((found(visit, earlier),), kit, NOW, VOICE)[1]
    assert isinstance(row, ListedRow)
    assert (row.end, row.under) == (end, under)


def test_who_lets_a_group_out_is_told_how_many_go(kit: Kit) -> None:
    text = band(kit, GROUP)
    assert text.primary is not None
    assert text.primary.word == "ออกทั้ง 12 คน"
    assert [(one.keys, one.word) for one in text.hints] == [("Ctrl+E", "แก้จำนวนคน")]
    assert band(kit, replace(GROUP, party=1)).spoken.endswith("Return ออกแล้ว")


@pytest.mark.parametrize("said", ["gate.refused", "gate.waits_for_supervisor", "gate.not_decided"])
def test_a_screen_that_strangers_read_tells_nothing_of_a_decision(kit: Kit, said: str) -> None:
    openly = BandWords(kit.words).kept_out("ทองดี", said)
    kit.words.set_discreet(True)
    text = BandWords(kit.words).kept_out("ทองดี", said)
    kit.words.set_discreet(False)
    assert (openly.tone, text.tone) == (Tone.WRONG, Tone.QUIET)
    assert text.icon != openly.icon
    assert text.spoken == "ทองดี · โปรดรอสักครู่"
