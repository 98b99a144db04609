"""Which contacts are wanted: one value, written as one line that people type, read back from it, said in words."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any, TypeVar

from . import filter_words as vocabulary
from .asked_days import ALL_DAYS, Period, days_text, period_text, read_day, read_period
from .contacts import Channel, Feedback, Outcome
from .errors import DeskError
from .languages import Language

LONGEST = 400
"""Letters of a line that are read."""

_MOST_PARTS = 8
"""Parts between spaces that a date, or a name of two words, may have."""

_PART = re.compile(r'(?:[^\s":]+:)?"[^"]*"?|\S+')
_Value = TypeVar("_Value")


@dataclass(frozen=True, slots=True)
class ContactFilter:
    """What must hold of a contact; what is empty lets all through.

    Of ``channels`` and ``outcomes`` one must fit, of ``words`` every one: in topic or note, or as whom it was
    with, or as a number. ``topic`` is part of a topic, ``staff`` a name or code, ``person`` a code, name or number.
    """

    period: Period = ALL_DAYS
    channels: tuple[Channel, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    topic: str = ""
    staff: str = ""
    person: str = ""
    words: tuple[str, ...] = ()
    unanswered: bool = False
    corrected: bool = False
    feedback: Feedback | None = None

    @property
    def everything(self) -> bool:
        """Whether nothing is left out."""
        return self == ContactFilter()

    def over(self, other: "ContactFilter") -> "ContactFilter":
        """Return another filter with everything that this one says in place of what it said."""
        said = {one.name: getattr(self, one.name) for one in fields(self) if getattr(self, one.name) != one.default}
        return replace(other, **said)


def read_filter(text: str, today: date) -> ContactFilter:
    """Read a line; whatever is nothing else is a word that is looked for. Quotes make anything a word."""
    return _Reader(_PART.findall(text[:LONGEST]), today).read()


def filter_text(wanted: ContactFilter, language: Language, today: date) -> str:
    """Write a filter as a line that reads back as the same."""
    first = [*_said_parts(wanted, language), *_keyed(wanted, language)]
    plain = " ".join((*first, *wanted.words))
    if read_filter(plain, today) == wanted:
        return plain
    return " ".join((*first, *(f'"{word}"' for word in wanted.words)))


def filter_said(wanted: ContactFilter, language: Language, period: bool = False) -> tuple[str, ...]:
    """Say a filter in words, a phrase for each part; its days only where they are asked for."""
    label, said = vocabulary.LABELS[language], []
    if period and not wanted.period.everything:
        said.append(period_text(wanted.period, language))
    for name, names, chosen in (
        ("channel", vocabulary.CHANNELS[language], wanted.channels),
        ("outcome", vocabulary.OUTCOMES[language], wanted.outcomes),
    ):
        if chosen:
            said.append(f"{label[name]} {', '.join(names[one][0] for one in chosen)}")  # type: ignore[index]
    said += [f"{label[name]} {value}" for name in ("topic", "staff", "person") if (value := getattr(wanted, name))]
    said += _flags(wanted, language)
    if wanted.words:
        said.append(f"{label['words']} {' '.join(f'“{word}”' for word in wanted.words)}")
    return tuple(said)


def days_said(wanted: ContactFilter, today: date, language: Language) -> str:
    """Say which days are meant, as they are today; empty for all."""
    return days_text(wanted.period.days(today), language)


def _said_parts(wanted: ContactFilter, language: Language) -> list[str]:
    parts = [period_text(wanted.period, language)] if not wanted.period.everything else []
    parts += [vocabulary.CHANNELS[language][one][0] for one in wanted.channels]
    parts += [vocabulary.OUTCOMES[language][one][0] for one in wanted.outcomes]
    return parts + _flags(wanted, language)


def _flags(wanted: ContactFilter, language: Language) -> list[str]:
    flags = [vocabulary.UNANSWERED[language][0]] if wanted.unanswered else []
    flags += [vocabulary.CORRECTED[language][0]] if wanted.corrected else []
    return flags + ([vocabulary.FEEDBACK[language][wanted.feedback][0]] if wanted.feedback else [])


def _keyed(wanted: ContactFilter, language: Language) -> list[str]:
    values = ((name, getattr(wanted, name)) for name in ("topic", "staff", "person"))
    return [f'{vocabulary.KEYS[name][language][0]}:"{value}"' for name, value in values if value]


def _by_form(tables: Iterable[Mapping[_Value, Sequence[str]]]) -> dict[str, _Value]:
    return {form.casefold(): value for table in tables for value, forms in table.items() for form in forms}


_CHANNELS = _by_form(vocabulary.CHANNELS.values())
_OUTCOMES = _by_form(vocabulary.OUTCOMES.values())
_FEEDBACK = _by_form(vocabulary.FEEDBACK.values())
_UNANSWERED = frozenset(form for forms in vocabulary.UNANSWERED.values() for form in forms)
_CORRECTED = frozenset(form for forms in vocabulary.CORRECTED.values() for form in forms)
_KEYS = {form: name for name, forms in vocabulary.KEYS.items() for group in forms.values() for form in group}
_OTHER = frozenset({"อื่น", "อื่นๆ", "other"})
_TABLES: dict[str, tuple[Mapping[str, Channel | Outcome], Channel | Outcome]] = {
    "channel": (_CHANNELS, Channel.OTHER),
    "outcome": (_OUTCOMES, Outcome.OTHER),
}


class _Reader:
    """Reads the parts of one line from left to right."""

    def __init__(self, parts: list[str], today: date) -> None:
        self._parts, self._today, self._place = parts, today, 0
        self._found: dict[str, Any] = {"channels": set(), "outcomes": set(), "words": []}

    def read(self) -> ContactFilter:
        while self._place < len(self._parts):
            self._place += self._quoted() or self._keyed() or self._longest() or self._word(self._parts[self._place])
        channels, outcomes = self._found.pop("channels"), self._found.pop("outcomes")
        return ContactFilter(
            channels=tuple(one for one in Channel if one in channels),
            outcomes=tuple(one for one in Outcome if one in outcomes),
            words=tuple(dict.fromkeys(self._found.pop("words"))),
            **self._found,
        )

    def _quoted(self) -> int:
        part = self._parts[self._place]
        return self._word(part) if part.startswith('"') else 0

    def _word(self, part: str) -> int:
        word = " ".join(part.replace('"', " ").split())
        if word:
            self._found["words"].append(word)
        return 1

    def _keyed(self) -> int:
        """Read ``key:value``; return how many parts that were."""
        key, colon, value = self._parts[self._place].partition(":")
        name = _KEYS.get(key.casefold()) if colon else None
        if name is None:
            return 0
        if name in ("since", "until"):
            return self._bound(name, value)
        value = " ".join(value.replace('"', " ").split())
        if name in _TABLES:
            return self._chosen(name, value.casefold())
        self._found[name] = value
        return 1

    def _chosen(self, name: str, value: str) -> int:
        table, other = _TABLES[name]
        chosen = other if value in _OTHER else table.get(value)
        if chosen is not None:
            self._found[f"{name}s"].add(chosen)
        return int(chosen is not None)

    def _bound(self, name: str, value: str) -> int:
        """Read the first or the last day, which may reach over several parts."""
        for count in range(min(_MOST_PARTS, len(self._parts) - self._place), 0, -1):
            text = " ".join((value, *self._parts[self._place + 1 : self._place + count]))
            try:
                day = read_day(text.replace('"', ""), self._today)
            except DeskError:
                continue
            period = self._found.get("period", Period())
            fixed = Period() if period.stretch else period
            self._found["period"] = replace(fixed, **{"first" if name == "since" else "last": day})
            return count
        return 0

    def _longest(self) -> int:
        """Read the most parts from here that mean something together; return how many."""
        for count in range(min(_MOST_PARTS, len(self._parts) - self._place), 0, -1):
            if self._means(" ".join(self._parts[self._place : self._place + count])):
                return count
        return 0

    def _means(self, text: str) -> bool:
        plain = text.casefold()
        for name, (table, _) in _TABLES.items():
            if plain in table:
                return bool(self._chosen(name, plain))
        if plain in _FEEDBACK:
            self._found["feedback"] = _FEEDBACK[plain]
        elif plain in _UNANSWERED or plain in _CORRECTED:
            self._found["unanswered" if plain in _UNANSWERED else "corrected"] = True
        elif (period := read_period(text, self._today)) is not None:
            self._found["period"] = period
        else:
            return False
        return True
