"""How a visit is named at the gate: few words, large enough to be read from two metres."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta

from frontdesk.domain.masking import mask_plate
from frontdesk.domain.numbers import mask
from frontdesk.domain.plates import read_plates
from frontdesk.domain.thai_dates import THAI_TIME, DateStyle, format_date, format_time
from frontdesk.domain.visits import HeldCard, Visit, VisitState
from frontdesk.ui.words import Words

DOT = " · "
HOUR, DAY = 60, 24 * 60
NEAR_DAYS = {-1: "gate.yesterday", 0: "", 1: "gate.tomorrow"}


def plate_word(words: Words, plate: str, in_full: bool = False) -> str:
    """Return a plate, without its province unless it is wanted in full; strangers read its last figures only."""
    if not plate:
        return ""
    first = next(iter(read_plates(plate)), None)
    shown = plate if first is None else str(first)
    if first is not None and first.letters and not in_full:
        shown = f"{first.figure}{first.letters} {first.number}"
    return mask_plate(shown) if words.discreet else shown


def party_word(words: Words, visit: Visit) -> str:
    """Say how many come together; nothing for one alone."""
    return words("gate.people", count=visit.party) if visit.party > 1 else ""


def slots_word(words: Words, cards: Iterable[HeldCard]) -> str:
    return DOT.join(words("gate.card_slot", slot=card.slot) for card in cards)


def expected_detail(words: Words, visit: Visit) -> str:
    """Say by what car, to what place and how many: 1กก 1234 · เวชระเบียน · 3 คน."""
    return joined(plate_word(words, visit.plate), visit.place or visit.host, party_word(words, visit))


def inside_detail(words: Words, visit: Visit, cards: Iterable[HeldCard]) -> str:
    """Say where somebody is and what tells that they may go: ตึก 5 · บัตรช่อง 14."""
    mark = slots_word(words, cards) or (words("gate.badge", badge=visit.badge) if visit.badge else "")
    return joined(visit.place or visit.host, mark or plate_word(words, visit.plate), party_word(words, visit))


def state_word(words: Words, visit: Visit) -> str:
    """Say what has been done since somebody came in."""
    if visit.state is VisitState.RECEPTION:
        return words("gate.at_reception")
    return words("gate.host_knows") if visit.host_told_at else ""


def late_word(words: Words, late: timedelta) -> str:
    """Say how late somebody expected is."""
    minutes = max(1, _minutes(late))
    if minutes >= HOUR:
        return words("gate.late_hours", count=minutes // HOUR)
    return words("gate.late_minutes", count=minutes)


def over_word(words: Words, over: timedelta) -> str:
    """Say how much longer somebody has stayed than agreed: +35 นาที."""
    minutes = max(1, _minutes(over))
    for name, unit in (("days", DAY), ("hours", HOUR)):
        if minutes >= unit:
            return words(f"gate.over_{name}", count=minutes // unit)
    return words("gate.over_minutes", count=minutes)


def local_day(moment: datetime) -> date:
    """Return the day at the site."""
    return moment.astimezone(THAI_TIME).date()


def day_word(words: Words, day: date, now: datetime) -> str:
    """Say which day; nothing for today."""
    away = (day - local_day(now)).days
    if away in NEAR_DAYS:
        return words(NEAR_DAYS[away]) if away else ""
    return format_date(day, words.language, DateStyle.SHORT)


def due_word(words: Words, visit: Visit, now: datetime) -> str:
    """Say when somebody is expected: the time alone for today, else with its day."""
    day = local_day(visit.due) if visit.due else visit.day
    return " ".join(filter(None, (day_word(words, day, now), format_time(visit.due) if visit.due else "")))


def when_word(words: Words, moment: datetime, now: datetime) -> str:
    """Say when something was: the time alone for today, else with its day."""
    day, today = moment.astimezone(THAI_TIME).date(), now.astimezone(THAI_TIME).date()
    if day == today:
        return format_time(moment)
    if (today - day).days == 1:
        return words("gate.yesterday_at", time=format_time(moment))
    return f"{format_date(day, words.language, DateStyle.SHORT)} {format_time(moment)}"


def name_word(words: Words, visit: Visit) -> str:
    """Return whose visit it is; a caller without a name is called by the number, its middle hidden."""
    return visit.name or (mask(visit.number, words.language) if visit.number else "")


def joined(*parts: str) -> str:
    """Return the parts that there are, with a dot between them."""
    return DOT.join(filter(None, parts))


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds()) // 60
