"""What a row of digits is when it is dialled in Thailand.

Thai numbers follow the plain rules below; phonenumbers is asked for foreign numbers and short codes
only, so that its tables are loaded only where they are needed.
"""

import re

from .people import NumberKind, PhoneNumber

_MOBILE = re.compile(r"0[689]\d{8}")
_LANDLINE = re.compile(r"0[23457]\d{7}")
_TOLL_FREE = re.compile(r"1800\d{6}")
_MOBILE_WITHOUT_0 = re.compile(r"[689]\d{8}")
_LANDLINE_WITHOUT_0 = re.compile(r"[23457]\d{7}")
_PREFIX = r"(?:00[1-9]??|011)?660?"
"""Every operator's prefix for calls abroad, and the American one, before the country's own code."""
_THAI_ABROAD = re.compile(rf"{_PREFIX}([689]\d{{8}}|[23457]\d{{7}}|1800\d{{6}})")
_BEGUN_ABROAD = re.compile(rf"{_PREFIX}(?=[2-9])")
_ABROAD = re.compile(r"00([1-9])?(\d{7,15})")
_AT_HOME = ("66", "0", "1800")


def number_of(raw: str, digits: str, plus: bool, extension: str) -> PhoneNumber:
    """Make the number that is dialled so; ``plus`` says that the digits begin with a country code."""
    if not digits:
        return PhoneNumber(raw, NumberKind.EXTENSION if extension else NumberKind.OTHER, "", "", extension)
    if plus and not digits.startswith(_AT_HOME):
        abroad = _foreign(raw, [digits], extension)
        if abroad.e164:
            return abroad
    thai = thai_digits(digits)
    if thai:
        return PhoneNumber(raw, _kind_of(thai), f"+66{thai.removeprefix('0')}", thai, extension)
    readings = [digits] if plus else _after_prefix(digits)
    if readings:
        return _foreign(raw, readings, extension)
    if is_short_code(digits):
        return PhoneNumber(raw, NumberKind.SHORT, "", digits, extension)
    if 2 <= len(digits) <= 5 and not extension:
        return PhoneNumber(raw, NumberKind.EXTENSION, "", "", digits)
    return PhoneNumber(raw, NumberKind.OTHER, "", digits, extension)


def thai_digits(digits: str) -> str:
    """Return the national digits with their leading 0, or nothing if this is no Thai number."""
    if any(form.fullmatch(digits) for form in (_MOBILE, _LANDLINE, _TOLL_FREE)):
        return digits
    if _MOBILE_WITHOUT_0.fullmatch(digits) or _LANDLINE_WITHOUT_0.fullmatch(digits):
        return f"0{digits}"
    abroad = _THAI_ABROAD.fullmatch(digits)
    if not abroad:
        return ""
    return abroad[1] if abroad[1].startswith("1800") else f"0{abroad[1]}"


def begun_at_home(digits: str) -> str:
    """Return digits begun with the country code as they begin at home, or nothing for others."""
    abroad = _BEGUN_ABROAD.match(digits)
    return f"0{digits[abroad.end() :]}" if abroad else ""


def is_short_code(digits: str) -> bool:
    """Tell whether these are the digits of a service such as 191 or 1669."""
    if len(digits) not in (3, 4) or not digits.startswith("1"):
        return False
    from phonenumbers import parse
    from phonenumbers.shortnumberinfo import is_valid_short_number_for_region

    return bool(is_valid_short_number_for_region(parse(digits, "TH"), "TH"))


def _kind_of(thai: str) -> NumberKind:
    if _MOBILE.fullmatch(thai):
        return NumberKind.MOBILE
    return NumberKind.LANDLINE if _LANDLINE.fullmatch(thai) else NumberKind.TOLL_FREE


def _after_prefix(digits: str) -> list[str]:
    """Return what may follow a prefix for calls abroad: an operator's of three digits, or 00 alone."""
    found = _ABROAD.fullmatch(digits)
    if not found:
        return []
    return [found[2], found[1] + found[2]] if found[1] else [found[2]]


def _foreign(raw: str, readings: list[str], extension: str) -> PhoneNumber:
    """Read a number with a country code; its digits begin with that code, as there is no shorter form."""
    import phonenumbers

    for digits in readings:
        try:
            number = phonenumbers.parse(f"+{digits}")
        except phonenumbers.NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            e164 = str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))
            return PhoneNumber(raw, NumberKind.FOREIGN, e164, e164.removeprefix("+"), extension)
    return PhoneNumber(raw, NumberKind.OTHER, "", readings[0], extension)
