"""Which paper is drawn how."""

import io
import os
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO

from frontdesk.domain.languages import Language
from frontdesk.services.gate_reports import BadgeSheet, DailyActivity, EvacuationRoll, PrivacyNotice
from frontdesk.services.paper import Letterhead, Paper
from frontdesk.services.reports import (
    ContactLogReport,
    DailyReport,
    HandOffSlip,
    HandOverSheet,
    PromiseList,
    Report,
    Scorecard,
)
from frontdesk.texts import Texts

from .contact_log_pdf import ContactLogPaper
from .daily_report_pdf import draw_daily_report
from .gate_papers import draw_gate_paper
from .hand_off_slip_pdf import draw_hand_off_slip
from .hand_over_pdf import draw_hand_over
from .plain_ink import open_ink
from .promise_list_pdf import draw_promise_list
from .scorecard_pdf import draw_scorecard

Tell = Callable[[int], None]
_TITLES: dict[type[Report], str] = {
    ContactLogReport: "printing.contact_log", PromiseList: "printing.promise_list",
    HandOffSlip: "printing.hand_off_slip", DailyReport: "printing.daily_report", Scorecard: "printing.scorecard",
    HandOverSheet: "printing.hand_over", BadgeSheet: "gate_papers.badges", PrivacyNotice: "gate_papers.privacy_notice",
    EvacuationRoll: "gate_papers.evacuation", DailyActivity: "gate_papers.activity",
}  # fmt: skip


def draw(report: Report, file: BinaryIO, tell: Tell) -> int:
    """Write a report as PDF; return how many pages it has. ``tell`` hears how many lines are done."""
    texts = Texts(report.paper.language)
    ink = open_ink(file, texts(_TITLES[type(report)]), report.paper.letterhead.organisation)
    match report:
        case ContactLogReport():
            return ContactLogPaper(report, ink, texts).draw(tell)
        case PromiseList():
            return draw_promise_list(report, ink, texts)
        case HandOffSlip():
            return draw_hand_off_slip(report, ink, texts)
        case DailyReport():
            return draw_daily_report(report, ink, texts)
        case Scorecard():
            return draw_scorecard(report, ink, texts)
        case HandOverSheet():
            return draw_hand_over(report, ink, texts)
        case _:
            return draw_gate_paper(report, ink, texts)


def rehearse() -> None:
    """Load all that a paper needs, the dictionary among it, by drawing one of nobody."""
    nobody = EvacuationRoll(Paper(Language.TH, Letterhead("")), datetime.fromtimestamp(0, UTC), ())
    draw(nobody, io.BytesIO(), lambda _: None)


def write(report: Report, path: Path, tell: Tell) -> int:
    """Write a report to a file that outlives a power cut; return how many pages it has."""
    with path.open("wb") as file:
        pages = draw(report, file, tell)
        file.flush()
        os.fsync(file.fileno())
    return pages
