"""Keeping what was worked out, as the same is asked again from keystroke to keystroke."""

from typing import TypeVar

Key = TypeVar("Key")
Value = TypeVar("Value")

_MOST = 16_384


def remember(kept: dict[Key, Value], key: Key, value: Value, most: int = _MOST) -> None:
    """Put a value with others; they are all forgotten when they are too many."""
    if len(kept) >= most:
        kept.clear()
    kept[key] = value
