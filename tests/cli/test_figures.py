"""``figures``: the overview without a window."""

import pytest

from .conftest import Run


def test_figures_as_json(desk: Run) -> None:
    for outcome in ("answered", "transferred"):
        desk("log", "--channel", "phone", "--number", "081-234-5678", "--article", "SEC-01", "--outcome", outcome)
    reply = desk("figures", "--from", "วันนี้", "--to", "today", "--json").json
    now = reply["now"]
    assert (now["contacts"], now["transferred"]) == (2, {"value": 0.5, "n": 2, "weak": True})
    assert now["first_contact_resolution"] == {"value": None, "n": 0, "weak": True}
    assert (now["younger_than_7_days"], list(now["topics"])) == (1, ["ที่จอดรถ"])
    assert [(one["code"], one["uses"]) for one in now["answers"]] == [("SEC-01", 2)]
    assert reply["before"]["contacts"] == 0


@pytest.mark.parametrize(("language", "name"), [("th", "ติดต่อทั้งหมด: 1 | 0"), ("en", "Contacts: 1 | 0")])
def test_figures_in_words_with_their_meaning(desk: Run, language: str, name: str) -> None:
    desk("log", "--channel", "line", "--outcome", "answered")
    told = desk("figures", "--from", "วันนี้", "--to", "วันนี้", "--lang", language).out
    assert name in told
    assert "– (n 0)" in told
    assert "7 วัน" in told or "7 days" in told


def test_days_the_wrong_way_round(desk: Run) -> None:
    assert desk("figures", "--from", "2026-11-02", "--to", "2026-11-01").status != 0
