"""vCards of every version and make as tables of people."""

from pathlib import Path

import pytest

from frontdesk.domain.errors import DeskError
from frontdesk.importing.sandbox import Letters, Limits, Rows
from frontdesk.importing.tables import FileTables
from frontdesk.importing.vcards.lines import MAX_TEXT_BYTES
from frontdesk.importing.vcards.table import MAX_VALUE, open_cards, read_cards

Read = list[dict[str, str]]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "contacts.vcf"


def packets_of(file: Path, data: str | bytes, encoding: str = "") -> tuple[Letters, list[tuple[int, dict[str, str]]]]:
    """Read a file as the child does, without a child."""
    file.write_bytes(data.replace("\n", "\r\n").encode() if isinstance(data, str) else data)
    letters, head, *more = list(read_cards(file, encoding))
    assert isinstance(letters, Letters)
    assert isinstance(head, Rows)
    columns = head.rows[0][1]
    rows = [row for packet in more if isinstance(packet, Rows) for row in packet.rows]
    return letters, [(line, dict(zip(columns, cells, strict=True))) for line, cells in rows]


def people_of(file: Path, data: str | bytes, encoding: str = "") -> Read:
    return [cells for _, cells in packets_of(file, data, encoding)[1]]


def person_of(file: Path, *lines: str | bytes, version: str = "3.0") -> dict[str, str]:
    """Read one card and return its cells but for the code."""
    inner = [line.encode() if isinstance(line, str) else line for line in lines]
    card = [b"BEGIN:VCARD", f"VERSION:{version}".encode(), *inner, b"END:VCARD", b""]
    (cells,) = people_of(file, b"\r\n".join(card))
    return {column: text for column, text in cells.items() if text and column != "code"}


OLD = """BEGIN:VCARD
VERSION:2.1
N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E0=B9=83=E0=B8=88=E0=B8=94=E0=B8=B5;=
=E0=B8=AA=E0=B8=B8=E0=B8=94=E0=B8=B2;;=E0=B8=99=E0=B8=B2=E0=B8=87=E0=B8=AA=
=E0=B8=B2=E0=B8=A7;
FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E0=B8=AA=E0=B8=B8=E0=B8=94=E0=B8=B2
TEL;CELL;VOICE:0812345678
TEL;HOME:+6621234567
TEL;WORK;FAX:02-765-4321
EMAIL;INTERNET:suda@example.org
NOTE;ENCODING=QUOTED-PRINTABLE;CHARSET=UTF-8:=E0=B8=9E=E0=B8=B9=E0=B8=94=0D=0A=
=E0=B8=8A=E0=B9=89=E0=B8=B2
PHOTO;ENCODING=BASE64;JPEG:/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDAAMCAgICAgMCAgIDAwMDBAYE
 BAQEBAgGBgUGCQgKCgkICQkKDA8MCgsOCwkJDRENDg8QEBEQCgwSExIQEw8QEBD/
AQAAAA==

BDAY:19850412
END:VCARD
"""


def test_a_card_of_2_1_as_old_telephones_write_it(file: Path) -> None:
    (cells,) = people_of(file, OLD)
    assert cells.pop("code").startswith("V-")
    assert cells == {
        "prefix": "นางสาว", "given_name": "สุดา", "family_name": "ใจดี", "phone": "0812345678",
        "phone2": "home: +6621234567", "phone3": "work: Fax 02-765-4321", "email": "suda@example.org",
        "birthday": "1985-04-12", "note": "พูด\nช้า",
    }  # fmt: skip


IPHONE = """BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.1//EN
N:Jaidee;Suda;;Ms.;
FN:Ms. Suda Jaidee
NICKNAME:Da
ORG:ACME\\, Ltd.;Accounting
TITLE:Head of\\nAccounts
EMAIL;type=INTERNET;type=HOME;type=pref:suda@example.org
EMAIL;type=INTERNET;type=WORK:s.jaidee@example.com
TEL;type=CELL;type=VOICE;type=pref:081-234-5678
item1.TEL:+66 2 123 4567
item1.X-ABLabel:_$!<HomeFAX>!$_
item2.TEL:+66 89 999 8888
item2.X-ABLabel:แม่
item3.IMPP;X-SERVICE-TYPE=LINE:line:suda.j
item3.X-ABLabel:LINE
item4.ADR;type=HOME;type=pref:;;99/1 Sukhumvit;Bangkok;;10110;Thailand
URL:https\\://example.org
NOTE:first\\nsecond\\; third
BDAY;X-APPLE-OMIT-YEAR=1604:1604-04-12
PHOTO;ENCODING=b;TYPE=JPEG:/9j/4AAQSkZJRgABAQ
 AAAQABAAD
UID:1F2E3D4C
END:VCARD
"""


