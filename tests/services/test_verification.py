from pathlib import Path
from typing import Any

import pytest

from frontdesk.domain.chain import ChainEntry, ChainHead, commitment_to, fingerprint, link_after, seal_of
from frontdesk.domain.chain_report import Fault, FaultKind, RemarkKind
from frontdesk.domain.errors import DeskError
from frontdesk.services.ports import Cancelled
from frontdesk.services.verification import Verification
from frontdesk.storage.chain_contents import contents_of
from frontdesk.storage.chain_tables import contact_corrections, corrected_articles, corrected_contacts
from frontdesk.storage.tables import contact_articles, contact_queries, contacts, gaps, transfers, withdrawals

from .harmed_desk import COUNT, closing_desk, contact, copied, harm, harm_by, make_desk, verified

KINDS = FaultKind


@pytest.fixture(scope="session")
def whole_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("โต๊ะ") / "desk"
    make_desk(folder)
    return folder


@pytest.fixture
def desk(whole_desk: Path, tmp_path: Path) -> Path:
    return copied(whole_desk, tmp_path / "desk")


def fault_of(folder: Path) -> Fault:
    fault = verified(folder).fault
    assert fault is not None
    return fault


def test_a_whole_record_is_found_whole(desk: Path) -> None:
    report = verified(desk)
    assert (report.fault, report.remarks, report.head.count) == (None, (), COUNT)


ROWS = [  # table, column that finds one row, what it is there, the number of its entry
    (contacts, "id", "c04", 4),
    (contact_articles, "contact_id", "c04", 4),
    (contact_queries, "contact_id", "c04", 4),
    (transfers, "contact_id", "c04", 4),
    (gaps, "contact_id", "c04", 4),
    (contact_corrections, "contact_id", "c05", 12),
    (withdrawals, "contact_id", "c02", 11),
]
ENTRIES = {"contact_corrections": "correction", "withdrawals": "withdrawal"} | dict.fromkeys(
    ("contacts", "contact_articles", "contact_queries", "transfers", "gaps"), "contact"
)
EDITS = [
    pytest.param(table.name, column.name, key, value, number, id=f"{table.name}.{column.name}")
    for table, key, value, number in ROWS
    for column in table.columns
    if column.name != key
]


WAYS = ("{0} || ' '", "'ก'", "NULL", "X'FF'", "CAST(X'C0FF' AS TEXT)", "'2'", "7")
"""Other text, nothing, bytes, bytes that are no letters, numbers: the tables refuse a few of them."""


@pytest.mark.parametrize(("table", "column", "key", "value", "number"), EDITS)
def test_an_edit_of_any_column_is_found(
    whole_desk: Path, tmp_path: Path, table: str, column: str, key: str, value: str, number: int
) -> None:
    name, edited = f'"{column}"', 0
    for place, way in enumerate(WAYS):
        change = f"UPDATE OR IGNORE {table} SET {name} = {way.format(name)} WHERE {key} = '{value}'"
        desk = copied(whole_desk, tmp_path / str(place))
        if not edits(desk, change, f"SELECT typeof({name}), hex({name}) FROM {table}"):
            continue
        edited += 1
        kind = KINDS.REMOVED if column == "seq" else KINDS.EDITED
        assert fault_of(desk) == Fault(kind, number, entry=ENTRIES[table]), way
    assert edited >= 3


def edits(desk: Path, change: str, present: str) -> bool:
    """Make a change; tell whether there is one."""
    seen: list[Any] = []

    def edit(connection: Any) -> None:
        seen.append(connection.execute(present).fetchall())
        connection.execute(change).close()
        seen.append(connection.execute(present).fetchall())

    harm_by(desk, edit)
    return bool(seen[0] != seen[1])


def test_a_row_under_another_name_is_missed(desk: Path) -> None:
    harm(desk, "UPDATE contacts SET id = 'c99' WHERE id = 'c04'")
    assert fault_of(desk) == Fault(KINDS.REMOVED, 4, entry="contact")


DERIVED = [
    pytest.param(table.name, column.name, key, id=f"{table.name}.{column.name}")
    for table, key in ((corrected_contacts, "id"), (corrected_articles, "contact_id"))
    for column in table.columns
]


@pytest.mark.parametrize(("table", "column", "key"), DERIVED)
def test_an_edit_of_what_is_searched_of_a_corrected_contact_is_found(
    desk: Path, table: str, column: str, key: str
) -> None:
    harm(desk, f"UPDATE {table} SET \"{column}\" = 7 WHERE {key} = 'c01'")
    assert fault_of(desk) == Fault(KINDS.DERIVED, 1, entry="contact")


