"""The demo desk's past: ninety days of contacts as a provincial hospital has them."""

import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from frontdesk.domain.articles import Article
from frontdesk.domain.contacts import Channel, Contact, Feedback, Outcome, Use
from frontdesk.domain.gaps import Gap
from frontdesk.domain.ids import new_id
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Person
from frontdesk.domain.transfers import Transfer, TransferReason
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.demo_returns import Returns, timed

DAYS = 90
TIMES_MISSED = 3
"""Contacts in which a caller's first words did not find the answer."""

_HOURS = (7, 8, 8, 8, 9, 9, 9, 9, 10, 10, 10, 11, 11, 12, 13, 13, 13, 14, 14, 15, 15, 16, 17, 18, 19)
_CHANNELS = {
    Channel.PHONE: 60,
    Channel.WALK_IN: 22,
    Channel.LINE: 12,
    Channel.EMAIL: 3,
    Channel.FAX: 1,
    Channel.OTHER: 2,
}
_OUTCOMES = {
    Outcome.ANSWERED: 74, Outcome.TRANSFERRED: 12, Outcome.PROMISED: 4, Outcome.MESSAGE: 3,
    Outcome.WRONG_PLACE: 2, Outcome.DROPPED: 3, Outcome.OTHER: 2,
}  # fmt: skip


def story_contacts(
    rows: list[dict[str, Any]],
    people: dict[str, Person],
    articles: Sequence[Article],
    staff: str,
    now: datetime,
) -> list[Contact]:
    """Make the contacts of the callers that the stories and pictures show."""
    by_title = {article.title: article.code for article in articles}
    return [_story(row, people[row["person"]], by_title, staff, now) for row in rows]


def _story(row: dict[str, Any], person: Person, by_title: dict[str, str], staff: str, now: datetime) -> Contact:
    day = now.astimezone(SITE_ZONE).date() - timedelta(days=row["days_ago"])
    at = datetime.combine(day, time.fromisoformat(row["time"]), SITE_ZONE)
    code = by_title.get(row["topic"])
    return _contact(
        at, Channel(row["channel"]), Outcome(row["outcome"]), staff, person,
        topic=row["topic"], note=row.get("note", ""), articles=(code,) if code else (), queries=(row["words"],),
        unanswered="gap" in row, gap=Gap(row["gap"]) if "gap" in row else None,
        transfer=Transfer(TransferReason.NOT_ENOUGH, to_place=row["to"]) if "to" in row else None,
    )  # fmt: skip


def past_contacts(
    wanted: int | None, articles: Sequence[Article], people: Sequence[Person], names: dict[str, Any],
    staff: Sequence[str], now: datetime, dice: random.Random,
) -> list[Contact]:  # fmt: skip
    """Make ordinary contacts; a few matters come up far more often than the rest, and some callers come back."""
    popular = sorted(articles, key=lambda one: (one.category not in names["common_matters"], dice.random()))
    weights = [1 / (place + 1) for place in range(len(popular))]
    returns, made = Returns(dice), list[Contact]()
    for at in sorted(_moments(wanted, now, dice)):
        about = dice.choices(popular, weights)[0] if popular else None
        contact = returns.at(at) or timed(_ordinary(at, about, people, names, dice.choice(staff), dice), dice)
        returns.note(contact)
        made.append(contact)
    return made


def with_missed(contacts: Sequence[Contact], missed: Mapping[str, tuple[str, str]]) -> list[Contact]:
    """Let the last callers who were helped by some answers have said other words first."""
    left = dict.fromkeys(missed, TIMES_MISSED)
    told: list[Contact] = []
    for contact in reversed(contacts):
        code = contact.articles[0] if contact.articles else ""
        if left.get(code, 0):
            left[code] -= 1
            first, then = missed[code]
            contact = replace(contact, queries=(then,), uses=(Use(code, then, (first,)),))
        told.append(contact)
    return told[::-1]


def _moments(wanted: int | None, now: datetime, dice: random.Random) -> Iterator[datetime]:
    """Yield when contacts came: busy mornings, quiet weekends, busiest on Mondays."""
    today = now.astimezone(SITE_ZONE).date()
    for number in range(DAYS, 0, -1):
        day = today - timedelta(days=number)
        share = (1.35, 1.1, 1.0, 1.0, 1.05, 0.35, 0.25)[day.weekday()]
        daily = round(42 * share) if wanted is None else wanted // DAYS + (number <= wanted % DAYS)
        for _ in range(daily):
            clock = time(dice.choice(_HOURS), dice.randrange(60), dice.randrange(60))
            yield datetime.combine(day, clock, SITE_ZONE)


def _ordinary(
    at: datetime, article: Article | None, people: Sequence[Person], names: dict[str, Any], staff: str,
    dice: random.Random,
) -> Contact:  # fmt: skip
    channel = dice.choices(list(_CHANNELS), list(_CHANNELS.values()))[0]
    outcome = dice.choices(list(_OUTCOMES), list(_OUTCOMES.values()))[0]
    person = dice.choice(people) if people and dice.random() < 0.7 else None
    if article is None or (outcome is not Outcome.ANSWERED and dice.random() < 0.15):
        words = dice.choice(names["unanswered"])
        return _contact(at, channel, outcome, staff, person, topic=words, queries=(words,), unanswered=True)
    return _contact(
        at, channel, outcome, staff, person, topic=article.title, note=dice.choice(names["contact_notes"]),
        articles=(article.code,), queries=(dice.choice((*article.keywords, article.title)),),
        feedback=dice.choices((None, Feedback.COMPLIMENT, Feedback.COMPLAINT), (97, 2, 1))[0],
    )  # fmt: skip


def _contact(
    at: datetime, channel: Channel, outcome: Outcome, staff: str, person: Person | None, **rest: Any
) -> Contact:
    number = person.numbers[0].raw if person and person.numbers and channel is Channel.PHONE else ""
    parsed = parse_number(number) if number else None
    return Contact(
        id=new_id(), at=at, started_at=at - timedelta(seconds=70), answered_at=at - timedelta(seconds=58),
        channel=channel, outcome=outcome, staff=staff, number=number, digits=parsed.digits if parsed else "",
        person_id=person.id if person else "", person_code=person.code if person else "",
        person_name=person.name if person else "", **rest,
    )  # fmt: skip
