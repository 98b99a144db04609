"""What was handed over stays as it was: in the rows, against plain SQL, and but for what erasing a person wipes out."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from sqlalchemy.exc import DatabaseError

from frontdesk.domain.contacts import Channel
from frontdesk.domain.hand_over import HandItem, HandOver, ItemKind, Proof, Signature
from frontdesk.domain.people import Person
from frontdesk.storage.database import Database

from .conftest import MORNING, MakeContact

HOUR = timedelta(hours=1)
SUDA = Person("p-suda", "P-1", "สุดา", "ใจดี")
PROMISED = HandItem(
    ItemKind.PROMISE, "pr", "โทรแจ้งผล", "สุดา ใจดี", "081-xxx-5678", "", Channel.LINE, "อร", "ชาย", MORNING,
    MORNING + HOUR, None, "c" * 36, SUDA.id,
)  # fmt: skip
NOTICED = HandItem(ItemKind.NOTICE, "n", "ลิฟต์ 2 ปิดซ่อม", by="อร", since=MORNING, until=date(2026, 11, 22))
MADE = HandOver("h1", Signature("อร", MORNING), MORNING + 8 * HOUR, (PROMISED, NOTICED), chain_head="1234 5678")


def add(database: Database, *hand_overs: HandOver) -> None:
    with database.write() as repos:
        repos.people.save(SUDA, "อร")
        for one in hand_overs:
            repos.hand_overs.add(one)


def test_a_hand_over_comes_back_as_it_was(database: Database) -> None:
    add(database, MADE)
    with database.read() as repos:
        assert repos.hand_overs.get("h1") == MADE
        assert repos.hand_overs.get("x") is None


def test_taking_over_adds_a_signature(database: Database) -> None:
    add(database, MADE)
    taken = Signature("ชาย", MORNING + HOUR, Proof.NAME)
    with database.write() as repos:
        repos.hand_overs.take("h1", taken)
    with database.read() as repos:
        assert repos.hand_overs.get("h1") == replace(MADE, taken=taken)
    with pytest.raises(DatabaseError), database.write() as repos:
        repos.hand_overs.take("h1", taken)


def test_the_newest_comes_first(database: Database) -> None:
    later = replace(MADE, id="h2", signed=Signature("ชาย", MORNING + HOUR), items=())
    add(database, later, MADE)
    with database.read() as repos:
        assert [one.id for one in repos.hand_overs.latest(9)] == ["h2", "h1"]
        assert repos.hand_overs.latest(1) == [later]


@pytest.mark.parametrize(
    "act",
    [
        "UPDATE hand_overs SET staff = 'x'",
        "UPDATE hand_overs_taken SET staff = 'x'",
        "UPDATE hand_over_items SET what = 'x'",
        "UPDATE hand_over_items SET what = '', who = '', number = '', addressee = '', person_id = ''",
        *(f"DELETE FROM {table}" for table in ("hand_overs_taken", "hand_over_items", "hand_overs")),
    ],
)
def test_rows_are_only_added(database: Database, act: str) -> None:
    add(database, MADE)
    with database.write() as repos:
        repos.hand_overs.take("h1", MADE.signed)
    with pytest.raises(DatabaseError, match="append-only"), database.engine.begin() as connection:
        connection.exec_driver_sql(act)


def test_erasing_a_person_wipes_out_what_was_said_of_them_and_nothing_else(database: Database) -> None:
    add(database, MADE)
    with database.write() as repos:
        repos.erasures.erase_people([SUDA.id], [], "อร")
    with database.read() as repos:
        left = repos.hand_overs.get("h1")
    assert left is not None
    wiped = replace(PROMISED, what="", who="", number="", person_id="")
    assert left.items == (wiped, NOTICED)


def test_erasing_a_contact_wipes_out_what_was_handed_over_of_it(database: Database, make_contact: MakeContact) -> None:
    contact = make_contact(number="0812345678")
    begun = HandItem(ItemKind.DRAFT, contact.id, "บัตรหาย", number="081-xxx-5678", contact_id=contact.id)
    add(database, replace(MADE, items=(begun, NOTICED)))
    with database.write() as repos:
        repos.contacts.add(contact)
        repos.erasures.erase_contacts([contact.id], "อร", "asked", MORNING)
    with database.read() as repos:
        left = repos.hand_overs.get("h1")
    assert left is not None
    assert left.items == (replace(begun, what="", number=""), NOTICED)


def test_erasing_whom_a_message_is_for_wipes_out_their_name_alone(database: Database) -> None:
    message = replace(PROMISED, kind=ItemKind.MESSAGE, person_id="", addressee="สุดา ใจดี", addressee_id=SUDA.id)
    add(database, replace(MADE, items=(message,)))
    with database.write() as repos:
        repos.erasures.erase_people([SUDA.id], [], "อร")
    with database.read() as repos:
        left = repos.hand_overs.get("h1")
    assert left is not None
    assert left.items == (replace(message, addressee="", addressee_id=""),)
