"""Somebody new in one line, as a desk types it while the caller speaks: number, name and nickname in any order."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from .meant_keyboard import meant_line
from .names import split_name
from .numbers import fold_number, parse_number, parse_numbers
from .people import NumberKind, Person, PhoneNumber
from .typed_addresses import LABELS, cut_line_name, cut_plate

LONGEST_LINE = 300
"""What is typed beyond this is text that was pasted, and stays in the note."""

LONGEST_NAME, FULL_NAME, MOST_WORDS = 40, (2, 3), 4
"""Letters and words that a name without a title has, and the most words that one beside an address has."""

_NUMBER_WORDS = (
    r"(?:เบอร์|หมายเลข)?(?:โทรศัพท์|โทรสาร|โทร|มือถือ|แฟกซ์|แฟ็กซ์|เบอร์|หมายเลข"
    r"|(?<![^\W\d_])(?:telephone|tel|phone|mobile|mob|fax))[\s.:]*"
)
_INNER = r"(?:ต่อ|กด|ภายใน|สายใน|extension|extn|ext|(?<![^\W\d_])x|#)[\s.:]*\d{1,6}(?!\d)"
_RUN = r"(?:\+\s*)?\(?\d(?:[\s\-.()/,]*\d)*\)?"
_NUMBER = re.compile(
    rf"(?:{_NUMBER_WORDS})?(?:{_RUN}(?:[\s,]*\(?{_INNER}\)?)?|{_INNER})",
    re.IGNORECASE,
)
_BESIDE = re.compile(r"(?<=\d)[\s,;|/]+(?=\+|(?:00|0)\d)")
_EMAIL = re.compile(r"[^\s@,;<>()|]+@[^\s@,;<>()|]+\.[^\s@,;<>()|.]+")
_NICKNAME = re.compile(
    r"[(\[]\s*([^()\[\]\d]*[^\W\d][^()\[\]\d]*)[)\]]|(?:ชื่อเล่น|nickname)[\s:]*([^\W\d]\S*)", re.IGNORECASE
)
_LABEL = re.compile(rf"ชื่อเล่น|nickname|{LABELS}", re.IGNORECASE)
_BETWEEN = " \t,;:|/·-–—"
_EDGE = f"{_BETWEEN}()[]"
_PLACE = re.compile(
    r"(?:บริษัท|บจก|บมจ|หจก|ห้างหุ้นส่วน|ห้าง|มูลนิธิ|สมาคม|โรงเรียน|โรงพยาบาล|รพ\.|ร้าน|ธนาคาร|สำนักงาน|มหาวิทยาลัย|วัด)\S*"
    r"|.*(?<![^\W_])(?:co\.?|company|ltd\.?|limited|inc\.?|foundation|school|hospital|bank)",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r"ไหม|มั้ย|หรือ|อะไร|ไง|อย่างไร|ที่ไหน|ตรงไหน|เท่าไ|กี่|ทำไม|เมื่อไ|ขอ|ต้อง|ได้|อยาก|ยัง"
    r"|[#?!]|(?<![^\W\d_])(?:how|what|where|when|which|who|why|can|is|are|do|does|the|my|a|to|for)(?![^\W\d_])",
    re.IGNORECASE,
)
_LEAST_RUN, _LEAST_DIGITS = 3, 7
WHOLE = {NumberKind.MOBILE, NumberKind.LANDLINE, NumberKind.TOLL_FREE, NumberKind.FOREIGN, NumberKind.FAX}


@dataclass(frozen=True, slots=True)
class NewPerson:
    """What one line says of somebody; ``rest`` is what has no place of its own and belongs in the note."""

    title: str = ""
    given_name: str = ""
    family_name: str = ""
    nickname: str = ""
    organisation: str = ""
    email: str = ""
    numbers: tuple[PhoneNumber, ...] = ()
    rest: str = ""
    line: str = ""
    plate: str = ""

    @property
    def name(self) -> str:
        """The name without title, or that of the organisation."""
        return f"{self.given_name} {self.family_name}".strip() or self.organisation

    @property
    def empty(self) -> bool:
        """Tell whether there is nobody to speak of: neither a name nor a number."""
        return not (self.name or self.numbers)

    @property
    def has_address(self) -> bool:
        """Tell whether it says how else somebody can be reached or known: an e-mail, a LINE name, a plate."""
        return bool(self.email or self.line or self.plate)

    @property
    def has_whole_number(self) -> bool:
        """Tell whether a number can be called from outside, so that it was no figure in a question."""
        return any(number.kind in WHOLE for number in self.numbers)


def read_new_person(line: str) -> NewPerson:
    """Read a line such as "คุณสุดา ใจดี (ดา) 0812345678 ต่อ 12". Never fails; nothing typed is lost."""
    text = meant_line(" ".join(unicodedata.normalize("NFC", line).split()))
    head = text[:LONGEST_LINE]
    email, rest = _cut(_EMAIL, head)
    line_name, rest = cut_line_name(rest)
    plate, rest = cut_plate(rest)
    numbers, rest = _numbers(rest)
    nickname, rest = _cut(_NICKNAME, rest)
    new = _named(rest)
    new = replace(new, nickname=_bare(nickname), email=email, line=line_name, plate=plate, numbers=numbers)
    new = replace(new, rest=text[LONGEST_LINE:].strip())
    return replace(new, rest=text) if _lost(text, new) else new


def with_number(new: NewPerson, text: str) -> NewPerson:
    """Take along a number that stands elsewhere, unless the line says it too."""
    known = {(number.digits, number.extension) for number in new.numbers}
    more = tuple(one for one in parse_numbers(text) if (one.digits, one.extension) not in known)
    return replace(new, numbers=(*new.numbers, *more))


def as_person(new: NewPerson, blank: Person) -> Person:
    """Put what was read onto a blank card."""
    return replace(
        blank,
        title=new.title,
        given_name=new.given_name,
        family_name=new.family_name,
        nickname=new.nickname,
        organisation=new.organisation,
        email=new.email,
        line=new.line,
        plate=new.plate,
        numbers=new.numbers,
        note=new.rest,
    )


def is_named(new: NewPerson) -> bool:
    """Tell whether the words beside number and address read as a name, and ask for nothing."""
    words = new.name.split()
    return bool(words) and len(words) <= MOST_WORDS and len(new.name) <= LONGEST_NAME and not _ASKED.search(new.name)


def may_be_name(new: NewPerson, line: str) -> bool:
    """Tell whether a line without a number reads as somebody's name rather than as a question."""
    if new.title or new.nickname or new.organisation:
        return bool(new.name)
    words = line.split()
    plain = not any(c.isdigit() for c in line) and len(line) <= LONGEST_NAME
    return plain and len(words) in FULL_NAME and not _ASKED.search(line)


