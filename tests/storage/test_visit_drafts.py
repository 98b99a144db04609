from dataclasses import replace
from datetime import UTC, datetime, timedelta

from frontdesk.domain.typed_visits import TypedVisit, VisitDraft, VisitForm
from frontdesk.domain.visit_repeats import Repeat
from frontdesk.storage.database import Database

AT = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)
TYPED = TypedVisit("วิชัย ทองดี", "ACME", names="เอก\nโท", repeat=Repeat.WEEKDAYS, host_id="h")


def test_forms_are_kept_whole_and_oldest_first(database: Database) -> None:
    older = VisitDraft("b", "orn", AT, VisitForm.EXPECTED, TYPED)
    newer = VisitDraft("a", "orn", AT + timedelta(seconds=1), VisitForm.ARRIVAL, TypedVisit("\ud83d ผิด"))
    with database.write() as repos:
        for draft in (newer, older, VisitDraft("c", "chai", AT)):
            repos.visit_drafts.save(draft)
    with database.read() as repos:
        found = repos.visit_drafts.of_staff("orn")
    assert found[0] == older
    assert found[1].typed.name == "? ผิด"


def test_a_form_is_replaced_and_dropped(database: Database) -> None:
    draft = VisitDraft("a", "orn", AT, VisitForm.ARRIVAL, TYPED)
    with database.write() as repos:
        repos.visit_drafts.save(draft)
        repos.visit_drafts.save(replace(draft, typed=replace(TYPED, plate="กก 1")))
        assert [one.typed.plate for one in repos.visit_drafts.of_staff("orn")] == ["กก 1"]
        repos.visit_drafts.drop("a")
        assert repos.visit_drafts.of_staff("orn") == []
