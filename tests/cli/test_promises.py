"""``promises``."""

from datetime import timedelta
from pathlib import Path

from frontdesk.app import Desk

from .conftest import Run


def test_what_is_owed_is_listed_with_how_late_it_is(desk: Run, tmp_path: Path) -> None:
    for outcome, note in (("promised", "โทรแจ้งผล"), ("message", "ขอให้โทรกลับ"), ("answered", "ตอบแล้ว")):
        desk("log", "--channel", "phone", "--number", "081-234-5678", "--outcome", outcome, "--note", note)
    opened = Desk(tmp_path / "desk")
    first = next(one for one in opened.promises.due_list().promises if one.what == "โทรแจ้งผล")
    opened.promises.move(first.id, opened.clock.now() - timedelta(minutes=1), "x")
    opened.close()

    found = desk("promises", "--json").json

    assert [(row["what"], row["kind"], row["overdue"]) for row in found["promises"]] == [
        ("โทรแจ้งผล", "promise", True),
        ("ขอให้โทรกลับ", "message", False),
    ]
    assert found["kept_on_time"] == {"kept": 0, "n": 1}
    lines = desk("promises", "--lang", "th").out.splitlines()
    assert len(lines) == 2
    assert "เกินกำหนด" in lines[0]
