"""The window's side of the search process."""

from collections.abc import Callable
from threading import Thread

import pytest
from pytestqt.qtbot import QtBot

from frontdesk.domain.articles import Answers
from frontdesk.domain.finding import Found, Question
from frontdesk.domain.people import Matches
from frontdesk.ui.search_client import SearchClient


class ScriptedProcess:
    """Replies when told, from a thread of its own, as the real adapter does."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, Question]] = []
        self.closed = False
        self.refreshed = 0

    def start(
        self,
        on_reply: Callable[[int, Found], None],
        on_state: Callable[[str], None],
        on_progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self._on_reply, self._on_state, self._on_progress = on_reply, on_state, on_progress

    def ask(self, number: int, question: Question) -> None:
        self.asked.append((number, question))

    def reply(self, number: int, text: str) -> None:
        found = Found(text, Answers(text), Matches(text))
        self._on_a_thread(lambda: self._on_reply(number, found))

    def say(self, state: str) -> None:
        self._on_a_thread(lambda: self._on_state(state))

    def advance(self, done: int, total: int) -> None:
        assert self._on_progress
        tell = self._on_progress
        self._on_a_thread(lambda: tell(done, total))

    def refresh(self) -> None:
        self.refreshed += 1

    def close(self) -> None:
        self.closed = True

    @staticmethod
    def _on_a_thread(call: Callable[[], None]) -> None:
        thread = Thread(target=call)
        thread.start()
        thread.join()


@pytest.fixture
def process() -> ScriptedProcess:
    return ScriptedProcess()


def test_only_the_last_question_is_answered(process: ScriptedProcess, qtbot: QtBot) -> None:
    client, seen = SearchClient(process), list[str]()
    client.found.connect(lambda found: seen.append(found.query))
    first, second = client.ask("บัต"), client.ask("บัตรหาย")
    process.reply(first, "บัต")
    process.reply(second, "บัตรหาย")
    qtbot.waitUntil(lambda: bool(seen))
    assert seen == ["บัตรหาย"]
    assert [question.text for _, question in process.asked] == ["บัต", "บัตรหาย"]


def test_nothing_arrives_after_forget_or_close(process: ScriptedProcess, qtbot: QtBot) -> None:
    client, seen = SearchClient(process), list[str]()
    client.found.connect(lambda found: seen.append(found.query))
    number = client.ask("lost")
    client.forget()
    process.reply(number, "lost")
    last = client.ask("lost card")
    client.close()
    process.reply(last, "lost card")
    with qtbot.waitSignal(client.state):
        process.say("ready")
    assert seen == []
    assert process.closed


def test_state_and_refresh_pass_through(process: ScriptedProcess, qtbot: QtBot) -> None:
    client = SearchClient(process)
    with qtbot.waitSignal(client.state) as state:
        process.say("indexing")
    client.refresh()
    assert state.args == ["indexing"]
    assert process.refreshed == 1


def test_how_far_a_build_is_arrives(process: ScriptedProcess, qtbot: QtBot) -> None:
    client = SearchClient(process)
    with qtbot.waitSignal(client.progress) as heard:
        process.advance(1_200, 25_000)
    assert heard.args == [1_200, 25_000]
    client.close()
