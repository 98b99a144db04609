"""The two languages of the desk."""

from enum import StrEnum


class Language(StrEnum):
    """A screen, answer or print language, by its ISO 639-1 code."""

    TH = "th"
    EN = "en"
