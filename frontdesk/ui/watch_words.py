"""How the watch list speaks: likenesses in words and percent, advice, decisions; little of it on a discreet screen."""

from datetime import date

from frontdesk.domain.masking import DOTS, mask_plate
from frontdesk.domain.plates import show_plate
from frontdesk.domain.staff import Staff
from frontdesk.domain.watch_list import Decision, Watched, WatchHit, WatchKind
from frontdesk.ui.words import Words

SAME, VERY, ALIKE = 98, 90, 70
"""Percent from which a likeness has a stronger word."""

_BEFORE_VOWEL = "เแโใไ"


def likeness_word(words: Words, percent: int) -> str:
    """Say how like an arrival is to an entry: a word and percent."""
    name = "same" if percent >= SAME else "very" if percent >= VERY else "alike" if percent >= ALIKE else "partly"
    return f"{words(f'watch.like_{name}')} {percent}%"


def how_word(words: Words, hit: WatchHit) -> str:
    """Say in what they are alike."""
    hows = (hit.how, hit.also) if hit.also else (hit.how,)
    return ", ".join(words(f"watch.how_{how.value}") for how in hows)


def advice_word(words: Words, watched: Watched) -> str:
    return words(f"watch.advice_{watched.advice.value}")


def decision_word(words: Words, decision: Decision) -> str:
    return words(f"watch.decide_{decision.value}")


def until_word(words: Words, watched: Watched) -> str:
    """Say up to when an entry counts."""
    return words("watch.until", day=words.date(watched.until)) if watched.until else words("watch.no_end")


def title_word(words: Words, watched: Watched, in_full: bool = False) -> str:
    """Return what an entry is called, cut short where strangers can read along."""
    if watched.wiped:
        return words("watch.wiped")
    if watched.kind is WatchKind.PLATE or not watched.names:
        return plate_word(words, watched.plate, in_full)
    return name_word(words, watched.names[0], in_full)


def name_word(words: Words, name: str, in_full: bool = False) -> str:
    """Return a name, on a discreet screen the first letter of each word alone."""
    if in_full or not words.discreet:
        return name
    return " ".join(f"{part[:2] if part[0] in _BEFORE_VOWEL else part[0]}{DOTS}" for part in name.split())


def plate_word(words: Words, plate: str, in_full: bool = False) -> str:
    shown = show_plate(plate)
    return shown if in_full or not words.discreet else mask_plate(shown)


def reason_word(words: Words, watched: Watched, in_full: bool = False) -> str:
    """Return the reason, nothing of it on a discreet screen."""
    return watched.reason if in_full or not words.discreet else DOTS if watched.reason else ""


def state_word(words: Words, watched: Watched, today: date) -> str:
    """Say up to when an entry counts, or why it does no more."""
    if watched.ended_at is not None:
        return words("watch.ended")
    return words("watch.expired") if watched.expired(today) else until_word(words, watched)


def adder_word(words: Words, hit: WatchHit, who: str) -> str:
    """Say who listed them and when; without a name where that one is not known any more."""
    return words("watch.added", who=who, day=words.date(hit.watched.added_at)) if who else ""


def small_word(words: Words, hit: WatchHit) -> str:
    """Say a hit that needs no decision in a few words."""
    name = hit.name or title_word(words, hit.watched, in_full=True)
    if hit.earlier is not None:
        return words("watch.small_cleared", name=name, percent=hit.percent, day=words.date(hit.earlier.at))
    return f"{name} {hit.percent}% ({how_word(words, hit)})"


def spoken_hit(words: Words, hit: WatchHit, adder: Staff | None) -> str:
    """Say all of a hit at once, for whoever hears the screen read."""
    parts = (
        words("watch.strip"), title_word(words, hit.watched, in_full=True), likeness_word(words, hit.percent),
        how_word(words, hit), hit.watched.reason, advice_word(words, hit.watched), adder.name if adder else "",
    )  # fmt: skip
    return ", ".join(filter(None, parts))
