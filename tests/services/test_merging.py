"""People who proved to be one: nothing is lost, and everything can be parted again."""

import csv
from dataclasses import replace
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.drafts import begin
from frontdesk.domain.errors import DeskError
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Handle, HandleKind, PartialDate, Person, QuickFact
from frontdesk.importing.writers import FileTableWriter
from frontdesk.services.contact_log import ContactLog, Entry
from frontdesk.services.data_export import DataExport
from frontdesk.services.merging import Merging
from frontdesk.services.people_book import PeopleBook
from frontdesk.services.people_lookup import PeopleLookup
from frontdesk.storage.database import Database, open_database

from .conftest import StillClock

SUDA = Person(
    "a", "P-1", "สุดา", "ใจดี", nickname="ดา", email="suda@example.org", note="พูดช้า ๆ", birthday=PartialDate(1, 16),
    numbers=(parse_number("081-234-5678"),), facts=(QuickFact("เครื่องดื่ม", "ชาร้อน"),), organisation="ธารบุรี",
)  # fmt: skip
SUTHIDA = Person(
    "b", "P-2", "สุธิดา", "ใจดี", nickname="ดาว", email="dao@example.org", line="dao.j", note="โทรหลังเที่ยง",
    numbers=(parse_number("0812345678"), parse_number("02-999-1234 ต่อ 25")), plate="1กก 1234",
    facts=(QuickFact("เครื่องดื่ม", "กาแฟ"),), organisation="เมืองธาร", purchases=2, last_purchase=date(2026, 3, 1),
)  # fmt: skip
DAO = Person("c", "P-3", "ดาว", numbers=(parse_number("089-765-4321"),), birthday=PartialDate(1, 17), purchases=1)
FRIEND = Person("d", "P-4", "มานพ", "แสนดี", referred_by="b")


@pytest.fixture
def log(storage: Database, clock: StillClock) -> ContactLog:
    """A record with one contact of P-1, three of P-2 and one of P-3."""
    with storage.write() as repos:
        repos.people.save_many((SUDA, SUTHIDA, DAO, FRIEND), "test")
    log = ContactLog(storage, clock)
    for code in ("P-1", "P-2", "P-2", "P-2", "P-3"):
        clock.move(minutes=1)
        log.enter(Entry(Channel.PHONE, Outcome.PROMISED, person=code), "อร")
    return log


@pytest.fixture
def merging(storage: Database, clock: StillClock, log: ContactLog) -> Merging:
    clock.move(minutes=1)
    return Merging(storage, clock)


def on_file(storage: Database, person_id: str) -> Person:
    with storage.read() as repos:
        person = repos.people.get(person_id)
    assert person is not None
    return person


def total(storage: Database, person_id: str) -> int:
    with storage.read() as repos:
        return repos.contacts.figures(person_id).total


def test_the_preview_shows_what_is_kept_and_changes_nothing(merging: Merging, storage: Database) -> None:
    preview = merging.preview(["a", "b"])
    assert [one.id for one in preview.people] == ["b", "a"]
    assert preview.contacts == (3, 1)
    assert [(c.field, c.kept, c.others) for c in preview.conflicts] == [("organisation", "เมืองธาร", ("ธารบุรี",))]
    assert preview.referred == 0
    assert merging.preview(["a", "b", "c"]).referred == 0
    assert (on_file(storage, "a"), on_file(storage, "b")) == (SUDA, SUTHIDA)


def test_everything_of_both_is_on_the_card_that_stays(merging: Merging, storage: Database, clock: StillClock) -> None:
    merging.merge(["a", "b"], "อร")
    assert on_file(storage, "b") == replace(
        SUTHIDA,
        numbers=(*SUTHIDA.numbers,),
        aliases=("สุดา ใจดี", "ดา"),
        handles=(Handle(HandleKind.EMAIL, "suda@example.org"), Handle(HandleKind.CODE, "P-1")),
        facts=(*SUTHIDA.facts, *SUDA.facts),
        note="โทรหลังเที่ยง\nพูดช้า ๆ",
        birthday=SUDA.birthday,
        updated_at=clock.now(),
    )
    gone = on_file(storage, "a")
    assert gone.archived
    assert total(storage, "b") == 4
    with storage.read() as repos:
        assert repos.people.versions("b")[0][1:] == ("อร", SUTHIDA)
        assert repos.people.count() == 3


@pytest.mark.parametrize("typed", ["P-1", "0812345678", "สุดา ใจดี", "สุดา", "ดา", "suda@example.org", "ใจดี สุดา"])
def test_whatever_led_to_the_merged_one_leads_to_the_survivor(merging: Merging, storage: Database, typed: str) -> None:
    merging.merge(["a", "b"], "อร")
    assert "b" in [match.person.id for match in PeopleLookup(storage).find(typed).people]


