"""What ``doctor`` says to a reader: aligned, in the chosen language, and true."""

import re
from pathlib import Path

import pytest

from .conftest import Run

PARTS = {
    "th": ["โปรแกรม", "ฐานข้อมูล", "การตั้งค่าที่ใช้อยู่", "จำนวนรายการ", "ดัชนีคำตอบ", "ไฟล์สำรอง"],
    "en": ["Program", "Database", "Settings in force", "Counts", "Index of answers", "Backups"],
}
MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]")


def lines_of(text: str) -> list[str]:
    return [line for line in text.splitlines() if line.startswith("  ")]


@pytest.mark.parametrize("language", ["th", "en"])
def test_the_report_is_aligned_in_either_language(desk: Run, language: str) -> None:
    ran = desk("doctor", "--lang", language)
    assert (ran.status, ran.err) == (0, "")
    assert [line for line in ran.out.splitlines() if not line.startswith(" ")] == PARTS[language]
    seen = [MARKS.sub("", line) for line in lines_of(ran.out)]
    starts = {match.end() for line in seen if (match := re.match(r"  .*?\S {2,}(?=\S)", line))}
    assert len(seen) > 25
    assert len(starts) == 1


def test_it_tells_the_settings_by_name_and_the_counts(desk: Run) -> None:
    said = {tuple(line.split()[:2]) for line in lines_of(desk("doctor", "--lang", "en").out)}
    assert {("journal_mode", "wal"), ("synchronous", "FULL"), ("foreign_keys", "1")} <= said
    assert {("answers", "3"), ("people", "3"), ("contacts", "0")} <= said


def test_it_knows_an_index_that_is_missing_behind_or_good(run: Run, files: Path) -> None:
    def state() -> str:
        return next(line for line in lines_of(run("doctor", "--lang", "en").out) if "  state  " in line)

    run("import", "articles", str(files / "answers.csv"))
    assert "not there" in state()
    run("search", "รถ")
    assert "whole and up to date" in state()
    run("undo-import")
    assert "behind" in state()


def test_it_tells_the_newest_copy_in_the_readers_era(desk: Run) -> None:
    assert "none yet" in desk("doctor", "--lang", "en").out
    desk("log", "--channel", "phone", "--outcome", "answered")
    desk("backup")
    backups = desk("doctor", "--json").json["backups"]
    assert (backups["count"], backups["contacts"]) == (1, 1)
    assert str(int(backups["latest"][:4]) + 543) in desk("doctor", "--lang", "th").out
