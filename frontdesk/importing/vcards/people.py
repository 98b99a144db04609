"""A card as the cells of one row about a person."""

import re
from collections.abc import Callable
from hashlib import blake2b

from frontdesk.domain.names import split_name, split_title
from frontdesk.domain.numbers import digits_of

from .birthdays import birthday_of, is_less_than_a_day
from .cards import Card
from .columns import CODE, OUR_UID, OURS, our_column
from .lines import Property
from .phones import phone_cell, phone_columns, preference, with_use
from .values import Values

Cells = dict[str, str]

JOB, BORN = "ตำแหน่ง", "วันเกิด"
"""Names of quick facts."""
_TECHNICAL = frozenset({"BEGIN", "END", "UID", "REV", "PRODID", "VERSION", "SOURCE", "PROFILE", "MAILER", "TZ", "GEO",
                        "CLASS", "CLIENTPIDMAP", "SORT-STRING", "KIND", "LABEL", "FN", "X-ABLABEL", "X-ABUID",
                        "X-ABADR", "X-ABSHOWAS", "X-IMAGETYPE", "X-IMAGEHASH"})  # fmt: skip
_LINE_NAMES = frozenset({"X-LINE", "X-LINE-ID", "X-LINEID"})
_ANDROID_NICKNAME = "vnd.android.cursor.item/nickname"
_STANDARD_LABEL = re.compile(r"_\$!<(.*)>!\$_")


