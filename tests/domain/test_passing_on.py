"""How often a caller was passed on: in one matter, within a week."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.matters import Matter, matter_of
from frontdesk.domain.passing_on import LOOK_BACK, HandOff, hand_offs
from frontdesk.domain.transfers import Transfer, TransferReason

NOW = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
REASON = TransferReason.NO_ANSWER
DAY = timedelta(days=1)
MATTER = matter_of(["UC-02"], ["บัตรทองหาย สิทธิหมดอายุ"])
ONE = Contact(
    "c-1", NOW - DAY, NOW - DAY, Channel.PHONE, Outcome.TRANSFERRED, "staff-1", topic="สิทธิบัตรทอง บัตรหาย",
    transfer=Transfer(REASON, to_text="ประภา", to_place="ศูนย์สิทธิ"),
)  # fmt: skip


def test_those_of_the_same_matter_count_the_first_first() -> None:
    earlier = replace(ONE, id="c-0", at=NOW - 3 * DAY, transfer=Transfer(REASON, to_text="สมใจ"))
    assert hand_offs([ONE, earlier, ONE], MATTER, NOW) == (
        HandOff(NOW - 3 * DAY, "สมใจ"),
        HandOff(NOW - DAY, "ศูนย์สิทธิ"),
    )


@pytest.mark.parametrize(
    "other",
    [
        replace(ONE, outcome=Outcome.ANSWERED),
        replace(ONE, topic="เวลาเยี่ยมผู้ป่วย"),
        replace(ONE, topic=""),
        replace(ONE, at=NOW - LOOK_BACK - timedelta(seconds=1)),
        replace(ONE, at=NOW + DAY),
    ],
    ids=["answered", "another matter", "nobody knows what", "too long ago", "to come"],
)
def test_others_do_not_count(other: Contact) -> None:
    assert hand_offs([other], MATTER, NOW) == ()


@pytest.mark.parametrize(
    "same",
    [
        replace(ONE, at=NOW - LOOK_BACK),
        replace(ONE, topic="", articles=("UC-02", "X-1")),
        replace(ONE, topic="", queries=("ทำบัตรทองหาย",)),
    ],
    ids=["a week ago", "the same answer", "the same words"],
)
def test_an_answer_or_words_in_common_are_the_same_matter(same: Contact) -> None:
    assert len(hand_offs([same], MATTER, NOW)) == 1


def test_one_without_a_receiver_counts_too() -> None:
    assert hand_offs([replace(ONE, transfer=None)], MATTER, NOW) == (HandOff(NOW - DAY),)


def test_nothing_known_of_the_matter_is_no_matter() -> None:
    assert hand_offs([ONE], Matter(), NOW) == ()
