"""Copies of the desk: once a day by themselves, listed, put back."""

from pathlib import Path

import pytest

from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.errors import DeskError
from frontdesk.services.backups import Backups
from frontdesk.services.contact_log import ContactLog, Entry
from frontdesk.storage.database import Database
from frontdesk.storage.vault import FileVault

from .conftest import StillClock


@pytest.fixture
def backups(tmp_path: Path, storage: Database, clock: StillClock) -> Backups:
    return Backups(FileVault(storage.file, clock), tmp_path / "backups", clock)


@pytest.mark.parametrize(("hours", "made"), [(0, False), (23.9, False), (24, True), (500, True)])
def test_a_copy_is_made_when_the_last_is_a_day_old(
    backups: Backups, clock: StillClock, hours: float, made: bool
) -> None:
    first = backups.daily()
    clock.move(hours=hours)
    second = backups.daily()
    assert first is not None
    assert (second is not None) is made
    assert backups.latest() == (second or first)


def test_copies_elsewhere_do_not_count_as_the_day_s(backups: Backups, tmp_path: Path) -> None:
    backups.back_up(tmp_path / "stick")
    assert backups.latest() is None
    assert backups.daily() is not None


def test_it_describes_what_is_kept(backups: Backups, storage: Database, clock: StillClock) -> None:
    assert (backups.state()["count"], backups.state()["latest"]) == (0, "")
    ContactLog(storage, clock).enter(Entry(Channel.PHONE, Outcome.ANSWERED), "s1")
    backups.back_up()
    clock.move(days=1)
    newest = backups.back_up()
    state = backups.state()
    assert (state["count"], state["contacts"], state["size_bytes"]) == (2, 1, newest.size)
    assert state["latest"] == "2026-11-21T10:42:00+07:00"


def test_what_is_put_back_is_what_was_copied(backups: Backups, storage: Database, clock: StillClock) -> None:
    log = ContactLog(storage, clock)
    log.enter(Entry(Channel.PHONE, Outcome.ANSWERED, note="ก่อน"), "s1")
    copy = backups.back_up()
    log.enter(Entry(Channel.PHONE, Outcome.ANSWERED, note="หลัง"), "s1")
    kept = backups.restore(copy.path)
    assert [contact.note for contact in log.latest()] == ["ก่อน"]
    backups.restore(kept)
    assert {contact.note for contact in log.latest()} == {"ก่อน", "หลัง"}


def test_what_is_no_copy_is_refused_and_nothing_changes(backups: Backups, storage: Database, tmp_path: Path) -> None:
    (tmp_path / "letter.db").write_text("ไม่ใช่ไฟล์สำรอง", encoding="utf-8")
    before = storage.file.read_bytes()
    with pytest.raises(DeskError) as raised:
        backups.restore(tmp_path / "letter.db")
    assert raised.value.code == "backup_damaged"
    assert storage.file.read_bytes() == before
