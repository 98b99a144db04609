"""What counts as resolved, transferred, repeated: the rules in tables."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from frontdesk.domain.contacts import Channel, Feedback, Outcome
from frontdesk.domain.counting import Count, count_all
from frontdesk.domain.figures import DAY_SECONDS, RETURN_SECONDS, Seen, Share, Spread, Tally, spread_of

DAY = DAY_SECONDS
START, ZONE = 1_000 * DAY - 7 * 3600, 7 * 3600
"""Midnight at the site."""
TOPICS = ("ขอเลื่อนนัด", "visiting hours")


def seen(day: float, **fields: Any) -> Seen:
    """Make a contact so many days after the start: answered, by somebody known, about a known topic."""
    usual: dict[str, Any] = {
        "handling": 70, "answering": 12, "channel": Channel.PHONE.value, "outcome": Outcome.ANSWERED, "staff": "s1",
        "person": "สุดา", "digits": "", "topic": "ขอเลื่อนนัด", "unanswered": False, "feedback": None,
        "promise_open": False,
    }  # fmt: skip
    return Seen(at=START + round(day * DAY), **(usual | fields))


def _but_day(fields: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if name != "day"}


def counted(*contacts: Seen, days: int = 10, now: float = 100) -> Count:
    count = Count(START, START + days * DAY, START + round(now * DAY), ZONE)
    return count_all(count, sorted(contacts, key=lambda one: one.at))


def total(*contacts: Seen, **how: Any) -> Tally:
    return counted(*contacts, **how).total()


@pytest.mark.parametrize("topic", TOPICS)
@pytest.mark.parametrize(
    ("contacts", "resolved", "first"),
    [
        ([{}], 1, 1),
        ([{"outcome": Outcome.TRANSFERRED}], 0, 1),
        ([{"outcome": Outcome.PROMISED}], 0, 1),
        ([{"outcome": Outcome.DROPPED}], 0, 1),
        ([{"unanswered": True}], 0, 1),
        ([{"promise_open": True}], 0, 1),
        ([{}, {"day": 3}], 0, 1),
        ([{}, {"day": 7}], 0, 1),
        ([{}, {"day": 7 + 1 / DAY}], 2, 2),
        ([{}, {"day": 3, "topic": "อื่น"}], 2, 2),
        ([{}, {"day": 3, "person": "สมชาย"}], 2, 2),
        ([{}, {"day": 6}, {"day": 12}], 0, 1),
        ([{}, {"day": 6, "outcome": Outcome.TRANSFERRED}, {"day": 9.9}], 0, 1),
        ([{"day": -3}, {"day": 1}], 0, 0),
        ([{"day": -8}, {"day": 1}], 1, 1),
        ([{"day": 9.9}, {"day": 10.1}], 0, 1),
    ],
)
def test_first_contact_resolution(topic: str, contacts: list[dict[str, Any]], resolved: int, first: int) -> None:
    made = [seen(fields.get("day", 0), **({"topic": topic} | _but_day(fields))) for fields in contacts]
    assert (total(*made).resolved, total(*made).first) == (resolved, first)


@pytest.mark.parametrize(
    ("first", "then", "resolved"),
    [
        ({"digits": "0812345678"}, {"person": "", "digits": "0812345678"}, 0),
        ({"digits": "0812345678"}, {"person": "ลูกสาว", "digits": "0812345678"}, 0),
        ({"person": "", "digits": "0812345678"}, {"person": "", "digits": "0812345678"}, 0),
        ({"person": "", "digits": "0812345678"}, {"person": "", "digits": "0899999999"}, 2),
        ({"digits": "0812345678"}, {"digits": "0899999999"}, 0),
        ({"person": "ก", "digits": "1"}, {"person": "1", "digits": "2"}, 2),
    ],
)
def test_same_person_or_same_number(first: dict[str, Any], then: dict[str, Any], resolved: int) -> None:
    assert total(seen(0, **first), seen(2, **then)).resolved == resolved


@pytest.mark.parametrize("fields", [{"person": "", "digits": ""}, {"topic": ""}])
def test_who_cannot_be_followed_is_left_out(fields: dict[str, Any]) -> None:
    tally = total(seen(0, **fields), seen(1, **fields))
    assert (tally.contacts, tally.first, tally.unknown) == (2, 0, 2)


@pytest.mark.parametrize(("now", "first", "young"), [(7.0, 1, 0), (7 - 1 / DAY, 0, 1)])
def test_contacts_younger_than_seven_days_wait(now: float, first: int, young: int) -> None:
    tally = total(seen(0), now=now)
    assert (tally.first, tally.young) == (first, young)


def test_a_return_in_time_counts_once_old_enough_only() -> None:
    assert total(seen(0), seen(1), now=5).resolved == 0
    assert total(seen(0), seen(1), now=20).depth == [0, 1, 0]


@pytest.mark.parametrize(
    ("days", "depth"),
    [([0], [1, 0, 0]), ([0, 7], [0, 1, 0]), ([0, 5, 10], [0, 0, 1]), ([0, 1, 2, 3, 4], [0, 0, 1]), ([0, 8], [2, 0, 0])],
)
def test_repeat_depth(days: list[int], depth: list[int]) -> None:
    assert total(*(seen(day) for day in days)).depth == depth


def test_returns_after_the_period_reach_into_it() -> None:
    count = counted(seen(9), seen(15), seen(21), days=10)
    assert (count.total().contacts, count.total().depth) == (1, [0, 0, 1])


def test_chains_of_transfers() -> None:
    passed = {"outcome": Outcome.TRANSFERRED}
    tally = total(seen(-1, **passed), seen(1, **passed), seen(2, **passed), seen(3), seen(4, person="ก", **passed))
    assert tally.transfers == Share(3, 4)
    assert tally.hand_offs == Counter({1: 1, 2: 1, 3: 1})
    assert tally.longest_chain == 3


def test_unknown_callers_are_passed_on_once() -> None:
    nobody = {"outcome": Outcome.TRANSFERRED, "person": ""}
    assert total(seen(0, **nobody), seen(1, **nobody)).longest_chain == 1


def test_by_topic_channel_and_staff() -> None:
    count = counted(
        seen(0),
        seen(0.1, person="ก", channel=Channel.LINE.value),
        seen(1, person="ข", topic="visiting hours", staff="s2"),
    )
    assert {key: one.contacts for key, one in count.topics.items()} == {"ขอเลื่อนนัด": 2, "visiting hours": 1}
    assert {key: one.contacts for key, one in count.channels.items()} == {"phone": 2, "line": 1}
    assert {key: one.first for key, one in count.staff.items()} == {"s1": 2, "s2": 1}


def test_days_and_hours_are_those_of_the_site() -> None:
    count = counted(seen(0, handling=None), seen(0.5, handling=3600), seen(1 - 1 / DAY, handling=None))
    assert {day: tally.contacts for day, tally in count.days.items()} == {1000: 3}
    assert [hour for hour, n in enumerate(count.hours) if n] == [0, 11, 23]


def test_days_know_of_returns_like_the_whole() -> None:
    count = counted(seen(0), seen(1), seen(2, person="ก"))
    assert sum(day.resolved for day in count.days.values()) == count.total().resolved == 1


def test_compliments_complaints_and_promises() -> None:
    tally = total(
        seen(0, feedback=Feedback.COMPLIMENT), seen(1, feedback=Feedback.COMPLAINT), seen(2, outcome=Outcome.PROMISED)
    )
    assert (tally.compliments, tally.complaints, tally.promised) == (1, 1, 1)


@pytest.mark.parametrize(
    ("times", "spread"),
    [
        ({}, Spread(None, None, 0)),
        ({9: 1}, Spread(9, 9, 1)),
        ({1: 1, 2: 1, 3: 1, 100: 1}, Spread(2, 100, 4)),
        ({5: 9, 60: 1}, Spread(5, 5, 10)),
        ({5: 8, 60: 2}, Spread(5, 60, 10)),
    ],
)
def test_median_and_p90_by_nearest_rank(times: dict[int, int], spread: Spread) -> None:
    assert spread_of(times) == spread


@pytest.mark.parametrize(
    ("part", "whole", "value", "weak"), [(0, 0, None, True), (29, 29, 1, True), (15, 30, 0.5, False)]
)
def test_a_share_of_less_than_thirty_is_weak(part: int, whole: int, value: float | None, weak: bool) -> None:
    assert (Share(part, whole).value, Share(part, whole).weak) == (value, weak)


def test_callers_of_long_ago_are_forgotten() -> None:
    count = counted(*(seen(day, person=str(day)) for day in range(100)), days=100, now=200)
    held = count._matters._new.keys() | count._matters._old.keys()
    assert len(held) <= 2 * RETURN_SECONDS // DAY + 2


def test_times_nobody_measured_are_left_out() -> None:
    tally = total(seen(0, handling=None, answering=None), seen(1, person="ก"))
    assert (tally.time_to_answer.n, tally.handling_time.n) == (1, 1)
    assert replace(tally).contacts == 2
