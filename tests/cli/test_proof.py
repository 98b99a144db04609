"""``verify``."""

import shutil
from pathlib import Path

import pytest

from ..services.harmed_desk import COUNT, MORNING, closing_desk, contact, harm, make_desk
from .conftest import Run


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    make_desk(tmp_path / "desk")
    return tmp_path / "desk"


def test_a_whole_record(folder: Path, run: Run) -> None:
    said = run("verify")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith(f"The record is whole: {COUNT} entries checked")
    head = run("verify", "--json").json["head"]
    assert said.out.endswith(f"Its head is {head}\n")
    assert f"รหัสท้ายบันทึก {head}" in run("verify", "--lang", "th").out


def test_a_new_desk_is_whole(run: Run) -> None:
    assert run("verify").status == 0


def test_an_old_print_out(folder: Path, run: Run) -> None:
    head = run("verify", "--json").json["head"]
    with closing_desk(folder) as database, database.write() as repos:
        repos.contacts.add_many(contact(number) for number in range(20, 23))
    assert f"ตรงกับรายการที่ {COUNT} จากทั้งหมด {COUNT + 3}\n" in run("verify", "--head", head, "--lang", "th").out
    assert run("verify", "--head", head.lower().replace(" ", ""), "--json").json["printed"] == COUNT
    other = run("verify", "--head", "0000 1111 2222 3333 4444")
    assert (other.status, other.err.split(".")[0]) == (1, "The code on the print-out fits no entry")
    wrong = run("verify", "--head", "0000", "--lang", "th")
    assert (wrong.status, wrong.err) == (1, "อ่านรหัสท้ายเอกสารไม่ได้ พิมพ์ให้ครบ 20 ตัว ใช้ได้เฉพาะ 0-9 และ A-F\n")


@pytest.mark.parametrize(
    ("statement", "kind", "seq", "thai", "english"),
    [
        ("UPDATE contacts SET note = 'x' WHERE id = 'c04'", "edited", 4, "รายการที่ 4 (รายการติด", "Entry 4 (a contact)"),
        ("DELETE FROM withdrawals", "removed", 11, "รายการที่ 11 (การถอนรายการ)", "entry 11 (a contact taken back)"),
        ("DELETE FROM chain WHERE seq IN (4, 5)", "cut_out", 4, "ตั้งแต่รายการที่ 4 ถึง 5", "Entries 4 to 5 are missing"),
        ("UPDATE chain SET kind = 'ก' WHERE seq = 4", "broken", 4, "ที่โปรแกรมไม่รู้จัก", "of an unknown kind"),
        ("DELETE FROM chain_keys", "key_changed", 1, "chain.key", "chain.key"),
    ],
)  # fmt: skip
def test_harm(folder: Path, run: Run, statement: str, kind: str, seq: int, thai: str, english: str) -> None:
    harm(folder, statement)
    in_thai, in_english = run("verify", "--lang", "th"), run("verify", "--json")
    assert (in_thai.status, in_english.status) == (1, 1)
    assert thai in in_thai.err
    assert in_thai.out == ""
    fault = in_english.json["fault"]
    assert (fault["kind"], fault["entry"]) == (kind, seq)
    assert english in fault["sentence"]
    assert in_english.err == fault["sentence"] + "\n"


def test_a_copy_put_back_is_told_and_the_desk_goes_on(folder: Path, run: Run) -> None:
    assert run("backup").status == 0
    [copy] = (folder / "backups").glob("frontdesk-*.db")
    printed = run("verify", "--json").json["head"]
    with closing_desk(folder) as database, database.write() as repos:
        repos.contacts.add_many(contact(number) for number in range(20, 23))
        repos.contacts.withdraw("c20", "s", MORNING)
    lost = run("verify", "--json").json["head"]
    assert run("restore", str(copy)).status == 0

    said = run("verify", "--head", printed)
    assert (said.status, said.err) == (0, "")
    assert f"Entry {COUNT + 1}: a copy was restored that is older than the record was; 4 entries" in said.out
    assert run("verify", "--head", lost).status == 1
    assert run("log", "--channel", "phone", "--outcome", "answered").status == 0
    after = run("verify", "--json")
    assert (after.status, after.json["entries"]) == (0, COUNT + 2)
    assert [one["kind"] for one in after.json["remarks"]] == ["restored"]


def test_an_older_file_put_in_place_by_hand_is_told(folder: Path, run: Run, tmp_path: Path) -> None:
    shutil.copy(folder / "frontdesk.db", tmp_path / "old.db")
    with closing_desk(folder) as database, database.write() as repos:
        repos.contacts.add(contact(20))
    shutil.copy(tmp_path / "old.db", folder / "frontdesk.db")
    said = run("verify", "--lang", "th")
    assert (said.status, said.err.split(":")[0]) == (1, "ท้ายบันทึกขาด")
    assert run("log", "--channel", "phone", "--outcome", "answered").status == 0
    after = run("verify", "--json").json["fault"]
    assert (after["kind"], after["entry"], after["last"]) == ("gap", COUNT + 1, COUNT + 1)


def test_a_copy_in_a_new_folder_goes_on_with_a_key_of_its_own(folder: Path, run: Run, tmp_path: Path) -> None:
    assert run("backup").status == 0
    [copy] = (folder / "backups").glob("frontdesk-*.db")
    other = tmp_path / "elsewhere"
    assert run("restore", str(copy), data=other).status == 0
    assert run("verify", data=other).err.startswith("Every row fits its entry, but chain.key is not the key")
    key = (folder / "chain.key").read_text("ascii")
    (other / "chain.key").write_text(key + (other / "chain.key").read_text("ascii"), "ascii")
    said = run("verify", "--lang", "th", data=other)
    assert (said.status, said.err) == (0, "")
    assert "ไม่มีข้อมูลว่าก่อนหน้านั้นมีกี่รายการ" in said.out
