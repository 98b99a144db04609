"""Writes an index again and again, each time with a fault one file operation later, and looks at what is left.

    python -m tests.search.faulty_program FOLDER WORK FAULT STRIDE

WORK is "build", "apply", "merge" or "rebuild"; FAULT is "kill" (the process is gone at that operation),
"full" (from that operation on nothing more can be written) or "short" (no file may grow beyond a size);
STRIDE is by how many operations each run goes further.
Prints one line a run: what was wrong, or "ok". Forks, so that what takes long to load is loaded once.
"""

import errno
import os
import resource
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

from frontdesk.domain.errors import DeskError
from frontdesk.search.article_index import ArticleIndex
from tests.search.feed import SITE, MemoryFeed, article

OPERATIONS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate", "os.scandir", "mmap.__new__"}
WRITING = {"os.rename", "os.mkdir", "os.truncate"}
SHORTEST, LONGEST = 16, 60_000
UNDONE, ENDED = 3, 0

Fault = Callable[[int], None]


def changed_feed(count: int) -> MemoryFeed:
    """Return the small site after some changes: new answers, and one that is edited each time."""
    feed = MemoryFeed(SITE)
    for number in range(count):
        feed.put(article(f"form{number}", f"แบบฟอร์มหมายเลข {700 + number}"))
        feed.put(article("wifi", f"อินเทอร์เน็ตไร้สาย รุ่น {number}", keywords="wifi"))
    return feed


def prepare(root: Path, work: str) -> tuple[MemoryFeed, Callable[[ArticleIndex], object]]:
    """Make what is there before, and return the feed as it is then and what is to be done."""
    for count in {"build": (), "apply": (0,), "merge": range(8), "rebuild": (2,)}[work]:
        index = ArticleIndex(root, changed_feed(count))
        index.catch_up()
        index.close()
    if work == "rebuild":
        return changed_feed(2), ArticleIndex.rebuild
    return changed_feed({"build": 2, "apply": 2, "merge": 8}[work]), ArticleIndex.catch_up


def killed_at(root: Path) -> Fault:
    """Return a fault that ends this process at the nth operation on the folder."""

    def arm(number: int) -> None:
        left = number

        def hook(event: str, details: tuple[object, ...]) -> None:
            nonlocal left
            if event in OPERATIONS and _touches(root, details):
                left -= 1
                if left < 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)

    return arm


def full_from(root: Path) -> Fault:
    """Return a fault after which no file of the folder can be made or opened for writing."""

    def arm(number: int) -> None:
        left = number

        def hook(event: str, details: tuple[object, ...]) -> None:
            nonlocal left
            if _touches(root, details) and (event in WRITING or (event == "open" and _writes(details))):
                left -= 1
                if left < 0:
                    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

        sys.addaudithook(hook)

    return arm


def no_longer_than(step: int) -> None:
    """Let no file grow beyond a size, which grows from run to run."""
    size = SHORTEST * 2**step
    if size > LONGEST:
        os._exit(ENDED)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def _touches(root: Path, details: tuple[object, ...]) -> bool:
    return any(isinstance(one, (str, os.PathLike)) and str(one).startswith(str(root)) for one in details) or (
        bool(details) and isinstance(details[0], int)  # a mapping, by its number
    )


def _writes(details: tuple[object, ...]) -> bool:
    flags = details[2]
    return isinstance(flags, int) and bool(flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT))


def run(root: Path, feed: MemoryFeed, work: Callable[[ArticleIndex], object], arm: Callable[[], None]) -> int:
    """Do the work in a process of its own with a fault in it; return how that ended."""
    pid = os.fork()
    if pid == 0:
        os._exit(_work(root, feed, work, arm))
    status = os.waitpid(pid, 0)[1]
    return UNDONE if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def _work(root: Path, feed: MemoryFeed, work: Callable[[ArticleIndex], object], arm: Callable[[], None]) -> int:
    index = ArticleIndex(root, feed)
    answered = index.search("wifi", 3).ready
    arm()
    try:
        work(index)
    except (OSError, DeskError):
        ranking = index.search("wifi", 3)
        right = not ranking.ready if not answered else [hit.article_id for hit in ranking.hits][:1] == ["wifi"]
        return UNDONE if right else UNDONE + 1
    return ENDED


def wrong_after(root: Path, feed: MemoryFeed) -> Iterator[str]:
    """Open what is left as the next start does; yield what is wrong with it."""
    index = ArticleIndex(root, feed)
    ranking = index.search("wifi", 3)
    if ranking.ready and [hit.article_id for hit in ranking.hits][:1] != ["wifi"]:
        yield "wrong answer before it caught up"
    index.catch_up()
    if [hit.article_id for hit in index.search("701", 3).hits][:1] != ["form1"]:
        yield "the new answer is not found"
    if not index.state()["intact"] or index.state()["behind"] or index.state()["articles"] != feed.count():
        yield f"not whole: {dict(index.state())}"
    if index.catch_up():
        yield "it never comes to rest"
    index.close()
    if len(list(root.glob("build-*"))) != 1:
        yield "old builds are left"


def main() -> None:
    base, work_name, fault_name = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
    made = base / "made"
    made.mkdir()
    feed, work = prepare(made, work_name)
    step = 0
    while True:
        root = base / "tried"
        shutil.copytree(made, root)
        faults: dict[str, Fault] = {"kill": killed_at(root), "full": full_from(root), "short": no_longer_than}
        ended = run(root, feed, work, lambda: faults[fault_name](step))  # noqa: B023
        if ended == ENDED:
            return
        wrong = list(wrong_after(root, feed)) + ["the work or its old answers went wrong"] * (ended != UNDONE)
        sys.stdout.write(f"{'; '.join(wrong) or 'ok'}\n")
        shutil.rmtree(root)
        step += int(sys.argv[4])


if __name__ == "__main__":
    main()
