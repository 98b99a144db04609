"""Texts that nobody means well with, or that a cat on the keyboard types: families of them, by chance.

Each family makes another text for every state of the random numbers it is given.
"""

from collections.abc import Callable, Iterator
from random import Random

Family = Callable[[Random], str]

LONGEST = 200
PASTE = 100_000
"""Letters of a whole document that somebody pastes into the box."""

WORDS = (
    "บัตรประชาชน", "หาย", "wifi", "รหัสผ่าน", "ท.ร.14/1", "IPD-3", "ที่จอดรถ", "เยี่ยม", "ผู้ป่วย", "visiting", "hours",
    "ไต", "รถ", "a", "5", "021234567", "สวัสดี", "lost", "card", "ๆ", "ฯลฯ", "น้ำ", "แ", "เ",
)  # fmt: skip
SIGNS = "*?[](){}<>\"'`~^!@#$%&+-=|\\/.,:;_฿ๆฯ๏๚๛“”‘’«»"
QUERY_SIGNS = (
    "*", "?", "~", "~9", "^5", "AND", "OR", "NOT", "ANDNOT", "REQUIRE", "(", ")", "((", "))", "[", "]", "[a TO z]",
    "{a TO}", "id:5", "id:*", "words:", "_deleted:1", "\"", "'", "'; DROP TABLE articles; --", "\\", "%", "_",
    "r\"(a+)+$\"", "(.*a){25}", "$(reboot)", "<b>", "{}", "%s", "#", "@", "##", "#@", "-", "--", "*:*", "/etc/passwd",
    "NEAR/3", "MATCH", "\x00", "\n", "\t",
)  # fmt: skip
CONTROLS = [chr(code) for code in (*range(32), *range(0x7F, 0xA0))]
UNSEEN = [chr(code) for code in (0xAD, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF, 0xFE0F, 0x180E)]
TURNING = [chr(code) for code in (*range(0x202A, 0x202F), *range(0x2066, 0x206A), 0x200E, 0x200F, 0x61C)]
THAI_MARKS = [chr(code) for code in (0xE31, *range(0xE33, 0xE3B), *range(0xE47, 0xE4F))]
MARKS = [*THAI_MARKS, *map(chr, range(0x300, 0x370)), "\u20dd", "\u0489", "\u0f71", "\u1ab0"]
SURROGATES = [chr(code) for code in (0xD800, 0xDBFF, 0xDC00, 0xDFFF)]
EMOJI = [
    "👨\u200d👩\u200d👧\u200d👦",
    "👩🏽\u200d⚕️",
    "🏳️\u200d🌈",
    "🇹🇭",
    "❤️\u200d🔥",
    "🧑🏿\u200d🤝\u200d🧑🏻",
    "1️⃣",
    "🙂",
]
SCRIPTS = (
    "กขคฎฐฬ", "abcXYZ", "àéîßİıſ", "άβΩς", "жЩЫ", "אבגש", "عربي", "ﷺ", "हिन्दी", "漢字仮名カナ", "한국어",
    "ကခဂ", "ລາວ", "ខ្មែរ", "ﬁ", "ｗｉｆｉ", "ｱｲｳ", "²³¼", "٣٤٥", "๑๒๓", "𝔉𝔯𝔞", "𐍈", "Ǆ",
)  # fmt: skip


def mixed(parts: list[str] | tuple[str, ...] | str, between: tuple[str, ...] = ("",)) -> Family:
    """Make a family of runs of parts of any length up to the longest."""

    def make(chance: Random) -> str:
        text, length = "", chance.choice((1, 3, 10, 50, LONGEST))
        while len(text) < length:
            text += chance.choice(parts) + chance.choice(between)
        return text[:length]

    return make


def flood(parts: list[str]) -> Family:
    """Make a family of words drowned in parts: a few letters, and as many marks as fit."""

    def make(chance: Random) -> str:
        some = chance.choices(parts, k=chance.choice((1, 2, len(parts))))
        text = "".join(letter + "".join(chance.choices(some, k=chance.choice((0, 1, 40)))) for letter in _words(chance))
        return text[:LONGEST]

    return make


def one_thing(things: list[str] | tuple[str, ...] | str) -> Family:
    """Make a family of one thing over and over."""
    return lambda chance: (chance.choice(things) * LONGEST)[:LONGEST]


def _words(chance: Random) -> str:
    return " ".join(chance.choices(WORDS, k=chance.randint(1, 8)))


def _torn(chance: Random) -> str:
    """Take a stretch out of running text, beginning and ending anywhere."""
    text = "".join(chance.choices(WORDS, k=40))
    start = chance.randrange(len(text))
    return text[start : start + chance.randint(1, LONGEST)]


def _digits(chance: Random) -> str:
    groups = ("".join(chance.choices("0123456789๐๑๒๓", k=chance.choice((1, 3, 4, 10, 200)))) for _ in range(9))
    return chance.choice(("", "-", " ", "/", ".", "ต่อ")).join(groups)[:LONGEST]


def _scopes(chance: Random) -> str:
    return " ".join(chance.choice(("#", "@", "##", "#@")) + word for word in (*chance.choices(WORDS, k=9), ""))[
        :LONGEST
    ]


def _any_letters(chance: Random) -> str:
    return "".join(chr(chance.randrange(0x110000)) for _ in range(chance.choice((1, 5, LONGEST))))


def _paste(chance: Random) -> str:
    part = chance.choice((_words(chance) + " ", chance.choice(WORDS), "x", " ", "\u0e48", "#", "'", "ก.", "1/"))
    return (part * (PASTE // len(part) + 1))[:PASTE]


FAMILIES: dict[str, Family] = {
    "words": mixed(WORDS, ("", " ", "  ")),
    "torn words": _torn,
    "signs": mixed(SIGNS),
    "query signs": mixed(QUERY_SIGNS, ("", " ")),
    "query signs and words": mixed((*QUERY_SIGNS, *WORDS), ("", " ")),
    "control characters": mixed([*CONTROLS, *WORDS]),
    "lone surrogates": mixed([*SURROGATES, *WORDS]),
    "flood of nothing": flood(UNSEEN),
    "flood of marks": flood(MARKS),
    "flood of Thai marks": flood(THAI_MARKS),
    "turned to the left": flood(TURNING),
    "emoji": mixed([*EMOJI, *WORDS]),
    "all scripts": mixed(SCRIPTS, ("", " ")),
    "spaces": mixed([" ", "\t", "\u3000", "\u00a0", "\u2003", "\n", "\x1f"]),
    "digits": _digits,
    "scopes": _scopes,
    "one word": one_thing(WORDS),
    "one sign": one_thing((*SIGNS, *QUERY_SIGNS)),
    "one letter": one_thing("กเำ่ฯๆaAİß1๑ 🙂"),
    "any letters": _any_letters,
    "paste": _paste,
}


def some_of_each(count: int, chance: Random, longest: int = LONGEST) -> Iterator[tuple[str, str]]:
    """Yield family and text, ``count`` of each family that makes texts of so many letters at most."""
    for name, family in FAMILIES.items():
        for text in (family(chance) for _ in range(count)):
            if len(text) <= longest:
                yield name, text
