"""Badges: every label whole, every code read by a real decoder, nothing of the visitor where it does not belong."""

import io
import re
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from frontdesk.domain.visits import VisitKind
from frontdesk.printing.boxes import MM
from frontdesk.printing.papers import draw
from frontdesk.printing.qr_code import least_side
from frontdesk.services.gate_reports import Badge, BadgeSheet
from frontdesk.services.label_sizes import LabelSize, label_sizes

from .conftest import read_with_pdfium
from .gate_samples import LONG_ENGLISH, LONG_THAI, TOKEN, badge, badges, gate_paper
from .test_thai_text import HARD_WORDS

CODES = list(label_sizes())
MODULES, QUIET = 25, 4
DARK = 128
FULLEST = badge(LONG_THAI, kind=VisitKind.STAFF, escort=True, people=12, place=f"{HARD_WORDS[0]} ห้องประชุมใหญ่ชั้นสิบสอง")


def made(report: BadgeSheet) -> bytes:
    file = io.BytesIO()
    draw(report, file, lambda _: None)
    return file.getvalue()


def on(code: str, *given: Badge, skip: int = 0) -> bytes:
    return made(BadgeSheet(gate_paper(), label_sizes()[code], given, skip))


def printed(pdf: bytes, dots: int) -> Iterator[Image.Image]:
    """Yield pages as a printer puts them down: so many dots an inch, each black or white."""
    document = pypdfium2.PdfDocument(pdf)
    for page in document:
        grey = page.render(scale=dots / 72, grayscale=True).to_pil().convert("L")
        yield grey.point(lambda level: 255 if level >= DARK else 0)
        page.close()
    document.close()


def letters(pdf: bytes) -> str:
    """Return what is read, without spaces; the reader takes a hyphen at the end of a line for a mere division."""
    return "".join("".join(read_with_pdfium(pdf)).split()).replace("\ufffe", "-")


@pytest.mark.parametrize("dots", [203, 300])
@pytest.mark.parametrize("code", CODES)
def test_every_code_is_read_and_says_the_token_only(code: str, dots: int) -> None:
    given = (badge(), FULLEST, badge(LONG_ENGLISH, number="", typed=""))
    found = [one.text for page in printed(on(code, *given), dots) for one in zxingcpp.read_barcodes(page)]
    assert found == [TOKEN] * 3


@pytest.mark.parametrize("code", CODES)
def test_codes_have_their_quiet_zone_and_modules_of_whole_dots(code: str) -> None:
    dots = label_sizes()[code].dots
    (page,) = printed(on(code, FULLEST), dots)
    (found,) = zxingcpp.read_barcodes(page)
    corners = (found.position.top_left, found.position.top_right, found.position.bottom_left)
    left, right = corners[0].x, corners[1].x + 1
    top, bottom = corners[0].y, corners[2].y + 1
    module = round((right - left) / MODULES)
    assert (right - left, bottom - top) == pytest.approx((module * MODULES, module * MODULES), abs=2)
    assert module * 25.4 / dots >= 0.33
    inside = page.crop((left - 1, top - 1, right + 1, bottom + 1)).histogram()[0]
    wide = (QUIET - 0.5) * module
    around = page.crop((round(left - wide), round(top - wide), round(right + wide), round(bottom + wide)))
    assert around.histogram()[0] == inside, "nothing dark stands in the quiet zone"


@pytest.mark.parametrize("name", [LONG_THAI, LONG_ENGLISH, "สุดา ใจดี", *(f"นาย{word} {word}วงศ์" for word in HARD_WORDS)])
@pytest.mark.parametrize("code", CODES)
def test_names_are_whole_on_every_label(code: str, name: str) -> None:
    assert "".join(name.split()) in letters(on(code, badge(name, escort=True)))


@pytest.mark.parametrize("code", CODES)
def test_it_says_whom_where_and_until_when_in_both_eras(code: str) -> None:
    said = letters(on(code, badge()))
    wanted = ("ผู้มาติดต่อ·VISITOR", "V-027", "อรอนงค์พรหมดี", "อาคารอำนวยการชั้น2ห้องประชุมธาร",
              "ใช้ได้20พ.ย.256908:00–17:00น.", "Valid20Nov202608:00–17:00", "K7M2PQ")  # fmt: skip
    assert [words for words in wanted if words not in said] == []


