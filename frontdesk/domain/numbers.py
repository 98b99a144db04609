"""Telephone numbers as people in Thailand write them.

Every way of writing one number gives the same digits; what was typed is always kept beside them.
Thai numbers follow the plain rules below; phonenumbers is asked for foreign numbers and short codes
only, so that its tables are loaded only where they are needed.
"""

import re
import unicodedata
from dataclasses import replace

from .languages import Language
from .people import NumberKind, PhoneNumber

LONGEST_TEXT = 200
_MOST_PARTS = 64
EXTENSION_WORD = {Language.TH: "ต่อ", Language.EN: "ext."}

_SPOKEN = re.compile(r"[\u200b-\u200f\u2060\ufeff\u00ad]")
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−", "-"))
_FAX = re.compile(r"fax|แฟ[ก็]*[กซ]+์?|โทรสาร", re.IGNORECASE)
_EXTENSION = re.compile(r"(?:ต่อ|กด|ภายใน|extension|ext|(?<![a-z])x|#)[\s.:]*(\d{1,6})(?!\d)", re.IGNORECASE)
_SEPARATOR = re.compile(r"\s*(?:[,;/|&\n\t]|หรือ|และ|(?<![a-z])or(?![a-z]))\s*", re.IGNORECASE)
_RANGE = re.compile(r"(.*\d)\s*(?:-|~|ถึง)\s*(\d{1,2})")
_SCIENTIFIC = re.compile(r"(\d)(?:[.,](\d+))?E\+?(\d{1,2})", re.IGNORECASE)
_WHOLE_FLOAT = re.compile(r"(\d{8,})\.0+")
_NUMBER_WORD = re.compile(
    r"(?:เบอร์|หมายเลข)?(?:โทรศัพท์|โทรสาร|โทร|มือถือ|แฟกซ์|แฟ็กซ์|เบอร์|หมายเลข|telephone|tel|phone|mobile|mob|fax|"
    r"ต่อ|กด|ภายใน|extension|ext|x)",
    re.IGNORECASE,
)
_NUMBER_SIGNS = re.compile(r"[\d\s+\-().#*/,;:~]+")

_MOBILE = re.compile(r"0[689]\d{8}")
_LANDLINE = re.compile(r"0[23457]\d{7}")
_TOLL_FREE = re.compile(r"1800\d{6}")
_MOBILE_WITHOUT_0 = re.compile(r"[689]\d{8}")
_LANDLINE_WITHOUT_0 = re.compile(r"[23457]\d{7}")
_THAI_ABROAD = re.compile(r"(?:00[1789]?)?660?([689]\d{8}|[23457]\d{7}|1800\d{6})")
_BEGUN_ABROAD = re.compile(r"(?:00[1789]?)?660?(?=[2-9])")
_ABROAD = re.compile(r"00[1789]?(\d{7,15})")


def parse_number(text: str) -> PhoneNumber:
    """Read one number, the first if there are several. Never fails: what is none has no digits."""
    found = parse_numbers(text)
    return replace(found[0], raw=text) if found else PhoneNumber(text, NumberKind.OTHER)


def parse_numbers(text: str, parts: int = _MOST_PARTS) -> tuple[PhoneNumber, ...]:
    """Read every number of a field, among them "02-123-4567/8", "02-123-4567-9" and "... ต่อ 25, 26".

    What stands between separators is a part; those after the first ``parts`` are left out.
    """
    found: list[PhoneNumber] = []
    for part in _SEPARATOR.split(fold_number(text))[:parts]:
        if any(c.isdigit() for c in part):
            found += _next_numbers(part, found[-1] if found else None)
    return tuple(found)


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
    abroad = _BEGUN_ABROAD.match(typed)
    return tuple(filter(None, (typed, f"0{typed[abroad.end() :]}" if abroad else "")))


def display(number: PhoneNumber, language: Language = Language.TH) -> str:
    """Write a number the way people here read it: 081-234-5678, 02-123-4567 ต่อ 25."""
    return _with_extension(_grouped(number), number, language)


def mask(number: PhoneNumber | str, language: Language = Language.TH) -> str:
    """Write a number with its middle hidden; extensions, short codes and free-call numbers stay."""
    parsed = parse_number(number) if isinstance(number, str) else number
    if parsed.kind in (NumberKind.EXTENSION, NumberKind.SHORT, NumberKind.TOLL_FREE):
        return display(parsed, language)
    groups = _grouped(parsed).split("-")
    if len(groups) == 3:
        return _with_extension(f"{groups[0]}-{'x' * len(groups[1])}-{groups[2]}", parsed, language)
    return _with_extension(_mask_middle(_grouped(parsed)), parsed, language)


def fold_number(text: str) -> str:
    """Bring digits to 0-9 and dashes to "-", drop invisible signs; cut what is too long for a number."""
    folded = text[:LONGEST_TEXT]
    if folded.isascii():
        return folded
    plain = _SPOKEN.sub("", unicodedata.normalize("NFKC", folded).replace("ํา", "ำ")).translate(_DASHES)
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in plain if not _odd_digit(c))


def _odd_digit(sign: str) -> bool:
    return sign.isdigit() and not sign.isdecimal()


