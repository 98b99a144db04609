"""Which paper of the gate is drawn how."""

from frontdesk.services.gate_reports import BadgeSheet, DailyActivity, EvacuationRoll, GateReport, PrivacyNotice
from frontdesk.texts import Texts

from .badge_pdf import draw_badges
from .daily_activity_pdf import draw_daily_activity
from .evacuation_pdf import draw_evacuation
from .ink import Ink
from .privacy_notice_pdf import draw_privacy_notice


def draw_gate_paper(report: GateReport, ink: Ink, texts: Texts) -> int:
    """Draw a paper of the gate; return the number of pages."""
    match report:
        case BadgeSheet():
            return draw_badges(report, ink)
        case PrivacyNotice():
            return draw_privacy_notice(report, ink)
        case EvacuationRoll():
            return draw_evacuation(report, ink, texts)
        case DailyActivity():
            return draw_daily_activity(report, ink, texts)