@pytest.mark.parametrize("code", ["roll-62x100", "card-86x54", "a4-8"])
def test_larger_labels_say_everything(code: str) -> None:
    said = letters(on(code, FULLEST))
    wanted = ("บุคลากร·STAFF", "ต้องมีเจ้าหน้าที่พาไป·ESCORTREQUIRED", "12คน·12people", "โรงพยาบาลธารบุรี",
              "บริษัทธารการแพทย์และเวชภัณฑ์จำกัด(มหาชน)")  # fmt: skip
    assert [words for words in wanted if words not in said] == []


def test_a_stay_over_several_days_says_both() -> None:
    said = letters(on("card-86x54", Badge(TOKEN, "ก", badge().valid_from, badge().valid_until.replace(day=22))))
    assert "ใช้ได้20พ.ย.256908:00น.ถึง22พ.ย.256917:00น." in said
    assert "Valid20Nov202608:00to22Nov202617:00" in said


@pytest.mark.parametrize("code", CODES)
def test_nothing_leaves_the_label(code: str) -> None:
    size = label_sizes()[code]
    hostile = badge(
        "ก" * 400, host="x" * 300, place="กรุงเทพ " * 60, organisation="บริษัท" * 50, number="9" * 40, escort=True
    )
    document = pypdfium2.PdfDocument(on(code, hostile, FULLEST))
    boxes = [box for page in document for box in ink_of(page)]
    document.close()
    labels = [label_of(size, place) for place in range(size.places)]
    outside = [box for box in boxes if not any(inside(box, label) for label in labels)]
    assert outside == []
    assert boxes


def ink_of(page: pypdfium2.PdfPage) -> list[tuple[float, float, float, float]]:
    text = page.get_textpage()
    boxes = [text.get_charbox(place) for place in range(text.count_chars()) if text.get_text_range(place, 1).strip()]
    text.close()
    return [box for box in boxes if box[0] != box[2]]


def label_of(size: LabelSize, place: int) -> tuple[float, float, float, float]:
    (left, top), height = size.corner(place), size.page[1]
    return left * MM, (height - top - size.height) * MM, (left + size.width) * MM, (height - top) * MM


def inside(box: tuple[float, ...], label: tuple[float, ...]) -> bool:
    return label[0] <= box[0] and label[1] <= box[1] and box[2] <= label[2] and box[3] <= label[3]


def test_used_places_are_left_free_and_a_full_sheet_is_followed_by_another() -> None:
    size = label_sizes()["a4-8"]
    report = badges("a4-8", 10, skip=3)
    first, second = printed(made(report), 203)
    rows = [round(one.position.top_left.y * 25.4 / 203 // size.down) for one in zxingcpp.read_barcodes(first)]
    assert sorted(rows) == [1, 2, 2, 3, 3], "places 4 to 8"
    assert len(zxingcpp.read_barcodes(second)) == 5


def test_single_labels_have_a_page_each_of_their_size() -> None:
    document = pypdfium2.PdfDocument(made(badges("thermal-57x32", 3)))
    sizes = [(round(page.get_width() / MM, 1), round(page.get_height() / MM, 1)) for page in document]
    document.close()
    assert sizes == [(57, 32)] * 3


def test_every_label_has_room_for_a_code_that_can_be_read() -> None:
    for size in label_sizes().values():
        room = min(size.width, size.height) - 2 * size.margin
        assert least_side(TOKEN, size.dots) < 0.62 * room * MM


def test_nothing_of_the_visitor_is_told_beside_the_page() -> None:
    pdf = made(badges("card-86x54", 2))
    document = pypdfium2.PdfDocument(pdf)
    told = " ".join(document.get_metadata_dict().values())
    document.close()
    assert "บัตรผู้มาติดต่อ" in told
    assert not re.search("สุดา|Suda|V-027|k7m2", told)


def test_a_logo_is_drawn(tmp_path: Path) -> None:
    logo = tmp_path / "logo.png"
    Image.new("RGBA", (200, 100), (20, 90, 120, 255)).save(logo)
    report = BadgeSheet(gate_paper(logo=logo), label_sizes()["card-86x54"], (badge(),))
    document = pypdfium2.PdfDocument(made(report))
    picture = document[0].render(scale=2).to_pil().convert("RGB")
    document.close()
    assert (20, 90, 120) in {colour for _, colour in picture.getcolors(1 << 20)}
