"""``log``, ``contacts`` and ``drafts``."""

import csv
from dataclasses import replace
from pathlib import Path
from uuid import UUID

import pytest

from frontdesk.app import Desk
from frontdesk.domain.drafts import begin

from .conftest import Run

CONTACT_KEYS = {"id", "at", "channel", "outcome", "number", "person", "articles", "note"}


def test_a_logged_contact_is_in_the_list(desk: Run) -> None:
    ran = desk("log", "--channel", "phone", "--number", "081-234-5678", "--article", "MRD-01", "--outcome", "answered",
               "--note", "ผู้โทรขอบคุณ", "--json")  # fmt: skip
    assert UUID(ran.json["id"]).version == 7
    (row,) = desk("contacts", "--json").json["contacts"]
    assert set(row) == CONTACT_KEYS
    assert (row["id"], row["number"], row["articles"]) == (ran.json["id"], "081-234-5678", ["MRD-01"])
    assert row["note"] == "ผู้โทรขอบคุณ"


def test_a_person_may_be_named_by_code(desk: Run) -> None:
    desk("log", "--channel", "walk-in", "--person", "P-2", "--outcome", "wrong-place")
    (row,) = desk("contacts", "--json").json["contacts"]
    assert (row["person"], row["channel"], row["outcome"]) == ("P-2", "walk-in", "wrong-place")


@pytest.mark.parametrize(
    ("start", "end", "count"),
    [("วันนี้", "วันนี้", 1), ("2020-01-01", "2020-12-31", 0), ("1/1/2563", "31/12/2563", 0)],
)
def test_contacts_of_a_time_in_either_era(desk: Run, start: str, end: str, count: int) -> None:
    desk("log", "--channel", "line", "--outcome", "other")
    assert len(desk("contacts", "--from", start, "--to", end, "--json").json["contacts"]) == count


@pytest.mark.parametrize(
    "arguments",
    [
        ("log", "--channel", "pigeon", "--outcome", "answered"),
        ("log", "--channel", "phone", "--outcome", "answered", "--article", "NO"),
        ("log", "--channel", "phone", "--outcome", "answered", "--person", "NO"),
        ("contacts", "--from", "somewhen"),
        ("search",),
        ("no-such-command",),
    ],
)
def test_a_bad_call_is_one_sentence_and_writes_nothing(desk: Run, arguments: tuple[str, ...]) -> None:
    ran = desk(*arguments)
    assert ran.status == 1
    assert len(ran.err.strip().splitlines()) == 1
    assert "Traceback" not in ran.err
    assert desk("contacts", "--json").json["contacts"] == []


def test_drafts_are_those_begun_and_not_logged(desk: Run, tmp_path: Path) -> None:
    opened = Desk(tmp_path / "desk")
    draft = replace(begin("s1", opened.clock.now()), query="บัตรหาย", number="0812345678", note="รอ")
    opened.contact_log.save_draft(draft)
    opened.close()
    (row,) = desk("drafts", "--json").json["drafts"]
    assert set(row) == {"id", "at", "query", "number", "note"}
    assert (row["id"], row["query"], row["number"], row["note"]) == (draft.id, "บัตรหาย", "0812345678", "รอ")


@pytest.mark.parametrize(
    ("options", "notes"),
    [
        ((), ["ก", "ข บัตรหาย", "ค"]),
        (("--channel", "phone"), ["ก", "ค"]),
        (("--channel", "phone", "--channel", "line", "--outcome", "transferred"), ["ข บัตรหาย", "ค"]),
        (("--words", "บัตร"), ["ข บัตรหาย"]),
        (("--unanswered",), ["ก"]),
        (("--corrected",), []),
        (("--person", "081-234-5678"), ["ค"]),
        (("--staff", "nobody"), []),
        (("--filter", "วันนี้ โทรศัพท์ โอนสาย"), ["ค"]),
        (("--filter", "เมื่อวาน"), []),
        (("--filter", "โทรศัพท์", "--outcome", "answered"), ["ก"]),
        (("--from", "2100-01-01"), []),
    ],
)
def test_contacts_are_filtered(run: Run, tmp_path: Path, options: tuple[str, ...], notes: list[str]) -> None:
    for values in (
        ("--channel", "phone", "--outcome", "answered", "--note", "ก", "--unanswered"),
        ("--channel", "line", "--outcome", "transferred", "--note", "ข บัตรหาย"),
        ("--channel", "phone", "--outcome", "transferred", "--note", "ค", "--number", "0812345678"),
    ):
        assert run("log", *values).status == 0
    assert [one["note"] for one in run("contacts", "--json", *options).json["contacts"]] == notes
    file = tmp_path / "ออก.csv"
    assert run("export", "contacts", "-o", str(file), *options).status == 0
    with file.open(encoding="utf-8-sig", newline="") as lines:
        assert [row["note"] for row in csv.DictReader(lines)] == notes


def test_filters_are_for_contacts_only(run: Run, tmp_path: Path) -> None:
    ran = run("export", "people", "-o", str(tmp_path / "people.csv"), "--from", "2026-01-01", "--lang", "en")
    assert ran.status == 1
    assert "contacts only" in ran.err
