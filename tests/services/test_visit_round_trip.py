"""Whatever is expected goes out and comes in again as it is."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontdesk.domain.ids import new_id
from frontdesk.domain.imports import ImportKind
from frontdesk.domain.visits import Visit
from frontdesk.importing.tables import FileTables
from frontdesk.importing.writers import FileTableWriter
from frontdesk.services.clock import SITE_ZONE
from frontdesk.services.data_export import DataExport
from frontdesk.services.data_import import DataImport
from frontdesk.services.visits import Visits
from frontdesk.storage.database import Database, open_database

from .conftest import StillClock

TODAY = date(2026, 11, 20)
PIECES = ("สุดา", "ใจดี", "Smith", "=1+1", "-x", "'", '"', "น้ำ", ",", ";", "ก\nข", "12/5", "O'Brien", "ต่อ", "@")
WORDS = st.lists(st.sampled_from(PIECES), max_size=3).map(lambda words: " ".join(" ".join(words).split()))
NAMES = WORDS.filter(bool)
TIMES = st.times(min_value=time(0, 0), max_value=time(23, 58)).map(lambda one: one.replace(second=0, microsecond=0))
LENGTHS = st.none() | st.integers(1, 31 * 24 * 60).map(lambda minutes: timedelta(minutes=minutes))


@st.composite
def visits(draw: st.DrawFn) -> Visit:
    """Draw a visit as forms and files write them."""
    day = TODAY + timedelta(days=draw(st.integers(0, 40)))
    at = draw(st.none() | TIMES)
    due = datetime.combine(day, at, SITE_ZONE) if at else None
    length = draw(LENGTHS)
    until = (due or datetime.combine(day, time(), SITE_ZONE)) + length if length else None
    return Visit(
        "", day, draw(NAMES), organisation=draw(WORDS), host=draw(WORDS), place=draw(WORDS), purpose=draw(WORDS),
        number=draw(st.sampled_from(["", "081-234-5678", "+66 2 123 4567 ต่อ 9", "1120"])), due=due, until=until,
        plate=draw(st.sampled_from(["", "1กก 1234 กรุงเทพมหานคร", "กก 99"])), party=draw(st.integers(1, 999)),
        belongings=draw(WORDS), note=draw(WORDS), group_id=draw(st.sampled_from(["", new_id()])),
    )  # fmt: skip


@pytest.fixture(scope="module")
def database(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    folder = tmp_path_factory.mktemp("visits")
    opened = open_database(folder / "frontdesk.db", folder / "backups")
    yield opened
    opened.close()


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(expected=st.lists(visits(), min_size=1, max_size=6), ending=st.sampled_from(["csv", "xlsx"]))
def test_out_and_in_again_changes_nothing(database: Database, expected: list[Visit], ending: str) -> None:
    clock = StillClock()
    made = Visits(database, clock).expect_all(expected, "s1")
    with TemporaryDirectory() as folder:
        file = Path(folder) / f"out.{ending}"
        DataExport(database, FileTableWriter()).export("visits", file)
        report = DataImport(database, FileTables(clock.today), clock).run(file, ImportKind.VISITS, by="s1")
    assert report.errors == ()
    assert (report.created, report.updated, report.unchanged) == (0, 0, report.rows)
    with database.read() as repos:
        assert repos.visits.by_ids({one.id for one in made}) == {one.id: one for one in made}
