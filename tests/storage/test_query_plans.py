"""Look-ups go down an index: what is fast with 20 people is fast with a million."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import event

import frontdesk.storage.promise_tables
import frontdesk.storage.visit_tables  # noqa: F401 so that these count among the large ones
from frontdesk.domain.contacts import Feedback, Outcome
from frontdesk.services.visit_record import VisitKeys
from frontdesk.services.wanted_contacts import WantedContacts, Whose
from frontdesk.storage.database import Database, open_database
from frontdesk.storage.repositories import SqlRepositories
from frontdesk.storage.table_parts import metadata

from .conftest import MORNING

LARGE = metadata.tables.keys() - {"withdrawals"}

FEW = {"ix_visits_inside", "ix_held_cards_slot", "ix_shift_entries_follow_up"}
"""Partial indexes of who is inside, which cards are held, what waits: however many years there are, these are few."""

LookUp = Callable[[SqlRepositories], object]
LOOK_UPS: list[tuple[str, LookUp]] = [
    ("digits", lambda r: r.people.ids_by_digits("081", 9)),
    ("last digits", lambda r: r.people.ids_by_digits_end("678", 9)),
    ("exact number", lambda r: r.people.ids_by_exact_number("0812345678")),
    ("exact extension", lambda r: r.people.ids_by_exact_number("", "2500")),
    ("both names", lambda r: r.people.called(["สุดา"], ["ใจดี"], 9)),
    ("given", lambda r: r.people.ids_by_given(["สุดา"], 9)),
    ("family", lambda r: r.people.ids_by_family(["ใจดี"], 9)),
    ("beginning of given", lambda r: r.people.ids_by_name_prefix("สุ", "", 9)),
    ("beginning of family", lambda r: r.people.ids_by_name_prefix("", "ใจ", 9)),
    ("both beginnings", lambda r: r.people.ids_by_name_prefix("สุ", "ใจ", 9)),
    ("joined", lambda r: r.people.ids_by_joined_prefix("สุดาใจ", 9)),
    ("given and beginning", lambda r: r.people.ids_by_given_and(["สุดา", "มานพ"], "ใจ", 9)),
    ("family and beginning", lambda r: r.people.ids_by_family_and(["ใจดี"], "สุ", 9)),
    ("nickname and family", lambda r: r.people.ids_by_alias_and("ดา", "ใจ", 9)),
    ("last contacts", lambda r: r.people.last_contacts(["x", "y"])),
    ("digits inside", lambda r: r.people.ids_by_numbers(["0812345678"], 9)),
    ("organisations", lambda r: r.people.ids_in_organisations([1, 2], 9)),
    ("alias", lambda r: r.people.ids_by_alias("ดา", 9)),
    ("code", lambda r: r.people.ids_by_key("p-1", 9)),
    ("those sent", lambda r: r.people.referred_by("x")),
    ("those stood in for", lambda r: r.people.deputised_by(["ดา"])),
    ("aliases", lambda r: r.people.aliases("ดา", 9)),
    ("person by code", lambda r: r.people.by_code("P-1")),
    ("people by id", lambda r: r.people.by_ids(["x", "y"])),
    ("article by code", lambda r: r.articles.by_code("A-1")),
    ("contacts of a person", lambda r: r.contacts.of_person("x", 5)),
    ("contacts of a number", lambda r: r.contacts.of_digits("0812345678", 5)),
    ("those somebody sent", lambda r: r.people.referred_by("x")),
    ("those somebody stands in for", lambda r: r.people.deputised_by(["S-1", "วรรณา"])),
    ("figures", lambda r: r.contacts.figures("x")),
    ("last contact", lambda r: r.contacts.last_contact_of(["x", "y"])),
    ("uses", lambda r: r.contacts.uses_since("A-1", MORNING)),
    ("answers used last", lambda r: r.contacts.recent_articles("x", 5)),
    ("contacts between", lambda r: list(r.contacts.between(MORNING, None))),
    ("learned words", lambda r: r.answer_words.strongest(["บัตร", "หาย"])),
    ("words of an answer", lambda r: r.answer_words.of_article("x", "A-1")),
    ("missed words of an answer", lambda r: r.answer_words.missed("A-1")),
    ("missed words", lambda r: r.answer_words.missed()),
    ("decisions", lambda r: r.answer_words.marks(["A-1"])),
    ("names on file", lambda r: r.answer_words.names_on_file(["สุดา"])),
    ("drafts", lambda r: r.drafts.of_staff("x")),
    ("merges into somebody", lambda r: r.merges.into("x")),
    ("merged people", lambda r: r.merges.members("x")),
    ("survivors", lambda r: r.merges.survivors(["x", "y"])),
    ("contacts of nobody", lambda r: r.attributions.nobodys("0812345678")),
    ("versions", lambda r: r.people.versions("x")),
    ("log by person", lambda r: r.browsing.beginning(WantedContacts(person=Whose(("x",))), 9)),
    ("log by last digits", lambda r: r.browsing.beginning(WantedContacts(person=Whose(digits="5678", whole=False)), 9)),
    ("log by outcome", lambda r: r.browsing.beginning(WantedContacts(outcomes=(Outcome.DROPPED,)), 9)),
    ("log by feedback", lambda r: r.browsing.beginning(WantedContacts(feedback=Feedback.COMPLAINT), 9)),
    ("visits expected", lambda r: r.visits.expected(MORNING.date(), 9)),
    ("how many are expected", lambda r: r.visits.expected_count(MORNING.date())),
    ("who was due last night", lambda r: r.visits.due_since(MORNING.date(), MORNING, 9)),
    ("how many are late", lambda r: r.visits.late_count(MORNING.date(), MORNING)),
    ("who is inside", lambda r: r.visits.inside(9)),
    ("who is inside in time", lambda r: r.visits.inside(9, within=MORNING)),
    ("who stays too long", lambda r: r.visits.overdue(MORNING, 9)),
    ("how many are inside", lambda r: r.visits.inside_count(MORNING)),
    ("who came and left", lambda r: r.visits.ended_count(MORNING, MORNING)),
    ("a day of visits", lambda r: r.visits.of_day(MORNING.date())),
    ("a day counted", lambda r: r.visits.counts(MORNING.date(), MORNING, MORNING)),
    ("who was in the house", lambda r: r.visits.in_house_between(MORNING, MORNING)),
    ("known visitors", lambda r: r.visits.known(VisitKeys("สุดา", "st", "กก1", "081", "x"), 9)),
    ("a visitor's name begun", lambda r: r.visits.begun_name("สุ", 9)),
    ("a scanned badge", lambda r: r.visits.by_token("x")),
    ("visits of a person", lambda r: r.visits.of_person("x", 9)),
    ("visits of a number", lambda r: r.visits.of_digits("081", 9)),
    ("visits that repeat", lambda r: r.visits.of_series("x", MORNING.date())),
    ("visits of a group", lambda r: r.visits.of_group("x")),
    ("visits of a file", lambda r: r.visits.of_batch("x")),
    ("what happened to a visit", lambda r: r.visits.steps("x")),
    ("what happened since", lambda r: r.visits.changed_since(9)),
    ("cards held", lambda r: r.cards.open()),
    ("a slot", lambda r: r.cards.in_slot("14")),
    ("cards of visits", lambda r: r.cards.of_visits(["x"])),
    ("the log of a shift", lambda r: r.shift_log.between(MORNING, MORNING)),
    ("what waits", lambda r: r.shift_log.open()),
    ("people's revision", lambda r: r.people.revision()),
]


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    """One for all: nothing is written here."""
    opened = open_database(tmp_path_factory.mktemp("plans") / "frontdesk.db")
    yield opened
    opened.close()


@pytest.mark.parametrize("look_up", [case[1] for case in LOOK_UPS], ids=[case[0] for case in LOOK_UPS])
def test_no_look_up_reads_a_whole_table(database: Database, look_up: LookUp) -> None:
    asked: list[str] = []
    with database.read() as repos:
        driver: Any = repos.connection.connection.driver_connection
        driver.set_trace_callback(asked.append)
        look_up(repos)
        driver.set_trace_callback(None)
    queries = [query for query in asked if query.startswith("SELECT")]
    assert queries
    with database.engine.connect() as connection:
        for query in queries:
            plan = [row[3] for row in connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}")]
            assert not _whole(plan), plan


@pytest.mark.parametrize("look_up", [case[1] for case in LOOK_UPS], ids=[case[0] for case in LOOK_UPS])
def test_an_index_is_known_to_serve_before_the_values_are(database: Database, look_up: LookUp) -> None:
    """A partial index serves only where its condition stands in the words of the query, not in a value beside it."""
    asked: list[tuple[str, Any]] = []

    def note(_c: object, _cursor: object, statement: str, values: Any, _context: object, _many: bool) -> None:
        asked.append((statement, values))

    with database.read() as repos:
        event.listen(database.engine, "before_cursor_execute", note)
        look_up(repos)
        event.remove(database.engine, "before_cursor_execute", note)
        for query, values in [one for one in asked if one[0].startswith("SELECT")]:
            rows = repos.connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {query}", values)
            plan = [row[3] for row in rows]
            assert not _whole(plan), plan


def _whole(plan: list[str]) -> list[str]:
    """Return the steps that read a whole table, or a whole index that holds more than what stands now."""
    scans = [step for step in plan if step.startswith("SCAN") and step.split()[1] in LARGE]
    return [step for step in scans if not FEW & set(step.split())]
