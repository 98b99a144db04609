"""Words in quotation marks, which are meant to stand together just so."""

import re

_QUOTED = re.compile('["„]([^"„]{2,})"|«([^«»]{2,})»')


def quoted(text: str) -> tuple[str, ...]:
    """Return what stands in quotation marks in a normalised text, with single spaces between words.

    A lone mark, as for inches or left over from a paste, quotes nothing.
    """
    found = (" ".join((match[1] or match[2]).split()) for match in _QUOTED.finditer(text))
    return tuple(dict.fromkeys(phrase for phrase in found if any(map(str.isalnum, phrase))))


def holds(text: str, phrase: str) -> bool:
    """Tell whether a normalised text has a phrase in it, whatever blanks are between its words."""
    return phrase in text or re.search(r"\s+".join(map(re.escape, phrase.split())), text) is not None
