"""What was acknowledged is there, whoever is killed and however many write."""

import random
import subprocess
import sys
from pathlib import Path

import frontdesk
from frontdesk.domain.site import Site
from frontdesk.storage.database import Database, open_database

SOURCE = Path(frontdesk.__file__).parent.parent
ROUNDS = 6
WRITERS = 4
STEPS = 40

WRITE_UNTIL_KILLED = """
import sys
from pathlib import Path
from frontdesk.domain.contacts import Channel, Contact, Outcome
from frontdesk.domain.ids import new_id, now
from frontdesk.storage.database import open_database
database = open_database(Path(sys.argv[1]))
while True:
    contact = Contact(new_id(), now(), now(), Channel.PHONE, Outcome.ANSWERED, "x", note="ยาว" * 300, articles=("A",))
    with database.write() as repos:
        repos.contacts.add(contact)
    print(contact.id, flush=True)
"""

COUNT_UP = """
import sys
from pathlib import Path
from frontdesk.domain.site import Site
from frontdesk.storage.database import open_database
database = open_database(Path(sys.argv[1]))
for step in range(int(sys.argv[2])):
    with database.write() as repos:
        repos.site.save(Site(str(int(repos.site.get().name) + 1)))
database.close()
"""


def start(script: str, *arguments: object) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", script, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=SOURCE)


def acknowledged_before_kill(file: Path, at_least: int) -> set[str]:
    """Run a writer, kill it at some moment after some commits, return what it acknowledged."""
    with start(WRITE_UNTIL_KILLED, file) as writer:
        assert writer.stdout is not None
        lines = [writer.stdout.readline() for _ in range(at_least)]
        writer.kill()
        lines += writer.stdout.readlines()
    return {line.strip() for line in lines if line.endswith("\n")}


def test_a_kill_loses_nothing_that_was_acknowledged(database: Database) -> None:
    dice = random.Random(2569)
    acknowledged: set[str] = set()
    for _ in range(ROUNDS):
        acknowledged |= acknowledged_before_kill(database.file, dice.randrange(1, 120))
    with database.read() as repos:
        stored = list(repos.contacts.between(None, None))
    assert len(acknowledged) >= ROUNDS
    assert acknowledged <= {contact.id for contact in stored}
    assert len(stored) <= len(acknowledged) + ROUNDS
    assert all(contact.articles == ("A",) for contact in stored)
    database.check()


def test_four_programs_count_up_without_losing_a_step(database: Database) -> None:
    with database.write() as repos:
        repos.site.save(Site("0"))
    writers = [start(COUNT_UP, database.file, STEPS) for _ in range(WRITERS)]
    errors = [writer.communicate()[1] for writer in writers]
    assert errors == [""] * WRITERS
    with database.read() as repos:
        assert repos.site.get().name == str(WRITERS * STEPS)


def test_two_programs_may_make_one_desk_at_once(file: Path) -> None:
    file.parent.mkdir()
    writers = [start(COUNT_UP, file, 0) for _ in range(WRITERS)]
    assert [writer.communicate()[1] for writer in writers] == [""] * WRITERS
    database = open_database(file)
    assert database.feed().stamp()
    database.close()
