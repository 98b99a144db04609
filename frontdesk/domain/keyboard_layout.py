"""Text typed with the other keyboard on: Kedmanee and US English, key for key.

Shifted keys are other letters, so this comes before any change of case.
"""

_ENGLISH = (
    "`1234567890-=",
    "qwertyuiop[]\\",
    "asdfghjkl;'",
    "zxcvbnm,./",
    "~!@#$%^&*()_+",
    "QWERTYUIOP{}|",
    'ASDFGHJKL:"',
    "ZXCVBNM<>?",
)
_THAI = (
    "_ๅ/-ภถ\u0e38\u0e36คตจขช",
    "ๆไ\u0e33พะ\u0e31\u0e35รนยบลฃ",
    "ฟหกดเ\u0e49\u0e48าสวง",
    "ผปแอ\u0e34\u0e37ทมใฝ",
    "%+๑๒๓๔\u0e39฿๕๖๗๘๙",
    '๐"ฎฑธ\u0e4d\u0e4aณฯญฐ,ฅ',
    "ฤฆฏโฌ\u0e47\u0e4bษศซ.",
    "()ฉฮ\u0e3a\u0e4c?ฒฬฦ",
)
_TO_THAI = str.maketrans("".join(_ENGLISH), "".join(_THAI))
_TO_ENGLISH = str.maketrans("".join(_THAI), "".join(_ENGLISH))


def to_thai(text: str) -> str:
    """Return what the same keys write with the Thai keyboard on; other characters stay."""
    return text.translate(_TO_THAI)


def to_english(text: str) -> str:
    """Return what the same keys write with the English keyboard on; other characters stay."""
    return text.translate(_TO_ENGLISH)
