"""``visits``, and visits in and out of files."""

from datetime import datetime
from pathlib import Path

import pytest

from frontdesk.services.clock import SITE_ZONE
from tests.importing.calendars.invites import calendar, event, written

from .conftest import Run

HEAD = "date,time,name,organisation,host,phone,plate,purpose,party,note\n"
ROWS = (
    "วันนี้,13:30-15:00,สุดา ใจดี,บริษัทไทยดี,เวชระเบียน,081-234-5678,1กก 1234 กทม,ประชุม,3,\n"
    "วันนี้,23:00,John Smith,Acme,,,,,,a note\n"
    "พรุ่งนี้,,คณะครู,,,,,ดูงาน,25,\n"
)


@pytest.fixture
def visited(desk: Run, tmp_path: Path) -> Run:
    """A desk with two visits today and one tomorrow."""
    (tmp_path / "visits.csv").write_text(HEAD + ROWS, "utf-8")
    report = desk("import", "visits", str(tmp_path / "visits.csv"), "--json").json
    assert (report["kind"], report["created"], report["cancelled"], report["errors"]) == ("visits", 3, 0, [])
    return desk


def test_the_visits_of_a_day_are_listed(visited: Run) -> None:
    today = visited("visits", "--json").json["visits"]
    assert [(one["name"], one["host"], one["party"], one["state"], one["number"]) for one in today] == [
        ("สุดา ใจดี", "เวชระเบียน", 3, "expected", "081-234-5678"),
        ("John Smith", "", 1, "expected", ""),
    ]
    assert today[0]["due"].endswith("T06:30:00+00:00")
    assert (today[0]["arrived"], today[0]["left"], len(today[0]["id"])) == (None, None, 36)
    (school,) = visited("visits", "--day", "พรุ่งนี้", "--json").json["visits"]
    assert (school["name"], school["due"]) == ("คณะครู", None)
    assert visited("visits", "--inside", "--json").json == {"visits": []}
    assert "\tJohn Smith\t" in visited("visits").out.splitlines()[1]


def test_a_dry_run_and_a_wrong_row_write_nothing(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "visits.csv"
    file.write_text(HEAD + ROWS, "utf-8")
    assert run("import", "visits", str(file), "--dry-run").status == 0
    file.write_text(f"{HEAD}{ROWS}19/11/2560,,สายไป,,,,,,,\n", "utf-8")
    ran = run("import", "visits", str(file), "--lang", "th")
    assert (ran.status, "บรรทัด 5" in ran.err, "ผ่านไปแล้ว" in ran.err) == (1, True, True)
    assert run("visits", "--json").json == {"visits": []}


@pytest.mark.parametrize("name", ["out.csv", "out.xlsx"])
def test_what_goes_out_comes_in_unchanged(visited: Run, tmp_path: Path, name: str) -> None:
    file = str(tmp_path / name)
    assert visited("export", "visits", "-o", file).status == 0
    report = visited("import", "visits", file, "--json").json
    assert (report["rows"], report["unchanged"], report["unknown_columns"]) == (3, 3, ["state", "arrived", "left"])


def test_only_some_days_go_out(visited: Run, tmp_path: Path) -> None:
    file = str(tmp_path / "out.csv")
    assert visited("export", "visits", "-o", file, "--from", "พรุ่งนี้", "--to", "พรุ่งนี้").status == 0
    assert visited("import", "visits", file, "--json").json["rows"] == 1
    refused = visited("export", "visits", "-o", file, "--words", "คณะครู")
    assert (refused.status, len(refused.err.splitlines())) == (1, 1)


def test_an_import_is_taken_back(visited: Run) -> None:
    assert "3" in visited("undo-import").out
    assert {one["state"] for one in visited("visits", "--json").json["visits"]} == {"cancelled"}


def test_an_invitation_comes_in_and_is_called_off(desk: Run, tmp_path: Path) -> None:
    start = f";VALUE=DATE:{datetime.now(SITE_ZONE):%Y%m%d}"
    file = written(tmp_path, calendar(event("SUMMARY:ช่างแอร์", start=start)))
    assert desk("import", "visits", str(file), "--json").json["created"] == 1
    written(tmp_path, calendar(event("SUMMARY:ช่างแอร์", "SEQUENCE:1", start=start), method="CANCEL"))
    assert desk("import", "visits", str(file), "--json").json["cancelled"] == 1
    assert [one["state"] for one in desk("visits", "--json").json["visits"]] == ["cancelled"]
