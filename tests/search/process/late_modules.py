"""Prepares as a search process does, finds a text in a new desk, and prints our modules that came only then."""

import sys
from collections.abc import Iterator
from pathlib import Path

from frontdesk.app import open_finder, prepare_finder
from frontdesk.domain.finding import Question


def ours() -> Iterator[str]:
    return (name for name in sys.modules if name.startswith("frontdesk."))


def main() -> None:
    prepare_finder()
    before = set(ours())
    finder = open_finder(Path(sys.argv[1]), lambda *_: None)
    finder.catch_up()
    finder.find(Question(sys.argv[2]))
    finder.close()
    sys.stdout.write("\n".join(sorted(set(ours()) - before)))


if __name__ == "__main__":
    main()
