"""The place where the desk stands."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Site:
    """The site's own names and greeting, in both languages.

    A greeting may hold ``{name}`` for whoever is signed in and ``{particle}`` for theirs.
    """

    name: str = ""
    name_en: str = ""
    greeting: str = ""
    greeting_en: str = ""