class CardReader:
    """Reads one card into cells; ``cells`` are complete once ``read`` has been called."""

    def __init__(self, card: Card, values: Values) -> None:
        self._card, self._values = card, values
        self._labels = self._read_labels()
        self._lists: dict[str, list[str]] = {}
        self._phones: list[tuple[int, str]] = []
        self._own = any(prop.name == CODE for prop in card.properties)
        self.cells: Cells = {}

    def read(self) -> Cells:
        """Return the row; empty if nothing is said of anybody."""
        for prop in self._card.properties:
            self._take(prop)
        for column, texts in self._lists.items():
            self.cells.setdefault(column, ("\n" if column in ("note", "facts") else "; ").join(dict.fromkeys(texts)))
        self.cells |= phone_columns(self._phones)
        self._find_name()
        cells = {column: text for column, text in self.cells.items() if text}
        return {"code": self._code(cells), **cells} if cells else {}

    def _take(self, prop: Property) -> None:
        reader = _READERS.get(prop.name)
        if reader is not None:
            reader(self, prop)
        elif prop.name.startswith(OURS):
            self.cells[our_column(prop.name)] = self._text(prop)
        elif prop.name in _LINE_NAMES:
            self._add("line", self._text(prop))
        elif prop.name not in _TECHNICAL and prop.value:
            self._add(prop.name, ", ".join(filter(None, self._parts(prop))))

    def _add(self, column: str, text: str) -> None:
        if text.strip():
            self._lists.setdefault(column, []).append(text if column == "note" else text.strip())

    def _text(self, prop: Property) -> str:
        return self._values.text(prop, self._card.old)

    def _parts(self, prop: Property) -> list[str]:
        return [part.strip() for part in self._values.parts(prop, self._card.old)]

    def _read_labels(self) -> dict[str, str]:
        """Return what Apple's telephones call the properties of a group."""
        labels = {prop.group: self._text(prop) for prop in self._card.properties if prop.name == "X-ABLABEL"}
        return {group: _STANDARD_LABEL.sub(r"\1", label).strip() for group, label in labels.items() if group}

    def _read_name(self, prop: Property) -> None:
        family, given, middle, prefix, suffix = (*self._parts(prop), "", "", "", "", "")[:5]
        name = " ".join(filter(None, (given, middle)))
        family = " ".join(filter(None, (family, suffix)))
        if not self._own:
            title, name = split_title(name) if not prefix else ("", name)
            prefix = prefix or title
        if not (self._own or family) and " " in name:
            parted = split_name(name)
            name, family = parted.given, parted.family
        self.cells |= {"prefix": prefix, "given_name": name, "family_name": family}

    def _read_nicknames(self, prop: Property) -> None:
        names = [self._text(prop)] if self._own else self._values.list(prop, self._card.old)
        self.cells["nickname"] = names[0].strip() if names else ""
        for name in names[1:]:
            self._add("aliases", name.replace(";", ","))

    def _read_organisation(self, prop: Property) -> None:
        organisation, *units = self._parts(prop)
        self.cells["organisation"] = organisation
        self.cells["department"] = " ".join(filter(None, units))

    def _read_job(self, prop: Property) -> None:
        job = " ".join(self._text(prop).split())
        if job and not self._own:
            self._add("facts", f"{JOB}: {job}")

    def _read_phone(self, prop: Property) -> None:
        text, types = self._text(prop), prop.types
        cell = with_use(text, types) if self._own else phone_cell(text, types, self._labels.get(prop.group, ""))
        if cell:
            self._phones.append((preference(prop), cell))

    def _read_email(self, prop: Property) -> None:
        self._add("email", re.sub(r"^\s*mailto:", "", self._text(prop), flags=re.IGNORECASE))

    def _read_messenger(self, prop: Property) -> None:
        scheme, _, name = self._text(prop).strip().rpartition(":")
        service = prop.said("X-SERVICE-TYPE") or scheme.upper() or self._labels.get(prop.group, "").upper()
        self._add("line" if service == "LINE" else "IMPP", name if service == "LINE" else self._text(prop))

    def _read_birthday(self, prop: Property) -> None:
        written = self._text(prop).strip()
        if is_less_than_a_day(written):
            self._add("facts", f"{BORN}: {written}")
        else:
            self.cells["birthday"] = birthday_of(written)

    def _read_android(self, prop: Property) -> None:
        kind, name, *_ = (*self._parts(prop), "", "")
        if kind == _ANDROID_NICKNAME:
            self.cells.setdefault("nickname", name)
        elif name:
            self._add(prop.name, f"{kind.rpartition('/')[2]}: {name}")

    def _read_note(self, prop: Property) -> None:
        self._add("note", self._text(prop))

    def _find_name(self) -> None:
        """Give a card without a structured name what else it goes by."""
        if self._own or self.cells.get("given_name") or self.cells.get("family_name"):
            return
        whole = next((self._text(prop).strip() for prop in self._card.properties if prop.name == "FN"), "")
        cells = self.cells
        if whole and whole != cells.get("organisation"):
            cells["name"] = whole
        elif not (cells.get("organisation") or cells.get("phone")):
            cells["name"] = cells.get("nickname") or cells.get("email", "").partition(";")[0]

    def _code(self, cells: Cells) -> str:
        if self._own:
            return cells.get("code", "")
        uid = next((self._text(prop).strip() for prop in self._card.properties if prop.name == "UID"), "")
        if uid.startswith(OUR_UID):
            return uid.removeprefix(OUR_UID)
        return _hashed(uid.lower().removeprefix("urn:uuid:") or _identity(cells))


def _identity(cells: Cells) -> str:
    """Return who a card without an identifier is about: the name, and the first number or address."""
    name = " ".join(cells.get(column, "") for column in ("given_name", "family_name", "name", "organisation"))
    return "\n".join(("card", " ".join(name.split()), digits_of(cells.get("phone", "")) or cells.get("email", "")))


def _hashed(text: str) -> str:
    return f"V-{blake2b(text.encode('utf-8', 'replace'), digest_size=6).hexdigest()}"


_READERS: dict[str, Callable[[CardReader, Property], None]] = {
    "N": CardReader._read_name,
    "NICKNAME": CardReader._read_nicknames,
    "ORG": CardReader._read_organisation,
    "TITLE": CardReader._read_job,
    "ROLE": CardReader._read_job,
    "TEL": CardReader._read_phone,
    "EMAIL": CardReader._read_email,
    "IMPP": CardReader._read_messenger,
    "BDAY": CardReader._read_birthday,
    "NOTE": CardReader._read_note,
    "X-ANDROID-CUSTOM": CardReader._read_android,
}
