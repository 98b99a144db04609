"""The state of the desk as aligned lines in the reader's language."""

import unicodedata
from collections.abc import Mapping
from datetime import datetime

from frontdesk.domain.thai_dates import format_moment
from frontdesk.texts import Texts

Report = Mapping[str, Mapping[str, object]]
Line = tuple[str, object]

COUNTS = ("articles", "people", "organisations", "contacts", "withdrawals", "drafts", "staff")
SETTINGS = (
    "journal_mode", "synchronous", "busy_timeout", "foreign_keys", "recursive_triggers", "secure_delete",
    "temp_store", "journal_size_limit", "fullfsync",
)  # fmt: skip
MEANINGS = {"synchronous": ("OFF", "NORMAL", "FULL", "EXTRA"), "temp_store": ("DEFAULT", "FILE", "MEMORY")}
"""What SQLite answers as a number."""


def readable(report: Report, texts: Texts) -> str:
    """Return the report in parts, each with a heading and its lines."""
    parts: dict[str, list[Line]] = {
        "program": list(report["program"].items()),
        "database": _database(report["database"], texts),
        "settings": [(name, _meaning(name, report["database"][name])) for name in SETTINGS],
        "counts": [(texts(f"doctor.{name}"), f"{report['database'][name]:,}") for name in COUNTS],
        "index": _index(report["index"], texts),
        "backups": _backups(report["backups"], texts),
    }
    width = max(_width(name) for lines in parts.values() for name, _ in lines)
    return "\n".join(_part(texts(f"doctor.{name}"), lines, width) for name, lines in parts.items())


def _part(heading: str, lines: list[Line], width: int) -> str:
    return "\n".join([heading, *(f"  {name}{' ' * (width - _width(name))}  {value}" for name, value in lines)])


def _database(state: Mapping[str, object], texts: Texts) -> list[Line]:
    sound = state["quick_check"] == "ok"
    return [
        (texts("doctor.file"), state["file"]),
        (texts("doctor.check"), texts("doctor.sound" if sound else "doctor.damaged")),
        (texts("doctor.size"), _size(state["size_bytes"])),
        (texts("doctor.free"), _size(state["free_bytes"])),
        (texts("doctor.schema"), state["schema"]),
        *((label, state[name]) for label, name in (("SQLite", "sqlite"), ("SQLCipher", "sqlcipher"))),
        ("SQLAlchemy", state["sqlalchemy"]),
    ]


def _meaning(name: str, value: object) -> object:
    names = MEANINGS.get(name)
    return names[int(str(value))] if names else value


def _index(state: Mapping[str, object], texts: Texts) -> list[Line]:
    lines: list[Line] = [(texts("doctor.state"), texts(f"doctor.{_index_state(state)}", behind=state["behind"]))]
    if state["version"]:
        lines += [(texts("doctor.articles"), f"{state['articles']:,}"), (texts("doctor.rules"), state["version"])]
    return lines


def _index_state(state: Mapping[str, object]) -> str:
    if not state["version"]:
        return "index_none"
    if not state["intact"]:
        return "index_damaged"
    return "index_behind" if state["behind"] else "index_good"


def _backups(state: Mapping[str, object], texts: Texts) -> list[Line]:
    lines: list[Line] = [(texts("doctor.latest"), texts("doctor.none"))]
    if state["latest"]:
        moment = format_moment(datetime.fromisoformat(str(state["latest"])), texts.language)
        lines = [
            (texts("doctor.latest"), moment),
            (texts("doctor.contacts"), f"{state['contacts']:,}"),
            (texts("doctor.size"), _size(state["size_bytes"])),
        ]
    return [*lines, (texts("doctor.kept"), state["count"]), (texts("doctor.folder"), state["folder"])]


def _size(size: object) -> str:
    megabytes = int(str(size)) / 1_000_000
    return f"{megabytes:,.1f} MB" if megabytes < 1_000 else f"{megabytes / 1_000:,.1f} GB"


def _width(text: str) -> int:
    """Count the places that a text takes in a terminal: a Thai mark stands above or below its letter."""
    return sum(unicodedata.category(letter) not in ("Mn", "Me", "Cf") for letter in text)