def test_a_card_of_3_0_as_apple_writes_it(file: Path) -> None:
    (cells,) = people_of(file, IPHONE)
    code = cells.pop("code")
    assert cells == {
        "prefix": "Ms.", "given_name": "Suda", "family_name": "Jaidee", "nickname": "Da", "organisation": "ACME, Ltd.",
        "department": "Accounting", "phone": "081-234-5678", "phone2": "home: Fax +66 2 123 4567",
        "phone3": "+66 89 999 8888 (แม่)", "email": "suda@example.org; s.jaidee@example.com", "line": "suda.j",
        "birthday": "--04-12", "note": "first\nsecond; third", "facts": "ตำแหน่ง: Head of Accounts",
        "ADR": "99/1 Sukhumvit, Bangkok, 10110, Thailand", "URL": "https://example.org",
    }  # fmt: skip
    changed = IPHONE.replace("081-234-5678", "089-765-4471").replace("Da\n", "Dada\n")
    assert people_of(file, changed)[0]["code"] == code


NEW = """BEGIN:VCARD
VERSION:4.0
UID:urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1
FN;PREF=1:สมชาย รักดี
N:รักดี;สมชาย;;นาย;
TEL;VALUE=uri;PREF=2;TYPE="voice,home":tel:+66-2-123-4567;ext=25
TEL;VALUE=uri;PREF=1;TYPE="voice,cell":tel:+66812345678
TEL;TYPE=work;VALUE=text:02-765-4321 ต่อ 12
EMAIL;TYPE=work:mailto:somchai@example.com
IMPP:line:somchai.r
BDAY:--0412
KIND:individual
REV:20261122T090000Z
END:VCARD
"""


def test_a_card_of_4_0(file: Path) -> None:
    (cells,) = people_of(file, NEW)
    assert cells.pop("code").startswith("V-")
    assert cells == {
        "prefix": "นาย", "given_name": "สมชาย", "family_name": "รักดี", "phone": "+66812345678",
        "phone2": "home: +66-2-123-4567 ext. 25", "phone3": "work: 02-765-4321 ต่อ 12", "email": "somchai@example.com",
        "line": "somchai.r", "birthday": "--04-12",
    }  # fmt: skip


@pytest.mark.parametrize("charset", ["TIS-620", "WINDOWS-874", "tis620", "CP874", "ISO-8859-11"])
def test_thai_letters_of_old_telephones(file: Path, charset: str) -> None:
    name = "สุดา ใจดี".encode("cp874")
    quoted = b"".join(b"=%02X" % octet for octet in name)
    said = f";CHARSET={charset}".encode()
    assert person_of(file, b"FN" + said + b":" + name, version="2.1") == {"name": "สุดา ใจดี"}
    assert person_of(file, b"FN" + said + b";ENCODING=QUOTED-PRINTABLE:" + quoted) == {"name": "สุดา ใจดี"}
    assert person_of(file, b"FN;QUOTED-PRINTABLE" + said + b":" + quoted) == {"name": "สุดา ใจดี"}


def test_letters_are_guessed_value_by_value_where_nothing_is_said(file: Path) -> None:
    cells = person_of(file, b"FN:" + "สุดา".encode("cp874"), "ORG:บริษัท ก", "NOTE:caf\u00e9")
    assert (cells["name"], cells["organisation"], cells["note"]) == ("สุดา", "บริษัท ก", "café")
    assert person_of(file, b"FN:" + "สุดาใจดีสุขใจ".encode() + b"\xe0\xb8")["name"].startswith("สุดาใจดีสุขใจ")


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_a_mark_at_the_beginning_is_understood(file: Path, encoding: str) -> None:
    file.write_bytes("BEGIN:VCARD\nVERSION:3.0\nFN:สุดา\nEND:VCARD\n".encode(encoding))
    with FileTables().open(file) as table:
        assert [dict(zip(table.columns, cells, strict=True))["name"] for _, cells in table.rows()] == ["สุดา"]
        assert (table.format.encoding, table.format.delimiter, table.replaced) == ("utf-8", "", 0)


