"""Whatever a desk lives through, its record proves sound; whatever is done to it past the program shows."""

import shutil
import tempfile
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from frontdesk.domain.contacts import Channel, Feedback, Outcome
from frontdesk.services.verification import Verification
from frontdesk.storage.database import Database

from .harmed_desk import MORNING, closing_desk, contact, harm_by, verified

WORDS = st.text(st.characters(codec="utf-8"), max_size=12) | st.sampled_from(
    ["", "นัดหมอ", "๐๘๑", "\0", "{}", "[]", "🙏"]
)
FIELDS = st.fixed_dictionaries(
    {},
    optional={
        "note": WORDS, "topic": WORDS, "number": WORDS, "digits": WORDS, "unanswered": st.booleans(),
        "outcome": st.sampled_from(Outcome), "channel": st.sampled_from(Channel),
        "feedback": st.none() | st.sampled_from(Feedback),
        "articles": st.lists(WORDS, max_size=3, unique=True).map(tuple),
    },
)  # fmt: skip
STEPS: st.SearchStrategy[Any] = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.integers(0, 9), FIELDS),
        st.tuples(st.just("correct"), st.integers(0, 9), FIELDS),
        st.tuples(st.just("withdraw"), st.integers(0, 9), st.just({})),
        st.tuples(st.just("erase"), st.integers(0, 9), st.just({})),
    ),
    min_size=1,
    max_size=15,
)
TABLES = ("contacts", "contact_articles", "contact_queries", "contact_corrections", "withdrawals", "erasures", "chain")


@pytest.fixture(scope="session")
def new_desk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "desk"
    with closing_desk(folder):
        return folder


def live(database: Database, steps: Sequence[tuple[str, int, dict[str, Any]]]) -> None:
    """Go through a history, each step a transaction."""
    for step, number, fields in steps:
        key = f"c{number:02}"
        with database.write() as repos:
            if step == "add":
                repos.contacts.add(contact(number, **({"uses": ()} | fields)))
            elif repos.contacts.get(key) is None or (step != "withdraw" and repos.contacts.erased(key)):
                continue
            elif step == "correct":
                repos.contacts.correct(key, fields, "s", MORNING + timedelta(hours=number))
            elif step == "withdraw":
                repos.contacts.withdraw(key, "s", MORNING)
            else:
                repos.erasures.erase_contacts([key], "s", "ตามคำขอ", MORNING)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(steps=STEPS, place=st.integers(0, 10**6), delete=st.booleans())
def test_any_history_is_sound_and_any_harm_shows(
    new_desk: Path, steps: list[tuple[str, int, dict[str, Any]]], place: int, delete: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        desk = shutil.copytree(new_desk, Path(folder) / "desk")
        with closing_desk(desk) as database:
            live(database, steps)
            report = Verification(database).verify()
        assert report.fault is None
        if do_harm(desk, place, delete):
            assert verified(desk).fault is not None


def do_harm(desk: Path, place: int, delete: bool) -> bool:
    """Remove one row, or change one of its values; tell whether there was one."""
    done: list[bool] = []

    def work(connection: Any) -> None:
        rows = [(table, key) for table in TABLES for (key,) in connection.execute(f"SELECT rowid FROM {table}")]
        if not rows:
            return
        table, key = rows[place % len(rows)]
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        column = columns[place // len(rows) % len(columns)]
        erased_salt = f"SELECT {column} IS NULL FROM {table} WHERE rowid = {key}"
        if column == "salt" and not delete and connection.execute(erased_salt).fetchone()[0]:
            return
        change = f"DELETE FROM {table}" if delete else f'UPDATE {table} SET "{column}" = 123456'
        connection.execute(f"{change} WHERE rowid = {key}").close()
        done.append(True)

    harm_by(desk, work)
    return bool(done)
