"""Tests of keeping the watch list and of looking arrivals up in it, on a real database."""

from dataclasses import replace
from datetime import date, timedelta
from time import process_time

import pytest

from frontdesk.domain.audit import AuditKind
from frontdesk.domain.errors import DeskError
from frontdesk.domain.people import Person
from frontdesk.domain.staff import Role, Staff
from frontdesk.domain.watch_list import Advice, Decision, How, Watched, WatchKind
from frontdesk.services.erasing import Erasing
from frontdesk.services.watch_list import KEPT_AFTER_END, WatchList
from frontdesk.storage.database import Database

from .conftest import StillClock

NUMBER = "081-234-5678"


@pytest.fixture
def watch(storage: Database, clock: StillClock) -> WatchList:
    with storage.write() as repos:
        for key, role in (("guard", Role.GUARD), ("chief", Role.SUPERVISOR)):
            repos.staff.save(Staff(key, key, key, role=role))
        repos.staff.save(Staff("gone", "gone", "gone", role=Role.SUPERVISOR, archived=True))
    return WatchList(storage, clock)


def person(watch: WatchList, *names: str, plate: str = "", until: date | None = None) -> Watched:
    day = watch._clock.now()
    return Watched("", WatchKind.PERSON, names, plate, "ขู่พนักงาน", Advice.CALL_SUPERVISOR, "", day, until)


def events(storage: Database) -> list[tuple[AuditKind, str, str]]:
    with storage.read() as repos:
        return [(one.kind, one.staff, one.subject) for one in reversed(repos.audit.latest(99))]


def test_whoever_works_here_may_add_and_is_on_record(watch: WatchList, storage: Database) -> None:
    made = watch.add(person(watch, "นายสมชาย ใจดี"), "guard")
    assert (made.added_by, made.names) == ("guard", ("นายสมชาย ใจดี",))
    assert watch.standing() == (made,)
    assert events(storage) == [(AuditKind.WATCH_ADD, "guard", made.id)]


def test_reading_the_list_is_on_record_without_any_name(watch: WatchList, storage: Database) -> None:
    watch.add(person(watch, "สมชาย ใจดี"), "chief")
    watch.open("guard")
    board = watch.board("guard")
    assert ([entry.title for entry in board.entries], board.manages) == (["สมชาย ใจดี"], False)
    assert watch.board("chief").manages
    watch.open("chief")
    with storage.read() as repos:
        looked = repos.audit.latest(2)
    assert [(one.kind, one.staff, one.detail) for one in looked] == [
        (AuditKind.WATCH_LOOK, "chief", "watched 1"),
        (AuditKind.WATCH_LOOK, "guard", "watched 1"),
    ]


@pytest.mark.parametrize("who", ["gone", "nobody", ""])
def test_others_neither_read_nor_write(watch: WatchList, who: str) -> None:
    for act in (lambda: watch.board(who), lambda: watch.open(who), lambda: watch.add(person(watch, "สมชาย ใจดี"), who)):
        with pytest.raises(DeskError) as refused:
            act()
        assert refused.value.code == "not_allowed"
    assert watch.standing() == ()


def test_changes_are_versions(watch: WatchList, clock: StillClock) -> None:
    made = watch.add(person(watch, "สมชาย ใจดี"), "guard")
    clock.move(hours=1)
    watch.change(replace(made, names=("สมชาย ใจดี", "ชาย"), advice=Advice.DO_NOT_LET_IN), "chief")
    assert [(one.names, one.changed_by) for one in watch.versions(made.id)] == [
        (("สมชาย ใจดี",), ""),
        (("สมชาย ใจดี", "ชาย"), "chief"),
    ]


def test_only_supervisors_end_an_entry_or_shorten_it(watch: WatchList) -> None:
    made = watch.add(person(watch, "สมชาย ใจดี", until=date(2027, 6, 1)), "guard")
    shorter, longer = (replace(made, until=day) for day in (date(2027, 5, 1), date(2027, 7, 1)))
    for act in (lambda: watch.end(made.id, "guard"), lambda: watch.change(shorter, "guard")):
        with pytest.raises(DeskError) as refused:
            act()
        assert refused.value.code == "watch_not_allowed"
    watch.change(longer, "guard")
    watch.change(replace(made, until=None), "guard")
    watch.change(shorter, "chief")
    watch.end(made.id, "chief")
    assert watch.standing() == ()
    with pytest.raises(DeskError) as gone:
        watch.end(made.id, "chief")
    assert gone.value.code == "watch_gone"
    assert watch.check("สมชาย ใจดี") == ()


def test_an_entry_counts_to_the_end_of_its_last_day_at_the_site(watch: WatchList, clock: StillClock) -> None:
    watch.add(person(watch, "สมชาย ใจดี", until=clock.today()), "guard")
    assert watch.check("สมชาย ใจดี")
    clock.moment = clock.moment.replace(hour=16, minute=59)
    assert watch.check("สมชาย ใจดี")
    clock.move(minutes=1)
    assert watch.check("สมชาย ใจดี") == ()
    entry = watch.board("chief").entries[0]
    assert (entry.expired(watch.today()), entry.names) == (True, ("สมชาย ใจดี",))


def test_a_change_made_by_another_window_counts_at_once(watch: WatchList, storage: Database, clock: StillClock) -> None:
    assert watch.check("สมชาย ใจดี") == ()
    other = WatchList(storage, clock)
    made = other.add(person(watch, "สมชาย ใจดี"), "chief")
    assert [hit.how for hit in watch.check("นายสมชาย ใจดี")] == [How.SAME_NAME]
    other.end(made.id, "chief")
    assert watch.check("นายสมชาย ใจดี") == ()


