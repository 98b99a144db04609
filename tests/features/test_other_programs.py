"""Other programs work on the same desk while its window is open."""

import csv
import json
from pathlib import Path

from frontdesk.ui.pages.log.page import LogPage
from tests.features.driver import Driver
from tests.features.small_desk import LOST_CARD, PARKING, SUDA
from tests.features.terminal import frontdesk


def log_page(driver: Driver) -> LogPage:
    return driver.place.pages.log


def test_a_contact_logged_from_a_terminal_appears_on_the_log_page(at_desk: Driver, folder: Path) -> None:
    at_desk.press("F7")
    at_desk.wait_for_data()
    assert log_page(at_desk).model.rowCount() == 0

    said = frontdesk(
        folder, "log", "--channel", "line", "--person", SUDA, "--article", PARKING, "--outcome", "answered",
        "--note", "จากตู้สาขา", "--json",
    )  # fmt: skip

    at_desk.qtbot.waitUntil(lambda: log_page(at_desk).model.contact(0) is not None, timeout=2_000)
    contact = log_page(at_desk).model.contact(0)
    assert contact is not None
    assert (contact.id, contact.note, contact.person_code) == (json.loads(said)["id"], "จากตู้สาขา", SUDA)
    assert at_desk.keys == 1


def test_an_answer_changed_by_another_program_is_found_with_its_new_words(
    at_desk: Driver, folder: Path, tmp_path: Path
) -> None:
    at_desk.type("กระเป๋าตังค์")
    at_desk.wait_for(lambda: at_desk.desk.results.complete)
    assert at_desk.chosen_code != LOST_CARD
    at_desk.press("Esc")
    file = tmp_path / "changed.csv"
    with file.open("w", encoding="utf-8", newline="") as stream:
        rows = csv.writer(stream)
        rows.writerow(("code", "title", "say", "body", "category", "keywords", "department"))
        rows.writerow((LOST_CARD, "บัตรหาย", "ช่อง 5 ค่ะ", "1. ไปช่อง 5", "", "กระเป๋าตังค์หาย", "เวชระเบียน"))

    frontdesk(folder, "import", "articles", str(file))

    found = at_desk.find_before(LOST_CARD, "กระเป๋าตังค์", milliseconds=3_000)
    assert (found.title, found.say) == ("บัตรหาย", "ช่อง 5 ค่ะ")
    at_desk.press("Return", "Ctrl+1")
    assert at_desk.wait_for_record(1).articles == (LOST_CARD,)
    assert at_desk.keys == 2


def test_the_answer_in_view_is_renewed_where_it_stands(at_desk: Driver, folder: Path, tmp_path: Path) -> None:
    at_desk.find("บัตรประจำตัว", LOST_CARD)
    file = tmp_path / "changed.csv"
    file.write_text(
        f"code,title,say,body,category,keywords,department\n{LOST_CARD},บัตรประจำตัวผู้ป่วยหาย,ช่อง 7 ค่ะ,ไปช่อง 7,,,\n",
        "utf-8",
    )

    frontdesk(folder, "import", "articles", str(file))

    at_desk.wait_for(lambda: at_desk.answer_in_view and at_desk.answer_in_view.say == "ช่อง 7 ค่ะ")
    assert at_desk.desk.view.box.text() == "บัตรประจำตัว"
    assert at_desk.chosen_code == LOST_CARD
