"""To whom contacts were passed on and what could not be answered: kept, guarded, and part of the chain."""

from dataclasses import replace

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from frontdesk.domain.contacts import Contact, Outcome
from frontdesk.domain.gaps import Gap
from frontdesk.domain.similar_gaps import AskedGap
from frontdesk.domain.transfers import Transfer, TransferReason
from frontdesk.storage.chain_contents import contents_of
from frontdesk.storage.database import Database
from tests.storage.conftest import MORNING, MakeContact

PASSED = Transfer(TransferReason.AUTHORITY, "p-1", "ประภา ศรีสุข", "ศูนย์สิทธิ", "คุณสุดา ถามเรื่องบัตรทอง")
GAP = Gap("ชาร์จรถไฟฟ้าชั้นใต้ดินได้ไหม", "อาคารสถานที่", "S-BLD-1")


def put(database: Database, *contacts: Contact) -> None:
    with database.write() as repos:
        for contact in contacts:
            repos.contacts.add(contact)


def stored_content(database: Database, contact: Contact) -> bytes:
    """Return what the chain commits to, as it would be read by whoever proves it."""
    with database.engine.connect() as connection:

        def fetch(query: str, values: object) -> list[tuple[object, ...]]:
            return [tuple(row) for row in connection.exec_driver_sql(query, tuple(values))]  # type: ignore[arg-type]

        return contents_of(fetch, "contact", [contact.id])[contact.id]


def test_both_come_back_with_their_contacts(database: Database, make_contact: MakeContact) -> None:
    passed = replace(make_contact(1), outcome=Outcome.TRANSFERRED, transfer=PASSED)
    gap = replace(make_contact(2), unanswered=True, gap=GAP)
    plain = make_contact(3)
    put(database, passed, gap, plain)
    with database.read() as repos:
        assert repos.contacts.latest(9) == [plain, gap, passed]
        assert repos.contacts.get(passed.id) == passed


@pytest.mark.parametrize("table", ["transfers", "gaps"])
@pytest.mark.parametrize("act", ["UPDATE {} SET contact_id = 'x'", "DELETE FROM {}"])
def test_nobody_changes_or_removes_them(database: Database, make_contact: MakeContact, table: str, act: str) -> None:
    put(database, replace(make_contact(), outcome=Outcome.TRANSFERRED, transfer=PASSED, unanswered=True, gap=GAP))
    with pytest.raises(DatabaseError, match="append-only"), database.engine.begin() as connection:
        connection.execute(text(act.format(table)))


@pytest.mark.parametrize(("table", "said"), [("transfers", "slip"), ("gaps", "words")])
def test_only_erasing_a_person_wipes_out_what_was_said(
    database: Database, make_contact: MakeContact, table: str, said: str
) -> None:
    contact = replace(make_contact(), outcome=Outcome.TRANSFERRED, transfer=PASSED, unanswered=True, gap=GAP)
    put(database, contact)
    wipe = text(f"UPDATE {table} SET {said} = ''")
    with pytest.raises(DatabaseError, match="append-only"), database.engine.begin() as connection:
        connection.execute(wipe)
    with database.engine.begin() as connection:
        erase = "INSERT INTO erasures (contact_id, at, by) VALUES (:id, '2026-11-20T00:00:00Z', 'x')"
        connection.execute(text(erase), {"id": contact.id})
        connection.execute(wipe)
        assert connection.execute(text(f"SELECT {said} FROM {table}")).scalar_one() == ""


def test_the_chain_commits_to_them_and_to_nothing_where_there_are_none(
    database: Database, make_contact: MakeContact
) -> None:
    passed = replace(make_contact(1), outcome=Outcome.TRANSFERRED, transfer=PASSED)
    plain = replace(make_contact(2), outcome=Outcome.TRANSFERRED)
    put(database, passed, plain)
    assert all(value in stored_content(database, passed).decode() for value in ("authority", "ประภา", "ศูนย์สิทธิ"))
    assert b'transfer"' not in stored_content(database, plain).replace(b'"transferred"', b"")


def test_questions_without_an_answer_are_found_in_the_callers_words(
    database: Database, make_contact: MakeContact
) -> None:
    told = replace(make_contact(1), unanswered=True, gap=GAP, queries=("ชาร์จ",))
    searched = replace(make_contact(2), unanswered=True, queries=("โดรน", "โดรนถ่ายภาพ"))
    taken_back = replace(make_contact(3), unanswered=True, queries=("เก้าอี้",))
    put(database, told, searched, taken_back, replace(make_contact(4), queries=("บัตร",)))
    with database.write() as repos:
        repos.contacts.withdraw(taken_back.id, "x", MORNING)
    with database.read() as repos:
        assert repos.gaps.asked_since(MORNING) == [AskedGap(told.at, GAP.words), AskedGap(searched.at, "โดรนถ่ายภาพ")]
        assert repos.gaps.asked_since(searched.at) == [AskedGap(searched.at, "โดรนถ่ายภาพ")]