def test_a_person_may_choose_the_encoding(file: Path) -> None:
    data = b"BEGIN:VCARD\nFN:" + "กขค".encode() + b"\nEND:VCARD\n"
    assert people_of(file, data)[0]["name"] == "กขค"
    letters, rows = packets_of(file, data, "cp874")
    assert (letters.encoding, rows[0][1]["name"]) == ("cp874", "กขค".encode().decode("cp874", "replace"))


@pytest.mark.parametrize(
    ("line", "column", "text"),
    [
        ("BDAY:1985-04-12", "birthday", "1985-04-12"),
        ("BDAY:1985-04-12T00:00:00Z", "birthday", "1985-04-12"),
        ("BDAY:25280412", "birthday", "2528-04-12"),
        ("BDAY:--04-12", "birthday", "--04-12"),
        ("BDAY:0000-04-12", "birthday", "--04-12"),
        ("BDAY:12 เมษายน 2528", "birthday", "12 เมษายน 2528"),
        ("BDAY:1985-04", "facts", "วันเกิด: 1985-04"),
        ("BDAY:1985", "facts", "วันเกิด: 1985"),
        ("BDAY:---12", "facts", "วันเกิด: ---12"),
        ("N:;สมชาย ใจดี;;;", "family_name", "ใจดี"),
        ("N:ใจดี;นายสมชาย;;;", "prefix", "นาย"),
        ("N:Smith;John;Quincy;Dr.;Jr.", "given_name", "John Quincy"),
        ("N:Smith;John;Quincy;Dr.;Jr.", "family_name", "Smith Jr."),
        ("NICKNAME:ดา,ดาว\\, เดือน", "nickname", "ดา"),
        ("NICKNAME:ดา,ดาว\\, เดือน", "aliases", "ดาว, เดือน"),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/nickname;หนู;1;;;", "nickname", "หนู"),
        ("X-ANDROID-CUSTOM:vnd.android.cursor.item/relation;แม่;1;;;", "X-ANDROID-CUSTOM", "relation: แม่"),
        ("X-LINE:@suda", "line", "@suda"),
        ("IMPP:xmpp:suda@example.org", "IMPP", "xmpp:suda@example.org"),
        ("ROLE:ช่าง", "facts", "ตำแหน่ง: ช่าง"),
        ("NOTE:a\\nb\\Nc", "note", "a\nb\nc"),
        ("NOTE:a\\;b\\,c\\\\n", "note", "a;b,c\\n"),
        ("NOTE;LANGUAGE=\"th:x\":ก", "note", "ก"),
        ("note:small letters", "note", "small letters"),
        ("NOTE:long line\n  folded\n \tagain", "note", "long line folded\tagain"),
        ("NOTE:a line\nthat was never folded", "note", "a line\nthat was never folded"),
        ("NOTE:\u202edesrever\u202c \u2066ok\u2069\x07", "note", "desrever ok"),
        ("NOTE;ENCODING=b:4Liq4Li44LiU4Liy", "note", "สุดา"),
        ("TEL;TYPE=HOME,WORK:021234567", "phone", "021234567"),
        ("TEL:*100#", "phone", "*100#"),
        ("TEL;TYPE=cell:tel:+66812345678", "phone", "+66812345678"),
        ("CATEGORIES:ลูกค้า,VIP", "CATEGORIES", "ลูกค้า,VIP"),
    ],
)  # fmt: skip
def test_properties(file: Path, line: str, column: str, text: str) -> None:
    lines = line.replace("\n", "\r\n")
    assert person_of(file, "FN:ก", lines)[column] == text


@pytest.mark.parametrize(
    ("lines", "name"),
    [
        (("FN:สุดา ใจดี",), "สุดา ใจดี"),
        (("FN:", "N:;;;;", "EMAIL:a@example.org"), "a@example.org"),
        (("NICKNAME:ดา",), "ดา"),
        (("FN:บริษัท ก", "ORG:บริษัท ก"), ""),
        (("TEL:081",), ""),
    ],
)
def test_what_a_card_without_a_name_goes_by(file: Path, lines: tuple[str, ...], name: str) -> None:
    assert person_of(file, *lines).get("name", "") == name


