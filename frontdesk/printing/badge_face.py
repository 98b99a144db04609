"""One badge: who, to whom, where, until when, in both languages, and a code that says nothing of anybody."""

from typing import NamedTuple

from frontdesk.domain.languages import Language
from frontdesk.domain.thai_dates import format_date, format_time
from frontdesk.services.gate_reports import Badge
from frontdesk.texts import Texts

from .boxes import MM, Box
from .fitted import SMALLEST, draw_fitted, draw_middle, fitted, heights, shortened, sizes_from, style_of
from .ink import Ink, Text
from .qr_code import draw_qr, side_of

LARGEST_NAME, LARGEST_FACT = 34.0, 13.0
BAND, BAND_SHARE = (3.8 * MM, 8.5 * MM), 0.13
SITE_LINE, LEAST_WITH_SITE = 4.2 * MM, 33 * MM
NAME_SHARE, CODE_SHARE, LARGEST_CODE, TYPED = 0.36, 0.42, 27 * MM, 2.7 * MM
LABEL_SIZE, GAP = 0.8, 1.2 * MM
BOTH = (Language.TH, Language.EN)


class Look(NamedTuple):
    """What all badges of a sheet share: whose they are, how fine the printer is, how high the page."""

    organisation: str
    dots: int
    page_height: float


class _Fact(NamedTuple):
    label: str
    value: str


def draw_badge(ink: Ink, badge: Badge, room: Box, look: Look) -> None:
    """Draw a badge in its room, margins left out already."""
    low, high = BAND
    band, rest = room.from_top(min(high, max(low, room.height * BAND_SHARE)), GAP / 2)
    _draw_band(ink, badge, band)
    if room.height >= LEAST_WITH_SITE:
        site, rest = rest.from_top(SITE_LINE)
        draw_fitted(ink, look.organisation, "regular", site, 9)
    upright = room.height > room.width
    name, rest = rest.from_top(rest.height * (NAME_SHARE * 0.75 if upright else NAME_SHARE), GAP / 2)
    draw_fitted(ink, badge.name, "bold", name, LARGEST_NAME)
    if badge.escort:
        strip, rest = rest.from_top(min(SITE_LINE, BAND[0]), GAP / 2)
        _draw_strip(ink, _both("badge_escort"), strip)
    _draw_lower(ink, badge, rest, look, upright)


def _draw_band(ink: Ink, badge: Badge, band: Box) -> None:
    ink.bar(band.left, band.bottom, band.width, band.height, 0)
    inside = band._replace(left=band.left + GAP, width=band.width - 2 * GAP)
    largest = band.height / 1.5
    if badge.number:
        number = fitted(ink, badge.number, "bold", inside._replace(width=inside.width * 0.4), largest, grey=1)
        width = max(line.width for line in number.lines) * number.style.size / 1000
        draw_middle(ink, number, inside, align=1)
        inside = inside._replace(width=inside.width - width - GAP)
    draw_fitted(ink, _both(f"badge_{badge.kind.value}"), "bold", inside, largest, grey=1)


def _draw_strip(ink: Ink, text: str, strip: Box) -> None:
    ink.canvas.setStrokeGray(0)
    ink.canvas.setLineWidth(1)
    ink.canvas.rect(strip.left + 0.5, strip.bottom, strip.width - 1, strip.height)
    draw_fitted(ink, text, "bold", strip.within(1), strip.height / 1.45, align=0.5)


def _draw_lower(ink: Ink, badge: Badge, room: Box, look: Look, upright: bool) -> None:
    """Draw facts, validity and code: beside each other, or on an upright badge the facts above."""
    typed = TYPED if badge.typed else 0
    share = room.height * 0.5 if upright else room.height
    side = side_of(badge.token, min(share - typed, room.width * CODE_SHARE, LARGEST_CODE), look.dots)
    if upright:
        foot, upper = room.from_bottom(side + typed, GAP)
        code, beside = foot.from_right(side, GAP)
        _draw_texts(ink, _facts(badge), [], upper)
        _draw_texts(ink, [], _validity(badge), beside)
    else:
        code, beside = room.from_right(side, GAP)
        code = code.from_bottom(side + typed)[0]
        _draw_texts(ink, _facts(badge), _validity(badge), beside)
    draw_qr(ink, badge.token, code, look.dots, look.page_height)
    if typed:
        draw_fitted(ink, badge.typed, "bold", code.from_bottom(typed)[0], 8, align=0.5)


def _draw_texts(ink: Ink, facts: list[_Fact], below: list[str], room: Box) -> None:
    """Draw facts at the top and sentences at the foot, all in the largest type in which they fit."""
    size, labels = SMALLEST, 0.0
    for size in sizes_from(LARGEST_FACT):
        labels = _label_width(ink, facts, size)
        values = [ink.set(fact.value, style_of("bold", size), room.width - labels) for fact in facts]
        feet = [ink.set(text, style_of("regular", size), room.width) for text in below]
        if heights(values) + heights(feet) <= room.height:
            break
    else:
        most = int(room.height / style_of("bold", size).leading) - len(below)
        each = max(1, most // max(1, len(facts)))
        values = [shortened(ink, fact.value, style_of("bold", size), room.width - labels, each) for fact in facts]
        feet = [shortened(ink, text, style_of("regular", size), room.width, 1) for text in below]
    _draw_facts(ink, facts, values, room, size, labels)
    y = room.bottom + heights(feet)
    for foot in feet:
        ink.draw(foot, room.left, y)
        y -= foot.height


def _draw_facts(ink: Ink, facts: list[_Fact], values: list[Text], room: Box, size: float, labels: float) -> None:
    y = room.top
    for fact, value in zip(facts, values, strict=True):
        label = style_of("regular", size * LABEL_SIZE)._replace(leading=value.style.leading)
        ink.draw(ink.set(fact.label, label, labels + 1), room.left, y)
        ink.draw(value, room.left + labels, y)
        y -= value.height


def _label_width(ink: Ink, facts: list[_Fact], size: float) -> float:
    style = style_of("regular", size * LABEL_SIZE)
    widths = [line.width * style.size / 1000 for fact in facts for line in ink.set(fact.label, style, 1e6).lines]
    return max(widths, default=0) + GAP


def _facts(badge: Badge) -> list[_Fact]:
    party = " · ".join(Texts(language)("gate_papers.badge_people", count=badge.people) for language in BOTH)
    facts = (
        _Fact(_both("badge_from"), badge.organisation),
        _Fact(_both("badge_host"), badge.host),
        _Fact(_both("badge_place"), badge.place),
        _Fact(_both("badge_party"), party if badge.people > 1 else ""),
    )
    return [fact for fact in facts if fact.value]


def _validity(badge: Badge) -> list[str]:
    return [_valid(badge, Texts(language)) for language in BOTH]


def _valid(badge: Badge, texts: Texts) -> str:
    """Say from when until when, the day once if it is one day."""
    first, last = (format_date(moment, texts.language) for moment in (badge.valid_from, badge.valid_until))
    start, end = format_time(badge.valid_from), format_time(badge.valid_until)
    if first == last:
        return texts("gate_papers.badge_valid_day", day=first, start=start, end=end)
    return texts("gate_papers.badge_valid", first=first, start=start, last=last, end=end)


def _both(key: str) -> str:
    return " · ".join(Texts(language)(f"gate_papers.{key}") for language in BOTH)
