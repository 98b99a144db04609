"""One search process for several windows: each hears the answer to its own newest question."""

from collections.abc import Callable

import pytest

from frontdesk.domain.articles import Answers
from frontdesk.domain.finding import Found, Question
from frontdesk.domain.people import Matches
from frontdesk.ui.search_share import SearchLine, SearchShare


class ToldProcess:
    """Notes what it is asked and says what the test lets it say."""

    def __init__(self) -> None:
        self.asked: list[tuple[int, str, int]] = []
        self.starts = self.refreshed = 0
        self.closed = False

    def start(
        self,
        on_reply: Callable[[int, Found], None],
        on_state: Callable[[str], None],
        on_progress: Callable[[int, int], None] | None = None,
    ) -> None:
        self.starts += 1
        self.on_reply, self.on_state, self.on_progress = on_reply, on_state, on_progress

    def ask(self, number: int, question: Question, asker: int = 0) -> None:
        self.asked.append((number, question.text, asker))

    def refresh(self) -> None:
        self.refreshed += 1

    def close(self) -> None:
        self.closed = True

    def answer(self, text: str) -> None:
        """Answer the last question with this text."""
        number = next(number for number, asked, _ in reversed(self.asked) if asked == text)
        self.on_reply(number, Found(text, Answers(text), Matches(text)))


class Window:
    """What one window heard."""

    def __init__(self, line: SearchLine) -> None:
        self.line = line
        self.replies: list[tuple[int, str]] = []
        self.states: list[str] = []
        self.steps: list[tuple[int, int]] = []
        line.start(
            lambda number, found: self.replies.append((number, found.query)),
            self.states.append,
            lambda done, total: self.steps.append((done, total)),
        )

    def ask(self, number: int, text: str) -> None:
        self.line.ask(number, Question(text, 3))


@pytest.fixture
def process() -> ToldProcess:
    return ToldProcess()


@pytest.fixture
def share(process: ToldProcess) -> SearchShare:
    return SearchShare(process)


def test_answers_reach_only_the_window_that_asked(share: SearchShare, process: ToldProcess) -> None:
    reception, gate = Window(share.line()), Window(share.line())
    reception.ask(1, "บัตรหาย")
    gate.ask(1, "1กก 1234")
    process.answer("1กก 1234")
    process.answer("บัตรหาย")
    assert reception.replies == [(1, "บัตรหาย")]
    assert gate.replies == [(1, "1กก 1234")]
    assert len({asker for _, _, asker in process.asked}) == 2


def test_an_answer_to_an_older_question_is_not_passed_on(share: SearchShare, process: ToldProcess) -> None:
    reception, gate = Window(share.line()), Window(share.line())
    reception.ask(1, "บัต")
    gate.ask(1, "lost")
    reception.ask(2, "บัตรหาย")
    process.answer("บัต")
    process.answer("lost")
    assert (reception.replies, gate.replies) == ([], [(1, "lost")])


def test_the_process_starts_once_and_a_late_window_hears_its_state(share: SearchShare, process: ToldProcess) -> None:
    reception = Window(share.line())
    process.on_state("starting")
    process.on_state("ready")
    gate = Window(share.line())
    process.on_state("indexing")
    assert process.starts == 1
    assert reception.states == ["starting", "ready", "indexing"]
    assert gate.states == ["ready", "indexing"]


def test_progress_is_told_to_all_and_a_refresh_is_passed_on(share: SearchShare, process: ToldProcess) -> None:
    windows = Window(share.line()), Window(share.line())
    assert process.on_progress
    process.on_progress(7, 25)
    windows[1].line.refresh()
    assert [one.steps for one in windows] == [[(7, 25)], [(7, 25)]]
    assert process.refreshed == 1


def test_a_closed_line_hears_nothing_and_the_process_goes_on(share: SearchShare, process: ToldProcess) -> None:
    reception, gate = Window(share.line()), Window(share.line())
    gate.ask(1, "lost")
    gate.line.close()
    process.answer("lost")
    process.on_state("ready")
    reception.ask(1, "บัตร")
    process.answer("บัตร")
    assert (gate.replies, gate.states) == ([], [])
    assert reception.replies == [(1, "บัตร")]
    assert not process.closed
    share.close()
    assert process.closed