@pytest.mark.parametrize(
    ("statement", "fault"),
    [
        ("DELETE FROM contacts WHERE id = 'c04'", Fault(KINDS.REMOVED, 4, entry="contact")),
        ("DELETE FROM contact_articles WHERE contact_id = 'c04'", Fault(KINDS.EDITED, 4, entry="contact")),
        ("DELETE FROM transfers WHERE contact_id = 'c04'", Fault(KINDS.EDITED, 4, entry="contact")),
        ("DELETE FROM gaps WHERE contact_id = 'c04'", Fault(KINDS.EDITED, 4, entry="contact")),
        ("DELETE FROM contact_queries WHERE contact_id = 'c04'", Fault(KINDS.EDITED, 4, entry="contact")),
        ("INSERT INTO contact_queries VALUES ('c04', 9, 'x')", Fault(KINDS.EDITED, 4, entry="contact")),
        ("DELETE FROM contact_corrections WHERE contact_id = 'c05'", Fault(KINDS.REMOVED, 12, entry="correction")),
        ("DELETE FROM withdrawals", Fault(KINDS.REMOVED, 11, entry="withdrawal")),
        ("DELETE FROM chain WHERE seq = 4", Fault(KINDS.CUT_OUT, 4, 4)),
        ("DELETE FROM chain WHERE seq BETWEEN 1 AND 3", Fault(KINDS.CUT_OUT, 1, 3)),
        ("DELETE FROM chain WHERE seq = 13", Fault(KINDS.UNCHAINED, entry="contact")),
        ("DELETE FROM chain", Fault(KINDS.UNCHAINED, entry="contact")),
        ("UPDATE chain SET seq = 0 WHERE seq = 1", Fault(KINDS.BROKEN, 0, entry="contact")),
        ("UPDATE chain SET salt = NULL WHERE seq = 4", Fault(KINDS.EDITED, 4, entry="contact")),
        ("UPDATE chain SET salt = 'x' WHERE seq = 4", Fault(KINDS.EDITED, 4, entry="contact")),
        ("UPDATE chain SET commitment = X'00' WHERE seq = 4", Fault(KINDS.BROKEN, 4, entry="contact")),
        ("UPDATE chain SET link = X'00' WHERE seq = 4", Fault(KINDS.BROKEN, 4, entry="contact")),
        ("UPDATE chain SET kind = 'withdrawal' WHERE seq = 4", Fault(KINDS.BROKEN, 4, entry="withdrawal")),
        ("UPDATE chain SET subject = 'c05' WHERE seq = 4", Fault(KINDS.BROKEN, 4, entry="contact")),
        ("UPDATE chain SET at = '2027' WHERE seq = 4", Fault(KINDS.BROKEN, 4, entry="contact")),
        ("DELETE FROM chain_keys", Fault(KINDS.KEY_CHANGED, 1)),
        ("UPDATE chain_keys SET fingerprint = 'x'", Fault(KINDS.KEY_CHANGED, 1)),
        ("UPDATE chain_keys SET first_seq = 5", Fault(KINDS.KEY_CHANGED, 1)),
        ("INSERT INTO withdrawals VALUES ('c04', 'x', '2026')", Fault(KINDS.UNCHAINED, entry="withdrawal")),
        ("INSERT INTO erasures VALUES ('c04', '2026', 'x', '')", Fault(KINDS.UNCHAINED, entry="erasure")),
        ("DELETE FROM corrected_contacts WHERE id = 'c01'", Fault(KINDS.DERIVED, 1, entry="contact")),
        ("INSERT INTO corrected_articles VALUES ('c07', 0, 'X', '', '[]')", Fault(KINDS.DERIVED, 7, entry="contact")),
    ],
)  # fmt: skip
def test_rows_taken_out_put_in_or_changed_are_found(desk: Path, statement: str, fault: Fault) -> None:
    harm(desk, statement)
    assert fault_of(desk) == fault


def test_a_contact_put_in_beside_the_program_is_found(desk: Path) -> None:
    columns = ", ".join("'c98'" if column.name == "id" else column.name for column in contacts.columns)
    harm(desk, f"INSERT INTO contacts SELECT {columns} FROM contacts WHERE id = 'c03'")
    assert fault_of(desk) == Fault(KINDS.UNCHAINED, entry="contact")


def test_two_entries_that_changed_places_are_found(desk: Path) -> None:
    harm(desk, *(f"UPDATE chain SET seq = {new} WHERE seq = {old}" for old, new in ((4, 99), (7, 4), (99, 7))))
    assert fault_of(desk) == Fault(KINDS.MOVED, 4, entry="contact", place=7)


