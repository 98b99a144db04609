"""How and when somebody likes to be reached, in words."""

from frontdesk.domain.languages import Language
from frontdesk.domain.people import Person
from frontdesk.ui.words import Words


def when_word(words: Words, person: Person) -> str:
    """Return from when on somebody may be reached."""
    if person.not_before is None:
        return words("people.any_time")
    return words("people.not_before", time=f"{person.not_before:%H:%M}")


def way_word(words: Words, person: Person) -> str:
    """Return the way somebody likes to be reached."""
    if person.channel is None:
        return words("people.any_way")
    way = words(f"people.way_{person.channel.value}")
    apart = " " if way.isascii() and words.language is Language.TH else ""  # Thai runs on, Latin stands apart in it
    return words("people.prefers", channel=apart + way)


def preference(words: Words, person: Person) -> str:
    """Return both in one sentence, or what of it is known; nothing where neither is."""
    parts = [way_word(words, person)] if person.channel else []
    parts += [when_word(words, person)] if person.not_before else []
    return " ".join(parts)