def test_name_and_plate_are_looked_up(watch: WatchList) -> None:
    watch.add(person(watch, "สมชาย ใจดี"), "guard")
    watch.add(replace(person(watch), kind=WatchKind.PLATE, plate="1กก 1234 กทม"), "guard")
    hits = watch.check("Somchai Jaidee", "กก 1 1234")
    assert [(hit.how, hit.percent) for hit in hits] == [(How.SAME_PLATE, 95), (How.ROMANISED, 90)]
    assert watch.check("Laura Reyes", "2ขข 9999") == ()
    assert watch.check() == ()


def test_who_proved_to_be_somebody_else_is_shown_small_next_time(watch: WatchList, clock: StillClock) -> None:
    made = watch.add(person(watch, "สมชาย ใจดี"), "guard")
    (hit,) = watch.check("สมชาย ใจดี", number=NUMBER)
    assert not hit.quiet
    decided = watch.decide(hit, Decision.NOT_THE_SAME, "guard", "v-1", "บัตรคนละใบ")
    clock.move(hours=3)
    (again,) = watch.check("นายสมชาย ใจดี", number="+66812345678")
    assert (again.quiet, again.earlier) == (True, decided)
    (other,) = watch.check("สมชาย ใจดี", number="0899999999")
    assert not other.quiet
    (unknown,) = watch.check("สมชาย ใจดี")
    assert not unknown.quiet
    watch.change(replace(made, reason="ขู่พนักงานอีกครั้ง"), "chief")
    (after,) = watch.check("สมชาย ใจดี", number=NUMBER)
    assert not after.quiet


def test_a_later_decision_takes_the_place_of_the_earlier(watch: WatchList, clock: StillClock) -> None:
    watch.add(person(watch, "สมชาย ใจดี"), "guard")
    for decision, quiet in ((Decision.NOT_THE_SAME, True), (Decision.CALLED_SUPERVISOR, False)):
        clock.move(minutes=5)
        watch.decide(watch.check("สมชาย ใจดี", "1กก 1234")[0], decision, "guard")
        assert watch.check("สมชาย ใจดี", "1กก 1234")[0].quiet is quiet


def test_decisions_are_listed_by_time_and_with_the_entry(watch: WatchList, clock: StillClock) -> None:
    made = watch.add(person(watch, "สมชาย ใจดี"), "guard")
    start = clock.now()
    decided = watch.decide(watch.check("สมชาย ใจดี")[0], Decision.REFUSED, "guard", note="  เอะอะ \n โวยวาย ")
    assert (decided.likeness, decided.note, decided.visit_id, decided.about) == (100, "เอะอะ โวยวาย", "", "")
    assert watch.decisions(start, start + timedelta(minutes=1)) == [decided]
    assert watch.decisions(start - timedelta(days=1), start) == []
    assert watch.board("chief").decisions[made.id] == (decided,)


def test_uncovering_a_reason_is_on_record(watch: WatchList, storage: Database) -> None:
    made = watch.add(person(watch, "สมชาย ใจดี"), "chief")
    watch.looked(made.id, "guard")
    assert events(storage)[-1] == (AuditKind.WATCH_LOOK, "guard", made.id)


def test_a_year_after_its_end_nobody_knows_who_it_was(watch: WatchList, clock: StillClock) -> None:
    ended = watch.add(person(watch, "สมชาย ใจดี"), "chief")
    watch.add(person(watch, "สุดา ดีใจ", until=clock.today()), "chief")
    kept = watch.add(person(watch, "อรอนงค์ ศรีสุข"), "chief")
    watch.end(ended.id, "chief")
    clock.moment += KEPT_AFTER_END
    watch.open("chief")
    assert all(not entry.wiped for entry in watch.board("chief").entries)
    clock.move(days=1)
    watch.open("guard")
    left = watch.board("chief").entries
    assert watch.check("สมชาย ใจดี") == watch.check("สุดา ดีใจ") == ()
    assert [(entry.names, entry.wiped) for entry in left if entry.id != kept.id] == [((), True)] * 2
    assert watch.standing() == (kept,)


def test_the_last_day_is_read_as_it_is_said(watch: WatchList) -> None:
    assert watch.read_until("31 ม.ค. 2570") == date(2027, 1, 31)
    assert watch.read_until(" ") is None
    assert watch.usual_until() == date(2027, 11, 20)
    with pytest.raises(DeskError):
        watch.read_until("วันหนึ่ง")


def test_five_hundred_entries_take_less_than_five_milliseconds_an_arrival(watch: WatchList) -> None:
    given, family = ("สมชาย", "ณัฐพล", "วิชัย", "ศิริพร", "Laura"), ("ใจดี", "ศรีสุข", "วงศ์ทอง", "Reyes", "บุญมี")
    for number in range(500):
        word = "".join(chr(ord("ก") + (number * step) % 40) for step in (3, 7, 11))
        watch.add(person(watch, f"{given[number % 5]}{word} {family[number // 5 % 5]}{word}"), "guard")
    watch.check("สมชาย ใจดี")
    began = process_time()
    for _ in range(20):
        watch.check("นายสมชาย ใจดีมาก", "1กก 1234 กทม", NUMBER)
    assert (process_time() - began) / 20 < 0.005


def test_erasing_somebody_leaves_the_entry(watch: WatchList, storage: Database, clock: StillClock) -> None:
    made = watch.add(person(watch, "สมชาย ใจดี"), "guard")
    with storage.write() as repos:
        repos.people.save(Person("p-1", "P-1", "สมชาย", "ใจดี"), "guard")
    Erasing(storage, clock).erase_person("p-1", "chief", "ขอให้ลบ")
    assert watch.standing() == (made,)
