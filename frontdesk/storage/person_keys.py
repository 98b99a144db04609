"""The keys that a person is found by, worked out when the person is saved."""

from collections.abc import Iterator
from typing import Any

from frontdesk.domain.names import look_up_key, name_key
from frontdesk.domain.people import HandleKind, Person
from frontdesk.domain.plates import plate_keys

GIVEN, FAMILY, ROMANISED = "given", "family", "romanised"
"""Kinds of distinct names."""

ALIAS, CODE = "alias", "code"
"""Kinds of keys beside the romanised name: other names, and codes of every sort."""


def name_columns(person: Person) -> dict[str, str]:
    """Return given and family name normalised."""
    return {"given_key": name_key(person.given_name), "family_key": name_key(person.family_name)}


def number_rows(person: Person) -> Iterator[dict[str, Any]]:
    """Return a row for each telephone number."""
    for place, number in enumerate(person.numbers):
        yield {
            "person_id": person.id,
            "place": place,
            "raw": number.raw,
            "kind": number.kind,
            "e164": number.e164,
            "digits": number.digits,
            "reversed": number.digits[::-1],
            "extension": number.extension,
            "use": number.use,
        }


def alias_rows(person: Person) -> Iterator[dict[str, Any]]:
    """Return a row for each other name as it was given."""
    for place, alias in enumerate(person.aliases):
        yield {"person_id": person.id, "place": place, "alias": alias}


def key_rows(person: Person) -> list[dict[str, str]]:
    """Return a row for each nickname, other name, romanised name and code of any sort."""
    other_names = (person.nickname, *person.aliases)
    codes = (person.code, person.plate, person.line, person.email, *(handle.value for handle in person.handles))
    keys = {(ALIAS, key) for name in (*other_names, person.romanised) for key in _turned(name)}
    keys |= {(ROMANISED, name_key(name)) for name in (person.romanised,) if name}
    keys |= {(CODE, look_up_key(code)) for code in codes if code}
    plates = (person.plate, *(handle.value for handle in person.handles if handle.kind is HandleKind.PLATE))
    keys |= {(CODE, key) for plate in plates if plate for key in plate_keys(plate)}
    return [{"person_id": person.id, "kind": kind, "key": key} for kind, key in sorted(keys) if key]


def distinct_names(person: Person) -> Iterator[tuple[str, str]]:
    """Return the kind and key of every name that a guess may be compared with."""
    names = ((GIVEN, person.given_name), (FAMILY, person.family_name), (ROMANISED, person.romanised))
    return ((kind, key) for kind, name in names if name and (key := name_key(name)))


def _turned(name: str) -> list[str]:
    """Return the key of a name begun at each of its words, so that each is a beginning."""
    words = name.split()
    return [name_key(" ".join(words[at:] + words[:at])) for at in range(len(words))]
