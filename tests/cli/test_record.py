"""``log``, ``contacts`` and ``drafts``."""

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
