"""Whether a text may be somebody's name at all: only then it is worth guessing whose, spelt otherwise."""

from .common_words import commonness
from .names import name_key, strip_title

LONGEST_NAME = 5
"""Words that a name may have without its titles; more are a question, not somebody's name."""

LONGEST_JOINED = 64
"""Letters of all words together: the longest names in Thailand have some 40."""

_GLUE = 2_500.0
"""Words met as often in a million are "the", "my" and "what": names of three words hold none of them."""

_COMMON = 80.0
"""Words met as often in a million are hardly anybody's name; "May" and "Will" are, but with a family name."""


def may_be_name(text: str) -> bool:
    """Tell whether guesses at names are worth their time; a single word always may be one.

    What is somebody's name as it was typed is found without guessing, whatever this says of it.
    """
    words = [key for word in strip_title(text).split() if (key := name_key(word))]
    if not words or len(words) > LONGEST_NAME or sum(map(len, words)) > LONGEST_JOINED:
        return False
    rates = [commonness(word) for word in words]
    common = sum(rate >= _COMMON for rate in rates)
    if len(words) > 2:
        return 2 * common < len(words) and max(rates) < _GLUE
    return len(words) == 1 or common < len(words)