def card(*lines: str) -> str:
    return "\n".join(["BEGIN:VCARD", "VERSION:3.0", *lines, "END:VCARD", ""])


def test_the_same_card_twice_is_one_person_and_namesakes_are_two(file: Path) -> None:
    suda, other = card("FN:สุดา", "TEL:081"), card("FN:สุดา", "TEL:081", "NOTE:อีกคน")
    rows = packets_of(file, suda + other + suda + other)[1]
    assert [line for line, _ in rows] == [1, 6]
    assert rows[1][1]["code"] == rows[0][1]["code"] + "-2"


def test_codes_stay_the_same_when_cards_are_shuffled_or_changed_otherwise(file: Path) -> None:
    one, two = card("FN:สุดา", "TEL:081"), card("FN:มานพ", "TEL:082", "NOTE:x")
    codes = {row["name"]: row["code"] for row in people_of(file, one + two)}
    assert {row["name"]: row["code"] for row in people_of(file, two.replace("x", "y") + one)} == codes


def test_nested_cards_and_pictures_are_passed_over(file: Path) -> None:
    data = card("FN:สุดา", "AGENT:", "BEGIN:VCARD", "FN:ผู้ช่วย", "TEL:082", "END:VCARD", "PHOTO:x" * 20_000, "TEL:081")
    (cells,) = people_of(file, data)
    assert (cells["name"], cells["phone"]) == ("สุดา", "081")


def test_empty_cards_say_nothing_of_anybody(file: Path) -> None:
    assert len(people_of(file, card() + card("FN:สุดา") + card("REV:2026"))) == 1


def test_what_is_wrong_with_a_card_is_told_by_its_line(file: Path) -> None:
    long = card("FN:ยาว", "NOTE:" + "ก" * (MAX_VALUE + 1))
    data = card("FN:สุดา") + "BEGIN:VCARD\nFN:มานพ\n" + card("FN:ก") + long + "BEGIN:VCARD\nFN:ท้าย\n"
    letters, rows = packets_of(file, data)
    assert [cells["name"] for _, cells in rows] == ["สุดา", "มานพ", "ก", "ยาว", "ท้าย"]
    assert [(line, code) for line, code, _ in letters.faults] == [
        (5, "card_not_closed"),
        (11, "field_too_long"),
        (16, "card_not_closed"),
    ]


def test_a_value_without_an_end_is_cut_and_told(file: Path) -> None:
    letters, rows = packets_of(file, card("FN:ก", "NOTE:" + "ข" * 100_000))
    assert [(line, code) for line, code, _ in letters.faults] == [(1, "field_too_long")]
    assert len(rows[0][1]["note"].encode()) <= 40_002


def test_a_soft_break_at_the_end_does_not_swallow_the_end_of_the_card(file: Path) -> None:
    data = "BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:abc=\nEND:VCARD\n" + card("FN:ก")
    assert [cells["name"] for cells in people_of(file, data)] == ["abc", "ก"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (card("FN:x") * 20_001, "too_many_cards"),
        (card("FN:x", *["NOTE:" + "y" * 1000] * 10) * (MAX_TEXT_BYTES // 10_000), "cards_too_large"),
        ("BEGIN:VCARD\n" + "\n" * 2_000_001, "cards_too_large"),
        ("BEGIN:VCARD\nEND:VCARD\n", "file_empty"),
        (card("FN:x", *[f"X-P{n}:y" for n in range(300)]), "too_many_columns"),
    ],
)
def test_hostile_files_are_refused(file: Path, data: str, code: str) -> None:
    file.write_text(data)
    with pytest.raises(DeskError, match=code):
        list(read_cards(file))


def test_a_card_of_very_many_properties_is_cut_and_told(file: Path) -> None:
    letters, _ = packets_of(file, card("FN:x", *["TEL:081"] * 100_000))
    assert [(line, code) for line, code, _ in letters.faults] == [(1, "card_too_long")]


def test_it_is_read_in_a_child_with_limits(file: Path) -> None:
    file.write_text(card("FN:สุดา", "TEL:081"))
    with open_cards(file) as table:
        assert table.columns == ("code", "name", "phone")
        assert [cells[1:] for _, cells in table.rows()] == [("สุดา", "081")]
    with pytest.raises(DeskError) as refused, open_cards(file, limits=Limits(seconds=0)):
        raise AssertionError
    assert refused.value.code in ("cards_too_large", "cards_damaged")