def test_the_old_code_logs_to_the_survivor(merging: Merging, log: ContactLog, storage: Database) -> None:
    merging.merge(["a", "b"], "อร")
    contact = log.enter(Entry(Channel.LINE, Outcome.ANSWERED, person="P-1"), "อร")
    assert (contact.person_id, contact.person_code, contact.person_name) == ("b", "P-2", "สุธิดา ใจดี")
    begun = replace(begin("อร", contact.at), person_id="a", note="เปิดไว้ก่อนรวม")
    assert log.log(begun, Outcome.ANSWERED).person_id == "b"
    assert total(storage, "b") == 6


def test_the_book_opens_the_survivor(merging: Merging, storage: Database, clock: StillClock) -> None:
    merging.merge(["a", "b"], "อร")
    book = PeopleBook(storage, clock)
    card, by_code = book.card("a"), book.by_code("P-1")
    assert card is not None
    assert by_code is not None
    assert (card.person.id, card.figures.total, len(card.promises), by_code.id) == ("b", 4, 4, "b")


def test_whom_the_merged_one_sent_was_sent_by_the_survivor(
    merging: Merging, storage: Database, log: ContactLog
) -> None:
    for _ in range(5):
        log.enter(Entry(Channel.PHONE, Outcome.ANSWERED, person="P-1"), "อร")
    assert merging.preview(["a", "b"]).referred == 1
    merge = merging.merge(["a", "b"], "อร")
    assert merge.into_id == "a"
    assert on_file(storage, "d").referred_by == "a"
    merging.undo(merge.id, "อร")
    assert on_file(storage, "d") == FRIEND


def test_three_become_one_and_part_again(merging: Merging, storage: Database) -> None:
    merge = merging.merge(["a", "b", "c"], "อร")
    survivor = on_file(storage, "b")
    assert [one.digits for one in survivor.numbers] == ["0812345678", "029991234", "0897654321"]
    assert survivor.purchases == 3
    assert total(storage, "b") == 5
    assert merging.past("b") == [merge] == merging.latest()
    merging.undo(merge.id, "อร")
    assert [on_file(storage, one) for one in "abc"] == [SUDA, SUTHIDA, DAO]
    assert [total(storage, one) for one in "abc"] == [1, 3, 1]
    assert merging.past("b") == merging.latest() == []


def test_contacts_since_the_merge_stay_with_the_survivor(merging: Merging, storage: Database, log: ContactLog) -> None:
    merge = merging.merge(["a", "b"], "อร")
    for code in ("P-1", "P-2"):
        log.enter(Entry(Channel.PHONE, Outcome.ANSWERED, person=code), "อร")
    merging.undo(merge.id, "อร")
    assert [total(storage, one) for one in "ab"] == [1, 5]


def test_a_survivor_can_be_merged_again(merging: Merging, storage: Database, log: ContactLog) -> None:
    for _ in range(5):
        log.enter(Entry(Channel.PHONE, Outcome.ANSWERED, person="P-3"), "อร")
    first = merging.merge(["a", "b"], "อร")
    second = merging.merge(["b", "c"], "สมชาย")
    assert (first.into_id, second.into_id) == ("b", "c")
    assert total(storage, "c") == 10
    assert log.enter(Entry(Channel.PHONE, Outcome.ANSWERED, person="P-1"), "อร").person_id == "c"
    assert {"P-1", "P-2"} == {one.value for one in on_file(storage, "c").handles if one.kind is HandleKind.CODE}
    with pytest.raises(DeskError, match="merged_again"):
        merging.undo(first.id, "อร")
    merging.undo(second.id, "อร")
    assert [total(storage, one) for one in "bc"] == [4, 7]
    merging.undo(first.id, "อร")
    assert [on_file(storage, one) for one in "abc"] == [SUDA, SUTHIDA, DAO]
    assert [total(storage, one) for one in "abc"] == [1, 3, 7]


def test_two_merges_into_one_part_in_either_order(merging: Merging, storage: Database) -> None:
    first, second = merging.merge(["a", "b"], "อร"), merging.merge(["b", "c"], "อร")
    merging.undo(first.id, "อร")
    assert total(storage, "b") == 4
    assert [one.digits for one in on_file(storage, "b").numbers] == ["0812345678", "029991234", "0897654321"]
    merging.undo(second.id, "อร")
    assert [replace(on_file(storage, one), updated_at=None) for one in "abc"] == [SUDA, SUTHIDA, DAO]


