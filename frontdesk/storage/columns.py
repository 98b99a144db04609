"""How values of the domain stand in columns that any SQL database has."""

import json
from dataclasses import asdict
from datetime import UTC, date, datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import Dialect, String, Text
from sqlalchemy.types import TypeDecorator

from frontdesk.domain.people import PartialDate


def storable(text: str) -> str:
    """Put "?" for halves of letters (lone surrogates, which broken input holds): no file can hold them."""
    return text if text.isascii() else text.encode("utf-8", "replace").decode()


class Words(TypeDecorator[str]):
    """What somebody wrote."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: str | None, dialect: Dialect) -> str | None:
        return None if value is None else storable(value)


class UtcTime(TypeDecorator[datetime]):
    """An aware moment as ISO 8601 text in UTC, always of one width, so that text order is time order."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        return None if value is None else utc_text(value)

    def process_result_value(self, value: str | None, dialect: Dialect) -> datetime | None:
        return None if value is None else datetime.fromisoformat(value)


def utc_text(moment: datetime) -> str:
    """Write an aware moment as it is stored. A naive one is a bug: ValueError."""
    if moment.tzinfo is None:
        raise ValueError("a moment without a zone")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


class Day(TypeDecorator[date]):
    """A date of the common era as YYYY-MM-DD."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: date | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat()

    def process_result_value(self, value: str | None, dialect: Dialect) -> date | None:
        return None if value is None else date.fromisoformat(value)


class DayOfYear(TypeDecorator[PartialDate]):
    """A birthday as YYYY-MM-DD, or --MM-DD where the year is unknown."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: PartialDate | None, dialect: Dialect) -> str | None:
        if value is None:
            return None
        year = "-" if value.year is None else f"{value.year:04}"
        return f"{year}-{value.month:02}-{value.day:02}"

    def process_result_value(self, value: str | None, dialect: Dialect) -> PartialDate | None:
        if value is None:
            return None
        year, month, day = value.rsplit("-", 2)
        return PartialDate(int(month), int(day), int(year) if year.isdigit() else None)


class TextList(TypeDecorator[tuple[str, ...]]):
    """A short list of texts as a JSON array."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: tuple[str, ...] | None, dialect: Dialect) -> str:
        return storable(json.dumps(value or (), ensure_ascii=False))

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[str, ...]:
        return tuple(json.loads(value)) if value else ()


class TimeOfDay(TypeDecorator[time]):
    """A time of day at the site as HH:MM."""

    impl = String
    cache_ok = True

    def process_bind_param(self, value: time | None, dialect: Dialect) -> str | None:
        return None if value is None else value.isoformat("minutes")

    def process_result_value(self, value: str | None, dialect: Dialect) -> time | None:
        return None if value is None else time.fromisoformat(value)


class Parts(TypeDecorator[tuple[Any, ...]]):
    """A few small dataclasses as a JSON array; most rows have none."""

    impl = Text
    cache_ok = True

    def __init__(self, kind: type[Any]) -> None:
        super().__init__()
        self.kind = kind

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: Dialect) -> str:
        return (
            storable(json.dumps([asdict(part) for part in value], ensure_ascii=False, default=str)) if value else "[]"
        )

    def process_result_value(self, value: str | None, dialect: Dialect) -> tuple[Any, ...]:
        if not value or value == "[]":
            return ()
        import msgspec  # here, because most rows never need it

        parts: list[Any] = msgspec.json.decode(value, type=list[self.kind])  # type: ignore[name-defined]
        return tuple(parts)


class Choice(TypeDecorator[StrEnum]):
    """A member of an enumeration by its value."""

    impl = String
    cache_ok = True

    def __init__(self, choices: type[StrEnum]) -> None:
        super().__init__()
        self.choices = choices

    def process_bind_param(self, value: StrEnum | None, dialect: Dialect) -> str | None:
        return None if value is None else value.value

    def process_result_value(self, value: str | None, dialect: Dialect) -> StrEnum | None:
        return None if value is None else self.choices(value)
