"""Arithmetic on a million numbers that never makes a Python object of each."""

from struct import pack

from frontdesk.services.contact_browser import Places

NEAR = 2_000
"""What changes is mostly among the newest."""


def rows_of(places: Places, rows: range) -> Places:
    """Return the places of a run of rows, as far as there are any."""
    return places[max(0, rows.start) : max(0, rows.stop)]


def row_of(places: Places, place: int) -> int | None:
    """Return in which row a place stands."""
    near = _found(places[:NEAR], place)
    return near if near is not None else _found(places, place)


def _found(places: Places, place: int) -> int | None:
    sought, data, size = pack("=q", place), places.tobytes(), places.itemsize
    at = data.find(sought)
    while at >= 0 and at % size:
        at = data.find(sought, at + 1)
    return at // size if at >= 0 else None
