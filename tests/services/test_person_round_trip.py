"""Every field of a person goes out and comes in again at an empty desk, in tables and on cards."""

from collections.abc import Iterator
from dataclasses import MISSING, fields, replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontdesk.domain.contacts import Channel
from frontdesk.domain.imports import ImportKind
from frontdesk.domain.numbers import parse_number
from frontdesk.domain.people import Handle, HandleKind, Leave, NumberUse, PartialDate, Person, PersonKind, QuickFact
from frontdesk.importing.tables import FileTables
from frontdesk.importing.writers import FileTableWriter
from frontdesk.services.card_cells import fact_line, read_fact
from frontdesk.services.data_export import DataExport
from frontdesk.services.data_import import DataImport
from frontdesk.storage.database import Database, open_database

from .conftest import StillClock

OURS = {"id", "archived", "updated_at"}
"""What belongs to one desk's database and is no part of anybody."""

WAYS = [("out.csv", ""), ("out.xlsx", ""), ("out.vcf", "4.0"), ("out.vcf", "3.0"), ("out.vcf", "2.1")]
WILAI = Person("w", "P-0009", "วิไล", "ศรีสุข")
SUDA = Person(
    "s", "P-0001", "สุดา", "ใจดี", "นางสาว", "ดา", "Suda Jaidee", PersonKind.STAFF, "บริษัท เมืองธาร; จำกัด, ไทย",
    "เวชระเบียน", "จ-ศ 08:30-16:30", "suda@example.com", "suda.j", PartialDate(2, 29),
    "พูดช้า ๆ\nโทรกลับก่อนเที่ยง: \\n", "1กก 1234 กรุงเทพมหานคร",
    (parse_number("081-234-5678"), replace(parse_number("02-123-4567 ต่อ 25"), use=NumberUse.WORK),
     parse_number("แฟกซ์ 02-111-2222"), replace(parse_number("+44 20 7946 0018"), use=NumberUse.HOME),
     parse_number("1120")),
    ("สุดา แก้วใส", "Suda K."),
    handles=(Handle(HandleKind.EMAIL, "s@example.org"), Handle(HandleKind.LINE, "suda.shop"),
             Handle(HandleKind.PLATE, "2ขข 99 เชียงใหม่"), Handle(HandleKind.CODE, "P-0077")),
    facts=(QuickFact("สีที่ชอบ", "ฟ้า | เขียว: อ่อน", "เล่าเอง", date(2025, 1, 8), consent=True),
           QuickFact("ชอบ: ไม่ชอบ", "รอ")),
    channel=Channel.LINE, not_before=time(17, 5), referred_by="w", purchases=12, last_purchase=date(2026, 10, 3),
    room="อาคาร 5 ห้อง 12", lunch="12:00-13:00", deputy="P-0009",
    leave=(Leave(date(2026, 12, 1), date(2026, 12, 3), "ประชุม 2569"), Leave(date(2027, 1, 4), date(2027, 1, 4))),
    status="ประชุม", status_until=datetime(2026, 11, 20, 8, tzinfo=UTC),
)  # fmt: skip


def test_the_example_has_every_field() -> None:
    """Whoever adds a field to people is told here that it has to go out and come in."""
    plain = {one.name: one.default for one in fields(Person) if one.default is not MISSING}
    same = [name for name, value in plain.items() if name not in OURS and getattr(SUDA, name) == value]
    assert same == []


@pytest.fixture
def elsewhere(tmp_path: Path) -> Iterator[Database]:
    """An empty desk."""
    (tmp_path / "elsewhere").mkdir()
    database = open_database(tmp_path / "elsewhere" / "frontdesk.db", tmp_path / "elsewhere" / "backups")
    yield database
    database.close()


def arrived(desk: Database, code: str) -> Person:
    """Return somebody with the code of who sent them in place of the id."""
    with desk.read() as repos:
        person = repos.people.by_code(code)
        assert person is not None
        sender = repos.people.get(person.referred_by)
    return replace(person, referred_by=sender.code if sender else "")


