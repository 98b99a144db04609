"""Cells that a spreadsheet would run as a formula: made harmless in CSV, and read back as they were."""

import re

_RUNS = re.compile(r"'*\s*[=+\-@＝＋－＠\t\r\n]")
_PLAIN_NUMBER = re.compile(r"[+-]?[\d\s-]+")


def harmless(cell: str) -> str:
    """Put an apostrophe before what a spreadsheet could run; telephone numbers stay as they are."""
    if not cell or not _RUNS.match(cell) or _PLAIN_NUMBER.fullmatch(cell):
        return cell
    return f"'{cell}"


def as_meant(cell: str) -> str:
    """Take off the apostrophe that ``harmless`` (or a spreadsheet's user) put there."""
    return cell[1:] if cell.startswith("'") and _RUNS.match(cell) else cell
