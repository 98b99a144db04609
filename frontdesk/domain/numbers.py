"""Telephone numbers as people in Thailand write them.

Every way of writing one number gives the same digits; what was typed is always kept beside them.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import replace

from .caller_ids import plain_number
from .dial_plan import begun_at_home, is_short_code, number_of, thai_digits
from .languages import Language
from .people import NumberKind, NumberUse, PhoneNumber

LONGEST_TEXT = 200
_MOST_PARTS = 64
EXTENSION_WORD = {Language.TH: "ต่อ", Language.EN: "ext."}

_SPOKEN = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad\u202a-\u202e\u2066-\u2069]")
_SIGNS = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-") | dict.fromkeys("·•‧∙", "."))
_FAX = re.compile(r"fax|แฟ[ก็]*[กซ]+์?|โทรสาร", re.IGNORECASE)
_LATIN = re.compile("[A-Za-z]")
_AT_HOME = re.compile(r"(?<!หมู่)บ้าน(?!เลขที่)|(?<![a-z])home(?![a-z])", re.IGNORECASE)
_AT_WORK = re.compile(r"ที่ทำงาน|ออฟฟิศ|สำนักงาน|(?<![a-z])(?:work|office)(?![a-z])", re.IGNORECASE)
_EXTENSION = re.compile(r"(?:ต่อ|กด|ภายใน|สายใน|extension|extn|ext|(?<![a-z])x|#)[\s.:=]*(\d{1,6})(?!\d)", re.IGNORECASE)
_IN_BRACKETS = re.compile(r"(.*\d.*)[(\[]\s*(\d{2,5})\s*[)\]]\s*")
_SEPARATOR = re.compile(r"\s*([,;/|&\n\t]|หรือ|และ|กับ|(?<![a-z])(?:or|and)(?![a-z]))\s*", re.IGNORECASE)
_RANGE = re.compile(r"(.*\d)\s*(?:-|~|ถึง|(?<![a-z])to)\s*(\d{1,2})", re.IGNORECASE)
_WITHIN = re.compile(
    r"(?<!\d)(?:(?:(?:\+|00[1-9]?[\s-]?)?66[\s.()-]*0?|\(?0)[\s.()-]{0,2}"
    r"(?:[689](?:[\s().-]{0,3}\d){8}|[23457](?:[\s().-]{0,3}\d){7})|1800(?:[\s-]?\d){6})(?!\d)"
)
_PLAIN = re.compile(r" *\+?[0-9][0-9 -]{7,16}")
_NOT_DIGITS = re.compile("[^0-9]")
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?E\+?(\d{1,2})", re.IGNORECASE)
_WHOLE_FLOAT = re.compile(r"(\d{8,})\.0+")
_NUMBER_WORD = re.compile(
    r"(?:เบอร์|หมายเลข|สาย)?(?:โทรศัพท์|โทรสาร|โทร|มือถือ|แฟกซ์|แฟ็กซ์|เบอร์|หมายเลข|caller\s?id|telephone|tel|phone|"
    r"mobile|mob|fax|call|ต่อ|กด|ภายใน|สายใน|ตรง|โต๊ะ|ถึง|หรือ|และ|extension|extn|ext|x)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"([^\s@,;:<>]{1,2})[^\s@,;:<>]{0,64}@(?=[^\s@])")
_NUMBER_SIGNS = re.compile(r"[\d\s+\-().#*/,;:~]+")
_LONG_ENOUGH = 7
"""Digits behind an extension from which they are another number."""


def parse_number(text: str) -> PhoneNumber:
    """Read one number, the first if there are several. Never fails: what is none has no digits."""
    found = parse_numbers(text)
    return replace(found[0], raw=text) if found else PhoneNumber(text, NumberKind.OTHER)


def parse_numbers(text: str, parts: int = _MOST_PARTS) -> tuple[PhoneNumber, ...]:
    """Read every number of a field, among them "02-123-4567/8", "02-123-4567-9" and "... ต่อ 25, 26".

    What stands between separators is a part; those after the first ``parts`` are left out.
    """
    plain = _plain(text)
    if plain is not None:
        return (plain,)
    found: list[PhoneNumber] = []
    for sign, part in _parts(fold_number(text).strip(), parts):
        found += _next_numbers(part, found[-1] if found else None, sign)
    return (replace(found[0], raw=text.strip()),) if len(found) == 1 else tuple(found)


def looks_like_number(text: str) -> bool:
    """Tell whether a text is nothing but a number, whole or begun: two digits or more, no other words."""
    rest = _NUMBER_WORD.sub(" ", fold_number(text))
    return bool(_NUMBER_SIGNS.fullmatch(rest)) and sum(c.isdigit() for c in rest) >= 2


def digits_of(text: str) -> str:
    """Return the digits of a text, Thai and full-width ones included, as 0-9."""
    return "".join(c for c in fold_number(text) if c.isdigit())


def number_beginnings(text: str) -> tuple[str, ...]:
    """Return how the digits may begin a stored number: as typed, and with 0 for the country code."""
    main, extension = _split_extension(fold_number(text))
    typed = digits_of(main) or extension
    return tuple(filter(None, (typed, begun_at_home(typed))))


def display(number: PhoneNumber, language: Language = Language.TH) -> str:
    """Write a number the way people here read it: 081-234-5678, 02-123-4567 ต่อ 25."""
    return _with_extension(_grouped(number), number.extension, language)


def mask(number: PhoneNumber | str, language: Language = Language.TH) -> str:
    """Write a number with its middle hidden; extensions, short codes and free-call numbers stay.

    An e-mail address that stands in a number's place is hidden but for its beginning and its host.
    """
    parsed = parse_number(number) if isinstance(number, str) else number
    if parsed.kind in (NumberKind.EXTENSION, NumberKind.SHORT, NumberKind.TOLL_FREE):
        return display(parsed, language)
    groups = _grouped(parsed).split("-")
    if len(groups) == 3:
        return _with_extension(f"{groups[0]}-{'x' * len(groups[1])}-{groups[2]}", parsed.extension, language)
    hidden = mask_addresses_in(_mask_middle(_grouped(parsed)))
    return _with_extension(hidden, parsed.extension, language)


def mask_addresses_in(text: str) -> str:
    """Return a text in which all but the first two letters of e-mail addresses are hidden; hosts stay."""
    return _ADDRESS.sub(r"\1•••@", text) if "@" in text else text


def fold_number(text: str) -> str:
    """Bring digits to 0-9, dashes to "-", addresses to numbers, drop invisible signs; cut what is too long."""
    folded = plain_number(text[:LONGEST_TEXT])
    if folded.isascii():
        return folded
    plain = _SPOKEN.sub("", unicodedata.normalize("NFKC", folded).replace("ํา", "ำ")).translate(_SIGNS)
    if not any(map(str.isdigit, plain)):
        return plain
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in plain if not _odd_digit(c))


def _odd_digit(sign: str) -> bool:
    return sign.isdigit() and not sign.isdecimal()


def _plain(text: str) -> PhoneNumber | None:
    """Read what is one Thai number and nothing else; nearly every cell of a large file is."""
    if not _PLAIN.fullmatch(text):
        return None
    number = number_of(text.strip(), _NOT_DIGITS.sub("", text), "+" in text, "")
    return number if number.e164.startswith("+66") else None


def _parts(folded: str, most: int) -> Iterator[tuple[str, str]]:
    """Yield what stands between separators and has digits, with the separator before it."""
    signs_and_parts = ["", *_SEPARATOR.split(folded)][: 2 * most]
    for sign, written in zip(signs_and_parts[::2], signs_and_parts[1::2], strict=True):
        part = plain_number(written) if "@" in written or ":" in written else written
        extension = _EXTENSION.search(part)
        behind = part[extension.end() :] if extension else ""
        if extension and sum(c.isdigit() for c in behind) >= _LONG_ENOUGH:
            yield sign, part[: extension.end()]
            yield " ", behind
        elif any(c.isdigit() for c in part):
            yield sign, part


def _next_numbers(part: str, before: PhoneNumber | None, sign: str) -> list[PhoneNumber]:
    if before is not None and _goes_on(part, before, sign):
        return [_completed(part, before)]
    main, extension = _split_extension(part)
    span = _RANGE.fullmatch(main.strip())
    if span:
        first = _one_number(_with_extension(span[1], extension))
        if first.e164 and first.kind in (NumberKind.LANDLINE, NumberKind.MOBILE, NumberKind.FAX):
            return [first, *_following(first, span[2])]
    several = _by_spaces(main)
    if several:
        return [*several[:-1], _one_number(_with_extension(several[-1].raw, extension))]
    one = _one_number(part)
    return [one] if one.e164 or not one.digits else _among_words(part) or [one]


def _goes_on(part: str, before: PhoneNumber, sign: str) -> bool:
    """Tell whether a few digits belong to the number before them and are none of their own."""
    if not part.isdigit() or len(part) > 5 or not before.e164:
        return False
    return sign == "/" or bool(before.extension) or not is_short_code(part)


def _completed(part: str, before: PhoneNumber) -> PhoneNumber:
    """Read what stands after a slash: one or two digits replace the last ones, more are an extension."""
    if len(part) <= 2 and not before.extension:
        return _like(before, before.digits[: -len(part)] + part, "")
    return _like(before, before.digits, part)


def _following(first: PhoneNumber, end: str) -> list[PhoneNumber]:
    """Read "02-123-4567-9" as every number from the first to the one that ends so."""
    head, last = first.digits[: -len(end)], int(first.digits[-len(end) :])
    steps = range(last + 1, int(end) + 1) if last < int(end) else (int(end),)
    return [_like(first, f"{head}{step:0{len(end)}d}", first.extension) for step in steps]


def _like(number: PhoneNumber, digits: str, extension: str) -> PhoneNumber:
    """Make a number of the same sort as another, written so that it is read as the same again."""
    fax = "Fax " if number.kind is NumberKind.FAX else ""
    return _one_number(_with_extension(f"{fax}{digits}", extension))


def _by_spaces(main: str) -> list[PhoneNumber]:
    """Read numbers with nothing but spaces between them, or nothing if these are not several."""
    found: list[PhoneNumber] = []
    begun = ""
    for word in main.split():
        begun = f"{begun} {word}".strip()
        if thai_digits(_bare_digits(begun)):
            found.append(_one_number(begun))
            begun = ""
    return found if len(found) > 1 and not begun else []


def _among_words(part: str) -> list[PhoneNumber]:
    """Find whole Thai numbers among words and other digits: "ห้อง 204 โทร 081-234-5678 หลัง 17.00"."""
    bracketed = _IN_BRACKETS.fullmatch(part)
    if bracketed and thai_digits(_bare_digits(bracketed[1])):
        return [_one_number(_with_extension(bracketed[1], bracketed[2]))]
    if not any(c.isalpha() for c in part) and part.count(" ") + part.count("(") == 0:
        return []
    return [_one_number(found[0]) for found in _WITHIN.finditer(part)]


def _one_number(part: str) -> PhoneNumber:
    main, extension = _split_extension(part)
    number = number_of(part.strip(), _bare_digits(main), main.lstrip().startswith("+"), extension)
    if part.isascii() and not _LATIN.search(part):
        return number
    number = replace(number, use=_use_of(part)) if number.digits else number
    known = number.kind in (NumberKind.MOBILE, NumberKind.LANDLINE, NumberKind.OTHER)
    return replace(number, kind=NumberKind.FAX) if known and number.digits and _FAX.search(main) else number


def _use_of(part: str) -> NumberUse:
    """Tell where a number reaches somebody, if that is written beside it."""
    home, work = _AT_HOME.search(part), _AT_WORK.search(part)
    return NumberUse.HOME if home and not work else NumberUse.WORK if work and not home else NumberUse.UNKNOWN


def _split_extension(part: str) -> tuple[str, str]:
    found = _EXTENSION.search(part)
    return (part[: found.start()], found[1]) if found else (part, "")


def _bare_digits(main: str) -> str:
    """Return the digits, undoing what a spreadsheet does to them where nothing was lost."""
    text = main.strip()
    scientific, whole = _SCIENTIFIC.fullmatch(text), _WHOLE_FLOAT.fullmatch(text)
    if scientific:
        digits = scientific[1] + (scientific[2] or "")
        return digits if len(digits) == int(scientific[3]) + 1 else ""
    return whole[1] if whole else "".join(c for c in main if c.isdigit())


def _grouped(number: PhoneNumber) -> str:
    digits = number.digits
    if not number.e164:
        return digits if number.kind is NumberKind.SHORT else "" if number.extension else number.raw
    if number.kind is NumberKind.FOREIGN:
        return _international(number.e164)
    first = 2 if digits.startswith("02") else 4 if digits.startswith("1800") else 3
    return f"{digits[:first]}-{digits[first : first + 3]}-{digits[first + 3 :]}"


def _international(e164: str) -> str:
    import phonenumbers

    form = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return str(phonenumbers.format_number(phonenumbers.parse(e164), form)).replace("-", " ")


def _with_extension(written: str, extension: str, language: Language = Language.EN) -> str:
    if not extension:
        return written
    return f"{written} {EXTENSION_WORD[language]} {extension}" if written else extension


def _mask_middle(written: str) -> str:
    """Hide all digits but the last four; a number of six digits or fewer is nobody's in particular."""
    left = sum(c.isdigit() for c in written)
    if left < 7:
        return written
    shown = []
    for sign in written:
        shown.append("x" if sign.isdigit() and left > 4 else sign)
        left -= sign.isdigit()
    return "".join(shown)
