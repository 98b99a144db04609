"""A question that the desk could not answer, in the caller's own words."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Gap:
    """What is on record of a question without an answer: the caller's words, and who should know.

    ``department`` and ``owner`` are a code of the directory or a plain name, empty where nobody could say.
    """

    words: str
    department: str = ""
    owner: str = ""
