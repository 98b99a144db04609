"""How a notice is named on the screen: what it says, and until when."""

from datetime import datetime

from frontdesk.domain.masking import mask_numbers_in
from frontdesk.domain.notices import Notice, ends_with_its_day, last_day
from frontdesk.domain.thai_dates import THAI_TIME, DateStyle, format_date, format_time
from frontdesk.ui.words import Words


def until_word(words: Words, until: datetime | None, now: datetime) -> str:
    """Say until when a notice stands: 12:00, 27 พ.ย., 27 พ.ย. 12:00; nothing while nobody takes it off."""
    if until is None:
        return ""
    day, today = last_day(until), now.astimezone(THAI_TIME).date()
    date = format_date(day, words.language, DateStyle.SHORT if day.year == today.year else DateStyle.NORMAL)
    if ends_with_its_day(until):
        return words("notices.until_today") if day == today else words("notices.until_day", day=date)
    time = format_time(until)
    return words("notices.until_day", day=time if day == today else f"{date} {time}")


def until_typed(words: Words, until: datetime | None) -> str:
    """Return until when as somebody would type it, so that it is read as the same moment again."""
    if until is None:
        return ""
    date = format_date(last_day(until), words.language)
    return date if ends_with_its_day(until) else f"{date} {format_time(until)}"


def said_word(words: Words, notice: Notice, in_full: bool) -> tuple[str, str]:
    """Return title and text in the language of the screen, numbers in them masked where strangers may read along."""
    title, text = notice.wording.said(words.language)
    if in_full and not words.discreet:
        return title, text
    return mask_numbers_in(title, words.language), mask_numbers_in(text, words.language)
