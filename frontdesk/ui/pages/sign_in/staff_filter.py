"""Who is meant by a few letters: by name, nickname or code, in either script, on either keyboard."""

from collections.abc import Sequence

from frontdesk.domain.keyboard_layout import to_english, to_thai
from frontdesk.domain.names import name_key, strip_title
from frontdesk.domain.staff import Staff
from frontdesk.services.sign_in_board import StaffEntry


def matching(entries: Sequence[StaffEntry], typed: str) -> list[StaffEntry]:
    """Return the entries that fit, those whose name begins so first; all of them for no letters."""
    if not typed.strip():
        return list(entries)
    for text in (typed, to_thai(typed), to_english(typed)):
        key = name_key(text)
        begins = [entry for entry in entries if _begins(entry.staff, key)]
        holds = [entry for entry in entries if _holds(entry.staff, key) and entry not in begins]
        if key and (begins or holds):
            return begins + holds
    return []


def _keys(staff: Staff) -> list[str]:
    names = (staff.name, strip_title(staff.name), staff.nickname, staff.name_en, staff.code)
    words = (word for name in names for word in (name, *name.split()))
    return [key for word in words if (key := name_key(word))]


def _begins(staff: Staff, key: str) -> bool:
    return any(name.startswith(key) for name in _keys(staff))


def _holds(staff: Staff, key: str) -> bool:
    return any(key in name for name in _keys(staff))