@pytest.mark.parametrize(("name", "version"), WAYS)
def test_everything_arrives_at_an_empty_desk(
    storage: Database, elsewhere: Database, clock: StillClock, tmp_path: Path, name: str, version: str
) -> None:
    with storage.write() as repos:
        repos.people.save_many([SUDA, WILAI], "s1")
    DataExport(storage, FileTableWriter()).export("people", tmp_path / name, version=version)
    report = DataImport(elsewhere, FileTables(), clock).run(tmp_path / name, ImportKind.PEOPLE, by="s1")
    assert (report.created, report.errors, report.unknown) == (2, (), ())
    came, sent = arrived(elsewhere, "P-0001"), replace(SUDA, referred_by="P-0009")
    for field in fields(Person):
        if field.name not in OURS:
            assert getattr(came, field.name) == getattr(sent, field.name), field.name


ALPHABET = "กขคจดสมรัิุ่้าเแ aB1-.,:/()\"'=+@"
LINES = st.text(st.sampled_from(ALPHABET), max_size=30).map(lambda text: " ".join(text.split()))
NAMED = LINES.filter(bool)
LISTED = st.text(st.sampled_from("กขคจดสมรัิุ่้าเแ aB1-."), min_size=1, max_size=20).map(lambda text: " ".join(text.split()))
DAYS = st.dates(date(1950, 1, 1), date(2100, 1, 1))


@st.composite
def people(draw: st.DrawFn) -> Person:
    facts = st.builds(QuickFact, NAMED, NAMED, LINES, st.none() | DAYS, st.booleans())
    leaves = st.tuples(DAYS, st.integers(0, 30), LINES)
    return Person(
        "p", "P-1", draw(NAMED), draw(LINES), draw(LINES), draw(LINES), draw(LINES),
        draw(st.sampled_from(PersonKind)), draw(LINES), draw(LINES), draw(LINES),
        birthday=draw(st.none() | st.builds(PartialDate, st.integers(1, 12), st.integers(1, 28), st.none())),
        note=draw(st.lists(LINES, max_size=3).map("\n".join)).strip(),
        aliases=tuple(dict.fromkeys(filter(None, draw(st.lists(LISTED, max_size=3))))),
        facts=tuple(draw(st.lists(facts, max_size=3))),
        channel=draw(st.none() | st.sampled_from(Channel)), not_before=draw(st.none() | st.just(time(8, 5))),
        purchases=draw(st.integers(0, 99_999)), last_purchase=draw(st.none() | DAYS), room=draw(LINES),
        lunch=draw(LINES), deputy=draw(LINES), status=draw(LINES),
        leave=tuple(Leave(day, date.fromordinal(day.toordinal() + more), why)
                    for day, more, why in draw(st.lists(leaves, max_size=2))),
    )  # fmt: skip


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(person=people(), way=st.sampled_from(WAYS))
def test_anybody_comes_back_unchanged(
    storage: Database, clock: StillClock, person: Person, way: tuple[str, str]
) -> None:
    name, version = way
    with storage.write() as repos:
        repos.people.save(person, "s1")
    with TemporaryDirectory() as folder:
        path = Path(folder) / name
        DataExport(storage, FileTableWriter()).export("people", path, version=version)
        report = DataImport(storage, FileTables(), clock).dry_run(path, ImportKind.PEOPLE)
    assert (report.errors, report.unchanged) == ((), 1)


@settings(deadline=None)
@given(NAMED, NAMED | st.text(st.sampled_from("ก |\\:"), min_size=1, max_size=9).map(str.strip).filter(bool), LINES)
def test_any_fact_is_read_as_it_was_written(name: str, value: str, source: str) -> None:
    fact = QuickFact(name, value, source, date(2026, 1, 2), consent=True)
    assert read_fact(fact_line(fact), date(2026, 11, 20)) == fact
