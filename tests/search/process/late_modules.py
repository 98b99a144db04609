"""Prepares as a search process does, finds a text in a desk, and prints the modules that came only then."""

import sys
from collections.abc import Iterator
from pathlib import Path

from frontdesk.app import open_finder, prepare_finder
from frontdesk.domain.finding import Question

WATCHED = ("frontdesk", "icu4py", "nlpo3", "numpy", "rapidfuzz", "sqlalchemy", "sqlcipher3", "whoosh")


def watched() -> Iterator[str]:
    return (name for name in sys.modules if name.split(".")[0] in WATCHED)


def main() -> None:
    prepare_finder()
    before = set(watched())
    finder = open_finder(Path(sys.argv[1]), lambda *_: None)
    finder.find(Question(sys.argv[2]))
    finder.close()
    sys.stdout.write("\n".join(sorted(set(watched()) - before)))


if __name__ == "__main__":
    main()
