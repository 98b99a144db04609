"""Open contacts without pixels: drafts, tabs, saving, logging and taking back."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.domain.contacts import Channel, Contact, Feedback, Outcome
from frontdesk.domain.drafts import Draft, begin, finished
from frontdesk.domain.errors import DeskError
from frontdesk.ui.pages.desk.autosave import LONGEST_MS, PAUSE_MS
from frontdesk.ui.pages.desk.session import DeskSession
from frontdesk.ui.tasks import Tasks

NOW = datetime(2026, 11, 20, 3, 42, tzinfo=UTC)


class FixedClock:
    def now(self) -> datetime:
        return NOW

    def today(self) -> date:
        return date(2026, 11, 20)


class MemoryLog:
    """The contact log in memory, with the rules of the real one."""

    def __init__(self) -> None:
        self.stored: dict[str, Draft] = {}
        self.saves: list[Draft] = []
        self.contacts: dict[str, Contact] = {}
        self.withdrawn: list[str] = []
        self.broken = False

    def log(self, draft: Draft, outcome: Outcome) -> Contact:
        if self.broken:
            raise DeskError("disk_full")
        contact = finished(draft, outcome, NOW)
        self.contacts.setdefault(contact.id, contact)
        self.stored.pop(draft.id, None)
        return contact

    def withdraw(self, contact_id: str, by: str) -> None:
        self.withdrawn.append(contact_id)

    def save_draft(self, draft: Draft) -> Draft:
        self.saves.append(draft)
        self.stored[draft.id] = draft
        if draft.blank:
            del self.stored[draft.id]
        return draft

    def drop_draft(self, draft_id: str) -> None:
        self.stored.pop(draft_id, None)

    def drafts(self, staff: str = "") -> list[Draft]:
        return [draft for draft in self.stored.values() if draft.staff == staff]


class Desk:
    """A session, its log, and the steps that tests repeat."""

    def __init__(self, qtbot: QtBot, log: MemoryLog, tasks: Tasks) -> None:
        self.qtbot, self.log, self.tasks = qtbot, log, tasks
        self.session = DeskSession(log, FixedClock(), tasks)
        self.sign_in("desk-a")

    def sign_in(self, staff: str) -> None:
        self.session.sign_in(staff)
        self.settle()

    def settle(self) -> None:
        """Wait until the data thread has done everything asked so far."""
        seen: list[bool] = []
        self.tasks.run(lambda: True, seen.append)
        self.qtbot.waitUntil(lambda: bool(seen))

    def type(self, text: str) -> None:
        for end in range(1, len(text) + 1):
            self.session.type_query(text[:end])

    def saved(self, act: Callable[[], None]) -> None:
        with self.qtbot.waitSignal(self.session.saved):
            act()

    @property
    def draft(self) -> Draft:
        assert self.session.draft is not None
        return self.session.draft


@pytest.fixture
def tasks(qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


@pytest.fixture
def desk(qtbot: QtBot, tasks: Tasks) -> Desk:
    return Desk(qtbot, MemoryLog(), tasks)


def test_the_first_key_begins_a_contact_and_it_is_saved_after_a_pause(desk: Desk) -> None:
    assert desk.session.draft is None
    desk.saved(lambda: desk.session.type_query("บ"))
    assert desk.draft.started_at == NOW
    assert desk.log.stored[desk.draft.id].query == "บ"
    assert PAUSE_MS < 500


def test_it_is_saved_while_typing_goes_on_without_a_pause(desk: Desk) -> None:
    words = iter(range(10_000))

    def another_key() -> bool:
        desk.session.set_note(f"โน้ต {next(words)}")
        return bool(desk.log.saves)

    desk.qtbot.waitUntil(another_key, timeout=4000)
    assert LONGEST_MS < 1000


def test_everything_comes_back_after_a_crash(desk: Desk, qtbot: QtBot, tasks: Tasks) -> None:
    desk.type("บัตรหาย")
    desk.session.set_number("081-234-5678")
    desk.session.set_person("p-1")
    desk.saved(lambda: desk.session.set_note("รอหน้าห้อง"))
    again = Desk(qtbot, desk.log, tasks)
    assert again.draft == desk.draft
    assert (again.draft.query, again.draft.number, again.draft.person_id) == ("บัตรหาย", "081-234-5678", "p-1")


def test_the_newest_draft_is_in_hand_and_the_others_wait(qtbot: QtBot, tasks: Tasks) -> None:
    log = MemoryLog()
    old = replace(begin("desk-a", NOW - timedelta(hours=1)), query="ที่จอดรถ")
    new = replace(begin("desk-a", NOW), query="เวลาเยี่ยม")
    other = replace(begin("desk-b", NOW), query="ของคนอื่น")
    log.stored = {d.id: d for d in (new, old, other)}
    desk = Desk(qtbot, log, tasks)
    assert desk.draft == new
    assert desk.session.waiting == (old,)


def test_another_number_is_another_caller(desk: Desk) -> None:
    desk.session.set_number("081-234-5678")
    desk.session.set_person("p-1")
    desk.session.set_number("081-234-5678")
    assert desk.draft.person_id == "p-1"
    desk.session.set_number("089-765-4321")
    assert desk.draft.person_id == ""


def test_a_person_brings_a_number_only_where_none_is_known(desk: Desk) -> None:
    desk.session.set_person("p-1", "081-234-5678")
    assert desk.draft.number == "081-234-5678"
    desk.session.set_person("p-2", "089-765-4321")
    assert desk.draft.number == "081-234-5678"


def test_an_answer_used_gives_topic_words_and_time(desk: Desk) -> None:
    desk.type("บัตรหาย")
    desk.session.use("MRD-01", "บัตรประจำตัวผู้ป่วยหาย")
    desk.session.use("UC-02", "สิทธิบัตรทอง")
    assert desk.draft.topic == "บัตรประจำตัวผู้ป่วยหาย"
    assert desk.draft.articles == ("MRD-01", "UC-02")
    assert desk.draft.queries == ("บัตรหาย",)
    assert desk.draft.answered_at == NOW


def test_a_typed_topic_stays(desk: Desk) -> None:
    desk.session.set_topic("ถามเรื่องบัตร")
    desk.session.use("MRD-01", "บัตรประจำตัวผู้ป่วยหาย")
    assert desk.draft.topic == "ถามเรื่องบัตร"


@pytest.mark.parametrize("outcome", list(Outcome))
def test_logging_frees_the_desk_and_drops_the_draft(desk: Desk, outcome: Outcome) -> None:
    desk.saved(lambda: desk.session.type_query("lost card"))
    with desk.qtbot.waitSignal(desk.session.logged) as logged:
        desk.session.finish(outcome)
        assert desk.session.draft is None
    contact = logged.args[0]
    assert (contact.outcome, contact.queries) == (outcome, ("lost card",))
    assert desk.log.stored == {}


def test_a_failed_log_brings_the_contact_back(desk: Desk) -> None:
    desk.session.type_query("บัตรหาย")
    draft, desk.log.broken = desk.draft, True
    with desk.qtbot.waitSignal(desk.session.failed) as failed:
        desk.session.finish(Outcome.ANSWERED)
        desk.session.type_query("คนต่อไป")
    assert failed.args[0].code == "disk_full"
    assert desk.draft == draft
    assert [d.query for d in desk.session.waiting] == ["คนต่อไป"]


def test_undo_withdraws_and_reopens_under_a_new_id(desk: Desk) -> None:
    desk.session.type_query("บัตรหาย")
    first = desk.draft
    with desk.qtbot.waitSignal(desk.session.logged):
        desk.session.finish(Outcome.ANSWERED)
    assert desk.session.can_undo
    with desk.qtbot.waitSignal(desk.session.withdrawn):
        desk.session.undo()
    assert desk.log.withdrawn == [first.id]
    assert desk.draft == replace(first, id=desk.draft.id)
    assert desk.draft.id != first.id
    with desk.qtbot.waitSignal(desk.session.logged):
        desk.session.finish(Outcome.OTHER)
    assert len(desk.log.contacts) == 2


def test_undo_after_the_next_contact_began_keeps_both(desk: Desk) -> None:
    desk.session.type_query("บัตรหาย")
    with desk.qtbot.waitSignal(desk.session.logged):
        desk.session.finish(Outcome.ANSWERED)
    desk.session.type_query("ที่จอดรถ")
    with desk.qtbot.waitSignal(desk.session.withdrawn):
        desk.session.undo()
    assert desk.draft.query == "บัตรหาย"
    assert [d.query for d in desk.session.waiting] == ["ที่จอดรถ"]


def test_nothing_to_undo_after_a_while(desk: Desk) -> None:
    desk.session.type_query("x")
    with desk.qtbot.waitSignal(desk.session.logged):
        desk.session.finish(Outcome.ANSWERED)
    desk.session.forget_undo()
    desk.session.undo()
    desk.settle()
    assert desk.log.withdrawn == []


def test_next_puts_aside_and_open_takes_back(desk: Desk) -> None:
    desk.session.type_query("บัตรหาย")
    first = desk.draft
    desk.session.next()
    assert desk.session.draft is None
    assert desk.session.waiting == (first,)
    desk.session.type_query("ที่จอดรถ")
    second = desk.draft
    desk.session.open(first.id)
    assert desk.draft == first
    assert desk.session.waiting == (second,)
    desk.settle()
    assert set(desk.log.stored) == {first.id, second.id}


def test_next_on_an_empty_desk_leaves_no_tab(desk: Desk) -> None:
    desk.session.next()
    desk.session.set_channel(Channel.WALK_IN)
    desk.session.next()
    desk.settle()
    assert desk.session.waiting == ()
    assert desk.log.stored == {}


def test_a_channel_begins_a_contact_and_discard_ends_a_blank_one(desk: Desk) -> None:
    desk.session.set_channel(Channel.FAX)
    assert desk.draft.channel is Channel.FAX
    desk.session.discard()
    assert desk.session.draft is None


def test_discard_never_drops_words(desk: Desk) -> None:
    desk.session.type_query("บัตร")
    desk.session.discard()
    assert desk.draft.query == "บัตร"


def test_switching_users_keeps_the_others_draft(desk: Desk) -> None:
    desk.session.type_query("ของฉัน")
    mine = desk.draft
    desk.sign_in("desk-b")
    assert desk.session.draft is None
    desk.sign_in("desk-a")
    assert desk.draft == mine


def test_signs_that_go_on_and_off(desk: Desk) -> None:
    desk.session.type_query("ชาร์จรถไฟฟ้า")
    desk.session.could_not_answer()
    desk.session.flag("MRD-01")
    desk.session.set_feedback(Feedback.COMPLAINT)
    assert (desk.draft.unanswered, desk.draft.flagged) == (True, ("MRD-01",))
    assert desk.draft.queries == ("ชาร์จรถไฟฟ้า",)
    assert desk.draft.feedback is Feedback.COMPLAINT
    desk.session.could_not_answer()
    desk.session.flag("MRD-01")
    desk.session.set_feedback(Feedback.COMPLAINT)
    off = desk.draft
    assert (off.unanswered, off.flagged, off.feedback) == (False, (), None)


def test_closing_writes_what_was_not_saved_yet(desk: Desk, tasks: Tasks) -> None:
    desk.session.type_query("คำสุดท้าย")
    desk.session.close()
    tasks.close()
    assert desk.log.stored[desk.draft.id].query == "คำสุดท้าย"
