"""What telephones and address books hand over in place of a plain number.

``tel:`` and ``sip:`` addresses, dialling pauses before an extension, and the words for a hidden number.
"""

import re
import unicodedata
from urllib.parse import unquote

_UNUSUAL = re.compile(
    r"[@<;%]|,,|(?:tel|sips?|callto|h323):|\*\d\d[*#]|#\d\d#|\d\s*[,pw]\s*\d+#|\d\s*[pw]\s*\d|line", re.IGNORECASE
)
_BRACKETED = re.compile(r"<\s*((?:(?:tel|sips?|callto|h323):|[+(\d])[^<>]*)>", re.IGNORECASE)
_SCHEME = re.compile(r"\s*(?:tel|sips?|callto|h323):(?://)?", re.IGNORECASE)
_USER = re.compile(r"\s*([^@\s,/;:]+)((?:;[^@\s;:]*)*)(?::[^@\s]*)?@\S+")
_DIALLED = re.compile(r"[+*#\d().\-]+")
_EXTENSION = re.compile(r";\s*ext(?:ension)?=\s*(\d+)", re.IGNORECASE)
_PARAMETER = re.compile(r";[a-z][\w-]*(?:=[^;\s]*)?", re.IGNORECASE)
_PAUSE = re.compile(r"(?<=\d)\s*(?:[,;]{2,}|[pw]|[,;](?=\s*\d{1,6}#))\s*(?=\d{1,6}(?!\d))", re.IGNORECASE)
_SERVICE = re.compile(r"(?<![\d*#])(?:\*\d\d[*#]|#\d\d#)(?=\+?\d{3})")
_LINES = re.compile(
    r"(?<!\d)[(\[]?\s*(?<!\d)\d{1,3}\s*(?:คู่สาย|เลขหมาย|หมายเลข|สาย(?!ใน|ตรง)|lines?(?![a-z]))\s*(?:อัตโนมัติ)?\s*[)\]]?",
    re.IGNORECASE,
)

_SPELT_ON_KEYS = "266696687"
"""ANONYMOUS on the keys of a telephone, which some exchanges send."""
_WITHHELD = re.compile(
    r"(?:anonymous|unknown|private|withheld|restricted|unavailable|blocked|hidden)(?: ?(?:caller|call|number|id))*"
    r"|no ?(?:caller ?id|number)"
    r"|(?:เบอร์|หมายเลข)?(?:โทรศัพท์)?(?:ไม่(?:แสดง|ทราบ|ระบุ|ปรากฏ|รู้จัก)|ปกปิด|ซ่อน|ส่วนตัว)(?:เบอร์|หมายเลข)?(?:โทรศัพท์|โทรเข้า|ผู้โทร)?"
)


def plain_number(text: str) -> str:
    """Return a number handed over as an address as it would be written: "0812345678 ext. 25".

    A text that is no address stays as it is; the address of no number (a name at a host) gives "".
    """
    if text.isascii() and not _UNUSUAL.search(text):
        return text
    bracketed = _BRACKETED.search(text)
    plain = bracketed[1] if bracketed else text
    scheme = _SCHEME.match(plain)
    if scheme and not plain[scheme.end() :][:1].isspace():
        plain = unquote(plain[scheme.end() :])
    plain = _of_user(plain)
    plain = _EXTENSION.sub(r" ext. \1 ", plain)
    if scheme or bracketed:
        plain = _PARAMETER.sub("", plain)
    return _SERVICE.sub("", _PAUSE.sub(" ext. ", _LINES.sub(" ", plain)))


def withheld(text: str) -> bool:
    """Tell whether this is what a telephone shows for somebody who hides the number."""
    bracketed = re.search(r"<([^<>]*)>", text[:200])
    shown = unicodedata.normalize("NFKC", bracketed[1] if bracketed else text[:200]).casefold()
    name = _SCHEME.sub("", shown, count=1).partition("@")[0]
    words = " ".join(re.sub(r"[\"'()\[\]_-]+", " ", name).split())
    return words == _SPELT_ON_KEYS or _WITHHELD.fullmatch(words.replace("ํา", "ำ")) is not None


def _of_user(text: str) -> str:
    """Return what stands before the host of "user@host"; nothing if that cannot be dialled."""
    found = _USER.fullmatch(text)
    if not found:
        return text
    user = unquote(found[1])
    return user + found[2] if _DIALLED.fullmatch(user) else ""
