"""Drafts, staff, the site: what is read and written whole."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from frontdesk.domain.contacts import Channel, Feedback
from frontdesk.domain.drafts import Draft, begin
from frontdesk.domain.ids import new_id
from frontdesk.domain.languages import Language
from frontdesk.domain.site import Site
from frontdesk.domain.staff import Particle, PinRecord, Role, Staff
from frontdesk.storage.database import Database

from .conftest import MORNING


def test_a_draft_keeps_every_word(database: Database) -> None:
    draft = Draft(
        id=new_id(),
        started_at=MORNING,
        staff="อรอนงค์",
        channel=Channel.WALK_IN,
        query="บัตรหา",
        number="๐๘๑-๒๓๔",
        person_id=new_id(),
        topic="บัตรหาย",
        topic_typed=True,
        note="ผู้ป่วย “สูงอายุ”\nรอที่ช่อง 3",
        articles=("MRD-01",),
        queries=("บัตร", "[y9i"),
        unanswered=True,
        flagged=("MRD-01",),
        feedback=Feedback.COMPLAINT,
        answered_at=MORNING + timedelta(seconds=9, microseconds=1),
        updated_at=datetime(2026, 11, 20, 4, tzinfo=UTC),
    )
    with database.write() as repos:
        repos.drafts.save(draft)
    with database.read() as repos:
        assert repos.drafts.all() == [draft]


def test_a_draft_is_replaced_and_dropped(database: Database) -> None:
    first, second = begin("ก", MORNING), begin("ข", MORNING + timedelta(minutes=1))
    third = begin("ก", MORNING - timedelta(minutes=1))
    with database.write() as repos:
        for draft in (first, second, third, replace(first, note="ต่อ")):
            repos.drafts.save(draft)
        assert repos.drafts.all() == [third, replace(first, note="ต่อ"), second]
        assert repos.drafts.of_staff("ก") == [third, replace(first, note="ต่อ")]
        repos.drafts.drop(first.id)
        repos.drafts.drop("none")
        assert repos.drafts.all() == [third, second]


SOMCHAI = Staff(new_id(), "somchai", "สมชาย ใจดี", "ชาย", "Somchai", Role.GUARD, Language.EN, Particle.KHRAP, True)


def test_staff_come_back_with_their_pin(database: Database) -> None:
    locked = PinRecord("$argon2id$...", 5, MORNING)
    with database.write() as repos:
        repos.staff.save(SOMCHAI)
        assert repos.staff.pin(SOMCHAI.id) is None
        repos.staff.set_pin(SOMCHAI.id, locked)
    with database.write() as repos:
        assert repos.staff.get(SOMCHAI.id) == repos.staff.by_code("somchai") == SOMCHAI
        assert repos.staff.pin(SOMCHAI.id) == locked
        repos.staff.set_pin(SOMCHAI.id, PinRecord("new"))
        repos.staff.save(replace(SOMCHAI, name="สมชัย"))
        assert repos.staff.pin(SOMCHAI.id) == PinRecord("new")
        assert [one.name for one in repos.staff.all()] == ["สมชัย"]
        assert repos.staff.get("none") is repos.staff.by_code("none") is None


def test_the_site_is_one_row(database: Database) -> None:
    with database.write() as repos:
        assert repos.site.get() == Site()
        repos.site.save(Site("โรงพยาบาล", "Hospital", "สวัสดี{particle} {name}", "Hello"))
        repos.site.save(Site("โรงพยาบาลใหม่"))
        assert repos.site.get() == Site("โรงพยาบาลใหม่")
