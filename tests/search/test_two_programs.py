"""The window's search process and the command line on one folder: nobody fights, and both come to the same."""

import subprocess
import sys
from functools import partial
from pathlib import Path
from queue import Queue

from frontdesk.app import Desk, open_finder
from frontdesk.domain.articles import Article
from frontdesk.domain.finding import Found, Question
from frontdesk.search.process.worker import SearchProcess

PROGRAMS = ("window", "terminal", "builder")
EDITS = 12


def test_programs_that_edit_and_build_at_once_come_to_the_same(tmp_path: Path) -> None:
    folder = tmp_path / "desk"
    desk = Desk(folder)
    with desk.storage.write() as repos:
        repos.articles.save(Article("id-shared", "shared", "คำตอบที่ทุกคนแก้"), "test")
    replies: Queue[Found] = Queue()
    states: Queue[str] = Queue()
    process = SearchProcess(partial(open_finder, folder))
    process.start(lambda _, found: replies.put(found), states.put)
    call = [sys.executable, "-W", "error::Warning:frontdesk", "-m", "tests.search.editing_program", str(folder)]
    running = [
        subprocess.Popen([*call, name, str(EDITS)], stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        for name in PROGRAMS
    ]
    said = [program.communicate(timeout=240)[0].decode() for program in running]
    try:
        assert said == [""] * len(PROGRAMS)
        assert [program.returncode for program in running] == [0] * len(PROGRAMS)
        last = {f"{name}-{EDITS - 1}" for name in PROGRAMS}
        assert {name: answered(process, replies, f"{name}{EDITS - 1}x") for name in PROGRAMS} == {
            name: f"{name}-{EDITS - 1}" for name in PROGRAMS
        }
        desk.index.catch_up()
        assert dict(desk.index.state()) | {"version": ""} == {
            "intact": True, "articles": len(PROGRAMS) * EDITS + 1, "version": "",
            "last_change": 2 * len(PROGRAMS) * EDITS + 1, "behind": 0,
        }  # fmt: skip
        assert {code for code in last if desk.knowledge.by_code(code)} == last
        assert len(list((folder / "index").glob("build-*"))) == 1
    finally:
        process.close()
        desk.close()
    assert "restarted" not in states.queue


def answered(process: SearchProcess, replies: "Queue[Found]", word: str) -> str:
    """Ask the search process until it has followed the last edit; return the code of its first answer."""
    for number in range(100):
        process.ask(number, Question(word))
        found = replies.get(timeout=60).answers.answers
        if found and word in found[0].article.keywords:
            return found[0].article.code
        process.refresh()
    return "not found"
