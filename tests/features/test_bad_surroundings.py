"""Disks, folders, databases and indexes that fail: one sentence each, nothing half-written, and a way back."""

import errno
import multiprocessing
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import partial
from multiprocessing.process import BaseProcess
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2 as driver

from frontdesk.app import Desk
from frontdesk.program import main
from frontdesk.storage.upgrade import REVISIONS
from tests.features.conftest import OpenDesk
from tests.features.refusals import Refusal, Refused, caller, holdings, refusal
from tests.features.small_desk import LOST_CARD, ORN
from tests.features.terminal import environment, program

WORK = [
    ("log", "--channel", "phone", "--outcome", "answered"),
    ("search", "บัตรหาย"),
    ("lookup", "สุดา"),
    ("contacts", "--json"),
    ("backup",),
    ("doctor",),
]
TABLE = "code,title,body,category,keywords,department\n"
POSIX = pytest.mark.skipif(os.name == "nt", reason="POSIX limits and permissions")


def backed_up(folder: Path) -> Path:
    """Make a copy of a desk; return it."""
    desk = Desk(folder)
    try:
        return desk.backups.back_up().path
    finally:
        desk.close()


def scribbled(file: Path, start: int, length: int) -> None:
    with file.open("rb+") as database:
        database.seek(start)
        database.write(random.Random(1).randbytes(length))