def test_two_contacts_that_changed_places_are_found(desk: Path) -> None:
    moves = (("c04", "x"), ("c07", "c04"), ("x", "c07"))
    harm(desk, *(f"UPDATE contacts SET id = '{new}' WHERE id = '{old}'" for old, new in moves))
    assert fault_of(desk) == Fault(KINDS.EDITED, 4, entry="contact")


def test_an_entry_taken_out_with_the_rest_moved_up_is_found(desk: Path) -> None:
    harm(desk, "DELETE FROM chain WHERE seq = 4", "DELETE FROM contacts WHERE id = 'c04'")
    harm(desk, *(f"UPDATE chain SET seq = {seq} WHERE seq = {seq + 1}" for seq in range(4, COUNT)))
    assert fault_of(desk) == Fault(KINDS.BROKEN, 4, entry="contact")


CUT = (
    "DELETE FROM chain WHERE seq > 12",
    *(
        f"DELETE FROM {table} WHERE contact_id = 'c10'"
        for table in ("contact_articles", "contact_queries", "transfers", "gaps")
    ),
    "DELETE FROM contacts WHERE id = 'c10'",
)


def test_a_tail_cut_off_is_found(desk: Path) -> None:
    harm(desk, *CUT)
    assert fault_of(desk) == Fault(KINDS.CUT_TAIL, 13, 13)


@pytest.mark.parametrize("head", ["kept", "removed", "broken"])
def test_a_tail_cut_off_stays_known_when_the_desk_works_on(desk: Path, head: str) -> None:
    harm(desk, *CUT)
    if head == "removed":
        (desk / "chain.head").unlink()
    if head == "broken":
        (desk / "chain.head").write_text("เสีย", "utf-8")
    with closing_desk(desk) as database:
        for number in (11, 12, 14):
            with database.write() as repos:
                repos.contacts.add(contact(number))
    assert fault_of(desk) == Fault(KINDS.GAP, 13, 13 if head == "kept" else 0)
    harm(desk, "UPDATE contacts SET note = '' WHERE id = 'c12'")
    assert fault_of(desk) == Fault(KINDS.EDITED, 15, entry="contact")


def chained_anew(folder: Path, key: bytes) -> ChainHead:
    """Make the whole chain anew over rows as they are now, as somebody would who knows how but not the key."""
    last = ChainHead()

    def work(connection: Any) -> None:
        nonlocal last
        rows = connection.execute("SELECT * FROM chain ORDER BY seq").fetchall()
        for seq, kind, subject, at, salt, *_ in rows:
            found = contents_of(lambda query, values: connection.execute(query, values).fetchall(), kind, [subject])
            entry = ChainEntry(seq, kind, subject, at, salt, commitment_to(salt, found[subject]), b"")
            last = ChainHead(seq, link_after(key, last.link, entry))
            made = (entry.commitment, last.link, seq)
            connection.execute("UPDATE chain SET commitment = ?, link = ? WHERE seq = ?", made).close()

    harm_by(folder, work)
    return last


def test_a_chain_made_anew_with_another_key_is_found(desk: Path) -> None:
    printed = verified(desk).head.printed
    key = b"\x07" * 32
    harm(desk, "UPDATE contacts SET note = 'แก้แล้ว' WHERE id = 'c04'")
    head = chained_anew(desk, key)
    assert fault_of(desk) == Fault(KINDS.BROKEN, 1, entry="contact")

    harm(desk, "UPDATE chain_keys SET fingerprint = ?", values=(fingerprint(key),))
    assert fault_of(desk) == Fault(KINDS.KEY_CHANGED, 1)

    (desk / "chain.key").write_text(key.hex(), "ascii")
    assert fault_of(desk).kind is KINDS.HEAD_UNREADABLE

    record = (desk / "chain.head").read_text("ascii").split()
    record[1:] = [f"{head.count:020}", head.link.hex(), seal_of(key, head).hex(), fingerprint(key)]
    (desk / "chain.head").write_text(" ".join(record), "ascii")
    assert verified(desk).sound, "who has everything can write everything: then only paper tells"
    assert verified(desk, printed).fault == Fault(KINDS.NOT_PRINTED)


def test_an_edit_with_its_commitment_made_anew_is_found(desk: Path) -> None:
    kept = (desk / "chain.head").read_bytes()
    harm(desk, "UPDATE contacts SET note = 'แก้แล้ว' WHERE id = 'c04'")
    key = bytes.fromhex((desk / "chain.key").read_text("ascii"))
    chained_anew(desk, key)
    (desk / "chain.head").write_bytes(kept)
    assert fault_of(desk) == Fault(KINDS.FOREIGN_HEAD, COUNT)


