"""``import``, ``export``, ``undo-import`` and ``make-demo``."""

from pathlib import Path

import pytest

from .conftest import Run


def test_a_dry_run_counts_and_writes_nothing(run: Run, files: Path) -> None:
    report = run("import", "articles", str(files / "answers.csv"), "--dry-run", "--json").json
    assert (report["rows"], report["created"], report["errors"]) == (3, 3, [])
    assert run("search", "ที่จอดรถ", "--json").json["results"] == []


def test_importing_again_updates_by_code(desk: Run, files: Path) -> None:
    changed = (files / "answers.csv").read_text("utf-8").replace("ที่จอดรถ", "ลานจอดรถ")
    (files / "answers.csv").write_text(changed, encoding="utf-8")
    report = desk("import", "articles", str(files / "answers.csv"), "--json").json
    assert (report["created"], report["updated"], report["unchanged"]) == (0, 1, 2)
    assert desk("search", "ลานจอดรถ", "--json").json["results"][0]["code"] == "SEC-01"


def test_one_wrong_row_keeps_all_out_and_is_named(run: Run, files: Path) -> None:
    (files / "answers.csv").write_text(
        (files / "answers.csv").read_text("utf-8") + "MRD-01,ซ้ำ,ซ้ำ,,,\n", encoding="utf-8"
    )
    ran = run("import", "articles", str(files / "answers.csv"), "--lang", "th")
    assert ran.status == 1
    assert "บรรทัด 5" in ran.err
    assert run("search", "ที่จอดรถ", "--json").json["results"] == []


@pytest.mark.parametrize(("language", "told"), [("th", "บรรทัด 3: "), ("en", "Line 3: ")])
def test_a_fault_that_is_in_no_column_names_none(run: Run, tmp_path: Path, language: str, told: str) -> None:
    file = tmp_path / "day.ics"
    lines = ("BEGIN:VCALENDAR", "VERSION:2.0", "BEGIN:VEVENT", "UID:1", "SUMMARY:x", "DTSTART:no", "END:VEVENT")
    file.write_text("\r\n".join((*lines, "END:VCALENDAR", "")), encoding="utf-8")
    ran = run("import", "visits", str(file), "--lang", language)
    assert ran.status == 1
    assert told in ran.err


def test_the_last_import_can_be_undone(desk: Run, files: Path) -> None:
    assert desk("undo-import").status == 0
    assert desk("lookup", "0812345678", "--json").json["results"] == []
    assert desk("search", "ที่จอดรถ", "--json").json["results"][0]["code"] == "SEC-01"


def test_what_is_exported_can_be_imported_unchanged(desk: Run, tmp_path: Path) -> None:
    for kind, rows in (("articles", 3), ("people", 3)):
        for name in (f"{kind}.csv", f"{kind}.xlsx"):
            assert desk("export", kind, "-o", str(tmp_path / name)).status == 0
            report = desk("import", kind, str(tmp_path / name), "--json").json
            assert (report["rows"], report["unchanged"]) == (rows, rows), name


def test_a_demo_desk_has_the_size_that_was_asked_for(run: Run, tmp_path: Path) -> None:
    demo = tmp_path / "demo"
    assert run("make-demo", str(demo), "--articles", "200", "--people", "150", "--contacts", "40").status == 0
    assert len(run("contacts", "--json", data=demo).json["contacts"]) == 40
    assert run("search", "บัตรหาย", "--json", data=demo).json["results"]
    again = run("make-demo", str(demo))
    assert (again.status, len(again.err.strip().splitlines())) == (1, 1)


@pytest.mark.parametrize("version", ["4.0", "3.0", "2.1"])
def test_people_go_to_telephones_and_come_back_unchanged(desk: Run, tmp_path: Path, version: str) -> None:
    file = tmp_path / "people.vcf"
    assert desk("export", "people", "-o", str(file), "--vcard", version).status == 0
    assert f"VERSION:{version}" in file.read_text("utf-8")
    report = desk("import", "people", str(file), "--json").json
    assert (report["rows"], report["unchanged"], report["unknown_columns"]) == (3, 3, [])


def test_answers_are_no_address_book(desk: Run, tmp_path: Path) -> None:
    ran = desk("export", "articles", "-o", str(tmp_path / "answers.vcf"), "--lang", "en")
    assert (ran.status, list(tmp_path.glob("*.vcf"))) == (1, [])
    assert "people only" in ran.err