def _next_numbers(part: str, before: PhoneNumber | None) -> list[PhoneNumber]:
    if before is not None and part.isdigit() and before.digits and len(part) <= 5:
        return [_completed(part, before)]
    main, extension = _split_extension(part)
    span = _RANGE.fullmatch(main.strip())
    if span:
        first = replace(_one_number(span[1]), extension=extension)
        if first.kind is NumberKind.LANDLINE:
            return [first, *_following(first, span[2])]
    return _by_spaces(main) or [_one_number(part)]


def _completed(part: str, before: PhoneNumber) -> PhoneNumber:
    """Read what stands after a slash: one or two digits replace the last ones, more are an extension."""
    if len(part) <= 2 and not before.extension:
        return _one_number(before.digits[: -len(part)] + part)
    return replace(before, raw=f"{before.digits} {EXTENSION_WORD[Language.EN]} {part}", extension=part)


def _following(first: PhoneNumber, end: str) -> list[PhoneNumber]:
    """Read "02-123-4567-9" as every number from the first to the one that ends so."""
    head, last = first.digits[: -len(end)], int(first.digits[-len(end) :])
    steps = range(last + 1, int(end) + 1) if last < int(end) else (int(end),)
    return [replace(_one_number(f"{head}{step:0{len(end)}d}"), extension=first.extension) for step in steps]


def _by_spaces(main: str) -> list[PhoneNumber]:
    """Read numbers with nothing but spaces between them, or nothing if these are not several."""
    found: list[PhoneNumber] = []
    begun = ""
    for word in main.split():
        begun = f"{begun} {word}".strip()
        if _thai_digits(_bare_digits(begun)):
            found.append(_one_number(begun))
            begun = ""
    return found if len(found) > 1 and not begun else []


def _one_number(part: str) -> PhoneNumber:
    main, extension = _split_extension(part)
    number = _by_digits(part, _bare_digits(main), main.lstrip().startswith("+"), extension)
    known = number.kind in (NumberKind.MOBILE, NumberKind.LANDLINE, NumberKind.OTHER)
    return replace(number, kind=NumberKind.FAX) if known and number.digits and _FAX.search(main) else number


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


def _by_digits(raw: str, digits: str, plus: bool, extension: str) -> PhoneNumber:
    if not digits:
        return PhoneNumber(raw, NumberKind.EXTENSION if extension else NumberKind.OTHER, "", "", extension)
    thai = _thai_digits(digits)
    if thai:
        return PhoneNumber(raw, _kind_of(thai), f"+66{thai.removeprefix('0')}", thai, extension)
    abroad = digits if plus else _after_prefix(digits)
    if abroad:
        return _foreign(raw, abroad, extension)
    if _is_short_code(digits):
        return PhoneNumber(raw, NumberKind.SHORT, "", digits, extension)
    if 2 <= len(digits) <= 5 and not extension:
        return PhoneNumber(raw, NumberKind.EXTENSION, "", "", digits)
    return PhoneNumber(raw, NumberKind.OTHER, "", digits, extension)


def _thai_digits(digits: str) -> str:
    """Return the national digits with their leading 0, or nothing if this is no Thai number."""
    if any(form.fullmatch(digits) for form in (_MOBILE, _LANDLINE, _TOLL_FREE)):
        return digits
    if _MOBILE_WITHOUT_0.fullmatch(digits) or _LANDLINE_WITHOUT_0.fullmatch(digits):
        return f"0{digits}"
    abroad = _THAI_ABROAD.fullmatch(digits)
    if not abroad:
        return ""
    return abroad[1] if abroad[1].startswith("1800") else f"0{abroad[1]}"


def _kind_of(thai: str) -> NumberKind:
    if _MOBILE.fullmatch(thai):
        return NumberKind.MOBILE
    return NumberKind.LANDLINE if _LANDLINE.fullmatch(thai) else NumberKind.TOLL_FREE


def _after_prefix(digits: str) -> str:
    found = _ABROAD.fullmatch(digits)
    return found[1] if found else ""


def _foreign(raw: str, digits: str, extension: str) -> PhoneNumber:
    """Read a number with a country code; its digits begin with that code, as there is no shorter form."""
    import phonenumbers

    try:
        valid = phonenumbers.is_valid_number(phonenumbers.parse(f"+{digits}"))
    except phonenumbers.NumberParseException:
        valid = False
    if not valid:
        return PhoneNumber(raw, NumberKind.OTHER, "", digits, extension)
    return PhoneNumber(raw, NumberKind.FOREIGN, f"+{digits}", digits, extension)


def _is_short_code(digits: str) -> bool:
    if len(digits) not in (3, 4) or not digits.startswith("1"):
        return False
    from phonenumbers import parse
    from phonenumbers.shortnumberinfo import is_valid_short_number_for_region

    return bool(is_valid_short_number_for_region(parse(digits, "TH"), "TH"))


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


def _with_extension(written: str, number: PhoneNumber, language: Language) -> str:
    if not number.extension:
        return written
    return f"{written} {EXTENSION_WORD[language]} {number.extension}" if written else number.extension


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