@pytest.mark.parametrize(
    ("content", "kind"),
    [(None, KINDS.HEAD_MISSING), (b"", KINDS.HEAD_UNREADABLE), ("แก้".encode(), KINDS.HEAD_UNREADABLE)],
)
def test_harm_to_the_head_file_is_found(desk: Path, content: bytes | None, kind: FaultKind) -> None:
    file = desk / "chain.head"
    file.unlink() if content is None else file.write_bytes(content)
    assert fault_of(desk) == Fault(kind, COUNT)


@pytest.mark.parametrize("place", [20, 40, 110, 180])
def test_any_edit_of_the_head_file_is_found(desk: Path, place: int) -> None:
    file = desk / "chain.head"
    record = file.read_bytes()
    changed = b"1" if record[place : place + 1] == b"0" else b"0"
    file.write_bytes(record[:place] + changed + record[place + 1 :])
    assert fault_of(desk).kind is KINDS.HEAD_UNREADABLE


def test_the_head_of_another_desk_is_told_apart(desk: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    make_desk(other)
    (desk / "chain.head").write_bytes((other / "chain.head").read_bytes())
    assert fault_of(desk).kind is KINDS.HEAD_UNREADABLE


def test_a_head_older_than_the_record_is_fine(desk: Path) -> None:
    """So it is when the program dies between the commit and the head."""
    kept = (desk / "chain.head").read_bytes()
    with closing_desk(desk) as database, database.write() as repos:
        repos.contacts.add(contact(11))
    (desk / "chain.head").write_bytes(kept)
    assert verified(desk).sound
    with closing_desk(desk) as database, database.write() as repos:
        repos.contacts.add(contact(12))
    report = verified(desk)
    assert (report.sound, report.remarks, report.head.count) == (True, (), COUNT + 2)


def test_without_the_key_all_else_is_still_proved(desk: Path) -> None:
    (desk / "chain.key").unlink()
    assert fault_of(desk) == Fault(KINDS.KEY_MISSING, 1)
    harm(desk, "UPDATE contacts SET note = '' WHERE id = 'c04'")
    assert fault_of(desk) == Fault(KINDS.EDITED, 4, entry="contact")


def test_the_desk_goes_on_without_its_key_and_the_old_one_still_proves_the_past(desk: Path) -> None:
    key = (desk / "chain.key").read_text("ascii")
    (desk / "chain.key").unlink()
    with closing_desk(desk) as database, database.write() as repos:
        repos.contacts.add(contact(11))
    assert fault_of(desk) == Fault(KINDS.KEY_CHANGED, 1)
    new = (desk / "chain.key").read_text("ascii")
    (desk / "chain.key").write_text(key + new, "ascii")
    report = verified(desk)
    assert report.fault == Fault(KINDS.GAP, COUNT + 1), "the head could not be read when the key was gone"
    assert [(one.kind, one.seq) for one in report.remarks] == [(RemarkKind.NEW_KEY, COUNT + 1)]


@pytest.mark.parametrize("form", [str, str.lower, lambda text: text.replace(" ", ""), lambda text: f" {text}\n"])
def test_a_print_out_fits_its_entry(desk: Path, form: Any) -> None:
    printed = form(verified(desk).head.printed)
    with closing_desk(desk) as database, database.write() as repos:
        repos.contacts.add(contact(11))
    report = verified(desk, printed)
    assert (report.sound, report.printed, report.head.count) == (True, COUNT, COUNT + 1)


def test_a_print_out_of_another_record_fits_nothing(desk: Path) -> None:
    report = verified(desk, "0123 4567 89AB CDEF 0123")
    assert (report.fault, report.printed) == (Fault(KINDS.NOT_PRINTED), 0)


@pytest.mark.parametrize("text", ["123", "XYZW 4567 89AB CDEF 0123", "๐๑๒๓ 4567 89AB CDEF 0123", "0" * 63])
def test_what_is_no_head_is_refused(desk: Path, text: str) -> None:
    with pytest.raises(DeskError, match="head_unreadable"):
        verified(desk, text)


def test_can_be_stopped(desk: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int]] = []

    def stop(done: int, total: int) -> None:
        seen.append((done, total))
        if len(seen) == 2:
            raise Cancelled

    monkeypatch.setattr("frontdesk.services.verification.STEP", 3)
    with closing_desk(desk) as database, pytest.raises(Cancelled):
        Verification(database).verify(progress=stop)
    assert seen == [(3, COUNT), (6, COUNT)]
