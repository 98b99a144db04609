"""One badge: who, to whom, where, until when, in both languages, and a code that says nothing of anybody."""

from pathlib import Path
from typing import NamedTuple

from frontdesk.domain.languages import Language
from frontdesk.domain.thai_dates import format_date, format_time
from frontdesk.services.gate_reports import Badge
from frontdesk.texts import Texts

from .boxes import MM, Box
from .fitted import SMALLEST, draw_fitted, draw_middle, fitted, heights, shortened, sizes_from, style_of
from .ink import Ink, Text
from .qr_code import draw_qr, least_side, side_of

LARGEST_NAME, LARGEST_FACT, LARGEST_VALIDITY = 34.0, 13.0, 11.0
BAND, BAND_SHARE = (3.8 * MM, 8.5 * MM), 0.13
SITE_LINE, LOW_SITE_LINE, LEAST_WITH_SITE, LOW = 4.4 * MM, 3.0 * MM, 33 * MM, 45 * MM
LOGO_LINE = 6.5 * MM
NAME_SHARE, UPRIGHT_NAME_SHARE, STRIP = 0.34, 0.27, 3.8 * MM
CODE_SHARE, LARGEST_CODE, TYPED = 0.42, 27 * MM, 2.7 * MM
LABEL_SIZE, GAP = 0.8, 1.2 * MM
BOTH = (Language.TH, Language.EN)


class Look(NamedTuple):
    """What all badges of a sheet share: whose they are, how fine the printer is, how high the page is."""

    organisation: str
    logo: Path | None
    dots: int
    page_height: float


class _Shape(NamedTuple):
    """How the lower half is divided; low labels have room for the escort only beside the code."""

    upright: bool
    escort_beside: bool


class _Fact(NamedTuple):
    label: str
    value: str


def draw_badge(ink: Ink, badge: Badge, room: Box, look: Look) -> None:
    """Draw a badge in its room, margins left out already."""
    low, high = BAND
    band, rest = room.from_top(min(high, max(low, room.height * BAND_SHARE)), GAP / 2)
    _draw_band(ink, badge, band)
    if room.height >= LEAST_WITH_SITE:
        rest = _draw_site(ink, look, rest, room.height < LOW)
    upright, low = room.height > room.width, room.height < LOW
    name, rest = rest.from_top(_name_height(badge, rest, look, upright), GAP / 2)
    draw_fitted(ink, badge.name, "bold", name, LARGEST_NAME)
    if badge.escort and not low:
        rest = _draw_escort(ink, rest)
    _draw_lower(ink, badge, rest, look, _Shape(upright, low and badge.escort))


def _draw_site(ink: Ink, look: Look, room: Box, low: bool) -> Box:
    """Draw whose badge it is; return what is left below."""
    if look.logo is None or low:
        site, rest = room.from_top(LOW_SITE_LINE if low else SITE_LINE)
    else:
        site, rest = room.from_top(LOGO_LINE, GAP / 2)
        ink.picture(look.logo, site.left, site.bottom, 2 * LOGO_LINE, LOGO_LINE)
        width = ink.picture_width(look.logo, 2 * LOGO_LINE, LOGO_LINE) + GAP
        site = site._replace(left=site.left + width, width=site.width - width)
    draw_fitted(ink, look.organisation, "regular", site, 9)
    return rest


def _name_height(badge: Badge, room: Box, look: Look, upright: bool) -> float:
    """Return how high the name may stand so that the code below it can still be read."""
    code = least_side(badge.token, look.dots) + (TYPED if badge.typed else 0)
    share = room.height * (UPRIGHT_NAME_SHARE if upright else NAME_SHARE)
    return min(share, room.height - code - GAP / 2)


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


def _draw_escort(ink: Ink, room: Box) -> Box:
    """Draw that somebody must go along; return what is left below."""
    strip, rest = room.from_top(STRIP, GAP / 2)
    ink.canvas.setStrokeGray(0)
    ink.canvas.setLineWidth(1)
    ink.canvas.rect(strip.left + 0.5, strip.bottom, strip.width - 1, strip.height)
    draw_fitted(ink, _both("badge_escort"), "bold", strip.within(1), strip.height / 1.45, align=0.5)
    return rest


def _draw_lower(ink: Ink, badge: Badge, room: Box, look: Look, shape: _Shape) -> None:
    """Draw facts, validity and code: beside each other, or on an upright badge the facts above."""
    typed = TYPED if badge.typed else 0
    share = room.height * 0.5 if shape.upright else room.height
    wanted = max(min(share - typed, room.width * CODE_SHARE, LARGEST_CODE), least_side(badge.token, look.dots))
    side = side_of(badge.token, wanted, look.dots)
    if shape.upright:
        foot, upper = room.from_bottom(side + typed, GAP)
        code, beside = foot.from_right(side, GAP)
        _draw_texts(ink, _facts(badge), [], upper)
        _draw_texts(ink, [], _validity(badge), beside)
    else:
        code, beside = room.from_right(side, GAP)
        code = code.from_bottom(side + typed)[0]
        beside = _draw_escort(ink, beside) if shape.escort_beside else beside
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
        feet = [ink.set(text, style_of("regular", min(size, LARGEST_VALIDITY)), room.width) for text in below]
        if heights(values) + heights(feet) <= room.height:
            break
    else:
        most = int(room.height / style_of("bold", size).leading) - len(below)
        facts = facts[: max(1, most)]
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
    """Return what is said of a visit, the most needed first: the last are left out where there is no room."""
    party = " · ".join(Texts(language)("gate_papers.badge_people", count=badge.people) for language in BOTH)
    facts = (
        _Fact(_both("badge_host"), badge.host),
        _Fact(_both("badge_place"), badge.place),
        _Fact(_both("badge_from"), badge.organisation),
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
