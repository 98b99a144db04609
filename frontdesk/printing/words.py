"""Words that several papers share."""

from datetime import date

from frontdesk.domain.contacts import Channel, Outcome
from frontdesk.domain.thai_dates import DateStyle, format_date, format_moment
from frontdesk.services.reports import CorrectedLine, Figure, Said, Unit
from frontdesk.texts import Texts

NOTHING = "–"


def channel_word(channel: Channel, texts: Texts) -> str:
    return texts(f"desk.channel_{channel.value}")


def outcome_word(outcome: Outcome, texts: Texts) -> str:
    return texts(f"printing.outcome_{outcome.value}")


def figure_value(figure: Figure, texts: Texts) -> str:
    """Write a figure's value, with a star where so few cases prove little."""
    return amount(figure.value, figure.unit, texts) + ("*" if figure.weak else "")


def amount(value: float | None, unit: Unit, texts: Texts) -> str:
    """Write an amount: 1,284 or 78% or 45 s."""
    match unit:
        case _ if value is None:
            return NOTHING
        case Unit.SHARE:
            return share(value)
        case Unit.SECONDS:
            minutes, seconds = divmod(round(value), 60)
            name = "seconds" if not minutes else "minutes" if seconds else "whole_minutes"
            return texts(f"printing.{name}", minutes=minutes, seconds=seconds)
        case Unit.RATIO:
            return f"{value:,.1f}"
    return f"{value:,.0f}"


def share(value: float) -> str:
    """Write a share of the whole, half a hundredth rounded up."""
    return f"{int(value * 100 + 0.5)}%"


def correction_words(correction: CorrectedLine, texts: Texts) -> str:
    """Say when and by whom something was corrected, and what stood there."""
    before = "; ".join(
        texts("printing.before", field=texts(f"printing.field_{field}"), value=_said(value, texts) or NOTHING)
        for field, value in correction.before
    )
    moment = format_moment(correction.at, texts.language)
    return texts("printing.corrected", moment=moment, staff=correction.staff, before=before)


def _said(value: Said, texts: Texts) -> str:
    if isinstance(value, Outcome):
        return outcome_word(value, texts)
    return channel_word(value, texts) if isinstance(value, Channel) else value


def range_words(first: date | None, last: date | None, texts: Texts) -> str:
    """Say from which day to which a paper reaches."""
    days = [format_date(day, texts.language, DateStyle.FULL) for day in (first, last) if day is not None]
    if first is not None and first == last:
        return days[0]
    if len(days) == 2:
        return texts("printing.from_to", first=_day(first, texts), last=_day(last, texts))
    if first is not None:
        return texts("printing.since", day=_day(first, texts))
    return texts("printing.until", day=_day(last, texts)) if last is not None else texts("printing.all_days")


def month_words(month: date, texts: Texts) -> str:
    """Write a month with its year: พฤศจิกายน 2569."""
    return format_date(month.replace(day=1), texts.language, DateStyle.FULL).split(" ", 2)[2]


def _day(day: date | None, texts: Texts) -> str:
    return format_date(day, texts.language) if day is not None else ""
