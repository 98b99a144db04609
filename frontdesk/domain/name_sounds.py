"""How names sound: keys under which different spellings of one name fall together, or close.

``sound_key`` compares Thai with Thai. ``romanised_key`` takes Thai or Latin letters and brings both
to one rough spelling, so that a name heard or written the English way finds the Thai one without a
stored romanisation. Both are approximations: what they find is a guess.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from .names import name_key

Steps = tuple[tuple[re.Pattern[str], str], ...]


def _steps(*pairs: tuple[str, str]) -> Steps:
    return tuple((re.compile(form, re.MULTILINE), to) for form, to in pairs)


AT_ONCE = 1_000
"""Names whose keys are made in one go: far faster than one by one, yet no other thread has to wait long."""


def _in_parts(keys_of: Callable[[list[str]], Iterable[str]], names: Iterable[str]) -> list[str]:
    stream = iter(names)
    parts = iter(lambda: list(islice(stream, AT_ONCE)), [])
    return [key for part in parts for key in keys_of(part)]


def _follow(steps: Steps, text: str) -> str:
    for form, to in steps:
        text = form.sub(to, text)
    return text


_SAME_LETTERS = "ขคฆฅฃ ชฉฌ สซศษ ยญ ดฎ ตฏ ทธฑฒถฐ นณ พภผ ฟฝ รฤ ลฬฦ หฮ ิี ึื ุู ัะ ไใ"
_SAME = str.maketrans({letter: group[0] for group in _SAME_LETTERS.split() for letter in group})
_UNSPOKEN = _steps(("(?:(?<=[ก-ฮ])[ทต]ร|[ก-ฮ])[ิุ]?์", ""), ("[็่้๊๋ํ๎ฺ]", ""), ("ห(?=[งนมยรลว])", ""))
_SOUND_STEPS = _steps(
    ("ำ", "ัม"), ("รร(?=[ก-ฮ])", "ั"), ("รร", "ัน"), ("[ไใ]([ก-ฮ])", r"\1ัย"),
    ("(?<=[ก-ฮ])[ิุ]$", ""), ("(?<=[ชตท])ร$", ""),
    ("(?<=[ก-ฮ]ั)[ขค]|[ขค]$", "ก"), ("(?<=[ก-ฮ]ั)[ชจสตท]|[ชจสตท]$", "ด"),
    ("(?<=[ก-ฮ]ั)[ปพฟ]|[ปพฟ]$", "บ"), ("(?<=[ก-ฮ]ั)[รล]|[รล]$", "น"),
)  # fmt: skip


def sound_key(text: str) -> str:
    """Return the key that Thai names share if they are said alike: พรรณ and พันธ์, ทิพย์ and ทิพ."""
    return next(iter(sound_keys([name_key(text)])), "")


def sound_keys(names: Iterable[str]) -> list[str]:
    """Return the sound keys of many normalised names at once: far faster than one by one."""
    return _in_parts(_sounds, names)


def _sounds(names: list[str]) -> list[str]:
    spoken = _follow(_UNSPOKEN, "\n".join(names)).translate(_SAME)
    return _follow(_SOUND_STEPS, spoken).split("\n")


_LATIN_STEPS = _steps(
    ("ng", "ŋ"), ("tch", "c"), ("[pb]h", "p"), ("[td]h", "t"), ("[kgc]k|[kg]h", "k"), ("ch|j", "c"), ("sh|z", "s"),
    ("c(?=[kqrlt])|q", "k"), ("x", "ks"), ("v", "w"), ("b", "p"), ("d", "t"), ("g", "k"), ("l", "r"),
    ("ee|ea|ie|iy|y", "i"), ("oo|ou|ue|eu|uu", "u"), ("ae|oe|er(?=[^aeiou]|$)", "e"),
    ("r(?=[^aeiou]|$)", "n"), ("w(?=[^aeiou]|$)", ""), ("[cs]$", "t"), ("[ao]", ""), (r"(.)\1+", r"\1"),
)  # fmt: skip
_THAI_STEPS = _steps(
    ("เ([ก-ฮ]{1,2})ีย", r"\1ี"), ("เ([ก-ฮ]{1,2})ือ", r"\1ื"), ("เ([ก-ฮ]{1,2})[ิย]", r"\1e"), ("ัว", "ุ"),
    ("เ([ก-ฮ]{1,2})าะ?", r"\1"), ("(?<=[าิี])ว(?![ะ-ู])|([แเ][ก-ฮ]{1,2})ว(?![ะ-ู])", r"\1"),
    ("([เแโไใ])([ก-ฮ])", r"\2\1"), ("รร(?=[ก-ฮ])", ""), ("รร", "น"), ("(?<=[ก-ฮาีู])[ิุ]$", ""), ("ฤ", "ริ"),
    ("(?<=[ชตท])ร$", ""), ("ญ(?![ะ-ูเ-ไe])", "น"), ("[จชซศษสฉฌ]$", "ต"), ("[รลฬ]$", "น"),
)  # fmt: skip
_THAI_TO_LATIN = str.maketrans(
    dict.fromkeys("กขคฆฅฃ", "k") | dict.fromkeys("จฉชฌ", "c") | dict.fromkeys("ซศษส", "s")
    | dict.fromkeys("ดฎตฏถฐฑฒทธ", "t") | dict.fromkeys("ณน", "n") | dict.fromkeys("บปผพภ", "p")
    | dict.fromkeys("ฝฟ", "f") | dict.fromkeys("ญยิีไใ", "i") | dict.fromkeys("รลฬ", "r")
    | dict.fromkeys("ึืุู", "u") | dict.fromkeys("เแ", "e") | dict.fromkeys("หฮ", "h")
    | dict.fromkeys("อโาะัๅ", "") | {"ง": "ŋ", "ม": "m", "ว": "w", "ำ": "m"}
)  # fmt: skip
_LATIN = re.compile("[a-z]")
_DOUBLED = re.compile(r"([^\n])\1+")
_ROUGH = str.maketrans({"s": "t", "c": "t", "r": "n", "f": "p"} | dict.fromkeys("iuewh", ""))


def romanised_key(text: str) -> str:
    """Return the rough Latin spelling of a Thai or a romanised name, without a and o."""
    return romanised_keys([name_key(text)])[0]


def romanised_keys(names: Iterable[str]) -> list[str]:
    """Return the romanised keys of many normalised names at once."""
    return _in_parts(_romanised, names)


def _romanised(names: list[str]) -> Iterator[str]:
    latin = iter(_follow(_LATIN_STEPS, "\n".join(filter(_LATIN.search, names))).split("\n"))
    thai = iter(_from_thai("\n".join(name for name in names if not _LATIN.search(name))).split("\n"))
    return (next(latin if _LATIN.search(name) else thai) for name in names)


def _from_thai(lines: str) -> str:
    spelt = _follow(_THAI_STEPS, _follow(_UNSPOKEN, lines))
    return _DOUBLED.sub(r"\1", spelt.translate(_THAI_TO_LATIN))


def rough_keys(romanised: Iterable[str]) -> list[str]:
    """Return the bare consonants of romanised keys, alike where English spelling wavers."""
    return _in_parts(lambda keys: rough_key("\n".join(keys)).split("\n"), romanised)


def rough_key(romanised: str) -> str:
    """Return the bare consonants of one romanised key."""
    return _DOUBLED.sub(r"\1", romanised.translate(_ROUGH))
