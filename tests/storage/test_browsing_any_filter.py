"""Whatever a filter asks for, and however few its indexes find: the beginning and the rest are all that fits."""

import random
from contextlib import closing
from dataclasses import replace
from datetime import timedelta
from itertools import combinations

import pytest
from sqlcipher3.dbapi2 import connect

from frontdesk.domain.contacts import Channel, Contact, Feedback, Outcome
from frontdesk.domain.people import Person
from frontdesk.domain.thai_text import normalise
from frontdesk.services.wanted_contacts import WantedContacts, Whose
from frontdesk.storage import browsing
from frontdesk.storage.database import Database

from .conftest import MORNING, MakeContact

COUNT = 120
TOPICS = ("บัตรหาย", "ที่จอดรถ", "คิวตรวจ", "")
PARTS: dict[str, list[dict[str, object]]] = {
    "days": [{"start": MORNING + timedelta(minutes=30)}, {"end": MORNING + timedelta(minutes=20)}],
    "channel": [{"channels": (Channel.PHONE,)}, {"channels": (Channel.LINE, Channel.FAX)}],
    "outcome": [{"outcomes": (Outcome.ANSWERED,)}, {"outcomes": (Outcome.DROPPED, Outcome.MESSAGE)}],
    "topic": [{"topic": "บัตร"}, {"topic": "จอ"}],
    "staff": [{"staff": ("s1",)}, {"staff": ()}],
    "person": [{"person": Whose(("p1",))}, {"person": Whose(digits="5678", whole=False)}, {"person": Whose()}],
    "words": [{"words": ("เรื่องที่",)}, {"words": ("บัตร", "7")}, {"words": ("ไม่มีคำนี้",)},
              {"words": ("สุดา",), "named": Whose(("p1",))}, {"words": ("รถ",)}],
    "feedback": [{"feedback": Feedback.COMPLAINT}],
    "unanswered": [{"unanswered": True}],
    "corrected": [{"corrected": True}],
}  # fmt: skip
ALONE = [one for ones in PARTS.values() for one in ones]
TOGETHER = [one | other for these, those in combinations(PARTS.values(), 2) for one in these for other in those]


@pytest.fixture
def record(database: Database, make_contact: MakeContact) -> list[Contact]:
    """Many contacts of every kind, corrected, withdrawn, given to somebody later, not all in the order of time."""
    chance = random.Random(11)
    with database.write() as repos:
        for key in ("p1", "p2", "p3"):
            repos.people.save(Person(id=key, code=key, given_name="สุดา"), "s1")
        for number in chance.sample(range(COUNT), COUNT):
            repos.contacts.add(_contact(make_contact, number, chance))
        repos.merges.put_under(["p3"], "p1")
        nobodys = [one.id for one in repos.contacts.between(None, None) if not one.person_id]
        repos.attributions.add(nobodys[:3], "p1", "s1", MORNING)
        for number in chance.sample(range(COUNT), 20):
            fields = _correction(chance)
            repos.contacts.correct(f"c{number:03}", fields, "s1", MORNING)
            if fields.keys() & {"person_id", "digits"}:
                repos.attributions.take_back([f"c{number:03}"])
        for number in chance.sample(range(COUNT), 5):
            repos.contacts.withdraw(f"c{number:03}", "s1", MORNING)
        return sorted(repos.contacts.between(None, None), key=lambda one: (one.at, one.id), reverse=True)


def _contact(make_contact: MakeContact, number: int, chance: random.Random) -> Contact:
    person = chance.choice(["", "", "p1", "p2", "p3"])
    made = make_contact(
        number // 2, id=f"c{number:03}", topic=chance.choice(TOPICS), note=f"เรื่องที่ {number}",
        staff=chance.choice(["s1", "s2"]),
        person_id=person, digits=chance.choice(["", "0812345678", "0899999999"]),
        unanswered=chance.random() < 0.2, feedback=Feedback.COMPLAINT if chance.random() < 0.2 else None,
    )  # fmt: skip
    return replace(made, channel=chance.choice(list(Channel)), outcome=chance.choice(list(Outcome)))


def _correction(chance: random.Random) -> dict[str, object]:
    every: dict[str, object] = {
        "channel": Channel.FAX, "outcome": Outcome.DROPPED, "topic": "บัตรหาย", "note": "แก้ 7", "unanswered": True,
        "feedback": None, "person_id": "p2", "digits": "0812345678",
    }  # fmt: skip
    return dict(chance.sample(sorted(every.items()), 2))


def fits(one: Contact, wanted: WantedContacts) -> bool:
    """Tell by plain Python what the database should find."""
    told = normalise(f"{one.topic}\n{one.note}")
    return all((
        not wanted.start or one.at >= wanted.start, not wanted.end or one.at < wanted.end,
        not wanted.channels or one.channel in wanted.channels, not wanted.outcomes or one.outcome in wanted.outcomes,
        wanted.topic in one.topic, wanted.staff is None or one.staff in wanted.staff,
        wanted.person is None or _is(one, wanted.person), not wanted.unanswered or one.unanswered,
        not wanted.corrected or one.corrections, not wanted.feedback or one.feedback is wanted.feedback,
        not wanted.words or all(word in told for word in wanted.words) or _is(one, wanted.named),
    ))  # fmt: skip


def _is(one: Contact, whose: Whose) -> bool:
    by_number = one.digits == whose.digits if whose.whole else one.digits.endswith(whose.digits)
    return one.person_id in whose.people or bool(whose.digits and by_number)


@pytest.mark.parametrize("reach", [(1_000, 10_000, 20_000, 30_000), (0, 0, 10, 0), (8, 8, 10, 40), (0, 0, 0, 0)])
def test_every_filter_and_every_two(
    database: Database, record: list[Contact], reach: tuple[int, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in zip(("RARE", "FEW", "NEAR", "SOME"), reach, strict=True):
        monkeypatch.setattr(browsing, name, value)
    for said in [{}, *ALONE, *random.Random(reach[0]).sample(TOGETHER, 40)]:
        wanted = WantedContacts(**said)  # type: ignore[arg-type]
        right = [one.id for one in record if fits(one, wanted)]
        with database.read() as repos:
            places, whole = repos.browsing.beginning(wanted, 5)
            found = [one.id for one in repos.browsing.contacts(places)]
            assert found == right[: len(found)], said
            assert len(found) == len(right) if whole else found, said
            rest = repos.browsing.places(wanted, places[-1] if places else None, None)
            assert found + [one.id for one in repos.browsing.contacts(rest)] == right, said
            assert list(repos.browsing.fitting(wanted, [one.id for one in record])) == [*places, *rest], said


def test_a_file_that_is_rewritten_has_another_layout(database: Database, record: list[Contact]) -> None:
    with database.read() as repos:
        before = repos.browsing.layout()
    with database.write() as repos:
        repos.contacts.withdraw(record[0].id, "s1", MORNING)
    with database.read() as repos:
        assert repos.browsing.layout() == before
    with closing(connect(database.file, isolation_level=None)) as other:
        other.execute("VACUUM").close()
    with database.read() as repos:
        assert repos.browsing.layout() != before