def test_what_was_changed_since_stays_changed(merging: Merging, storage: Database, clock: StillClock) -> None:
    merge = merging.merge(["a", "b"], "อร")
    clock.move(hours=1)
    later = on_file(storage, "b")
    number = parse_number("02-111-2222")
    changed = replace(
        later, numbers=(*later.numbers, number), note=f"{later.note}\nมาวันจันทร์", room="5", given_name="สุธิดาพร",
        updated_at=clock.now(),
    )  # fmt: skip
    with storage.write() as repos:
        repos.people.save(changed, "สมชาย")
    merging.undo(merge.id, "อร")
    assert on_file(storage, "a") == SUDA
    assert on_file(storage, "b") == replace(
        SUTHIDA,
        numbers=(*SUTHIDA.numbers, number),
        note="โทรหลังเที่ยง\nมาวันจันทร์",
        room="5",
        given_name="สุธิดาพร",
        updated_at=clock.now(),
    )


def test_a_merge_is_undone_once(merging: Merging) -> None:
    merge = merging.merge(["a", "b"], "อร")
    merging.undo(merge.id, "อร")
    for wrong in (merge.id, "none"):
        with pytest.raises(DeskError, match="merge_undone"):
            merging.undo(wrong, "อร")


@pytest.mark.parametrize("ids", [[], ["a"], ["a", "a"], ["a", "nobody"]])
def test_one_is_no_merge(merging: Merging, ids: list[str]) -> None:
    for act in (merging.preview, lambda ids: merging.merge(ids, "อร")):
        with pytest.raises(DeskError, match="merge_too_few"):
            act(ids)


def test_somebody_merged_is_not_merged_again(merging: Merging) -> None:
    merging.merge(["a", "b"], "อร")
    with pytest.raises(DeskError, match="merge_too_few"):
        merging.merge(["a", "c"], "อร")


def export(storage: Database, folder: Path) -> list[list[str]]:
    """Return every cell that an export writes, and everybody who is on file."""
    cells: list[list[str]] = []
    for kind in ("people", "contacts"):
        file = folder / f"{kind}.csv"
        DataExport(storage, FileTableWriter()).export(kind, file)
        cells += csv.reader(StringIO(file.read_text("utf-8-sig")))
    with storage.read() as repos:
        return cells + [[repr(person)] for person in repos.people.all()]


words = st.sampled_from(["", "สุดา", "ศุดา", "Suda", "ใจดี", "ดา", "สุดา ใจดี", "น้ำ"])
numbers = st.lists(st.sampled_from(["0812345678", "081-234-5678", "2500", "02-123-4567 ต่อ 2"]), max_size=3)
someone = st.fixed_dictionaries(
    {
        "family_name": words, "nickname": words, "romanised": words, "email": words, "line": words, "note": words,
        "plate": words, "organisation": words, "aliases": st.lists(words.filter(bool), max_size=3).map(tuple),
        "numbers": numbers.map(lambda given: tuple(map(parse_number, given))), "purchases": st.integers(0, 3),
        "referred_by": st.sampled_from(["", "p0", "p1", "p2", "p3"]),
        "birthday": st.sampled_from([None, PartialDate(2, 29), PartialDate(1, 1, 1990)]),
        "facts": st.lists(st.builds(QuickFact, words, words), max_size=2).map(tuple),
    }
)  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(someone, min_size=4, max_size=4), st.permutations(["p0", "p1", "p2", "p3"]), st.integers(2, 4))
def test_merged_and_undone_is_as_if_nothing_had_been(
    tmp_path_factory: pytest.TempPathFactory, people: list[dict[str, object]], order: list[str], count: int
) -> None:
    folder, clock = tmp_path_factory.mktemp("desk"), StillClock()
    storage = open_database(folder / "desk.db")
    try:
        merging = Merging(storage, clock)
        with storage.write() as repos:
            given = (Person(f"p{n}", f"P-{n}", "สุดา", **one) for n, one in enumerate(people))  # type: ignore[arg-type]
            repos.people.save_many(given, "test")
        for n in (0, 1, 1, 3):
            ContactLog(storage, clock).enter(Entry(Channel.PHONE, Outcome.ANSWERED, person=f"P-{n}"), "อร")
        before = export(storage, folder)
        first = merging.merge(order[:2], "อร")
        rest = [first.into_id, *order[2:count]]
        second = merging.merge(rest, "อร") if len(rest) > 1 else None
        assert export(storage, folder) != before
        for merge in filter(None, (second, first)):
            merging.undo(merge.id, "อร")
        assert export(storage, folder) == before
    finally:
        storage.close()
