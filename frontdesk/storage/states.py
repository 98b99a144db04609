"""Whole states as JSON: drafts, and the earlier versions of answers and people."""

import json
from typing import Any, TypeVar

from .columns import storable

State = TypeVar("State")


def written(item: Any) -> str:
    """Write a dataclass of the domain, with everything in it, as JSON."""
    import msgspec  # here, because most commands never need it

    try:
        return msgspec.json.encode(item).decode()
    except UnicodeEncodeError:
        return storable(json.dumps(msgspec.to_builtins(item), ensure_ascii=False))


def read(text: str, kind: type[State]) -> State:
    """Read what ``written`` made; fields that were not known then take their defaults."""
    import msgspec

    return msgspec.json.decode(text, type=kind)