DAMAGE: dict[str, Callable[[Path], object]] = {
    "its head": lambda file: scribbled(file, 0, 4096),
    "its middle": lambda file: scribbled(file, 4096, file.stat().st_size - 8192),
    "half of it gone": lambda file: os.truncate(file, file.stat().st_size // 2),
    "another file": lambda file: file.write_text("ไม่ใช่ฐานข้อมูล " * 100, encoding="utf-8"),
    "empty": lambda file: os.truncate(file, 0),
    "gone": Path.unlink,
}


@pytest.fixture
def refused(folder: Path, capsys: pytest.CaptureFixture[str]) -> Refused:
    return caller(folder, capsys)


@pytest.mark.parametrize("kind", DAMAGE)
def test_a_damaged_database_is_said_and_restored(folder: Path, refused: Refused, kind: str) -> None:
    before, copy, file = holdings(folder), backed_up(folder), folder / "frontdesk.db"
    DAMAGE[kind](file)
    left = file.read_bytes() if kind not in ("empty", "gone") else b""
    for work in WORK:
        assert refused(*work).about("frontdesk restore", "frontdesk restore")
    assert not left or file.read_bytes() == left
    assert main(["restore", str(copy), "--data", str(folder)]) == 0
    assert holdings(folder) == before
    assert not left or next(folder.glob("frontdesk.db.before-restore-*")).read_bytes() == left


def test_one_key_in_the_window_restores_a_damaged_desk(folder: Path) -> None:
    before = holdings(folder)
    backed_up(folder)
    DAMAGE["its head"](folder / "frontdesk.db")
    call = [sys.executable, "-m", "tests.features.restoring_program", str(folder)]
    ran = subprocess.run(
        call, capture_output=True, encoding="utf-8", env=environment() | {"HOME": str(folder.parent)}, timeout=90,
        check=True,
    )  # fmt: skip
    assert ran.stdout.splitlines()[-1] == "open"
    assert "กู้คืนจากไฟล์สำรองล่าสุด" in ran.stdout
    assert holdings(folder) == before


def test_a_newer_database_is_left_as_it_is(folder: Path, refused: Refused) -> None:
    file = folder / "frontdesk.db"
    with driver.connect(str(file)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()
    before = file.read_bytes()
    for work in WORK:
        assert refused(*work).about("รุ่นใหม่กว่า", f"this program knows {REVISIONS[-1]}")
    assert file.read_bytes() == before


def test_a_folder_below_a_file_is_no_folder(tmp_path: Path, refused: Refused) -> None:
    (tmp_path / "letter").write_text("a file", encoding="utf-8")
    for work in WORK:
        assert refused(*work, data=tmp_path / "letter" / "desk").about("ตรวจสิทธิ์การเขียน", "Check its permissions")
    assert (tmp_path / "letter").read_text("utf-8") == "a file"


def ended(call: list[str], environ: dict[str, str] | None = None) -> tuple[int, str, str]:
    ran = subprocess.run(call, capture_output=True, encoding="utf-8", env=environ or environment(), check=False)
    return ran.returncode, ran.stdout, ran.stderr


@pytest.fixture
def read_only(folder: Path) -> Iterator[Path]:
    """The desk's folder, in which nobody may write."""
    inside = [folder, *folder.rglob("*")]
    for path in inside:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield folder
    for path in inside:
        path.chmod(0o755 if path.is_dir() else 0o644)


@POSIX
def test_a_read_only_folder_is_said_by_every_command_and_the_window(read_only: Path) -> None:
    def call(*arguments: str) -> Refusal:
        start = [sys.executable, "-W", "error", "-m", "tests.features.unprivileged", *arguments, "--data"]
        return refusal(*(ended([*start, str(read_only), "--lang", language]) for language in ("th", "en")))

    for work in [*WORK, ("reindex",), ("--screenshot", str(read_only / "desk.png"))]:
        assert call(*work).about("ตรวจสิทธิ์การเขียน", "Check its permissions")


LIMITED = """
import resource, sys
from frontdesk.program import main
limit = int(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
sys.exit(main(sys.argv[2:]))
"""
"""Runs the program with no file allowed to grow beyond a size."""


@POSIX
@pytest.mark.parametrize(
    "arguments", [WORK[0], ("import", "articles", "large.csv"), ("backup",), ("export", "articles", "-o", "out.csv")]
)
def test_a_file_that_may_not_grow_leaves_what_was_there(
    folder: Path, tmp_path: Path, arguments: tuple[str, ...]
) -> None:
    arguments = tuple(str(tmp_path / one) if one.endswith(".csv") else one for one in arguments)
    before = holdings(folder)
    rows = (f"N-{number},หัวข้อ {number},{'ข้อความยาว' * 100},,,\n" for number in range(500))
    (tmp_path / "large.csv").write_text(TABLE + "".join(rows), encoding="utf-8")
    limit = {"log": 8, "export": 2}.get(arguments[0], 40) << 10
    start = [sys.executable, "-c", LIMITED, str(limit), *arguments, "--data", str(folder)]
    refusal(*(ended([*start, "--lang", language]) for language in ("th", "en")))
    assert holdings(folder) == before
    assert [file.name for file in tmp_path.glob("out*")] == []
    assert list(folder.glob("backups/*")) == []


@pytest.fixture
def small_disk(tmp_path: Path, folder: Path) -> Iterator[Path]:
    """A desk on a disk of its own that is full; giving up where none can be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mounted = shutil.which("mount") and os.name != "nt" and os.geteuid() == 0
    if (
        not mounted
        or subprocess.run(["mount", "-t", "tmpfs", "-o", "size=16m", "none", str(disk)], check=False).returncode
    ):
        pytest.skip("no disk can be mounted here")
    try:
        shutil.copytree(folder, disk / "desk")
        _fill(disk / "filler")
        yield disk
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def _fill(file: Path) -> None:
    with file.open("wb", buffering=0) as filler:
        try:
            while filler.write(bytes(4096)):
                pass
        except OSError as error:
            assert error.errno == errno.ENOSPC


def test_a_full_disk_is_said_and_nothing_is_lost(small_disk: Path, folder: Path, refused: Refused) -> None:
    desk = small_disk / "desk"
    for work in [*WORK, ("export", "people", "-o", str(small_disk / "people.xlsx"))]:
        assert refused(*work, data=desk).about("ดิสก์เต็ม", "The disk is full")
    (small_disk / "filler").unlink()
    assert holdings(desk) == holdings(folder)
    assert main([*WORK[0], "--data", str(desk)]) == 0
    assert not list(small_disk.glob("people*"))


def test_output_on_a_full_disk_is_said() -> None:
    if not Path("/dev/full").exists():
        pytest.skip("no device that is always full")
    with Path("/dev/full").open("w") as full:
        call = [*program(), "--help", "--lang", "en"]
        ran = subprocess.run(
            call, stdout=full, stderr=subprocess.PIPE, encoding="utf-8", env=environment(), check=False
        )
    assert (ran.returncode, ran.stderr.count("\n")) == (1, 1)
    assert "disk is full" in ran.stderr


def build_of(folder: Path) -> Path:
    return next((folder / "index").glob("build-*"))


def replaced_by_a_file(folder: Path) -> None:
    shutil.rmtree(folder / "index")
    (folder / "index").write_text("no folder", encoding="utf-8")


def each_file(ending: str, act: Callable[[Path], object], folder: Path) -> None:
    for file in build_of(folder).glob(f"*{ending}"):
        act(file)


HOW: dict[str, Callable[[Path], object]] = {
    "cut": lambda file: os.truncate(file, file.stat().st_size // 2),
    "scribbled": lambda file: scribbled(file, 0, file.stat().st_size),
    "gone": Path.unlink,
}
INDEX_DAMAGE: dict[str, Callable[[Path], object]] = {
    "deleted": lambda folder: shutil.rmtree(folder / "index"),
    "no build": lambda folder: shutil.rmtree(build_of(folder)),
    "a file instead": replaced_by_a_file,
    "name of nothing": lambda folder: (folder / "index" / "current").write_text("build-none", encoding="utf-8"),
    "name of elsewhere": lambda folder: (folder / "index" / "current").write_text("../..", encoding="utf-8"),
    "noise as name": lambda folder: scribbled(folder / "index" / "current", 0, 40),
    "note cut": lambda folder: os.truncate(build_of(folder) / "about.json", 20),
    "note gone": lambda folder: (build_of(folder) / "about.json").unlink(),
    **{
        f"{ending} {how}": partial(each_file, ending, act)
        for ending in (".seg", ".toc", ".npy") for how, act in HOW.items()
    },
}  # fmt: skip


# Whoosh leaves a file that it could not read to the collector, which complains.
@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@pytest.mark.parametrize("kind", INDEX_DAMAGE)
def test_a_damaged_index_is_built_anew_by_itself(folder: Path, capsys: pytest.CaptureFixture[str], kind: str) -> None:
    INDEX_DAMAGE[kind](folder)
    assert main(["search", "บัตรประจำตัวผู้ป่วยหาย", "--data", str(folder)]) == 0
    said = capsys.readouterr()
    assert LOST_CARD in said.out.splitlines()[0]
    assert said.err == ""
    assert main(["doctor", "--data", str(folder), "--lang", "en"]) == 0
    assert "whole and up to date" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["deleted", "a file instead", ".seg scribbled", ".npy cut", "note cut"])
def test_the_window_finds_answers_also_with_a_damaged_index(open_desk: OpenDesk, folder: Path, kind: str) -> None:
    INDEX_DAMAGE[kind](folder)
    driver = open_desk(folder)
    driver.sit_down(ORN)
    driver.find("บัตรหาย", LOST_CARD)


def search_process() -> BaseProcess | None:
    return next((child for child in multiprocessing.active_children() if child.name == "frontdesk-search"), None)


def test_a_killed_search_process_is_started_again_beside_the_window(open_desk: OpenDesk, folder: Path) -> None:
    driver = open_desk(folder)
    driver.sit_down(ORN)
    driver.find("บัตรหาย", LOST_CARD)
    first = search_process()
    assert first is not None
    first.kill()
    driver.wait_for(lambda: search_process() not in (None, first))
    driver.find_before(LOST_CARD, "ทำบัตรใหม่", 30_000)  # a keyword, which only that process knows
    assert driver.draft.query == "ทำบัตรใหม่"
