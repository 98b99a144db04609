"""One of several programs on one desk: edits answers, follows the others, and looks for what it wrote.

    python -m tests.search.editing_program FOLDER NAME COUNT

Prints nothing, and ends well, only if every answer was found right after it was saved, or as soon as
another program had finished writing. The program named "builder" also builds the index anew now and then.
"""

import sys
import time
from dataclasses import replace
from pathlib import Path

from frontdesk.app import Desk
from frontdesk.domain.articles import Article

PATIENCE = 30.0
EVERY = 5


def edited(desk: Desk, name: str, number: int) -> Article:
    """Save a new answer with words of its own, and an edit of one that all programs edit."""
    own = Article("", f"{name}-{number}", f"เรื่องของ {name} ข้อ {number}", keywords=(f"{name}{number}x",))
    shared = desk.knowledge.by_code("shared")
    assert shared
    with desk.storage.write() as repos:
        own = replace(own, id=f"id-{name}-{number}")
        repos.articles.save_many([own, replace(shared, say=f"{name} {number}")], name)
    return own


def wait_until_found(desk: Desk, article: Article) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        desk.index.catch_up()
        found = desk.answering.search(article.keywords[0], 3)
        if found.answers and found.answers[0].article.code == article.code:
            return
        time.sleep(0.01)
    sys.exit(f"{article.code} is not found; the index: {dict(desk.index.state())}")


def main() -> None:
    desk, name = Desk(Path(sys.argv[1])), sys.argv[2]
    for number in range(int(sys.argv[3])):
        article = edited(desk, name, number)
        if name == "builder" and number % EVERY == 0:
            desk.index.rebuild()
        wait_until_found(desk, article)
    desk.close()


if __name__ == "__main__":
    main()
