"""The notice of privacy for the counter: Thai above English, as large as the page allows."""

from collections.abc import Iterator
from typing import NamedTuple

from frontdesk.domain.languages import Language
from frontdesk.domain.thai_dates import DateStyle, format_date
from frontdesk.services.gate_reports import Controller, NoticePage, PrivacyNotice
from frontdesk.texts import Texts

from .boxes import MM, Box
from .fitted import draw_fitted, heights
from .ink import Ink, Style, Text
from .qr_code import draw_qr, side_of

PAGES = {NoticePage.A4: (210 * MM, 297 * MM), NoticePage.A5: (148 * MM, 210 * MM)}
LARGEST, SMALLEST, STEP = 12.5, 5.5, 0.25
MARGIN_SHARE, LABEL_SHARE, CODE_SHARE, LOGO_SHARE = 0.065, 0.2, 0.19, 0.13
HEAD_SHARE, LEADING, BETWEEN, DOTS = 0.1, 1.5, 0.45, 300
PARTS = ("who", "what", "why", "unless", "long", "sees", "rights", "contact")


class _Row(NamedTuple):
    label: Text
    text: Text

    @property
    def height(self) -> float:
        return max(self.label.height, self.text.height)


def draw_privacy_notice(report: PrivacyNotice, ink: Ink) -> int:
    """Draw the notice on one page; return the number of pages."""
    width, height = PAGES[report.page]
    ink.page(width, height)
    page = Box(0, height, width, height).within(width * MARGIN_SHARE)
    head, body = page.from_top(width * CODE_SHARE if report.qr_text else height * HEAD_SHARE, 4)
    _draw_head(ink, report, head, height)
    foot, body = body.from_bottom(height * 0.017, 4)
    if report.paper.as_of is not None:
        days = [(Texts(one), format_date(report.paper.as_of, one, DateStyle.NORMAL)) for one in Language]
        issued = " · ".join(texts("gate_papers.notice_issued", day=day) for texts, day in days)
        draw_fitted(ink, issued, "regular", foot, 9, align=1)
    _draw_sides(ink, report, body)
    ink.canvas.save()
    return 1


def _draw_head(ink: Ink, report: PrivacyNotice, head: Box, page_height: float) -> None:
    """Draw logo, titles in both languages, and the code with what it is for."""
    if report.qr_text:
        side = side_of(report.qr_text, head.height * 0.86, DOTS)
        code, head = head.from_right(side, 8)
        draw_qr(ink, report.qr_text, code, DOTS, page_height)
        words = "\n".join(Texts(one)("gate_papers.notice_scan") for one in Language)
        draw_fitted(ink, words, "regular", code.from_bottom(head.height - side)[0], 8, align=0.5)
    logo = report.paper.letterhead.logo
    if logo is not None:
        side = head.width * LOGO_SHARE
        ink.picture(logo, head.left, head.top - side, side, side)
        head = Box(head.left + side + 8, head.top, head.width - side - 8, head.height)
    thai, rest = head.from_top(head.height * 0.4)
    english, law = rest.from_top(head.height * 0.28)
    draw_fitted(ink, Texts(Language.TH)("gate_papers.privacy_notice"), "bold", thai, 24)
    draw_fitted(ink, Texts(Language.EN)("gate_papers.privacy_notice"), "bold", english, 17)
    laws = "\n".join(Texts(one)("gate_papers.notice_law") for one in Language)
    draw_fitted(ink, laws, "regular", law, 9)


def _draw_sides(ink: Ink, report: PrivacyNotice, body: Box) -> None:
    """Draw both languages in the largest type in which both stand on the page."""
    size, sides = SMALLEST, _sides(ink, report, body, SMALLEST)
    for step in range(int((LARGEST - SMALLEST) / STEP), 0, -1):
        tried = _sides(ink, report, body, SMALLEST + STEP * step)
        if _needed(tried, SMALLEST + STEP * step) <= body.height:
            size, sides = SMALLEST + STEP * step, tried
            break
    spare = max(0.0, body.height - _needed(sides, size)) / (sum(map(len, sides)) + 1)
    y = body.top
    for side in sides:
        ink.rule(body.left, body.right, y, grey=0, thick=1)
        y -= size * BETWEEN
        for row in side:
            ink.draw(row.label, body.left, y)
            ink.draw(row.text, body.left + body.width * LABEL_SHARE, y)
            y -= row.height + size * BETWEEN + spare


def _needed(sides: list[list[_Row]], size: float) -> float:
    return sum(heights([row.text for row in side]) + (len(side) + 1) * size * BETWEEN for side in sides)


def _sides(ink: Ink, report: PrivacyNotice, body: Box, size: float) -> list[list[_Row]]:
    return [list(_rows(ink, report, body, size, language)) for language in (Language.TH, Language.EN)]


def _rows(ink: Ink, report: PrivacyNotice, body: Box, size: float, language: Language) -> Iterator[_Row]:
    texts, leading = Texts(language), size * LEADING
    said = _said(report, texts)
    for part in filter(said.get, PARTS):
        label = ink.set(texts(f"gate_papers.notice_{part}"), Style("bold", size, leading), body.width * LABEL_SHARE - 6)
        text = ink.set(said[part], Style("regular", size, leading), body.width * (1 - LABEL_SHARE))
        yield _Row(label, text)


def _said(report: PrivacyNotice, texts: Texts) -> dict[str, str]:
    """Return what each part says of this site."""
    side: Controller = report.th if texts.language is Language.TH else report.en
    said = {part: texts(f"gate_papers.notice_{part}_text") for part in ("what", "why", "unless", "sees", "rights")}
    kept = (("belongings", report.belongings), ("cards", report.cards), ("cameras", report.cameras))
    more = [texts(f"gate_papers.notice_{name}_text") for name, done in kept if done]
    said["what"] = " ".join([said["what"], *more])
    said["sees"] = " ".join([said["sees"], *side.others])
    said["who"] = texts("gate_papers.notice_who_text", name=side.name)
    said["long"] = texts("gate_papers.notice_long_text", days=report.keep_days)
    officer = texts("gate_papers.notice_officer_text", officer=side.officer) if side.officer else ""
    said["contact"] = "\n".join(filter(None, (side.contact, officer)))
    return said
