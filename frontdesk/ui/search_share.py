"""One search process for all windows of a desk; each window's newest question is answered."""

from collections.abc import Callable
from threading import Lock

from frontdesk.domain.finding import Found, Question
from frontdesk.services.ports import Progress, SharedFinderProcess

OnReply = Callable[[int, Found], None]
OnState = Callable[[str], None]


class SearchLine:
    """The search process as one window has it: a ``FinderProcess`` whose ``close`` ends only this line."""

    def __init__(self, share: "SearchShare", asker: int) -> None:
        self._share, self.asker = share, asker
        self.newest = 0, 0
        """The number of the newest question, as the process knows it and as the window does."""

    def start(self, on_reply: OnReply, on_state: OnState, on_progress: Progress | None = None) -> None:
        """Hear what comes from now on; a line that joins late is told the state at once."""
        self.on_reply, self.on_state, self.on_progress = on_reply, on_state, on_progress
        state = self._share.join(self)
        if state:
            on_state(state)

    def ask(self, number: int, question: Question) -> None:
        self._share.ask(self, number, question)

    def refresh(self) -> None:
        self._share.refresh()

    def close(self) -> None:
        """Hear nothing more; what is being said at this moment is waited for."""
        self._share.leave(self)


class SearchShare:
    """Gives lines to the process, which starts with the first that does."""

    def __init__(self, process: SharedFinderProcess) -> None:
        self._process, self._guard = process, Lock()
        self._lines: dict[int, SearchLine] = {}
        self._given = self._asked = 0
        self._started, self._state = False, ""

    def line(self) -> SearchLine:
        """Return a line for one more window."""
        self._given += 1
        return SearchLine(self, self._given)

    def join(self, line: SearchLine) -> str:
        """Let a line hear; return the state of the process, or nothing if it has not said any yet."""
        with self._guard:
            self._lines[line.asker] = line
            first, self._started, state = not self._started, True, self._state
        if first:
            self._process.start(self._reply, self._report, self._advance)
        return state

    def leave(self, line: SearchLine) -> None:
        with self._guard:
            self._lines.pop(line.asker, None)

    def ask(self, line: SearchLine, number: int, question: Question) -> None:
        """Ask in turn with the other lines."""
        with self._guard:
            self._asked += 1
            asked, line.newest = self._asked, (self._asked, number)
        self._process.ask(asked, question, line.asker)

    def refresh(self) -> None:
        self._process.refresh()

    def close(self) -> None:
        """End the process."""
        self._process.close()

    def _reply(self, asked: int, found: Found) -> None:
        with self._guard:
            for line in self._lines.values():
                if line.newest[0] == asked:
                    line.on_reply(line.newest[1], found)

    def _report(self, state: str) -> None:
        with self._guard:
            self._state = state
            for line in self._lines.values():
                line.on_state(state)

    def _advance(self, done: int, total: int) -> None:
        with self._guard:
            for line in self._lines.values():
                if line.on_progress is not None:
                    line.on_progress(done, total)