def _cut(form: re.Pattern[str], text: str) -> tuple[str, str]:
    """Take the first part of such a form out of a text."""
    found = form.search(text)
    if not found:
        return "", text
    return found[0], f"{text[: found.start()]} {text[found.end() :]}"


def _bare(nickname: str) -> str:
    found = _NICKNAME.fullmatch(nickname)
    return (found[1] or found[2]).strip() if found else ""


def _numbers(text: str) -> tuple[tuple[PhoneNumber, ...], str]:
    """Part the numbers from all other words; a house number or a year of two digits is no number."""
    found: list[PhoneNumber] = []
    others, end = [], 0
    for span in _NUMBER.finditer(text):
        read = list(_read(span[0])) if _long_enough(span[0]) else []
        if read:
            found += read
            others.append(text[end : span.start()])
            end = span.end()
    return tuple(dict.fromkeys(found)), " ".join((*others, text[end:]))


def _read(span: str) -> Iterator[PhoneNumber]:
    for part in _BESIDE.split(span):
        several = parse_numbers(part)
        if len(several) == 1:
            yield parse_number(part.strip(_BETWEEN))
        else:
            yield from several


def _long_enough(span: str) -> bool:
    digits = fold_number(span)
    inner = re.fullmatch(_INNER, digits.strip(), re.IGNORECASE)
    run = max((len(part) for part in re.findall(r"\d+", digits)), default=0)
    return bool(inner) or run >= _LEAST_RUN or sum(c.isdigit() for c in digits) >= _LEAST_DIGITS


def _named(text: str) -> NewPerson:
    words = " ".join(word for word in text.split() if word.strip(_EDGE)).strip(_BETWEEN)
    if _PLACE.match(words):
        return NewPerson(organisation=words)
    name = split_name(" ".join(word.strip(_EDGE) for word in words.split()))
    return NewPerson(name.title, name.given, name.family)


def _lost(text: str, new: NewPerson) -> bool:
    """Tell whether a letter or digit that was typed stands nowhere."""
    fields = (new.title, new.name, new.organisation, new.nickname, new.email, new.line, new.plate, new.rest)
    return bool(_signs(text) - _signs("".join((*fields, *(number.raw for number in new.numbers)))))


def _signs(text: str) -> Counter[str]:
    """Count letters, marks and figures; the word "nickname" is told by the field."""
    plain = _LABEL.sub(" ", text)
    return Counter(str(unicodedata.decimal(c, c)) for c in plain if unicodedata.category(c)[0] in "LMN")
