"""``search`` and ``lookup`` in the formats that scripts rely on."""

import json
from pathlib import Path

import pytest

from .conftest import Run


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("บัตรหาย", "MRD-01"),
        ("จอดรถที่ไหน", "SEC-01"),
        ("parking", "SEC-01"),
        ("visiting", "IPD-01"),
        ("g;]kgpujp,", "IPD-01"),
    ],
)
def test_search_prints_code_title_score_and_say(desk: Run, query: str, code: str) -> None:
    ran = desk("search", query, "--json", "--limit", "2")
    reply = ran.json
    assert (ran.status, reply["query"]) == (0, query)
    assert reply["ms"] > 0
    first = reply["results"][0]
    assert first["code"] == code
    assert set(first) == {"code", "title", "score", "say"}
    assert first["say"].endswith("ค่ะ")
    assert len(reply["results"]) <= 2


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("081-234-5678", "P-1"),
        ("๐๘๑๒๓๔๕๖๗๘", "P-1"),
        ("+66812345678", "P-1"),
        ("5678", "P-1"),
        ("02-123-4567 ต่อ 25", "P-1"),
        ("0897654471", "P-2"),
        ("1120", "D-1"),
        ("สุดา ใจดี", "P-1"),
        ("ใจดี สุดา", "P-1"),
        ("น.ส.สุดา ใจดี", "P-1"),
        ("Suda Jaidee", "P-1"),
        ("ดา", "P-1"),
        ("มานพ ศรีสว่าน", "P-2"),
        ("1กก1234", "P-1"),
        ("suda.j", "P-1"),
        ("P-2", "P-2"),
    ],
)
def test_lookup_finds_people_by_what_callers_give(desk: Run, text: str, code: str) -> None:
    reply = desk("lookup", text, "--json").json
    assert reply["results"][0]["code"] == code
    assert set(reply["results"][0]) == {"code", "name", "score"}


def test_a_batch_answers_line_by_line_in_order(desk: Run, tmp_path: Path) -> None:
    queries = ["ที่จอดรถ", "เยี่ยมไข้", "", "zzzz"]
    batch = tmp_path / "batch.jsonl"
    batch.write_text("".join(json.dumps({"query": q}) + "\n" for q in queries), encoding="utf-8")
    ran = desk("search", "--batch", str(batch), "--json")
    assert [json.loads(line)["query"] for line in ran.out.splitlines()] == queries


def test_a_faulty_batch_line_is_named(desk: Run, tmp_path: Path) -> None:
    batch = tmp_path / "batch.jsonl"
    batch.write_text('{"query": "รถ"}\nnot json\n', encoding="utf-8")
    ran = desk("search", "--batch", str(batch), "--json", "--lang", "th")
    assert ran.status == 1
    assert ran.err.startswith("บรรทัด 2")


def test_an_empty_desk_finds_nothing_and_says_nothing_wrong(run: Run) -> None:
    assert run("search", "รถ", "--json").json["results"] == []
    assert run("lookup", "รถ", "--json").json["results"] == []


def test_the_same_scopes_as_in_the_window(desk: Run) -> None:
    reply = desk("search", "#อาคาร บัตร", "--json").json
    assert (reply["narrowed"], [row["code"] for row in reply["results"]]) == (["อาคาร"], ["SEC-01"])
    assert [row["code"] for row in desk("search", "@ผู้ป่วยใน", "--json").json["results"]] == ["IPD-01"]


def test_literal_takes_the_text_as_it_was_typed(desk: Run) -> None:
    assert desk("search", "g;]kgpujp,", "--json").json["understood"] == "เวลาเยี่ยม"
    assert desk("search", "g;]kgpujp,", "--literal", "--json").json["understood"] == ""


def test_what_was_understood_and_what_is_only_near_is_said(desk: Run) -> None:
    assert desk("search", "g;]kgpujp,", "--lang", "th").out.startswith("ค้นหา เวลาเยี่ยม\n")
    assert desk("search", "#อา qqqq", "--lang", "en").out.startswith("Only อาคาร\nNo answer to this.")
